// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/component/multipatternsearch.h"
#include "core/trust/trusttypes.h"

#include <QRegularExpression>
#include <QStringList>

#include <memory>
#include <string_view>

namespace YAML {
class Node;
}

namespace waybill {

/// A sentence in both languages of the program.
struct TrustText {
    QString en;
    QString zh;
    QString in(const QString &language) const { return language.startsWith(QLatin1String("zh")) ? zh : en; }
};

/// One indicator as data.
struct TrustRule {
    QString id;
    TrustQuestion question = TrustQuestion::Contents;
    TrustSeverity severity = TrustSeverity::Medium;
    TrustSeverity owned = TrustSeverity::Low;    ///< when an unchanged file of a package shows it
    TrustSeverity library = TrustSeverity::Low;  ///< the same for packages that anybody may publish
    TrustText title;
    TrustText why;
    bool inText = false;    ///< marks are looked for in text files
    bool inBinary = false;  ///< and in executables and libraries
    bool inConfig = false;  ///< and in instructions, environment and start command
    bool secret = false;    ///< what was seen is shown masked
    std::vector<std::string> marks;
    std::optional<QRegularExpression> pattern;  ///< on the line of the mark
    quint32 places = 0;                         ///< sets of places, one bit each; 0 for any
    std::vector<std::string> paths;             ///< globs: the name alone is the indicator
    std::vector<std::string> names;             ///< base names of executables, lower case
    bool onlyExecutable = false;                ///< of `paths`: executables only
    bool onlyUnowned = false;                   ///< of `paths`: files of no package only
    bool collect = false;                       ///< of `paths`: files of one layer are told together
    double entropy = 0;                         ///< of programs without section table: bits per byte; 0: not asked for
};

/// Why something that a rule matches is no reason for worry.
struct TrustAllowance {
    QString rule;  ///< id, or "*"
    std::vector<std::string> paths;
    TrustText reason;
};

/// The indicators of trust-indicators.yaml. Immutable, any thread.
class TrustRules
{
public:
    /// Errors: Policy with the line.
    static Result<std::shared_ptr<const TrustRules>> load();

    const std::vector<TrustRule> &all() const { return m_rules; }
    const TrustRule *find(const QString &id) const;
    QString version() const { return m_version; }
    /// The sets of places that hold this path, one bit each; `startup` tells whether the image starts this file itself.
    quint32 placesOf(std::string_view path, bool startup) const;
    bool isStartupPlace(std::string_view path) const;
    /// Why this is allowed, or null.
    const TrustAllowance *allowance(const QString &rule, std::string_view path) const;

    /// A mark of at least MultiPatternSearch::leastLength bytes and the rule it belongs to; shorter ones apart.
    struct Mark {
        size_t rule = 0;
        std::string bytes;
    };
    const std::vector<Mark> &textMarks() const { return m_textMarks; }
    const std::vector<Mark> &binaryMarks() const { return m_binaryMarks; }
    /// Marks that are looked for in a second pass, over texts only: the shorter ones of rules that hold everywhere.
    const std::vector<Mark> &briefMarks() const { return m_briefMarks; }
    /// Marks that are looked for one by one, where the rule's places allow it.
    const std::vector<Mark> &placedMarks() const { return m_placedMarks; }
    const MultiPatternSearch &textSearch() const { return *m_textSearch; }
    const MultiPatternSearch &binarySearch() const { return *m_binarySearch; }
    const MultiPatternSearch &briefSearch() const { return *m_briefSearch; }

private:
    struct PlaceSet {
        QString name;
        std::vector<std::string> paths;
    };
    void sortMarks(const TrustRule &rule, const YAML::Node &node);
    QString m_version;
    std::vector<TrustRule> m_rules;
    std::vector<PlaceSet> m_places;
    std::vector<TrustAllowance> m_allowances;
    std::vector<Mark> m_textMarks;
    std::vector<Mark> m_binaryMarks;
    std::vector<Mark> m_briefMarks;
    std::vector<Mark> m_placedMarks;
    std::optional<MultiPatternSearch> m_textSearch;
    std::optional<MultiPatternSearch> m_binarySearch;
    std::optional<MultiPatternSearch> m_briefSearch;
};

}  // namespace waybill
