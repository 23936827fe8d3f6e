// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/legenddialog.h"

#include "core/policy/policy.h"
#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace waybill {

namespace {

QString riskMeaning(RiskLevel level)
{
    switch (level) {
    case RiskLevel::Safe:
        return LegendDialog::tr("Nothing beyond keeping notices");
    case RiskLevel::Low:
        return LegendDialog::tr("A small, routine duty");
    case RiskLevel::Medium:
        return LegendDialog::tr("A duty that needs work or a person");
    case RiskLevel::High:
        return LegendDialog::tr("Source code or the terms themselves are at stake");
    case RiskLevel::Extreme:
        return LegendDialog::tr("The product as a whole is at stake");
    case RiskLevel::NotAssessed:
        return LegendDialog::tr("Not judged yet; never counted as safe");
    }
    return {};
}

void addHeading(QGridLayout *grid, const QString &text)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setWordWrap(true);
    grid->addWidget(label, grid->rowCount(), 0, 1, 4);
}

void addRow(QGridLayout *grid, const QIcon &icon, const QString &code, const QString &name, const QString &meaning)
{
    const int row = grid->rowCount();
    auto *picture = new QLabel;
    picture->setPixmap(icon.pixmap(QSize(20, 20), picture->devicePixelRatioF()));
    auto *title = new QLabel(name);
    auto *text = new QLabel(meaning);
    text->setWordWrap(true);
    grid->addWidget(picture, row, 0, Qt::AlignTop);
    grid->addWidget(new QLabel(code), row, 1, Qt::AlignTop);
    grid->addWidget(title, row, 2, Qt::AlignTop);
    grid->addWidget(text, row, 3, Qt::AlignTop);
}

}  // namespace

LegendDialog::LegendDialog(const Policy &policy, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What the colours mean"));
    auto *column = new QVBoxLayout(this);
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setColumnStretch(3, 1);
    grid->setHorizontalSpacing(12);
    const QString language = QLocale().name();
    addHeading(grid, tr("Licence classes"));
    for (const LicenceClass cls : allLicenceClasses) {
        QString meaning;
        for (const ClassText &text : policy.classes()) {
            if (text.licenceClass == cls)
                meaning = text.meaning.in(language);
        }
        addRow(grid, Theme::classIcon(cls), licenceClassCode(cls), Messages::licenceClass(cls), meaning);
    }
    addHeading(grid, tr("Risk levels"));
    for (const RiskLevel level :
         {RiskLevel::Safe, RiskLevel::Low, RiskLevel::Medium, RiskLevel::High, RiskLevel::Extreme, RiskLevel::NotAssessed})
        addRow(grid, Theme::riskIcon(level), {}, Messages::risk(level), riskMeaning(level));
    addHeading(grid, tr("Risk and permission are two things: a finding can be high risk and still be permitted."));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 44);
}

}  // namespace waybill
