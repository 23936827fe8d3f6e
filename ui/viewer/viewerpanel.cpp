// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerpanel.h"

#include "core/report/messages.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/viewer/comparisonview.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/hexmodel.h"
#include "ui/viewer/syntax.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace waybill {

namespace {

/// Colouring runs on the UI thread; beyond this it would be felt.
constexpr qint64 coloredBytes = 512 * 1024;

}  // namespace

ViewerPanel::ViewerPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection)
{
    build();
    connectAll();
    showMessage(tr("Select a file to see its content."));
}

ViewerPanel::~ViewerPanel() = default;

void ViewerPanel::openFile(NodeId node)
{
    m_pending = {};
    const auto inventory = m_session->inventory();
    if (!inventory || !inventory->tree || !node.isValid() || node.value >= quint32(inventory->tree->size()))
        return;
    const TreeNode &entry = inventory->tree->node(node);
    if (entry.kind != EntryKind::File)
        return;
    const Place place {inventory->tree->path(node), entry.layer, entry.size};
    if (place == m_place && !m_bytes.isEmpty())
        return;
    m_wantedLine = 0;
    load(place);
}

void ViewerPanel::goToLine(int line)
{
    m_wantedLine = line;
    m_compare->setChecked(false);
    if (m_pages->currentWidget() == m_code)
        m_code->goToLine(line);
}

void ViewerPanel::onNodeSelected(NodeId node)
{
    // A hidden tab must not read gigabytes for every row the user passes.
    if (isVisible())
        openFile(node);
    else
        m_pending = node;
}

void ViewerPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_pending.isValid())
        openFile(m_pending);
}

void ViewerPanel::onInventoryChanged()
{
    m_pending = {};
    const auto inventory = m_session->inventory();
    if (!inventory) {
        ++m_request;
        m_place = {};
        m_bytes.clear();
        m_offset = 0;
        showHead();
        showMessage(tr("Select a file to see its content."));
        return;
    }
    fillLayers();
    findEvidence();
}

void ViewerPanel::showBytes()
{
    m_find->setBytes(showsBytes());
    if (showsBytes()) {
        m_textNotes.clear();
        m_hexModel->setBytes(m_bytes, m_offset);
        m_hex->resizeColumnsToContents();
        m_pages->setCurrentWidget(m_hex);
        m_evidenceBar->setVisible(false);
    } else {
        m_hexModel->setBytes({});
        showText();
    }
    updateState();
}

void ViewerPanel::showText()
{
    const int line = m_wantedLine > 0 ? m_wantedLine : m_pages->currentWidget() == m_code ? m_code->currentLine() : 0;
    const int cut = m_offset > 0 && m_mark.isEmpty() ? cutCharacter(m_bytes) : 0;
    const QByteArray part = m_offset > 0 ? m_mark + m_bytes.mid(cut) : m_bytes;
    const FileText text = readableText(part, m_lineAt.contains(m_offset) ? m_lineAt[m_offset] : 1);
    // Taken off first, or the old definition would colour the new text once for nothing.
    m_syntax->setNone();
    m_code->setFileText(text);
    if (m_bytes.size() <= coloredBytes && m_offset == 0)
        m_syntax->setFile(displayPath(m_place.path), m_bytes.left(256));
    QStringList notes;
    if (m_bytes.size() > coloredBytes || m_offset > 0)
        notes << tr("no syntax colours, because the file is large");
    else if (!m_syntax->definitionName().isEmpty())
        notes << m_syntax->definitionName();
    if (text.notUtf8)
        notes << tr("not UTF-8, shown as Latin-1");
    if (text.foldedLines)
        notes << tr("very long lines are folded");
    if (text.replaced)
        notes << tr("control characters are made visible");
    m_textNotes = notes.join(QStringLiteral(" · "));
    m_find->setLines(m_code->firstLine(), m_code->lastLine());
    m_pages->setCurrentWidget(m_code);
    findEvidence();
    m_code->goToLine(line > 0 ? line : !m_found.empty() ? m_found.front().lines.first : 1);
    m_wantedLine = 0;
}

void ViewerPanel::showMessage(const QString &text)
{
    m_message->setText(text);
    m_pages->setCurrentWidget(m_message);
    m_evidenceBar->setVisible(false);
    m_moreBar->setVisible(false);
    m_textNotes.clear();
    updateState();
}

