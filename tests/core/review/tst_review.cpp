// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review.h"

#include <QTest>

#include <functional>

using namespace waybill;

namespace {

Finding findingWith(const QString &key, Permission permission, const QStringList &duties = {})
{
    Finding finding;
    finding.key = key;
    finding.licenceClass = LicenceClass::VendorInternal;
    finding.liveFiles = 1;
    for (Effect &effect : finding.effects) {
        effect.risk = RiskLevel::High;
        effect.permission = permission;
        effect.duties = duties;
    }
    return finding;
}

Decision decisionOf(const QString &key, DecisionAction action, bool withdrawn = false)
{
    return {key, action, QStringLiteral("because"), QStringLiteral("Ann"), QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), withdrawn};
}

Assessment twoHeld()
{
    Assessment assessment;
    assessment.complete = true;
    assessment.findings = {findingWith(QStringLiteral("a"), Permission::NotPermitted, {QStringLiteral("ship-notice")}),
                           findingWith(QStringLiteral("b"), Permission::NotPermitted)};
    concludeVerdicts(assessment);
    return assessment;
}

Permission permissionOf(const Assessment &assessment, size_t finding)
{
    return assessment.findings.at(finding).effect(Scenario::OnPremises).permission;
}

Verdict verdictOf(const Assessment &assessment)
{
    return assessment.verdict(Scenario::OnPremises).verdict;
}

}  // namespace

class TestReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesOfActionsGoBothWays();
    void acceptPermitsAndKeepsDuties();
    void otherActionsPermitNothing();
    void theNewestDecisionCounts();
    void withdrawingLeavesTheFindingUndecided();
    void acceptLeavesAPermittedEffectAsItIs();
    void countsWhatIsUndecided();
    void anEmptyLogIsIntact();
    void anyChangeBreaksTheLog_data();
    void anyChangeBreaksTheLog();
    void fieldsOfTheLogDoNotRunIntoEachOther();
};

void TestReview::namesOfActionsGoBothWays()
{
    QCOMPARE(decisionActionId(DecisionAction::Accept), QLatin1String("accept"));
    QCOMPARE(decisionActionId(DecisionAction::Remove), QLatin1String("remove"));
    QCOMPARE(decisionActionId(DecisionAction::NeedInformation), QLatin1String("need-information"));
    for (DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation})
        QVERIFY(decisionActionFromId(decisionActionId(action)) == action);
    QVERIFY(!decisionActionFromId(QStringLiteral("Accept")));
}

void TestReview::acceptPermitsAndKeepsDuties()
{
    const Assessment assessed = twoHeld();
    QCOMPARE(verdictOf(assessed), Verdict::CannotShip);
    const Assessment concluded = applyDecisions(
        assessed,
        {decisionOf(QStringLiteral("a"), DecisionAction::Accept), decisionOf(QStringLiteral("b"), DecisionAction::Accept)});
    QCOMPARE(permissionOf(concluded, 0), Permission::PermittedWithDuties);
    QCOMPARE(permissionOf(concluded, 1), Permission::Permitted);
    QCOMPARE(verdictOf(concluded), Verdict::CanShipWithDuties);
    QCOMPARE(concluded.verdict(Scenario::OnPremises).duties, QStringList {QStringLiteral("ship-notice")});
    QCOMPARE(concluded.findings.at(0).effect(Scenario::OnPremises).risk, RiskLevel::High);
    QCOMPARE(permissionOf(assessed, 0), Permission::NotPermitted);
}

void TestReview::otherActionsPermitNothing()
{
    const Assessment concluded = applyDecisions(twoHeld(),
                                                {decisionOf(QStringLiteral("a"), DecisionAction::Remove),
                                                 decisionOf(QStringLiteral("b"), DecisionAction::NeedInformation),
                                                 decisionOf(QStringLiteral("elsewhere"), DecisionAction::Accept)});
    QCOMPARE(permissionOf(concluded, 0), Permission::NotPermitted);
    QCOMPARE(permissionOf(concluded, 1), Permission::NotPermitted);
    QCOMPARE(verdictOf(concluded), Verdict::CannotShip);
}

void TestReview::theNewestDecisionCounts()
{
    const Assessment concluded = applyDecisions(
        twoHeld(),
        {decisionOf(QStringLiteral("b"), DecisionAction::Accept), decisionOf(QStringLiteral("b"), DecisionAction::Remove)});
    QCOMPARE(permissionOf(concluded, 1), Permission::NotPermitted);
}

