// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"

#include "core/inventory/scanner.h"
#include "core/report/messages.h"
#include "core/report/pdfreport.h"
#include "core/report/signature.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

namespace waybill {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(waybill::ReportText)
};

constexpr qint64 catLimit = 1LL << 40;

Result<QByteArray> password(const CommandLine &line)
{
    if (line.passwordFile.isEmpty())
        return qgetenv("WAYBILL_KEY_PASSWORD");
    QFile file(line.passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, line.passwordFile, file.errorString());
    QByteArray text = file.readLine(4096);
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

/// The key that the command line names, opened before the image is read: a wrong password must not cost a scan.
Result<std::optional<SigningKey>> openKey(const CommandLine &line, const QDateTime &now)
{
    if (line.key.isEmpty())
        return std::optional<SigningKey>();
    auto secret = password(line);
    if (!secret)
        return fail(secret.error());
    auto key = SigningKey::fromPkcs12(line.key, std::move(*secret), now);
    if (!key)
        return fail(key.error());
    return std::optional<SigningKey>(std::move(*key));
}

/// Signing comes last, on the finished bytes; nothing is written before it has succeeded.
Result<QByteArray> makeDocument(const Context &context, const Review &review, const Policy &policy,
                                const std::optional<SigningKey> &key, const QDateTime &now)
{
    ReportOptions options;
    options.language = QLocale().name().startsWith(QLatin1String("zh")) ? QStringLiteral("zh_CN") : QStringLiteral("en");
    options.now = now;
    options.preparedBy = key ? key->subjectName() : qEnvironmentVariable("USER");
    options.draft = context.line.draft || !key;
    options.palette = defaultReportPalette();
    auto pdf = writePdfReport(review, policy, options);
    if (!pdf || !key)
        return pdf;
    SignOptions signing;
    signing.reason = context.line.reason;
    signing.now = now;
    return signPdf(*pdf, *key, signing);
}

QString integrityWord(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return ReportText::tr("unchanged since it was signed");
    case Integrity::Changed:
        return ReportText::tr("changed after it was signed");
    case Integrity::NotSigned:
        return ReportText::tr("not signed");
    case Integrity::Unreadable:
        break;
    }
    return ReportText::tr("the signature cannot be read");
}

void printVerification(Terminal &terminal, const PdfVerification &found, const QString &imageAnswer)
{
    TextTable table({ReportText::tr("Question"), ReportText::tr("Answer")});
    table.add({ReportText::tr("Unchanged?"), integrityWord(found.integrity)});
    for (const SignatureCheck &signature : found.signatures) {
        const QString trust = signature.trusted
            ? ReportText::tr("trusted")
            : (signature.selfSigned ? ReportText::tr("self-signed, identity not verified")
                                    : ReportText::tr("issuer not known here, identity not verified"));
        table.add({ReportText::tr("Who?"), displayText(signature.signerName) + QStringLiteral(" (") + trust + QLatin1Char(')')});
        table.add({ReportText::tr("When?"),
                   signature.claimedTime.isValid()
                       ? ReportText::tr("%1 by the signer's clock, not proven").arg(signature.claimedTime.toString(Qt::ISODate))
                       : ReportText::tr("not stated")});
        if (!signature.detail.isEmpty())
            table.add({ReportText::tr("Detail"), displayText(signature.detail)});
    }
    table.add({ReportText::tr("Which image?"), imageAnswer});
    for (const QString &line : table.lines())
        terminal.print(line);
}

QJsonObject verificationJson(const PdfVerification &found, bool imageMatches, bool imageAsked)
{
    QJsonObject root {{QStringLiteral("schemaVersion"), 1},
                      {QStringLiteral("unchanged"), found.integrity == Integrity::Unchanged},
                      {QStringLiteral("signed"), !found.signatures.empty()},
                      {QStringLiteral("imageDigest"), found.imageDigest},
                      {QStringLiteral("imageReference"), found.imageReference},
                      {QStringLiteral("policyVersion"), found.policyVersion}};
    if (imageAsked)
        root.insert(QStringLiteral("imageMatches"), imageMatches);
    return root;
}

}  // namespace

