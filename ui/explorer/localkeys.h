// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace waybill {

/// Keys that mean something inside one panel even where a menu of the window uses them too: the widget with the focus is
/// asked first, so the two never become ambiguous. Owned by the panel; install it on the widgets that take the focus.
class LocalKeys : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// `text` says what the key does in the sheet of shortcuts; keys without one are not listed there.
    void add(const QKeySequence &key, std::function<void()> action, const QString &text = {});
    struct Described {
        QKeySequence key;
        QString text;
    };
    std::vector<Described> described() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Binding {
        QKeySequence key;
        std::function<void()> action;
        QString text;
    };
    std::vector<Binding> m_bindings;
};

}  // namespace waybill
