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

namespace waybill {

Centre::Centre(Session *session, Selection *selection, QWidget *parent)
    : QTabWidget(parent), m_findings(new FindingsPanel(session, selection, this))
{
    setDocumentMode(true);
    addTab(m_findings, Theme::actionIcon(QStringLiteral("findings")), tr("Findings"));
    addTab(new ViewerPanel(session, selection, this), Theme::actionIcon(QStringLiteral("file")), tr("Viewer"));
    m_charts = new ChartsPage(session, selection, this);
    addTab(m_charts, Theme::actionIcon(QStringLiteral("chart")), tr("Charts"));
    m_treemap = new TreemapPanel(session, selection, this);
    addTab(m_treemap, Theme::actionIcon(QStringLiteral("table")), tr("Treemap"));
    connect(m_charts, &ChartsPage::filterRequested, this, [this](const QString &filter) {
        showTab(Findings);
        m_findings->setFilterText(filter);
    });
    addTab(new ComponentsPanel(session, selection, this), Theme::actionIcon(QStringLiteral("table")), tr("Components"));
    addTab(new LedgerPanel(session, selection, this), Theme::actionIcon(QStringLiteral("layers")), tr("Bytes"));
    addTab(new StripPanel(session, selection, this), Theme::actionIcon(QStringLiteral("filter")), tr("Strip"));
    m_trust = new TrustPanel(session, selection, this);
    addTab(m_trust, Theme::actionIcon(QStringLiteral("verify")), tr("Trust"));
    connect(selection, &Selection::openFileRequested, this, [this] { showTab(Viewer); });
}

void Centre::showTab(Tab tab)
{
    setCurrentIndex(tab);
}

}  // namespace waybill
