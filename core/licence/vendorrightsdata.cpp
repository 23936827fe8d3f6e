// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/vendorrightsdata.h"

#include "core/licence/policyyaml.h"

#include <array>

namespace waybill {

namespace {

using Data = VendorRightsData;

std::vector<PathGlob> globsOf(const YAML::Node &node)
{
    std::vector<PathGlob> globs;
    for (const QString &text : textsOf(node))
        globs.emplace_back(text.toStdString());
    return globs;
}

std::unordered_set<std::string> namesOf(const YAML::Node &node)
{
    std::unordered_set<std::string> names;
    for (const QString &text : textsOf(node))
        names.insert(text.toStdString());
    return names;
}

LicenceClass classOf(const YAML::Node &node)
{
    const auto cls = licenceClassFromId(textOf(node));
    if (!cls)
        policyFault(node, QLatin1String("unknown licence class ") + textOf(node));
    return *cls;
}

Right rightOf(const YAML::Node &node)
{
    for (const Right right : {Right::Distributable, Right::DistributableConditions, Right::InternalOnly, Right::NotListed}) {
        if (textOf(node) == rightId(right))
            return right;
    }
    policyFault(node, QLatin1String("unknown right ") + textOf(node));
}

QString optionalText(const YAML::Node &map, const char *key)
{
    const YAML::Node value = map[key];
    return value ? textOf(value) : QString();
}

class Reader
{
public:
    explicit Reader(Data &data) : m_data(data) { }

    void readEula(const YAML::Node &root)
    {
        for (const auto &entry : required(root, "agreements"))
            readAgreement(textOf(entry.first), entry.second);
        for (const auto &entry : required(root, "conditions"))
            m_data.titles.insert(textOf(entry.first), textOf(required(entry.second, "title")));
        readCuda(required(root, "cuda"));
        readDriver(required(root, "driver"));
        for (const YAML::Node &group : required(root, "attachment-a"))
            readListed(group);
    }

    void readProducts(const YAML::Node &root)
    {
        for (const auto &entry : required(root, "products"))
            m_data.titles.insert(textOf(entry.first), textOf(entry.second));
        for (const YAML::Node &node : required(root, "rules"))
            readRule(node);
    }

private:
    void readAgreement(const QString &id, const YAML::Node &node)
    {
        Data::Agreement agreement {id, textOf(required(node, "expression")), textOf(required(node, "assumed")), {}};
        const QString title = textOf(required(node, "title"));
        m_data.titles.insert(id, title);
        for (const YAML::Node &edition : required(node, "editions")) {
            const QString editionId = textOf(required(edition, "id"));
            const QString date = textOf(required(edition, "date"));
            m_data.editions.insert(editionId, {editionId, date, id, static_cast<int>(agreement.editions.size())});
            m_data.titles.insert(editionId, date.isEmpty() ? title : QString(title + QLatin1String(", ") + date));
            agreement.editions.append(editionId);
        }
        if (!agreement.editions.contains(agreement.assumed))
            policyFault(node, QLatin1String("unknown edition ") + agreement.assumed);
        m_data.agreements.insert(id, agreement);
    }

    QString knownAgreement(const YAML::Node &node) const
    {
        if (!m_data.agreements.contains(textOf(node)))
            policyFault(node, QLatin1String("unknown agreement ") + textOf(node));
        return textOf(node);
    }

    QStringList conditionsOf(const YAML::Node &node) const
    {
        const QStringList conditions = textsOf(node);
        for (const QString &condition : conditions) {
            if (!m_data.titles.contains(condition))
                policyFault(node, QLatin1String("unknown condition ") + condition);
        }
        return conditions;
    }

