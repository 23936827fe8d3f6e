// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/extractdialog.h"
#include "ui/explorer/filepanel.h"
#include "ui/explorer/pathcopies.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

#include <algorithm>

namespace waybill {

void FilePanel::onHeaderMenu(const QPoint &position)
{
    QMenu menu(this);
    fillColumnMenu(menu);
    menu.exec(m_tree->header()->mapToGlobal(position));
}

void FilePanel::fillColumnMenu(QMenu &menu)
{
    menu.clear();
    QHeaderView *header = m_tree->header();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setToolTip(m_model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(column != int(TreeColumn::Name));  // a tree without names is none
        connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
            header->setSectionHidden(column, !shown);
            saveColumns();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Reset Columns")), &QAction::triggered, this, [this] {
        resetColumns();
        saveColumns();
    });
}

void FilePanel::addCopies(QMenu &menu, const std::vector<NodeId> &nodes)
{
    const auto copy = [this, &menu](const QString &title, const QString &text, const QKeySequence &key = {}) {
        QAction *action = menu.addAction(title);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [text] { QGuiApplication::clipboard()->setText(text); });
        return action;
    };
    copy(tr("&Copy Path"), pathcopies::paths(*m_model, nodes), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C))
        ->setIcon(Theme::actionIcon(QStringLiteral("copy")));
    copy(tr("Copy Path &in Layer"), pathcopies::pathsInLayer(*m_model, nodes));
    copy(tr("Copy as &Markdown"), pathcopies::markdown(*m_model, nodes));
    QAction *rows = menu.addAction(tr("Copy &Rows"));
    rows->setShortcut(QKeySequence::Copy);
    connect(rows, &QAction::triggered, this, &FilePanel::copyRows);
}

void FilePanel::copyRows() const
{
    const std::vector<NodeId> nodes = selectedNodes();
    if (nodes.empty())
        return;
    std::vector<int> columns;
    const QHeaderView *header = m_tree->header();
    for (int place = 0; place < header->count(); ++place) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            columns.push_back(header->logicalIndex(place));
    }
    QGuiApplication::clipboard()->setText(pathcopies::rows(*m_model, nodes, columns));
}

/// The finding that speaks of a file, if there is one.
void FilePanel::showFinding(NodeId node)
{
    const auto &findings = m_session->review().concluded.findings;
    const JudgementId judgement(m_inventory->judgementOf[node.value]);
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) {
        return std::find(finding.judgements.begin(), finding.judgements.end(), judgement) != finding.judgements.end();
    });
    if (found != findings.end())
        m_selection->selectFinding(static_cast<int>(found - findings.begin()));
}

void FilePanel::addWays(QMenu &menu, const std::vector<NodeId> &nodes)
{
    const NodeId first = nodes.front();
    const TreeNode &node = m_model->tree()->tree().node(first);
    const bool oneFile = nodes.size() == 1 && node.kind == EntryKind::File;
    QAction *open = menu.addAction(Theme::actionIcon(QStringLiteral("open")), tr("&Open in Viewer"));
    open->setEnabled(oneFile);
    connect(open, &QAction::triggered, this, [this, first] { Q_EMIT m_selection->openFileRequested(first); });
    QAction *layer = menu.addAction(Theme::actionIcon(QStringLiteral("layers")), tr("Show Containing &Layer"));
    layer->setEnabled(nodes.size() == 1);
    connect(layer, &QAction::triggered, this, [this, number = int(node.layer)] { m_selection->selectLayer(number); });
    QAction *finding = menu.addAction(tr("Show &Finding"));
    finding->setEnabled(oneFile && isCurrent() && m_inventory->judgement(first));
    connect(finding, &QAction::triggered, this, [this, first] { showFinding(first); });
}

void FilePanel::onContextMenu(const QPoint &position)
{
    const std::vector<NodeId> nodes = selectedNodes();
    if (nodes.empty())
        return;
    QMenu menu(this);
    addWays(menu, nodes);
    menu.addSeparator();
    addCopies(menu, nodes);
    menu.addSeparator();
    QAction *extract = menu.addAction(tr("E&xtract To…"));
    extract->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    extract->setEnabled(m_session->source() != nullptr && isCurrent());
    connect(extract, &QAction::triggered, this, &FilePanel::extractSelected);
    menu.addSeparator();
    connect(menu.addAction(tr("Close All Fol&ders")), &QAction::triggered, m_tree, &QTreeView::collapseAll);
    // Asked for with the keyboard there is no place of a click: the menu belongs to the current row.
    const QRect row = m_tree->visualRect(m_tree->currentIndex());
    const bool onRow
        = m_tree->selectionModel()->isRowSelected(m_tree->indexAt(position).row(), m_tree->indexAt(position).parent());
    menu.exec(m_tree->viewport()->mapToGlobal(onRow || !row.isValid() ? position : row.bottomLeft()));
}

void FilePanel::extractSelected()
{
    const std::vector<NodeId> nodes = selectedNodes();
    const Image *image = m_session->image();
    if (nodes.empty() || !image || !m_session->source() || !isCurrent())
        return;
    auto *dialog = new ExtractDialog({m_session->source(), *image, m_inventory->tree, m_model->tree()->view(), nodes}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

}  // namespace waybill
