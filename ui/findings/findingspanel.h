// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/findings/findingsmodel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
class QToolButton;
class QTreeView;

namespace waybill {

/// The list of findings with its filter line and grouping. Follows session and selection; owned by the main window.
class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    FindingsPanel(Session *session, Selection *selection, QWidget *parent = nullptr);

    void setFilterText(const QString &text);
    QString filterText() const;
    void focusFilter();
    /// Selects the next (or previous) undecided finding that the filter shows; false when there is none.
    bool selectNextUndecided(bool backwards = false);
    /// Keys of the selected rows; a selected group stands for all its rows.
    QStringList selectedKeys() const;
    void copyRows() const;
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    FindingsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFilterBar();
    void buildView();
    void connectAll();
    void reload();
    void applyFilter();
    void rearrange(const std::function<void()> &change);
    void follow(int finding);
    int startWidth(int column) const;
    void showColumns();
    void updateCounts();
    void openMenu(const QPoint &position);
    void decideSelected(DecisionAction action);

    Session *m_session;
    Selection *m_selection;
    FindingsModel *m_model = nullptr;
    QTreeView *m_view = nullptr;
    QComboBox *m_grouping = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_undecidedOnly = nullptr;
    QToolButton *m_clear = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTimer *m_filterDelay = nullptr;
    bool m_following = false;  ///< the current row moves because the selection moved, not because the user did
};

}  // namespace waybill
