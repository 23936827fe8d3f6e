// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/recentfiles.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace waybill {

/// What is shown while nothing is open: ways to open something, and what was open before. Says what is wanted and opens
/// nothing itself. Owned by the main window.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(RecentFiles *recent, QWidget *parent = nullptr);

    void setReference(const QString &text);
    void focusReference();
    QLineEdit *referenceField() const { return m_reference; }

Q_SIGNALS:
    void openFileRequested();
    void openFolderRequested();
    void referenceEntered(const QString &reference);
    void sampleRequested();
    void legendRequested();
    void shortcutsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildDropZone();
    QWidget *buildRecent();
    QBoxLayout *buildReference();
    QBoxLayout *buildHelp();
    void reloadRecent();
    void filterRecent(const QString &text);
    void removeSelected();
    RecentFiles *m_recent;
    QLineEdit *m_reference = nullptr;
    QLineEdit *m_recentFilter = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_noRecent = nullptr;
    QCheckBox *m_keep = nullptr;
};

}  // namespace waybill
