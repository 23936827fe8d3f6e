// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QLabel;

namespace waybill {

class LogModel;

/// What was done in this review, and whether its chain of hashes is intact. Follows the session; owned by the main window.
class LogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LogPanel(Session *session, QWidget *parent = nullptr);
    void addNotice(const QString &text);

private:
    void reload();
    Session *m_session;
    LogModel *m_model;
    QLabel *m_chain;
};

}  // namespace waybill
