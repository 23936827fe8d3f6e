#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plurals.sh ROOT: no counted text is translated by nothing. Qt's tools call an empty form finished, and nothing is shown for it.
set -euo pipefail
failed=0
for file in "$1"/translations/*.ts; do
    if grep -Pzoq '<translation>\s*<numerusform>\s*</numerusform>' "$file"; then
        printf 'FAIL: %s has an empty plural form\n' "${file##*/}"
        failed=1
    fi
done
exit "$failed"
