// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
// REUSE-IgnoreStart (the images below hold tags of their own)

#include "core/report/messages.h"
#include "tests/support/textimage.h"
#include "ui/inspector/decisionbox.h"
#include "ui/inspector/inspectorpanel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include <set>

using namespace waybill;

class TestInspectorPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void worstFindingIsExplained();
    void fileIsExplained();
    void hostileNamesAreEscaped();
    void decisionIsRecorded();
    void clickOnAFileKeepsTheFinding();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Selection> m_selection;
};

void TestInspectorPanel::initTestCase()
{
    const auto knowledge = ScanKnowledge::load();
    QVERIFY(knowledge);
    const auto policy = Policy::load();
    QVERIFY(policy);
    m_session = std::make_unique<Session>(Services {*knowledge, *policy});
    m_selection = std::make_unique<Selection>();
    test::TextImage image;
    image.layer(QStringLiteral("COPY app /opt/app"),
                QStringLiteral("d opt/app 755\nf opt/app/LICENSE 644 = SPDX-License-Identifier: AGPL-3.0-only\n"
                               "f opt/app/serve.py 644 = # SPDX-License-Identifier: AGPL-3.0-only\n"
                               "f opt/app/evil\\x1b[31m<b>x 644 = # SPDX-License-Identifier: AGPL-3.0-only\n"));
    image.layer(QStringLiteral("RUN rm /opt/app/serve.py"), QStringLiteral("w opt/app/serve.py\n"));
    const QString path = m_folder.filePath(QStringLiteral("a.tar"));
    QVERIFY(image.writeFile(path, image.dockerArchive()));
    QSignalSpy finished(m_session.get(), &Session::scanFinished);
    m_session->open(path);
    QVERIFY(finished.wait(30000));
    QVERIFY(!m_session->review().concluded.findings.empty());
}

void TestInspectorPanel::worstFindingIsExplained()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectFinding(0);
    std::set<WhyStep::Id> seen;
    for (const WhyStep &step : panel.steps()) {
        QVERIFY2(!step.title.isEmpty(), qPrintable(step.text));
        QVERIFY2(!step.text.isEmpty(), qPrintable(step.title));
        seen.insert(step.id);
    }
    for (const auto id :
         {WhyStep::Id::Rule, WhyStep::Id::Clause, WhyStep::Id::Component, WhyStep::Id::Evidence, WhyStep::Id::Layer})
        QVERIFY2(seen.contains(id), qPrintable(QString::number(static_cast<int>(id))));
    const QString instruction = QStringLiteral("COPY app /opt/app");
    QVERIFY(std::any_of(panel.steps().begin(), panel.steps().end(),
                        [&](const WhyStep &step) { return step.id == WhyStep::Id::Layer && step.text.contains(instruction); }));
}

void TestInspectorPanel::fileIsExplained()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    const NodeId gone = m_session->inventory()->tree->findAt("opt/app/serve.py", 0);
    QVERIFY(gone.isValid());
    m_selection->selectNode(gone);
    QVERIFY(!panel.steps().empty());
    QCOMPARE(panel.steps().front().text, Messages::ghost(m_session->inventory()->tree->node(gone)));
}

void TestInspectorPanel::hostileNamesAreEscaped()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectFinding(0);
    for (const QTextEdit *text : panel.findChildren<QTextEdit *>())
        QVERIFY(!text->toPlainText().contains(QChar(0x1b)));
    for (const QListWidget *list : panel.findChildren<QListWidget *>()) {
        for (int row = 0; row < list->count(); ++row)
            QVERIFY(!list->item(row)->text().contains(QChar(0x1b)));
    }
}

void TestInspectorPanel::decisionIsRecorded()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectFinding(0);
    const QString key = m_session->review().concluded.findings.front().key;
    QSignalSpy next(&panel, &InspectorPanel::nextRequested);
    panel.choose(DecisionAction::Remove);
    auto *box = panel.findChild<DecisionBox *>();
    QVERIFY(box);
    box->findChild<QLineEdit *>()->setText(QStringLiteral("not needed at run time"));
    panel.record(true);
    const Decision *decision = m_session->review().decisionOn(key);
    QVERIFY(decision);
    QCOMPARE(decision->action, DecisionAction::Remove);
    QCOMPARE(decision->reason, QStringLiteral("not needed at run time"));
    QCOMPARE(next.count(), 1);
    box->findChild<QComboBox *>()->setCurrentIndex(0);
    panel.record(false);
    QVERIFY(!m_session->review().decisionOn(key));
}

void TestInspectorPanel::clickOnAFileKeepsTheFinding()
{
    InspectorPanel panel(m_session.get(), m_selection.get());
    m_selection->selectLayer(0);
    m_selection->selectFinding(0);
    auto *list = panel.findChild<QListWidget *>();
    QVERIFY(list && list->count() > 0);
    list->setCurrentRow(0);
    QVERIFY(m_selection->node().isValid());
    QCOMPARE(panel.findChild<QListWidget *>(), list);
}

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspectorpanel.moc"
// REUSE-IgnoreEnd
