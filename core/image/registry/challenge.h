// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace waybill {

/// One way to authenticate that a server offers (RFC 9110 section 11.6.1). Plain value.
struct AuthChallenge {
    QString scheme;                     ///< lower case: "basic", "bearer"
    QMap<QString, QString> parameters;  ///< names in lower case
};

/// Challenges of all WWW-Authenticate headers joined with commas. Unclosed quotes and unknown forms end the list quietly; more
/// than 8 KiB or 16 challenges are not read.
std::vector<AuthChallenge> parseChallenges(const QByteArray &header);

}  // namespace waybill
