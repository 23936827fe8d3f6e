// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/selection.h"
#include "ui/session/session.h"

namespace waybill {

/// Keeps the same things selected when newer facts move them to other indices. Make it after all views, so that they have
/// read the new facts before they are told. Owned by the main window.
class SelectionKeeper : public QObject
{
    Q_OBJECT
public:
    SelectionKeeper(Session *session, Selection *selection, QObject *parent);

private:
    void remember();
    void restore();
    void forget();
    Session *m_session;
    Selection *m_selection;
    QString m_finding;
    QString m_component;  ///< package URL
    std::string m_path;
    int m_pathLayer = -1;
    int m_layer = -1;
    Selection::Subject m_subject = Selection::Subject::None;
    bool m_restoring = false;
};

}  // namespace waybill
