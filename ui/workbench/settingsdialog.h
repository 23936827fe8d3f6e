// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policy.h"
#include "ui/theme/palette.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace waybill {

class RecentFiles;

/// Settings; each applies at once. UI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(RecentFiles *recent, QWidget *parent = nullptr);

    /// The shipped policy with the company's overlay that the settings name; null when they name none. Errors: NotFound, Policy.
    static Result<std::shared_ptr<const Policy>> withStoredOverlay(const Policy &shipped);

    static Theme::Mode storedTheme();
    static QString themeId(Theme::Mode mode);  ///< "system", "light" or "dark"
    static void applyTheme(Theme::Mode mode);  ///< and remember it

private:
    QComboBox *buildTheme();
    QComboBox *buildLanguage();
    QWidget *buildOverlay();
    void useOverlay(const QString &path);
    QLabel *m_restart = nullptr;
    QLabel *m_overlayState = nullptr;
    QLineEdit *m_overlay = nullptr;
};

}  // namespace waybill
