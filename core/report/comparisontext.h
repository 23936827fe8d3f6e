// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/comparison.h"

#include <QCoreApplication>
#include <QStringList>

namespace waybill {

/// One part of a comparison as words: a heading, the heads of its columns and its rows.
struct ComparisonPart {
    QString title;
    QStringList heads;
    QList<QStringList> rows;
    QString note;  ///< a sentence below the rows, or empty
};

/// A comparison as tables of words, shared by window, command line and Markdown. Any thread after start-up.
class ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(waybill::ComparisonText)
public:
    static QString change(Change change);
    /// Verdicts, totals, layers, packages, findings, files; at most `most` rows each, the rest is counted in the note.
    static QList<ComparisonPart> parts(const Comparison &comparison, qsizetype most);
    static QString markdown(const QString &nameA, const QString &nameB, const Comparison &comparison);
    static QString how();  ///< what is compared, and what is not

private:
    static ComparisonPart verdicts(const Comparison &comparison);
    static ComparisonPart totals(const Comparison &comparison);
    static ComparisonPart layers(const Comparison &comparison);
    static ComparisonPart packages(const Comparison &comparison);
    static ComparisonPart findings(const Comparison &comparison);
    static ComparisonPart files(const Comparison &comparison);
};

}  // namespace waybill
