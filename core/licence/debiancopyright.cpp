// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/debiancopyright.h"

#include "core/licence/dep5reader.h"

namespace waybill {

DebianCopyright readDebianCopyright(QByteArrayView text, const LicenceCatalog &catalog, const LicenceMatcher &matcher)
{
    return Dep5Reader(text, catalog, matcher).read();
}

const CopyrightStanza *stanzaFor(const DebianCopyright &copyright, const std::string &path)
{
    for (auto stanza = copyright.stanzas.rbegin(); stanza != copyright.stanzas.rend(); ++stanza) {
        for (const QString &glob : stanza->globs) {
            if (matchesDep5Glob(glob, path))
                return &*stanza;
        }
    }
    return nullptr;
}

}  // namespace waybill
