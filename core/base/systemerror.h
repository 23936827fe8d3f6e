// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace waybill {

/// What an errno(3) of a system call on a file means to the user. A limit on the size of files counts as no space left.
ErrorKind systemErrorKind(int number);

/// The system's own words for it, for Error::cause.
QString systemErrorText(int number);

/// Both, about one file.
tl::unexpected<Error> systemFailure(const QString &subject, int number);

}  // namespace waybill
