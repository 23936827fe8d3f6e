// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/treemapview.h"

#include "core/report/messages.h"
#include "ui/explorer/riskmap.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace waybill {

TreemapView::TreemapView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Treemap of bytes"));
}

void TreemapView::setInventory(std::shared_ptr<const Inventory> inventory, bool ghosts)
{
    const bool same = m_inventory && inventory && m_inventory->tree == inventory->tree;
    m_inventory = std::move(inventory);
    m_ghosts = ghosts;
    m_risks.clear();
    m_classes = m_inventory && m_inventory->tree ? FolderClasses(*m_inventory, ghosts) : FolderClasses();
    if (!same) {
        m_folder = m_inventory && m_inventory->tree && m_inventory->tree->size() > 0 ? m_inventory->tree->root() : NodeId();
        m_current = NodeId();
    }
    arrange();
}

void TreemapView::setAssessment(const Assessment &assessment, Scenario scenario)
{
    if (!m_inventory || !m_inventory->tree)
        return;
    const RiskMap map(*m_inventory, assessment, scenario);
    const std::span<const TreeNode> nodes = m_inventory->tree->nodes();
    m_risks.assign(nodes.size(), static_cast<quint8>(RiskLevel::Safe));
    // Children stand behind their parents: one backward pass carries the worst level up.
    for (size_t i = nodes.size(); i-- > 1;) {
        const TreeNode &node = nodes[i];
        if (node.kind == EntryKind::File)
            m_risks[i] = static_cast<quint8>(map.ofFile(*m_inventory, NodeId(i)));
        else if (!node.isFolder())
            continue;
        quint8 &above = m_risks[node.parent];
        above = static_cast<quint8>(worseShown(static_cast<RiskLevel>(above), static_cast<RiskLevel>(m_risks[i])));
    }
    if (m_fill == Fill::Risk)
        m_picture = QPixmap();
    update();
}

RiskLevel TreemapView::riskOf(NodeId node) const
{
    return node.value < m_risks.size() ? static_cast<RiskLevel>(m_risks[node.value]) : RiskLevel::NotAssessed;
}

void TreemapView::setFill(Fill fill)
{
    m_fill = fill;
    m_picture = QPixmap();
    update();
}

void TreemapView::setFolder(NodeId folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    arrange();
}

void TreemapView::setCurrent(NodeId node)
{
    m_current = node;
    describe();
    update();
}

void TreemapView::arrange()
{
    m_layout.reset();
    if (m_inventory && m_inventory->tree && m_folder.isValid())
        m_layout
            = std::make_unique<TreemapLayout>(*m_inventory->tree, m_folder, QRectF(rect()), TreemapLayout::Options {m_ghosts});
    m_picture = QPixmap();
    update();
}

ClassTotals TreemapView::mixOf(const TreemapTile &tile) const
{
    const FileTree &tree = *m_inventory->tree;
    const ClassTotals whole = m_classes.totals(tile.node);
    if (whole.allBytes() == tile.bytes)
        return whole;
    // The small rest of a folder whose larger content has tiles of its own.
    ClassTotals rest;
    const TreeNode &folder = tree.node(tile.node);
    const double area = tile.rect.width() * tile.rect.height();
    const double bytesPerPixel = area > 0 ? double(tile.bytes) / area : 0;
    const TreemapLayout::Options options;
    for (quint32 i = 0; i < folder.childCount; ++i) {
        const NodeId child = tree.child(tile.node, static_cast<int>(i));
        const TreeNode &node = tree.node(child);
        const ClassTotals inside = node.isFolder() ? m_classes.totals(child) : ClassTotals();
        const qint64 bytes = node.isFolder() ? inside.allBytes() : node.size;
        if (double(bytes) >= bytesPerPixel * options.leastSide * options.leastSide || (node.isGhost() && !m_ghosts))
            continue;
        if (!node.isFolder()) {
            if (node.kind == EntryKind::File)
                rest.add(licenceClassOf(*m_inventory, child), node.size, 1);
            continue;
        }
        for (const LicenceClass cls : allLicenceClasses)
            rest.add(cls, inside.bytes[static_cast<size_t>(cls)], inside.files[static_cast<size_t>(cls)]);
    }
    return rest.allBytes() > 0 ? rest : whole;
}

