// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

#include <QCoreApplication>

namespace waybill {

/// One line of the readiness list.
struct ReadinessItem {
    enum class State { Good, Warning, Stop };
    State state = State::Good;
    QString text;
};

/// What stands between a review and its signature. Only Stop keeps a report from being written at all.
class Readiness
{
    Q_DECLARE_TR_FUNCTIONS(waybill::Readiness)
public:
    static QList<ReadinessItem> of(const Review &review, const Policy &policy);
    static bool canExport(const QList<ReadinessItem> &items);
};

}  // namespace waybill
