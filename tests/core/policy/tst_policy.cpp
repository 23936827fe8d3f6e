// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policydata.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace waybill;

Q_DECLARE_METATYPE(Scenario)

namespace {

QByteArray compiledIn(const char *name)
{
    QFile file(QLatin1String(":/policy/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PolicySources shipped()
{
    return {compiledIn("classes.yaml"), compiledIn("rules.yaml"), compiledIn("duties.yaml"), compiledIn("scenarios.yaml")};
}

bool bothLanguages(const PolicyText &text)
{
    return !text.en.isEmpty() && !text.zh.isEmpty() && text.en != text.zh;
}

int lineOf(const QByteArray &text, const QByteArray &mark)
{
    return static_cast<int>(text.left(text.indexOf(mark)).count('\n')) + 1;
}

}  // namespace

class tst_Policy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loads();
    void everyTextHasBothLanguages();
    void casesStandBesideEveryRule();
    void everyDutyIsUsed();
    void errorsNameFileLineAndReason_data();
    void errorsNameFileLineAndReason();
    void idsOfScenarios();
    void worseLevel();
    void treatedAs();
    void overlayChangesWhatItSays();
    void overlayNamesEveryWrongLine();
    void overlayCannotMakeUnknownSafe();
};

void tst_Policy::loads()
{
    const auto policy = Policy::load();
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().cause));
    QCOMPARE((*policy)->version(), QStringLiteral("2026.13"));
    QCOMPARE((*policy)->scenarios().size(), size_t(scenarioCount));
    QCOMPARE((*policy)->classes().size(), size_t(licenceClassCount));
    QVERIFY((*policy)->rule(QStringLiteral("CLS-UN")));
    QVERIFY(!(*policy)->rule(QStringLiteral("CLS-NONE")));
    QVERIFY((*policy)->duty(QStringLiteral("source-offer")));
    QVERIFY(!(*policy)->duty(QStringLiteral("nothing")));
}

void tst_Policy::everyTextHasBothLanguages()
{
    const auto data = readPolicyData(shipped());
    QVERIFY(data.has_value());
    for (const ClassText &cls : data->classes)
        QVERIFY2(bothLanguages(cls.title) && bothLanguages(cls.meaning), licenceClassId(cls.licenceClass).data());
    for (const EffectRow &row : data->classRows) {
        for (const Effect &effect : row)
            QVERIFY(bothLanguages({effect.whyEn, effect.whyZh}));
    }
    for (const RuleData &rule : data->rules)
        QVERIFY2(bothLanguages(rule.text.title) && bothLanguages(rule.text.rationale), qPrintable(rule.text.id));
    for (const Duty &duty : data->duties)
        QVERIFY2(bothLanguages(duty.title) && bothLanguages(duty.text), qPrintable(duty.id));
    for (const ScenarioText &scenario : data->scenarios)
        QVERIFY(bothLanguages(scenario.title) && bothLanguages(scenario.card));
    for (const Question &question : data->questions) {
        QVERIFY2(bothLanguages(question.text) && bothLanguages(question.why) && bothLanguages(question.title),
                 qPrintable(question.id));
        QVERIFY2(question.text.en.split(u' ').size() <= 25, qPrintable(question.text.en));
        for (const Question::Choice &choice : question.choices)
            QVERIFY2(bothLanguages(choice.text), qPrintable(question.id));
    }
}

void tst_Policy::casesStandBesideEveryRule()
{
    const auto data = readPolicyData(shipped());
    QVERIFY(data.has_value());
    int cases = 0;
    for (const RuleData &rule : data->rules) {
        int positive = 0;
        for (const RuleCase &example : rule.cases) {
            RuleSubject subject(example.judgement, example.component ? &*example.component : nullptr);
            subject.circumstance = example.circumstance;
            QCOMPARE(data->ruleFor(subject) == &rule, example.match);
            positive += example.match ? 1 : 0;
            ++cases;
        }
        QVERIFY2(positive > 0 && positive < int(rule.cases.size()), qPrintable(rule.text.id));
    }
    QVERIFY(cases >= 50);
}

