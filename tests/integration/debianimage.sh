#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# debianimage.sh FOLDER: a real Debian image of three layers in FOLDER, once: oci (gzip), docker.tar, oci.tar, oci-zstd, and
# judges/, what other programs say of it. Exit code 77: a tool or a right is missing. Needs root.
# With WAYBILL_DEBIAN_IMAGE=DIR the products of that name in DIR are judged instead of an image made here.
set -euo pipefail
folder=$1
[[ $(id -u) -eq 0 ]] || { printf 'root is needed\n' >&2; exit 77; }
for tool in mmdebstrap umoci skopeo tar unshare; do
    command -v "$tool" >/dev/null || { printf '%s is missing\n' "$tool" >&2; exit 77; }
done
# A container without the right to mount, or a plain chroot, cannot have a private one.
unshare --mount --propagation private true 2>/dev/null || exit 77
mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
[[ ! -e $folder/complete ]] || exit 0
find "$folder" -mindepth 1 -maxdepth 1 ! -name .lock ! -name root.tar -exec rm -rf {} +

judge() {
    local name number=0 digest
    mkdir "$folder/judges"
    for name in oci oci-zstd; do
        skopeo inspect "oci:$folder/$name:latest" >"$folder/judges/$name.inspect.json"
    done
    skopeo inspect "docker-archive:$folder/docker.tar" >"$folder/judges/docker.tar.inspect.json"
    skopeo inspect "oci-archive:$folder/oci.tar:latest" >"$folder/judges/oci.tar.inspect.json"
    skopeo inspect --config --raw "oci:$folder/oci:latest" >"$folder/judges/config.json"
    umoci stat --image "$folder/oci:latest" --json >"$folder/judges/umoci.json"
    # GNU tar on the gzip layers; exit code 2 only says that umoci's last layer has no end blocks.
    while read -r digest; do
        LC_ALL=C tar --list --verbose --verbose --numeric-owner --quoting-style=escape --full-time --utc \
            -zf "$folder/oci/blobs/sha256/${digest#sha256:}" >"$folder/judges/layer$number.list" 2>"$work/complaints" \
            || grep -q 'Unexpected EOF' "$work/complaints"
        number=$((number + 1))
    done < <(sed -n 's/^ *"\(sha256:[0-9a-f]*\)",\{0,1\}$/\1/p' "$folder/judges/oci.inspect.json")
    touch "$folder/complete"
}

if [[ -n ${WAYBILL_DEBIAN_IMAGE:-} ]]; then
    work=$(mktemp -d "$folder/work.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    for name in oci oci-zstd oci.tar docker.tar; do
        ln -s "$(realpath -e -- "$WAYBILL_DEBIAN_IMAGE/$name")" "$folder/$name"
    done
    judge
    exit 0
fi

suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
if [[ ! -e $folder/root.tar ]]; then
    SOURCE_DATE_EPOCH=1700000000 mmdebstrap --quiet --variant=essential --mode=root --format=tar --skip=output/dev "$suite" \
        "$folder/root.tmp" >&2
    mv "$folder/root.tmp" "$folder/root.tar"
fi

work=$(mktemp -d "$folder/work.XXXXXX")
trap 'rm -rf "$work"' EXIT

# skopeo remembers blobs of equal content and then does not compress again; a private memory forgets that.
mkdir -p /var/lib/containers
copy() {
    unshare --mount --propagation private bash -euc \
        'mount -t tmpfs tmpfs /var/lib/containers; exec timeout 900 skopeo --insecure-policy copy -q "$@"' skopeo "$@" >&2
}

layout=$folder/oci
umoci init --layout "$layout"
umoci new --image "$layout:latest"
umoci raw add-layer --image "$layout:latest" "$folder/root.tar"
umoci config --image "$layout:latest" --architecture amd64 --os linux --config.cmd /bin/sh --created 2023-11-14T22:13:20Z
mkdir -p "$work/opt/tool" "$work/opt/tool/sub folder"
printf 'one' >"$work/opt/tool/a"
ln "$work/opt/tool/a" "$work/opt/tool/hard"
ln -s ../../etc/passwd "$work/opt/tool/soft"
chmod 4750 "$work/opt/tool/a"
chown 1234:5678 "$work/opt/tool/a"
mkfifo "$work/opt/tool/pipe"
printf 'two' >"$work/opt/tool/sub folder/$(printf 'caf\351')"
printf 'three' >"$work/opt/tool/$(printf 'n%.0s' {1..180})"
tar --numeric-owner --format=gnu -C "$work" -cf "$work/layer.tar" opt
umoci raw add-layer --image "$layout:latest" "$work/layer.tar"
umoci insert --image "$layout:latest" --whiteout /etc/motd
umoci gc --layout "$layout" >/dev/null

copy "oci:$layout:latest" "docker-archive:$folder/docker.tar:example.org/debian:test"
copy "oci:$layout:latest" "oci-archive:$folder/oci.tar:latest"
copy --dest-decompress "oci:$layout:latest" "dir:$work/plain"
copy --dest-compress-format zstd "dir:$work/plain" "oci:$folder/oci-zstd:latest"

judge
