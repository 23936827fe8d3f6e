# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Flags that every target of ours shares.
add_library(waybill_options INTERFACE)
target_include_directories(waybill_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(waybill_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
  QT_USE_QSTRINGBUILDER QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
  WAYBILL_VERSION="${PROJECT_VERSION}")
target_compile_options(waybill_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow=local -Wnon-virtual-dtor -Woverloaded-virtual)
if(WAYBILL_WERROR)
  target_compile_options(waybill_options INTERFACE -Werror)
endif()
if(WAYBILL_SANITIZERS)
  target_compile_options(waybill_options INTERFACE -fsanitize=${WAYBILL_SANITIZERS} -fno-omit-frame-pointer)
  target_link_options(waybill_options INTERFACE -fsanitize=${WAYBILL_SANITIZERS})
endif()

# waybill_precompile(NAME header...)
# Headers that most sources of a library include and that never change: halves the time to compile. Off by default, so that a
# plain build notices a missing include; the presets turn it on.
function(waybill_precompile name)
  if(WAYBILL_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE ${ARGN})
    # Without this ccache cannot tell what a precompiled header holds.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# waybill_test(NAME SOURCES file... [LIBRARIES lib...] [TIMEOUT seconds])
# One test program from its own sources; it links the libraries and never recompiles their sources. Runs without a display.
function(waybill_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE waybill_options waybill_test_support Qt6::Test ${ARG_LIBRARIES})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;WAYBILL_DATA_DIR=${WAYBILL_DATA_OUTPUT}")
endfunction()

# waybill_bench(NAME SOURCES file... [LIBRARIES lib...])
# A program bench_NAME that measures and prints; never part of the tests.
function(waybill_bench name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(bench_${name} ${ARG_SOURCES})
  target_link_libraries(bench_${name} PRIVATE waybill_options waybill_test_support ${ARG_LIBRARIES})
endfunction()
