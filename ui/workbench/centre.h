// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QTabWidget>

namespace waybill {

class FindingsPanel;

/// The centre of the workbench: findings, viewer and charts as tabs that cannot be closed. Owned by the main window.
class Centre : public QTabWidget
{
    Q_OBJECT
public:
    enum Tab { Findings, Viewer, Charts };
    Centre(Session *session, Selection *selection, QWidget *parent = nullptr);
    FindingsPanel *findings() const { return m_findings; }
    void showTab(Tab tab);

private:
    FindingsPanel *m_findings;
};

}  // namespace waybill
