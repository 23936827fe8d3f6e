// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/foldertar.h"
#include "core/archive/inflater.h"
#include "core/archive/layerreader.h"
#include "core/archive/openbelow.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace waybill {

namespace {

constexpr qint64 recordLimit = 1LL << 30;

/// One stretch of the rebuilt tar: raw bytes, or the content of a file.
struct Stretch {
    qint64 offset = 0;
    qint64 size = 0;
    qint64 rawAt = -1;  ///< into the raw bytes; -1: a file
    std::string path;
};

class SplitTar final : public ByteSource
{
public:
    SplitTar(int root, QByteArray raw, std::vector<Stretch> stretches, qint64 size, QString name)
        : m_root(root), m_raw(std::move(raw)), m_stretches(std::move(stretches)), m_size(size), m_name(std::move(name))
    {
    }
    ~SplitTar() override { ::close(m_root); }
    SplitTar(const SplitTar &) = delete;
    SplitTar &operator=(const SplitTar &) = delete;

    qint64 size() const override { return m_size; }
    QString name() const override { return m_name; }
    Result<qint64> readAt(qint64 offset, std::span<char> into) const override
    {
        if (offset < 0 || offset >= m_size)
            return 0;
        into = into.first(static_cast<size_t>(std::min<qint64>(static_cast<qint64>(into.size()), m_size - offset)));
        auto stretch = std::upper_bound(m_stretches.begin(), m_stretches.end(), offset,
                                        [](qint64 at, const Stretch &s) { return at < s.offset; });
        size_t done = 0;
        for (stretch = std::prev(stretch); done < into.size() && stretch != m_stretches.end(); ++stretch) {
            const qint64 from = offset + static_cast<qint64>(done) - stretch->offset;
            const auto length
                = static_cast<size_t>(std::min<qint64>(stretch->size - from, static_cast<qint64>(into.size() - done)));
            if (auto copied = copy(*stretch, from, into.subspan(done, length)); !copied)
                return fail(copied.error());
            done += length;
        }
        return static_cast<qint64>(done);
    }

private:
    Result<void> copy(const Stretch &stretch, qint64 from, std::span<char> into) const
    {
        if (stretch.rawAt >= 0) {
            std::memcpy(into.data(), m_raw.constData() + stretch.rawAt + from, into.size());
            return {};
        }
        const int fd = openBelow(m_root, stretch.path, O_RDONLY | O_NONBLOCK);
        if (fd < 0)
            return fail(Error {errno == EACCES ? ErrorKind::AccessDenied : ErrorKind::MissingPart, m_name,
                               QString::fromLocal8Bit(std::strerror(errno)), -1, QByteArray::fromStdString(stretch.path), -1,
                               -1});
        size_t done = 0;
        ssize_t got = 1;
        while (done < into.size() && got > 0) {
            got = ::pread(fd, into.data() + done, into.size() - done, from + static_cast<qint64>(done));
            if (got < 0 && errno == EINTR)
                got = 1;
            else
                done += static_cast<size_t>(std::max<ssize_t>(0, got));
        }
        ::close(fd);
        // A file that shrank: the diff ID will tell.
        std::fill(into.begin() + static_cast<std::ptrdiff_t>(done), into.end(), '\0');
        return {};
    }

    int m_root;
    QByteArray m_raw;
    std::vector<Stretch> m_stretches;
    qint64 m_size;
    QString m_name;
};

/// Builds the list of stretches from the lines of a record.
class SplitReader
{
public:
    explicit SplitReader(QString name) : m_name(std::move(name)) { }
    Result<void> line(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        const int type = object[QLatin1String("type")].toInt();
        if (type == 2) {
            const auto bytes = QByteArray::fromBase64Encoding(object[QLatin1String("payload")].toString().toLatin1());
            if (!bytes)
                return malformed("padding that is not base64");
            if (!(*bytes).isEmpty())
                m_stretches.push_back({m_size, (*bytes).size(), m_raw.size(), {}});
            m_raw += *bytes;
            m_size += (*bytes).size();
            return {};
        }
        if (type != 1)
            return malformed("a line of unknown type");
        const double size = object[QLatin1String("size")].toDouble();
        if (size < 0 || size > 1e15)
            return malformed("a file of impossible size");
        QByteArray name = object[QLatin1String("name")].toString().toUtf8();
        if (object.contains(QLatin1String("name_raw")))
            name = QByteArray::fromBase64(object[QLatin1String("name_raw")].toString().toLatin1());
        auto path = normalisePath(name.toStdString());
        if (!path)
            return malformed("a path that leads out");
        if (size > 0)
            m_stretches.push_back({m_size, static_cast<qint64>(size), -1, std::move(*path)});
        m_size += static_cast<qint64>(size);
        return {};
    }
    QByteArray m_raw;
    std::vector<Stretch> m_stretches;
    qint64 m_size = 0;

private:
    tl::unexpected<Error> malformed(const char *cause) const
    {
        return fail(ErrorKind::Malformed, m_name, QStringLiteral("tar-split: ") + QLatin1String(cause));
    }
    QString m_name;
};

}  // namespace

Result<std::shared_ptr<const ByteSource>> tarFromSplit(const ByteSource &record, const QString &folder)
{
    auto inflater = makeInflater(Compression::Gzip, record, nullptr);
    if (!inflater)
        return fail(inflater.error());
    SplitReader reader(record.name());
    QByteArray pending;
    qint64 total = 0;
    for (bool atEnd = false; !atEnd;) {
        const auto piece = (*inflater)->next();
        if (!piece)
            return fail(piece.error());
        atEnd = piece->empty();
        total += static_cast<qint64>(piece->size());
        if (total > recordLimit)
            return fail(ErrorKind::LimitExceeded, record.name(), QStringLiteral("a tar-split record of over 1 GiB"));
        pending.append(piece->data(), static_cast<qsizetype>(piece->size()));
        qsizetype start = 0;
        for (qsizetype end = pending.indexOf('\n'); end >= 0; start = end + 1, end = pending.indexOf('\n', start)) {
            if (auto read = reader.line(pending.mid(start, end - start)); !read)
                return fail(read.error());
        }
        pending.remove(0, start);
    }
    if (!pending.trimmed().isEmpty()) {
        if (auto read = reader.line(pending); !read)
            return fail(read.error());
    }
    if (reader.m_stretches.empty())
        return fail(ErrorKind::Malformed, record.name(), QStringLiteral("tar-split: nothing in it"));
    const int root = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return fail(errno == EACCES ? ErrorKind::AccessDenied : ErrorKind::MissingPart, folder,
                    QString::fromLocal8Bit(std::strerror(errno)));
    return std::make_shared<const SplitTar>(root, std::move(reader.m_raw), std::move(reader.m_stretches), reader.m_size, folder);
}

}  // namespace waybill
