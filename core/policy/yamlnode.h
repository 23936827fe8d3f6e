// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policydata.h"

#include <yaml-cpp/yaml.h>

#include <initializer_list>

namespace waybill {

/// A YAML node that knows its file, so that every complaint names file and line. Throws DataFault.
class YamlNode
{
public:
    static YamlNode parse(const QString &file, const QByteArray &text);

    DataPlace place() const;
    [[noreturn]] void fault(const QString &reason) const;

    /// Complains about keys that are not named here: a misspelt key must not be ignored.
    void allowOnly(std::initializer_list<const char *> keys) const;
    bool has(const char *key) const;
    YamlNode at(const char *key) const;  ///< complains when missing
    std::vector<YamlNode> items() const;
    std::vector<std::pair<QString, YamlNode>> members() const;

    QString text() const;       ///< a scalar that is not empty
    QStringList texts() const;  ///< a list of scalars, or one scalar
    bool flag() const;
    int number(int least, int most) const;
    PolicyText bilingual() const;
    PolicyText anyLanguage() const;  ///< as bilingual(), or one text that stands for both
    QString textOr(const char *key, const QString &fallback) const;

private:
    YamlNode(QString file, YAML::Node node, int line);
    QString m_file;
    YAML::Node m_node;
    int m_line;
};

}  // namespace waybill
