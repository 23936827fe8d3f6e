// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QList>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace waybill {

class FilePanel;
class InspectorPanel;
class LayerPanel;
class LogPanel;

/// The panes around the centre and their places. A closed one can always be brought back from the View menu.
/// Owned by the main window.
class Docks : public QObject
{
    Q_OBJECT
public:
    Docks(QMainWindow *window, Session *session, Selection *selection);

    LayerPanel *layers() const { return m_layers; }
    FilePanel *files() const { return m_files; }
    InspectorPanel *inspector() const { return m_inspector; }
    LogPanel *log() const { return m_log; }
    QList<QAction *> toggles() const;
    void arrange();             ///< the layout of the first start
    QByteArray layout() const;  ///< for restore(), also while the docks are hidden
    void restore(const QByteArray &layout);
    void setVisible(bool shown);  ///< all at once, for the welcome page; remembers which were open
    void focus(int pane);         ///< 0 layers, 1 files, 3 inspector

private:
    QDockWidget *add(const QString &title, const QString &name, QWidget *content);
    QMainWindow *m_window;
    LayerPanel *m_layers;
    FilePanel *m_files;
    InspectorPanel *m_inspector;
    LogPanel *m_log;
    QList<QDockWidget *> m_docks;  ///< layers, files, inspector, log
    QByteArray m_hiddenState;      ///< layout while the welcome page hides the docks
    bool m_shown = true;
    bool m_restored = false;  ///< the layout is the user's, not the one of the first start
};

}  // namespace waybill
