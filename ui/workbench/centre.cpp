// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/centre.h"

#include "ui/charts/chartspage.h"
#include "ui/charts/treemappanel.h"
#include "ui/components/componentspanel.h"
#include "ui/components/ledgerpanel.h"
#include "ui/findings/findingspanel.h"
#include "ui/remedy/strippanel.h"
#include "ui/theme/palette.h"
#include "ui/trust/trustpanel.h"
#include "ui/viewer/viewerpanel.h"

#include <QEvent>
#include <QTabBar>

namespace waybill {

Centre::Centre(Session *session, Selection *selection, QWidget *parent)
    : QTabWidget(parent), m_findings(new FindingsPanel(session, selection, this))
{
    setDocumentMode(true);
    const auto add = [this](QWidget *page, const QString &icon, const QString &title) {
        m_icons.append(Theme::actionIcon(icon));
        addTab(page, m_icons.constLast(), title);
    };
    add(m_findings, QStringLiteral("findings"), tr("Findings"));
    add(new ViewerPanel(session, selection, this), QStringLiteral("file"), tr("Viewer"));
    m_charts = new ChartsPage(session, selection, this);
    add(m_charts, QStringLiteral("chart"), tr("Charts"));
    m_treemap = new TreemapPanel(session, selection, this);
    add(m_treemap, QStringLiteral("table"), tr("Treemap"));
    connect(m_charts, &ChartsPage::filterRequested, this, [this](const QString &filter) {
        showTab(Findings);
        m_findings->setFilterText(filter);
    });
    add(new ComponentsPanel(session, selection, this), QStringLiteral("table"), tr("Components"));
    add(new LedgerPanel(session, selection, this), QStringLiteral("layers"), tr("Bytes"));
    add(new StripPanel(session, selection, this), QStringLiteral("filter"), tr("Strip"));
    m_trust = new TrustPanel(session, selection, this);
    add(m_trust, QStringLiteral("verify"), tr("Trust"));
    connect(selection, &Selection::openFileRequested, this, [this] { showTab(Viewer); });
}

/// Words are worth more than pictures: where not all tabs fit, the icons go first.
void Centre::fitTabs()
{
    if (m_fullWidth == 0) {
        for (int i = 0; i < count(); ++i)
            setTabIcon(i, m_icons.value(i));
        for (int i = 0; i < count(); ++i)
            m_fullWidth += tabBar()->tabRect(i).width();
    }
    const bool room = m_fullWidth <= width();
    for (int i = 0; i < count(); ++i) {
        if (tabIcon(i).isNull() == room)
            setTabIcon(i, room ? m_icons.value(i) : QIcon());
    }
}

void Centre::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    fitTabs();
}

void Centre::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_fullWidth = 0;
    if (count() == m_icons.size() && count() > 0)
        fitTabs();
}

void Centre::showTab(Tab tab)
{
    setCurrentIndex(tab);
}

}  // namespace waybill
