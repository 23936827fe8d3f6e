// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/report/messages.h"
#include "core/report/signature.h"
#include "core/report/verificationjson.h"

#include <QCoreApplication>

#include <algorithm>

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

QString updateWord(const UpdateNote &note)
{
    const QString name = displayText(note.detail);
    switch (note.kind) {
    case UpdateKind::Signature:
        return VerifyText::tr("a further signature");
    case UpdateKind::Timestamp:
        return VerifyText::tr("a time stamp over the document");
    case UpdateKind::ValidationData:
        return VerifyText::tr("proofs of validity");
    case UpdateKind::FormFilling:
        return VerifyText::tr("field filled: %1").arg(name);
    case UpdateKind::Annotation:
        return VerifyText::tr("remark added: %1").arg(name);
    case UpdateKind::Metadata:
        return VerifyText::tr("facts about the document");
    case UpdateKind::Ineffective:
        return VerifyText::tr("objects that nothing shows");
    case UpdateKind::Forbidden:
        break;
    }
    return VerifyText::tr("NOT PERMITTED: %1").arg(name);
}

QString trustWord(const SignatureCheck &signature)
{
    QString word = signature.trusted ? VerifyText::tr("trusted")
        : signature.selfSigned       ? VerifyText::tr("self-signed, identity not verified")
                                     : VerifyText::tr("issuer not known here, identity not verified");
    if (signature.revocation == Revocation::Revoked)
        word = VerifyText::tr("certificate revoked");
    else if (signature.certificateExpired)
        word = VerifyText::tr("%1, certificate not valid today").arg(word);
    return word;
}

QString timeWord(const SignatureCheck &signature)
{
    if (signature.provenTime.isValid())
        return signature.timeTrusted ? VerifyText::tr("%1, proven by %2")
                                           .arg(signature.provenTime.toString(Qt::ISODate), displayText(signature.timeAuthority))
                                     : VerifyText::tr("%1, stamped by %2, which is not trusted here")
                                           .arg(signature.provenTime.toString(Qt::ISODate), displayText(signature.timeAuthority));
    return signature.claimedTime.isValid()
        ? VerifyText::tr("%1 by the signer's clock, not proven").arg(signature.claimedTime.toString(Qt::ISODate))
        : VerifyText::tr("not stated");
}

QString coverageWord(const SignatureCheck &signature)
{
    if (signature.coversWholeFile)
        return VerifyText::tr("the whole file");
    if (signature.coveredBytes <= 0)
        return VerifyText::tr("nothing that can be told");
    QStringList updates;
    for (const UpdateNote &note : signature.updates)
        updates << updateWord(note);
    return VerifyText::tr("revision %1 (%n byte(s)); later: %2", nullptr, static_cast<int>(signature.coveredBytes))
        .arg(signature.revision)
        .arg(updates.join(QStringLiteral(", ")));
}

void printSignature(TextTable &table, const SignatureCheck &signature)
{
    const QString title = signature.role == SignatureRole::Timestamp ? VerifyText::tr("Time stamp")
        : signature.role == SignatureRole::Certification             ? VerifyText::tr("Certification")
                                                                     : VerifyText::tr("Signature");
    const QString name = displayText(signature.fieldName);
    table.add({name.isEmpty() ? title : QStringLiteral("%1 \"%2\"").arg(title, name), integrityWord(signature.integrity)});
    table.add({VerifyText::tr("Covers"), coverageWord(signature)});
    if (!signature.signerName.isEmpty())
        table.add(
            {VerifyText::tr("Who?"), QStringLiteral("%1 (%2)").arg(displayText(signature.signerName), trustWord(signature))});
    if (!signature.statedName.isEmpty() && !signature.signerName.isEmpty() && signature.statedName != signature.signerName)
        table.add({VerifyText::tr("Note"),
                   VerifyText::tr("the file names \"%1\", which anyone can write").arg(displayText(signature.statedName))});
    table.add({VerifyText::tr("When?"), timeWord(signature)});
    if (!signature.reason.isEmpty())
        table.add({VerifyText::tr("Reason"), displayText(signature.reason)});
    if (!signature.detail.isEmpty())
        table.add({VerifyText::tr("Detail"), displayText(signature.detail)});
}

void printVerification(Terminal &terminal, const PdfVerification &found, const QString &imageAnswer)
{
    TextTable table({VerifyText::tr("Question"), VerifyText::tr("Answer")});
    table.add({VerifyText::tr("Unchanged?"), integrityWord(found.integrity)});
    for (const SignatureCheck &signature : found.signatures)
        printSignature(table, signature);
    table.add({VerifyText::tr("Which image?"), imageAnswer});
    if (found.reviewAltered)
        table.add({VerifyText::tr("Review inside"), VerifyText::tr("NOT the one that the pages were made from")});
    for (const QString &line : table.lines())
        terminal.print(line);
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
            QString::fromUtf8(verificationJson(*found, imageAsked ? std::optional(imageMatches) : std::nullopt)).trimmed());
    else
        printVerification(context.terminal, *found, imageAnswer);
    const bool revoked = std::any_of(found->signatures.begin(), found->signatures.end(),
                                     [](const SignatureCheck &c) { return c.revocation == Revocation::Revoked; });
    const bool good = found->integrity == Integrity::Unchanged && !found->reviewAltered && !revoked;
    return good && (!imageAsked || imageMatches) ? Ok : PolicyFailed;
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
