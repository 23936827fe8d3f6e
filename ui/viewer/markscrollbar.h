// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

#include <vector>

namespace waybill {

/// A scroll bar that shows where something lies: a stroke for each range, over its groove.
class MarkScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    explicit MarkScrollBar(QWidget *parent = nullptr);
    /// Begin and end of each range as shares of the whole, 0 to 1.
    void setMarks(std::vector<std::pair<double, double>> marks);
    const std::vector<std::pair<double, double>> &marks() const { return m_marks; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<std::pair<double, double>> m_marks;
};

}  // namespace waybill
