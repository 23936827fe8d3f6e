// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/trustmessages.h"

#include "core/report/messages.h"

namespace waybill {

QString TrustMessages::question(TrustQuestion question)
{
    switch (question) {
    case TrustQuestion::Maker:
        return tr("Who made it?");
    case TrustQuestion::Claims:
        return tr("Is it what it says?");
    case TrustQuestion::Contents:
        return tr("Is anything in it that should not be?");
    case TrustQuestion::Age:
        break;
    }
    return tr("How old is it?");
}

QString TrustMessages::answer(const TrustReport &report, TrustQuestion question)
{
    if (question == TrustQuestion::Contents && !report.searched)
        return tr("Not searched. Scan the image again.");
    const auto worst = report.worstOf(question);
    QString text;
    if (!worst)
        text = question == TrustQuestion::Age ? tr("Nothing of the list of outdated parts was found.")
                                              : tr("Nothing was noticed.");
    else if (*worst == TrustSeverity::Note)
        text = tr("Only notes.");
    else
        text = tr("Heaviest finding: %1.").arg(severity(*worst));
    if (!report.complete)
        text += QLatin1Char(' ') + tr("Not every layer could be read.");
    return text;
}

QString TrustMessages::severity(TrustSeverity severity)
{
    switch (severity) {
    case TrustSeverity::Note:
        return tr("note");
    case TrustSeverity::Low:
        return tr("low");
    case TrustSeverity::Medium:
        return tr("medium");
    case TrustSeverity::High:
        return tr("high");
    case TrustSeverity::Extreme:
        break;
    }
    return tr("extreme");
}

QString TrustMessages::standing(NameStanding standing)
{
    switch (standing) {
    case NameStanding::Unnamed:
        return tr("No publisher is named");
    case NameStanding::Known:
        return tr("Account of a known publisher");
    case NameStanding::LookAlike:
        return tr("Name that looks like a known one");
    case NameStanding::Borrowed:
        return tr("Known name under another account");
    case NameStanding::Unknown:
        break;
    }
    return tr("Unknown account");
}

QString TrustMessages::vouched(Vouched vouched)
{
    switch (vouched) {
    case Vouched::CannotTell:
        return tr("cannot be told from this source");
    case Vouched::Absent:
        return tr("absent");
    case Vouched::NotChecked:
        return tr("present, not checked");
    case Vouched::Contradicted:
        return tr("present, and does not fit");
    case Vouched::Verified:
        break;
    }
    return tr("verified");
}

QString TrustMessages::place(const TrustPlace &place)
{
    QString line = place.path.empty() ? tr("configuration") : QString(QLatin1Char('/') + displayPath(place.path));
    if (place.line > 0)
        line += QLatin1Char(':') + QString::number(place.line);
    if (place.layer >= 0)
        line += QStringLiteral(" (") + Messages::layerName(place.layer) + QLatin1Char(')');
    if (place.hiddenBy >= 0)
        line += QStringLiteral(", ") + tr("removed in %1, still shipped").arg(Messages::layerName(place.hiddenBy));
    return line;
}

QString TrustMessages::noScanner()
{
    return tr("No vulnerability scanner has looked at this image. That does not mean it has no holes.");
}

}  // namespace waybill
