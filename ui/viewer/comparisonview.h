// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/textcomparison.h"

#include <QTextEdit>

namespace waybill {

/// A licence text beside its reference, word by word: added words tinted, underlined and between {+ +}, missing ones tinted,
/// struck through and between [- -], what varies in every copy underlined with dots. Differences can be stepped through.
/// Read-only.
class ComparisonView : public QTextEdit
{
    Q_OBJECT
public:
    explicit ComparisonView(QWidget *parent = nullptr);

    void setParts(std::vector<ComparedPart> parts);
    void clearParts() { setParts({}); }
    int differences() const { return static_cast<int>(m_places.size()); }
    int current() const { return m_current; }  ///< from 0; -1 when none was gone to
    /// Goes to the next (1) or previous (-1) difference, round the end.
    void step(int by);

Q_SIGNALS:
    void stepped(int current, int of);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show();
    QTextCharFormat formatOf(Difference difference) const;

    std::vector<ComparedPart> m_parts;
    std::vector<std::pair<int, int>> m_places;  ///< of the differences, in characters: [begin, end)
    int m_current = -1;
};

}  // namespace waybill
