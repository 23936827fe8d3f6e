// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/sources.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

namespace {

/// An archive with the manifest under test, one config and one layer.
class OneManifest final : public FileSet
{
public:
    explicit OneManifest(QByteArray manifest) : m_manifest(std::move(manifest)) { }
    bool contains(const QString &path) const override { return open(path).has_value(); }
    Result<std::unique_ptr<ByteSource>> open(const QString &path) const override
    {
        if (path == QLatin1String("manifest.json"))
            return member(m_manifest);
        if (path == QLatin1String("c.json"))
            return member(R"({"os":"linux","architecture":"amd64","rootfs":{"type":"layers","diff_ids":[]}})");
        if (path == QLatin1String("l.tar"))
            return member(QByteArray(1024, '\0'));
        return fail(ErrorKind::MissingPart, path);
    }
    QString name() const override { return QStringLiteral("fuzz"); }

private:
    static std::unique_ptr<ByteSource> member(const QByteArray &bytes)
    {
        return sliceOf(memorySource(bytes, QStringLiteral("fuzz")), 0, bytes.size(), QStringLiteral("fuzz"));
    }
    QByteArray m_manifest;
};

}  // namespace

/// manifest.json of docker archives: everything that is listed can be asked for without harm.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto source = openDockerArchive(std::make_shared<const OneManifest>(bytesOf(data, size)), QStringLiteral("fuzz"));
    if (!source)
        return 0;
    const int count = static_cast<int>((*source)->listings().size());
    require(count > 0, "an archive without images is refused");
    for (int i = 0; i < qMin(count, 20); ++i) {
        const auto image = (*source)->image(i);
        if (!image)
            continue;
        for (size_t layer = 0; layer < qMin<size_t>(image->layers.size(), 20); ++layer) {
            const auto bytes = (*source)->openLayer(*image, static_cast<int>(layer));
            require(bytes.has_value() == image->layers[layer].available, "available layers open, others do not");
        }
    }
    return 0;
}
