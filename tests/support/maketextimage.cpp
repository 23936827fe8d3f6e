// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// maketextimage DESCRIPTION ARCHIVE: writes the image that a text file describes as a docker-archive.
#include "tests/support/imagedescription.h"

#include <QFile>

#include <cstdio>

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("usage: maketextimage DESCRIPTION ARCHIVE\n", stderr);
        return 2;
    }
    QFile description(QFile::decodeName(argv[1]));
    if (!description.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "maketextimage: %s: %s\n", argv[1], qPrintable(description.errorString()));
        return 3;
    }
    const auto image = waybill::test::imageFromDescription(QString::fromUtf8(description.readAll()));
    if (!image.writeFile(QFile::decodeName(argv[2]), image.dockerArchive())) {
        std::fprintf(stderr, "maketextimage: %s cannot be written\n", argv[2]);
        return 3;
    }
    return 0;
}
