// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/trustreport.h"

#include <QCoreApplication>

namespace waybill {

/// Sentences about trust, for window and command line alike. Any thread after start-up.
class TrustMessages
{
    Q_DECLARE_TR_FUNCTIONS(waybill::TrustMessages)
public:
    static QString question(TrustQuestion question);  ///< "Who made it?"
    /// One sentence; what was not looked at is never called clean.
    static QString answer(const TrustReport &report, TrustQuestion question);
    static QString severity(TrustSeverity severity);
    static QString standing(NameStanding standing);
    static QString vouched(Vouched vouched);
    static QString place(const TrustPlace &place);  ///< "/etc/passwd:3 (layer 2), removed in layer 4, still shipped"
    static QString noScanner();
};

}  // namespace waybill
