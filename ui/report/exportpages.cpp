// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/exportpages.h"

#include "core/report/messages.h"
#include "ui/report/stateicon.h"
#include "ui/session/session.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPdfDocument>
#include <QPdfView>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill {

ContentsPage::ContentsPage(Session *session, QWidget *parent)
    : QWidget(parent), m_language(new QComboBox(this)), m_preparedBy(new QLineEdit(this)), m_draft(new QCheckBox(this))
{
    auto *form = new QFormLayout(this);
    const Image *image = session->image();
    auto *reference = new QLabel(image ? displayText(image->reference) : tr("No image is open."), this);
    reference->setTextFormat(Qt::PlainText);
    reference->setWordWrap(true);
    form->addRow(tr("Image"), reference);
    form->addRow(tr("Delivery"), new QLabel(Messages::scenario(session->review().scenario), this));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setCurrentIndex(QLocale().language() == QLocale::Chinese ? 1 : 0);
    m_language->setAccessibleName(tr("Language of the report"));
    form->addRow(tr("&Language"), m_language);
    m_preparedBy->setText(session->author());
    m_preparedBy->setMaxLength(200);
    form->addRow(tr("&Prepared by"), m_preparedBy);
    m_draft->setText(tr("Unsigned &draft, with a watermark on every page"));
    form->addRow(QString(), m_draft);
    auto *inside
        = new QLabel(tr("The report holds the verdicts of all five ways of delivery, all findings with rule, clause, files and "
                        "layers, duties, "
                        "ghosts, layers, components, assumptions and the log. The review as data travels inside the file."),
                     this);
    inside->setWordWrap(true);
    form->addRow(tr("Inside"), inside);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ContentsPage::changed);
    connect(m_preparedBy, &QLineEdit::textChanged, this, &ContentsPage::changed);
    connect(m_draft, &QCheckBox::toggled, this, &ContentsPage::changed);
}

QString ContentsPage::language() const
{
    return m_language->currentData().toString();
}

QString ContentsPage::preparedBy() const
{
    return m_preparedBy->text().trimmed();
}

bool ContentsPage::isDraft() const
{
    return m_draft->isChecked();
}

void ContentsPage::setDraft(bool draft)
{
    m_draft->setChecked(draft);
}

ReadyPage::ReadyPage(Session *session, QWidget *parent) : QWidget(parent), m_session(session), m_list(new QListWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    m_list->setAccessibleName(tr("What is ready"));
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    layout->addWidget(m_list);
    auto *draft = new QPushButton(tr("Export as unsigned &draft"), this);
    layout->addWidget(draft, 0, Qt::AlignLeft);
    connect(draft, &QPushButton::clicked, this, &ReadyPage::draftRequested);
    connect(session, &Session::inventoryChanged, this, &ReadyPage::refresh);
    connect(session, &Session::assessmentChanged, this, &ReadyPage::refresh);
    refresh();
}

void ReadyPage::refresh()
{
    m_list->clear();
    const QList<ReadinessItem> items = Readiness::of(m_session->review(), *m_session->services().policy);
    for (const ReadinessItem &item : items) {
        auto *row = new QListWidgetItem(stateIcon(stateOf(item.state)), item.text, m_list);
        row->setData(Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(stateWord(stateOf(item.state)), item.text));
    }
    m_canExport = Readiness::canExport(items);
    Q_EMIT changed();
}

PreviewPage::PreviewPage(QWidget *parent)
    : QWidget(parent), m_message(new QLabel(this)), m_document(new QPdfDocument(this)), m_view(new QPdfView(this)),
      m_buffer(new QBuffer(this))
{
    auto *layout = new QVBoxLayout(this);
    m_message->setWordWrap(true);
    layout->addWidget(m_message);
    m_view->setDocument(m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setAccessibleName(tr("Pages of the report"));
    layout->addWidget(m_view, 1);
}

void PreviewPage::showMessage(const QString &text)
{
    m_message->setText(text);
}

void PreviewPage::showPdf(const QByteArray &pdf)
{
    m_document->close();
    m_buffer->close();
    m_buffer->setData(pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer);
    m_message->setText(tr("%n page(s), %1", nullptr, m_document->pageCount()).arg(Messages::bytes(pdf.size())));
}

int PreviewPage::pageCount() const
{
    return m_document->pageCount();
}

}  // namespace waybill
