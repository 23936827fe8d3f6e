# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A display of our own where there is none. Sourced by ./dev.

has_display() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

xvfb_pid=''
stop_xvfb() {
    [[ -z $xvfb_pid ]] || kill "$xvfb_pid" 2>/dev/null || true
    xvfb_pid=''
}

start_xvfb() {
    local number numbers
    numbers=$(mktemp)
    # The server picks a free display and writes its number to descriptor 3.
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$numbers" >/dev/null 2>&1 </dev/null &
    xvfb_pid=$!
    trap stop_xvfb EXIT
    for _ in {1..100}; do
        number=$(<"$numbers")
        [[ -n $number ]] && break
        kill -0 "$xvfb_pid" 2>/dev/null || break
        sleep 0.1
    done
    rm -f "$numbers"
    if [[ -z $number ]]; then
        printf 'dev: the virtual display did not start (package xvfb).\n' >&2
        return 1
    fi
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
}
