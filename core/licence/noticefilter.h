// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/notice.h"

namespace waybill {

/// Takes out of the notices of one text, which are in order, what is none: names copied wrongly before the path of a text, rows
/// of names in tables and choosers, the mentions of a catalogue of licences.
void filterNotices(const NoticeText &text, std::vector<Notice> &notices);

}  // namespace waybill
