// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/licenceexpression.h"
#include "core/licence/licencematcher.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Any bytes as a text; the first one chooses a reference text into which the others are put, so that alignments are reached.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto catalog = LicenceCatalog::load();
    static const auto matcher = LicenceMatcher::load(*catalog);
    require(matcher.has_value(), "the matcher loads");
    static const QStringList ids = (*catalog)->ids();
    if (size < 3)
        return 0;
    QByteArray text = bytesOf(data + 3, size - 3);
    if (data[0] != 0) {
        const QByteArray reference = (*matcher)->referenceText(ids.at((data[0] << 8 | data[1]) % ids.size())).left(20'000);
        const qsizetype at = reference.size() * data[2] / 256;
        text = reference.first(at) + text + reference.sliced(at);
    }
    qint64 before = 0;
    for (const LicenceMatch &match : (*matcher)->match(text)) {
        require(match.firstByte >= before && match.endByte > match.firstByte && match.endByte <= text.size(),
                "matches are in order and lie inside the text");
        before = match.firstByte;
        require(match.score >= 0 && match.score <= 1, "a score is a share");
        require(match.firstLine >= 1 && match.lastLine >= match.firstLine, "lines are counted from one");
        require(LicenceExpression::parse(match.expression).has_value(), "a match is an expression");
    }
    return 0;
}
