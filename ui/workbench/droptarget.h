// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

class QMimeData;

namespace waybill {

/// What dropping something on the window will do; said to the user before the drop. A plain value.
struct DropOutcome {
    Q_DECLARE_TR_FUNCTIONS(waybill::DropOutcome)
public:
    enum class Kind { Nothing, Open, CheckSignature, FillReference, Impossible };
    Kind kind = Kind::Nothing;
    QString target;    ///< path, or the text that was dropped
    QString sentence;  ///< "Open app.tar"

    static DropOutcome of(const QMimeData &data);
};

}  // namespace waybill
