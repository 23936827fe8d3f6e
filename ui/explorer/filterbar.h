// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/treemodel.h"

#include <QMenu>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace waybill {

/// Search words, how they are meant, what was found, and what the rows are tinted by.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    TreeFilter filter() const { return m_filter; }
    Coloring coloring() const;
    void focusSearch();
    void clear();
    /// Shown beside the field; not called while the expression is wrong. `searching`: more may be found.
    void showMatches(int count, bool searching = false);
    /// Where the filter looks: below this folder, or everywhere when it is invalid. `path` is ready to be shown.
    void setScope(NodeId folder, const QString &path);
    /// The field that takes the focus, for key bindings of the panel.
    QWidget *searchField() const;

Q_SIGNALS:
    void filterChanged();
    void columnMenuWanted(QMenu *menu);  ///< the menu of columns is about to be shown and wants its entries
    void scopeWanted(bool folder);       ///< the user wants the search in one folder, or everywhere; answer with setScope()
    void coloringChanged(waybill::Coloring coloring);
    void nextRequested();
    void previousRequested();

private:
    void build();
    void onEdited();
    void apply();
    QWidget *buildSecondRow();

    QLineEdit *m_text = nullptr;
    QComboBox *m_syntax = nullptr;
    QComboBox *m_scope = nullptr;
    QComboBox *m_coloring = nullptr;
    QLabel *m_state = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QTimer m_pause;
    NodeId m_folder;  ///< scope of the next filter
    TreeFilter m_filter;
};

}  // namespace waybill
