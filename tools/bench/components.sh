#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waybill authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ./dev bench components ROOT...: the packages that Waybill finds in unpacked root file systems (umoci unpack, debootstrap, ...)
# beside those that the package managers themselves list there, as sets of name and version. A tool that is not installed, or has
# nothing to say about a root, is left out and said so. With `syft` in the path its list is compared as well; what only one of the
# two names is shown and counts as no failure, because the two cut the world differently. Ends with 1 when a set differs.
set -euo pipefail
build=$1
shift
[[ $# -gt 0 ]] || { printf 'A root file system is needed: ./dev bench components ROOT...\n' >&2; exit 2; }
status=0
for root in "$@"; do
    [[ -d $root ]] || { printf 'There is no folder %s\n' "$root" >&2; exit 2; }
    found=$(mktemp)
    "$build/bin/waybill" inspect "$root" --components --format json --quiet >"$found" || [[ $? -eq 4 ]]
    python3 - "$root" "$found" <<'PYTHON' || status=1
import json, os, re, shutil, subprocess, sys
from collections import defaultdict

root, report = sys.argv[1:]
print('==', root)
ours, bundled = defaultdict(set), defaultdict(set)
for part in json.load(open(report, encoding='utf-8'))['components']:
    if part.get('removedIn') is None and part.get('hiddenBy') is None:
        (bundled if part.get('vendored') else ours)[part['kind']].add((part['name'], part['version']))


def run(*words, folder=None):
    env = dict(os.environ, LC_ALL='C.UTF-8', npm_config_offline='true', npm_config_update_notifier='false')
    done = subprocess.run(words, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode('utf-8', 'replace')


def pairs(text, separator=' '):
    return {tuple(line.split(separator, 1)) for line in text.splitlines() if separator in line}


def folders(fits):
    for path, names, files in os.walk(root):
        if fits(path, names, files):
            yield path
        names[:] = [name for name in names if not os.path.islink(os.path.join(path, name))]


def dpkg():
    base = os.path.join(root, 'var/lib/dpkg')
    if os.path.isfile(os.path.join(base, 'status')):
        lines = run('dpkg-query', '--admindir=' + base, '-W', '-f', '${db:Status-Status} ${Package} ${Version}\n')
        return pairs('\n'.join(line.split(' ', 1)[1] for line in lines.splitlines() if not line.startswith(('not-', 'config-'))))


def rpm():
    for place in ('usr/lib/sysimage/rpm', 'var/lib/rpm'):
        base = os.path.realpath(os.path.join(root, place))
        if any(os.path.isfile(os.path.join(base, name)) for name in ('rpmdb.sqlite', 'Packages', 'Packages.db')):
            listed = pairs(run('rpm', '--dbpath', base, '-qa', '--qf', '%{NAME} %{VERSION}-%{RELEASE}\n'))
            return {pair for pair in listed if pair[0] != 'gpg-pubkey'}


def apk():
    if os.path.isfile(os.path.join(root, 'lib/apk/db/installed')):
        lines = run('apk', '--root', root, '--no-network', 'list', '--installed').splitlines()
        return {tuple(re.match(r'(.+)-([^-]+-r\d+) ', line).groups()) for line in lines if re.match(r'.+-[^-]+-r\d+ ', line)}


def pip():
    def holds(path, names, files):
        return '_vendor' not in path and any(n.endswith(('.dist-info', '.egg-info')) for n in names + files)
    listed = set()
    for path in folders(holds):
        listed |= pairs(run(sys.executable, '-m', 'pip', 'list', '--format=freeze', '--disable-pip-version-check', '--path', path)
                        .replace('==', ' '))
    return listed or None


def npm():
    listed, seen = set(), False

    def collect(node):
        for name, child in node.get('dependencies', {}).items():
            if child.get('version'):
                listed.add((child.get('name', name), child['version']))
            collect(child)
    for path in folders(lambda path, names, files: 'node_modules' in names and 'package-lock.json' in files and 'node_modules' not in path):
        seen = True
        collect(json.loads(run('npm', 'ls', '--all', '--json', folder=path) or '{}'))
    return listed if seen else None


def go():
    listed, module = set(), None
    for line in run('go', 'version', '-m', root).splitlines():
        fields = line.split('\t')
        if ': go' in fields[0]:
            listed.add(('stdlib', fields[0].rsplit(': go', 1)[1].split(' ')[0]))
        elif len(fields) > 3 and fields[1] in ('mod', 'dep'):
            module = (fields[2], fields[3])
            listed.add(module)
        elif len(fields) > 3 and fields[1] == '=>':
            listed.discard(module)
            listed.add((fields[2], fields[3]))
    return {pair for pair in listed if pair[1]} or None


def show(title, names):
    if names:
        print('  %s %d: %s' % (title, len(names), ', '.join('%s %s' % pair for pair in sorted(names)[:40])))


different = False
for kind, tool, ask in (('deb', 'dpkg-query', dpkg), ('rpm', 'rpm', rpm), ('apk', 'apk', apk), ('pypi', 'python3', pip), ('npm', 'npm', npm),
                        ('golang', 'go', go)):
    if not shutil.which(tool):
        print('%-8s skipped: there is no %s here' % (kind, tool))
        continue
    listed = ask()
    if listed is None:
        continue
    mine = ours[kind] if kind != 'golang' else ours[kind] | bundled[kind]
    print('%-8s %s lists %d, Waybill %d%s: %s' % (kind, ask.__name__, len(listed), len(mine),
                                                  ' and %d bundled copies' % len(bundled[kind]) if bundled[kind] and kind != 'golang' else '',
                                                  'equal' if listed == mine else 'DIFFERENT'))
    show('only in the list', listed - mine)
    show('only in Waybill', mine - listed)
    different = different or listed != mine

if shutil.which('syft'):
    def plain(pair):
        return re.sub(r'[-_.]+', '-', pair[0].lower().rsplit('/', 1)[-1]), re.sub(r'^(v|go)(?=\d)', '', pair[1])
    named = json.loads(run('syft', 'scan', '-q', 'dir:' + root, '--override-default-catalogers', 'image', '-o', 'syft-json') or '{}')
    theirs = {(part['name'], part['version']) for part in named.get('artifacts', [])}
    mine = {plain(pair) for sets in (ours, bundled) for pairs_ in sets.values() for pair in pairs_}
    print('syft     names %d, of these Waybill %d' % (len(theirs), sum(plain(pair) in mine for pair in theirs)))
    show('only in syft', {pair for pair in theirs if plain(pair) not in mine})
else:
    print('syft     skipped: there is no syft here')
sys.exit(1 if different else 0)
PYTHON
    rm "$found"
done
exit "$status"
