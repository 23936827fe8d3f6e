// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace waybill {

/// Value or Error; whatever can fail returns this.
template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing arm of a Result.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorKind kind, QString subject, QString cause = {})
{
    return tl::unexpected<Error>(Error {kind, std::move(subject), std::move(cause), -1, {}, -1, -1});
}

}  // namespace waybill
