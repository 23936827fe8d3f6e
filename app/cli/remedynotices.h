// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remedy/imagewriter.h"
#include "core/remedy/notices.h"
#include "core/remedy/planner.h"

#include <QJsonArray>

namespace waybill {

class Context;
class Terminal;

/// Texts that must travel with what stays and are missing, and the NOTICE file made of those that can be had.
struct Notices {
    std::vector<MissingNotice> missing;
    QByteArray text;                 ///< empty when there is nothing to add, or only a review was at hand
    std::vector<AddedFile> putBack;  ///< texts that a layer holds and a later one deletes, in their own place
};

/// Looks for them. `path` is the image of the call; with a review, files of the image cannot be read and lists of packages are
/// not looked at.
Result<Notices> findNotices(Context &context, const QString &path, const RemedyPlanner &planner, const RemedyPlan &plan);

void printNotices(Terminal &terminal, const Inventory &inventory, const Notices &notices);
/// What a written image has more than the others.
void printAddedNotices(Terminal &terminal, const Notices &notices);
/// The layer that a written image gets on top; empty when there is nothing to add.
std::vector<AddedFile> addedFiles(const Notices &notices);
QJsonArray noticesJson(const Inventory &inventory, const std::vector<MissingNotice> &missing);

}  // namespace waybill
