// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/filepanel.h"

#include "core/report/messages.h"
#include "ui/explorer/filterbar.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QTreeView>

#include <utility>

namespace waybill {

FilePanel::FilePanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new TreeModel(this))
{
    build();
    buildHeader();
    buildKeys();
    connectAll();
    restoreSettings();
    onInventoryChanged();
}

FilePanel::~FilePanel() = default;

void FilePanel::setView(const TreeView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    rebuild();
}

void FilePanel::focusFilter()
{
    m_filterBar->focusSearch();
}

void FilePanel::onInventoryChanged()
{
    const auto before = std::exchange(m_inventory, m_session->inventory());
    findScopeAgain(before.get());
    const Review &review = m_session->review();
    m_risks = m_inventory ? RiskMap(*m_inventory, review.concluded, review.scenario) : RiskMap();
    rebuild();
}

/// Node ids belong to one tree; the folder that the search is limited to is found again by its path.
void FilePanel::findScopeAgain(const Inventory *before)
{
    if (m_scopePath.empty() || before == m_inventory.get() || !m_inventory || !m_inventory->tree)
        return;
    const std::string path = m_scopePath;
    NodeId folder;
    for (const NodeId version : m_inventory->tree->findAll(path))
        folder = m_inventory->tree->node(version).isFolder() ? version : folder;
    m_scope = folder;
    m_filterBar->setScope(folder, folder.isValid() ? QString(u'/' % displayPath(path)) : QString());
}

void FilePanel::onScopeWanted(bool folder)
{
    NodeId wanted = folder && m_model->tree() ? m_model->node(m_tree->currentIndex()) : NodeId();
    if (wanted.isValid() && !m_inventory->tree->node(wanted).isFolder())
        wanted = NodeId(m_inventory->tree->node(wanted).parent);
    m_scope = wanted.isValid() && wanted != m_inventory->tree->root() ? wanted : NodeId();
    m_scopePath = m_scope.isValid() ? m_inventory->tree->path(m_scope) : std::string();
    m_filterBar->setScope(m_scope, m_scope.isValid() ? QString(u'/' % displayPath(m_inventory->tree->path(m_scope))) : QString());
}

void FilePanel::onAssessmentChanged()
{
    if (!m_inventory)
        return;
    m_risks = RiskMap(*m_inventory, m_session->review().concluded, m_session->review().scenario);
    m_model->setRisks(m_risks);
    if (m_order.column == int(TreeColumn::Risk))
        rebuild();
}

void FilePanel::onOrderWanted(TreeOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    rebuild();
}

void FilePanel::onFilterChanged()
{
    const bool wasFiltered = m_model->tree() && !m_model->tree()->filter().isEmpty();
    if (!wasFiltered && !m_filterBar->filter().isEmpty())
        m_beforeFilter = TreeViewState::capture(*m_tree, *m_model);
    rebuild();
}

void FilePanel::rebuild()
{
    const quint64 search = ++m_search;
    if (!m_inventory || !m_inventory->tree || m_inventory->tree->size() == 0) {
        m_jobs.cancel();
        adopt(nullptr);
        return;
    }
    VisibleTree::Request request {m_inventory, m_view, m_filterBar->filter(), m_order, m_risks, m_model->sharedTree()};
    request.onPartial = [this, search](std::shared_ptr<const VisibleTree> tree) {
        QMetaObject::invokeMethod(this, [this, search, tree = std::move(tree)] { adoptPartial(tree, search); });
    };
    using Tree = std::shared_ptr<const VisibleTree>;
    m_jobs.run<Tree>(
        [request = std::move(request)](const CancelToken &cancel, Progress &) { return VisibleTree::build(request, cancel); },
        [this](Outcome<Tree> outcome) {
            if (auto *tree = std::get_if<Tree>(&outcome))
                adopt(std::move(*tree));
            else if (const auto *error = std::get_if<Error>(&outcome))
                m_notice->setText(Messages::error(*error).toHtmlEscaped());
        });
}

/// A long search shows what it has, as long as nobody has asked for something else.
void FilePanel::adoptPartial(std::shared_ptr<const VisibleTree> tree, quint64 search)
{
    if (search == m_search && m_jobs.isRunning() && tree->matchCount() > 0)
        adopt(std::move(tree));
}

