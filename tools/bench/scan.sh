#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev bench scan IMAGE: a whole scan against unpacking and hashing the same layers with the usual tools.
set -euo pipefail
build=$1 image=$2

unpacked() { # FILE
    case $(od -An -tx1 -N4 "$1" | tr -d ' ') in
        1f8b*) igzip -dc "$1" ;;
        28b52ffd) zstd -dcq "$1" ;;
        *) cat "$1" ;;
    esac
}

yardstick() {
    local blob
    if [[ -d $image ]]; then
        # Small blobs are manifests and configurations.
        find "$image/blobs/sha256" -type f -size +8k | while read -r blob; do unpacked "$blob" | sha256sum; done
    else
        unpacked "$image" | sha256sum
    fi
}

yardstick >/dev/null # once, so that both read from memory
printf '\n== igzip -dc | sha256sum over the layers, one after the other\n'
TIMEFORMAT='%R s'
time yardstick >/dev/null
printf '\n== waybill inspect\n'
command time -f '%e s, peak memory %M kB' "$build/bin/waybill" inspect --quiet "$image" >/dev/null