void TestReview::withdrawingLeavesTheFindingUndecided()
{
    Review review;
    review.decisions = {decisionOf(QStringLiteral("b"), DecisionAction::Accept)};
    QVERIFY(review.decisionOn(QStringLiteral("b")) == &review.decisions.front());
    review.decisions.push_back(decisionOf(QStringLiteral("b"), DecisionAction::Accept, true));
    QVERIFY(!review.decisionOn(QStringLiteral("b")));
    QCOMPARE(permissionOf(applyDecisions(twoHeld(), review.decisions), 1), Permission::NotPermitted);
}

void TestReview::acceptLeavesAPermittedEffectAsItIs()
{
    Assessment assessed;
    assessed.findings = {findingWith(QStringLiteral("a"), Permission::Permitted, {QStringLiteral("ship-notice")})};
    const Assessment concluded = applyDecisions(assessed, {decisionOf(QStringLiteral("a"), DecisionAction::Accept)});
    QCOMPARE(permissionOf(concluded, 0), Permission::Permitted);
}

void TestReview::countsWhatIsUndecided()
{
    Review review;
    review.assessed.findings
        = {findingWith(QStringLiteral("a"), Permission::NotPermitted), findingWith(QStringLiteral("b"), Permission::Undetermined),
           findingWith(QStringLiteral("c"), Permission::PermittedWithDuties)};
    review.assessed.findings.at(1).effects.at(static_cast<size_t>(Scenario::Saas)).permission = Permission::Permitted;
    QCOMPARE(review.undecided(Scenario::OnPremises), 2);
    QCOMPARE(review.undecided(Scenario::Saas), 1);
    review.decisions = {decisionOf(QStringLiteral("a"), DecisionAction::Remove)};
    QCOMPARE(review.undecided(Scenario::OnPremises), 1);
    QCOMPARE(review.undecided(Scenario::Saas), 0);
}

void TestReview::anEmptyLogIsIntact()
{
    QVERIFY(logIsIntact({}));
}

void TestReview::anyChangeBreaksTheLog_data()
{
    using Change = std::function<void(std::vector<LogEntry> &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("intact");
    QTest::newRow("none") << Change([](auto &) {}) << true;
    QTest::newRow("author") << Change([](auto &log) { log[1].author = QStringLiteral("Eve"); }) << false;
    QTest::newRow("action") << Change([](auto &log) { log[1].action = QStringLiteral("signed"); }) << false;
    QTest::newRow("detail") << Change([](auto &log) { log[0].detail += QLatin1Char(' '); }) << false;
    QTest::newRow("time") << Change([](auto &log) { log[2].time = log[2].time.addMSecs(1); }) << false;
    QTest::newRow("hash") << Change([](auto &log) { log[0].hash[5] = static_cast<char>(log[0].hash.at(5) ^ 1); }) << false;
    QTest::newRow("removed") << Change([](auto &log) { log.erase(log.begin() + 1); }) << false;
    QTest::newRow("first removed") << Change([](auto &log) { log.erase(log.begin()); }) << false;
    QTest::newRow("swapped") << Change([](auto &log) { std::swap(log[0], log[1]); }) << false;
}

void TestReview::anyChangeBreaksTheLog()
{
    QFETCH(std::function<void(std::vector<LogEntry> &)>, change);
    QFETCH(bool, intact);
    Review review;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
    appendLog(review, QStringLiteral("Ann"), QStringLiteral("created"), QStringLiteral("image"), now);
    appendLog(review, QStringLiteral("Ann"), QStringLiteral("decided"), QStringLiteral("a"), now.addSecs(1));
    appendLog(review, QStringLiteral("Bob"), QStringLiteral("withdrawn"), QStringLiteral("a"), now.addSecs(2));
    QCOMPARE(review.log.size(), size_t(3));
    QCOMPARE(review.log[0].hash.size(), 32);
    change(review.log);
    QCOMPARE(logIsIntact(review.log), intact);
}

void TestReview::fieldsOfTheLogDoNotRunIntoEachOther()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    Review one;
    Review two;
    appendLog(one, QStringLiteral("An"), QStringLiteral("nx"), QString(), now);
    appendLog(two, QStringLiteral("Ann"), QStringLiteral("x"), QString(), now);
    QVERIFY(one.log[0].hash != two.log[0].hash);
}

QTEST_APPLESS_MAIN(TestReview)
#include "tst_review.moc"
