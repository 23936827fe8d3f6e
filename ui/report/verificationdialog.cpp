// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/verificationdialog.h"

#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "ui/report/stateicon.h"
#include "ui/report/verificationwords.h"
#include "ui/session/session.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QVBoxLayout>

namespace waybill {

VerificationDialog::VerificationDialog(const QString &pdfPath, Session *session, QWidget *parent)
    : QDialog(parent), m_path(pdfPath), m_jobs(new JobRunner(this))
{
    if (session && session->image())
        m_openDigest = imageDigest(*session->image());
    m_trustFile = QSettings().value(QStringLiteral("signing/trustFile")).toString();
    build();
    verify();
}

void VerificationDialog::build()
{
    setWindowTitle(tr("Signature of %1").arg(displayText(QFileInfo(m_path).fileName())));
    setMinimumWidth(560);
    resize(680, 420);
    auto *layout = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    m_bannerIcon = new QLabel(this);
    m_banner = new QLabel(tr("Checking\u2026"), this);
    m_banner->setObjectName(QStringLiteral("banner"));
    m_banner->setWordWrap(true);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_banner->setFont(large);
    top->addWidget(m_bannerIcon);
    top->addWidget(m_banner, 1);
    layout->addLayout(top);
    m_answers = new QVBoxLayout;
    layout->addLayout(m_answers);
    auto *detailsLabel = new QLabel(tr("&Details"), this);
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details"));
    detailsLabel->setBuddy(m_details);
    layout->addWidget(detailsLabel);
    layout->addWidget(m_details, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_trust = buttons->addButton(tr("&Trust certificates of a file\u2026"), QDialogButtonBox::ActionRole);
    m_trust->setAutoDefault(false);  // Enter must not change whom this program trusts
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_trust, &QPushButton::clicked, this, &VerificationDialog::onChooseTrust);
}

void VerificationDialog::verify()
{
    m_jobs->run<PdfVerification>(
        [path = m_path, trust = m_trustFile](const CancelToken &, Progress &) { return verifyPdf(path, trust); },
        [this](const Outcome<PdfVerification> &outcome) { onVerified(outcome); });
}

void VerificationDialog::onVerified(const Outcome<PdfVerification> &outcome)
{
    if (const auto *verification = std::get_if<PdfVerification>(&outcome))
        show(*verification);
    else if (const auto *error = std::get_if<Error>(&outcome))
        showError(*error);
    Q_EMIT verified();
}

void VerificationDialog::clearAnswers()
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void VerificationDialog::addAnswer(const VerificationAnswer &answer)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    auto *icon = new QLabel(row);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    icon->setPixmap(stateIcon(stateOf(answer.state)).pixmap(size));
    icon->setAccessibleName(stateWord(stateOf(answer.state)));
    auto *question = new QLabel(answer.question, row);
    QFont bold = font();
    bold.setBold(true);
    question->setFont(bold);
    question->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    auto *text = new QLabel(answer.text, row);
    text->setObjectName(QStringLiteral("answer"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(QStringLiteral("%1 %2").arg(answer.question, answer.text));
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(question, 0, Qt::AlignTop);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout->addWidget(text, 1);
    m_answers->addWidget(row);
    row->show();  // at once and not by the event that Qt posts: makeRoom() measures what is visible
}

void VerificationDialog::show(const PdfVerification &verification)
{
    clearAnswers();
    const VerificationAnswer banner = VerificationWords::banner(verification, m_openDigest);
    m_banner->setText(banner.text);
    m_bannerIcon->setPixmap(stateIcon(stateOf(banner.state)).pixmap(style()->pixelMetric(QStyle::PM_LargeIconSize)));
    for (const VerificationAnswer &answer : VerificationWords::answers(verification, m_openDigest))
        addAnswer(answer);
    m_details->setPlainText(VerificationWords::details(verification));
    m_trust->setEnabled(!verification.signatures.empty());
    makeRoom();
}

void VerificationDialog::showError(const Error &error)
{
    clearAnswers();
    m_banner->setText(tr("Cannot be checked"));
    m_bannerIcon->setPixmap(stateIcon(MarkState::Bad).pixmap(style()->pixelMetric(QStyle::PM_LargeIconSize)));
    addAnswer({VerificationAnswer::State::Bad, tr("Why?"), Messages::error(error)});
    m_details->setPlainText(error.cause);
    makeRoom();
    // A trust file that has gone must not keep every PDF from being checked.
    if (error.subject == m_trustFile && !m_trustFile.isEmpty()) {
        m_trustFile.clear();
        QSettings().remove(QStringLiteral("signing/trustFile"));
        verify();
    }
}

/// The answers wrap, and a window does not grow by itself when they arrive.
void VerificationDialog::makeRoom()
{
    layout()->activate();
    const int needed
        = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    if (needed > height())
        resize(width(), needed);
}

void VerificationDialog::onChooseTrust()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Trusted certificates"), QString(),
                                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (file.isEmpty())
        return;
    m_trustFile = file;
    QSettings().setValue(QStringLiteral("signing/trustFile"), file);
    verify();
}

}  // namespace waybill
