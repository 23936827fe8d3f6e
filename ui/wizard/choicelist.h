// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QButtonGroup;
class QRadioButton;
class QVBoxLayout;

namespace waybill {

/// Numbered answers below each other, each a radio button with an optional line of explanation. The keys 1 to 9 pick one
/// (the page hands them on). Plain child widget.
class ChoiceList : public QWidget
{
    Q_OBJECT
public:
    struct Choice {
        QString id;
        QString title;
        QString detail;  ///< second line, may be empty
    };
    explicit ChoiceList(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    QString chosen() const;  ///< empty when nothing is picked
    /// Shows a choice as picked without the signal; an unknown or empty id clears.
    void setChosen(const QString &id);
    /// Picks by place, from 1, as the user would; false when there is no such place.
    bool pick(int place);
    void focusChosen();

Q_SIGNALS:
    void picked(const QString &id);

private:
    QRadioButton *makeButton(int place, const Choice &choice);
    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QList<Choice> m_choices;
};

}  // namespace waybill
