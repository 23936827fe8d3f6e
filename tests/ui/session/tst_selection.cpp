// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;

class TestSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSubjectIsSilent();
    void returningToAFindingIsTold();
    void followersDoNotChangeTheSubject();
    void losingAnotherKindKeepsTheSubject();
};

void TestSelection::sameSubjectIsSilent()
{
    Selection selection;
    QSignalSpy told(&selection, &Selection::findingSelected);
    selection.selectFinding(3);
    selection.selectFinding(3);
    QCOMPARE(told.count(), 1);
    QCOMPARE(selection.finding(), 3);
}

void TestSelection::returningToAFindingIsTold()
{
    Selection selection;
    QSignalSpy told(&selection, &Selection::findingSelected);
    selection.selectFinding(3);
    selection.selectNode(NodeId(7));
    selection.selectFinding(3);
    QCOMPARE(told.count(), 2);
    QCOMPARE(selection.subject(), Selection::Subject::Finding);
}

void TestSelection::followersDoNotChangeTheSubject()
{
    Selection selection;
    // Two views that follow each other must come to rest.
    connect(&selection, &Selection::findingSelected, &selection, [&] { selection.selectNode(NodeId(1)); });
    connect(&selection, &Selection::nodeSelected, &selection, [&] { selection.selectFinding(5); });
    selection.selectFinding(5);
    QCOMPARE(selection.subject(), Selection::Subject::Finding);
    QCOMPARE(selection.node(), NodeId(1));
    QCOMPARE(selection.finding(), 5);
}

void TestSelection::losingAnotherKindKeepsTheSubject()
{
    Selection selection;
    selection.selectLayer(2);
    selection.selectNode(NodeId(4));
    selection.selectLayer(-1);
    QCOMPARE(selection.subject(), Selection::Subject::Node);
    selection.selectNode({});
    QCOMPARE(selection.subject(), Selection::Subject::None);
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
