// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/folderclasses.h"
#include "core/policy/finding.h"
#include "ui/charts/treemaplayout.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace waybill {

/// Chart C3: bytes of a folder as a treemap, filled by licence class or by risk. Frames what is selected; arrow keys go to the
/// neighbour in that direction, Enter opens what is below it, Backspace goes up. Shows, owns nothing of the session.
class TreemapView : public QWidget
{
    Q_OBJECT
public:
    enum class Fill { Class, Risk };

    explicit TreemapView(QWidget *parent = nullptr);
    void setInventory(std::shared_ptr<const Inventory> inventory, bool ghosts);
    /// Levels of the scenario in force: one step per judgement, then one per node.
    void setAssessment(const Assessment &assessment, Scenario scenario);
    void setFill(Fill fill);
    void setFolder(NodeId folder);
    NodeId folder() const { return m_folder; }
    void setCurrent(NodeId node);
    NodeId current() const { return m_current; }
    const TreemapLayout *layoutOfTiles() const { return m_layout.get(); }
    /// Risk shown for a node: of a file its own, of a folder the worst below it.
    RiskLevel riskOf(NodeId node) const;
    /// Path, size and terms of a tile, for the line below the picture.
    QString textOf(const TreemapTile &tile) const;

    QSize sizeHint() const override { return {640, 420}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void currentChanged(waybill::NodeId node);
    void folderRequested(waybill::NodeId folder);
    void hovered(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void arrange();
    void paintPicture();
    void paintTile(QPainter &painter, const TreemapTile &tile) const;
    void paintMerged(QPainter &painter, const TreemapTile &tile) const;
    ClassTotals mixOf(const TreemapTile &tile) const;
    void moveTowards(int dx, int dy);
    void choose(const TreemapTile &tile);
    const TreemapTile *currentTile() const;
    void describe();
    std::shared_ptr<const Inventory> m_inventory;
    FolderClasses m_classes;
    std::vector<quint8> m_risks;  ///< RiskLevel by node; empty until an assessment came
    std::unique_ptr<TreemapLayout> m_layout;
    QPixmap m_picture;
    NodeId m_folder, m_current;
    Fill m_fill = Fill::Class;
    bool m_ghosts = true;
};

}  // namespace waybill
