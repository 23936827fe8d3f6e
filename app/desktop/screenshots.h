// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDialog;
class QWidget;

namespace waybill {

class MainWindow;
struct Options;

/// Shows the window to nobody: opens an image, walks through the pages and saves pictures. Blocks with time limits.
class Screenshots
{
public:
    Screenshots(MainWindow *window, const Options &options);
    /// 0 when every picture was saved, 3 when the image cannot be read, 4 when a time limit was reached or a file not written.
    int run();

private:
    int open();
    bool save(QWidget *widget, const QString &path);
    bool inFolder(QWidget *widget, const QString &name);
    void tour();
    void tourWizard();
    void tourDialogs();
    QDialog *comparison() const;
    static void settle(int milliseconds);
    MainWindow *m_window;
    const Options &m_options;
    int m_result = 0;
};

}  // namespace waybill
