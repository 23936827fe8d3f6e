// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/logpanel.h"

#include "ui/workbench/logmodel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

namespace waybill {

LogPanel::LogPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new LogModel(this)), m_chain(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 4);
    auto *table = new QTableView(this);
    table->setModel(m_model);
    table->setAccessibleName(tr("Log"));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    const int unit = fontMetrics().averageCharWidth();
    table->setColumnWidth(LogModel::Time, unit * 22);
    table->setColumnWidth(LogModel::Who, unit * 20);
    table->setColumnWidth(LogModel::Action, unit * 22);
    column->addWidget(m_chain);
    column->addWidget(table, 1);
    connect(m_model, &QAbstractItemModel::modelReset, table, &QTableView::scrollToBottom);
    connect(session, &Session::imageOpened, this, &LogPanel::reload);
    connect(session, &Session::assessmentChanged, this, &LogPanel::reload);
    connect(session, &Session::saved, this, &LogPanel::reload);
    reload();
}

void LogPanel::addNotice(const QString &text)
{
    m_model->addNotice(text);
}

void LogPanel::reload()
{
    const auto &log = m_session->review().log;
    m_model->setLog(log);
    if (log.empty())
        m_chain->setText(tr("No review is open."));
    else
        m_chain->setText(logIsIntact(log) ? tr("Chain intact: every line follows from the line before it.")
                                          : tr("Chain broken: at least one line was changed after it was written."));
}

}  // namespace waybill
