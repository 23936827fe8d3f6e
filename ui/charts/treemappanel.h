// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/charts/treemapview.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;

namespace waybill {

class ClassLegend;
class Selection;
class Session;

/// The treemap with its breadcrumb, legend and switches. Follows session and selection; owned by the main window.
class TreemapPanel : public QWidget
{
    Q_OBJECT
public:
    TreemapPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    TreemapView *view() const { return m_view; }
    void setFill(TreemapView::Fill fill);

private:
    void build();
    void connectAll();
    void onInventoryChanged();
    void onAssessmentChanged();
    void showFolder(NodeId folder);
    void rebuildCrumbs();
    void updateLegend();
    Session *m_session;
    Selection *m_selection;
    TreemapView *m_view = nullptr;
    ClassLegend *m_legend = nullptr;
    QLabel *m_riskLegend = nullptr;
    QLabel *m_status = nullptr;
    QComboBox *m_fill = nullptr;
    QCheckBox *m_ghosts = nullptr;
    QHBoxLayout *m_crumbs = nullptr;
};

}  // namespace waybill
