#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tst_packages.sh ROOT: the package list is read as its first lines say, and every package states its purpose.
set -euo pipefail
# shellcheck source=tools/packages.sh
source "$1/tools/packages.sh"
list=$(mktemp)
trap 'rm "$list"' EXIT
failed=0

expect() { # NAME EXPECTED FOUND
    [[ $2 == "$3" ]] || { printf 'FAIL: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3"; failed=1; }
}

printf '%s\n' '# comment' '' 'always # purpose' '[12] old # purpose' '[13] new # purpose' '[!bash] never # purpose' \
    '[!no-such-command] instead # purpose' >"$list"
# shellcheck disable=SC2317  # called by wanted_packages
debian_release() { echo 12; }
expect 'Debian 12' 'always old instead' "$(wanted_packages "$list" | paste -sd ' ')"
# shellcheck disable=SC2317
debian_release() { echo 13; }
expect 'Debian 13' 'always new instead' "$(wanted_packages "$list" | paste -sd ' ')"
printf '%s\n' 'bash # there on every Debian' 'no-such-package # never' >"$list"
if command -v dpkg-query >/dev/null; then
    expect 'missing ones' 'no-such-package' "$(missing_packages "$list" | paste -sd ' ')"
fi
expect 'purposes' '' "$(grep -vE '^#|^$|^(\[!?[a-z0-9]+\] )?[a-z0-9.+-]+ +# .+' "$1/packages.txt" || true)"
exit "$failed"
