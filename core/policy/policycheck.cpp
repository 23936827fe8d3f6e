// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Run by the build: bad policy data, or a test case beside a rule that fails, stops it with file, line and reason.
// Usage: policycheck CLASSES RULES DUTIES SCENARIOS

#include "core/policy/policydata.h"

#include <QFile>

#include <cstdio>

using namespace waybill;

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fputs("usage: policycheck CLASSES RULES DUTIES SCENARIOS\n", stderr);
        return 2;
    }
    QByteArray texts[4];
    for (int i = 0; i < 4; ++i) {
        QFile file(QFile::decodeName(argv[i + 1]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s: %s\n", argv[i + 1], qUtf8Printable(file.errorString()));
            return 3;
        }
        texts[i] = file.readAll();
    }
    const Result<std::shared_ptr<const Policy>> policy = Policy::fromSources({texts[0], texts[1], texts[2], texts[3]});
    if (!policy) {
        const Error &error = policy.error();
        std::fprintf(stderr, "%s:%d: error: %s\n", qUtf8Printable(error.subject), error.line, qUtf8Printable(error.cause));
        return 1;
    }
    return 0;
}