int runReport(Context &context)
{
    const auto policy = Policy::load();
    if (!policy)
        return context.fail(policy.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto key = openKey(context.line, now);
    if (!key)
        return context.fail(key.error());
    const auto review = context.review(context.line.arguments.first(), **policy);
    if (!review)
        return context.fail(review.error());
    if (context.cancel.isCancelled())
        return Cancelled;
    if (!context.line.saveReview.isEmpty()) {
        if (const auto saved = ReviewStore::save(*review, **policy, context.line.saveReview); !saved)
            return context.fail(saved.error());
    }
    const auto document = makeDocument(context, *review, **policy, *key, now);
    if (!document)
        return context.fail(document.error());
    QSaveFile file(context.line.pdf);
    if (!file.open(QIODevice::WriteOnly) || file.write(*document) != document->size() || !file.commit())
        return context.fail(Error {ErrorKind::Io, context.line.pdf, file.errorString(), -1, {}, -1, -1});
    if (!context.line.quiet)
        context.terminal.warn(ReportText::tr("Wrote %1 (%2).").arg(context.line.pdf, Messages::bytes(document->size())));
    return Context::completeness(*review->inventory);
}

int runVerify(Context &context)
{
    const auto found = verifyPdf(context.line.arguments.first(), context.line.trust);
    if (!found)
        return context.fail(found.error());
    const bool imageAsked = !context.line.image.isEmpty();
    bool imageMatches = false;
    QString imageAnswer = found->imageDigest.isEmpty()
        ? ReportText::tr("the document holds no review of ours")
        : displayText(found->imageReference) + QLatin1Char(' ') + found->imageDigest;
    if (imageAsked) {
        const auto opened = context.open(context.line.image);
        if (!opened)
            return context.fail(opened.error());
        imageMatches = !found->imageDigest.isEmpty()
            && (found->imageDigest == opened->image.configDigest || found->imageDigest == opened->image.manifestDigest);
        imageAnswer += QStringLiteral(" — ")
            + (imageMatches ? ReportText::tr("this is the image given") : ReportText::tr("NOT the image given"));
    }
    if (context.line.format == QLatin1String("json"))
        context.terminal.print(
            QString::fromUtf8(QJsonDocument(verificationJson(*found, imageMatches, imageAsked)).toJson()).trimmed());
    else
        printVerification(context.terminal, *found, imageAnswer);
    return found->integrity == Integrity::Unchanged && (!imageAsked || imageMatches) ? Ok : PolicyFailed;
}

int runCat(Context &context)
{
    const auto opened = context.open(context.line.arguments.at(0));
    if (!opened)
        return context.fail(opened.error());
    QByteArray path = context.line.arguments.at(1).toUtf8();
    while (path.startsWith('/'))
        path.remove(0, 1);
    const int last = static_cast<int>(opened->image.layers.size()) - 1;
    const int first = context.line.layer >= 0 ? context.line.layer : 0;
    // Without --layer the newest layer that has the file answers.
    for (int layer = context.line.layer >= 0 ? context.line.layer : last; layer >= first; --layer) {
        const auto content = readFileOf(*opened->source, opened->image, layer, path.toStdString(), catLimit, context.cancel);
        if (content) {
            QFile out;
            const bool toFile = !context.line.output.isEmpty();
            if (toFile)
                out.setFileName(context.line.output);
            const bool open
                = toFile ? out.open(QIODevice::WriteOnly | QIODevice::NewOnly) : out.open(stdout, QIODevice::WriteOnly);
            if (!open || out.write(*content) != content->size())
                return context.fail(Error {ErrorKind::Io, context.line.output, out.errorString(), -1, {}, -1, -1});
            return Ok;
        }
        if (content.error().kind != ErrorKind::NotFound || layer == first)
            return context.fail(content.error());
    }
    return Unreadable;
}

}  // namespace waybill
