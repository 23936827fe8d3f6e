// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/layerpanel.h"

#include "core/report/messages.h"
#include "ui/explorer/bardelegate.h"
#include "ui/explorer/classdelegate.h"
#include "ui/explorer/flowlayout.h"
#include "ui/explorer/layermodel.h"
#include "ui/explorer/roles.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"
#include "ui/viewer/instructionview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QRadioButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

LayerPanel::LayerPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new LayerModel(this))
{
    build();
    connectAll();
    onImageOpened();
    if (m_session->inventory())
        onInventoryChanged();
}

void LayerPanel::build()
{
    m_list = new QTreeView;
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Layers"));
    m_list->setWhatsThis(tr("The layers of the image from the bottom to the top, with the instruction that made each of them."));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setItemDelegateForColumn(int(LayerColumn::Class), new ClassDelegate(ClassRole, SharesRole, this));
    m_list->setItemDelegateForColumn(int(LayerColumn::Added), new BarDelegate(BarRole, this));
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(LayerColumn::Instruction), QHeaderView::Stretch);
    header->setMinimumSectionSize(header->fontMetrics().horizontalAdvance(QStringLiteral("000")));
    for (const auto column : {LayerColumn::Number, LayerColumn::Added, LayerColumn::Files, LayerColumn::Class, LayerColumn::Risk})
        header->setSectionResizeMode(int(column), QHeaderView::ResizeToContents);

    m_instruction = new InstructionView;
    m_instruction->setAccessibleName(tr("Instruction of the selected layer"));

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_list);
    splitter->addWidget(m_instruction);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildScope());
}

QWidget *LayerPanel::buildScope()
{
    auto *scope = new QWidget;
    scope->setAccessibleName(tr("What the file tree shows"));
    m_thisLayer = new QRadioButton(tr("&This layer only"));
    m_thisLayer->setWhatsThis(
        tr("The file tree shows what the selected layer brings. Select several layers to see what they bring together."));
    m_upToLayer = new QRadioButton(tr("State &up to this layer"));
    m_upToLayer->setWhatsThis(tr("The file tree shows the image as it is when the selected layer is the last one."));
    m_finalImage = new QRadioButton(tr("&Final image"));
    m_finalImage->setWhatsThis(tr("The file tree shows what a running container sees."));
    m_finalImage->setChecked(true);
    m_ghosts = new QCheckBox(tr("Include files removed by later layers (still shipped)"));
    m_ghosts->setWhatsThis(tr("A layer can hide a file of an earlier layer, but whoever gets the image still gets its bytes."));
    m_ghosts->setChecked(true);

    auto *flow = new FlowLayout(scope);
    flow->setContentsMargins(6, 2, 6, 6);
    for (QWidget *choice : std::initializer_list<QWidget *> {m_thisLayer, m_upToLayer, m_finalImage, m_ghosts})
        flow->addWidget(choice);
    return scope;
}

void LayerPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &LayerPanel::onImageOpened);
    connect(m_session, &Session::inventoryChanged, this, &LayerPanel::onInventoryChanged);
    connect(m_session, &Session::assessmentChanged, this, &LayerPanel::onAssessmentChanged);
    connect(m_selection, &Selection::layerSelected, this, &LayerPanel::onLayerSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LayerPanel::onCurrentChanged);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LayerPanel::publishView);
    connect(m_list, &QWidget::customContextMenuRequested, this, &LayerPanel::onContextMenu);
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *> {m_thisLayer, m_upToLayer, m_finalImage, m_ghosts})
        connect(button, &QAbstractButton::toggled, this, &LayerPanel::publishView);
}

int LayerPanel::currentLayer() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

std::vector<int> LayerPanel::selectedLayers() const
{
    std::vector<int> layers;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        layers.push_back(index.row());
    std::sort(layers.begin(), layers.end());
    if (layers.empty() && currentLayer() >= 0)
        layers.push_back(currentLayer());
    return layers;
}

TreeView LayerPanel::view() const
{
    TreeView view;
    view.ghosts = m_ghosts->isChecked();
    const std::vector<int> layers = selectedLayers();
    if (!layers.empty() && m_thisLayer->isChecked()) {
        view.mode = TreeView::Mode::ThisLayer;
        view.layer = layers.front();
        view.alsoLayers.assign(layers.begin() + 1, layers.end());
    } else if (!layers.empty() && m_upToLayer->isChecked()) {
        view.mode = TreeView::Mode::UpToLayer;
        view.layer = layers.back();
    }
    return view;  // the final image does not depend on the selected layers
}

void LayerPanel::publishView()
{
    // "This layer" needs a layer; the topmost one is what the user is most likely to have made.
    if (!m_finalImage->isChecked() && currentLayer() < 0 && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    const auto count = static_cast<int>(selectedLayers().size());
    m_thisLayer->setText(count > 1 ? tr("&These %n layers only", nullptr, count) : tr("&This layer only"));
    const TreeView wanted = view();
    if (wanted == m_published)
        return;
    m_published = wanted;
    Q_EMIT viewChanged(wanted);
}

void LayerPanel::onImageOpened()
{
    const Image *image = m_session->image();
    m_model->setLayers(image ? image->layers : std::vector<LayerInfo>());
    m_instruction->setInstruction({});
    m_finalImage->setChecked(true);
    publishView();
}

void LayerPanel::onInventoryChanged()
{
    const auto inventory = m_session->inventory();
    // A review opened without its image has no header facts of its own.
    if (inventory && m_model->rowCount() != static_cast<int>(inventory->image.layers.size()))
        m_model->setLayers(inventory->image.layers);
    const Review &review = m_session->review();
    m_model->setInventory(inventory, inventory ? RiskMap(*inventory, review.concluded, review.scenario) : RiskMap());
}

void LayerPanel::onAssessmentChanged()
{
    const auto inventory = m_session->inventory();
    if (inventory)
        m_model->setRisks(RiskMap(*inventory, m_session->review().concluded, m_session->review().scenario));
}

void LayerPanel::onCurrentChanged(const QModelIndex &current)
{
    const QString instruction = m_model->instruction(current.row());
    m_instruction->setInstruction(displayText(instruction));
    publishView();
    if (current.isValid())
        m_selection->selectLayer(current.row());
}

void LayerPanel::onLayerSelected(int layer)
{
    if (layer == currentLayer())
        return;
    if (layer < 0 || layer >= m_model->rowCount()) {
        // A view of one layer keeps its layer.
        if (m_finalImage->isChecked())
            m_list->setCurrentIndex({});
    } else {
        m_list->setCurrentIndex(m_model->index(layer, 0));
    }
}

void LayerPanel::onContextMenu(const QPoint &position)
{
    const int layer = m_list->indexAt(position).row();
    const Image *image = m_session->image();
    if (layer < 0)
        return;
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    QMenu menu(this);
    const QString instruction = displayText(m_model->instruction(layer));
    QAction *copyInstruction = menu.addAction(Theme::actionIcon(QStringLiteral("copy")), tr("Copy &Instruction"));
    copyInstruction->setEnabled(!instruction.isEmpty());
    connect(copyInstruction, &QAction::triggered, this, [copy, instruction] { copy(instruction); });
    const QString digest = image && size_t(layer) < image->layers.size() ? image->layers[size_t(layer)].digest : QString();
    QAction *copyDigest = menu.addAction(tr("Copy &Digest"));
    copyDigest->setEnabled(!digest.isEmpty());
    connect(copyDigest, &QAction::triggered, this, [copy, digest] { copy(digest); });
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

}  // namespace waybill