void tst_Policy::everyDutyIsUsed()
{
    const auto data = readPolicyData(shipped());
    QVERIFY(data.has_value());
    QSet<QString> used;
    const auto note = [&](const QStringList &duties) { used += QSet<QString>(duties.begin(), duties.end()); };
    for (const EffectRow &row : data->classRows) {
        for (const Effect &effect : row)
            note(effect.duties);
    }
    for (const RuleData &rule : data->rules) {
        for (const EffectPatch &patch : rule.patches)
            note(patch.duties.value_or(QStringList()));
    }
    for (const ModifierData &modifier : data->modifiers) {
        for (const auto &change : modifier.changes)
            note(change ? change->addDuties : QStringList());
    }
    for (const Duty &duty : data->duties)
        QVERIFY2(used.contains(duty.id), qPrintable(duty.id));
}

void tst_Policy::errorsNameFileLineAndReason_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("mark");  // on the line that the error must name
    QTest::addColumn<QString>("reason");
    QTest::newRow("level") << "classes.yaml" << QByteArray("risk: extreme") << QByteArray("risk: extrem")
                           << QByteArray("risk: extrem") << "\"extrem\" is not a risk level";
    QTest::newRow("duty") << "classes.yaml" << QByteArray("[notices, licence-texts]") << QByteArray("[notice]")
                          << QByteArray("- id: permissive") << "which duties.yaml does not have";
    QTest::newRow("language") << "duties.yaml" << QByteArray("{en: Keep the notices, zh_CN: ") << QByteArray("{en: Keep, zh: ")
                              << QByteArray("{en: Keep, zh: ") << "unknown key \"zh\"";
    QTest::newRow("syntax") << "scenarios.yaml" << QByteArray("scenarios:\n") << QByteArray("scenarios: [\n")
                            << QByteArray("scenarios: [") << "";
    QTest::newRow("choice") << "scenarios.yaml" << QByteArray("cautious: binaries") << QByteArray("cautious: blob")
                            << QByteArray("- id: sdk-form") << "the cautious choice \"blob\" is not among the choices";
    QTest::newRow("key") << "rules.yaml" << QByteArray("certainty: read") << QByteArray("certainity: read")
                         << QByteArray("certainity") << "unknown key \"certainity\"";
    QTest::newRow("case") << "rules.yaml" << QByteArray("basis: own-assumed, match: true")
                          << QByteArray("basis: own-assumed, match: false") << QByteArray("basis: own-assumed, match: false")
                          << "test case of OWN-FILES: expected no match";
    QTest::newRow("question") << "rules.yaml" << QByteArray("answers: {jetson: ") << QByteArray("answers: {jetsam: ")
                              << QByteArray("- id: jetson") << "there is no question \"jetsam\"";
    QTest::newRow("unknown safe") << "classes.yaml"
                                  << QByteArray("risk: low\n        permission: permitted-with-duties\n        clause: copyright")
                                  << QByteArray(
                                         "risk: safe\n        permission: permitted-with-duties\n        clause: copyright")
                                  << QByteArray("- id: unknown") << "unknown terms must never be safe";
}

void tst_Policy::errorsNameFileLineAndReason()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, mark);
    QFETCH(QString, reason);
    PolicySources sources = shipped();
    QByteArray &text = file == QLatin1String("classes.yaml") ? sources.classes
        : file == QLatin1String("rules.yaml")                ? sources.rules
        : file == QLatin1String("duties.yaml")               ? sources.duties
                                                             : sources.scenarios;
    const qsizetype at = text.indexOf(from);
    QVERIFY(at >= 0);
    text.replace(at, from.size(), to);
    const auto policy = Policy::fromSources(sources);
    QVERIFY(!policy.has_value());
    QCOMPARE(policy.error().kind, ErrorKind::Policy);
    QCOMPARE(policy.error().subject, file);
    QVERIFY2(policy.error().cause.contains(reason), qPrintable(policy.error().cause));
    if (reason.isEmpty())
        QVERIFY(policy.error().line >= lineOf(text, mark));  // where the parser gives up is its own affair
    else
        QCOMPARE(policy.error().line, lineOf(text, mark));
}

