// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/temporarycopy.h"

#include "core/archive/temporarybytes.h"

namespace waybill {

namespace {

class TemporarySource final : public ByteSource
{
public:
    TemporarySource(std::unique_ptr<TemporaryBytes> bytes, QString name) : m_bytes(std::move(bytes)), m_name(std::move(name)) { }
    qint64 size() const override { return m_bytes->size(); }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override { return m_bytes->readAt(offset, into); }
    QString name() const override { return m_name; }

private:
    const std::unique_ptr<const TemporaryBytes> m_bytes;
    QString m_name;
};

}  // namespace

Result<std::shared_ptr<const ByteSource>> unpackToTemporary(const ByteSource &source, Compression compression, qint64 limit,
                                                            const CancelToken &cancel)
{
    auto inflater = makeInflater(compression, source, nullptr);
    if (!inflater)
        return fail(inflater.error());
    auto file = TemporaryBytes::create();
    if (!file)
        return fail(file.error());
    for (;;) {
        if (cancel.isCancelled())
            return fail(ErrorKind::Io, source.name(), QStringLiteral("cancelled"));
        const auto piece = (*inflater)->next();
        if (!piece)
            return fail(piece.error());
        if (piece->empty())
            break;
        if ((*file)->size() + static_cast<qint64>(piece->size()) > limit)
            return fail(ErrorKind::LimitExceeded, source.name(), QStringLiteral("unpacks to more than %1 bytes").arg(limit));
        if (auto written = (*file)->append(*piece); !written)
            return fail(written.error());
    }
    return std::make_shared<const TemporarySource>(std::move(*file), source.name());
}

}  // namespace waybill
