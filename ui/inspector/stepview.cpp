// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/stepview.h"

#include "ui/inspector/textblock.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace waybill {

StepView::StepView(int number, const WhyStep &step, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    auto *figure = new QLabel(QString::number(number), this);
    QFont strong = font();
    strong.setBold(true);
    figure->setFont(strong);
    figure->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00")));
    figure->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto *title = new QLabel(step.title, this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(strong);
    grid->addWidget(figure, 0, 0);
    grid->addWidget(title, 0, 1);
    auto *text = new TextBlock(step.text, this);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(step.title, step.text));
    grid->addWidget(text, 1, 1, 1, 2);
    if (!step.detail.isEmpty()) {
        auto *detail = new TextBlock(step.detail, this);
        detail->setFaded();
        grid->addWidget(detail, 2, 1, 1, 2);
    }
    if (!step.node.isValid() && step.layer < 0)
        return;
    auto *show = new QToolButton(this);
    show->setAutoRaise(true);
    if (step.node.isValid()) {
        show->setText(tr("Open file"));
        show->setAccessibleName(tr("Open the file of step %1, %2").arg(number).arg(step.title));
        connect(show, &QToolButton::clicked, this, [this, node = step.node] { Q_EMIT showFileRequested(node); });
    } else {
        show->setText(tr("Show layer"));
        show->setAccessibleName(tr("Show the layer of step %1").arg(number));
        connect(show, &QToolButton::clicked, this, [this, layer = step.layer] { Q_EMIT showLayerRequested(layer); });
    }
    grid->addWidget(show, 0, 2, Qt::AlignTop | Qt::AlignRight);
}

}  // namespace waybill