void tst_Policy::idsOfScenarios()
{
    for (const Scenario scenario : allScenarios)
        QCOMPARE(scenarioFromId(scenarioId(scenario)), std::optional(scenario));
    QCOMPARE(scenarioFromId(QStringLiteral("onprem")), std::optional(Scenario::OnPremises));
    QCOMPARE(scenarioFromId(QStringLiteral("on-prem")), std::optional(Scenario::OnPremises));
    QCOMPARE(scenarioFromId(QStringLiteral("moon")), std::optional<Scenario>());
    QCOMPARE(verdictId(Verdict::CannotTell), QLatin1String("cannot-tell"));
    QVERIFY(!leavesCompany(Scenario::Internal) && !leavesCompany(Scenario::Saas));
    QVERIFY(leavesCompany(Scenario::OnPremises) && leavesCompany(Scenario::Embedded) && leavesCompany(Scenario::Sdk));
}

void tst_Policy::worseLevel()
{
    QCOMPARE(worse(RiskLevel::Low, RiskLevel::High), RiskLevel::High);
    QCOMPARE(worse(RiskLevel::NotAssessed, RiskLevel::Safe), RiskLevel::Safe);
    QCOMPARE(worse(RiskLevel::Medium, RiskLevel::NotAssessed), RiskLevel::Medium);
    QCOMPARE(worse(RiskLevel::NotAssessed, RiskLevel::NotAssessed), RiskLevel::NotAssessed);
}

void tst_Policy::treatedAs()
{
    const auto policy = Policy::load();
    QVERIFY(policy.has_value());
    const QString outside = QStringLiteral("outside-copy");
    QCOMPARE((*policy)->treatedAs(Scenario::Internal, {}), Scenario::Internal);
    QCOMPARE((*policy)->treatedAs(Scenario::Internal, {{outside, QStringLiteral("no")}}), Scenario::Internal);
    QCOMPARE((*policy)->treatedAs(Scenario::Internal, {{outside, QStringLiteral("yes")}}), Scenario::OnPremises);
    QCOMPARE((*policy)->treatedAs(Scenario::Internal, {{outside, QStringLiteral("unknown")}}), Scenario::OnPremises);
    QCOMPARE((*policy)->treatedAs(Scenario::Saas, {{outside, QStringLiteral("yes")}}), Scenario::Saas);
}

namespace {

const char *const overlayText = R"(overlay: {name: ACME, version: "3"}
levels:
  - {class: strong-copyleft, scenario: sdk, risk: high, why: Not for integrators.}
duties:
  - {id: acme-ticket, title: Open a ticket, text: Name the product., clause: ACME 4.2}
rules:
  - id: ACME-BLOCK
    precedence: 10
    title: Not shipped
    rationale: The board decided.
    clause: ACME 7
    document: ACME handbook
    date: 2026-10
    certainty: judgement
    when: {component: "leftpad*"}
    effects:
      leaving: {risk: high, permission: not-permitted, why: The board decided against it.}
    cases:
      - {class: permissive, component: leftpad, kind: npm, match: true}
      - {class: permissive, component: lodash, kind: npm, match: false}
exceptions:
  - {id: ACME-17, rule: CLS-SC, component: bash, scenarios: [on-premises], risk: low, permission: permitted-with-duties,
     duties: [acme-ticket], reason: Agreed., until: 2027-12-31}
  - {id: ACME-OLD, rule: CLS-SC, scenarios: [leaving], risk: low, reason: Long ago., until: 2020-01-01}
sources:
  - {match: "registry.acme.example/**", title: ACME registry}
)";

Judgement packageUnder(LicenceClass cls, const char *expression)
{
    Judgement judgement;
    judgement.component = ComponentId(0);
    judgement.licenceClass = cls;
    judgement.expression = QLatin1String(expression);
    judgement.basis = Basis::Component;
    judgement.liveFiles = 1;
    return judgement;
}

