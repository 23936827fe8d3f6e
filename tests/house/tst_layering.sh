#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_layering.sh QT-HEADERS: proves that layering.sh finds each kind of breach, and nothing in a clean house.
set -euo pipefail
qt_headers=$1
script=$(dirname "$(readlink -f "$0")")/layering.sh
root=$(mktemp -d)
trap 'rm -r "$root"' EXIT
failed=0

write() { # FILE LINE...
    mkdir -p "$root/$(dirname "$1")"
    # The tag is taken apart so that nobody reads it as that of this file.
    printf '%s\n' "// SPDX-License""-Identifier: MIT" '#pragma once' "${@:2}" >"$root/$1"
}

expect() { # NAME EXPECTED-OUTPUT
    local found
    found=$(bash "$script" "$root" "$qt_headers" || true)
    if [[ $found != "$2" ]]; then
        printf 'FAIL: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$found"
        failed=1
    fi
    rm -rf "${root:?}"/*
}

write core/tree/a.h '#include "core/archive/entry.h"' '#include <QString>' '#include <QStringList>' '#include <QDateTime>'
write core/report/b.h '#include "core/tree/a.h"' '#include <QPainter>' '    return tr("text");'
write ui/c.h '#include "core/report/b.h"' '#include <QWidget>'
expect 'a clean house' ''

write core/tree/a.h '#include "core/policy/policy.h"'
expect 'an arrow upwards' 'core/tree/a.h:3: core/tree includes core/policy, which comes after it'
write core/policy/a.h '#include <QTreeView>'
expect 'a widget in core' 'core/policy/a.h:3: core includes the widget header QTreeView'
write core/report/a.h '#include <QtWidgets/QLabel>'
expect 'a widget in the report' 'core/report/a.h:3: core includes the widget header QtWidgets/QLabel'
write core/policy/a.h '#include <QColor>'
expect 'a colour in core' 'core/policy/a.h:3: core outside report includes the Gui header QColor'
write core/base/a.h '#include "ui/theme/palette.h"'
expect 'core includes ui' 'core/base/a.h:3: core includes ui/theme/palette.h'
write ui/a.h '#include "app/desktop/main.h"'
expect 'ui includes app' 'ui/a.h:3: ui includes app/desktop/main.h'

write core/other/a.h '#include "core/other/b.h"'
expect 'an unknown folder' 'core/other/a.h:3: core/other is not in the order of the house'
write core/base/a.h '    return tr("text");'
expect 'a text in core' 'core/base/a.h:3: core outside report has no tr()'
mapfile -t many < <(seq -f '// %g' 250)
write core/base/a.h "${many[@]}"
expect 'a long header' 'core/base/a.h: 252 lines, more than 200'
mkdir -p "$root/ui"
printf '#pragma once\n' >"$root/ui/a.h"
expect 'no licence' 'ui/a.h: has no SPDX header'
exit "$failed"
