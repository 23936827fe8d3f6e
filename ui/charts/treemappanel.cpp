// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/treemappanel.h"

#include "core/report/messages.h"
#include "ui/charts/classlegend.h"
#include "ui/charts/treemapview.h"
#include "ui/explorer/flowlayout.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

TreemapPanel::TreemapPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection)
{
    build();
    connectAll();
    onInventoryChanged();
}

void TreemapPanel::build()
{
    m_view = new TreemapView;
    m_fill = new QComboBox;
    m_fill->setAccessibleName(tr("Colour by"));
    m_fill->addItem(tr("Colour by class"));
    m_fill->addItem(tr("Colour by risk"));
    m_ghosts = new QCheckBox(tr("Include files removed by later layers (still shipped)"));
    m_ghosts->setChecked(true);
    const auto button = [this](const QString &text, const QString &tip, int key) {
        auto *result = new QToolButton;
        result->setText(text);
        result->setToolTip(tip);
        result->setAccessibleName(tip);
        connect(result, &QToolButton::clicked, this, [this, key] {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(m_view, &press);
        });
        return result;
    };
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools);
    for (QWidget *widget :
         std::initializer_list<QWidget *> {m_fill, button(QStringLiteral("+"), tr("Into the folder (+)"), Qt::Key_Plus),
                                           button(QStringLiteral("−"), tr("One folder up (−)"), Qt::Key_Minus), m_ghosts})
        flow->addWidget(widget);
    auto *crumbs = new QWidget;
    m_crumbs = new QHBoxLayout(crumbs);
    m_crumbs->setContentsMargins(0, 0, 0, 0);
    m_crumbs->setSpacing(2);
    m_status = new QLabel;
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_legend = new ClassLegend;
    m_riskLegend = new QLabel;
    m_riskLegend->setTextFormat(Qt::RichText);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(6);
    layout->addWidget(tools);
    layout->addWidget(crumbs);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_status);
    layout->addWidget(m_legend);
    layout->addWidget(m_riskLegend);
}

void TreemapPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &TreemapPanel::onInventoryChanged);
    connect(m_session, &Session::inventoryChanged, this, &TreemapPanel::onInventoryChanged);
    connect(m_session, &Session::assessmentChanged, this, &TreemapPanel::onAssessmentChanged);
    connect(m_ghosts, &QCheckBox::toggled, this, &TreemapPanel::onInventoryChanged);
    connect(m_fill, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_view->setFill(index == 0 ? TreemapView::Fill::Class : TreemapView::Fill::Risk);
        updateLegend();
    });
    connect(m_view, &TreemapView::folderRequested, this, &TreemapPanel::showFolder);
    connect(m_view, &TreemapView::hovered, m_status, &QLabel::setText);
    connect(m_view, &TreemapView::currentChanged, m_selection, &Selection::selectNode);
    connect(m_selection, &Selection::nodeSelected, m_view, &TreemapView::setCurrent);
}

void TreemapPanel::onInventoryChanged()
{
    m_view->setInventory(m_session->inventory(), m_ghosts->isChecked());
    onAssessmentChanged();
    rebuildCrumbs();
    updateLegend();
}

void TreemapPanel::onAssessmentChanged()
{
    m_view->setAssessment(m_session->review().concluded, m_session->review().scenario);
}

void TreemapPanel::setFill(TreemapView::Fill fill)
{
    m_fill->setCurrentIndex(fill == TreemapView::Fill::Class ? 0 : 1);
}

void TreemapPanel::showFolder(NodeId folder)
{
    m_view->setFolder(folder);
    rebuildCrumbs();
}

void TreemapPanel::rebuildCrumbs()
{
    while (QLayoutItem *item = m_crumbs->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto inventory = m_session->inventory();
    if (!inventory || !inventory->tree || !m_view->folder().isValid()) {
        m_crumbs->addWidget(new QLabel(tr("Open an image to see what takes its bytes.")));
        return;
    }
    std::vector<NodeId> way;
    for (NodeId step = m_view->folder(); step.isValid(); step = NodeId(inventory->tree->node(step).parent)) {
        way.push_back(step);
        if (step.value == 0)
            break;
    }
    std::reverse(way.begin(), way.end());
    for (const NodeId step : way) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setText(step.value == 0 ? QStringLiteral("/") : displayPath(inventory->tree->name(step)));
        button->setEnabled(step != m_view->folder());
        connect(button, &QToolButton::clicked, this, [this, step] { showFolder(step); });
        m_crumbs->addWidget(button);
    }
    m_crumbs->addStretch();
}

void TreemapPanel::updateLegend()
{
    const bool byClass = m_fill->currentIndex() == 0;
    m_legend->setVisible(byClass);
    m_riskLegend->setVisible(!byClass);
    const auto inventory = m_session->inventory();
    std::vector<LicenceClass> present;
    for (const LicenceClass cls : allLicenceClasses) {
        const bool any = inventory
            && std::any_of(inventory->judgements.begin(), inventory->judgements.end(),
                           [cls](const Judgement &judgement) { return judgement.licenceClass == cls; });
        if (any)
            present.push_back(cls);
    }
    m_legend->setClasses(std::move(present));
    QString text;
    for (int level = 0; level < 6; ++level) {
        const auto risk = static_cast<RiskLevel>(level);
        text += QStringLiteral("<span style=\"background-color:%1\">&nbsp;&nbsp;&nbsp;&nbsp;</span> %2 &nbsp; ")
                    .arg(Theme::riskColor(risk).name(), Messages::risk(risk).toHtmlEscaped());
    }
    m_riskLegend->setText(text);
}

}  // namespace waybill
