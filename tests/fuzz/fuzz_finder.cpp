// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/componentfinder.h"
#include "core/tree/filetreebuilder.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace waybill;
using waybill::test::bytesOf;
using waybill::test::require;

namespace {

/// What the layer collector does with one file, for one finder.
std::vector<CapturedFile> capturedBy(const ComponentFinder &finder, const Entry &entry, const QByteArray &bytes)
{
    std::vector<CapturedFile> captured;
    if (const qint64 wanted = finder.wants(entry); wanted > 0)
        captured.push_back({entry.path, 0, bytes.left(wanted), -1, bytes.size() > wanted});
    const std::span<const char> all(bytes.constData(), static_cast<size_t>(bytes.size()));
    if (const auto probe = finder.probe(entry, all)) {
        // Pieces of a size that follows from the input, so that borders fall everywhere.
        const size_t piece = 1 + all.size() % 4093;
        for (size_t at = 0; at < all.size(); at += piece) {
            if (!probe->feed(all.subspan(at, std::min(piece, all.size() - at))))
                break;
        }
        for (CapturedFile &record : probe->finish(true)) {
            if (record.path.empty())
                record.path = entry.path;
            captured.push_back(std::move(record));
        }
    }
    return captured;
}

bool staysInside(const std::string &path)
{
    const std::string framed = '/' + path + '/';
    return !path.empty() && path.front() != '/' && framed.find("/../") == std::string::npos;
}

void requirePromises(const FoundComponent &found)
{
    const Component &component = found.component;
    require(!component.name.isEmpty() && !component.version.isEmpty(), "nothing is invented");
    require(!component.kind.isEmpty() && !component.finder.isEmpty(), "kind and finder are known");
    require(component.purl.startsWith(QLatin1String("pkg:")), "it has a package URL");
    require(component.layer == 0 && !component.isGhost(), "it lives in its layer");
    require(std::all_of(found.ownedPaths.begin(), found.ownedPaths.end(), staysInside), "owned paths stay inside");
    require(std::all_of(found.ownedFolders.begin(), found.ownedFolders.end(), staysInside), "owned folders stay inside");
    require(std::all_of(component.licencePaths.begin(), component.licencePaths.end(), staysInside), "texts stay inside");
}

}  // namespace

/// The bytes are the file WAYBILL_FUZZ_PATH of an image; all finders look at it as in a scan.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::vector<std::unique_ptr<ComponentFinder>> finders = makeComponentFinders();
    const QByteArray bytes = bytesOf(data, size);
    Entry entry;
    entry.path = WAYBILL_FUZZ_PATH;
    entry.size = bytes.size();
    FileTreeBuilder builder;
    builder.addLayer({&entry, 1});
    const auto tree = builder.finish();
    bool wanted = false;
    for (const auto &finder : finders) {
        const std::vector<CapturedFile> captured = capturedBy(*finder, entry, bytes);
        std::vector<const CapturedFile *> files;
        for (const CapturedFile &file : captured)
            files.push_back(&file);
        wanted = wanted || !files.empty();
        const FinderAnswer answer = finder->find(files, *tree);
        for (const FoundComponent &found : answer.components)
            requirePromises(found);
    }
    require(wanted || size < 8 || entry.path == "usr/bin/tool", "a finder looks at it");
    return 0;
}
