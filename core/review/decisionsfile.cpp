// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decisionsfile.h"

#include "core/policy/yamlnode.h"

#include <QRegularExpression>

namespace waybill {

namespace {

constexpr qsizetype largestFile = 16 << 20;  ///< bytes; a hundred thousand files are listed in less
constexpr int fileVersion = 1;
constexpr std::array scopeNames {"files", "text", "component", "everywhere"};

Error errorOf(const DataFault &fault)
{
    return Error {ErrorKind::Usage, fault.place.file, fault.reason, -1, {}, -1, fault.place.line};
}

class DecisionsReader
{
public:
    DecisionsReader(const Policy &policy, std::vector<Error> &problems) : m_policy(policy), m_problems(problems) { }

    std::vector<RecordedDecision> read(const YamlNode &root)
    {
        try {
            root.allowOnly({"version", "decisions"});
            root.at("version").number(fileVersion, fileVersion);
        } catch (const DataFault &fault) {
            m_problems.push_back(errorOf(fault));
        }
        std::vector<RecordedDecision> decisions;
        for (const YamlNode &node : root.at("decisions").items()) {
            // One wrong entry must not hide the others.
            try {
                decisions.push_back(entry(node));
            } catch (const DataFault &fault) {
                m_problems.push_back(errorOf(fault));
            }
        }
        return decisions;
    }

private:
    RecordedDecision entry(const YamlNode &node) const
    {
        node.allowOnly({"rule", "scope", "files", "text", "components", "action", "reason", "author", "date", "expires"});
        RecordedDecision decision;
        decision.line = node.place().line;
        decision.rule = node.at("rule").text();
        if (!m_policy.rule(decision.rule))
            node.at("rule").fault(QStringLiteral("the policy has no rule \"%1\"").arg(decision.rule));
        decision.scope = scopeOf(node.at("scope"));
        readSubjects(node, decision);
        const auto action = decisionActionFromId(node.at("action").text());
        if (!action)
            node.at("action").fault(QStringLiteral("there are the actions accept, remove and need-information"));
        decision.action = *action;
        decision.reason = node.at("reason").text();
        decision.author = node.at("author").text();
        decision.date = dateOf(node.at("date"));
        if (node.has("expires"))
            decision.expires = dateOf(node.at("expires"));
        if (decision.expires.isValid() && decision.expires < decision.date)
            node.at("expires").fault(QStringLiteral("it ends before it begins"));
        return decision;
    }

    static void readSubjects(const YamlNode &node, RecordedDecision &decision)
    {
        static constexpr std::array<const char *, 3> keys {"files", "text", "components"};
        const auto wanted = static_cast<size_t>(decision.scope);
        for (size_t i = 0; i < keys.size(); ++i) {
            if (i != wanted && node.has(keys[i]))
                node.at(keys[i]).fault(QStringLiteral("\"%1\" does not go with the scope %2")
                                           .arg(QLatin1String(keys[i]), decisionScopeId(decision.scope)));
        }
        if (decision.scope == DecisionScope::Component) {
            decision.components = node.at("components").texts();
            for (const QString &purl : decision.components) {
                if (!purl.startsWith(QLatin1String("pkg:")))
                    node.at("components").fault(QStringLiteral("\"%1\" is no package URL").arg(purl));
            }
        } else if (decision.scope != DecisionScope::Everywhere) {
            for (const YamlNode &item : node.at(keys[wanted]).items())
                decision.contents.push_back(contentOf(item));
        }
        if (decision.scope != DecisionScope::Everywhere && decision.contents.empty() && decision.components.isEmpty())
            node.at(keys[wanted]).fault(QStringLiteral("the list is empty"));
    }

    static KnownContent contentOf(const YamlNode &node)
    {
        node.allowOnly({"sha256", "size", "path"});
        static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{64}$"));
        const QString digest = node.at("sha256").text();
        if (!hex.match(digest).hasMatch())
            node.at("sha256").fault(QStringLiteral("expected 64 hexadecimal digits in lower case"));
        bool ok = false;
        const qint64 size = node.at("size").text().toLongLong(&ok);
        if (!ok || size < 0)
            node.at("size").fault(QStringLiteral("expected a number of bytes"));
        return {QByteArray::fromHex(digest.toLatin1()), size, node.textOr("path", {})};
    }

