// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/inspectorpanel.h"

#include "core/report/messages.h"
#include "ui/inspector/classchip.h"
#include "ui/inspector/decisionbox.h"
#include "ui/inspector/scenariotable.h"
#include "ui/inspector/stepview.h"
#include "ui/inspector/textblock.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

namespace waybill {

namespace {

constexpr size_t maxListedFiles = 200;
constexpr int maxListedFindings = 20;

QString shownPath(const FileTree &tree, NodeId node)
{
    return QLatin1Char('/') + displayPath(tree.path(node));
}

}  // namespace

InspectorPanel::InspectorPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_scroll(new QScrollArea(this)),
      m_decision(new DecisionBox(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Explanation"));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_decision);
    connectAll();
    onInventoryChanged();
}

void InspectorPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &InspectorPanel::onInventoryChanged);
    connect(m_session, &Session::inventoryChanged, this, &InspectorPanel::onInventoryChanged);
    connect(m_session, &Session::assessmentChanged, this, &InspectorPanel::rebuild);
    const auto follow = [this] {
        if (!m_selecting)
            rebuild();
    };
    connect(m_selection, &Selection::findingSelected, this, follow);
    connect(m_selection, &Selection::nodeSelected, this, follow);
    connect(m_selection, &Selection::layerSelected, this, follow);
    connect(m_selection, &Selection::componentSelected, this, follow);
    connect(m_decision, &DecisionBox::decided, this,
            [this](const QString &key, DecisionAction action, const QString &reason, bool andNext) {
                m_session->decide({key}, action, reason);
                if (andNext)
                    Q_EMIT nextRequested();
            });
    connect(m_decision, &DecisionBox::withdrawn, this, [this](const QString &key, bool andNext) {
        m_session->withdraw({key});
        if (andNext)
            Q_EMIT nextRequested();
    });
}

void InspectorPanel::onInventoryChanged()
{
    if (m_inventory != m_session->inventory()) {
        m_inventory = m_session->inventory();
        m_files = m_inventory ? JudgementFiles(*m_inventory) : JudgementFiles();
    }
    rebuild();
}

const Finding *InspectorPanel::selectedFinding() const
{
    const auto &findings = m_session->review().concluded.findings;
    const int at = m_selection->finding();
    return m_inventory && at >= 0 && static_cast<size_t>(at) < findings.size() ? &findings[static_cast<size_t>(at)] : nullptr;
}

void InspectorPanel::choose(DecisionAction action)
{
    m_decision->choose(action);
}

void InspectorPanel::record(bool andNext)
{
    m_decision->record(andNext);
}

void InspectorPanel::rebuild()
{
    const int scrolled = m_scroll->verticalScrollBar()->value();
    const QString before = m_subject;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    m_steps.clear();
    const Finding *finding = selectedFinding();
    const Selection::Subject subject = m_selection->subject();
    const NodeId node = m_selection->node();
    const bool validNode = m_inventory && node.isValid() && node.value < static_cast<quint32>(m_inventory->tree->size());
    const bool validLayer = m_inventory && m_selection->layer() >= 0;
    const bool validComponent = m_inventory && m_selection->component() >= 0
        && static_cast<size_t>(m_selection->component()) < m_inventory->components.size();
    m_decision->setVisible(subject == Selection::Subject::Finding && finding);
    if (subject == Selection::Subject::Finding && finding) {
        m_subject = finding->key;
        m_decision->setFinding(finding->key, m_session->review().decisionOn(finding->key));
        buildFinding(column, Why(m_session->review(), *m_session->services().policy, m_files, QLocale().name()));
    } else if (subject == Selection::Subject::Node && validNode) {
        m_subject = QStringLiteral("node %1").arg(node.value);
        buildNode(column, Why(m_session->review(), *m_session->services().policy, m_files, QLocale().name()));
    } else if (subject == Selection::Subject::Layer && validLayer) {
        m_subject = QStringLiteral("layer %1").arg(m_selection->layer());
        buildLayer(column, Why(m_session->review(), *m_session->services().policy, m_files, QLocale().name()));
    } else if (subject == Selection::Subject::Component && validComponent) {
        m_subject = QStringLiteral("component %1").arg(m_selection->component());
        buildComponent(column, Why(m_session->review(), *m_session->services().policy, m_files, QLocale().name()));
    } else {
        m_subject.clear();
        buildEmpty(column);
    }
    column->addStretch(1);
    // The click that leads here may come from a button on the old page, so that page must outlive it.
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_scroll->setWidget(page);
    if (before == m_subject)
        QTimer::singleShot(0, this, [this, scrolled] { m_scroll->verticalScrollBar()->setValue(scrolled); });
}

