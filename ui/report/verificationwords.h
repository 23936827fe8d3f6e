// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/signature.h"

#include <QCoreApplication>

namespace waybill {

/// One of the four questions about a signed file, with its answer.
struct VerificationAnswer {
    enum class State { Good, Unsure, Bad };
    State state = State::Unsure;
    QString question;
    QString text;
};

/// Turns a verification into words; unchanged, who, when and which image stay apart, the worst one gives the banner.
class VerificationWords
{
    Q_DECLARE_TR_FUNCTIONS(waybill::VerificationWords)
public:
    /// `openDigest` is the digest of the open image, or empty.
    static QList<VerificationAnswer> answers(const PdfVerification &verification, const QString &openDigest);
    static VerificationAnswer banner(const PdfVerification &verification, const QString &openDigest);
    static QString details(const PdfVerification &verification);

private:
    static VerificationAnswer unchanged(const PdfVerification &verification);
    static VerificationAnswer who(const PdfVerification &verification);
    static VerificationAnswer when(const PdfVerification &verification);
    static VerificationAnswer which(const PdfVerification &verification, const QString &openDigest);
};

}  // namespace waybill
