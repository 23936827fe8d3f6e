#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# layering.sh ROOT QT-HEADERS: prints every breach of the order of the house, one per line, and fails when there is one.
set -euo pipefail
cd "$1"
qt_headers=$2
[[ -f $qt_headers/QtWidgets/QWidget ]] || { printf 'layering: no Qt headers in %s\n' "$qt_headers"; exit 2; }

# A folder of core may include those before it, never those behind it.
core_order='base archive image tree licence component trust inventory policy remedy review sbom report'
longest_source=600
longest_header=200

# Names of all headers of some Qt modules.
headers_of() {
    local module
    for module in "$@"; do
        [[ ! -d $qt_headers/$module ]] || find "$qt_headers/$module" -maxdepth 1 ! -type d -printf '%f\n'
    done
}

# Files below those of the named folders that exist, chosen by the find expression after "--".
found_in() {
    local folders=()
    while [[ $1 != -- ]]; do
        [[ ! -d $1 ]] || folders+=("$1")
        shift
    done
    find "${folders[@]}" -type f \( "${@:2}" \) | sort
}

sources() { found_in core ui app tests resources -- -name '*.cpp' -o -name '*.h'; }

# One pass over all files; prints "FILE:LINE: what is wrong".
breaches_of_arrows() {
    # shellcheck disable=SC2046  # our file names have no blanks
    awk -v order="$core_order" -v widgets="$(headers_of QtWidgets QtCharts QtSvg QtPdfWidgets)" -v guis="$(headers_of QtGui QtPdf)" '
        BEGIN {
            count = split(order, folders, " ")
            for (i = 1; i <= count; ++i)
                rank[folders[i]] = i
            read_names(widgets, "widget")
            read_names(guis, "gui")
        }
        function read_names(list, module,    names, i) {
            for (i = split(list, names, "\n"); i > 0; --i)
                belongs[names[i]] = module
        }
        function breach(what) { printf "%s:%d: %s\n", FILENAME, FNR, what }
        FNR == 1 { parts = split(FILENAME, part, "/"); top = part[1]; folder = parts > 2 ? part[2] : "" }
        /^[ \t]*#[ \t]*include[ \t]*[<"]/ {
            name = $0
            sub(/^[^<"]*[<"]/, "", name)
            sub(/[>"].*/, "", name)
            leaf = name
            sub(/^.*\//, "", leaf)
            if (top == "core") {
                if (name ~ /^(ui|app|tests)\//)
                    breach("core includes " name)
                if (name ~ /^Qt(Widgets|Charts|Svg|PdfWidgets)/ || belongs[leaf] == "widget")
                    breach("core includes the widget header " name)
                if (folder != "report" && (name ~ /^Qt(Gui|Pdf)/ || belongs[leaf] == "gui"))
                    breach("core outside report includes the Gui header " name)
                if (name ~ /^core\//) {
                    split(name, other, "/")
                    if (!(other[2] in rank))
                        breach("core/" other[2] " is not in the order of the house")
                    else if (rank[other[2]] > rank[folder])
                        breach("core/" folder " includes core/" other[2] ", which comes after it")
                }
            }
            if (top == "ui" && name ~ /^(app|tests)\//)
                breach("ui includes " name)
            if (top == "app" && name ~ /^tests\//)
                breach("app includes " name)
            if (name ~ /^\.\.?\//)
                breach("include by its path from the root, not " name)
        }
        top == "core" && folder != "report" && /(^|[^A-Za-z_.>:])tr\(/ { breach("core outside report has no tr()") }
    ' $(sources)
}

breaches_of_length() {
    local file lines
    while read -r lines file; do
        case $file in
            *.cpp) [[ $lines -le $longest_source ]] || printf '%s: %d lines, more than %d\n' "$file" "$lines" "$longest_source" ;;
            *.h) [[ $lines -le $longest_header ]] || printf '%s: %d lines, more than %d\n' "$file" "$lines" "$longest_header" ;;
        esac
    done < <(sources | xargs -r wc -l)
}

# Data files without room for a comment are named in REUSE.toml and checked by `reuse lint`.
breaches_of_headers() {
    { sources; found_in core ui app tests cmake resources translations tools -- -name CMakeLists.txt -o -name '*.cmake' \
        -o -name '*.sh' -o -name '*.yaml' -o -name '*.svg'; } \
        | xargs -r grep -L 'SPDX-License-Identifier' | sed 's/$/: has no SPDX header/'
    sources | grep '\.h$' | xargs -r grep -L '^#pragma once' | sed 's/$/: has no #pragma once/' || true
}

breaches=$(breaches_of_arrows; breaches_of_length; breaches_of_headers)
if [[ -n $breaches ]]; then
    printf '%s\n' "$breaches"
    exit 1
fi
