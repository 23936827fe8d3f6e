// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace waybill {

/// All shortcuts of a window, read from its actions, so that the sheet cannot be wrong. UI thread.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const QWidget &window, QWidget *parent = nullptr);
};

}  // namespace waybill
