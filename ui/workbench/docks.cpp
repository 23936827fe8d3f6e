// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/docks.h"

#include "ui/explorer/filepanel.h"
#include "ui/explorer/layerpanel.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/workbench/logpanel.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

namespace waybill {

namespace {
enum Place { Layers, Files, Inspector, Log };
constexpr int layoutVersion = 1;  // raised when docks change, so that an old layout is not applied to new ones
}  // namespace

Docks::Docks(QMainWindow *window, Session *session, Selection *selection)
    : QObject(window), m_window(window), m_layers(new LayerPanel(session, selection)), m_files(new FilePanel(session, selection)),
      m_inspector(new InspectorPanel(session, selection)), m_log(new LogPanel(session))
{
    m_docks = {add(tr("Layers"), QStringLiteral("layers"), m_layers), add(tr("Files"), QStringLiteral("files"), m_files),
               add(tr("Inspector"), QStringLiteral("inspector"), m_inspector), add(tr("Log"), QStringLiteral("log"), m_log)};
    connect(m_layers, &LayerPanel::viewChanged, m_files, &FilePanel::setView);
    arrange();
}

QDockWidget *Docks::add(const QString &title, const QString &name, QWidget *content)
{
    auto *dock = new QDockWidget(title, m_window);
    dock->setObjectName(name);
    dock->setWidget(content);
    dock->setAccessibleName(title);
    return dock;
}

void Docks::arrange()
{
    for (QDockWidget *dock : m_docks) {
        dock->setFloating(false);
        m_window->removeDockWidget(dock);
    }
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_docks[Layers]);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_docks[Files]);
    m_window->splitDockWidget(m_docks[Layers], m_docks[Files], Qt::Vertical);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_docks[Inspector]);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_docks[Log]);
    for (const Place place : {Layers, Files, Inspector})
        m_docks[place]->show();
    m_docks[Log]->hide();
    const int width = m_window->width();
    m_window->resizeDocks({m_docks[Layers], m_docks[Files]}, {1, 1}, Qt::Vertical);
    m_window->resizeDocks({m_docks[Layers], m_docks[Inspector]}, {width * 28 / 100, width * 26 / 100}, Qt::Horizontal);
}

QList<QAction *> Docks::toggles() const
{
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions.append(dock->toggleViewAction());
    return actions;
}

void Docks::setVisible(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (!shown) {
        m_hiddenState = m_window->saveState(layoutVersion);
        for (QDockWidget *dock : m_docks)
            dock->hide();
    } else {
        m_window->restoreState(m_hiddenState, layoutVersion);
        // Shares of the window can only be given once it has its size.
        if (!m_restored)
            arrange();
        m_restored = true;
    }
    for (const QDockWidget *dock : m_docks)
        dock->toggleViewAction()->setEnabled(shown);
}

QByteArray Docks::layout() const
{
    if (!m_shown)
        return m_restored ? m_hiddenState : QByteArray();
    return m_window->saveState(layoutVersion);
}

void Docks::restore(const QByteArray &layout)
{
    m_restored = m_window->restoreState(layout, layoutVersion);
}

void Docks::focus(int pane)
{
    QDockWidget *dock = m_docks[pane == 0 ? Layers : pane == 1 ? Files : Inspector];
    dock->show();
    dock->raise();
    QWidget *target = dock->widget();
    // The first part of the pane that takes keys, not the pane itself.
    for (QWidget *child : target->findChildren<QWidget *>()) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
            target = child;
            break;
        }
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace waybill
