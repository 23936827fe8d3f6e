// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzztarget.h"

#include <QDir>
#include <QFile>

namespace {

/// A copy on the heap of exactly this size, so that a sanitizer sees the first byte read too far.
void run(const QByteArray &bytes)
{
    const QByteArray exact(bytes.constData(), bytes.size());
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(exact.constData()), static_cast<size_t>(exact.size()));
}

/// The file, cut at places spread over it, and with single bits turned over.
int replay(const QByteArray &bytes)
{
    constexpr qsizetype damages = 24;
    run(bytes);
    int runs = 1;
    for (qsizetype i = 0; i < qMin(damages, bytes.size()); ++i, runs += 2) {
        const qsizetype at = i * bytes.size() / qMin(damages, bytes.size());
        run(bytes.left(at));
        QByteArray flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (i % 8)));
        run(flipped);
    }
    return runs;
}

}  // namespace

/// Feeds every file of the given folders, and small damages of each, to the target. Fails when there is none.
int main(int argc, char **argv)
{
    int files = 0;
    int runs = 0;
    for (int i = 1; i < argc; ++i) {
        const QDir folder(QFile::decodeName(argv[i]));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (name.endsWith(QLatin1String(".license")))
                continue;
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(file.errorString()));
                return 1;
            }
            runs += replay(file.readAll());
            ++files;
        }
    }
    std::printf("%d files, %d runs\n", files, runs);
    return files > 0 ? 0 : 1;
}
