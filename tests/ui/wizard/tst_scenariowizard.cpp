// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/scenariowizard.h"

#include "core/report/messages.h"
#include "inventorybuilder.h"
#include "ui/session/session.h"
#include "ui/wizard/choicelist.h"
#include "ui/wizard/questionpages.h"

#include <QLabel>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

Q_DECLARE_METATYPE(Scenario)

/// The wizard over a session that holds a hand-made devel image.
class tst_ScenarioWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyScenarioReachesTheVerdict_data();
    void everyScenarioReachesTheVerdict();
    void backKeepsAnswers();
    void outsideCopyIsTreatedAsOnPremises();
    void helpEndsOnACard_data();
    void helpEndsOnACard();
    void numberKeysPick();
    void everyAnswerHasAName();
    void questionsSpeakTheLanguage();
    void stepsListWhatIsAsked();
    void savingAndFindings();
    void withoutAnImage();
    void questionsNameTheirParts();

private:
    void choose(Scenario scenario);
    void answerAndGo(const QString &choice);
    QString text(const char *name) const;
    bool onVerdict() const { return m_wizard->nextId() == -1; }
    std::shared_ptr<const Policy> m_policy;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ScenarioWizard> m_wizard;
};

void tst_ScenarioWizard::initTestCase()
{
    auto policy = Policy::load();
    QVERIFY(policy.has_value());
    m_policy = *policy;
}

void tst_ScenarioWizard::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_session = std::make_unique<Session>(Services {{}, m_policy});
    m_session->show(InventoryBuilder().add(develLines()).shared());
    m_wizard = std::make_unique<ScenarioWizard>(m_session.get(), nullptr);
    m_wizard->show();
}

void tst_ScenarioWizard::cleanup()
{
    m_wizard.reset();
    m_session.reset();
}

void tst_ScenarioWizard::choose(Scenario scenario)
{
    auto *page = qobject_cast<ScenarioPage *>(m_wizard->currentPage());
    QVERIFY(page);
    QVERIFY(page->pick(static_cast<int>(scenario) + 1));
    m_wizard->next();
}

void tst_ScenarioWizard::answerAndGo(const QString &choice)
{
    auto *page = qobject_cast<QuestionPage *>(m_wizard->currentPage());
    QVERIFY(page);
    auto *button = page->findChild<QRadioButton *>(choice);
    QVERIFY2(button, qPrintable(choice));
    button->click();
    QVERIFY(page->isComplete());
    m_wizard->next();
}

QString tst_ScenarioWizard::text(const char *name) const
{
    const auto *label = m_wizard->currentPage()->findChild<QLabel *>(QLatin1String(name));
    return label && label->isVisibleTo(m_wizard->currentPage()) ? label->text() : QString();
}

void tst_ScenarioWizard::everyScenarioReachesTheVerdict_data()
{
    QTest::addColumn<Scenario>("scenario");
    for (const Scenario scenario : allScenarios)
        QTest::newRow(scenarioId(scenario).data()) << scenario;
}

void tst_ScenarioWizard::everyScenarioReachesTheVerdict()
{
    QFETCH(Scenario, scenario);
    choose(scenario);
    QCOMPARE(m_session->review().scenario, scenario);
    const QStringList asked = m_wizard->questionSequence();
    for (const QString &id : asked) {
        QVERIFY(!onVerdict());
        QVERIFY(!m_wizard->currentPage()->isComplete());
        // The last choice is always the one for those who do not know.
        answerAndGo(QStringLiteral("unknown"));
        QCOMPARE(m_session->review().answers.value(id), QStringLiteral("unknown"));
        if (m_policy->treatedAs(scenario, m_session->review().answers) != scenario)
            break;
    }
    while (!onVerdict())
        answerAndGo(QStringLiteral("unknown"));
    QVERIFY2(m_wizard->visitedIds().size() <= 9, "a wizard of more than nine pages is not finished by anybody");
    const ScenarioVerdict &verdict = m_session->review().concluded.verdict(scenario);
    QCOMPARE(text("verdict"), Messages::verdict(verdict.verdict));
    QVERIFY(text("sentence").startsWith(Messages::verdictSentence(verdict)));
    QVERIFY(text("assumptions").contains(QLatin1String("not known, taken cautiously")));
    QCOMPARE(text("alternatives").split(QLatin1Char('\n')).size(), qsizetype(scenarioCount - 1));
    QCOMPARE(text("disclaimer"), Messages::disclaimer());
}