    static DecisionScope scopeOf(const YamlNode &node)
    {
        const QString word = node.text();
        for (size_t i = 0; i < scopeNames.size(); ++i) {
            if (word == QLatin1String(scopeNames.at(i)))
                return static_cast<DecisionScope>(i);
        }
        node.fault(QStringLiteral("there are the scopes files, text, component and everywhere"));
    }

    static QDate dateOf(const YamlNode &node)
    {
        const QDate date = QDate::fromString(node.text(), Qt::ISODate);
        if (!date.isValid())
            node.fault(QStringLiteral("\"%1\" is not a date like 2027-01-31").arg(node.text()));
        return date;
    }

    const Policy &m_policy;
    std::vector<Error> &m_problems;
};

void put(YAML::Emitter &out, const char *key, const QString &value)
{
    out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << value.toStdString();
}

void putContents(YAML::Emitter &out, const RecordedDecision &decision)
{
    out << YAML::Key << decisionScopeId(decision.scope).data() << YAML::Value << YAML::BeginSeq;
    for (const KnownContent &content : decision.contents) {
        out << YAML::BeginMap;
        if (!content.path.isEmpty())
            put(out, "path", content.path);
        out << YAML::Key << "size" << YAML::Value << static_cast<long long>(content.size);
        out << YAML::Key << "sha256" << YAML::Value << content.sha256.toHex().toStdString() << YAML::EndMap;
    }
    out << YAML::EndSeq;
}

}  // namespace

QLatin1String decisionScopeId(DecisionScope scope)
{
    return QLatin1String(scopeNames.at(static_cast<size_t>(scope)));
}

Result<std::vector<RecordedDecision>> parseDecisions(const QByteArray &text, const QString &fileName, const Policy &policy,
                                                     std::vector<Error> *problems)
{
    std::vector<Error> found;
    std::vector<RecordedDecision> decisions;
    if (text.size() > largestFile) {
        found.push_back(Error {ErrorKind::Usage, fileName, QStringLiteral("larger than 16 MiB"), -1, {}, -1, 1});
    } else {
        try {
            decisions = DecisionsReader(policy, found).read(YamlNode::parse(fileName, text));
        } catch (const DataFault &fault) {
            found.push_back(errorOf(fault));
        } catch (const YAML::Exception &exception) {
            found.push_back(
                Error {ErrorKind::Usage, fileName, QString::fromUtf8(exception.what()), -1, {}, -1, exception.mark.line + 1});
        }
    }
    if (problems)
        *problems = found;
    if (!found.empty())
        return fail(found.front());
    return decisions;
}

QByteArray decisionsText(const std::vector<RecordedDecision> &decisions)
{
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << "version" << YAML::Value << fileVersion;
    out << YAML::Key << "decisions" << YAML::Value << YAML::BeginSeq;
    for (const RecordedDecision &decision : decisions) {
        out << YAML::BeginMap;
        put(out, "rule", decision.rule);
        out << YAML::Key << "scope" << YAML::Value << decisionScopeId(decision.scope).data();
        if (decision.scope == DecisionScope::Component) {
            out << YAML::Key << "components" << YAML::Value << YAML::BeginSeq;
            for (const QString &purl : decision.components)
                out << YAML::DoubleQuoted << purl.toStdString();
            out << YAML::EndSeq;
        } else if (decision.scope != DecisionScope::Everywhere) {
            putContents(out, decision);
        }
        out << YAML::Key << "action" << YAML::Value << decisionActionId(decision.action).data();
        put(out, "reason", decision.reason);
        put(out, "author", decision.author);
        out << YAML::Key << "date" << YAML::Value << decision.date.toString(Qt::ISODate).toStdString();
        if (decision.expires.isValid())
            out << YAML::Key << "expires" << YAML::Value << decision.expires.toString(Qt::ISODate).toStdString();
        out << YAML::EndMap;
    }
    out << YAML::EndSeq << YAML::EndMap;
    return QByteArray(out.c_str(), static_cast<qsizetype>(out.size())) + '\n';
}

}  // namespace waybill
