// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/jobpresenter.h"

#include "core/report/messages.h"

#include <QLocale>

#include <algorithm>

namespace waybill {

namespace {

constexpr qint64 steadyAfterMs = 5000;
constexpr qint64 sampleMs = 500;

}  // namespace

void JobPresenter::restart()
{
    *this = JobPresenter();
}

void JobPresenter::feed(const Progress &progress, qint64 elapsedMs)
{
    const Stage stage = progress.stage;
    const qint64 done = progress.bytesDone;
    const qint64 total = progress.bytesTotal;
    if (stage != m_lastStage) {
        m_lastStage = stage;
        m_stageStartMs = elapsedMs;
        m_bytesPerMs = 0;
        m_lastBytes = done;
        m_lastMs = elapsedMs;
    }
    if (elapsedMs - m_lastMs >= sampleMs) {
        const double now = static_cast<double>(done - m_lastBytes) / static_cast<double>(elapsedMs - m_lastMs);
        m_bytesPerMs = m_bytesPerMs > 0 ? 0.7 * m_bytesPerMs + 0.3 * now : now;
        m_lastBytes = done;
        m_lastMs = elapsedMs;
    }
    m_stage = Messages::stage(stage);
    m_permille = stage == Stage::ReadingLayers && total > 0
        ? static_cast<int>(std::clamp<double>(1000.0 * static_cast<double>(done) / static_cast<double>(total), 0, 1000))
        : -1;
    QStringList parts;
    if (const int layers = progress.layersTotal; layers > 0)
        parts.append(tr("%1 of %2 layers").arg(progress.layersDone.load()).arg(layers));
    if (total > 0)
        parts.append(tr("%1 of %2", "bytes").arg(Messages::bytes(done), Messages::bytes(total)));
    if (const qint64 entries = progress.entriesDone; entries > 0)
        parts.append(tr("%1 entries").arg(QLocale().toString(entries)));
    if (stage == Stage::ReadingLayers && m_bytesPerMs > 0) {
        parts.append(tr("%1 per second").arg(Messages::bytes(static_cast<qint64>(m_bytesPerMs * 1000))));
        if (total > done)
            parts.append(timeLeft(total - done, elapsedMs));
    }
    parts.removeAll(QString());
    m_details = parts.join(QStringLiteral(" · "));
}

QString JobPresenter::timeLeft(qint64 remainingBytes, qint64 elapsedMs) const
{
    if (elapsedMs - m_stageStartMs < steadyAfterMs)
        return {};
    const auto seconds = static_cast<qint64>(static_cast<double>(remainingBytes) / m_bytesPerMs / 1000.0) + 1;
    if (seconds >= 90)
        return tr("about %n minute(s) left", nullptr, static_cast<int>(std::min<qint64>((seconds + 30) / 60, 10000)));
    return tr("about %n second(s) left", nullptr, static_cast<int>(seconds));
}

}  // namespace waybill
