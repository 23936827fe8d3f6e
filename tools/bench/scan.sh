#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev bench scan LAYOUT [RUNS]: speed of reading a gzip layer, in MB of unpacked tar a second, beside the usual tools on the same
# layer in the same run; then a whole scan with its peak memory. LAYOUT is an OCI layout folder. Medians of RUNS (3) rounds, in
# which the commands take turns, so that a busy moment meets all of them.
set -euo pipefail
build=$1 image=$2 runs=${3:-3}
[[ -d $image/blobs/sha256 ]] || { printf 'An OCI layout folder is needed, not %s\n' "$image" >&2; exit 2; }

largest_gzip_layer() {
    find "$image/blobs/sha256" -type f -printf '%s %p\n' | sort -rn | while read -r _ file; do
        if [[ $(od -An -tx1 -N2 "$file" | tr -d ' ') == 1f8b ]]; then
            printf '%s\n' "$file"
            break
        fi
    done
}

layer=$(largest_gzip_layer)
[[ -n $layer ]] || { printf 'There is no gzip layer in %s\n' "$image" >&2; exit 2; }
read -r unpacked _ < <("$build/bin/bench_layer" 1 "$layer") # also brings the file into memory
printf 'layer %s: %d MB stored, %d MB of tar; load %s\n\n' "${layer##*/}" "$(($(stat -c %s "$layer") / 1000000))" \
    "$((unpacked / 1000000))" "$(cut -d ' ' -f 1 /proc/loadavg)"

seconds_of() { # COMMAND...
    local from=$EPOCHREALTIME to
    "$@" >/dev/null
    to=$EPOCHREALTIME
    awk -v a="$from" -v b="$to" 'BEGIN { printf "%.3f\n", b - a }'
}
hashed() { igzip -dc "$layer" | sha256sum; }
one() { "$build/bin/bench_layer" 1 "$layer" | cut -d ' ' -f 2; }
two() { "$build/bin/bench_layer" 2 "$layer" | cut -d ' ' -f 2; }

names=('igzip -dc' 'gzip -dc' 'tar -tzf' 'igzip -dc | sha256sum' 'waybill, one layer' 'waybill, two at once')
rounds=$(mktemp -d)
trap 'rm -r "$rounds"' EXIT
for ((run = 0; run < runs; ++run)); do
    seconds_of igzip -dc "$layer" >>"$rounds/0"
    seconds_of gzip -dc "$layer" >>"$rounds/1"
    seconds_of tar -tzf "$layer" >>"$rounds/2"
    seconds_of hashed >>"$rounds/3"
    one >>"$rounds/4"
    two >>"$rounds/5"
done

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
yardstick=$(median "$rounds/0")
printf '%-24s %8s %8s %10s\n' '' seconds MB/s 'to igzip'
for i in "${!names[@]}"; do
    copies=1
    [[ $i -ne 5 ]] || copies=2
    awk -v name="${names[i]}" -v s="$(median "$rounds/$i")" -v bytes="$((unpacked * copies))" -v mine="$unpacked" -v y="$yardstick" \
        'BEGIN { printf "%-24s %8.3f %8.0f %10.2f\n", name, s, bytes / s / 1e6, (bytes / s) / (mine / y) }'
done

printf '\nwaybill inspect of the whole image: '
command time -f '%e s, peak memory %M kB' "$build/bin/waybill" inspect --quiet "$image" >/dev/null
