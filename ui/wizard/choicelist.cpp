// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/choicelist.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace waybill {

ChoiceList::ChoiceList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) { Q_EMIT picked(m_choices.at(index).id); });
}

QRadioButton *ChoiceList::makeButton(int place, const Choice &choice)
{
    QString shown = choice.title;
    shown.replace(QLatin1Char('&'), QLatin1String("&&"));
    auto *button = new QRadioButton(tr("%1  %2", "number and text of an answer").arg(QString::number(place), shown), this);
    button->setObjectName(choice.id);
    button->setAccessibleName(choice.title);
    button->setAccessibleDescription(choice.detail);
    return button;
}

void ChoiceList::setChoices(const QList<Choice> &choices)
{
    for (QAbstractButton *button : m_group->buttons())
        m_group->removeButton(button);
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_choices = choices;
    const int indent
        = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) + style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        QRadioButton *button = makeButton(static_cast<int>(i) + 1, choices[i]);
        m_group->addButton(button, static_cast<int>(i));
        m_layout->addWidget(button);
        if (choices[i].detail.isEmpty())
            continue;
        auto *detail = new QLabel(choices[i].detail, this);
        detail->setWordWrap(true);
        detail->setIndent(indent);
        detail->setTextFormat(Qt::PlainText);
        m_layout->addWidget(detail);
    }
}

QString ChoiceList::chosen() const
{
    const int index = m_group->checkedId();
    return index < 0 ? QString() : m_choices.at(index).id;
}

void ChoiceList::setChosen(const QString &id)
{
    // An exclusive group cannot be emptied while it is exclusive.
    m_group->setExclusive(false);
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        m_group->button(static_cast<int>(i))->setChecked(m_choices[i].id == id);
    m_group->setExclusive(true);
}

bool ChoiceList::pick(int place)
{
    QAbstractButton *button = m_group->button(place - 1);
    if (!button)
        return false;
    button->setFocus(Qt::ShortcutFocusReason);
    button->click();
    return true;
}

void ChoiceList::focusChosen()
{
    QAbstractButton *button = m_group->checkedButton() ? m_group->checkedButton() : m_group->button(0);
    if (button)
        button->setFocus(Qt::OtherFocusReason);
}

}  // namespace waybill
