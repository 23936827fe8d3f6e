// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartspage.h"

#include "ui/charts/barlist.h"
#include "ui/charts/barmodel.h"
#include "ui/charts/chartspanel.h"
#include "ui/charts/riskheatmap.h"
#include "ui/charts/riskmatrixmodel.h"
#include "ui/explorer/flowlayout.h"
#include "ui/explorer/localkeys.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill {

ChartsPage::ChartsPage(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_matrix(new RiskMatrixModel(this)), m_progress(new BarModel(this)),
      m_worst(new BarModel(this))
{
    m_chart = new QComboBox;
    m_chart->setAccessibleName(tr("Which chart"));
    m_chart->addItems({tr("Scenarios by risk"), tr("Class share by layer"), tr("Review progress"), tr("Worst packages")});
    m_heatMap = new RiskHeatMap(m_matrix);
    auto *progress = new BarList(m_progress);
    progress->setAccessibleName(tr("Review progress"));
    auto *worst = new BarList(m_worst);
    worst->setAccessibleName(tr("Worst packages"));
    m_pages = new QStackedWidget;
    m_pages->addWidget(pageOf(m_heatMap, m_matrix, tr("Scenarios by risk, as a table")));
    m_pages->addWidget(new ChartsPanel(session, selection));
    m_pages->addWidget(pageOf(progress, m_progress, tr("Review progress, as a table")));
    m_pages->addWidget(pageOf(worst, m_worst, tr("Worst packages, as a table")));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addWidget(m_chart);
    layout->addWidget(buildTools());
    layout->addWidget(m_pages, 1);

    connect(m_chart, &QComboBox::currentIndexChanged, this, [this](int index) { showChart(static_cast<Chart>(index)); });
    connect(m_heatMap, &RiskHeatMap::cellActivated, this, [this](Scenario scenario, RiskLevel level) {
        m_session->setScenario(scenario);
        Q_EMIT filterRequested(QLatin1String("risk:") + riskLevelId(level));
    });
    for (const auto &[list, model] : {std::pair(progress, m_progress), std::pair(worst, m_worst)})
        connect(list, &BarList::rowActivated, this,
                [this, rows = model](int row) { Q_EMIT filterRequested(rows->rows()[static_cast<size_t>(row)].filter); });
    connect(session, &Session::imageOpened, this, &ChartsPage::reload);
    connect(session, &Session::inventoryChanged, this, &ChartsPage::reload);
    connect(session, &Session::assessmentChanged, this, &ChartsPage::reload);
    auto *keys = new LocalKeys(this);
    keys->add(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { m_asTable->toggle(); });
    for (QWidget *widget : std::initializer_list<QWidget *> {m_heatMap, progress, worst, m_chart, m_measure, m_asTable})
        widget->installEventFilter(keys);
    reload();
}

QWidget *ChartsPage::buildTools()
{
    m_tools = new QWidget;
    auto *flow = new FlowLayout(m_tools);
    m_measure = new QComboBox;
    m_measure->setAccessibleName(tr("What is counted"));
    m_measure->addItems({tr("Findings"), tr("Files"), tr("Bytes")});
    const auto button = [](const QString &icon, const QString &text) {
        auto *result = new QToolButton;
        result->setIcon(Theme::actionIcon(icon));
        result->setText(text);
        result->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        result->setAutoRaise(true);
        return result;
    };
    m_asTable = button(QStringLiteral("table"), tr("Show as Table"));
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("Show as Table (Ctrl+T)"));
    auto *csv = button(QStringLiteral("copy"), tr("Copy CSV"));
    auto *image = button(QStringLiteral("copy"), tr("Copy Image"));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_measure, m_asTable, csv, image})
        flow->addWidget(widget);
    connect(m_measure, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_matrix->setMeasure(static_cast<RiskMatrixModel::Measure>(index)); });
    connect(m_asTable, &QToolButton::toggled, this, &ChartsPage::updateTable);
    connect(csv, &QToolButton::clicked, this, &ChartsPage::copyCsv);
    connect(image, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setPixmap(m_pages->currentWidget()->grab()); });
    return m_tools;
}

/// A chart and its table in one place, of which one is shown.
QWidget *ChartsPage::pageOf(QWidget *chart, QAbstractItemModel *model, const QString &name)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(chart);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *stack = new QStackedWidget;
    stack->addWidget(scroll);
    stack->addWidget(table);
    return stack;
}

void ChartsPage::showChart(Chart chart)
{
    m_chart->setCurrentIndex(chart);
    m_pages->setCurrentIndex(chart);
    m_tools->setVisible(chart != ClassShare);  // that one brings its own
    m_measure->setVisible(chart == ScenariosByRisk);
}

void ChartsPage::updateTable()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        if (auto *stack = qobject_cast<QStackedWidget *>(m_pages->widget(i)))
            stack->setCurrentIndex(m_asTable->isChecked() ? 1 : 0);
    }
}

void ChartsPage::reload()
{
    const Review &review = m_session->review();
    m_heatMap->setScenario(review.scenario);
    m_matrix->setAssessment(review.concluded, review.inventory.get());
    m_progress->showProgress(review);
    m_worst->showWorst(review);
}

void ChartsPage::copyCsv() const
{
    const int chart = m_chart->currentIndex();
    QGuiApplication::clipboard()->setText(chart == ScenariosByRisk ? m_matrix->csv()
                                              : chart == Progress  ? m_progress->csv()
                                                                   : m_worst->csv());
}

}  // namespace waybill
