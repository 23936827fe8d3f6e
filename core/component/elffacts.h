// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <QLatin1String>

#include <string>
#include <vector>

namespace waybill {

/// How an ELF file takes part in a program.
enum class ElfLinkage : quint8 {
    Object,             ///< relocatable (ET_REL): .o, kernel module
    StaticExecutable,   ///< fixed address, no dynamic section
    StaticPie,          ///< position independent, nothing to load
    DynamicExecutable,  ///< fixed address, asks for an interpreter
    DynamicPie,         ///< position independent, asks for an interpreter
    SharedLibrary,
    Core,
    Other,
};
/// Stable identifier ("shared-library"), used in JSON.
QLatin1String elfLinkageId(ElfLinkage linkage);

/// Facts of one ELF file (System V ABI chapters 4 and 5, gABI 2013; GNU symbol versioning). Plain value.
struct ElfFacts {
    bool is64Bit = false;
    bool isBigEndian = false;
    quint16 machine = 0;  ///< e_machine: 62 x86-64, 183 AArch64, ...
    ElfLinkage linkage = ElfLinkage::Other;
    bool hasSymbolTable = false;  ///< .symtab: not stripped
    bool hasDebugInfo = false;    ///< .debug_info
    /// False when a table that the file says it has lay outside what was kept of it, or was broken: then an empty field is
    /// no proof of absence.
    bool complete = true;
    std::string soname;
    std::string interpreter;
    std::string buildId;  ///< lower-case hex of NT_GNU_BUILD_ID
    std::string comment;  ///< distinct strings of .comment, joined by newlines
    std::string runPath;  ///< DT_RUNPATH, else DT_RPATH
    std::vector<std::string> needed;
    std::vector<std::string> neededVersions;   ///< "libc.so.6 GLIBC_2.34", per file and name once
    std::vector<std::string> definedVersions;  ///< "OPENSSL_3.0.0"
};

}  // namespace waybill
