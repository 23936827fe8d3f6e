// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/debiancopyright.h"
#include "core/licence/licenceexpression.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace waybill;
using namespace waybill::test;

/// Any bytes as a machine-readable copyright file, with and without the field that says so.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto catalog = LicenceCatalog::load();
    static const auto matcher = LicenceMatcher::load(*catalog);
    require(matcher.has_value(), "the matcher loads");
    const QByteArray bytes = bytesOf(data, size);
    for (const QByteArray &text : {bytes, QByteArray("Format: 1.0\n\nFiles: *\n" + bytes)}) {
        const DebianCopyright copyright = readDebianCopyright(text, **catalog, **matcher);
        const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
        for (const CopyrightStanza &stanza : copyright.stanzas) {
            require(stanza.firstLine >= 1 && stanza.firstLine <= stanza.lastLine && stanza.lastLine <= lines,
                    "a stanza lies inside the file");
        }
        require(copyright.expression.isEmpty() || LicenceExpression::parse(copyright.expression).has_value(),
                "what a package stands under is an expression");
        const CopyrightStanza *stanza = stanzaFor(copyright, "usr/lib/a.so");
        require(stanza == nullptr || !copyright.stanzas.empty(), "a stanza is one of the file");
    }
    return 0;
}
