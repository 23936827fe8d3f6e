// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explorer/handinventory.h"

#include "core/tree/filetreebuilder.h"

#include <QRegularExpression>

namespace waybill::test {

namespace {

struct Terms {
    LicenceClass licenceClass;
    QString expression;
};

LicenceClass classOfCode(const QString &code)
{
    for (const LicenceClass cls : allLicenceClasses) {
        if (code == licenceClassCode(cls))
            return cls;
    }
    qFatal("no such class code");
}

quint32 judgementFor(Inventory &inventory, const Terms &terms)
{
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        if (inventory.judgements[i].licenceClass == terms.licenceClass && inventory.judgements[i].expression == terms.expression)
            return static_cast<quint32>(i);
    }
    Judgement judgement;
    judgement.licenceClass = terms.licenceClass;
    judgement.expression = terms.expression;
    inventory.judgements.push_back(judgement);
    return static_cast<quint32>(inventory.judgements.size() - 1);
}

}  // namespace

std::shared_ptr<const Inventory> handInventory(const QString &lines)
{
    auto inventory = std::make_shared<Inventory>();
    std::vector<std::vector<Entry>> layers;
    std::map<std::pair<int, std::string>, Terms> terms;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.size() < 3)
            continue;
        const auto layer = words[0].toUInt();
        layers.resize(qMax<size_t>(layers.size(), layer + 1));
        Entry entry;
        entry.path = words[2].toStdString();
        const QChar kind = words[1][0];
        entry.kind = kind == u'd' ? EntryKind::Folder
            : kind == u'l'        ? EntryKind::Symlink
            : kind == u'w'        ? EntryKind::Whiteout
                                  : EntryKind::File;
        entry.size = words.value(3).toLongLong();
        if (entry.kind == EntryKind::Symlink)
            entry.target = "target";
        if (words.size() > 4)
            terms[{int(layer), entry.path}] = {classOfCode(words[4]), words.value(5)};
        layers[layer].push_back(entry);
    }
    FileTreeBuilder builder;
    for (const auto &layer : layers)
        builder.addLayer(layer);
    inventory->tree = builder.finish();
    inventory->image.layers.resize(layers.size());
    inventory->readings.resize(layers.size());
    for (LayerReading &reading : inventory->readings)
        reading.complete = true;
    inventory->judgementOf.assign(size_t(inventory->tree->size()), JudgementId::none);
    for (quint32 i = 0; i < quint32(inventory->tree->size()); ++i) {
        const TreeNode &node = inventory->tree->node(NodeId(i));
        const auto it = terms.find({int(node.layer), inventory->tree->path(NodeId(i))});
        if (node.kind != EntryKind::File || it == terms.end())
            continue;
        const quint32 index = judgementFor(*inventory, it->second);
        inventory->judgementOf[i] = index;
        Judgement &judgement = inventory->judgements[index];
        (node.isGhost() ? judgement.ghostFiles : judgement.liveFiles) += 1;
        (node.isGhost() ? judgement.ghostBytes : judgement.liveBytes) += node.size;
        if (std::find(judgement.layers.begin(), judgement.layers.end(), node.layer) == judgement.layers.end())
            judgement.layers.push_back(node.layer);
    }
    return inventory;
}

Assessment handAssessment(const Inventory &inventory, const std::vector<std::pair<QString, RiskLevel>> &levels)
{
    Assessment assessment;
    for (size_t i = 0; i < inventory.judgements.size(); ++i) {
        for (const auto &[code, level] : levels) {
            if (code != licenceClassCode(inventory.judgements[i].licenceClass))
                continue;
            Finding finding;
            finding.key = QStringLiteral("%1#%2").arg(code).arg(i);
            finding.licenceClass = inventory.judgements[i].licenceClass;
            for (Effect &effect : finding.effects)
                effect.risk = level;
            finding.judgements.push_back(JudgementId(i));
            assessment.findings.push_back(finding);
        }
    }
    return assessment;
}

NodeId nodeAt(const Inventory &inventory, const char *path, int layer)
{
    return layer < 0 ? inventory.tree->findLive(path) : inventory.tree->findAt(path, layer);
}

}  // namespace waybill::test
