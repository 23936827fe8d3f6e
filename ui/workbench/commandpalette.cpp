// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/commandpalette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPixmap>
#include <QRegularExpression>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace waybill {

namespace {

constexpr int recentKept = 12;
const QString recentKey = QStringLiteral("palette/recent");

/// "&Export && Sign…" reads "Export & Sign"; access keys of other writing systems stand in brackets.
QString plain(const QString &text)
{
    static const QRegularExpression accessKey(QStringLiteral("\\(&\\w\\)|(?<!&)&(?!&)"));
    QString result = text;
    result.remove(accessKey).replace(QLatin1String("&&"), QLatin1String("&"));
    return result.remove(QChar(0x2026)).trimmed();
}

}  // namespace

CommandPalette::CommandPalette(QWidget *window) : QDialog(window), m_line(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Command palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setPlaceholderText(tr("Type a command"));
    m_line->setAccessibleName(tr("Type a command"));
    m_line->installEventFilter(this);
    m_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 20);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_line, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    collect(*window);
    refill();
    m_line->setFocus();
}

void CommandPalette::collect(const QWidget &window)
{
    QHash<const QAction *, QString> categories;
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        for (const QAction *head : bar->actions()) {
            if (!head->menu())
                continue;
            for (const QAction *action : head->menu()->actions())
                categories.insert(action, plain(head->text()));
        }
    }
    const QStringList recent = QSettings().value(recentKey).toStringList();
    for (QAction *action : window.findChildren<QAction *>()) {
        const QString category = categories.value(action);
        if (!action->isEnabled() || action->isSeparator() || action->menu() || action->text().isEmpty() || category.isEmpty())
            continue;
        Command command;
        command.text = tr("%1: %2", "menu and command").arg(category, plain(action->text()));
        command.keys = action->shortcut().toString(QKeySequence::NativeText);
        command.action = action;
        command.recent = static_cast<int>(recent.indexOf(command.text));
        m_commands.push_back(std::move(command));
    }
}

int CommandPalette::score(const QString &text, const QString &words)
{
    int score = 0;
    qsizetype at = 0;
    for (const QChar letter : words) {
        if (letter.isSpace())
            continue;
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        const bool begins = found == 0 || !text.at(found - 1).isLetterOrNumber();
        score += (begins ? 8 : 1) + (found == at && at > 0 ? 4 : 0);
        at = found + 1;
    }
    return score;
}

void CommandPalette::refill()
{
    const QString words = m_line->text();
    m_order.clear();
    for (size_t i = 0; i < m_commands.size(); ++i) {
        if (score(m_commands[i].text, words) >= 0)
            m_order.push_back(i);
    }
    std::stable_sort(m_order.begin(), m_order.end(), [&](size_t a, size_t b) {
        const auto used = [](const Command &command) { return command.recent < 0 ? recentKept : command.recent; };
        const int first = score(m_commands[a].text, words);
        const int second = score(m_commands[b].text, words);
        return first != second ? first > second : used(m_commands[a]) < used(m_commands[b]);
    });
    m_list->clear();
    // Texts stand below each other, with a picture or without.
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing);
    for (const size_t index : m_order) {
        const Command &command = m_commands[index];
        auto *item = new QListWidgetItem(command.action && !command.action->icon().isNull() ? command.action->icon() : blank,
                                         command.text, m_list);
        if (!command.keys.isEmpty())
            item->setText(command.text + QStringLiteral("    ") + command.keys);
    }
    m_list->setCurrentRow(0);
    // The row is announced from the line, where the focus stays.
    m_line->setAccessibleDescription(m_order.empty() ? tr("No command fits") : m_commands[m_order.front()].text);
}

QStringList CommandPalette::shown() const
{
    QStringList texts;
    for (const size_t index : m_order)
        texts.append(m_commands[index].text);
    return texts;
}

void CommandPalette::run()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_order.size()))
        return;
    const Command &command = m_commands[m_order[static_cast<size_t>(row)]];
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(command.text);
    recent.prepend(command.text);
    settings.setValue(recentKey, recent.mid(0, recentKept));
    const QPointer<QAction> action = command.action;
    accept();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? 8
            : key == Qt::Key_PageUp          ? -8
                                             : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            m_line->setAccessibleDescription(m_commands[m_order[static_cast<size_t>(m_list->currentRow())]].text);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace waybill