Inventory imageWith(const char *package, const Judgement &judgement)
{
    Inventory inventory;
    inventory.tree = std::make_shared<FileTree>();
    Component component;
    component.name = QLatin1String(package);
    component.kind = QStringLiteral("npm");
    component.licencePaths = {"LICENSE"};
    inventory.components.push_back(component);
    inventory.judgements.push_back(judgement);
    return inventory;
}

}  // namespace

void tst_Policy::overlayChangesWhatItSays()
{
    const auto shipped = Policy::load();
    QVERIFY(shipped.has_value());
    const auto policy = (*shipped)->withOverlay(overlayText, QStringLiteral("acme.yaml"), QDate(2026, 11, 25));
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(policy.error().cause));
    QVERIFY((*policy)->version().startsWith(QLatin1String("2026.13 + ACME 3 (")));
    QCOMPARE((*policy)->overlay().ended, QStringList(QStringLiteral("ACME-OLD")));
    QCOMPARE((*policy)->trustedSources().size(), size_t(1));
    const Inventory bash = imageWith("bash", packageUnder(LicenceClass::StrongCopyleft, "GPL-3.0-or-later"));
    const Finding excused = (*policy)->assess(bash).findings.front();
    QCOMPARE(excused.effect(Scenario::OnPremises).risk, RiskLevel::Low);
    QCOMPARE(excused.effect(Scenario::OnPremises).duties, QStringList(QStringLiteral("acme-ticket")));
    QCOMPARE(excused.effect(Scenario::OnPremises).whyEn, QStringLiteral("ACME-17: Agreed."));
    QCOMPARE(excused.effect(Scenario::Sdk).risk, RiskLevel::High);
    QVERIFY(excused.effect(Scenario::Sdk).duties.contains(QLatin1String("source-offer")));
    QCOMPARE(excused.effect(Scenario::Embedded).risk, RiskLevel::High);
    QCOMPARE((*policy)->assess(bash).policyVersion, (*policy)->version());
    const Inventory leftpad = imageWith("leftpad", packageUnder(LicenceClass::Permissive, "MIT"));
    QCOMPARE((*policy)->assess(leftpad).findings.front().ruleId, QStringLiteral("ACME-BLOCK"));
    QCOMPARE((*policy)->assess(leftpad).verdict(Scenario::Sdk).verdict, Verdict::CannotShip);
    // The shipped policy itself is untouched.
    QCOMPARE((*shipped)->assess(bash).findings.front().effect(Scenario::OnPremises).risk, RiskLevel::Medium);
}

void tst_Policy::overlayNamesEveryWrongLine()
{
    const QByteArray text("overlay: {name: ACME, version: \"3\"}\n"
                          "levels:\n"
                          "  - {class: strong, scenario: sdk, risk: low}\n"
                          "  - {class: permissive, scenario: moon, risk: low}\n"
                          "exceptions:\n"
                          "  - {id: A, rule: CLS-SC, scenarios: [sdk], risk: low, reason: ok, until: soon}\n"
                          "  - {id: B, rule: CLS-SC, scenarios: [sdk], duties: [nothing], reason: ok}\n"
                          "surprise: 1\n");
    const auto shipped = Policy::load();
    std::vector<Error> problems;
    const auto policy = (*shipped)->withOverlay(text, QStringLiteral("acme.yaml"), QDate(2026, 11, 25), &problems);
    QVERIFY(!policy.has_value());
    std::vector<int> lines;
    for (const Error &problem : problems) {
        QCOMPARE(problem.subject, QStringLiteral("acme.yaml"));
        lines.push_back(problem.line);
    }
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, std::vector<int>({3, 4, 6, 7, 8}));
}

void tst_Policy::overlayCannotMakeUnknownSafe()
{
    const auto shipped = Policy::load();
    const auto policy = (*shipped)->withOverlay("overlay: {name: A, version: \"1\"}\n"
                                                "levels:\n  - {class: unknown, scenario: leaving, risk: safe}\n",
                                                QStringLiteral("a.yaml"), QDate(2026, 11, 25));
    QVERIFY(!policy.has_value());
    QVERIFY2(policy.error().cause.contains(QLatin1String("never be safe")), qPrintable(policy.error().cause));
}

QTEST_GUILESS_MAIN(tst_Policy)
#include "tst_policy.moc"
