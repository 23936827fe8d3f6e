// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/fileterms.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Any bytes as a file of each kind that is read differently: text, Debian copyright, manifests.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto catalog = LicenceCatalog::load();
    static const auto matcher = LicenceMatcher::load(*catalog);
    require(matcher.has_value(), "the matcher loads");
    const QByteArray bytes = bytesOf(data, size);
    for (const char *name : {"notice.txt", "copyright", "package.json", "METADATA", "pom.xml", "README.md"}) {
        const FileTerms terms = readFileTerms(QString::fromLatin1(name), bytes, **catalog, **matcher);
        for (const LicenceMatch &match : terms.matches) {
            require(match.firstByte >= 0 && match.endByte >= match.firstByte && match.endByte <= bytes.size(),
                    "a match lies inside the file");
            require(match.score >= 0 && match.score <= 1, "a score is a share");
        }
    }
    return 0;
}
