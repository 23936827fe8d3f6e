// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/shortcutsheet.h"

#include "ui/explorer/localkeys.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace waybill {

namespace {

/// "&Export && Sign" reads "Export & Sign".
QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && ++i >= text.size())
            break;
        plain.append(text.at(i));
    }
    return plain;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const QWidget &window, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *column = new QVBoxLayout(this);
    auto *table = new QTableWidget(0, 2, this);
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    const auto add = [table](const QString &text, const QString &keys) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(withoutMnemonic(text)));
        table->setItem(row, 1, new QTableWidgetItem(keys));
    };
    for (const QAction *action : window.findChildren<QAction *>()) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        if (!keys.isEmpty() && !action->text().isEmpty())
            add(action->text(), keys.join(tr(" or ", "between two shortcuts")));
    }
    for (const LocalKeys *panel : window.findChildren<LocalKeys *>()) {
        for (const LocalKeys::Described &key : panel->described())
            add(key.text, key.key.toString(QKeySequence::NativeText));
    }
    add(tr("Close the innermost thing, then clear the filter"), QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    table->sortItems(0);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 34);
}

}  // namespace waybill