void TreemapView::paintMerged(QPainter &painter, const TreemapTile &tile) const
{
    if (m_fill == Fill::Risk) {
        painter.fillRect(tile.rect, Theme::riskColor(riskOf(tile.node)));
    } else {
        const ClassTotals mix = mixOf(tile);
        const double all = double(std::max<qint64>(1, mix.allBytes()));
        double left = tile.rect.left();
        for (const LicenceClass cls : allLicenceClasses) {
            const double width = tile.rect.width() * double(mix.bytes[static_cast<size_t>(cls)]) / all;
            painter.fillRect(QRectF(left, tile.rect.top(), width, tile.rect.height()), Theme::classColor(cls));
            left += width;
        }
    }
    QColor hatch = palette().color(QPalette::Base);
    hatch.setAlphaF(0.55F);
    painter.fillRect(tile.rect, QBrush(hatch, Qt::BDiagPattern));
}

void TreemapView::paintTile(QPainter &painter, const TreemapTile &tile) const
{
    if (tile.merged) {
        paintMerged(painter, tile);
    } else {
        const LicenceClass cls = licenceClassOf(*m_inventory, tile.node);
        const QBrush brush = m_fill == Fill::Class ? Theme::classBrush(cls) : QBrush(Theme::riskColor(riskOf(tile.node)));
        painter.fillRect(tile.rect, brush);
        if (m_inventory->tree->node(tile.node).isGhost()) {
            // Gone at run time, still shipped: struck through.
            painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
            painter.drawLine(tile.rect.bottomLeft(), tile.rect.topRight());
        }
    }
    if (tile.rect.width() > 4 && tile.rect.height() > 4) {
        painter.setPen(QPen(palette().color(QPalette::Base), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(tile.rect);
    }
    const int letters = fontMetrics().height();
    if (tile.merged || tile.rect.height() < letters + 6 || tile.rect.width() < fontMetrics().averageCharWidth() * 8)
        return;
    const LicenceClass cls = licenceClassOf(*m_inventory, tile.node);
    const std::string_view name = m_inventory->tree->name(tile.node);
    const QString code = m_fill == Fill::Class ? QString(licenceClassCode(cls)) : Messages::risk(riskOf(tile.node));
    const QString text
        = fontMetrics().elidedText(code + QLatin1Char(' ') + displayPath(name), Qt::ElideMiddle, int(tile.rect.width()) - 6);
    const QRectF plate(tile.rect.left() + 2, tile.rect.top() + 2, fontMetrics().horizontalAdvance(text) + 4.0, letters);
    painter.fillRect(plate, m_fill == Fill::Class ? Theme::classColor(cls) : Theme::riskColor(riskOf(tile.node)));
    painter.setPen(m_fill == Fill::Class ? Theme::classLabelColor(cls) : Theme::riskLabelColor(riskOf(tile.node)));
    painter.drawText(plate, Qt::AlignCenter, text);
}

void TreemapView::paintPicture()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    if (m_picture.isNull())
        return;
    m_picture.fill(palette().color(QPalette::Base));
    if (!m_layout)
        return;
    QPainter painter(&m_picture);
    painter.setFont(font());
    for (const TreemapTile &tile : m_layout->tiles())
        paintTile(painter, tile);
}

const TreemapTile *TreemapView::currentTile() const
{
    if (!m_layout || !m_current.isValid())
        return nullptr;
    for (const TreemapTile &tile : m_layout->tiles()) {
        if (tile.node == m_current)
            return &tile;
    }
    return nullptr;
}

void TreemapView::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        paintPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    QRectF frame;
    if (const TreemapTile *tile = currentTile())
        frame = tile->rect;
    for (const TreemapTile &folder : m_layout ? m_layout->folders() : std::vector<TreemapTile>()) {
        if (frame.isNull() && folder.node == m_current && folder.node != m_folder)
            frame = folder.rect;
    }
    if (frame.isNull())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Base), 4));
    painter.drawRect(frame);
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawRect(frame);
}

void TreemapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TreemapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_picture = QPixmap();
}

QString TreemapView::textOf(const TreemapTile &tile) const
{
    const QString path = QLatin1Char('/') + displayPath(m_inventory->tree->path(tile.node));
    if (tile.merged)
        return tr("%1: %n small file(s), %2", "folder, number and bytes", static_cast<int>(tile.files))
            .arg(path, Messages::bytes(tile.bytes));
    const TreeNode &node = m_inventory->tree->node(tile.node);
    QString text = tr("%1: %2, %3, risk %4", "path, bytes, class, risk")
                       .arg(path, Messages::bytes(tile.bytes), Messages::licenceClass(licenceClassOf(*m_inventory, tile.node)),
                            Messages::risk(riskOf(tile.node)));
    return node.isGhost() ? text + QStringLiteral(" (") + Messages::ghost(node) + QLatin1Char(')') : text;
}

void TreemapView::describe()
{
    const TreemapTile *tile = currentTile();
    setAccessibleDescription(tile ? textOf(*tile)
                                  : tr("Arrow keys go from tile to tile, Enter opens a folder, Backspace goes up."));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TreemapView::choose(const TreemapTile &tile)
{
    m_current = tile.node;
    describe();
    update();
    Q_EMIT hovered(textOf(tile));
    Q_EMIT currentChanged(tile.node);
}

void TreemapView::moveTowards(int dx, int dy)
{
    if (!m_layout || m_layout->tiles().empty())
        return;
    const TreemapTile *from = currentTile();
    if (!from)
        return choose(m_layout->tiles().front());
    const QPointF start = from->rect.center();
    const TreemapTile *best = nullptr;
    double nearest = 0;
    for (const TreemapTile &tile : m_layout->tiles()) {
        const QPointF way = tile.rect.center() - start;
        const double ahead = way.x() * dx + way.y() * dy;
        const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (ahead <= 0.5)
            continue;
        const double distance = ahead + 2 * aside;
        if (!best || distance < nearest) {
            best = &tile;
            nearest = distance;
        }
    }
    if (best)
        choose(*best);
}

void TreemapView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTowards(-1, 0);
    case Qt::Key_Right:
        return moveTowards(1, 0);
    case Qt::Key_Up:
        return moveTowards(0, -1);
    case Qt::Key_Down:
        return moveTowards(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Plus:
        if (m_inventory && m_current.isValid()) {
            // One level down towards what is selected.
            const FileTree &tree = *m_inventory->tree;
            NodeId step = m_current;
            while (step.isValid() && step.value != 0 && tree.node(step).parent != m_folder.value)
                step = NodeId(tree.node(step).parent);
            if (step.isValid() && tree.node(step).isFolder() && step.value != 0)
                Q_EMIT folderRequested(step);
        }
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Minus:
        if (m_inventory && m_folder.isValid() && m_folder.value != 0)
            Q_EMIT folderRequested(NodeId(m_inventory->tree->node(m_folder).parent));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TreemapView::mousePressEvent(QMouseEvent *event)
{
    if (const TreemapTile *tile = m_layout ? m_layout->at(event->position()) : nullptr)
        choose(*tile);
}

void TreemapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QKeyEvent enter(QEvent::KeyPress, event->button() == Qt::LeftButton ? Qt::Key_Plus : Qt::Key_Minus, Qt::NoModifier);
    keyPressEvent(&enter);
}

void TreemapView::mouseMoveEvent(QMouseEvent *event)
{
    const TreemapTile *tile = m_layout ? m_layout->at(event->position()) : nullptr;
    Q_EMIT hovered(tile ? textOf(*tile) : QString());
}

void TreemapView::leaveEvent(QEvent *event)
{
    const TreemapTile *tile = currentTile();
    Q_EMIT hovered(tile ? textOf(*tile) : QString());
    QWidget::leaveEvent(event);
}

}  // namespace waybill
