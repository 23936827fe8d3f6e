// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/layercollector.h"

#include <map>

namespace waybill {

/// All licence texts of the image by path and layer. Borrows from the harvests, which must outlive it.
class TextIndex
{
public:
    TextIndex(std::span<const LayerHarvest *const> harvests, const FileTree &tree);

    struct Place {
        const ScannedText *text;
        int layer;
    };
    /// The newest version of a text at `path` in `layer` or below; follows a symlinked file or folder (documentation folders of
    /// Debian packages often are links). nullopt when there is none.
    std::optional<Place> find(const std::string &path, int layer) const;
    /// The text of exactly this version of a file.
    const ScannedText *at(const std::string &path, int layer) const;
    /// Edition of a vendor agreement that lies nearest above a path, or empty.
    QString nearestEdition(std::string_view path) const;
    /// Nearest licence file in the folders above a path, not counting the top two levels. nullopt when there is none.
    std::optional<Place> nearestText(std::string_view path) const;

private:
    const FileTree &m_tree;
    std::map<std::string, std::map<int, const ScannedText *>, std::less<>> m_texts;
    std::map<std::string, QString, std::less<>> m_editions;   ///< by folder
    std::map<std::string, Place, std::less<>> m_folderTexts;  ///< by folder
};

/// The vendor agreement that a reading holds, with its edition; nullptr when it holds none.
const LicenceMatch *agreementIn(const TextReading &reading);

}  // namespace waybill
