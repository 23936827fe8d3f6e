// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/treemodel.h"

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
    /// Shown beside the field; not called while the expression is wrong.
    void showMatches(int count);
    /// The field that takes the focus, for key bindings of the panel.
    QWidget *searchField() const;

Q_SIGNALS:
    void filterChanged();
    void coloringChanged(waybill::Coloring coloring);
    void nextRequested();
    void previousRequested();

private:
    void build();
    void onEdited();
    void apply();

    QLineEdit *m_text = nullptr;
    QComboBox *m_syntax = nullptr;
    QComboBox *m_coloring = nullptr;
    QLabel *m_state = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QTimer m_pause;
    TreeFilter m_filter;
};

}  // namespace waybill
