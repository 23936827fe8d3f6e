// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/inventory/scanner.h"
#include "core/report/messages.h"
#include "core/report/pdfreport.h"
#include "core/report/signature.h"
#include "core/report/timeauthority.h"
#include "core/review/reviewstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

namespace waybill {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(waybill::ReportText)
};

Result<QByteArray> password(const CommandLine &line)
{
    if (line.value("password-file").isEmpty())
        return qgetenv("WAYBILL_KEY_PASSWORD");
    QFile file(line.value("password-file"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, line.value("password-file"), file.errorString());
    QByteArray text = file.readLine(4096);
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

/// The key that the command line names, opened before the image is read: a wrong password must not cost a scan.
Result<std::optional<SigningKey>> openKey(const CommandLine &line, const QDateTime &now)
{
    if (line.value("sign").isEmpty())
        return std::optional<SigningKey>();
    auto secret = password(line);
    if (!secret)
        return fail(secret.error());
    auto key = SigningKey::open({line.value("sign"), line.value("certificate")}, std::move(*secret), now);
    if (!key)
        return fail(key.error());
    return std::optional<SigningKey>(std::move(*key));
}

SignOptions signOptions(const CommandLine &line, const QDateTime &now)
{
    SignOptions options;
    options.reason = line.value("reason");
    options.now = now;
    options.pss = line.has("pss");
    if (const QString address = line.value("timestamp"); !address.isEmpty())
        options.timestamp = httpTimestampSource(QUrl(address));
    return options;
}

/// Signing comes last, on the finished bytes; nothing is written before it has succeeded.
Result<QByteArray> makeDocument(const Context &context, const Review &review, const Policy &policy,
                                const std::optional<SigningKey> &key, const QDateTime &now)
{
    ReportOptions options;
    options.language = QLocale().name().startsWith(QLatin1String("zh")) ? QStringLiteral("zh_CN") : QStringLiteral("en");
    options.now = now;
    options.preparedBy = key ? key->subjectName() : qEnvironmentVariable("USER");
    options.draft = context.line.has("draft") || !key;
    options.palette = defaultReportPalette();
    auto pdf = writePdfReport(review, policy, options);
    if (!pdf || !key)
        return pdf;
    return signPdf(*pdf, *key, signOptions(context.line, now));
}

/// Writes a finished document and says so. Returns the exit code.
int writeDocument(Context &context, const QString &path, const QByteArray &document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit())
        return context.fail(Error {ErrorKind::Io, path, file.errorString(), -1, {}, -1, -1});
    if (!context.line.quiet)
        context.terminal.warn(ReportText::tr("Wrote %1 (%2).").arg(path, Messages::bytes(document.size())));
    return Ok;
}

/// The argument is a PDF that somebody signed already: the second signer's turn.
bool isPdf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.peek(5) == "%PDF-";
}

int runCountersign(Context &context, const QString &target)
{
    const QString source = context.line.arguments.first();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto key = openKey(context.line, now);
    if (!key)
        return context.fail(key.error());
    if (!*key)
        return context.usage(ReportText::tr("A PDF can only be signed: name a key with --sign."));
    if (QFileInfo(source) == QFileInfo(target))
        return context.usage(ReportText::tr("The signed file needs a name of its own."));
    const auto before = verifyPdf(source);
    if (!before)
        return context.fail(before.error());
    if (before->integrity != Integrity::Unchanged)
        return context.fail(
            Error {ErrorKind::Signature, source, QStringLiteral("its own signature does not hold"), -1, {}, -1, -1});
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return context.fail(Error {ErrorKind::AccessDenied, source, file.errorString(), -1, {}, -1, -1});
    const auto document = countersignPdf(file.readAll(), **key, signOptions(context.line, now));
    return document ? writeDocument(context, target, *document) : context.fail(document.error());
}

int runReport(Context &context)
{
    const QString pdf = context.line.value("pdf");
    if (pdf.isEmpty())
        return context.usage(ReportText::tr("report needs --pdf FILE."));
    if (context.line.has("timestamp") && context.line.offline)
        return context.usage(ReportText::tr("A time stamp needs the network."));
    if (isPdf(context.line.arguments.first()))
        return runCountersign(context, pdf);
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
    if (const QString saveAs = context.line.value("save"); !saveAs.isEmpty()) {
        if (const auto saved = ReviewStore::save(*review, **policy, saveAs); !saved)
            return context.fail(saved.error());
    }
    const auto document = makeDocument(context, *review, **policy, *key, now);
    if (!document)
        return context.fail(document.error());
    if (const int written = writeDocument(context, pdf, *document); written != Ok)
        return written;
    return Context::completeness(*review->inventory);
}

}  // namespace

const Verb &reportVerb()
{
    static const Verb verb {
        "report",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The review as a document, signed when a key is given."),
        "IMAGE",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {option::scenario,
         {"pdf", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Where to write the PDF.")},
         {"sign", "KEY",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "Sign with this key: a .p12, .pfx or PEM file, or the pkcs11: address of a token.")},
         {"certificate", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Certificate and its chain (PEM), when they are not with the key.")},
         {"timestamp", "URL", QT_TRANSLATE_NOOP("waybill::CommandLine", "Have a time authority prove when it was signed.")},
         {"pss", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Sign with RSA-PSS.")},
         {"password-file", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "File with the password of the key; otherwise $WAYBILL_KEY_PASSWORD.")},
         {"reason", "TEXT", QT_TRANSLATE_NOOP("waybill::CommandLine", "Reason of the signature.")},
         {"draft", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Mark every page as a draft.")},
         option::answers,
         option::decisions,
         option::save},
        runReport,
        true,
    };
    return verb;
}

}  // namespace waybill
