# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The schema of SARIF 2.1.0 as OASIS published it, for one test, out of a pinned npm package: WAYBILL_SARIF_SCHEMA is its path,
# or empty when it cannot be had; the test then says so. Looked for as the licence list is (SpdxLicenseList.cmake).
set(_sarif_name jest-sarif)
set(_sarif_version 1.0.0-beta.0)
set(_sarif_sha512
  0357ce84f77a21ce620e4e05f583f0d6a341e1717eefe22f891ef197caf617a433424c7972963d2ec1a4dab1318852047016e3a559d29b058606e9004a4890f4)
set(_sarif_file "microsoft-${_sarif_name}-${_sarif_version}.tgz")
set(_sarif_folder "${CMAKE_BINARY_DIR}/npm/sarif")
set(_sarif_tarball "${_sarif_folder}/${_sarif_file}")
set(_sarif_member package/lib/schemas/sarif-2.1.0-rtm.5.json)
set(WAYBILL_SARIF_SCHEMA "")
file(MAKE_DIRECTORY "${_sarif_folder}")

foreach(_folder "$ENV{WAYBILL_NPM_CACHE}" "${CMAKE_BINARY_DIR}/../.cache")
  if(_folder AND NOT EXISTS "${_sarif_tarball}" AND EXISTS "${_folder}/${_sarif_file}")
    file(COPY "${_folder}/${_sarif_file}" DESTINATION "${_sarif_folder}")
  endif()
endforeach()
find_program(WAYBILL_NPM npm)
if(NOT EXISTS "${_sarif_tarball}" AND WAYBILL_NPM AND NOT WAYBILL_SARIF_TRIED)
  set(WAYBILL_SARIF_TRIED TRUE CACHE INTERNAL "npm was asked for the schema of SARIF once")
  execute_process(
    COMMAND "${WAYBILL_NPM}" pack "@microsoft/${_sarif_name}@${_sarif_version}" --silent
    WORKING_DIRECTORY "${_sarif_folder}"
    TIMEOUT 60
    OUTPUT_QUIET ERROR_QUIET)
endif()
if(EXISTS "${_sarif_tarball}")
  file(SHA512 "${_sarif_tarball}" _sarif_sum)
  if(_sarif_sum STREQUAL _sarif_sha512)
    file(ARCHIVE_EXTRACT INPUT "${_sarif_tarball}" DESTINATION "${_sarif_folder}" PATTERNS "${_sarif_member}")
    set(WAYBILL_SARIF_SCHEMA "${_sarif_folder}/${_sarif_member}")
  else()
    file(REMOVE "${_sarif_tarball}")
    message(WARNING "${_sarif_file} does not have the pinned SHA-512 checksum and was deleted.")
  endif()
endif()
