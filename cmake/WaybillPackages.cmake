# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every package that the build uses, each with its purpose, shown at configure time.
include(FeatureSummary)

macro(waybill_package name type purpose)
  find_package(${name} ${ARGN})
  set_package_properties(${name} PROPERTIES TYPE ${type} PURPOSE "${purpose}")
endmacro()

waybill_package(Qt6 REQUIRED "Windows, text, network, SQL, PDF pages and charts" 6.4 COMPONENTS Core Gui Widgets Network Sql Svg Charts Pdf PdfWidgets LinguistTools Test)
waybill_package(LibArchive REQUIRED "Reads tar streams")
waybill_package(ZLIB REQUIRED "Checksums, and inflates gzip where ISA-L is missing")
waybill_package(LibLZMA REQUIRED "Reads xz layers")
waybill_package(BZip2 REQUIRED "Reads bzip2 layers")
waybill_package(OpenSSL REQUIRED "Digests and signatures" COMPONENTS Crypto)
waybill_package(yaml-cpp REQUIRED "Reads the policy files")
waybill_package(tl-expected REQUIRED "Results with errors")
waybill_package(KSyntaxHighlighting REQUIRED "Syntax colours in the file viewer")

find_package(PkgConfig REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(pcre2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(isal IMPORTED_TARGET libisal)
add_feature_info("Fast gzip" isal_FOUND "ISA-L inflates gzip layers about three times as fast as zlib")
add_feature_info("zstd" zstd_FOUND "Reads zstd layers")
add_feature_info("PCRE2" pcre2_FOUND "Regular expressions over path bytes in the filter of the file tree")
add_feature_info("qpdf" qpdf_FOUND "PDF structure: attachments and the signature field")
