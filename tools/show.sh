# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What `./dev run` and `./dev screenshots` show where nobody looks at a screen. Sourced by ./dev after display.sh.

# A self-signed key that lives as long as the build folder; never to be used for anything real.
make_throw_away_key() { # FOLDER
    [[ -f $1/test.p12 ]] && return
    (
        umask 077
        printf 'test\n' >"$1/password.txt"
        openssl req -x509 -newkey rsa:3072 -sha256 -days 30 -nodes -keyout "$1/key.pem" -out "$1/certificate.pem" \
            -subj '/CN=Waybill throw-away test key' -addext 'keyUsage=critical,digitalSignature,nonRepudiation' 2>/dev/null
        openssl pkcs12 -export -inkey "$1/key.pem" -in "$1/certificate.pem" -out "$1/test.p12.new" -passout "file:$1/password.txt"
        rm "$1/key.pem"
        mv "$1/test.p12.new" "$1/test.p12"
    )
}

show_without_display() { # IMAGE FOLDER
    local image=$1 folder=$2 bin=build/release/bin status=0
    mkdir -p "$folder"
    start_xvfb
    say 'Screenshot'
    "$bin/waybill-desktop" --screenshot "$folder/workbench.png" "$image"
    say 'Signed report'
    make_throw_away_key "$folder"
    "$bin/waybill" report "$image" --scenario on-prem --pdf "$folder/review.pdf" \
        --sign "$folder/test.p12" --password-file "$folder/password.txt"
    say 'Verdicts'
    "$bin/waybill" check "$image" --all-scenarios || status=$?
    # 1 (may not ship) and 4 (not all of it could be read) are answers, not failures of ours.
    [[ $status -eq 0 || $status -eq 1 || $status -eq 4 ]] || return "$status"
    printf '\nThere is no display, so nothing was opened. Look at:\n  %s\n  %s\n' \
        "$PWD/$folder/workbench.png" "$PWD/$folder/review.pdf"
}

show_all_windows() { # IMAGE FOLDER
    local look options=()
    has_display || start_xvfb
    for look in light dark zh_CN; do
        case $look in
            light) options=(--theme light) ;;
            dark) options=(--theme dark) ;;
            zh_CN) options=(--theme light --lang zh_CN) ;;
        esac
        say "$look"
        mkdir -p "$2/$look"
        build/release/bin/waybill-desktop --screenshot-tour "$2/$look" "${options[@]}" "$1"
    done
    printf '\nThe pictures are in:\n  %s\n' "$PWD/$2"
}
