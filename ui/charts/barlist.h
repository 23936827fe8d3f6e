// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waybill {

class BarModel;

/// Horizontal bars with their numbers, filled by risk; a second series is hatched. Arrow keys move, Enter or a click asks for
/// the findings of a row.
class BarList : public QWidget
{
    Q_OBJECT
public:
    explicit BarList(const BarModel *model, QWidget *parent = nullptr);
    int currentRow() const { return m_row; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int rowHeight() const;
    int titleWidth() const;
    void moveTo(int row);
    void describe();
    const BarModel *m_model;
    int m_row = 0;
};

}  // namespace waybill
