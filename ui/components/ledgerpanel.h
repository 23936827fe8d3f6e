// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/components/ledgermodel.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTreeView;

namespace waybill {

class LedgerBar;

/// The byte ledger: what accounts for every byte as a bar and a table, and below it the files that nothing accounts for; for
/// the whole image or one layer. Follows the session; owned by the centre.
class LedgerPanel : public QWidget
{
    Q_OBJECT
public:
    LedgerPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    LedgerModel *sums() const { return m_sums; }
    UnexplainedModel *files() const { return m_files; }
    QComboBox *layerChoice() const { return m_layer; }

private:
    QTreeView *table(QAbstractItemModel *model, const QString &name);
    void build();
    void reload();
    void recount();

    Session *m_session;
    Selection *m_selection;
    LedgerModel *m_sums;
    UnexplainedModel *m_files;
    LedgerBar *m_bar = nullptr;
    QComboBox *m_layer = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_share = nullptr;
    QLabel *m_open = nullptr;
};

}  // namespace waybill
