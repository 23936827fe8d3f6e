// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/modeldump.h"
#include "ui/findings/findingsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace waybill;

namespace {

Finding makeFinding(const QString &key, RiskLevel onPremises, RiskLevel saas, const QString &licence, quint16 layer)
{
    Finding finding;
    finding.key = key;
    finding.ruleId = QStringLiteral("R-") + key;
    finding.subject = key;
    finding.expression = licence;
    finding.licenceClass = LicenceClass::StrongCopyleft;
    finding.liveFiles = 3;
    finding.layers = {layer};
    for (Effect &effect : finding.effects) {
        effect.risk = onPremises;
        effect.permission = Permission::NotPermitted;
    }
    finding.effects[static_cast<size_t>(Scenario::Saas)].risk = saas;
    finding.effects[static_cast<size_t>(Scenario::Saas)].permission = Permission::Permitted;
    return finding;
}

Review makeReview(int findings)
{
    auto inventory = std::make_shared<Inventory>();
    inventory->tree = std::make_shared<const FileTree>();
    Review review;
    review.inventory = inventory;
    review.scenario = Scenario::OnPremises;
    for (int i = 0; i < findings; ++i) {
        review.concluded.findings.push_back(
            makeFinding(QStringLiteral("f%1").arg(i, 4, 10, QLatin1Char('0')), i % 2 ? RiskLevel::High : RiskLevel::Low,
                        i % 2 ? RiskLevel::Safe : RiskLevel::Medium, i % 3 ? QStringLiteral("GPL-3.0-only") : QString(),
                        static_cast<quint16>(i % 2)));
    }
    review.assessed = review.concluded;
    return review;
}

QStringList components(const FindingsModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, FindingsModel::Component).data().toString());
    return names;
}

}  // namespace

class TestFindingsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAProperModel_data();
    void isAProperModel();
    void worstFirstInTheChosenScenario();
    void groupsAndCounts();
    void filterHidesAndFinds();
    void decisionsShow();
};

void TestFindingsModel::isAProperModel_data()
{
    QTest::addColumn<int>("findings");
    QTest::newRow("empty") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("wide") << 700;
}

void TestFindingsModel::isAProperModel()
{
    QFETCH(int, findings);
    FindingsModel model(nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const auto grouping : {FindingsModel::Grouping::Licence, FindingsModel::Grouping::Component,
                                FindingsModel::Grouping::Rule, FindingsModel::Grouping::Layer, FindingsModel::Grouping::None}) {
        model.setGrouping(grouping);
        model.setReview(makeReview(findings));
        model.sort(FindingsModel::Component, Qt::AscendingOrder);
        model.setFilter(FindingFilter::parse(QStringLiteral("risk:high")));
        model.setFilter({});
        QCOMPARE(model.shownFindings(), findings);
    }
}

void TestFindingsModel::worstFirstInTheChosenScenario()
{
    FindingsModel model(nullptr);
    model.setGrouping(FindingsModel::Grouping::None);
    Review review = makeReview(4);
    model.setReview(review);
    QCOMPARE(components(model).join(QLatin1Char(' ')), QStringLiteral("f0001 f0003 f0000 f0002"));
    review.scenario = Scenario::Saas;
    model.setReview(review);
    QCOMPARE(components(model).join(QLatin1Char(' ')), QStringLiteral("f0000 f0002 f0001 f0003"));
    model.sort(FindingsModel::Component, Qt::DescendingOrder);
    QCOMPARE(components(model).join(QLatin1Char(' ')), QStringLiteral("f0003 f0002 f0001 f0000"));
}

void TestFindingsModel::groupsAndCounts()
{
    FindingsModel model(nullptr);
    model.setReview(makeReview(4));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("GPL-3.0-only · 2 finding(s) · 2 undecided"));
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    const QModelIndex third = model.indexOf(3);
    QCOMPARE(third.data(FindingsModel::FindingRole).toInt(), 3);
    QCOMPARE(third.parent().row(), 1);
}

void TestFindingsModel::filterHidesAndFinds()
{
    FindingsModel model(nullptr);
    model.setGrouping(FindingsModel::Grouping::None);
    model.setReview(makeReview(4));
    model.setFilter(FindingFilter::parse(QStringLiteral("risk:>=high -pkg:f0003")));
    QCOMPARE(components(model), QStringList {QStringLiteral("f0001")});
    QVERIFY(!model.indexOf(3).isValid());
    QCOMPARE(model.totalFindings(), 4);
}

void TestFindingsModel::decisionsShow()
{
    FindingsModel model(nullptr);
    model.setGrouping(FindingsModel::Grouping::None);
    Review review = makeReview(1);
    model.setReview(review);
    QVERIFY(model.index(0, 0).data(FindingsModel::UndecidedRole).toBool());
    review.decisions.push_back({QStringLiteral("f0000"), DecisionAction::Remove, {}, {}, {}, false});
    model.setReview(review);
    QCOMPARE(model.index(0, FindingsModel::Status).data().toString(), QStringLiteral("Remove"));
    QVERIFY(!model.index(0, 0).data(FindingsModel::UndecidedRole).toBool());
    review.decisions.push_back({QStringLiteral("f0000"), DecisionAction::Remove, {}, {}, {}, true});
    model.setReview(review);
    QCOMPARE(model.index(0, FindingsModel::Status).data().toString(), QStringLiteral("Undecided"));
}

QTEST_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
