// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/systemerror.h"

#include <cerrno>
#include <cstring>

namespace waybill {

ErrorKind systemErrorKind(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return ErrorKind::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorKind::AccessDenied;
    case ELOOP:
        return ErrorKind::NotSupported;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Io;
    }
}

QString systemErrorText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

tl::unexpected<Error> systemFailure(const QString &subject, int number)
{
    return fail(systemErrorKind(number), subject, systemErrorText(number));
}

}  // namespace waybill
