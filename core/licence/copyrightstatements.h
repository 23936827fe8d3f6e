// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace waybill {

/// "Copyright (c) 2019-2021 Jane Doe <jane@example.org>", as it stands in a text.
struct CopyrightStatement {
    QString text;    ///< the statement without comment marks, at most one line
    QString holder;  ///< names only; empty where the statement names none
    QString years;   ///< "2019-2021", or empty
    qint64 firstByte = 0;
    qint64 endByte = 0;
    int line = 0;  ///< from 1
};

/// All statements of a text, in order, at most 5,000. One pass; a sentence that only speaks of copyright, or a template with
/// a gap for the name ("Copyright <year> <name>"), is none.
std::vector<CopyrightStatement> findCopyrights(QByteArrayView text);

/// The names, each once: compared without case, punctuation, addresses and "Inc."-like endings. In order of appearance.
QStringList holdersOf(const std::vector<CopyrightStatement> &statements);

}  // namespace waybill
