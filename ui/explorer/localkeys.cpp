// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/localkeys.h"

#include <QKeyEvent>

namespace waybill {

void LocalKeys::add(const QKeySequence &key, std::function<void()> action, const QString &text)
{
    m_bindings.push_back({key, std::move(action), text});
}

std::vector<LocalKeys::Described> LocalKeys::described() const
{
    std::vector<Described> result;
    for (const Binding &binding : m_bindings) {
        if (!binding.text.isEmpty())
            result.push_back({binding.key, binding.text});
    }
    return result;
}

bool LocalKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    for (const Binding &binding : m_bindings) {
        if (binding.key != QKeySequence(press->keyCombination()))
            continue;
        if (event->type() == QEvent::KeyPress)
            binding.action();
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace waybill