void InspectorPanel::buildEmpty(QVBoxLayout *column)
{
    auto *text = new QLabel(m_session->image() ? tr("Select a finding, a file or a layer to see why it is judged as it is.")
                                               : tr("Open an image, then select a finding, a file or a layer."));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    column->addStretch(1);
    column->addWidget(text);
}

void InspectorPanel::addHeading(QVBoxLayout *column, const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    label->setWordWrap(true);
    column->addWidget(label);
}

void InspectorPanel::buildFinding(QVBoxLayout *column, const Why &why)
{
    const Finding &finding = *selectedFinding();
    const Review &review = m_session->review();
    const Effect &effect = finding.effect(review.scenario);
    column->addWidget(new ClassChip(finding.licenceClass));
    auto *licence = new TextBlock(finding.expression.isEmpty() ? tr("No licence established") : displayText(finding.expression));
    licence->setStrong();
    column->addWidget(licence);
    column->addWidget(new ClassChip(effect.risk));
    column->addWidget(new TextBlock(Messages::permission(effect.permission)));
    auto *subject = new TextBlock(displayText(finding.subject) % QStringLiteral(" · ")
                                  % Why::fileCount(finding.liveFiles, finding.ghostFiles));
    subject->setFaded();
    column->addWidget(subject);

    addHeading(column, tr("Why, in “%1”").arg(Messages::scenario(review.scenario)));
    const bool chinese = QLocale().language() == QLocale::Chinese && !effect.whyZh.isEmpty();
    const QString reason = chinese ? effect.whyZh : effect.whyEn;
    column->addWidget(new TextBlock(reason.isEmpty() ? tr("The policy gives no reason of its own for this scenario.") : reason));
    m_steps = why.finding(finding);
    addSteps(column);
    const Finding &listed = finding;
    addFiles(column, m_files.of(listed, *m_inventory->tree, maxListedFiles),
             static_cast<size_t>(listed.liveFiles) + listed.ghostFiles);
    addDuties(column, effect.duties);
    addHeading(column, tr("In the five ways of delivery"));
    column->addWidget(new ScenarioTable(finding, review.scenario));
}

void InspectorPanel::buildNode(QVBoxLayout *column, const Why &why)
{
    const NodeId id = m_selection->node();
    const TreeNode &node = m_inventory->tree->node(id);
    auto *path = new TextBlock(shownPath(*m_inventory->tree, id));
    path->setStrong();
    column->addWidget(path);
    if (!node.isFolder()) {
        auto *size = new TextBlock(Messages::bytes(node.size) % QStringLiteral(" · ") % Messages::layerName(node.layer));
        size->setFaded();
        column->addWidget(size);
    }
    if (const Judgement *judgement = m_inventory->judgement(id))
        column->addWidget(new ClassChip(judgement->licenceClass));
    m_steps = why.node(id);
    addSteps(column);
    if (!node.isFolder())
        addFindingLinks(column, why.findingsOf(id));
}

void InspectorPanel::buildLayer(QVBoxLayout *column, const Why &why)
{
    auto *title = new TextBlock(Messages::layerName(m_selection->layer()));
    title->setStrong();
    column->addWidget(title);
    m_steps = why.layer(m_selection->layer());
    addSteps(column);
}

void InspectorPanel::addSteps(QVBoxLayout *column)
{
    int number = 0;
    for (const WhyStep &step : m_steps) {
        auto *view = new StepView(++number, step);
        connect(view, &StepView::showFileRequested, this, &InspectorPanel::showFile);
        connect(view, &StepView::showLayerRequested, this, [this](int layer) {
            const QScopedValueRollback selecting(m_selecting, true);
            m_selection->selectLayer(layer);
        });
        column->addWidget(view);
    }
}

void InspectorPanel::showFile(NodeId node)
{
    const QScopedValueRollback selecting(m_selecting, true);
    m_selection->selectNode(node);
    Q_EMIT m_selection->openFileRequested(node);
}

