// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/report/messages.h"
#include "core/report/signature.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace waybill {

namespace {

struct VerifyText {
    Q_DECLARE_TR_FUNCTIONS(waybill::VerifyText)
};

QString integrityWord(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Unchanged:
        return VerifyText::tr("unchanged since it was signed");
    case Integrity::Changed:
        return VerifyText::tr("changed after it was signed");
    case Integrity::NotSigned:
        return VerifyText::tr("not signed");
    case Integrity::Unreadable:
        break;
    }
    return VerifyText::tr("the signature cannot be read");
}

void printVerification(Terminal &terminal, const PdfVerification &found, const QString &imageAnswer)
{
    TextTable table({VerifyText::tr("Question"), VerifyText::tr("Answer")});
    table.add({VerifyText::tr("Unchanged?"), integrityWord(found.integrity)});
    for (const SignatureCheck &signature : found.signatures) {
        const QString trust = signature.trusted
            ? VerifyText::tr("trusted")
            : (signature.selfSigned ? VerifyText::tr("self-signed, identity not verified")
                                    : VerifyText::tr("issuer not known here, identity not verified"));
        table.add({VerifyText::tr("Who?"), displayText(signature.signerName) + QStringLiteral(" (") + trust + QLatin1Char(')')});
        table.add({VerifyText::tr("When?"),
                   signature.claimedTime.isValid()
                       ? VerifyText::tr("%1 by the signer's clock, not proven").arg(signature.claimedTime.toString(Qt::ISODate))
                       : VerifyText::tr("not stated")});
        if (!signature.detail.isEmpty())
            table.add({VerifyText::tr("Detail"), displayText(signature.detail)});
    }
    table.add({VerifyText::tr("Which image?"), imageAnswer});
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

int runVerify(Context &context)
{
    const auto found = verifyPdf(context.line.arguments.first(), context.line.value("trust"));
    if (!found)
        return context.fail(found.error());
    const bool imageAsked = context.line.has("image");
    bool imageMatches = false;
    QString imageAnswer = found->imageDigest.isEmpty()
        ? VerifyText::tr("the document holds no review of ours")
        : displayText(found->imageReference) + QLatin1Char(' ') + found->imageDigest;
    if (imageAsked) {
        const auto opened = context.open(context.line.value("image"));
        if (!opened)
            return context.fail(opened.error());
        imageMatches = !found->imageDigest.isEmpty()
            && (found->imageDigest == opened->image.configDigest || found->imageDigest == opened->image.manifestDigest);
        imageAnswer += QStringLiteral(" — ")
            + (imageMatches ? VerifyText::tr("this is the image given") : VerifyText::tr("NOT the image given"));
    }
    if (context.line.isJson())
        context.terminal.print(
            QString::fromUtf8(QJsonDocument(verificationJson(*found, imageMatches, imageAsked)).toJson()).trimmed());
    else
        printVerification(context.terminal, *found, imageAnswer);
    return found->integrity == Integrity::Unchanged && (!imageAsked || imageMatches) ? Ok : PolicyFailed;
}

}  // namespace

const Verb &verifyVerb()
{
    static const Verb verb {
        "verify",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "Is this PDF unchanged, who signed it, when, and for which image."),
        "PDF",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {{"image", "IMAGE", QT_TRANSLATE_NOOP("waybill::CommandLine", "The image that the document must be about.")},
         {"trust", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Certificates (PEM) to trust.")}},
        runVerify,
    };
    return verb;
}

}  // namespace waybill