    void readCuda(const YAML::Node &node)
    {
        Data::Cuda &cuda = m_data.cuda;
        cuda.agreement = knownAgreement(required(node, "agreement"));
        cuda.paths = globsOf(required(node, "paths"));
        cuda.except = globsOf(required(node, "except"));
        cuda.packageKinds = textsOf(required(node, "package-kinds"));
        cuda.packages = globsOf(required(node, "packages"));
        cuda.packageFolders = globsOf(required(node, "package-folders"));
        cuda.texts = globsOf(required(node, "texts"));
        cuda.metadata = globsOf(required(node, "metadata"));
        const YAML::Node wrapper = required(node, "wrapper");
        cuda.wrapperKinds = textsOf(required(wrapper, "kinds"));
        cuda.wrapper.licenceClass = classOf(required(wrapper, "class"));
        cuda.wrapper.expression = textOf(required(wrapper, "expression"));
        cuda.wrapper.productId = QStringLiteral("packaging-wrapper");
        cuda.wrapper.group = QStringLiteral("wrapper");
        const YAML::Node tools = required(node, "tools");
        cuda.tools = namesOf(required(tools, "names"));
        cuda.toolSupport = namesOf(required(tools, "support"));
        cuda.toolClause = textOf(required(tools, "clause"));
        cuda.unlistedClause = textOf(required(node, "unlisted-clause"));
        cuda.headerClause = textOf(required(node, "tool-header-clause"));
        cuda.stubClause = textOf(required(node, "stub-clause"));
    }

    void readDriver(const YAML::Node &node)
    {
        Data::Driver &driver = m_data.driver;
        driver.libraries = namesOf(required(node, "libraries"));
        driver.programs = namesOf(required(node, "programs"));
        FileRight &right = driver.right;
        right.agreementId = knownAgreement(required(node, "agreement"));
        right.right = Right::DistributableConditions;
        right.licenceClass = LicenceClass::VendorRedistributable;
        right.expression = m_data.agreements.value(right.agreementId).expression;
        right.productId = QStringLiteral("driver");
        right.group = QStringLiteral("driver");
        right.clause = textOf(required(node, "clause"));
        right.conditions = conditionsOf(required(node, "conditions"));
    }

    void readListed(const YAML::Node &node)
    {
        static const std::array<std::pair<QString, QString>, 4> groups {
            {{QStringLiteral("shared"), QStringLiteral("shared-library")},
             {QStringLiteral("static"), QStringLiteral("static-library")},
             {QStringLiteral("header"), QStringLiteral("header")},
             {QStringLiteral("bitcode"), QStringLiteral("bitcode")}}};
        Data::ListedName listed;
        listed.editions = textsOf(required(node, "editions"));
        for (const QString &edition : listed.editions) {
            if (!m_data.editions.contains(edition))
                policyFault(node, QLatin1String("unknown edition ") + edition);
        }
        for (const auto &[kind, group] : groups) {
            if (textOf(required(node, "kind")) == kind)
                listed.group = group;
        }
        if (listed.group.isEmpty())
            policyFault(node, QStringLiteral("kind must be shared, static, header or bitcode"));
        listed.clause = textOf(required(node, "clause"));
        listed.conditions = conditionsOf(required(node, "conditions"));
        for (const QString &name : textsOf(required(node, "names")))
            m_data.listed.insert_or_assign(name.toStdString(), listed);
    }

    void readRule(const YAML::Node &node)
    {
        Data::Rule rule;
        rule.paths = globsOf(required(node, "paths"));
        rule.withinCuda = optionalText(node, "within") == QLatin1String("cuda");
        FileRight &right = rule.right;
        right.productId = textOf(required(node, "product"));
        if (!m_data.titles.contains(right.productId))
            policyFault(node, QLatin1String("unknown product ") + right.productId);
        right.right = rightOf(required(node, "right"));
        right.licenceClass = classOf(required(node, "class"));
        right.expression = textOf(required(node, "expression"));
        if (const YAML::Node agreement = node["agreement"])
            right.agreementId = knownAgreement(agreement);
        right.clause = textOf(required(node, "clause"));
        right.group = textOf(required(node, "group"));
        right.conditions = conditionsOf(node["conditions"]);
        m_data.rules.push_back(std::move(rule));
    }

    Data &m_data;
};

}  // namespace

Result<std::shared_ptr<const VendorRightsData>> VendorRightsData::load()
{
    auto data = std::make_shared<VendorRightsData>();
    Reader reader(*data);
    if (const auto done = readPolicy(QStringLiteral("eula-nvidia.yaml"), [&](const YAML::Node &root) { reader.readEula(root); });
        !done)
        return fail(done.error());
    if (const auto done = readPolicy(QStringLiteral("products.yaml"), [&](const YAML::Node &root) { reader.readProducts(root); });
        !done)
        return fail(done.error());
    return data;
}

}  // namespace waybill
