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

/// Finds words in the shown text and goes to a line. Where bytes are shown, it asks for bytes and places instead.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    FindBar(CodeView *view, QWidget *parent = nullptr);
    void openFind();
    void openGoToLine();
    void find(bool forward);
    void setLines(int first, int last);
    /// Bytes or text are shown.
    void setBytes(bool bytes);
    void showState(const QString &text);
    /// "0x7f 45 4c" as bytes, anything else as the UTF-8 of its letters. Empty when the digits are not complete.
    static QByteArray bytesOf(const QString &words);

Q_SIGNALS:
    void bytesWanted(const QByteArray &bytes, bool forward);
    void offsetWanted(qint64 offset);

private:
    void build();
    QWidget *buildPlaces();
    CodeView *m_view;
    QLineEdit *m_text = nullptr;
    QCheckBox *m_case = nullptr;
    QSpinBox *m_line = nullptr;
    QLineEdit *m_offset = nullptr;
    QLabel *m_lineLabel = nullptr;
    QLabel *m_offsetLabel = nullptr;
    bool m_bytes = false;
    QLabel *m_state = nullptr;
};

}  // namespace waybill
