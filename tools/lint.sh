#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything that can be wrong without a test noticing. Called by `./dev lint` with the build folder, from the root.
set -euo pipefail
build=$1
most_files=40 # that one run analyses; the rest waits for the change that touches them
failures=()

ours() { git ls-files --cached --others --exclude-standard --deduplicate -- "$@" | while read -r file; do [[ ! -f $file ]] || printf '%s\n' "$file"; done; }

check_format() {
    # Other versions of the tool disagree with each other about the same settings.
    if ! clang-format --version | grep -q 'version 14\.'; then
        printf 'skipped: the format is that of clang-format 14 (Debian 12)\n'
        return
    fi
    ours '*.cpp' '*.h' | xargs clang-format --dry-run -Werror
}

# What differs from the main branch, or what the last commit changed when we are on it.
changed_sources() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null || true)
    [[ -n $base && $base != "$(git rev-parse HEAD)" ]] || base=$(git rev-parse -q --verify 'HEAD~1' || git rev-parse HEAD)
    git diff --name-only --diff-filter=d "$base" -- '*.cpp'
}

check_tidy() {
    local files
    mapfile -t files < <(changed_sources | sed "${most_files}q")
    [[ ${#files[@]} -gt 0 ]] || return 0
    printf '%d changed files\n' "${#files[@]}"
    # clang cannot read the precompiled headers of g++, and does not know all of its warnings.
    mkdir -p "$build/tidy"
    sed -E 's/ -Winvalid-pch| -fpch-preprocess| -include [^ ]*cmake_pch\.hxx//g' "$build/compile_commands.json" \
        >"$build/tidy/compile_commands.json"
    # The headers are ours, not those that moc makes below the build folder.
    printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$build/tidy" \
        --header-filter="^$PWD/(core|ui|app|tests)/" --extra-arg=-Wno-unknown-warning-option 2>/dev/null
}

check_licences() { reuse lint --quiet || reuse lint; }

check_shell() { shellcheck -x dev .ci/run tools/*.sh tools/bench/*.sh tests/house/*.sh; }

# Collecting texts into a copy, as the target update_translations does, must find nothing without a translation.
check_translations() {
    local file copy lupdate options count status=0
    lupdate=$(sed -n 's/^WAYBILL_LUPDATE:FILEPATH=//p' "$build/CMakeCache.txt")
    copy=$(mktemp -d)
    for file in translations/*.ts; do
        options=(-silent -I . -no-obsolete -locations none core/report ui app)
        [[ $file != *_en.ts ]] || options+=(-pluralonly -target-language en)
        cp "$file" "$copy/"
        "$lupdate" "${options[@]}" -ts "$copy/${file##*/}"
        count=$(grep -c 'type="unfinished"' "$copy/${file##*/}" || true)
        if [[ $count -gt 0 ]]; then
            printf '%s: %d texts without a translation\n' "$file" "$count"
            grep -B 3 'type="unfinished"' "$copy/${file##*/}" | sed -n 's/.*<source>\(.*\)<\/source>.*/    \1/p' | head -n 20
            status=1
        fi
    done
    rm -r "$copy"
    return "$status"
}

check_policy() { ctest --test-dir "$build" -R '^tst_polic' --output-on-failure --no-tests=error </dev/null; }

for check in format tidy licences shell translations policy; do
    printf '\n== %s\n' "$check"
    ("check_$check") || failures+=("$check")
done

if [[ ${#failures[@]} -gt 0 ]]; then
    printf '\nlint: not clean: %s\n' "${failures[*]}"
    exit 1
fi
printf '\nlint: clean\n'
