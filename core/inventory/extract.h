// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/canceltoken.h"
#include "core/base/progress.h"
#include "core/base/safefolder.h"
#include "core/image/imagesource.h"
#include "core/inventory/inventory.h"
#include "core/tree/treeview.h"

namespace waybill {

/// One thing that will be written.
struct ExtractItem {
    NodeId node;
    quint32 parent = none;  ///< item of the folder it goes into, or none: the chosen folder itself
    std::string name;       ///< on this machine
    static constexpr quint32 none = 0xffffffffU;
};

/// Why something is not written. Sentences in core/report/messages.h.
enum class LeftOut : quint8 {
    Device,       ///< devices, pipes and sockets are never made
    LinkOutside,  ///< a symbolic link that leads out of the extracted folder
    Taken,        ///< something had the name, and was to be kept
    NotFound,     ///< the layer does not hold it
    Refused,      ///< the host refused it; `cause` says why
};

struct ExtractRefusal {
    NodeId node;
    LeftOut reason = LeftOut::Device;
    QString cause;
};

/// What an extraction will write; folders come before what they hold.
struct ExtractPlan {
    std::vector<ExtractItem> items;
    std::vector<ExtractRefusal> leftOut;  ///< known before anything is written
    qint64 bytes = 0;                     ///< content to write, as the layers declare it
    int files = 0;                        ///< files and hard links
    int folders = 0;
    int links = 0;          ///< symbolic links that stay inside
    int renamed = 0;        ///< names that this host cannot hold as they are
    int taken = 0;          ///< names that are taken in the chosen folder
    QStringList someTaken;  ///< the first of them, ready to be shown

    std::string hostPath(quint32 item) const;  ///< relative to the chosen folder
};

/// What is to be extracted, and whereto.
struct ExtractRequest {
    std::shared_ptr<const FileTree> tree;
    TreeView view;              ///< which version of a path a folder stands for: the newest that the view shows
    std::vector<NodeId> nodes;  ///< files and folders; what lies in another chosen folder is taken once
    QString folder;             ///< of this machine; must exist
};

/// Looks what would be written, and writes nothing but a probe file that is gone again. Errors: those of SafeFolder::open.
Result<ExtractPlan> planExtraction(const ExtractRequest &request, const CancelToken &cancel);

struct ExtractOutcome {
    qint64 bytes = 0;
    int files = 0;
    int folders = 0;
    int links = 0;
    std::vector<ExtractRefusal> leftOut;  ///< those of the plan and those met on the way
};

/// Writes a plan into `folder`, reading each layer once. No link is followed, nothing gets set-id rights or leaves the folder,
/// nothing is replaced unless `existing` says so, and an interrupted file leaves nothing behind. Symbolic links come last.
/// When cancelled, what is complete stays and is counted. Errors: those of SafeFolder::open and of reading a layer, NoSpace.
Result<ExtractOutcome> extract(const ImageSource &source, const Image &image, const FileTree &tree, const ExtractPlan &plan,
                               const QString &folder, Existing existing, const CancelToken &cancel, Progress &progress);

}  // namespace waybill
