// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace waybill {

/// Who the image is, how big it is, and whether it may be shipped in the chosen scenario. The facts stand in a fixed order.
/// Follows the session; owned by the main window.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderBar(Session *session, QWidget *parent = nullptr);

Q_SIGNALS:
    void riskRequested(waybill::RiskLevel level);  ///< show the findings of this level
    void verdictRequested();                       ///< show what holds the verdict
    void nextUndecidedRequested();
    void listingRequested(int listing);  ///< another platform or tag of the same source

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void refreshIdentity(const Image &image);
    void refreshAmounts(const Image &image);
    void refreshVerdict();
    void buildPlatformMenu(const Image &image);
    QToolButton *riskChip(RiskLevel level, quint32 count);

    Session *m_session;
    QLabel *m_reference = nullptr;
    QLabel *m_digest = nullptr;
    QToolButton *m_copyDigest = nullptr;
    QToolButton *m_platform = nullptr;
    QLabel *m_origin = nullptr;
    QLabel *m_amounts = nullptr;
    QToolButton *m_verdict = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QLabel *m_undecided = nullptr;
    QToolButton *m_next = nullptr;
};

}  // namespace waybill