void tst_ScenarioWizard::backKeepsAnswers()
{
    choose(Scenario::Embedded);
    answerAndGo(QStringLiteral("no"));
    answerAndGo(QStringLiteral("signed"));
    m_wizard->back();
    auto *list = m_wizard->currentPage()->findChild<ChoiceList *>();
    QCOMPARE(list->chosen(), QStringLiteral("signed"));
    m_wizard->back();
    QCOMPARE(m_wizard->currentPage()->findChild<ChoiceList *>()->chosen(), QStringLiteral("no"));
    m_wizard->next();
    QCOMPARE(m_wizard->currentPage()->findChild<ChoiceList *>()->chosen(), QStringLiteral("signed"));
    QCOMPARE(m_session->review().answers.value(QStringLiteral("sold-to-consumers")), QStringLiteral("no"));
    // A wizard that is opened again starts from the same answers.
    m_wizard = std::make_unique<ScenarioWizard>(m_session.get(), nullptr);
    m_wizard->show();
    QCOMPARE(m_wizard->currentPage()->findChild<ChoiceList *>()->chosen(), QStringLiteral("embedded"));
    m_wizard->next();
    QCOMPARE(m_wizard->currentPage()->findChild<ChoiceList *>()->chosen(), QStringLiteral("no"));
}

void tst_ScenarioWizard::outsideCopyIsTreatedAsOnPremises()
{
    choose(Scenario::Internal);
    QCOMPARE(m_wizard->questionSequence(), QStringList(QStringLiteral("outside-copy")));
    answerAndGo(QStringLiteral("yes"));
    QVERIFY(!onVerdict());
    while (!onVerdict())
        answerAndGo(QStringLiteral("unknown"));
    const QString expected = QStringLiteral("Treated as \"%1\" from here on").arg(Messages::scenario(Scenario::OnPremises));
    QVERIFY2(text("treated").startsWith(expected), qPrintable(text("treated")));
    const Assessment &assessment = m_session->review().concluded;
    QCOMPARE(assessment.verdict(Scenario::Internal).verdict, assessment.verdict(Scenario::OnPremises).verdict);
    QCOMPARE(assessment.verdict(Scenario::Internal).risk, RiskLevel::High);
    QCOMPARE(text("verdict"), Messages::verdict(Verdict::CannotShip));
    QCOMPARE(m_session->review().scenario, Scenario::Internal);
}

void tst_ScenarioWizard::helpEndsOnACard_data()
{
    QTest::addColumn<QList<int>>("answers");  // 1 = yes, 2 = no
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("internal") << QList<int> {2, 2} << Scenario::Internal;
    QTest::newRow("saas") << QList<int> {2, 1} << Scenario::Saas;
    QTest::newRow("embedded") << QList<int> {1, 1} << Scenario::Embedded;
    QTest::newRow("sdk") << QList<int> {1, 2, 1} << Scenario::Sdk;
    QTest::newRow("on-premises") << QList<int> {1, 2, 2} << Scenario::OnPremises;
}

void tst_ScenarioWizard::helpEndsOnACard()
{
    QFETCH(QList<int>, answers);
    QFETCH(Scenario, scenario);
    QVERIFY(qobject_cast<ScenarioPage *>(m_wizard->currentPage())->pick(6));
    m_wizard->next();
    auto *page = qobject_cast<HelpPage *>(m_wizard->currentPage());
    QVERIFY(page);
    for (const int answer : answers) {
        QVERIFY(!page->isComplete());
        QVERIFY(page->pick(answer));
    }
    QVERIFY(page->isComplete());
    QCOMPARE(page->result(), std::optional(scenario));
    QVERIFY(!text("result").isEmpty());
    m_wizard->next();
    QCOMPARE(m_session->review().scenario, scenario);
    QVERIFY(qobject_cast<QuestionPage *>(m_wizard->currentPage()));
}

void tst_ScenarioWizard::numberKeysPick()
{
    QTest::keyClick(m_wizard.get(), Qt::Key_2);
    QCOMPARE(m_session->review().scenario, Scenario::Saas);
    QTest::keyClick(m_wizard.get(), Qt::Key_9);  // there is no ninth card
    QCOMPARE(m_session->review().scenario, Scenario::Saas);
    m_wizard->next();
    QTest::keyClick(m_wizard.get(), Qt::Key_1);
    QCOMPARE(m_session->review().answers.value(QStringLiteral("downloads")), QStringLiteral("no"));
}

