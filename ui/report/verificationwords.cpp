// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/verificationwords.h"

#include "core/report/messages.h"

#include <QLocale>

#include <algorithm>

namespace waybill {

using State = VerificationAnswer::State;

VerificationAnswer VerificationWords::unchanged(const PdfVerification &verification)
{
    VerificationAnswer answer {State::Bad, tr("Unchanged?"), {}};
    switch (verification.integrity) {
    case Integrity::Unchanged: {
        answer.state = State::Good;
        const bool whole = std::any_of(verification.signatures.begin(), verification.signatures.end(),
                                       [](const SignatureCheck &c) { return c.coversWholeFile; });
        answer.text = whole ? tr("Unchanged since signing; the signature covers the whole file.")
                            : tr("Unchanged since signing; what was added later is permitted.");
        break;
    }
    case Integrity::Changed:
        answer.text = tr("The file was changed after it was signed.");
        break;
    case Integrity::Unreadable:
        answer.text = tr("There is a signature, but it cannot be read.");
        break;
    case Integrity::NotSigned:
        answer.state = State::Unsure;
        answer.text = tr("Nobody signed this file, so nothing tells whether it was changed.");
        break;
    }
    return answer;
}

VerificationAnswer VerificationWords::who(const PdfVerification &verification)
{
    VerificationAnswer answer {State::Unsure, tr("Who?"), tr("No signer.")};
    if (verification.signatures.empty())
        return answer;
    QStringList lines;
    bool allKnown = true;
    for (const SignatureCheck &check : verification.signatures) {
        if (check.signerName.isEmpty()) {
            lines << tr("The signer cannot be read.");
            allKnown = false;
            continue;
        }
        QString standing = check.trusted ? tr("trusted here")
            : check.selfSigned           ? tr("made by the signer's own hand, identity not proven")
                                         : tr("issuer not known here");
        if (check.certificateExpired)
            standing = tr("%1, certificate not valid today").arg(standing);
        lines << tr("%1, certified by %2: %3.").arg(check.signerName, check.issuerName, standing);
        allKnown = allKnown && check.trusted && !check.certificateExpired;
    }
    answer.state = allKnown ? State::Good : State::Unsure;
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

VerificationAnswer VerificationWords::when(const PdfVerification &verification)
{
    VerificationAnswer answer {State::Unsure, tr("When?"), tr("No time is recorded.")};
    QStringList lines;
    bool proven = !verification.signatures.empty();
    for (const SignatureCheck &check : verification.signatures) {
        if (check.provenTime.isValid()) {
            const QString time = QLocale().toString(check.provenTime.toLocalTime(), QLocale::ShortFormat);
            lines << (check.timeTrusted ? tr("%1, proven by %2.") : tr("%1, stamped by %2, who is not trusted here."))
                         .arg(time, displayText(check.timeAuthority));
            proven = proven && check.timeTrusted;
            continue;
        }
        if (!check.claimedTime.isValid()) {
            proven = false;
            continue;
        }
        const QString time = QLocale().toString(check.claimedTime.toLocalTime(), QLocale::ShortFormat);
        proven = false;
        lines << tr("%1 by the signer's clock, not proven.").arg(time);
    }
    if (!lines.isEmpty())
        answer.text = lines.join(QLatin1Char('\n'));
    answer.state = proven ? State::Good : State::Unsure;
    return answer;
}

/// Enough of a digest to recognise it; the whole of it stands in the details.
static QString shortDigest(const QString &digest)
{
    constexpr qsizetype shown = 26;
    const QString text = displayText(digest);
    return text.size() > shown ? QString(text.left(shown) % QChar(0x2026)) : text;
}

VerificationAnswer VerificationWords::which(const PdfVerification &verification, const QString &openDigest)
{
    VerificationAnswer answer {State::Unsure, tr("Which image?"), {}};
    if (!verification.hasReview) {
        answer.text = tr("No review of ours is inside this file.");
        return answer;
    }
    const QString image = tr("%1 (%2)").arg(displayText(verification.imageReference), shortDigest(verification.imageDigest));
    if (verification.imageDigest.isEmpty()) {
        answer.text = tr("The review names no digest: %1.").arg(displayText(verification.imageReference));
    } else if (openDigest.isEmpty()) {
        answer.text = tr("It describes %1. No image is open to compare with.").arg(image);
    } else if (openDigest == verification.imageDigest) {
        answer.state = State::Good;
        answer.text = tr("It describes the open image, %1.").arg(image);
    } else {
        answer.state = State::Bad;
        answer.text = tr("It describes another image than the open one: %1.").arg(image);
    }
    return answer;
}

QList<VerificationAnswer> VerificationWords::answers(const PdfVerification &verification, const QString &openDigest)
{
    return {unchanged(verification), who(verification), when(verification), which(verification, openDigest)};
}

VerificationAnswer VerificationWords::banner(const PdfVerification &verification, const QString &openDigest)
{
    switch (verification.integrity) {
    case Integrity::NotSigned:
        return {State::Bad, {}, tr("Not signed")};
    case Integrity::Changed:
        return {State::Bad, {}, tr("Changed after signing")};
    case Integrity::Unreadable:
        return {State::Bad, {}, tr("Broken")};
    case Integrity::Unchanged:
        break;
    }
    if (which(verification, openDigest).state == State::Bad)
        return {State::Bad, {}, tr("Valid, but about another image")};
    const auto all = [&](auto test) { return std::all_of(verification.signatures.begin(), verification.signatures.end(), test); };
    if (!all([](const SignatureCheck &check) { return check.trusted; }))
        return {State::Unsure, {}, tr("Valid, signer not known here")};
    if (!all([](const SignatureCheck &check) { return !check.certificateExpired; }))
        return {State::Unsure, {}, tr("Valid, certificate not valid today")};
    return {State::Good, {}, tr("Valid")};
}

QString VerificationWords::details(const PdfVerification &verification)
{
    QStringList lines;
    int number = 0;
    for (const SignatureCheck &check : verification.signatures) {
        ++number;
        QStringList parts {check.subFilter.isEmpty() ? tr("unknown format") : check.subFilter};
        parts << (check.coversWholeFile ? tr("covers the whole file") : tr("covers an earlier revision or less"));
        if (!check.detail.isEmpty())
            parts << check.detail;
        lines << tr("Signature %1: %2").arg(number).arg(displayText(parts.join(QLatin1String("; "))));
    }
    if (!verification.imageDigest.isEmpty())
        lines << tr("Image %1").arg(displayText(verification.imageDigest));
    if (!verification.policyVersion.isEmpty())
        lines << tr("Policy %1").arg(displayText(verification.policyVersion));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace waybill
