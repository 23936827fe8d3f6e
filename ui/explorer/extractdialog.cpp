// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/extractdialog.h"

#include "core/report/messages.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>

namespace waybill {

namespace {

QString folderKey()
{
    return QStringLiteral("explorer/extract/folder");
}

}  // namespace

ExtractDialog::ExtractDialog(Subject subject, QWidget *parent) : QDialog(parent), m_subject(std::move(subject))
{
    build();
    m_timer.setSingleShot(true);
    m_timer.setInterval(300);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_writing ? poll() : plan(); });
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    setFolder(QSettings().value(folderKey(), home).toString());
}

ExtractDialog::~ExtractDialog() = default;

void ExtractDialog::setFolder(const QString &path)
{
    m_folder->setText(path);
    plan();
}

void ExtractDialog::browse()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Extract to Folder"), m_folder->text());
    if (!path.isEmpty())
        setFolder(path);
}

Existing ExtractDialog::existing() const
{
    return m_replace->isChecked() ? Existing::Replace : m_keepBoth->isChecked() ? Existing::KeepBoth : Existing::Skip;
}

void ExtractDialog::plan()
{
    m_planned = false;
    m_extract->setEnabled(false);
    m_open->hide();
    m_summary->setText(tr("Looking what would be written …"));
    ExtractRequest request {m_subject.tree, m_subject.view, m_subject.nodes, m_folder->text()};
    m_jobs.run<ExtractPlan>(
        [request = std::move(request)](const CancelToken &cancel, Progress &) { return planExtraction(request, cancel); },
        [this](Outcome<ExtractPlan> outcome) { onPlanned(std::move(outcome)); });
}

void ExtractDialog::onPlanned(Outcome<ExtractPlan> outcome)
{
    m_taken->hide();
    m_leftOut->hide();
    if (const auto *error = std::get_if<Error>(&outcome)) {
        m_summary->setText(m_folder->text().isEmpty() ? tr("Choose a folder to write to.") : Messages::error(*error));
        return;
    }
    if (!std::holds_alternative<ExtractPlan>(outcome))
        return;
    m_plan = std::move(std::get<ExtractPlan>(outcome));
    m_planned = true;
    QStringList text {tr("%n file(s), %1", "to be written", m_plan.files).arg(Messages::bytes(m_plan.bytes))};
    if (m_plan.folders > 0)
        text << tr("%n folder(s)", nullptr, m_plan.folders);
    if (m_plan.links > 0)
        text << tr("%n link(s)", nullptr, m_plan.links);
    if (m_plan.renamed > 0)
        text << tr("%n name(s) that this system cannot hold, changed", nullptr, m_plan.renamed);
    if (!m_plan.leftOut.empty())
        text << tr("%n left out", nullptr, static_cast<int>(m_plan.leftOut.size()));
    m_summary->setText(text.join(QStringLiteral(" · ")));
    m_taken->setVisible(m_plan.taken > 0);
    if (m_plan.taken > 0)
        m_takenText->setText(tr("%n name(s) are taken in this folder, among them %1.", nullptr, m_plan.taken)
                                 .arg(displayText(m_plan.someTaken.first())));
    showLeftOut(m_plan.leftOut);
    m_extract->setEnabled(m_plan.files + m_plan.folders + m_plan.links > 0);
}

void ExtractDialog::write()
{
    if (!m_planned || m_writing)
        return;
    QSettings().setValue(folderKey(), m_folder->text());
    m_cancelled = false;
    setBusy(true);
    m_jobs.run<ExtractOutcome>(
        [subject = m_subject, plan = m_plan, folder = m_folder->text(), existing = existing()](const CancelToken &cancel,
                                                                                               Progress &progress) {
            return extract(*subject.source, subject.image, *subject.tree, plan, folder, existing, cancel, progress);
        },
        [this](Outcome<ExtractOutcome> outcome) { onWritten(std::move(outcome)); }, true);
    poll();
}

void ExtractDialog::poll()
{
    const Progress &progress = m_jobs.progress();
    const qint64 total = progress.bytesTotal;
    m_bar->setValue(total > 0 ? static_cast<int>(qMin<qint64>(1000, progress.bytesDone * 1000 / total)) : 0);
    m_summary->setText(tr("%1 of %2 written").arg(Messages::bytes(progress.bytesDone), Messages::bytes(m_plan.bytes)));
    if (m_writing)
        m_timer.start();
}

void ExtractDialog::onWritten(Outcome<ExtractOutcome> outcome)
{
    setBusy(false);
    m_planned = false;
    m_extract->setEnabled(false);
    m_taken->hide();
    if (const auto *error = std::get_if<Error>(&outcome)) {
        m_summary->setText(Messages::error(*error));
    } else if (const auto *done = std::get_if<ExtractOutcome>(&outcome)) {
        QString text = m_cancelled ? QString(tr("Cancelled.") % u' ') : QString();
        text += tr("%n file(s) written, %1.", nullptr, done->files).arg(Messages::bytes(done->bytes));
        if (!done->leftOut.empty())
            text += u' ' % tr("%n left out:", nullptr, static_cast<int>(done->leftOut.size()));
        m_summary->setText(text);
        showLeftOut(done->leftOut);
        m_open->show();
    }
    Q_EMIT finishedWriting();
}

void ExtractDialog::setBusy(bool busy)
{
    m_writing = busy;
    m_bar->setVisible(busy);
    m_extract->setEnabled(!busy);
    for (QWidget *part : std::initializer_list<QWidget *> {m_folder, m_browse, m_taken})
        part->setEnabled(!busy);
    m_buttons->button(QDialogButtonBox::Close)->setText(busy ? tr("&Cancel") : tr("&Close"));
    if (!busy)
        m_timer.stop();
}

/// While something is being written this cancels it; what is complete stays. The second time it closes.
void ExtractDialog::reject()
{
    if (!m_writing) {
        QDialog::reject();
        return;
    }
    m_cancelled = true;
    m_jobs.cancel();
}

}  // namespace waybill
