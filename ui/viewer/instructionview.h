// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace waybill {

class Syntax;

/// A build instruction in full, with colours, to read and to copy.
class InstructionView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit InstructionView(QWidget *parent = nullptr);
    ~InstructionView() override;
    /// Text that is safe to show (displayText was applied); empty shows what is missing.
    void setInstruction(const QString &text);
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<Syntax> m_syntax;
};

}  // namespace waybill
