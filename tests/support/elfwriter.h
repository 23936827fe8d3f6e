// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <utility>
#include <vector>

namespace waybill::test {

/// Makes small ELF files byte by byte, so that tests need no compiler and know every value. One loadable segment maps the whole
/// file at `base`.
struct ElfWriter {
    bool is64Bit = true;
    bool isBigEndian = false;
    quint16 type = 3;  ///< e_type: 1 object, 2 executable, 3 shared
    quint16 machine = 62;
    std::string interpreter;
    std::string soname;
    std::string runPath;
    std::vector<std::string> needed;
    std::vector<std::pair<std::string, std::string>> neededVersions;  ///< file, version
    std::vector<std::string> definedVersions;
    QByteArray buildId;
    QByteArray comment;  ///< as stored, strings end with a zero byte
    quint64 flags1 = 0;
    bool dynamic = true;
    std::vector<std::pair<std::string, QByteArray>> sections;  ///< further sections
    QByteArray paddingBefore;  ///< bytes in front of all tables but the headers; the dynamic section then precedes its names
    QByteArray padding;        ///< bytes between the tables and the section headers

    QByteArray bytes() const;
    static constexpr quint64 base = 0x10000;
};

}  // namespace waybill::test
