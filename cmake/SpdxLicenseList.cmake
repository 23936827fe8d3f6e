# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Fetches the pinned npm package with the SPDX licence list and its texts, once. Gives WAYBILL_SPDX_LIST, the path of
# spdx-full.json. A verified tarball is kept, so that configuring again needs no network. Looked for in this order:
# $WAYBILL_NPM_CACHE, the folder .cache beside the build folder, the build folder.
set(_spdx_package spdx-license-list)
set(_spdx_version 6.12.0)
set(_spdx_sha512
  fa7518aa6dda64c4876e3b2d84afa2fc71c8da89131250afab051de24f1071293e1531a08eaf9fb1d163db064e697e97991d8975685ffcd79f94d9ef28e8dc9d)
set(_spdx_file "${_spdx_package}-${_spdx_version}.tgz")
set(_spdx_folder "${CMAKE_BINARY_DIR}/npm")
set(_spdx_tarball "${_spdx_folder}/${_spdx_file}")
file(MAKE_DIRECTORY "${_spdx_folder}")

# Sets RESULT to TRUE when FILE exists and has the pinned checksum.
function(_spdx_verified file result)
  set(${result} FALSE PARENT_SCOPE)
  if(EXISTS "${file}")
    file(SHA512 "${file}" _sum)
    if(_sum STREQUAL _spdx_sha512)
      set(${result} TRUE PARENT_SCOPE)
    endif()
  endif()
endfunction()

_spdx_verified("${_spdx_tarball}" _spdx_have)
if(NOT _spdx_have)
  foreach(_folder "$ENV{WAYBILL_NPM_CACHE}" "${CMAKE_BINARY_DIR}/../.cache")
    if(_folder AND NOT _spdx_have)
      _spdx_verified("${_folder}/${_spdx_file}" _spdx_have)
      if(_spdx_have)
        file(COPY "${_folder}/${_spdx_file}" DESTINATION "${_spdx_folder}")
      endif()
    endif()
  endforeach()
endif()

if(NOT _spdx_have)
  find_program(WAYBILL_NPM npm)
  if(NOT WAYBILL_NPM)
    message(FATAL_ERROR
      "The licence texts come from the npm package ${_spdx_package} ${_spdx_version}, and npm is not installed.\n"
      "Install npm, or put ${_spdx_file} into a folder and name it with the environment variable WAYBILL_NPM_CACHE.")
  endif()
  message(STATUS "Fetching ${_spdx_package} ${_spdx_version}")
  execute_process(
    COMMAND "${WAYBILL_NPM}" pack "${_spdx_package}@${_spdx_version}" --silent
    WORKING_DIRECTORY "${_spdx_folder}"
    RESULT_VARIABLE _spdx_status
    OUTPUT_QUIET
    ERROR_VARIABLE _spdx_error)
  if(NOT _spdx_status EQUAL 0)
    message(FATAL_ERROR
      "npm could not fetch ${_spdx_package} ${_spdx_version}:\n${_spdx_error}\n"
      "Without a network, put ${_spdx_file} into a folder and name it with the environment variable WAYBILL_NPM_CACHE.")
  endif()
  _spdx_verified("${_spdx_tarball}" _spdx_have)
  if(NOT _spdx_have)
    file(REMOVE "${_spdx_tarball}")
    message(FATAL_ERROR
      "The file that npm delivered as ${_spdx_file} does not have the pinned SHA-512 checksum and was deleted.\n"
      "Expected ${_spdx_sha512}")
  endif()
endif()

set(WAYBILL_SPDX_LIST "${_spdx_folder}/package/spdx-full.json")
if(NOT EXISTS "${WAYBILL_SPDX_LIST}" OR "${_spdx_tarball}" IS_NEWER_THAN "${WAYBILL_SPDX_LIST}")
  file(ARCHIVE_EXTRACT INPUT "${_spdx_tarball}" DESTINATION "${_spdx_folder}" PATTERNS "package/spdx-full.json" TOUCH)
endif()
