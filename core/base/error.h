// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace waybill {

/// What went wrong, as meaning. Sentences for people are made in core/report/messages.h.
enum class ErrorKind : quint8 {
    NotFound,        ///< nothing at this path or under this name
    AccessDenied,    ///< it exists and may not be read or written
    NotAnImage,      ///< readable, but neither a container image nor a file of ours
    NotSupported,    ///< recognised, and this version cannot read it
    Malformed,       ///< violates its own format
    Truncated,       ///< ends before its format says it may
    DigestMismatch,  ///< bytes differ from the digest that names them
    SizeMismatch,    ///< longer or shorter than declared
    LimitExceeded,   ///< a safety ceiling of ours was reached
    MissingPart,     ///< a blob or member that the image refers to is absent
    Io,              ///< the operating system refused
    NoSpace,         ///< no room left on the device
    Database,        ///< the review store failed
    Policy,          ///< a policy file is not valid
    WrongPassword,   ///< the key does not open with this password
    BadCertificate,  ///< expired, not yet valid, weak, or not meant for signing
    Signature,       ///< a signature could not be made or read
    Usage,           ///< the caller asked for something impossible
    Unreachable,     ///< a host does not answer, or refuses for now
    Unauthorized,    ///< a host wants an account, or another one
    UntrustedHost,   ///< a host's certificate or redirect cannot be trusted
};

/// One failure with everything needed to say what happened and where. A plain value, any thread.
struct Error {
    ErrorKind kind = ErrorKind::Io;
    QString subject;     ///< the file, reference or object that failed, as the user named it
    QString cause;       ///< technical cause in English (library text, expected and found); may be empty
    int layer = -1;      ///< layer number from 0, or -1
    QByteArray path;     ///< path inside the image as stored (bytes), or empty
    qint64 offset = -1;  ///< byte offset inside the subject, or -1
    int line = -1;       ///< line of a text file from 1, or -1
};

/// Stable lower-case identifier of a kind ("not-an-image"), used in JSON and logs.
QString errorKindId(ErrorKind kind);

}  // namespace waybill
