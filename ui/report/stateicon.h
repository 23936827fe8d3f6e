// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/readiness.h"
#include "ui/report/verificationwords.h"

#include <QIcon>

namespace waybill {

enum class MarkState { Good, Unsure, Bad };

/// Tick, question mark or cross, each with a shape of its own, in the colours of the theme.
QIcon stateIcon(MarkState state);
QString stateWord(MarkState state);
MarkState stateOf(VerificationAnswer::State state);
MarkState stateOf(ReadinessItem::State state);

}  // namespace waybill
