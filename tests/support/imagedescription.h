// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/textimage.h"

namespace waybill::test {

/// A whole image from a text file. What starts in the first column is a statement, indented lines belong to it:
///
///     tag example.org/name:1.0
///     platform linux amd64
///     label KEY = VALUE
///     entrypoint WORD...
///     packing plain|gzip|zstd
///     layer RUN the build instruction
///         f usr/bin/tool 755 = as for TextImage
///     history CMD an instruction without a layer
///     text NAME
///         content for "= <NAME", without the first four blanks of each line
///
/// A '#' in the first column starts a comment. An unknown statement stops the program.
TextImage imageFromDescription(const QString &description);

}  // namespace waybill::test
