// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/noticebar.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace waybill {

namespace {

constexpr int maxNotices = 4;

QString technicalDetails(const Error &error)
{
    QStringList lines {NoticeBar::tr("Kind: %1").arg(errorKindId(error.kind))};
    if (!error.subject.isEmpty())
        lines.append(NoticeBar::tr("Subject: %1").arg(displayText(error.subject)));
    if (!error.cause.isEmpty())
        lines.append(NoticeBar::tr("Cause: %1").arg(displayText(error.cause)));
    if (error.layer >= 0)
        lines.append(NoticeBar::tr("Layer: %1").arg(error.layer + 1));
    if (!error.path.isEmpty())
        lines.append(NoticeBar::tr("Path: %1")
                         .arg(displayPath(std::string_view(error.path.constData(), static_cast<size_t>(error.path.size())))));
    if (error.offset >= 0)
        lines.append(NoticeBar::tr("Byte: %1").arg(error.offset));
    if (error.line >= 0)
        lines.append(NoticeBar::tr("Line: %1").arg(error.line));
    return lines.join(QLatin1Char('\n'));
}

/// One notice; closes by removing itself.
class Notice : public QFrame
{
public:
    Notice(const QString &text, const QString &details, QWidget *parent) : QFrame(parent), m_text(text), m_row(new QHBoxLayout)
    {
        setFrameShape(QFrame::StyledPanel);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::AlternateBase);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(8, 4, 8, 4);
        column->addLayout(m_row);
        auto *icon = new QLabel(this);
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
        icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(side, side));
        auto *words = new QLabel(text, this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->setAccessibleName(text);
        m_row->addWidget(icon);
        m_row->addWidget(words, 1);
        if (!details.isEmpty())
            addDetails(column, details);
        QToolButton *close = addButton(NoticeBar::tr("Close"));
        close->setAccessibleName(NoticeBar::tr("Close this notice"));
        connect(close, &QToolButton::clicked, this, &Notice::deleteLater);
    }

    QString text() const { return m_text; }

    void addAction(const QString &label, const std::function<void()> &action)
    {
        auto *button = new QToolButton(this);
        button->setText(label);
        m_row->insertWidget(2, button);
        connect(button, &QToolButton::clicked, this, [this, action] {
            deleteLater();
            action();
        });
    }

private:
    QToolButton *addButton(const QString &label)
    {
        auto *button = new QToolButton(this);
        button->setText(label);
        m_row->addWidget(button);
        return button;
    }

    void addDetails(QVBoxLayout *column, const QString &details)
    {
        auto *more = new QLabel(details, this);
        more->setTextFormat(Qt::PlainText);
        more->setWordWrap(true);
        more->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        more->hide();
        column->addWidget(more);
        QToolButton *toggle = addButton(NoticeBar::tr("Details"));
        toggle->setCheckable(true);
        connect(toggle, &QToolButton::toggled, more, &QLabel::setVisible);
        QToolButton *copy = addButton(NoticeBar::tr("Copy"));
        copy->setAccessibleName(NoticeBar::tr("Copy this notice with its details"));
        connect(copy, &QToolButton::clicked, this,
                [this, details] { QGuiApplication::clipboard()->setText(m_text % QLatin1Char('\n') % details); });
    }

    QString m_text;
    QHBoxLayout *m_row;
};

}  // namespace

NoticeBar::NoticeBar(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(6, 0, 6, 0);
    m_column->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(tr("Notices"));
}

void NoticeBar::addError(const Error &error)
{
    const QString advice = Messages::advice(error);
    const QString text = Messages::error(error);
    addNotice(advice.isEmpty() ? text : QString(text % QLatin1Char(' ') % advice), technicalDetails(error));
}

void NoticeBar::addNotice(const QString &text, const QString &details, const QString &actionText,
                          const std::function<void()> &action)
{
    for (int i = m_column->count() - 1; i >= 0; --i) {
        auto *old = static_cast<Notice *>(m_column->itemAt(i)->widget());
        // Said again means said now; the newest ones stay in sight, all of them are in the log.
        if (old->text() == text || m_column->count() >= maxNotices + i) {
            m_column->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
    }
    auto *notice = new Notice(text, details, this);
    if (action)
        notice->addAction(actionText, action);
    m_column->addWidget(notice);
    notice->show();
    QAccessibleEvent alert(notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT noticed(text);
}

void NoticeBar::closeAll()
{
    while (closeNewest()) { }
}

bool NoticeBar::closeNewest()
{
    if (m_column->count() == 0)
        return false;
    QWidget *notice = m_column->itemAt(m_column->count() - 1)->widget();
    m_column->removeWidget(notice);
    notice->hide();
    notice->deleteLater();
    return true;
}

QStringList NoticeBar::texts() const
{
    QStringList texts;
    for (int i = 0; i < m_column->count(); ++i)
        texts.append(static_cast<Notice *>(m_column->itemAt(i)->widget())->text());
    return texts;
}

}  // namespace waybill
