// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartspanel.h"

#include "core/report/messages.h"
#include "ui/charts/classlegend.h"
#include "ui/charts/classsharechart.h"
#include "ui/charts/classsharemodel.h"
#include "ui/explorer/flowlayout.h"
#include "ui/explorer/localkeys.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill {

ChartsPanel::ChartsPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new ClassShareModel(this))
{
    build();
    connectAll();
    onInventoryChanged();
}

void ChartsPanel::build()
{
    auto *title = new QLabel(tr("Class share by layer"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);

    m_chart = new ClassShareChart(m_model);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_chart);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Class share by layer, as a table"));
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_empty = new QLabel(tr("Open an image to see which licence classes its layers hold."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages = new QStackedWidget;
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_legend = new ClassLegend;

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(buildTools());
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_legend);
}

QWidget *ChartsPanel::buildTools()
{
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools);
    m_measure = new QComboBox;
    m_measure->setAccessibleName(tr("What is measured"));
    m_measure->addItem(tr("Bytes"), int(ClassShareModel::Measure::Bytes));
    m_measure->addItem(tr("Files"), int(ClassShareModel::Measure::Files));
    m_ghosts = new QCheckBox(tr("Include files removed by later layers (still shipped)"));
    m_ghosts->setChecked(true);
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
    for (QWidget *widget : std::initializer_list<QWidget *> {m_measure, m_asTable, csv, image, m_ghosts})
        flow->addWidget(widget);
    connect(csv, &QToolButton::clicked, this, &ChartsPanel::copyCsv);
    connect(image, &QToolButton::clicked, this, &ChartsPanel::copyImage);
    return tools;
}

void ChartsPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &ChartsPanel::onInventoryChanged);
    connect(m_session, &Session::inventoryChanged, this, &ChartsPanel::onInventoryChanged);
    connect(m_ghosts, &QCheckBox::toggled, this, &ChartsPanel::onInventoryChanged);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setMeasure(static_cast<ClassShareModel::Measure>(m_measure->currentData().toInt()));
        updateTexts();
    });
    connect(m_asTable, &QToolButton::toggled, this, &ChartsPanel::showTable);
    connect(m_chart, &ClassShareChart::layerClicked, this, [this](int layer) {
        if (layer >= 0)
            m_selection->selectLayer(layer);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && m_model->layer(current.row()) >= 0)
            m_selection->selectLayer(m_model->layer(current.row()));
    });
    auto *keys = new LocalKeys(this);
    keys->add(QKeySequence(Qt::CTRL | Qt::Key_T), [this] { m_asTable->toggle(); });
    for (QWidget *widget : std::initializer_list<QWidget *> {m_chart, m_table, m_measure, m_ghosts, m_asTable})
        widget->installEventFilter(keys);
}

void ChartsPanel::onInventoryChanged()
{
    m_model->setInventory(m_session->inventory(), m_ghosts->isChecked());
    std::vector<LicenceClass> present;
    for (const LicenceClass cls : allLicenceClasses) {
        if (!m_model->isEmpty() && m_model->value(0, cls) > 0)
            present.push_back(cls);
    }
    m_legend->setClasses(std::move(present));
    showTable(m_asTable->isChecked());
    updateTexts();
}

void ChartsPanel::showTable(bool table)
{
    m_asTable->setChecked(table);
    m_pages->setCurrentIndex(m_model->isEmpty() ? 2 : table ? 1 : 0);
    if (m_pages->isAncestorOf(focusWidget()) && !m_model->isEmpty())
        (table ? static_cast<QWidget *>(m_table) : m_chart)->setFocus();
}

void ChartsPanel::updateTexts()
{
    QString largest;
    double most = 0;
    for (const LicenceClass cls : allLicenceClasses) {
        if (!m_model->isEmpty() && m_model->share(0, cls) > most) {
            most = m_model->share(0, cls);
            largest = Messages::licenceClass(cls);
        }
    }
    m_chart->setAccessibleName(tr("Class share by layer"));
    m_chart->setAccessibleDescription(largest.isEmpty()
                                          ? tr("No files yet.")
                                          : tr("Largest share of the whole image: %1, %2 %. Press Ctrl+T for the table.")
                                                .arg(largest, QLocale().toString(qRound(most * 100))));
}

void ChartsPanel::copyCsv() const
{
    QGuiApplication::clipboard()->setText(m_model->csv());
}

void ChartsPanel::copyImage() const
{
    QGuiApplication::clipboard()->setPixmap(m_chart->grab());
}

}  // namespace waybill
