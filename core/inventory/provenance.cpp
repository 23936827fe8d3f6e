// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/provenance.h"

#include "core/base/glob.h"

#include <QFile>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace waybill {

namespace {

const QString fileName = QStringLiteral(":/policy/provenance.yaml");

tl::unexpected<Error> invalid(const YAML::Mark &mark, const QString &cause)
{
    return fail(Error {ErrorKind::Policy, QStringLiteral("provenance.yaml"), cause, -1, {}, -1, mark.line + 1});
}

}  // namespace

Result<std::shared_ptr<const Provenance>> Provenance::load()
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, fileName, file.errorString());
    auto provenance = std::make_shared<Provenance>();
    try {
        const YAML::Node root = YAML::Load(file.readAll().toStdString());
        for (const YAML::Node &item : root["generated"]) {
            if (!item["glob"] || !item["why"])
                return invalid(item.Mark(), QStringLiteral("a rule needs glob and why"));
            provenance->m_generated.push_back({expandBraces(item["glob"].as<std::string>()), item["unowned"].as<bool>(false)});
        }
        for (const YAML::Node &item : root["own_instructions"]) {
            const QRegularExpression expression(QString::fromStdString(item.as<std::string>()));
            if (!expression.isValid())
                return invalid(item.Mark(), expression.errorString());
            provenance->m_ownInstructions.push_back(expression);
        }
    } catch (const YAML::Exception &problem) {
        return invalid(problem.mark, QString::fromStdString(problem.msg));
    }
    return provenance;
}

bool Provenance::isGenerated(std::string_view path, const Circumstances &circumstances) const
{
    const bool mayBeWritten = !circumstances.owned && !circumstances.foreign && !circumstances.copied;
    return std::any_of(m_generated.begin(), m_generated.end(), [path, mayBeWritten](const Rule &rule) {
        return (mayBeWritten || !rule.unownedOnly)
            && std::any_of(rule.globs.begin(), rule.globs.end(),
                           [path](const std::string &glob) { return globMatches(glob, path); });
    });
}

bool Provenance::isOwnInstruction(const QString &createdBy) const
{
    return std::any_of(m_ownInstructions.begin(), m_ownInstructions.end(),
                       [&createdBy](const QRegularExpression &expression) { return expression.match(createdBy).hasMatch(); });
}

}  // namespace waybill
