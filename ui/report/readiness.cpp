// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/readiness.h"

#include "core/report/messages.h"

#include <algorithm>

namespace waybill {

QList<ReadinessItem> Readiness::of(const Review &review, const Policy &policy)
{
    using State = ReadinessItem::State;
    if (!review.inventory)
        return {{State::Stop, tr("No image is open.")}};
    QList<ReadinessItem> items;
    const Inventory &inventory = *review.inventory;
    const auto read = std::count_if(inventory.readings.begin(), inventory.readings.end(),
                                    [](const LayerReading &reading) { return reading.complete; });
    if (inventory.isComplete())
        items.append({State::Good, tr("Scan complete, %n layer(s)", nullptr, static_cast<int>(inventory.image.layers.size()))});
    else
        items.append(
            {State::Warning,
             tr("Scan incomplete: %1 of %2 layers were read. The report says so.").arg(read).arg(inventory.image.layers.size())});
    items.append({State::Good, tr("Delivery: %1").arg(Messages::scenario(review.scenario))});

    int open = 0;
    for (const Question &question : policy.questions()) {
        const bool asked = std::find(question.asked.begin(), question.asked.end(), review.scenario) != question.asked.end();
        open += asked && review.answers.value(question.id).isEmpty() ? 1 : 0;
    }
    if (open == 0)
        items.append({State::Good, tr("Every question is answered")});
    else
        items.append(
            {State::Warning, tr("%n question(s) without an answer; the assumptions are listed in the report", nullptr, open)});

    const int undecided = review.undecided(review.scenario);
    if (undecided == 0)
        items.append({State::Good, tr("No finding waits for a decision")});
    else
        items.append({State::Warning, tr("%n finding(s) undecided", nullptr, undecided)});

    if (logIsIntact(review.log))
        items.append({State::Good, tr("The log is intact")});
    else
        items.append({State::Warning, tr("The log was changed outside the program; the report says so")});
    items.append({State::Good, tr("Policy %1").arg(review.concluded.policyVersion)});
    return items;
}

bool Readiness::canExport(const QList<ReadinessItem> &items)
{
    return std::none_of(items.begin(), items.end(),
                        [](const ReadinessItem &item) { return item.state == ReadinessItem::State::Stop; });
}

}  // namespace waybill
