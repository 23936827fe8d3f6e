// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/yamlnode.h"

#include <QSet>

#include <algorithm>

namespace waybill {

YamlNode::YamlNode(QString file, YAML::Node node, int line) : m_file(std::move(file)), m_node(std::move(node)), m_line(line)
{
    if (m_node && m_node.Mark().line >= 0)
        m_line = m_node.Mark().line + 1;
}

YamlNode YamlNode::parse(const QString &file, const QByteArray &text)
{
    try {
        return YamlNode(file, YAML::Load(text.toStdString()), 1);
    } catch (const YAML::Exception &exception) {
        throw DataFault {{file, exception.mark.line + 1}, QString::fromStdString(exception.msg)};
    }
}

DataPlace YamlNode::place() const
{
    return {m_file, m_line};
}

void YamlNode::fault(const QString &reason) const
{
    throw DataFault {place(), reason};
}

void YamlNode::allowOnly(std::initializer_list<const char *> keys) const
{
    QSet<QString> seen;
    for (const auto &[key, value] : members()) {
        if (seen.contains(key))
            value.fault(QStringLiteral("the key \"%1\" stands here twice").arg(key));
        seen.insert(key);
        if (std::none_of(keys.begin(), keys.end(), [&name = key](const char *allowed) { return name == QLatin1String(allowed); }))
            value.fault(QStringLiteral("unknown key \"%1\"").arg(key));
    }
}

bool YamlNode::has(const char *key) const
{
    return m_node.IsMap() && m_node[key].IsDefined();
}

YamlNode YamlNode::at(const char *key) const
{
    if (!m_node.IsMap())
        fault(QStringLiteral("expected a map with the key \"%1\"").arg(QLatin1String(key)));
    const YAML::Node child = m_node[key];
    if (!child.IsDefined())
        fault(QStringLiteral("the key \"%1\" is missing").arg(QLatin1String(key)));
    return YamlNode(m_file, child, m_line);
}

std::vector<YamlNode> YamlNode::items() const
{
    if (!m_node.IsSequence())
        fault(QStringLiteral("expected a list"));
    std::vector<YamlNode> result;
    for (const YAML::Node &child : m_node)
        result.push_back(YamlNode(m_file, child, m_line));
    return result;
}

std::vector<std::pair<QString, YamlNode>> YamlNode::members() const
{
    if (!m_node.IsMap())
        fault(QStringLiteral("expected a map"));
    std::vector<std::pair<QString, YamlNode>> result;
    for (const auto &member : m_node) {
        if (!member.first.IsScalar())
            fault(QStringLiteral("a key is not a plain word"));
        result.emplace_back(QString::fromStdString(member.first.Scalar()), YamlNode(m_file, member.second, m_line));
    }
    return result;
}

QString YamlNode::text() const
{
    if (!m_node.IsScalar())
        fault(QStringLiteral("expected a text"));
    const QString result = QString::fromStdString(m_node.Scalar()).trimmed();
    if (result.isEmpty())
        fault(QStringLiteral("the text is empty"));
    return result;
}

QStringList YamlNode::texts() const
{
    if (m_node.IsScalar())
        return {text()};
    QStringList result;
    for (const YamlNode &item : items())
        result.append(item.text());
    return result;
}

bool YamlNode::flag() const
{
    const QString word = text();
    if (word != QLatin1String("true") && word != QLatin1String("false"))
        fault(QStringLiteral("expected true or false, found \"%1\"").arg(word));
    return word == QLatin1String("true");
}

int YamlNode::number(int least, int most) const
{
    bool ok = false;
    const int value = text().toInt(&ok);
    if (!ok || value < least || value > most)
        fault(QStringLiteral("expected a number from %1 to %2").arg(least).arg(most));
    return value;
}

PolicyText YamlNode::bilingual() const
{
    allowOnly({"en", "zh_CN"});
    return {at("en").text(), at("zh_CN").text()};
}

PolicyText YamlNode::anyLanguage() const
{
    return m_node.IsScalar() ? PolicyText {text(), text()} : bilingual();
}

QString YamlNode::textOr(const char *key, const QString &fallback) const
{
    return has(key) ? at(key).text() : fallback;
}

}  // namespace waybill
