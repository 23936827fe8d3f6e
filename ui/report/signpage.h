// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace waybill {

/// Step 4: key, password, reason and file name. The password is asked here and handed out once. Plain child widget.
class SignPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignPage(const QString &suggestedPath, QWidget *parent = nullptr);

    QString keyPath() const;
    QByteArray takePassword();  ///< clears the field
    QString reason() const;
    QString place() const;
    QString target() const;
    void setDraft(bool draft);
    bool isComplete() const;
    /// A message under the fields; plain text.
    void showMessage(const QString &text, bool isError);
    void showPasswordError(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void build();
    void onChooseKey();
    void onChooseTarget();
    QLineEdit *m_key;
    QLineEdit *m_password;
    QLineEdit *m_reason;
    QLineEdit *m_place;
    QLineEdit *m_target;
    QLabel *m_message;
    QLabel *m_icon;
    QPushButton *m_chooseKey;
    bool m_draft = false;
};

}  // namespace waybill