/// Live files first, each part in tree order.
std::vector<NodeId> InspectorPanel::filesOfComponent(int component) const
{
    std::vector<NodeId> files;
    for (size_t i = 0; i < m_inventory->judgements.size(); ++i) {
        if (m_inventory->judgements[i].component.value != static_cast<quint32>(component))
            continue;
        const auto more = m_files.of(JudgementId(i));
        files.insert(files.end(), more.begin(), more.end());
    }
    std::sort(files.begin(), files.end(), [this](NodeId a, NodeId b) {
        const bool ghostA = m_inventory->tree->node(a).isGhost();
        const bool ghostB = m_inventory->tree->node(b).isGhost();
        return ghostA != ghostB ? ghostB : a < b;
    });
    return files;
}

void InspectorPanel::buildComponent(QVBoxLayout *column, const Why &why)
{
    const int index = m_selection->component();
    const Component &component = m_inventory->components[static_cast<size_t>(index)];
    auto *title = new TextBlock(displayText(component.name));
    title->setStrong();
    column->addWidget(title);
    auto *kind = new TextBlock(QString(component.kind % QStringLiteral(" · ") % Messages::bytes(component.bytes)));
    kind->setFaded();
    column->addWidget(kind);
    m_steps = why.component(index);
    addSteps(column);
    std::vector<NodeId> files = filesOfComponent(index);
    const size_t all = files.size();
    files.resize(std::min(all, maxListedFiles));
    addFiles(column, files, all);
}

void InspectorPanel::addFiles(QVBoxLayout *column, const std::vector<NodeId> &files, size_t all)
{
    addHeading(column,
               all > files.size() ? tr("Files: the first %1 of %2").arg(files.size()).arg(all)
                                  : tr("Files: %1").arg(QLocale().toString(static_cast<qulonglong>(all))));
    auto *list = new QListWidget;
    list->setAccessibleName(tr("Files of this finding"));
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    for (const NodeId node : files) {
        const TreeNode &entry = m_inventory->tree->node(node);
        const QString path = shownPath(*m_inventory->tree, node);
        auto *item
            = new QListWidgetItem(entry.isGhost() ? QString(path % QStringLiteral(" — ") % Messages::ghost(entry)) : path, list);
        item->setToolTip(item->text());
        item->setData(Qt::UserRole, node.value);
    }
    const int rows = static_cast<int>(std::clamp<size_t>(files.size(), 2, 8));
    list->setFixedHeight(rows * list->sizeHintForRow(0) + 2 * list->frameWidth() + 4);
    const auto select = [this](QListWidgetItem *item) {
        if (!item)
            return;
        // The list belongs to the finding: a click shows the file elsewhere and leaves the explanation in place.
        const QScopedValueRollback selecting(m_selecting, true);
        m_selection->selectNode(NodeId(item->data(Qt::UserRole).toUInt()));
    };
    connect(list, &QListWidget::currentItemChanged, this, select);
    connect(list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { showFile(NodeId(item->data(Qt::UserRole).toUInt())); });
    column->addWidget(list);
}

void InspectorPanel::addDuties(QVBoxLayout *column, const QStringList &duties)
{
    if (duties.isEmpty())
        return;
    addHeading(column, tr("What this asks of us"));
    const QString language = QLocale().name();
    for (const QString &id : duties) {
        const Duty *duty = m_session->services().policy->duty(id);
        auto *title = new TextBlock(QStringLiteral("• ") + (duty ? duty->title.in(language) : id));
        column->addWidget(title);
        if (duty) {
            auto *text = new TextBlock(duty->text.in(language));
            text->setFaded();
            column->addWidget(text);
        }
    }
}

void InspectorPanel::addFindingLinks(QVBoxLayout *column, const std::vector<int> &findings)
{
    addHeading(column, tr("Findings that rest on this file"));
    if (findings.empty())
        column->addWidget(new TextBlock(tr("None: no rule of the policy objects to it.")));
    int shown = 0;
    for (const int at : findings) {
        if (++shown > maxListedFindings)
            break;
        const Finding &finding = m_session->review().concluded.findings[static_cast<size_t>(at)];
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setText(
            QStringLiteral("%1: %2").arg(finding.ruleId, Messages::risk(finding.effect(m_session->review().scenario).risk)));
        button->setAccessibleName(tr("Show finding %1").arg(button->text()));
        connect(button, &QToolButton::clicked, m_selection, [selection = m_selection, at] { selection->selectFinding(at); });
        column->addWidget(button);
    }
}

}  // namespace waybill
