// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/tree/treelines.h"

#include <map>
#include <sstream>

namespace waybill::test {

std::shared_ptr<const FileTree> treeOf(const char *lines)
{
    static const std::map<char, EntryKind> kinds {{'d', EntryKind::Folder},   {'f', EntryKind::File},
                                                  {'l', EntryKind::Symlink},  {'h', EntryKind::Hardlink},
                                                  {'w', EntryKind::Whiteout}, {'o', EntryKind::Opaque}};
    std::vector<std::vector<Entry>> layers;
    std::istringstream input(lines);
    for (std::string line; std::getline(input, line);) {
        std::istringstream words(line);
        size_t layer = 0;
        char kind = 0;
        std::string more;
        Entry entry;
        if (!(words >> layer >> kind >> entry.path))
            continue;
        words >> more;
        entry.kind = kinds.at(kind);
        if (entry.kind == EntryKind::File)
            entry.size = more.empty() ? 0 : std::stoll(more);
        else
            entry.target = more;
        layers.resize(std::max(layers.size(), layer + 1));
        layers[layer].push_back(std::move(entry));
    }
    FileTreeBuilder builder;
    for (const auto &layer : layers)
        builder.addLayer(layer);
    return builder.finish();
}

}  // namespace waybill::test
