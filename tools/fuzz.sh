#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh BUILD SECONDS [NAME...]: runs the fuzz targets one after the other at low priority and says what each did. New inputs
# are kept in BUILD/corpus/NAME; what breaks a target is kept in BUILD/findings and makes the script fail.
# Called by `./dev fuzz`, from the root.
set -euo pipefail
build=$1 seconds=$2
shift 2
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1:strict_string_checks=1:allocator_may_return_null=1}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
export QT_QPA_PLATFORM=offscreen WAYBILL_DATA_DIR=$PWD/$build/share/waybill

names=("$@")
if [[ ${#names[@]} -eq 0 ]]; then
    for program in "$build"/bin/fuzz_*; do names+=("${program##*/fuzz_}"); done
fi
mkdir -p "$build/findings"
failed=0
printf '%-16s %9s %12s %9s %9s  %s\n' target seconds executions peak/MB coverage outcome
for name in "${names[@]}"; do
    [[ -x $build/bin/fuzz_$name ]] || { printf 'fuzz: there is no target "%s"\n' "$name" >&2; exit 2; }
    log=$build/findings/$name.log
    options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$build/findings/$name-")
    [[ ! -f tests/fuzz/dictionaries/$name.dict ]] || options+=(-dict="tests/fuzz/dictionaries/$name.dict")
    mkdir -p "$build/corpus/$name"
    outcome='no finding' started=$SECONDS
    nice -n 19 "$build/bin/fuzz_$name" "${options[@]}" "$build/corpus/$name" "tests/fuzz/corpus/$name" >"$log" 2>&1 || {
        outcome="FINDING, see $log"
        failed=1
    }
    statistic() { sed -n "s/^stat::$1: *//p" "$log" | tail -n 1; }
    coverage=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1 | cut -d ' ' -f 2 || true)
    printf '%-16s %9d %12s %9s %9s  %s\n' "$name" "$((SECONDS - started))" "$(statistic number_of_executed_units)" \
        "$(statistic peak_rss_mb)" "${coverage:--}" "$outcome"
done
exit "$failed"
