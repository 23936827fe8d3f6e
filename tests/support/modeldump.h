// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>

namespace waybill::test {

/// A model as text: one line per row, two spaces of indent per level, cells joined by " | ". Reads `role` of every column.
QString dumpModel(const QAbstractItemModel &model, int role = Qt::DisplayRole, int maxDepth = 20);

}  // namespace waybill::test
