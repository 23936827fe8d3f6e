// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/opensslptr.h"
#include "core/report/signature.h"

namespace waybill {

/// The parts of a SigningKey. OpenSSL clears private numbers when it frees them.
struct SigningKey::Private {
    KeyPtr key;
    X509Ptr certificate;
    X509StackPtr chain;  ///< may be null
};

}  // namespace waybill
