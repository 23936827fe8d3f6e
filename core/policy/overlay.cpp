// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/overlay.h"

#include "core/policy/policyloader.h"

#include <QCryptographicHash>

#include <algorithm>
#include <functional>

namespace waybill {

namespace {

constexpr qsizetype largestOverlay = 4 << 20;  ///< bytes; a policy written by people is far smaller
constexpr int aboveShipped = 1'000'000;        ///< rules of a company speak before all rules of ours

Error errorOf(const DataFault &fault)
{
    return Error {ErrorKind::Policy, fault.place.file, fault.reason, -1, {}, -1, fault.place.line};
}

/// Reads one file entry by entry, so that one wrong entry does not hide the others.
class OverlayReader
{
public:
    OverlayReader(PolicyData &data, const QDate &today, std::vector<Error> &problems)
        : m_data(data), m_today(today), m_problems(problems)
    {
    }

    void read(const YamlNode &root)
    {
        tried([&] { root.allowOnly({"overlay", "levels", "rules", "duties", "exceptions", "sources"}); });
        tried([&] { readHead(root.at("overlay")); });
        each(root, "duties", [&](const YamlNode &node) { readDuty(node, m_data); });
        each(root, "levels", [&](const YamlNode &node) { readLevel(node); });
        each(root, "rules", [&](const YamlNode &node) { addRule(node); });
        each(root, "exceptions", [&](const YamlNode &node) { addException(node); });
        each(root, "sources", [&](const YamlNode &node) { addSource(node); });
        std::sort(m_data.exceptions.begin(), m_data.exceptions.end(),
                  [](const ExceptionData &a, const ExceptionData &b) { return a.id < b.id; });
        sortRules(m_data);
    }

private:
    void tried(const std::function<void()> &step)
    {
        try {
            step();
        } catch (const DataFault &fault) {
            m_problems.push_back(errorOf(fault));
        }
    }

    void each(const YamlNode &root, const char *key, const std::function<void(const YamlNode &)> &step)
    {
        tried([&] {
            if (!root.has(key))
                return;
            for (const YamlNode &node : root.at(key).items())
                tried([&] { step(node); });
        });
    }

    void readHead(const YamlNode &node)
    {
        node.allowOnly({"name", "version", "note"});
        m_data.overlay.name = node.at("name").text();
        m_data.overlay.version = node.at("version").text();
        m_data.overlay.note = node.textOr("note", {});
    }

    void readLevel(const YamlNode &node)
    {
        node.allowOnly({"class", "scenario", "risk", "permission", "why", "duties"});
        const LicenceClass cls = licenceClassOf(node.at("class"), node.at("class").text());
        EffectPatch patch;
        if (node.has("risk"))
            patch.risk = riskOf(node.at("risk"));
        if (node.has("permission"))
            patch.permission = permissionOf(node.at("permission"));
        if (node.has("duties"))
            patch.duties = node.at("duties").texts();
        if (node.has("why"))
            patch.why = node.at("why").anyLanguage();
        if (!patch.risk && !patch.permission)
            node.fault(QStringLiteral("an entry of levels changes risk or permission"));
        for (const Scenario scenario : scenariosOf(node.at("scenario"), node.at("scenario").text())) {
            const auto s = static_cast<size_t>(scenario);
            Effect &written = m_data.classRows[static_cast<size_t>(cls)][s];
            const Effect before = written;
            written = keepingDuties(written, patch);
            // Rules that spelled out something of their own keep it; the others follow their class.
            for (RuleData &rule : m_data.rules) {
                Effect &effect = rule.rows[static_cast<size_t>(cls)][s];
                if (effect.risk == before.risk && effect.permission == before.permission)
                    effect = keepingDuties(effect, patch);
            }
        }
    }

    /// A level changed by a company keeps the duties, unless it says which are left.
    static Effect keepingDuties(const Effect &effect, const EffectPatch &patch)
    {
        Effect result = patched(effect, patch);
        if (!patch.duties && result.permission != Permission::Permitted)
            result.duties = effect.duties;
        return result;
    }

    void addRule(const YamlNode &node)
    {
        RuleData rule = readRule(node, m_data);
        if (rule.precedence == 0)
            node.fault(QStringLiteral("%1 needs a precedence").arg(rule.text.id));
        rule.precedence += aboveShipped;
        m_data.rules.push_back(std::move(rule));
    }

    void addException(const YamlNode &node)
    {
        node.allowOnly({"id", "rule", "component", "expression", "scenarios", "risk", "permission", "duties", "reason", "until"});
        ExceptionData exception;
        exception.place = node.place();
        exception.id = node.at("id").text();
        exception.reason = node.at("reason").anyLanguage();
        exception.rules = patternsOf(node, "rule");
        exception.components = patternsOf(node, "component");
        exception.expressions = patternsOf(node, "expression");
        if (exception.rules.empty())
            node.fault(QStringLiteral("an exception names the rule that it is about"));
        if (node.has("risk"))
            exception.patch.risk = riskOf(node.at("risk"));
        if (node.has("permission"))
            exception.patch.permission = permissionOf(node.at("permission"));
        exception.patch.duties = node.has("duties") ? std::optional(node.at("duties").texts()) : std::nullopt;
        checkDuties(node, exception.patch.duties.value_or(QStringList()));
        for (const QString &key : node.at("scenarios").texts()) {
            for (const Scenario scenario : scenariosOf(node.at("scenarios"), key))
                exception.scenarios |= 1U << static_cast<unsigned>(scenario);
        }
        if (node.has("until") && isOver(node.at("until")))
            m_data.overlay.ended.append(exception.id);
        else
            m_data.exceptions.push_back(std::move(exception));
    }

    bool isOver(const YamlNode &node) const
    {
        const QDate until = QDate::fromString(node.text(), Qt::ISODate);
        if (!until.isValid())
            node.fault(QStringLiteral("\"%1\" is not a date like 2027-01-31").arg(node.text()));
        return m_today.isValid() && until < m_today;
    }

    void checkDuties(const YamlNode &node, const QStringList &duties) const
    {
        for (const QString &duty : duties) {
            if (!m_data.hasDuty(duty))
                node.fault(QStringLiteral("there is no duty \"%1\"").arg(duty));
        }
    }

    void addSource(const YamlNode &node)
    {
        node.allowOnly({"match", "title"});
        m_data.sources.push_back({node.at("match").text(), node.at("title").text()});
    }

    PolicyData &m_data;
    QDate m_today;
    std::vector<Error> &m_problems;
};

}  // namespace

void applyOverlay(PolicyData &data, const QByteArray &text, const QString &fileName, const QDate &today,
                  std::vector<Error> &problems)
{
    if (text.size() > largestOverlay) {
        problems.push_back(Error {ErrorKind::Policy, fileName, QStringLiteral("larger than 4 MiB"), -1, {}, -1, 1});
        return;
    }
    try {
        OverlayReader(data, today, problems).read(YamlNode::parse(fileName, text));
        data.overlay.sha256 = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
        if (problems.empty())
            validatePolicy(data);
    } catch (const DataFault &fault) {
        problems.push_back(errorOf(fault));
    } catch (const YAML::Exception &exception) {
        problems.push_back(Error {ErrorKind::Policy, fileName, QString::fromUtf8(exception.what()), -1, {}, -1, 1});
    }
}

}  // namespace waybill
