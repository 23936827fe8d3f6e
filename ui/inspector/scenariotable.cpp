// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/scenariotable.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QHeaderView>

namespace waybill {

ScenarioTable::ScenarioTable(const Finding &finding, Scenario current, QWidget *parent) : QTableWidget(scenarioCount, 3, parent)
{
    setHorizontalHeaderLabels({tr("Delivery"), tr("Risk"), tr("Permission")});
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setAccessibleName(tr("This finding in the five ways of delivery"));
    for (const Scenario scenario : allScenarios) {
        const int row = static_cast<int>(scenario);
        const Effect &effect = finding.effect(scenario);
        const bool isCurrent = scenario == current;
        const QString name = Messages::scenarioShort(scenario);
        auto *title = new QTableWidgetItem(isCurrent ? tr("%1 (chosen)").arg(name) : name);
        auto *risk = new QTableWidgetItem(Theme::riskIcon(effect.risk), Messages::risk(effect.risk));
        auto *permission = new QTableWidgetItem(Messages::permission(effect.permission));
        for (QTableWidgetItem *item : {title, risk, permission}) {
            QFont font = item->font();
            font.setBold(isCurrent);
            item->setFont(font);
            item->setToolTip(item->text());
        }
        setItem(row, 0, title);
        setItem(row, 1, risk);
        setItem(row, 2, permission);
    }
    resizeRowsToContents();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ScenarioTable::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    return {QTableWidget::minimumSizeHint().width(), height};
}

}  // namespace waybill
