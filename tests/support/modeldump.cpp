// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modeldump.h"

#include <QStringList>

namespace waybill::test {
namespace {

void dumpRows(QString &out, const QAbstractItemModel &model, const QModelIndex &parent, int role, int depth, int maxDepth)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data(role).toString();
        out += QString(2 * depth, QLatin1Char(' ')) + cells.join(QStringLiteral(" | ")) + QLatin1Char('\n');
        if (depth + 1 < maxDepth)
            dumpRows(out, model, model.index(row, 0, parent), role, depth + 1, maxDepth);
    }
}

}  // namespace

QString dumpModel(const QAbstractItemModel &model, int role, int maxDepth)
{
    QString out;
    dumpRows(out, model, {}, role, 0, maxDepth);
    return out;
}

}  // namespace waybill::test
