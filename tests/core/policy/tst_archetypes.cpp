// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/judge.h"
#include "core/policy/circumstance.h"
#include "core/policy/policy.h"

#include <QFile>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace waybill;

namespace {

const QString tableFile = QStringLiteral(WAYBILL_ARCHETYPES);

QString textOf(const YAML::Node &node, const char *key)
{
    return node[key] ? QString::fromStdString(node[key].as<std::string>()) : QString();
}

Right rightFrom(const QString &id)
{
    for (int i = 0; i <= static_cast<int>(Right::NotListed); ++i) {
        if (id == rightId(static_cast<Right>(i)))
            return static_cast<Right>(i);
    }
    return Right::NoAgreement;
}

Basis basisFrom(const QString &id)
{
    for (int i = 0; i <= static_cast<int>(Basis::OwnStated); ++i) {
        if (id == basisId(static_cast<Basis>(i)))
            return static_cast<Basis>(i);
    }
    return Basis::Component;
}

/// What the tests and the real judge share: the class follows from the expression, unless a vendor's list gives it.
Judgement judgementOf(const YAML::Node &node, const LicenceCatalog &catalog, Inventory &inventory)
{
    Judgement judgement;
    judgement.expression = textOf(node, "licence");
    judgement.licenceClass = classOf(judgement.expression, catalog);
    if (const QString cls = textOf(node, "class"); !cls.isEmpty())
        judgement.licenceClass = licenceClassFromId(cls).value_or(LicenceClass::Unknown);
    judgement.basis = basisFrom(textOf(node, "basis"));
    judgement.right.right = rightFrom(textOf(node, "right"));
    judgement.right.group = textOf(node, "group");
    judgement.right.productId = textOf(node, "product");
    judgement.right.agreementId = textOf(node, "agreement");
    judgement.right.newerEditionId = textOf(node, "newer");
    const bool ghost = node["ghost"] && node["ghost"].as<bool>();
    judgement.liveFiles = ghost ? 0 : 3;
    judgement.ghostFiles = ghost ? 3 : 0;
    judgement.liveBytes = ghost ? 0 : 3000;
    judgement.ghostBytes = ghost ? 3000 : 0;
    judgement.layers = {static_cast<quint16>(node["layer"] ? node["layer"].as<int>() : 0)};
    if (const QString name = textOf(node, "component"); !name.isEmpty()) {
        Component component;
        component.kind = name.section(u'/', 0, 0);
        component.name = name.section(u'/', 1).section(u'@', 0, 0);
        component.version = name.section(u'@', 1);
        if (!(node["text"] && !node["text"].as<bool>()))
            component.licencePaths = {"usr/share/doc/" + component.name.toStdString() + "/copyright"};
        judgement.component = ComponentId(inventory.components.size());
        inventory.components.push_back(component);
    }
    return judgement;
}

LinkFact linkOf(const YAML::Node &node, const LicenceCatalog &catalog, const Inventory &inventory)
{
    LinkFact link;
    link.kind = textOf(node, "kind") == QLatin1String("contains") ? LinkFact::Kind::Contains : LinkFact::Kind::Needs;
    link.from = JudgementId(node["from"].as<quint32>());
    link.path = textOf(node, "path").toStdString();
    link.library = textOf(node, "library");
    link.expression = textOf(node, "licence");
    link.licenceClass = classOf(link.expression, catalog);
    if (node["to"]) {
        link.to = JudgementId(node["to"].as<quint32>());
        link.expression = inventory.judgements[link.to.value].expression;
        link.licenceClass = inventory.judgements[link.to.value].licenceClass;
    }
    return link;
}

struct Archetype {
    Inventory inventory;
    std::vector<LinkFact> links;
    Answers answers;
};

Archetype archetypeOf(const YAML::Node &node, const LicenceCatalog &catalog)
{
    Archetype result;
    Inventory &inventory = result.inventory;
    inventory.tree = std::make_shared<FileTree>();
    inventory.image.layers.resize(node["layers"] ? node["layers"].as<size_t>() : 1);
    inventory.image.name = textOf(node, "image");
    inventory.osName = textOf(node, "system");
    for (size_t i = 0; i < inventory.image.layers.size(); ++i) {
        LayerReading reading;
        reading.complete = true;
        inventory.readings.push_back(reading);
    }
    for (const YAML::Node &file : node["files"])
        inventory.judgements.push_back(judgementOf(file, catalog, inventory));
    for (const YAML::Node &link : node["links"])
        result.links.push_back(linkOf(link, catalog, inventory));
    for (const auto &answer : node["answers"])
        result.answers.insert(QString::fromStdString(answer.first.as<std::string>()),
                              QString::fromStdString(answer.second.as<std::string>()));
    return result;
}

Permission worstPermission(const Assessment &assessment, Scenario scenario)
{
    Permission worst = Permission::Permitted;
    for (const Finding &finding : assessment.findings)
        worst = std::max(worst, finding.effect(scenario).permission);
    return worst;
}

/// "risk, permission, duty duty": the three things an archetype says of a scenario.
QString said(const Assessment &assessment, Scenario scenario)
{
    const ScenarioVerdict &verdict = assessment.verdict(scenario);
    QStringList duties = verdict.duties;
    duties.sort();
    QStringList parts {riskLevelId(verdict.riskWithUnknown), permissionId(worstPermission(assessment, scenario))};
    if (!duties.isEmpty())
        parts.append(duties.join(u' '));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

/// Images as people ship them, small: what must be said of each in five scenarios, and why (archetypes.yaml).
class tst_Archetypes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysWhatTheLawSays_data();
    void saysWhatTheLawSays();
    void thereAreEnough();
    void librariesInsideHaveKnownLicences();

private:
    YAML::Node m_table;
    std::shared_ptr<const Policy> m_policy;
    std::shared_ptr<const LicenceCatalog> m_catalog;
};

void tst_Archetypes::initTestCase()
{
    auto policy = Policy::load();
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().cause));
    m_policy = *policy;
    auto catalog = LicenceCatalog::load();
    QVERIFY(catalog.has_value());
    m_catalog = *catalog;
    m_table = YAML::LoadFile(tableFile.toStdString());
}

