// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace waybill {

class RecentFiles;

/// Settings; each applies at once. UI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(RecentFiles *recent, QWidget *parent = nullptr);

    static Theme::Mode storedTheme();
    static QString themeId(Theme::Mode mode);  ///< "system", "light" or "dark"
    static void applyTheme(Theme::Mode mode);  ///< and remember it

private:
    QComboBox *buildTheme();
    QComboBox *buildLanguage();
    QLabel *m_restart = nullptr;
};

}  // namespace waybill
