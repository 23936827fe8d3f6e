// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/image/imagesource.h"
#include "core/licence/licencematcher.h"
#include "core/remedy/reducedinventory.h"

#include <functional>

namespace waybill {

/// Where a text that must travel can be taken from.
enum class NoticeOrigin : quint8 {
    ImageFile,  ///< a file of some layer: the component's own, deleted later, or an equal text of the system
    SpdxText,   ///< the text of the SPDX list
    Nowhere,    ///< neither has it; ask the component's author
};
QLatin1String noticeOriginId(NoticeOrigin origin);  ///< "image-file" "spdx-text" "nowhere"

/// A text that must travel with a component and that the running image does not hold.
struct MissingNotice {
    ComponentId component;
    QString subject;      ///< name and version
    QString licence;      ///< SPDX id, or empty for a file
    std::string lacking;  ///< file that the package lists and that is not there, or empty for a licence
    NoticeOrigin origin = NoticeOrigin::Nowhere;
    NodeId file;              ///< of origin ImageFile
    bool lacksOwner = false;  ///< the text has a place for a copyright line that only the author can fill
};

/// Content of the files in which package databases list what packages installed, by path without leading slash.
using PackageLists = std::map<std::string, QByteArray>;

/// Reads dpkg's lists (var/lib/dpkg/info/*.list) of the running image. Each layer that holds one is read once more.
/// Errors: those of the readers; when cancelled, Error kind Usage with cause "cancelled".
Result<PackageLists> readPackageLists(const ImageSource &source, const Inventory &inventory, const CancelToken &cancel,
                                      Progress &progress);

/// What must travel and is missing once the marked nodes are gone: texts of licences whose component brings none, texts that a
/// Debian copyright file points to, and files with notices that a package lists while a slimmed image left them out. Of an
/// offered choice one text is enough. `lists` may be empty. By component and text.
std::vector<MissingNotice> missingNotices(const Inventory &inventory, const NodeMarks &removed, const LicenceMatcher &matcher,
                                          const PackageLists &lists);

/// One NOTICE file with every missing text that can be had, equal texts once, each with the components it is for and where it
/// comes from. `read` gives the content of an image file. Equal input gives equal bytes. Errors: those of `read`.
Result<QByteArray> noticeText(const Inventory &inventory, const std::vector<MissingNotice> &missing,
                              const LicenceMatcher &matcher, const std::function<Result<QByteArray>(NodeId)> &read);

/// Files among `missing` that a layer of the image holds and a later one deletes, by path: put back in their place, they make the
/// image whole again. A place that something else took is left out.
std::vector<NodeId> hiddenTexts(const Inventory &inventory, const std::vector<MissingNotice> &missing);

/// Where the layer of a written image holds that file.
inline constexpr const char *noticePath = "usr/share/licenses/NOTICE";

}  // namespace waybill
