// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/centre.h"

#include "ui/charts/chartspanel.h"
#include "ui/findings/findingspanel.h"
#include "ui/theme/palette.h"
#include "ui/viewer/viewerpanel.h"

namespace waybill {

Centre::Centre(Session *session, Selection *selection, QWidget *parent)
    : QTabWidget(parent), m_findings(new FindingsPanel(session, selection, this))
{
    setDocumentMode(true);
    addTab(m_findings, Theme::actionIcon(QStringLiteral("findings")), tr("Findings"));
    addTab(new ViewerPanel(session, selection, this), Theme::actionIcon(QStringLiteral("file")), tr("Viewer"));
    addTab(new ChartsPanel(session, selection, this), Theme::actionIcon(QStringLiteral("chart")), tr("Charts"));
    connect(selection, &Selection::openFileRequested, this, [this] { showTab(Viewer); });
}

void Centre::showTab(Tab tab)
{
    setCurrentIndex(tab);
}

}  // namespace waybill
