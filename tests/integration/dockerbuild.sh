#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dockerbuild.sh prepare FOLDER ROOT.tar: FOLDER/oci, a Debian image with packages and wheels that must not be shipped.
# dockerbuild.sh build FOLDER DOCKERFILE: builds it from FOLDER/oci without network to FOLDER/built.
# Exit code 77: a tool or a right is missing. Needs root.
set -euo pipefail
verb=$1 folder=$2 input=$3
[[ $(id -u) -eq 0 ]] || { printf 'root is needed\n' >&2; exit 77; }
for tool in buildah umoci dpkg-deb unshare; do
    command -v "$tool" >/dev/null || { printf '%s is missing\n' "$tool" >&2; exit 77; }
done
unshare --mount --propagation private true 2>/dev/null || exit 77

# Name, further control fields, files.
package() {
    local name=$1 fields=$2 path
    shift 2
    local root=$work/deb/$name
    mkdir -p "$root/DEBIAN" "$root/usr/share/doc/$name"
    printf 'Package: %s\nVersion: 11.8.89-1\nArchitecture: all\nMaintainer: N. N. <nobody@example.org>\n%bDescription: test\n' \
        "$name" "$fields" >"$root/DEBIAN/control"
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: A\nLicense: %s\n' \
        GPL-3+ >"$root/usr/share/doc/$name/copyright"
    for path in "$@"; do
        mkdir -p "$root/$(dirname "$path")"
        printf '\177ELF of %s' "$path" >"$root/$path"
    done
    dpkg-deb --root-owner-group --build "$root" "$work/$name.deb" >/dev/null
}

prepare() {
    local layout=$folder/oci bundle=$work/bundle site
    umoci init --layout "$layout"
    umoci new --image "$layout:latest"
    umoci raw add-layer --image "$layout:latest" "$input"
    umoci config --image "$layout:latest" --architecture amd64 --os linux --created 2023-11-14T22:13:20Z

    package nvidia-profiler 'Section: non-free/devel\n' usr/bin/nvprof
    package nvidia-cuda-toolkit 'Section: non-free/devel\nDepends: nvidia-profiler\n' usr/bin/ptxas usr/bin/nvdisasm
    package cuda-meta 'Section: non-free/devel\nDepends: nvidia-cuda-toolkit\n'
    umoci unpack --image "$layout:latest" "$bundle" 2>/dev/null
    dpkg --root="$bundle/rootfs" --install "$work"/*.deb >/dev/null
    umoci repack --image "$layout:latest" --history.created_by 'RUN apt-get install cuda-meta' "$bundle"
    rm -rf "$bundle"

    umoci unpack --image "$layout:latest" "$bundle" 2>/dev/null
    site=$bundle/rootfs/opt/lib/python3/site-packages
    mkdir -p "$site/triton/backends/nvidia/bin" "$site/triton-3.3.0.dist-info" "$bundle/rootfs/opt/it's a \"tool\" of \$HOME"
    printf 'x = 1\n' >"$site/triton/__init__.py"
    printf '\177ELF assembler' >"$site/triton/backends/nvidia/bin/ptxas"
    printf 'Metadata-Version: 2.1\nName: triton\nVersion: 3.3.0\nClassifier: License :: OSI Approved :: MIT License\n\n' \
        >"$site/triton-3.3.0.dist-info/METADATA"
    printf '%s,,\n' triton/__init__.py triton/backends/nvidia/bin/ptxas triton-3.3.0.dist-info/METADATA \
        triton-3.3.0.dist-info/RECORD >"$site/triton-3.3.0.dist-info/RECORD"
    printf '\177ELF dumper' >"$bundle/rootfs/opt/it's a \"tool\" of \$HOME/cuobjdump"
    printf 'stays' >"$bundle/rootfs/opt/it's a \"tool\" of \$HOME/notes.txt"
    chown 1234:5678 "$bundle/rootfs/opt/it's a \"tool\" of \$HOME/notes.txt"
    chmod 2751 "$bundle/rootfs/opt/it's a \"tool\" of \$HOME/notes.txt"
    ln -s notes.txt "$bundle/rootfs/opt/it's a \"tool\" of \$HOME/link"
    umoci repack --image "$layout:latest" --history.created_by 'RUN pip install triton' "$bundle"

    # What is hard to say in a Dockerfile: dollars stand for themselves.
    # shellcheck disable=SC2016
    umoci config --image "$layout:latest" \
        --config.env 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' --config.env 'GREETING=it is "$HOME" \ here' --config.env 'EMPTY=' \
        --config.label 'org.example.note=a "quoted" $label' --config.exposedports 8080/tcp --config.volume '/data one' \
        --config.workingdir '/opt' --config.user 1234:5678 --config.entrypoint /bin/sh --config.entrypoint -c \
        --config.cmd 'echo "$0" \ done' --config.stopsignal SIGINT
    umoci gc --layout "$layout" >/dev/null
}

# A store of its own: nothing of this machine's images is seen or changed.
build() {
    local store=(--root "$work/store" --runroot "$work/run" --storage-driver vfs)
    printf '{"default": [{"type": "insecureAcceptAnything"}]}' >"$work/policy.json"
    mkdir "$work/context"
    # The builder makes a lower-case name of the path, so it gets a short one.
    cd "$folder"
    timeout 600 unshare --net buildah "${store[@]}" build-using-dockerfile --quiet --isolation chroot --pull-never \
        --signature-policy "$work/policy.json" --build-arg "IMAGE=oci:oci:latest" --file "$input" --tag built \
        "$work/context" >&2
    rm -rf "$folder/built"
    timeout 600 buildah "${store[@]}" push --quiet --signature-policy "$work/policy.json" built "oci:$folder/built:latest" >&2
    umoci unpack --image "$folder/built:latest" "$work/bundle" 2>/dev/null
    stat --format=%u:%g "$work/bundle/rootfs/opt/it's a \"tool\" of \$HOME/notes.txt" >"$folder/owner"
}

work=$(mktemp -d "$folder/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
"$verb"
