// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace waybill {

class CodeView;

/// Finds words in the shown text and goes to a line.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    FindBar(CodeView *view, QWidget *parent = nullptr);
    void openFind();
    void openGoToLine();
    void find(bool forward);
    void setLineCount(int lines);

private:
    void build();
    CodeView *m_view;
    QLineEdit *m_text = nullptr;
    QCheckBox *m_case = nullptr;
    QSpinBox *m_line = nullptr;
    QLabel *m_state = nullptr;
};

}  // namespace waybill
