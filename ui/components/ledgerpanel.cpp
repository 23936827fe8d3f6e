// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/components/ledgerpanel.h"

#include "core/report/messages.h"
#include "ui/components/ledgerbar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTreeView>

namespace waybill {

LedgerPanel::LedgerPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_sums(new LedgerModel(this)),
      m_files(new UnexplainedModel(this))
{
    build();
    connect(session, &Session::imageOpened, this, &LedgerPanel::reload);
    connect(session, &Session::inventoryChanged, this, &LedgerPanel::reload);
    connect(m_layer, &QComboBox::currentIndexChanged, this, &LedgerPanel::recount);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] { m_files->setKind(m_kind->currentData().toInt()); });
    reload();
}

QTreeView *LedgerPanel::table(QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTreeView(this);
    view->setModel(model);
    view->setAccessibleName(name);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setTextElideMode(Qt::ElideMiddle);
    return view;
}

void LedgerPanel::build()
{
    m_layer = new QComboBox(this);
    m_layer->setAccessibleName(tr("Layers counted"));
    m_share = new QLabel(this);
    m_bar = new LedgerBar(this);
    QTreeView *sums = table(m_sums, tr("Bytes by explanation"));
    sums->setSelectionMode(QAbstractItemView::NoSelection);
    sums->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int unit = fontMetrics().averageCharWidth();
    sums->header()->resizeSection(LedgerModel::Reason, 32 * unit);
    sums->setFixedHeight((m_sums->rowCount() + 1) * (fontMetrics().height() + 8) + 8);
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("All kinds"), -1);
    for (size_t i = 0; i < unexplainedKindCount; ++i)
        m_kind->addItem(Messages::unexplainedKind(static_cast<UnexplainedKind>(i)), static_cast<int>(i));
    m_kind->setAccessibleName(tr("Kind of unexplained files"));
    m_open = new QLabel(this);
    QTreeView *files = table(m_files, tr("Unexplained files"));
    files->header()->resizeSection(UnexplainedModel::Kind, 20 * unit);
    files->header()->resizeSection(UnexplainedModel::State, 24 * unit);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid())
            m_selection->selectNode(NodeId(index.data(UnexplainedModel::NodeRole).toUInt()));
    };
    connect(files, &QTreeView::clicked, this, choose);
    connect(files->selectionModel(), &QItemSelectionModel::currentRowChanged, this, choose);
    connect(files, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT m_selection->openFileRequested(NodeId(index.data(UnexplainedModel::NodeRole).toUInt()));
    });
    auto *top = new QHBoxLayout;
    top->addWidget(m_share, 1);
    top->addWidget(m_layer);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_open, 1);
    middle->addWidget(m_kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 0);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(sums);
    column->addLayout(middle);
    column->addWidget(files, 1);
}

void LedgerPanel::reload()
{
    const auto inventory = m_session->inventory();
    const int layers = inventory ? static_cast<int>(inventory->image.layers.size()) : 0;
    {
        const QSignalBlocker blocker(m_layer);
        const int before = m_layer->currentIndex();
        m_layer->clear();
        m_layer->addItem(tr("All layers"), -1);
        for (int layer = 0; layer < layers; ++layer)
            m_layer->addItem(Messages::layerName(layer), layer);
        m_layer->setCurrentIndex(before >= 0 && before < m_layer->count() ? before : 0);
    }
    recount();
}

void LedgerPanel::recount()
{
    const auto inventory = m_session->inventory();
    const Ledger ledger = inventory ? ledgerOf(*inventory, m_layer->currentData().toInt()) : Ledger();
    m_sums->setLedger(ledger);
    m_bar->setLedger(ledger);
    m_files->setFiles(inventory, ledger.unexplained);
    m_share->setText(inventory ? tr("%1 % of %2 in files are explained")
                                     .arg(QLocale().toString(100 * ledger.explainedShare(), 'f', 2),
                                          Messages::bytes(ledger.liveTotal.bytes + ledger.ghostTotal.bytes))
                               : tr("Open an image to see what accounts for its bytes."));
    m_open->setText(ledger.unexplained.empty()
                        ? tr("No file is unexplained.")
                        : tr("%n unexplained file(s)", nullptr, static_cast<int>(ledger.unexplained.size())));
}

}  // namespace waybill
