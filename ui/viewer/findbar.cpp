// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/findbar.h"

#include "ui/explorer/flowlayout.h"
#include "ui/explorer/localkeys.h"
#include "ui/theme/palette.h"
#include "ui/viewer/codeview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace waybill {

FindBar::FindBar(CodeView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, [this] { find(true); });
    connect(m_offset, &QLineEdit::returnPressed, this, [this] {
        bool good = false;
        const qint64 offset = m_offset->text().trimmed().toLongLong(&good, 0);  // 0x… or decimal
        if (good)
            Q_EMIT offsetWanted(offset);
        showState(good ? QString() : tr("Not a number"));
    });
    connect(m_line, &QSpinBox::editingFinished, this, [this] { m_view->goToLine(m_line->value()); });
    auto *keys = new LocalKeys(this);
    keys->add(QKeySequence(Qt::Key_Escape), [this] {
        hide();
        m_view->setFocus();
    });
    keys->add(QKeySequence(Qt::Key_F3), [this] { find(true); });
    keys->add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { find(false); });
    m_text->installEventFilter(keys);
    m_line->installEventFilter(keys);
    m_offset->installEventFilter(keys);
    setBytes(false);
}

void FindBar::build()
{
    m_text = new QLineEdit;
    m_text->setPlaceholderText(tr("Find in this file"));
    m_text->setAccessibleName(tr("Find in this file"));
    m_text->setClearButtonEnabled(true);
    m_case = new QCheckBox(tr("Match case"));
    m_line = new QSpinBox;
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setMinimum(1);
    m_line->setKeyboardTracking(false);
    m_state = new QLabel;
    const auto button = [this](const QString &icon, const QString &text, bool forward) {
        auto *result = new QToolButton;
        result->setIcon(Theme::actionIcon(icon));
        result->setText(text);
        result->setAccessibleName(text);
        result->setToolTip(text);
        result->setAutoRaise(true);
        connect(result, &QToolButton::clicked, this, [this, forward] { find(forward); });
        return result;
    };
    auto *search = new QWidget;
    auto *row = new QHBoxLayout(search);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(button(QStringLiteral("previous"), tr("Find previous"), false));
    row->addWidget(button(QStringLiteral("next"), tr("Find next"), true));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    for (QWidget *part : std::initializer_list<QWidget *> {search, m_case, buildPlaces(), m_state})
        layout->addWidget(part);
}

QWidget *FindBar::buildPlaces()
{
    auto *go = new QWidget;
    auto *row = new QHBoxLayout(go);
    row->setContentsMargins(0, 0, 0, 0);
    m_lineLabel = new QLabel(tr("&Line"));
    m_lineLabel->setBuddy(m_line);
    m_offset = new QLineEdit;
    m_offset->setAccessibleName(tr("Go to byte"));
    m_offset->setPlaceholderText(QStringLiteral("0x0"));
    m_offset->setMaximumWidth(16 * m_offset->fontMetrics().averageCharWidth());
    m_offsetLabel = new QLabel(tr("&Byte"));
    m_offsetLabel->setBuddy(m_offset);
    for (QWidget *part : std::initializer_list<QWidget *> {m_lineLabel, m_line, m_offsetLabel, m_offset})
        row->addWidget(part);
    return go;
}

void FindBar::setBytes(bool bytes)
{
    m_bytes = bytes;
    for (QWidget *part : std::initializer_list<QWidget *> {m_case, m_lineLabel, m_line})
        part->setVisible(!bytes);
    for (QWidget *part : std::initializer_list<QWidget *> {m_offsetLabel, m_offset})
        part->setVisible(bytes);
    m_text->setPlaceholderText(bytes ? tr("Find letters, or bytes as 0x7f454c46") : tr("Find in this file"));
    m_state->clear();
}

void FindBar::showState(const QString &text)
{
    m_state->setText(text);
}

QByteArray FindBar::bytesOf(const QString &words)
{
    if (!words.startsWith(QLatin1String("0x"), Qt::CaseInsensitive))
        return words.toUtf8();
    QByteArray digits = words.mid(2).toLatin1();
    digits.replace(' ', "");
    const QByteArray bytes = QByteArray::fromHex(digits);
    return bytes.size() * 2 == digits.size() ? bytes : QByteArray();
}

void FindBar::openFind()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::openGoToLine()
{
    show();
    if (m_bytes) {
        m_offset->setFocus(Qt::ShortcutFocusReason);
        m_offset->selectAll();
        return;
    }
    m_line->setValue(qMax(1, m_view->currentLine()));
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindBar::setLines(int first, int last)
{
    m_line->setRange(first, qMax(first, last));
    m_state->clear();
}

void FindBar::find(bool forward)
{
    const QString words = m_text->text();
    if (words.isEmpty())
        return;
    if (m_bytes) {
        const QByteArray bytes = bytesOf(words);
        m_state->setText(bytes.isEmpty() ? tr("Bytes need two digits each") : QString());
        if (!bytes.isEmpty())
            Q_EMIT bytesWanted(bytes, forward);
        return;
    }
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindBackward, !forward);
    flags.setFlag(QTextDocument::FindCaseSensitively, m_case->isChecked());
    m_state->clear();
    if (m_view->find(words, flags))
        return;
    const QTextCursor before = m_view->textCursor();
    m_view->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
    if (m_view->find(words, flags)) {
        m_state->setText(forward ? tr("Continued at the top") : tr("Continued at the end"));
    } else {
        m_view->setTextCursor(before);
        m_state->setText(tr("Not found"));
    }
}

}  // namespace waybill
