// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/policyyaml.h"

#include <QFile>

namespace waybill {

namespace {

int lineOf(const YAML::Mark &mark)
{
    return mark.is_null() ? -1 : mark.line + 1;
}

Error policyError(const QString &fileName, const QString &cause, int line)
{
    Error error;
    error.kind = ErrorKind::Policy;
    error.subject = fileName;
    error.cause = cause;
    error.line = line;
    return error;
}

}  // namespace

Result<void> readPolicy(const QString &fileName, const std::function<void(const YAML::Node &)> &reader)
{
    QFile file(QLatin1String(":/policy/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(policyError(fileName, file.errorString(), -1));
    try {
        reader(YAML::Load(file.readAll().toStdString()));
    } catch (const PolicyFault &fault) {
        return fail(policyError(fileName, fault.cause, fault.line));
    } catch (const YAML::Exception &exception) {
        return fail(policyError(fileName, QString::fromStdString(exception.msg), lineOf(exception.mark)));
    }
    return {};
}

YAML::Node required(const YAML::Node &map, const char *key)
{
    const YAML::Node value = map[key];
    if (!value)
        policyFault(map, QLatin1String("missing member ") + QLatin1String(key));
    return value;
}

QString textOf(const YAML::Node &node)
{
    if (!node.IsScalar())
        policyFault(node, QStringLiteral("a text is expected"));
    return QString::fromStdString(node.Scalar());
}

QStringList textsOf(const YAML::Node &node)
{
    QStringList texts;
    if (!node || node.IsNull())
        return texts;
    if (node.IsScalar())
        return {textOf(node)};
    if (!node.IsSequence())
        policyFault(node, QStringLiteral("a list of texts is expected"));
    for (const YAML::Node &item : node)
        texts.append(textOf(item));
    return texts;
}

void policyFault(const YAML::Node &node, const QString &cause)
{
    throw PolicyFault {cause, node ? lineOf(node.Mark()) : -1};
}

}  // namespace waybill
