// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace waybill {

/// Bytes of a file made ready to be shown as text.
struct FileText {
    QString text;                  ///< lines parted by \n
    std::vector<int> lineOfBlock;  ///< file line, from 1, of every line of `text`
    bool foldedLines = false;      ///< very long lines were parted to keep the view quick
    bool replaced = false;         ///< control or direction characters were made visible
    bool notUtf8 = false;          ///< shown as Latin-1

    /// First line of `text` that belongs to a file line, or -1.
    int blockOfLine(int line) const;
};

/// True when the first bytes are not those of a text.
bool looksBinary(const QByteArray &bytes);

/// Decodes UTF-8, UTF-16 with a byte order mark, else Latin-1. Characters that would hide or reorder others are replaced by
/// visible ones. Linear in the size.
/// `firstLine`: number of the line that the bytes begin in.
FileText readableText(const QByteArray &bytes, int firstLine = 1);

/// Lines that end in these bytes, as readableText() counts them; `next` is what follows, which may finish a "\r\n".
int endedLines(const QByteArray &bytes, const QByteArray &next);

/// Bytes of a cut character at the beginning of a part of a UTF-8 text: 0 to 3.
int cutCharacter(const QByteArray &bytes);

/// The byte order mark that a text begins with, or nothing.
QByteArray byteOrderMark(const QByteArray &bytes);

}  // namespace waybill
