// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which part of a file the viewer holds, and how it gets to another one.
#include "core/report/messages.h"
#include "ui/session/session.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/hexmodel.h"
#include "ui/viewer/viewerpanel.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

namespace waybill {

namespace {

enum Mode { Automatic, Text, Bytes };

QString zoomKey()
{
    return QStringLiteral("viewer/zoom");
}

}  // namespace

bool ViewerPanel::showsBytes() const
{
    return m_mode->currentIndex() == Bytes || (m_mode->currentIndex() == Automatic && m_binary);
}

/// Shows another file from its beginning.
void ViewerPanel::load(const Place &place)
{
    m_place = place;
    m_bytes.clear();
    m_offset = 0;
    m_lineAt = {{0, 1}};
    m_wantedOffset = -1;
    m_wantedBytes.clear();
    {
        const QSignalBlocker quiet(m_mode);
        m_mode->setCurrentIndex(Automatic);
    }
    showHead();
    showMessage(tr("Reading %1 …").arg(displayPath(place.path)));
    read(0);
}

void ViewerPanel::read(qint64 offset)
{
    m_more->setEnabled(false);
    m_earlier->setEnabled(false);
    const quint64 request = ++m_request;
    m_session->readFile(this, m_place.layer, m_place.path, offset, firstBytes, [this, request, offset](Result<QByteArray> bytes) {
        if (request == m_request)
            onRead(offset, std::move(bytes));
    });
}

void ViewerPanel::onRead(qint64 offset, Result<QByteArray> bytes)
{
    m_more->setEnabled(true);
    m_earlier->setEnabled(true);
    if (!bytes) {
        const QString advice = Messages::advice(bytes.error());
        showMessage(Messages::error(bytes.error()) + (advice.isEmpty() ? QString() : QString(u'\n' % advice)));
        return;
    }
    if (offset == 0) {
        m_binary = looksBinary(*bytes);
        m_mark = byteOrderMark(*bytes);
    }
    if (bytes->isEmpty() && offset == 0) {
        showMessage(tr("This file is empty."));
        return;
    }
    adopt(offset, std::move(*bytes));
    showBytes();
    if (m_wantedOffset >= 0)
        selectOffset(std::exchange(m_wantedOffset, -1));
    if (!m_wantedBytes.isEmpty())
        findBytes(std::exchange(m_wantedBytes, {}), true);
}

/// Text grows at its end until it fills its room, then its beginning goes; anything else is replaced.
void ViewerPanel::adopt(qint64 offset, QByteArray bytes)
{
    const bool follows = !showsBytes() && !m_bytes.isEmpty() && offset == m_offset + m_bytes.size();
    if (!follows) {
        m_offset = offset;
        m_bytes = std::move(bytes);
        return;
    }
    m_wantedLine = m_code->currentLine();
    m_bytes += bytes;
    while (m_bytes.size() > mostBytes) {
        const QByteArray dropped = m_bytes.left(firstBytes);
        m_bytes.remove(0, firstBytes);
        m_lineAt[m_offset + firstBytes] = m_lineAt[m_offset] + endedLines(dropped, m_bytes.left(1));
        m_offset += firstBytes;
        m_wantedLine = qMax(m_wantedLine, m_lineAt[m_offset]);
    }
}

void ViewerPanel::loadMore()
{
    read(m_offset + m_bytes.size());
}

void ViewerPanel::loadEarlier()
{
    const qint64 offset = qMax<qint64>(0, m_offset - firstBytes);
    m_bytes.clear();  // what is read now does not follow on
    read(offset);
}

void ViewerPanel::goToOffset(qint64 offset)
{
    offset = qBound<qint64>(0, offset, qMax<qint64>(0, m_place.size - 1));
    if (m_hexModel->rowOf(offset) >= 0) {
        selectOffset(offset);
        return;
    }
    m_wantedOffset = offset;
    m_bytes.clear();
    read(offset / firstBytes * firstBytes);
}

void ViewerPanel::selectOffset(qint64 offset)
{
    const int row = m_hexModel->rowOf(offset);
    if (row < 0)
        return;
    m_hex->setCurrentIndex(m_hexModel->index(row, HexModel::Hex));
    m_hex->scrollTo(m_hexModel->index(row, 0), QAbstractItemView::PositionAtCenter);
}

/// Looks behind (or before) the current row, and forward also in the parts that were not read yet.
void ViewerPanel::findBytes(const QByteArray &wanted, bool forward)
{
    if (wanted.isEmpty() || m_pages->currentWidget() != m_hex)
        return;
    const QModelIndex current = m_hex->currentIndex();
    const qsizetype from = current.isValid() ? qsizetype(current.row()) * HexModel::rowBytes : -HexModel::rowBytes;
    const qsizetype found = forward ? m_bytes.indexOf(wanted, from + HexModel::rowBytes)
        : from > 0                  ? m_bytes.lastIndexOf(wanted, from - 1)
                                    : -1;
    if (found >= 0) {
        selectOffset(m_offset + found);
        m_find->showState({});
        return;
    }
    const qint64 end = m_offset + m_bytes.size();
    if (!forward || end >= m_place.size) {
        m_find->showState(forward ? tr("Not found up to the end") : tr("Not found before this place in this part"));
        return;
    }
    // The next part begins a little earlier, so that what lies across the border is seen.
    const qint64 overlap = (wanted.size() + HexModel::rowBytes - 1) / HexModel::rowBytes * HexModel::rowBytes;
    m_find->showState(tr("Looking at %1 of %2 …").arg(Messages::bytes(end), Messages::bytes(m_place.size)));
    m_wantedBytes = wanted;
    read(qMax<qint64>(m_offset + HexModel::rowBytes, end / HexModel::rowBytes * HexModel::rowBytes - overlap));
}

void ViewerPanel::zoom(int steps)
{
    m_zoom = steps == 0 ? 0 : qBound(-6, m_zoom + steps, 24);
    QSettings().setValue(zoomKey(), m_zoom);
    applyZoom();
}

void ViewerPanel::applyZoom()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(qMax(5.0, font.pointSizeF() + m_zoom));
    m_code->setFont(font);
    m_code->setTabStopDistance(8 * m_code->fontMetrics().horizontalAdvance(u' '));
    m_hex->setFont(font);
    m_hex->verticalHeader()->setDefaultSectionSize(m_hex->fontMetrics().height() + 4);
    m_hex->resizeColumnsToContents();
}

}  // namespace waybill
