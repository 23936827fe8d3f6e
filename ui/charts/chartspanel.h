// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace waybill {

class ClassLegend;
class ClassShareChart;
class ClassShareModel;
class Selection;
class Session;

/// Class share by layer, as bars and as a table with the same numbers.
class ChartsPanel : public QWidget
{
    Q_OBJECT
public:
    ChartsPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    void showTable(bool table);

private:
    void build();
    QWidget *buildTools();
    void connectAll();
    void onInventoryChanged();
    void updateTexts();
    void copyCsv() const;
    void copyImage() const;

    Session *m_session;
    Selection *m_selection;
    ClassShareModel *m_model;
    ClassShareChart *m_chart = nullptr;
    ClassLegend *m_legend = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_pages = nullptr;
    QComboBox *m_measure = nullptr;
    QCheckBox *m_ghosts = nullptr;
    QToolButton *m_asTable = nullptr;
    QLabel *m_empty = nullptr;
};

}  // namespace waybill
