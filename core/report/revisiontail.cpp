// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revisiontail.h"

#include "core/report/revisiondiff.h"

#include <cctype>
#include <set>

namespace waybill {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// The number in front of " G obj" when `at` is where "obj" begins; -1 when it is no head of an object.
int objectNumberBefore(QByteArrayView bytes, qsizetype at)
{
    const auto skip = [&](auto test) {
        const qsizetype from = at;
        while (at > 0 && test(bytes[at - 1]))
            --at;
        return from - at;
    };
    if (skip(isSpace) == 0 || skip(isDigit) == 0 || skip(isSpace) == 0)
        return -1;
    const qsizetype end = at;
    const qsizetype digits = skip(isDigit);
    if (digits == 0 || digits > 9)
        return -1;
    return bytes.sliced(end - digits, digits).toByteArray().toInt();
}

}  // namespace

bool endsWithRevision(QByteArrayView tail, qint64 signedSize)
{
    const QByteArray text = tail.toByteArray().trimmed();
    const qsizetype start = text.lastIndexOf("startxref");
    if (start < 0 || !text.endsWith("%%EOF"))
        return false;
    const QByteArray number = text.mid(start + 9, text.size() - start - 9 - 5).trimmed();
    bool ok = false;
    const qlonglong offset = number.toLongLong(&ok);
    return ok && offset >= signedSize && offset < signedSize + tail.size();
}

int hiddenRedefinition(QPDF &before, QPDF &now, qint64 signedSize, QByteArrayView tail)
{
    std::set<int> known;
    for (const auto &entry : before.getXRefTable())
        known.insert(entry.first.getObj());
    std::set<int> listed;
    for (const auto &[id, entry] : now.getXRefTable()) {
        if (entry.getType() == 2 || (entry.getType() == 1 && entry.getOffset() >= signedSize))
            listed.insert(id.getObj());
    }
    for (qsizetype at = tail.toByteArray().indexOf("obj"); at >= 0;) {
        const int number = objectNumberBefore(tail, at);
        if (number > 0 && known.count(number) && !listed.count(number))
            return number;
        const QByteArrayView rest = tail.sliced(at + 3);
        const qsizetype next = QByteArray::fromRawData(rest.data(), rest.size()).indexOf("obj");
        at = next < 0 ? -1 : at + 3 + next;
    }
    return 0;
}

RevisionCount countRevisions(QByteArrayView file, qint64 offset)
{
    RevisionCount count;
    const QByteArray bytes = QByteArray::fromRawData(file.data(), file.size());
    // A linearised file has a first end mark whose offset is 0: half of a revision.
    for (qsizetype at = bytes.indexOf("startxref"); at >= 0; at = bytes.indexOf("startxref", at + 9)) {
        const QByteArray text = bytes.mid(at + 9, 40).simplified();
        const qsizetype end = bytes.indexOf("%%EOF", at);
        if (end < 0 || text.startsWith("0 ") || !isDigit(text.isEmpty() ? ' ' : text.at(0)))
            continue;
        ++count.total;
        if (end < offset)
            ++count.upTo;
    }
    return count;
}

}  // namespace waybill
