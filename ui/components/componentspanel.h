// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/components/componentsmodel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace waybill {

/// Packages and products with filter line, grouping and chosen columns. Follows session and selection; owned by the centre.
class ComponentsPanel : public QWidget
{
    Q_OBJECT
public:
    ComponentsPanel(Session *session, Selection *selection, QWidget *parent = nullptr);

    void setFilterText(const QString &text);
    /// Shows the first file of a component in the tree; a live one where there is one.
    void showFiles(int component);
    ComponentsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }

private:
    void buildBar();
    void buildView();
    void connectAll();
    void reload();
    void applyFilter();
    void rearrange();
    void follow(int component);
    void updateCounts();
    void updateClaims();
    void keepColumns();
    void openMenu(const QPoint &position);
    void copyRows() const;

    Session *m_session;
    Selection *m_selection;
    ComponentsModel *m_model;
    QTreeView *m_view = nullptr;
    QComboBox *m_grouping = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_claims = nullptr;  ///< what bills of materials inside the image say, beside what was found
    QStackedWidget *m_stack = nullptr;
    QTimer *m_filterDelay = nullptr;
    bool m_following = false;  ///< the current row moves because the selection moved
};

}  // namespace waybill
