// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/extractdialog.h"

#include "core/report/messages.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

namespace waybill {

namespace {

QLabel *wrappedLabel(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

void ExtractDialog::build()
{
    setWindowTitle(tr("Extract"));
    m_summary = wrappedLabel();
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, 1000);
    m_bar->hide();
    m_leftOut = new QPlainTextEdit;
    m_leftOut->setReadOnly(true);
    m_leftOut->setAccessibleName(tr("What was left out, and why"));
    m_leftOut->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_leftOut->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_extract = m_buttons->addButton(tr("&Extract"), QDialogButtonBox::AcceptRole);
    m_extract->setDefault(true);
    m_open = m_buttons->addButton(tr("&Open Folder"), QDialogButtonBox::ActionRole);
    m_open->hide();
    connect(m_extract, &QPushButton::clicked, this, &ExtractDialog::write);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder->text())); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExtractDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(wrappedLabel(subjectText()));
    layout->addWidget(buildFolderRow());
    layout->addWidget(m_summary);
    layout->addWidget(buildTaken());
    layout->addWidget(m_bar);
    layout->addWidget(m_leftOut, 1);
    layout->addStretch();
    layout->addWidget(m_buttons);
    resize(560, 280);
}

QWidget *ExtractDialog::buildFolderRow()
{
    auto *row = new QWidget;
    m_folder = new QLineEdit;
    m_folder->setAccessibleName(tr("Folder to write to"));
    m_folder->setWhatsThis(tr("The folder must exist. Nothing is written outside of it."));
    auto *label = new QLabel(tr("&Folder"));
    label->setBuddy(m_folder);
    m_browse = new QPushButton(tr("&Browse…"));
    connect(m_browse, &QPushButton::clicked, this, &ExtractDialog::browse);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_timer.start(); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_folder, 1);
    layout->addWidget(m_browse);
    return row;
}

QWidget *ExtractDialog::buildTaken()
{
    m_taken = new QWidget;
    m_takenText = wrappedLabel();
    m_skip = new QRadioButton(tr("&Leave them as they are"));
    m_skip->setChecked(true);
    m_keepBoth = new QRadioButton(tr("&Keep both, the new ones under another name"));
    m_replace = new QRadioButton(tr("&Replace them"));
    auto *layout = new QVBoxLayout(m_taken);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *> {m_takenText, m_skip, m_keepBoth, m_replace})
        layout->addWidget(part);
    m_taken->hide();
    return m_taken;
}

QString ExtractDialog::subjectText() const
{
    if (m_subject.nodes.size() != 1)
        return tr("%n chosen files and folders", nullptr, static_cast<int>(m_subject.nodes.size()));
    const NodeId node = m_subject.nodes.front();
    const QString path = u'/' % displayPath(m_subject.tree->path(node));
    return tr("%1 from %2", "path, layer").arg(path, Messages::layerName(m_subject.tree->node(node).layer));
}

void ExtractDialog::showLeftOut(const std::vector<ExtractRefusal> &refusals)
{
    constexpr size_t most = 10'000;
    QStringList lines;
    for (const ExtractRefusal &refusal : refusals) {
        if (size_t(lines.size()) == most) {
            lines << tr("and %n more", nullptr, static_cast<int>(refusals.size() - most));
            break;
        }
        lines << tr("%1: %2", "path, reason")
                     .arg(QString(u'/' % displayPath(m_subject.tree->path(refusal.node))), Messages::leftOut(refusal));
    }
    m_leftOut->setPlainText(lines.join(u'\n'));
    m_leftOut->setVisible(!lines.isEmpty());
}

}  // namespace waybill
