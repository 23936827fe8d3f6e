#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cisnippets.sh WAYBILL IMAGE.tar CI.md: runs the commands of the snippets in docs/ci.md as they stand there, on an image that must
# not be shipped. What a CI service itself does (checkout, building, uploading) is left out.
set -euo pipefail
waybill=$(realpath -- "$1") image=$(realpath -- "$2") document=$(realpath -- "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$waybill" "$work/bin/waybill"
export PATH=$work/bin:$PATH GITHUB_STEP_SUMMARY=$work/summary.md
cd "$work"
mkdir .waybill
printf '# nothing answered yet\n' >.waybill/answers
printf 'version: 1\ndecisions: []\n' >.waybill/decisions.yaml

complain() {
    printf '%s\n' "$*" >&2
    exit 1
}

# The block behind "run: |" of the step with this name, without its indentation.
step() {
    awk -v name="$1" '
        index($0, "- name: " name) { inside = 1; next }
        inside && /^ *run: \|$/ { match($0, /^ */); depth = RLENGTH + 2; block = 1; next }
        block { match($0, /^ */); if (RLENGTH < depth) exit; print substr($0, depth + 1) }' "$document"
}

# The entry of the GitLab job that calls us; further lines of an entry are deeper than its dash.
job() {
    awk '/^    - waybill check/ { sub(/^    - /, ""); line = $0; next }
         line != "" && /^      [^ ]/ { sub(/^ */, " "); line = line $0; next }
         line != "" { print line; exit }' "$document"
}

script=$(step 'May we ship it?')
[[ $script == *'--format sarif'* ]] || complain 'the step of GitHub Actions was not found'
cp "$image" app.tar
code=0
bash -euo pipefail -c "$script" || code=$?
[[ $code -eq 1 ]] || complain "GitHub Actions: exit code $code, 1 expected"
grep -q '"version": *"2.1.0"' waybill.sarif || complain 'no SARIF was written'
grep -q '^#' "$GITHUB_STEP_SUMMARY" || complain 'no job summary was written'

script=$(job)
[[ $script == *'--format junit'* ]] || complain 'the job of GitLab was not found'
cp app.tar image
code=0
bash -euo pipefail -c "$script" || code=$?
[[ $code -eq 1 ]] || complain "GitLab: exit code $code, 1 expected"
grep -q '<failure' waybill.xml || complain 'the JUnit file names no failure'
