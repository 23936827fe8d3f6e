// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace waybill {

/// Read-only plain text that can be selected and copied, as tall as it needs to be. Unlike a label it breaks long paths and
/// digests, and it never reads its text as markup. UI thread.
class TextBlock : public QTextEdit
{
    Q_OBJECT
public:
    explicit TextBlock(const QString &text, QWidget *parent = nullptr);
    void setFaded();  ///< secondary text
    void setStrong();
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    void recolour();
    bool m_faded = false;
};

}  // namespace waybill
