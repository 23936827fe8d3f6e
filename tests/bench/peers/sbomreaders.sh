#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sbomreaders.sh WAYBILL IMAGE...: writes the bills of materials of each image and lets the programs of others read them, as far as
# they are installed: pyspdxtools (SPDX 2.3), the CycloneDX library for Python (strict), spdx-python-model (SPDX 3), syft
# (reads back and counts), grype (reads), ntia-checker (completeness). What is missing is named. Exit code 77: nothing is there.
set -euo pipefail
waybill=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
judges=0

have() {
    command -v "$1" > /dev/null && return 0
    printf 'not installed, so not asked: %s\n' "$1"
    return 1
}
have_module() {
    command -v python3 > /dev/null && python3 -c "import $1" 2> /dev/null && return 0
    printf 'not installed, so not asked: Python module %s\n' "$1"
    return 1
}
judge() { # NAME COMMAND...
    judges=$((judges + 1))
    if "${@:2}" > "$work/said" 2>&1; then
        printf 'ok    %s\n' "$1"
    else
        printf 'FAIL  %s\n' "$1"
        tail -n 20 "$work/said"
        failed=1
    fi
}

# shellcheck disable=SC2317  # called through judge
packages_of() { # KEY FILE: entries of a list, the image itself and loose files left out
    python3 - "$1" "$2" << 'EOF'
import json, sys
entries = json.load(open(sys.argv[2]))[sys.argv[1]]
print(len([e for e in entries if e.get("type") != "file" and e.get("SPDXID") != "SPDXRef-Image"]))
EOF
}
# shellcheck disable=SC2317  # called through judge
same_number() { # KEY FILE: syft keeps every package
    syft -q convert "$2" -o syft-json="$work/back.json"
    local written back
    written=$(packages_of "$1" "$2")
    back=$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["artifacts"]))' "$work/back.json")
    printf '%s written, %s read back\n' "$written" "$back"
    # The image itself may come back as one more.
    [ "$back" -ge "$written" ] && [ "$back" -le $((written + 1)) ]
}

for image in "$@"; do
    for format in spdx-json-2.3 spdx-json-3.0 cyclonedx-json-1.6; do
        "$waybill" sbom "$image" --quiet --format "$format" --author "Waybill tests <tests@example.org>" \
            --supplier "Waybill tests <tests@example.org>" --output "$work/$format.json"
    done
    spdx=$work/spdx-json-2.3.json.spdx.json
    mv "$work/spdx-json-2.3.json" "$spdx"
    cdx=$work/cyclonedx-json-1.6.json
    printf '%s\n' "$image"
    have pyspdxtools && judge 'SPDX 2.3: pyspdxtools' pyspdxtools -i "$spdx"
    have_module cyclonedx.validation.json && judge 'CycloneDX 1.6: strict validator' python3 -c '
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read())
sys.exit(str(fault) if fault else 0)' "$cdx"
    have_module spdx_python_model && judge 'SPDX 3.0: model, every link resolved' python3 -c '
import sys
from spdx_python_model import v3_0_1 as model
objects = model.SHACLObjectSet()
with open(sys.argv[1], "rb") as file:
    model.JSONLDDeserializer().read(file, objects)
missing = objects.link()
sys.exit(str(sorted(missing)[:5]) if missing else 0)' "$work/spdx-json-3.0.json"
    have syft && judge 'syft reads SPDX 2.3 back' same_number packages "$spdx"
    command -v syft > /dev/null && judge 'syft reads CycloneDX back' same_number components "$cdx"
    have grype && grype -q db status > /dev/null 2>&1 && judge 'grype reads CycloneDX' env GRYPE_DB_AUTO_UPDATE=false GRYPE_DB_VALIDATE_AGE=false grype -q "sbom:$cdx"
    have ntia-checker && judge 'NTIA minimum elements' ntia-checker -q -k "$spdx"
done
[ "$judges" -gt 0 ] || exit 77
exit "$failed"
