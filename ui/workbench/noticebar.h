// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace waybill {

/// Errors and remarks that stay until they are closed, with technical details to copy. Never modal. Owned by the main window.
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void addError(const Error &error);
    /// `action` may be empty; otherwise a button with `actionText` runs it and closes the notice.
    void addNotice(const QString &text, const QString &details = {}, const QString &actionText = {},
                   const std::function<void()> &action = {});
    void closeAll();
    /// Closes the newest notice; false when there is none.
    bool closeNewest();
    QStringList texts() const;

Q_SIGNALS:
    void noticed(const QString &text);  ///< for the log

private:
    QVBoxLayout *m_column = nullptr;
};

}  // namespace waybill
