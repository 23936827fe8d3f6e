// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/packing.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace waybill::test {

/// What to spoil in a built image, for hostile tests. Layers count from 0; layers without content do not count.
struct Damage {
    int truncateLayer = -1;      ///< cut this layer's stored bytes in half
    int flipLayer = -1;          ///< flip one bit in the middle of this layer's stored bytes
    int missingLayer = -1;       ///< leave this layer's blob out
    bool dropEndBlocks = false;  ///< layer tars without padding and end-of-archive blocks
    bool wrongDiffIds = false;
};

/// A container image from a few lines of text. One call to layer() adds a layer:
///
///     TextImage image;
///     image.layer("RUN apt-get install", R"(
///         d usr/bin 755
///         f usr/bin/tool 755 0:0 = some content\nsecond line
///         f usr/share/big 644 = @1000            # 1000 bytes of 'x'
///         f usr/share/text 644 = <NAME           # content registered with content("NAME", bytes)
///         l usr/bin/link -> tool
///         h usr/bin/hard -> usr/bin/tool
///         w usr/bin/old                          # whiteout
///         o usr/share/doc                        # opaque folder
///         c dev/null 666 1:3                     # character device; b: block device, p: fifo
///     )");
///
/// Mode and owner may be left out. Paths, targets and inline content know the escapes \n \t \\ and \xNN (so a space in a
/// path is \x20). A comment is a line that starts with '#', or "  # " (two spaces, hash, space) behind an entry.
/// A line that breaks these rules stops the program: it is a mistake in a test.
/// Everything is deterministic (time 0, owner 0:0 unless given).
class TextImage
{
public:
    TextImage &layer(const QString &createdBy, const QString &lines);
    TextImage &emptyHistory(const QString &createdBy);
    TextImage &content(const QString &name, const QByteArray &bytes);
    TextImage &label(const QString &key, const QString &value);
    TextImage &entrypoint(const QStringList &words);
    TextImage &tag(const QString &name);
    TextImage &platform(const QString &os, const QString &architecture);
    TextImage &packing(Packing packing);
    TextImage &damage(const Damage &damage);

    /// The uncompressed tar of a layer.
    QByteArray layerTar(int layer) const;
    QByteArray dockerArchive() const;  ///< docker save, flat names
    QByteArray ociArchive() const;     ///< OCI layout in a tar
    QByteArray rootfsTar() const;      ///< all layers flattened is not attempted: the first layer's tar
    bool writeOciLayout(const QString &folder) const;
    bool writeFile(const QString &path, const QByteArray &bytes) const;

private:
    struct Layer {
        QString createdBy;
        QString lines;
        bool empty = false;
    };
    std::vector<Layer> m_layers;
    std::vector<std::pair<QString, QByteArray>> m_contents;
    std::vector<std::pair<QString, QString>> m_labels;
    QStringList m_entrypoint;
    QString m_tag = QStringLiteral("example.org/sample:latest");
    QString m_os = QStringLiteral("linux");
    QString m_architecture = QStringLiteral("amd64");
    Packing m_packing = Packing::Plain;
    Damage m_damage;
    struct BuiltLayer;
    struct Built;
    Built build() const;
    QByteArray tarOf(const Layer &layer) const;
    BuiltLayer builtLayer(const Layer &layer, int number) const;
    QByteArray config(const std::vector<BuiltLayer> &layers) const;
    std::vector<std::pair<QString, QByteArray>> ociFiles() const;
};

}  // namespace waybill::test
