// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

namespace waybill {

QString Messages::leftOut(const ExtractRefusal &refusal)
{
    switch (refusal.reason) {
    case LeftOut::Device:
        return tr("devices, pipes and sockets are not made");
    case LeftOut::LinkOutside:
        return tr("the link leads out of the extracted folder");
    case LeftOut::Taken:
        return tr("the name was taken");
    case LeftOut::NotFound:
        return tr("the layer does not hold its content");
    case LeftOut::Refused:
        return refusal.cause.isEmpty() ? tr("this system refused it") : displayText(refusal.cause);
    }
    return {};
}

}  // namespace waybill
