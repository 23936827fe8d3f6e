// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/exportdialog.h"

#include "core/report/messages.h"
#include "core/report/reportlanguage.h"
#include "ui/report/exportpages.h"
#include "ui/report/signpage.h"
#include "ui/report/verificationdialog.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace waybill {

ExportDialog::ExportDialog(Session *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_languages(new ReportLanguage(this)), m_previewJobs(new JobRunner(this)),
      m_jobs(new JobRunner(this)), m_poll(new QTimer(this))
{
    build();
    connectParts();
    updateButtons();
}

QString ExportDialog::suggestedPath(const QString &reference, const QString &folder)
{
    static const QRegularExpression odd(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString name = QFileInfo(reference).fileName().section(QLatin1Char('@'), 0, 0);
    for (const QLatin1String end : {QLatin1String(".gz"), QLatin1String(".tar"), QLatin1String(".waybill")}) {
        if (name.endsWith(end))
            name.chop(end.size());
    }
    name = name.replace(odd, QStringLiteral("-")).left(80);
    if (name.isEmpty() || name == QLatin1String("."))
        name = QStringLiteral("image");
    const QDir dir(folder);
    QString path = dir.filePath(name + QLatin1String("-review.pdf"));
    for (int number = 2; QFileInfo::exists(path) && number < 1000; ++number)
        path = dir.filePath(QStringLiteral("%1-review-%2.pdf").arg(name).arg(number));
    return path;
}

void ExportDialog::build()
{
    setWindowTitle(tr("Export and sign"));
    resize(720, 640);
    auto *layout = new QVBoxLayout(this);
    m_steps = new QTabWidget(this);
    m_contents = new ContentsPage(m_session, this);
    m_ready = new ReadyPage(m_session, this);
    m_preview = new PreviewPage(this);
    const QString opened = m_session->filePath();
    const QString folder = opened.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                            : QFileInfo(opened).absolutePath();
    const Image *image = m_session->image();
    m_sign = new SignPage(suggestedPath(image && !image->name.isEmpty() ? image->name : opened, folder), this);
    m_steps->addTab(m_contents, tr("1  Contents"));
    m_steps->addTab(m_ready, tr("2  Ready?"));
    m_steps->addTab(m_preview, tr("3  Preview"));
    m_steps->addTab(m_sign, tr("4  Sign"));
    layout->addWidget(m_steps, 1);
    auto *buttons = new QHBoxLayout;
    m_progress = new QLabel(this);
    m_verify = new QPushButton(Theme::actionIcon(QStringLiteral("verify")), tr("Show the &check"), this);
    m_back = new QPushButton(tr("&Back"), this);
    m_next = new QPushButton(tr("&Next"), this);
    m_finish = new QPushButton(tr("&Sign and save"), this);
    m_finish->setObjectName(QStringLiteral("finish"));
    m_close = new QPushButton(tr("Cancel"), this);
    buttons->addWidget(m_progress, 1);
    for (QPushButton *button : {m_verify, m_back, m_next, m_finish, m_close})
        buttons->addWidget(button);
    m_verify->hide();
    layout->addLayout(buttons);
}

void ExportDialog::connectParts()
{
    connect(m_steps, &QTabWidget::currentChanged, this, &ExportDialog::onStepChanged);
    connect(m_back, &QPushButton::clicked, this, [this] { m_steps->setCurrentIndex(m_steps->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_steps->setCurrentIndex(m_steps->currentIndex() + 1); });
    connect(m_finish, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_contents, &ContentsPage::changed, this, [this] {
        m_previewStale = true;
        m_sign->setDraft(m_contents->isDraft());
        updateButtons();
    });
    connect(m_ready, &ReadyPage::changed, this, [this] {
        m_previewStale = true;
        updateButtons();
    });
    connect(m_ready, &ReadyPage::draftRequested, this, [this] {
        m_contents->setDraft(true);
        goTo(Preview);
    });
    connect(m_sign, &SignPage::changed, this, &ExportDialog::updateButtons);
    connect(m_jobs, &JobRunner::runningChanged, this, &ExportDialog::updateButtons);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        auto *dialog = new VerificationDialog(m_exportedPath, m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->QDialog::show();
    });
    m_poll->setInterval(100);
    connect(m_poll, &QTimer::timeout, this, &ExportDialog::showProgress);
}

void ExportDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
}

int ExportDialog::previewPages() const
{
    return m_preview->pageCount();
}

void ExportDialog::onStepChanged(int step)
{
    if (step == Preview && m_previewStale)
        startPreview();
    updateButtons();
}

void ExportDialog::updateButtons()
{
    const int step = m_steps->currentIndex();
    const bool running = m_jobs->isRunning();
    m_back->setEnabled(step > Contents && !running);
    m_next->setVisible(step < Sign);
    m_next->setDefault(step < Sign);
    m_finish->setVisible(step == Sign);
    m_finish->setDefault(step == Sign);
    m_finish->setText(m_contents->isDraft() ? tr("&Save the draft") : tr("&Sign and save"));
    m_finish->setEnabled(!running && m_ready->canExport() && m_sign->isComplete() && m_exportedPath.isEmpty());
    m_close->setText(m_exportedPath.isEmpty() ? tr("Cancel") : tr("Close"));
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.review = m_session->review();
    request.policy = m_session->services().policy;
    request.options.language = m_contents->language();
    request.options.now = QDateTime::currentDateTimeUtc();
    request.options.preparedBy = m_contents->preparedBy();
    request.options.draft = m_contents->isDraft();
    request.options.palette = Theme::reportPalette();
    request.signing.reason = m_sign->reason();
    request.signing.place = m_sign->place();
    request.signing.now = request.options.now;
    request.keyPath = m_sign->keyPath();
    request.target = m_sign->target();
    return request;
}

void ExportDialog::startPreview()
{
    if (!m_ready->canExport()) {
        m_preview->showMessage(tr("There is nothing to show: no image is open."));
        return;
    }
    m_preview->showMessage(tr("Writing the pages\u2026"));
    m_previewStale = false;
    m_previewJobs->run<QByteArray>(
        [request = request()](const CancelToken &cancel, Progress &progress) { return previewReport(request, cancel, progress); },
        [this](const Outcome<QByteArray> &outcome) { onPreview(outcome); });
}

void ExportDialog::onPreview(const Outcome<QByteArray> &outcome)
{
    if (const auto *pdf = std::get_if<QByteArray>(&outcome))
        m_preview->showPdf(*pdf);
    else if (const auto *error = std::get_if<Error>(&outcome))
        m_preview->showMessage(Messages::error(*error));
    Q_EMIT previewReady();
}

void ExportDialog::startExport()
{
    m_sign->showMessage({}, false);
    auto shared = std::make_shared<ExportRequest>(request());
    shared->password = m_sign->takePassword();
    m_poll->start();
    m_jobs->run<ExportResult>(
        [shared](const CancelToken &cancel, Progress &progress) { return exportReport(*shared, cancel, progress); },
        [this](const Outcome<ExportResult> &outcome) { onExported(outcome); });
}

void ExportDialog::showProgress()
{
    if (m_jobs->isRunning())
        m_progress->setText(Messages::stage(m_jobs->progress().stage) + QChar(0x2026));
}

void ExportDialog::onExported(const Outcome<ExportResult> &outcome)
{
    m_poll->stop();
    m_progress->clear();
    if (const auto *result = std::get_if<ExportResult>(&outcome)) {
        showExported(*result);
    } else if (const auto *error = std::get_if<Error>(&outcome)) {
        const QString advice = Messages::advice(*error);
        const QString text
            = advice.isEmpty() ? Messages::error(*error) : QString(Messages::error(*error) % QLatin1Char(' ') % advice);
        if (error->kind == ErrorKind::WrongPassword)
            m_sign->showPasswordError(text);
        else
            m_sign->showMessage(text, true);
        Q_EMIT exportFailed(*error);
    }
    updateButtons();
}

void ExportDialog::showExported(const ExportResult &result)
{
    const Integrity expected = result.signer.isEmpty() ? Integrity::NotSigned : Integrity::Unchanged;
    const bool good = result.verification.integrity == expected;
    m_exportedPath = result.path;
    m_verify->show();
    if (!good)
        m_sign->showMessage(
            tr("%1 was saved, but reading it back does not confirm it. Do not pass it on.").arg(displayText(result.path)), true);
    else if (result.signer.isEmpty())
        m_sign->showMessage(tr("The draft was saved as %1.").arg(displayText(result.path)), false);
    else
        m_sign->showMessage(
            tr("Saved as %1, signed by %2, read back and unchanged.").arg(displayText(result.path), result.signer), false);
    Q_EMIT exported(result.path);
}

}  // namespace waybill