void tst_Archetypes::saysWhatTheLawSays_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("scenario");
    for (size_t i = 0; i < m_table.size(); ++i) {
        for (const Scenario scenario : allScenarios)
            QTest::addRow("%s: %s", qPrintable(textOf(m_table[i], "name")), scenarioId(scenario).data())
                << int(i) << int(scenario);
    }
}

void tst_Archetypes::saysWhatTheLawSays()
{
    QFETCH(int, row);
    QFETCH(int, scenario);
    const YAML::Node node = m_table[size_t(row)];
    const auto way = static_cast<Scenario>(scenario);
    const Archetype archetype = archetypeOf(node, *m_catalog);
    const Assessment assessment = m_policy->assess(archetype.inventory, archetype.answers, archetype.links);
    QCOMPARE(said(assessment, way), textOf(node["expect"], scenarioId(way).data()));
    // The permission and the verdict are two views of the same answer.
    static constexpr std::array verdicts {Verdict::CanShip, Verdict::CanShipWithDuties, Verdict::CannotTell, Verdict::CannotShip};
    QCOMPARE(assessment.verdict(way).verdict, verdicts[static_cast<size_t>(worstPermission(assessment, way))]);
    for (const Finding &finding : assessment.findings) {
        QVERIFY2(!finding.effect(way).whyEn.isEmpty() && !finding.effect(way).whyZh.isEmpty(), qPrintable(finding.key));
        QVERIFY2(!finding.effect(way).whyEn.contains(u'{'), qPrintable(finding.effect(way).whyEn));
        QVERIFY2(!finding.effect(way).clause.isEmpty(), qPrintable(finding.key));
    }
}

void tst_Archetypes::thereAreEnough()
{
    QVERIFY(m_table.size() >= 40);
    QSet<QString> names;
    for (const YAML::Node &node : m_table) {
        QVERIFY2(!textOf(node, "why").isEmpty(), qPrintable(textOf(node, "name")));
        names.insert(textOf(node, "name"));
    }
    QCOMPARE(names.size(), qsizetype(m_table.size()));
}

/// A library that can be found inside a program gives no finding when nobody knows its licence.
void tst_Archetypes::librariesInsideHaveKnownLicences()
{
    QFile file(QStringLiteral(":/policy/embedded-libraries.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const YAML::Node root = YAML::Load(file.readAll().toStdString());
    QVERIFY(root["libraries"].size() > 40);
    for (const YAML::Node &library : root["libraries"]) {
        const QString id = textOf(library, "id");
        const YAML::Node licence = library["licence"];
        QVERIFY2(licence || (library["only_itself"] && library["only_itself"].as<bool>()), qPrintable(id));
        QStringList expressions;
        if (licence && licence.IsScalar())
            expressions.append(textOf(library, "licence"));
        else if (licence)
            for (const YAML::Node &item : licence)
                expressions.append(textOf(item, "expression"));
        for (const QString &expression : std::as_const(expressions))
            QVERIFY2(classOf(expression, *m_catalog) != LicenceClass::Unknown, qPrintable(id + u' ' + expression));
    }
}

QTEST_GUILESS_MAIN(tst_Archetypes)
#include "tst_archetypes.moc"
