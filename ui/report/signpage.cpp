// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/signpage.h"

#include "ui/report/stateicon.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStyle>

namespace waybill {

namespace {

QWidget *withButton(QLineEdit *edit, QPushButton *button, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit, 1);
    layout->addWidget(button);
    return row;
}

}  // namespace

SignPage::SignPage(const QString &suggestedPath, QWidget *parent)
    : QWidget(parent), m_key(new QLineEdit(this)), m_password(new QLineEdit(this)), m_reason(new QLineEdit(this)),
      m_place(new QLineEdit(this)), m_target(new QLineEdit(suggestedPath, this)), m_message(new QLabel(this)),
      m_icon(new QLabel(this)), m_chooseKey(new QPushButton(tr("From &file\u2026"), this))
{
    build();
    for (QLineEdit *edit : {m_key, m_password, m_reason, m_place, m_target})
        connect(edit, &QLineEdit::textChanged, this, &SignPage::changed);
}

void SignPage::build()
{
    auto *form = new QFormLayout(this);
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setText(QSettings().value(QStringLiteral("signing/keyFile")).toString());
    auto *keyLabel = new QLabel(tr("&Certificate with key (.p12)"), this);
    keyLabel->setBuddy(m_key);
    form->addRow(keyLabel, withButton(m_key, m_chooseKey, this));
    m_reason->setText(tr("Reviewed and decided"));
    m_reason->setMaxLength(500);
    form->addRow(tr("&Reason"), m_reason);
    m_place->setMaxLength(200);
    form->addRow(tr("P&lace"), m_place);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    form->addRow(tr("Pass&word (not stored)"), m_password);
    m_target->setObjectName(QStringLiteral("target"));
    auto *chooseTarget = new QPushButton(tr("C&hange\u2026"), this);
    auto *targetLabel = new QLabel(tr("&Save as"), this);
    targetLabel->setBuddy(m_target);
    form->addRow(targetLabel, withButton(m_target, chooseTarget, this));
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_message, 1);
    form->addRow(row);
    connect(m_chooseKey, &QPushButton::clicked, this, &SignPage::onChooseKey);
    connect(chooseTarget, &QPushButton::clicked, this, &SignPage::onChooseTarget);
}

QString SignPage::keyPath() const
{
    return m_key->text().trimmed();
}

QByteArray SignPage::takePassword()
{
    QByteArray password = m_password->text().toUtf8();
    m_password->clear();
    return password;
}

QString SignPage::reason() const
{
    return m_reason->text().trimmed();
}

QString SignPage::place() const
{
    return m_place->text().trimmed();
}

QString SignPage::target() const
{
    return m_target->text().trimmed();
}

void SignPage::setDraft(bool draft)
{
    m_draft = draft;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_chooseKey), static_cast<QWidget *>(m_password),
          static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_place)})
        widget->setEnabled(!draft);
}

bool SignPage::isComplete() const
{
    return !target().isEmpty() && (m_draft || !keyPath().isEmpty());
}

void SignPage::showMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(text.isEmpty() ? QPixmap() : stateIcon(isError ? MarkState::Bad : MarkState::Good).pixmap(size));
    m_icon->setAccessibleName(text.isEmpty() ? QString() : stateWord(isError ? MarkState::Bad : MarkState::Good));
}

void SignPage::showPasswordError(const QString &text)
{
    showMessage(text, true);
    m_password->setFocus();
}

void SignPage::onChooseKey()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Certificate with key"), QFileInfo(keyPath()).path(),
                                                      tr("Certificates with keys (*.p12 *.pfx);;All files (*)"));
    if (file.isEmpty())
        return;
    m_key->setText(file);
    QSettings().setValue(QStringLiteral("signing/keyFile"), file);
}

void SignPage::onChooseTarget()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the report as"), target(), tr("PDF files (*.pdf)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        m_target->setText(file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? file
                                                                                    : QString(file % QLatin1String(".pdf")));
}

}  // namespace waybill
