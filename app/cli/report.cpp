// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

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
    auto key = SigningKey::fromPkcs12(line.value("sign"), std::move(*secret), now);
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
    options.draft = context.line.has("draft") || !key;
    options.palette = defaultReportPalette();
    auto pdf = writePdfReport(review, policy, options);
    if (!pdf || !key)
        return pdf;
    SignOptions signing;
    signing.reason = context.line.value("reason");
    signing.now = now;
    return signPdf(*pdf, *key, signing);
}

int runReport(Context &context)
{
    const QString pdf = context.line.value("pdf");
    if (pdf.isEmpty())
        return context.usage(ReportText::tr("report needs --pdf FILE."));
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
    QSaveFile file(pdf);
    if (!file.open(QIODevice::WriteOnly) || file.write(*document) != document->size() || !file.commit())
        return context.fail(Error {ErrorKind::Io, pdf, file.errorString(), -1, {}, -1, -1});
    if (!context.line.quiet)
        context.terminal.warn(ReportText::tr("Wrote %1 (%2).").arg(pdf, Messages::bytes(document->size())));
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
         {"sign", "KEY.p12", QT_TRANSLATE_NOOP("waybill::CommandLine", "Sign with this key.")},
         {"password-file", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "File with the password of the key; otherwise $WAYBILL_KEY_PASSWORD.")},
         {"reason", "TEXT", QT_TRANSLATE_NOOP("waybill::CommandLine", "Reason of the signature.")},
         {"draft", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Mark every page as a draft.")},
         option::answers,
         option::save},
        runReport,
        true,
    };
    return verb;
}

}  // namespace waybill
