// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <functional>
#include <future>
#include <optional>

namespace waybill {

/// A failed expectation about a policy file, thrown while reading one and turned into an Error by readPolicy().
struct PolicyFault {
    QString cause;
    int line = -1;
};

/// Parses a YAML file compiled in under :/policy and hands its root to `reader`, which may throw PolicyFault.
/// Every fault becomes an Error of kind Policy with file and line.
Result<void> readPolicy(const QString &fileName, const std::function<void(const YAML::Node &)> &reader);

/// A policy file that another thread parses from now on; start-up is mostly parsing, and the files do not need each other.
/// Not copyable; used by one thread.
class ParsedPolicy
{
public:
    explicit ParsedPolicy(QString fileName);
    /// As readPolicy(); waits for the parser. May be called several times.
    Result<void> read(const std::function<void(const YAML::Node &)> &reader);

private:
    QString m_fileName;
    std::future<Result<YAML::Node>> m_parsing;
    std::optional<Result<YAML::Node>> m_root;
};

/// Member of a map; throws PolicyFault when it is missing.
YAML::Node required(const YAML::Node &map, const char *key);
QString textOf(const YAML::Node &node);
/// A sequence of scalars, a single scalar, or nothing.
QStringList textsOf(const YAML::Node &node);
[[noreturn]] void policyFault(const YAML::Node &node, const QString &cause);

}  // namespace waybill
