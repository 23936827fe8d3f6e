#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# metadata.sh ROOT: desktop file, AppStream file, MIME type, icon and manual pages are valid and bear one id.
set -euo pipefail
cd "$1/app/metadata"
id=org.waybill.Waybill
failed=0

require() { # NAME COMMAND...
    if ! "${@:2}"; then
        printf 'FAIL: %s\n' "$1"
        failed=1
    fi
}

# shellcheck disable=SC2317  # called through require
has_line() { grep -qF -- "$2" "$1"; }

for file in "$id.desktop" "$id.metainfo.xml" "$id.mime.xml" "$id.svg" waybill.1 waybill-desktop.1; do
    require "$file exists" [ -s "$file" ]
done
require 'AppStream id' has_line "$id.metainfo.xml" "<id>$id</id>"
require 'AppStream launchable' has_line "$id.metainfo.xml" "<launchable type=\"desktop-id\">$id.desktop</launchable>"
require 'desktop icon' has_line "$id.desktop" "Icon=$id"
require 'desktop program' has_line "$id.desktop" 'Exec=waybill-desktop %f'
mime=$(sed -n 's/.*<mime-type type="\([^"]*\)".*/\1/p' "$id.mime.xml")
require 'desktop MIME type' has_line "$id.desktop" "MimeType=$mime;"
require 'AppStream MIME type' has_line "$id.metainfo.xml" "<mediatype>$mime</mediatype>"
version=$(sed -n 's/^project(Waybill VERSION \([0-9.]*\).*/\1/p' ../../CMakeLists.txt)
require "release $version in AppStream" has_line "$id.metainfo.xml" "<release version=\"$version\""
require "version $version in waybill.1" has_line waybill.1 "\"Waybill $version\""
require "version $version in waybill-desktop.1" has_line waybill-desktop.1 "\"Waybill $version\""

if command -v desktop-file-validate >/dev/null; then
    require 'desktop-file-validate' desktop-file-validate "$id.desktop"
fi
if command -v appstreamcli >/dev/null; then
    require 'appstreamcli validate' appstreamcli validate --no-net "$id.metainfo.xml"
fi
if command -v man >/dev/null; then
    for page in waybill.1 waybill-desktop.1; do
        require "man $page" [ -z "$(LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)" ]
    done
fi
exit "$failed"
