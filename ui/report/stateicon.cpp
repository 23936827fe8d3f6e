// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/stateicon.h"

#include "ui/theme/palette.h"

#include <QCoreApplication>

namespace waybill {

QIcon stateIcon(MarkState state)
{
    // The verdict icons already say yes, perhaps and no by shape; a second set would only have to be learned.
    switch (state) {
    case MarkState::Good:
        return Theme::verdictIcon(Verdict::CanShip);
    case MarkState::Unsure:
        return Theme::verdictIcon(Verdict::CannotTell);
    case MarkState::Bad:
        return Theme::verdictIcon(Verdict::CannotShip);
    }
    return {};
}

QString stateWord(MarkState state)
{
    switch (state) {
    case MarkState::Good:
        return QCoreApplication::translate("waybill::StateIcon", "good");
    case MarkState::Unsure:
        return QCoreApplication::translate("waybill::StateIcon", "not certain");
    case MarkState::Bad:
        return QCoreApplication::translate("waybill::StateIcon", "bad");
    }
    return {};
}

MarkState stateOf(VerificationAnswer::State state)
{
    return state == VerificationAnswer::State::Good ? MarkState::Good
        : state == VerificationAnswer::State::Bad   ? MarkState::Bad
                                                    : MarkState::Unsure;
}

MarkState stateOf(ReadinessItem::State state)
{
    return state == ReadinessItem::State::Good ? MarkState::Good
        : state == ReadinessItem::State::Stop  ? MarkState::Bad
                                               : MarkState::Unsure;
}

}  // namespace waybill
