// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licenceclass.h"

#include <QWidget>

#include <vector>

namespace waybill {

/// What the fills of a chart mean: fill with its pattern, shape, code and word of every class in it. Breaks into lines.
class ClassLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ClassLegend(QWidget *parent = nullptr);
    void setClasses(std::vector<LicenceClass> classes);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString text(LicenceClass cls) const;
    int itemWidth(LicenceClass cls) const;
    int lineHeight() const;
    std::vector<QRect> arrange(int width) const;
    std::vector<LicenceClass> m_classes;
};

}  // namespace waybill
