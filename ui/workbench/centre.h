// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QIcon>
#include <QTabWidget>

namespace waybill {

class ChartsPage;
class FindingsPanel;
class TreemapPanel;
class TrustPanel;

/// The centre of the workbench: findings, viewer, charts and treemap as tabs that cannot be closed. Owned by the main window.
class Centre : public QTabWidget
{
    Q_OBJECT
public:
    enum Tab { Findings, Viewer, Charts, Treemap, Components, Ledger, Strip, Trust };
    Centre(Session *session, Selection *selection, QWidget *parent = nullptr);
    FindingsPanel *findings() const { return m_findings; }
    ChartsPage *charts() const { return m_charts; }
    TreemapPanel *treemap() const { return m_treemap; }
    TrustPanel *trust() const { return m_trust; }
    void showTab(Tab tab);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitTabs();
    QList<QIcon> m_icons;  ///< of the tabs; shown where there is room for them
    int m_fullWidth = 0;   ///< of all tabs with their icons, pixels; 0 = not measured yet
    FindingsPanel *m_findings;
    ChartsPage *m_charts = nullptr;
    TreemapPanel *m_treemap = nullptr;
    TrustPanel *m_trust = nullptr;
};

}  // namespace waybill
