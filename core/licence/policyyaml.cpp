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

Result<YAML::Node> parse(const QString &fileName)
{
    QFile file(QLatin1String(":/policy/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(policyError(fileName, file.errorString(), -1));
    try {
        return YAML::Load(file.readAll().toStdString());
    } catch (const YAML::Exception &exception) {
        return fail(policyError(fileName, QString::fromStdString(exception.msg), lineOf(exception.mark)));
    }
}

Result<void> hand(const QString &fileName, const Result<YAML::Node> &root, const std::function<void(const YAML::Node &)> &reader)
{
    if (!root)
        return fail(root.error());
    try {
        reader(*root);
    } catch (const PolicyFault &fault) {
        return fail(policyError(fileName, fault.cause, fault.line));
    } catch (const YAML::Exception &exception) {
        return fail(policyError(fileName, QString::fromStdString(exception.msg), lineOf(exception.mark)));
    }
    return {};
}

}  // namespace

Result<void> readPolicy(const QString &fileName, const std::function<void(const YAML::Node &)> &reader)
{
    return hand(fileName, parse(fileName), reader);
}

ParsedPolicy::ParsedPolicy(QString fileName)
    : m_fileName(std::move(fileName)), m_parsing(std::async(std::launch::async, parse, m_fileName))
{
}

Result<void> ParsedPolicy::read(const std::function<void(const YAML::Node &)> &reader)
{
    if (!m_root)
        m_root = m_parsing.get();
    return hand(m_fileName, *m_root, reader);
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