void tst_ScenarioWizard::everyAnswerHasAName()
{
    const QList<QRadioButton *> buttons = m_wizard->findChildren<QRadioButton *>();
    QVERIFY(buttons.size() > 40);
    for (const QRadioButton *button : buttons)
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    for (const ChoiceList *list : m_wizard->findChildren<ChoiceList *>())
        QVERIFY(!list->accessibleName().isEmpty());
}

void tst_ScenarioWizard::questionsSpeakTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    ScenarioWizard chinese(m_session.get(), nullptr);
    chinese.show();
    QVERIFY(qobject_cast<ScenarioPage *>(chinese.currentPage())->pick(1));
    chinese.next();
    QCOMPARE(chinese.currentPage()->title(), m_policy->question(QStringLiteral("outside-copy"))->text.zh);
}

void tst_ScenarioWizard::stepsListWhatIsAsked()
{
    auto *steps = m_wizard->findChild<QListWidget *>(QStringLiteral("steps"));
    QVERIFY(steps);
    choose(Scenario::Saas);
    QCOMPARE(steps->count(), 2 + int(m_wizard->questionSequence().size()));
    QCOMPARE(steps->currentRow(), 1);
    answerAndGo(QStringLiteral("no"));
    QCOMPARE(steps->currentRow(), 2);
    QVERIFY(steps->item(1)->text().endsWith(QChar(0x2713)));
    QVERIFY(!(steps->item(3)->flags() & Qt::ItemIsEnabled));
    Q_EMIT steps->itemClicked(steps->item(0));
    QTRY_COMPARE(m_wizard->currentId(), m_wizard->startId());
    QCOMPARE(m_session->review().answers.value(QStringLiteral("downloads")), QStringLiteral("no"));
}

void tst_ScenarioWizard::savingAndFindings()
{
    choose(Scenario::Internal);
    answerAndGo(QStringLiteral("no"));
    QVERIFY(onVerdict());
    QVERIFY(!m_wizard->isModal());
    QSignalSpy findings(m_wizard.get(), &ScenarioWizard::findingsRequested);
    QSignalSpy save(m_wizard.get(), &ScenarioWizard::saveRequested);
    m_wizard->button(QWizard::CustomButton1)->click();
    QCOMPARE(findings.count(), 1);
    QVERIFY(m_wizard->isVisible());
    m_wizard->button(QWizard::FinishButton)->click();
    QCOMPARE(save.count(), 1);
    QVERIFY(!m_wizard->isVisible());
}

void tst_ScenarioWizard::withoutAnImage()
{
    Session session(Services {{}, m_policy});
    ScenarioWizard wizard(&session, nullptr);
    wizard.show();
    QVERIFY(qobject_cast<ScenarioPage *>(wizard.currentPage())->pick(1));
    wizard.next();
    QVERIFY(qobject_cast<WizardPage *>(wizard.currentPage())->pick(2));
    wizard.next();
    const auto *label = wizard.currentPage()->findChild<QLabel *>(QStringLiteral("verdict"));
    QVERIFY(label);
    QCOMPARE(label->text(), QStringLiteral("No image has been read yet."));
}

/// "Did we change one of them" can only be answered by somebody who sees which.
void tst_ScenarioWizard::questionsNameTheirParts()
{
    m_session->show(InventoryBuilder()
                        .add({"deb/grafana@11.0", LicenceClass::NetworkCopyleft, "AGPL-3.0-only"})
                        .add({"deb/bash@5.2", LicenceClass::StrongCopyleft, "GPL-3.0-or-later"})
                        .shared());
    choose(Scenario::Saas);
    while (!onVerdict() && m_wizard->questionSequence().contains(QStringLiteral("changed-network-copyleft"))) {
        if (!text("parts").isEmpty())
            break;
        answerAndGo(QStringLiteral("unknown"));
    }
    QCOMPARE(text("parts"), QStringLiteral("In this image: grafana 11.0"));
    answerAndGo(QStringLiteral("no"));
    QVERIFY(text("parts").isEmpty());
}

QTEST_MAIN(tst_ScenarioWizard)
#include "tst_scenariowizard.moc"
