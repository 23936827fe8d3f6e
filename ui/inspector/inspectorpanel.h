// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/why.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace waybill {

class DecisionBox;

/// Answers "why?" for the selected finding, file or layer, and takes the decision. Follows session and selection; owned by
/// the main window.
class InspectorPanel : public QWidget
{
    Q_OBJECT
public:
    InspectorPanel(Session *session, Selection *selection, QWidget *parent = nullptr);

    void choose(DecisionAction action);
    void record(bool andNext);
    /// The explanation on show; empty when nothing is selected.
    const std::vector<WhyStep> &steps() const { return m_steps; }

Q_SIGNALS:
    void nextRequested();  ///< the next undecided finding is wanted

private:
    void connectAll();
    void onInventoryChanged();
    void rebuild();
    void buildEmpty(QVBoxLayout *column);
    void buildFinding(QVBoxLayout *column, const Why &why);
    void buildNode(QVBoxLayout *column, const Why &why);
    void buildLayer(QVBoxLayout *column, const Why &why);
    void buildComponent(QVBoxLayout *column, const Why &why);
    void addSteps(QVBoxLayout *column);
    void addFiles(QVBoxLayout *column, const std::vector<NodeId> &files, size_t all);
    std::vector<NodeId> filesOfComponent(int component) const;
    void addDuties(QVBoxLayout *column, const QStringList &duties);
    void addFindingLinks(QVBoxLayout *column, const std::vector<int> &findings);
    void addHeading(QVBoxLayout *column, const QString &text);
    const Finding *selectedFinding() const;
    void showFile(NodeId node);

    Session *m_session;
    Selection *m_selection;
    std::shared_ptr<const Inventory> m_inventory;  ///< the one that m_files was made from
    JudgementFiles m_files;
    std::vector<WhyStep> m_steps;
    QString m_subject;         ///< what is on show: a rebuild of the same keeps the scroll position
    bool m_selecting = false;  ///< the selection moves because of a click in this panel
    QScrollArea *m_scroll = nullptr;
    DecisionBox *m_decision = nullptr;
};

}  // namespace waybill
