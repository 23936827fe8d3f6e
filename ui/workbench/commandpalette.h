// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace waybill {

/// Finds a command by its name. Made from the actions of the window, so that shortcuts and what is possible now are true; the
/// category (menu) stands in front, recent commands first, the first hit is always the current row. What cannot be done now is
/// not offered. Deletes itself when closed.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);
    /// Texts of the rows that are shown, best first.
    QStringList shown() const;
    /// How well a text fits: negative is not at all; letters in order, beginnings of words count more.
    static int score(const QString &text, const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Command {
        QString text, keys;
        QPointer<QAction> action;
        int recent = -1;  ///< place among the commands used last, or -1
    };
    void collect(const QWidget &window);
    void refill();
    void run();
    std::vector<Command> m_commands;
    std::vector<size_t> m_order;
    QLineEdit *m_line;
    QListWidget *m_list;
};

}  // namespace waybill
