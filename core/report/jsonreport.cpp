// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/jsonreport.h"

#include "core/report/jsoncomponents.h"
#include "core/report/jsonparts.h"
#include "core/report/messages.h"
#include "core/report/reportmodel.h"

#include <map>

namespace waybill {

namespace {

constexpr size_t mostGhosts = 1000;
constexpr size_t mostUnexplained = 100;
constexpr size_t mostUnexplainedFiles = 5000;

struct Sum {
    LicenceClass licenceClass = LicenceClass::Unknown;
    qint64 liveFiles = 0;
    qint64 ghostFiles = 0;
    qint64 liveBytes = 0;
    qint64 ghostBytes = 0;

    void add(const Judgement &judgement)
    {
        licenceClass = judgement.licenceClass;
        liveFiles += judgement.liveFiles;
        ghostFiles += judgement.ghostFiles;
        liveBytes += judgement.liveBytes;
        ghostBytes += judgement.ghostBytes;
    }
    void putInto(QJsonObject &object) const
    {
        object[QStringLiteral("liveFiles")] = liveFiles;
        object[QStringLiteral("ghostFiles")] = ghostFiles;
        object[QStringLiteral("liveBytes")] = liveBytes;
        object[QStringLiteral("ghostBytes")] = ghostBytes;
    }
};

QJsonArray licences(const Inventory &inventory)
{
    std::map<QString, Sum> sums;
    for (const Judgement &judgement : inventory.judgements)
        sums[judgement.expression].add(judgement);
    QJsonArray out;
    for (const auto &[expression, sum] : sums) {
        QJsonObject object {{QStringLiteral("expression"), expression},
                            {QStringLiteral("class"), licenceClassId(sum.licenceClass)}};
        sum.putInto(object);
        out.append(object);
    }
    return out;
}

QJsonObject classes(const Inventory &inventory)
{
    std::map<LicenceClass, Sum> sums;
    for (const Judgement &judgement : inventory.judgements)
        sums[judgement.licenceClass].add(judgement);
    QJsonObject out;
    for (const auto &[cls, sum] : sums) {
        QJsonObject object;
        sum.putInto(object);
        out[licenceClassId(cls)] = object;
    }
    return out;
}

QJsonObject ghosts(const Inventory &inventory)
{
    QJsonArray files;
    GhostList list;
    if (inventory.tree)
        list = ghostsOf(*inventory.tree, mostGhosts);
    for (NodeId id : list.largest)
        files.append(json::file(inventory.tree->node(id), inventory.tree->path(id)));
    return {{QStringLiteral("total"), static_cast<qint64>(list.total)},
            {QStringLiteral("bytes"), list.bytes},
            {QStringLiteral("files"), files}};
}

QJsonArray unexplained(const Inventory &inventory)
{
    QJsonArray out;
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        const Judgement &judgement = inventory.judgements[i];
        if (judgement.basis != Basis::None || judgement.component.isValid())
            continue;
        QJsonArray files;
        Finding stand;
        stand.judgements = {JudgementId(i)};
        const FindingFiles found = filesOf(inventory, stand, mostUnexplained);
        for (const FindingFile &file : found.files)
            files.append(json::file(*file.entry, file.path));
        out.append(QJsonObject {{QStringLiteral("files"), files}, {QStringLiteral("total"), static_cast<qint64>(found.total)}});
    }
    return out;
}

}  // namespace

QJsonObject inspectJson(const Inventory &inventory)
{
    QJsonObject out = json::document(QStringLiteral("inspect"));
    out[QStringLiteral("image")] = json::image(inventory);
    out[QStringLiteral("layers")] = json::layers(inventory);
    out[QStringLiteral("components")] = json::componentDetails(inventory);
    out[QStringLiteral("base")] = json::base(inventory.base);
    out[QStringLiteral("binaries")] = json::binaries(inventory);
    out[QStringLiteral("sbomClaims")] = json::claims(inventory);
    out[QStringLiteral("ledger")] = json::ledger(inventory, mostUnexplainedFiles);
    out[QStringLiteral("licences")] = licences(inventory);
    out[QStringLiteral("classes")] = classes(inventory);
    out[QStringLiteral("ghosts")] = ghosts(inventory);
    out[QStringLiteral("unexplained")] = unexplained(inventory);
    out[QStringLiteral("notes")] = json::notes(inventory);
    return out;
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject object {{QStringLiteral("kind"), errorKindId(error.kind)},
                        {QStringLiteral("subject"), error.subject},
                        {QStringLiteral("cause"), error.cause},
                        {QStringLiteral("message"), Messages::error(error)},
                        {QStringLiteral("advice"), Messages::advice(error)}};
    if (error.layer >= 0)
        object[QStringLiteral("layer")] = error.layer + 1;
    if (!error.path.isEmpty())
        json::putPath(object, error.path.toStdString());
    if (error.offset >= 0)
        object[QStringLiteral("offset")] = error.offset;
    if (error.line >= 0)
        object[QStringLiteral("line")] = error.line;
    QJsonObject out = json::document(QStringLiteral("error"));
    out[QStringLiteral("error")] = object;
    return out;
}

}  // namespace waybill
