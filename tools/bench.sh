#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One benchmark by its name: a script in tools/bench/, or a program of tests/bench/. Called by `./dev bench` with the build
# folder and the words of the call, from the root.
set -euo pipefail
build=$1
shift

if [[ $# -eq 0 ]]; then
    printf 'There are:\n'
    { ls tools/bench "$build"/bin/bench_* 2>/dev/null || true; } | sed -nE 's/^(.*\/bench_)?([a-z-]+)(\.sh)?$/  \2/p' | sort -u
    exit 0
fi
name=$1
shift
if [[ -f tools/bench/$name.sh ]]; then
    exec "tools/bench/$name.sh" "$build" "$@"
elif [[ -x $build/bin/bench_$name ]]; then
    QT_QPA_PLATFORM=offscreen exec "$build/bin/bench_$name" "$@"
fi
printf 'There is no benchmark "%s".\n' "$name" >&2
exit 2