void ViewerPanel::updateState()
{
    const bool content = m_pages->currentWidget() != m_message;
    m_mode->setEnabled(content);
    m_wrap->setEnabled(m_pages->currentWidget() == m_code);
    const qint64 end = m_offset + m_bytes.size();
    const bool cut = content && (m_offset > 0 || end < m_place.size);
    m_moreBar->setVisible(cut);
    m_earlier->setVisible(m_offset > 0);
    m_more->setVisible(end < m_place.size);
    m_more->setText(showsBytes() ? tr("&Next Part") : tr("Load &More"));
    if (cut && m_offset == 0)
        m_moreText->setText(tr("The first %1 of %2 are shown.").arg(Messages::bytes(end), Messages::bytes(m_place.size)));
    else if (cut)
        m_moreText->setText(tr("%1 to %2 of %3 are shown.", "amounts of bytes")
                                .arg(Messages::bytes(m_offset), Messages::bytes(end), Messages::bytes(m_place.size)));
    QStringList facts;
    if (m_place.layer >= 0) {
        if (m_layer->count() < 2)
            facts << Messages::layerName(m_place.layer);
        facts << Messages::bytes(m_place.size);
    }
    if (!m_textNotes.isEmpty())
        facts << m_textNotes;
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void ViewerPanel::showHead()
{
    m_path->setText(m_place.layer < 0 ? QString() : QString(u'/' % displayPath(m_place.path)));
    m_path->setCursorPosition(0);
    const Image *image = m_session->image();
    QString instruction;
    if (image && m_place.layer >= 0 && size_t(m_place.layer) < image->layers.size())
        instruction = displayText(image->layers[size_t(m_place.layer)].createdBy.simplified());
    m_instruction->setText(m_place.layer < 0 ? QString() : instruction.isEmpty() ? tr("instruction not recorded") : instruction);
    m_instruction->setCursorPosition(0);
    fillLayers();
}

void ViewerPanel::fillLayers()
{
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    const auto inventory = m_session->inventory();
    if (m_place.layer >= 0 && inventory && inventory->tree) {
        for (const NodeId version : inventory->tree->findAll(m_place.path)) {
            const TreeNode &node = inventory->tree->node(version);
            if (node.kind != EntryKind::File)
                continue;
            const QString name = Messages::layerName(node.layer);
            m_layer->addItem(node.isGhost() ? tr("%1 (%2)", "layer, what became of the file").arg(name, Messages::ghost(node))
                                            : name,
                             version.value);
            if (node.layer == m_place.layer)
                m_layer->setCurrentIndex(m_layer->count() - 1);
        }
    }
    m_layer->setVisible(m_layer->count() > 1);
}

void ViewerPanel::onLayerChosen(int index)
{
    const NodeId node(m_layer->itemData(index).toUInt());
    m_selection->selectNode(node);
    openFile(node);
}

void ViewerPanel::onModeChosen()
{
    if (m_bytes.isEmpty())
        return;
    // Bytes come in smaller parts than text; a longer one is cut to the part that begins where the text does.
    if (showsBytes())
        m_bytes.truncate(firstBytes);
    if (showsBytes() || m_lineAt.contains(m_offset))
        showBytes();
    else
        read(0);  // nobody has counted the lines before this part
}

void ViewerPanel::findEvidence()
{
    m_found.clear();
    m_current = -1;
    m_compare->setChecked(false);
    const auto inventory = m_session->inventory();
    std::vector<MarkedLines> marks;
    if (inventory && m_pages->currentWidget() == m_code) {
        for (const LicenceEvidence &evidence : inventory->evidence) {
            if (evidence.layer != m_place.layer || evidence.path != m_place.path || evidence.match.firstLine <= 0)
                continue;
            const MarkedLines lines {evidence.match.firstLine, evidence.match.lastLine};
            const QString where = lines.first == lines.last ? tr("line %1").arg(lines.first)
                                                            : tr("lines %1 to %2").arg(lines.first).arg(lines.last);
            m_found.push_back({lines,
                               tr("%1: %2, %3", "licence, kind of match, lines")
                                   .arg(displayText(evidence.match.expression), Messages::matchKind(evidence.match.kind), where),
                               evidence.match});
            marks.push_back(lines);
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Found &a, const Found &b) { return a.lines.first < b.lines.first; });
    }
    m_code->setMarks(std::move(marks));
    m_evidenceBar->setVisible(!m_found.empty());
    if (!m_found.empty())
        stepEvidence(0);
}

void ViewerPanel::stepEvidence(int step)
{
    if (m_found.empty())
        return;
    const int count = static_cast<int>(m_found.size());
    m_current = m_current < 0 ? 0 : (m_current + step + count) % count;
    if (m_compare->isChecked())
        showComparison(canCompare());
    tellEvidence();
    if (step != 0)
        m_code->goToLine(m_found[size_t(m_current)].lines.first);
}

/// In a comparison from difference to difference, elsewhere from licence text to licence text.
void ViewerPanel::stepDifference(int step)
{
    if (m_pages->currentWidget() == m_comparison && m_comparison->differences() > 0)
        m_comparison->step(step);
    else
        stepEvidence(step);
}

void ViewerPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_syntax)
        m_syntax->followPalette();
}

}  // namespace waybill
