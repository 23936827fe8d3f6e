// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/aboutdialog.h"

#include "core/report/messages.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace waybill {

AboutDialog::AboutDialog(const QString &policyVersion, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Waybill"));
    auto *column = new QVBoxLayout(this);
    auto *title = new QLabel(tr("Waybill %1").arg(QStringLiteral(WAYBILL_VERSION)), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    title->setFont(large);
    column->addWidget(title);
    const QStringList paragraphs {
        tr("Judges whether a container image may be shipped, and says what has to change if not."),
        tr("Policy %1 · Qt %2").arg(policyVersion, QString::fromLatin1(qVersion())),
        tr("Copyright 2026 The Waybill authors. Free software under the GNU General Public License, version 3 or later "
           "(GPL-3.0-or-later). It comes without any warranty."),
        tr("Uses Qt (LGPL-3.0), Qt Charts (GPL-3.0, the reason for the licence of the whole program), KSyntaxHighlighting (MIT), "
           "libarchive (BSD-2-Clause), zlib, ISA-L and zstd, OpenSSL (Apache-2.0), qpdf (Apache-2.0), yaml-cpp (MIT), and the "
           "SPDX "
           "licence list."),
        Messages::disclaimer(),
    };
    for (const QString &paragraph : paragraphs) {
        auto *label = new QLabel(paragraph, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
}

}  // namespace waybill