void FilePanel::adopt(std::shared_ptr<const VisibleTree> tree)
{
    const VisibleTree *old = m_model->tree();
    const bool filterEnds = old && !old->filter().isEmpty() && tree && tree->filter().isEmpty();
    const bool newFilter = tree && !tree->filter().isEmpty() && (!old || !(old->filter() == tree->filter()));
    // Between two images, and while one is read again, there is no tree for a moment.
    if (old && !filterEnds)
        m_state = TreeViewState::capture(*m_tree, *m_model);
    const TreeViewState state = filterEnds ? m_beforeFilter : m_state;
    {
        const QScopedValueRollback quiet(m_follow, false);
        m_tree->setUpdatesEnabled(false);
        m_model->setTree(std::move(tree), m_risks);
        state.restore(*m_tree, *m_model);
        if (newFilter)
            openMatches();
        m_tree->setUpdatesEnabled(true);
        widenNames();
    }
    const VisibleTree *now = m_model->tree();
    m_filterBar->showMatches(now && !now->filter().isEmpty() ? now->matchCount() : -1, now && now->isPartial());
    onNodeSelected(m_selection->node());
}

void FilePanel::openMatches()
{
    // Enough to see what was found without opening a whole image for a filter of one letter.
    constexpr int most = 200;
    const VisibleTree &tree = *m_model->tree();
    NodeId match;
    for (int i = 0; i < qMin(most, tree.matchCount()); ++i) {
        match = tree.nextMatch(match, true);
        for (QModelIndex folder = m_model->indexOf(match).parent(); folder.isValid(); folder = folder.parent())
            m_tree->setExpanded(folder, true);
    }
}

void FilePanel::goToMatch(bool forward)
{
    if (!m_model->tree())
        return;
    const NodeId match = m_model->tree()->nextMatch(m_model->node(m_tree->currentIndex()), forward);
    if (match.isValid())
        m_tree->setCurrentIndex(m_model->indexOf(match));
}

void FilePanel::onNodeSelected(NodeId node)
{
    if (!m_follow)
        return;
    m_hidden = {};
    if (isCurrent() && node.isValid() && node.value < quint32(m_model->tree()->tree().size())) {
        if (m_model->tree()->isVisible(node))
            reveal(node);
        else if (node != m_model->tree()->tree().root())
            m_hidden = node;
    }
    showNotice();
}

bool FilePanel::isCurrent() const
{
    // Node ids belong to one tree: while a newer one is being built, what the view shows must not be told to others.
    return m_model->tree() && m_model->tree()->inventory() == m_session->inventory();
}

void FilePanel::reveal(NodeId node)
{
    const QModelIndex index = m_model->indexOf(node);
    if (!index.isValid() || m_model->node(m_tree->currentIndex()) == node)
        return;
    const QScopedValueRollback quiet(m_follow, false);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    widenNames();
}

void FilePanel::onCurrentChanged(const QModelIndex &current)
{
    if (!m_follow || !current.isValid() || !isCurrent())
        return;
    const QScopedValueRollback quiet(m_follow, false);
    m_hidden = {};
    m_selection->selectNode(m_model->node(current));
    showNotice();
}

void FilePanel::onActivated(const QModelIndex &index)
{
    const NodeId node = m_model->node(index);
    if (node.isValid() && isCurrent() && m_model->tree()->tree().node(node).kind == EntryKind::File)
        Q_EMIT m_selection->openFileRequested(node);
}

void FilePanel::showNotice()
{
    QString text;
    const VisibleTree *tree = m_model->tree();
    if (!tree)
        text = m_session->isScanning() ? tr("Files appear as soon as the first layer is read.")
                                       : tr("Open an image to see its files.");
    else if (!tree->filter().isEmpty() && tree->matchCount() == 0)
        text = tr("No file matches the filter. <a href=\"clear\">Clear the filter</a>");
    else if (m_hidden.isValid())
        text = tr("The selected file is not part of this view. <a href=\"show\">Show it</a>");
    else if (tree->visibleCount() == 0)
        text = tr("This view holds no files.");
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void FilePanel::onNoticeLink(const QString &link)
{
    const NodeId wanted = m_hidden;
    m_filterBar->clear();
    if (link != QLatin1String("show") || !wanted.isValid())
        return;
    // The one view that holds every version of every file.
    m_view = {};
    rebuild();
}

}  // namespace waybill
