# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Installs what packages.txt asks for. Sourced by ./dev.

debian_release() {
    local VERSION_ID=''
    # shellcheck source=/dev/null
    [[ -r /etc/os-release ]] && source /etc/os-release
    # Testing and unstable name no number: they are newer than the newest that we know.
    printf '%s\n' "${VERSION_ID:-13}"
}

wanted_packages() { # LIST
    local release line first second
    release=$(debian_release)
    while read -r line; do
        read -r first second <<<"${line%%#*}"
        case $first in
            '') continue ;;
            '[!'*']') ! command -v "${first:2:-1}" >/dev/null || continue ;;
            '['*']') [[ $first == "[$release]" ]] || continue ;;
            *) second=$first ;;
        esac
        printf '%s\n' "$second"
    done <"$1"
}

missing_packages() { # LIST
    local wanted
    mapfile -t wanted < <(wanted_packages "$1")
    # dpkg-query fails when it does not know a package; that package is then simply not in its answer.
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii \?//p' | sort -u)
}

install_packages() { # LIST
    local missing as_root=()
    if ! command -v dpkg-query >/dev/null; then
        printf 'dev: this is not Debian; install what packages.txt names by hand.\n' >&2
        return
    fi
    mapfile -t missing < <(missing_packages "$1")
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            printf 'dev: these packages are missing, and there is no sudo to install them. As root:\n  apt-get install %s\n' \
                "${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    printf 'dev: installing %s\n' "${missing[*]}" >&2
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null >&2
}
