// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The licence text that is gone to in the viewer, beside its reference.
#include "core/licence/textcomparison.h"
#include "ui/viewer/comparisonview.h"
#include "ui/viewer/viewerpanel.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

namespace waybill {

/// Whether the current licence text was recognised by a reference text and lies in the part that was read.
bool ViewerPanel::canCompare() const
{
    if (m_current < 0 || showsBytes())
        return false;
    const LicenceMatch &match = m_found[size_t(m_current)].match;
    const bool text = match.kind == MatchKind::ExactText || match.kind == MatchKind::CloseText;
    return text && match.endByte > match.firstByte && match.firstByte >= m_offset && match.endByte <= m_offset + m_bytes.size();
}

void ViewerPanel::compare(bool wanted)
{
    m_compare->setChecked(wanted && canCompare());
}

void ViewerPanel::showComparison(bool wanted)
{
    if (!wanted || !canCompare()) {
        m_comparison->clearParts();
        if (m_pages->currentWidget() == m_comparison)
            m_pages->setCurrentWidget(m_code);
        tellEvidence();
        return;
    }
    const LicenceMatch &match = m_found[size_t(m_current)].match;
    const QString id = QString(match.expression).remove(QLatin1String("LicenseRef-altered-")).section(u' ', 0, 0);
    const Result<QByteArray> reference = storedReference(id);
    if (!reference) {
        m_compare->setChecked(false);
        m_evidenceText->setText(tr("There is no reference text of %1 to compare with.").arg(id));
        return;
    }
    const QByteArray text = m_mark + m_bytes.mid(match.firstByte - m_offset, match.endByte - match.firstByte);
    m_comparison->setParts(compareWithReference(text, *reference));
    m_pages->setCurrentWidget(m_comparison);
    tellEvidence();
}

/// What the line beside the buttons says: which licence text of how many, and in a comparison which difference.
void ViewerPanel::tellEvidence()
{
    if (m_current < 0)
        return;
    const Found &found = m_found[size_t(m_current)];
    QString text
        = tr("%1 of %2: %3", "which licence of how many, what it is").arg(m_current + 1).arg(int(m_found.size())).arg(found.text);
    if (m_pages->currentWidget() == m_comparison) {
        const int count = m_comparison->differences();
        if (count == 0)
            text = tr("%1; the same words as the reference", "which licence text").arg(text);
        else if (m_comparison->current() < 0)
            text = tr("%1; differences: %2", "which licence text, how many").arg(text).arg(count);
        else
            text = tr("%1; difference %2 of %3", "which licence text").arg(text).arg(m_comparison->current() + 1).arg(count);
    }
    m_evidenceText->setText(text);
    m_compare->setEnabled(canCompare());
}

}  // namespace waybill
