# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Gives the target KF6::SyntaxHighlighting, wherever the system keeps it:
#  1. KDE's own KF6SyntaxHighlighting (Debian 13 and newer);
#  2. the Qt 6 build inside Qt Creator's plugin folder, with the headers of KDE's Qt 5 package, whose API is the same
#     (Debian 12). Then KSyntaxHighlighting_DEFINITIONS names the folder with the syntax definitions.
find_package(KF6SyntaxHighlighting QUIET)
if(TARGET KF6::SyntaxHighlighting)
  set(KSyntaxHighlighting_LIBRARY KF6::SyntaxHighlighting)
  set(KSyntaxHighlighting_INCLUDE_DIR "of the KF6 package")
  set(KSyntaxHighlighting_VERSION "${KF6SyntaxHighlighting_VERSION}")
else()
  file(GLOB _ksh_candidates /usr/lib/*/qtcreator/libKSyntaxHighlighting.so.[0-9]*)
  list(SORT _ksh_candidates)
  if(_ksh_candidates)
    list(GET _ksh_candidates 0 _ksh_library)
    set(KSyntaxHighlighting_LIBRARY "${_ksh_library}" CACHE FILEPATH "Qt 6 build of KSyntaxHighlighting inside Qt Creator")
  endif()
  find_path(KSyntaxHighlighting_INCLUDE_DIR KSyntaxHighlighting/Repository PATH_SUFFIXES KF5/KSyntaxHighlighting)
  find_path(KSyntaxHighlighting_DEFINITIONS syntax/bash.xml PATHS /usr/share/qtcreator/generic-highlighter)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(KSyntaxHighlighting REQUIRED_VARS KSyntaxHighlighting_LIBRARY KSyntaxHighlighting_INCLUDE_DIR)

if(KSyntaxHighlighting_FOUND AND NOT TARGET KF6::SyntaxHighlighting)
  get_filename_component(_ksh_folder "${KSyntaxHighlighting_LIBRARY}" DIRECTORY)
  add_library(KF6::SyntaxHighlighting SHARED IMPORTED GLOBAL)
  set_target_properties(KF6::SyntaxHighlighting PROPERTIES
    IMPORTED_LOCATION "${KSyntaxHighlighting_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${KSyntaxHighlighting_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "WAYBILL_SYNTAX_DEFINITIONS=\"${KSyntaxHighlighting_DEFINITIONS}\""
    INTERFACE_LINK_OPTIONS "LINKER:-rpath,${_ksh_folder}")
endif()
mark_as_advanced(KSyntaxHighlighting_LIBRARY KSyntaxHighlighting_INCLUDE_DIR KSyntaxHighlighting_DEFINITIONS)
