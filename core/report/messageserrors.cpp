// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

#include <QFileInfo>
#include <QLocale>

namespace waybill {

namespace {

QString shownPath(const QByteArray &path)
{
    return displayPath(std::string_view(path.constData(), static_cast<std::size_t>(path.size())));
}

}  // namespace

/// Where inside the subject: layer, file, byte, line, as far as they are known.
static QString placeOf(const Error &error)
{
    QStringList parts;
    if (error.layer >= 0)
        parts << Messages::layerName(error.layer);
    if (!error.path.isEmpty())
        parts << Messages::tr("file %1").arg(shownPath(error.path));
    if (error.line >= 0)
        parts << Messages::tr("line %1").arg(error.line);
    if (error.offset >= 0)
        parts << Messages::tr("byte %1").arg(QLocale().toString(error.offset));
    return parts.join(Messages::tr(", ", "between the parts of a place: layer 5, file x, byte 7"));
}

static QString whatHappened(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return Messages::tr("%1 was not found.");
    case ErrorKind::AccessDenied:
        return Messages::tr("%1 exists, but access to it was refused.");
    case ErrorKind::NotAnImage:
        return Messages::tr("%1 is neither a container image nor a Waybill file.");
    case ErrorKind::NotSupported:
        return Messages::tr("%1 is of a kind that this version cannot read.");
    case ErrorKind::Malformed:
        return Messages::tr("%1 is damaged: its content breaks the rules of its own format.");
    case ErrorKind::Truncated:
        return Messages::tr("%1 ends too early; the rest is missing.");
    case ErrorKind::DigestMismatch:
        return Messages::tr("%1 is not what its digest promises; the bytes were changed or damaged.");
    case ErrorKind::SizeMismatch:
        return Messages::tr("%1 is longer or shorter than declared.");
    case ErrorKind::LimitExceeded:
        return Messages::tr("%1 goes beyond a safety limit, so reading stopped there.");
    case ErrorKind::MissingPart:
        return Messages::tr("%1 refers to a part that is not there.");
    case ErrorKind::Io:
        return Messages::tr("The system could not read or write %1.");
    case ErrorKind::NoSpace:
        return Messages::tr("There is not enough free space for %1.");
    case ErrorKind::Database:
        return Messages::tr("The review file %1 could not be read or written.");
    case ErrorKind::Policy:
        return Messages::tr("The policy file %1 is not valid.");
    case ErrorKind::WrongPassword:
        return Messages::tr("The password does not open %1.");
    case ErrorKind::BadCertificate:
        return Messages::tr("The certificate in %1 cannot be used for signing.");
    case ErrorKind::Signature:
        return Messages::tr("The signature of %1 could not be made or read.");
    case ErrorKind::Usage:
        return Messages::tr("This cannot be done with %1.");
    case ErrorKind::Unreachable:
        return Messages::tr("%1 could not be reached.");
    case ErrorKind::Unauthorized:
        return Messages::tr("The registry does not give out %1 to us.");
    case ErrorKind::UntrustedHost:
        return Messages::tr("The server of %1 cannot be trusted, so nothing was sent to it.");
    }
    return Messages::tr("%1 could not be used.");
}

QString Messages::error(const Error &error)
{
    const QString subject
        = error.subject.isEmpty() ? tr("the file", "stands in for a name that is not known") : displayText(error.subject);
    QString text = whatHappened(error.kind).arg(subject);
    if (!text.isEmpty() && text.at(0).isLower() && error.subject.isEmpty())
        text[0] = text.at(0).toUpper();
    const QString place = placeOf(error);
    const QString cause = displayText(error.cause);
    if (!place.isEmpty() && !cause.isEmpty())
        text += QLatin1Char(' ') + tr("Where: %1 (%2).").arg(place, cause);
    else if (!place.isEmpty())
        text += QLatin1Char(' ') + tr("Where: %1.").arg(place);
    else if (!cause.isEmpty())
        text += QLatin1Char(' ') + tr("Cause: %1.").arg(cause);
    return text;
}

QString Messages::advice(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return tr("Check the spelling and whether the drive is connected.");
    case ErrorKind::AccessDenied:
        return tr("Ask for the right to use it, or copy it to a folder of your own.");
    case ErrorKind::NotAnImage:
        return tr("Choose an archive made by \"docker save\", an OCI layout, or a .waybill review.");
    case ErrorKind::NotSupported:
        return tr("Save the image again as a docker archive or an OCI layout.");
    case ErrorKind::Malformed:
    case ErrorKind::SizeMismatch:
        return tr("Get the file again from where it was made; if it fails again, its maker has to repair it.");
    case ErrorKind::Truncated:
        return tr("Copy or download the file again; the last transfer was probably interrupted.");
    case ErrorKind::DigestMismatch:
        return tr("Do not use this copy. Get it again and compare the digest with its publisher's.");
    case ErrorKind::LimitExceeded:
        return tr("If you trust the file, raise the limit in the settings and read it again.");
    case ErrorKind::MissingPart:
        return tr("Save or pull the image again with all of its layers.");
    case ErrorKind::Io:
        return tr("Check the drive and the connection, then try again.");
    case ErrorKind::NoSpace:
        return tr("Free some space or choose another folder. Nothing was overwritten.");
    case ErrorKind::Database:
        return tr("Close other programs that use this review, or save it under another name.");
    case ErrorKind::Policy:
        return error.line > 0 ? tr("Correct the line named above; \"waybill policy check\" lists every fault.")
                              : tr("\"waybill policy check\" lists every fault.");
    case ErrorKind::WrongPassword:
        return tr("Type the password again; upper and lower case matter.");
    case ErrorKind::BadCertificate:
        return tr("Choose another certificate, or ask its issuer for a new one meant for signing.");
    case ErrorKind::Signature:
        return tr("Choose another key, or export the report again and sign the new file.");
    case ErrorKind::Unreachable:
        return tr("Check the name and the connection, and whether a proxy is needed; what has arrived is kept for the next try.");
    case ErrorKind::Unauthorized:
        return tr("Log in with \"docker login\" or \"podman login\"; their account files are read.");
    case ErrorKind::UntrustedHost:
        return tr("Ask its operator for the authority's certificate and put it into containers/certs.d.");
    case ErrorKind::Usage:
        return tr("See \"waybill help\" for what is possible.");
    }
    return {};
}

}  // namespace waybill
