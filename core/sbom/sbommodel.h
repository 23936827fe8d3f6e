// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sbom/sbom.h"
#include "core/sbom/sbomlicences.h"
#include "core/sbom/sbomorigins.h"

#include <QUuid>

#include <vector>

namespace waybill {

/// A person or organisation as bills name them.
struct SbomParty {
    QString name;
    QString mail;
    bool isPerson = false;
    QString url = {};  ///< for those without a mail address
    bool isEmpty() const { return name.isEmpty(); }
    /// Reads "Name <mail> (url)" and its kin.
    static SbomParty parse(const QString &words);
};

/// A file of the final image.
struct SbomFile {
    NodeId node;
    QString id;  ///< unique in the document, letters, digits, points and hyphens
    QString path;
    int layer = 0;
    const FileDigest *digest = nullptr;
    quint32 owner = ComponentId::none;  ///< package index
    bool executable = false;
    bool archive = false;
    QString concluded = {};  ///< expression, or empty
};

/// Where a package's licence was seen.
struct SbomLicenceEvidence {
    QString expression;
    QString path;
    QString how;  ///< matchKindId
    int firstLine = 0;
    double score = 0;
};

/// One component; the index is that of Inventory::components.
struct SbomPackage {
    const Component *component = nullptr;
    QString id;
    /// Its own; of a part that has none the date of its file, RFC 3339 in UTC (BSI TR-03183-2, "component version").
    QString version;
    SbomParty supplier;
    SbomParty maker;    ///< who made it; where nobody is named, its supplier
    QString declared;   ///< what its metadata says, or empty
    QString concluded;  ///< what Waybill makes of metadata and texts, or empty
    QString download;
    QString fileName;
    QString foundIn;               ///< path of the metadata
    std::vector<quint32> files;    ///< into SbomModel::files
    std::vector<quint32> depends;  ///< packages
    std::vector<SbomLicenceEvidence> evidence;
    const FileDigest *digest = nullptr;  ///< when the package is one file
    QString verificationCode;            ///< SPDX 2.3 clause 7.9, over its files; empty without files
    bool executable = false;
    bool archive = false;
};

/// What all formats say, made once. Borrows the inventory and the digests.
class SbomModel
{
public:
    static Result<SbomModel> make(const Inventory &inventory, const LicenceCatalog &catalog, const FileDigests *digests,
                                  const SbomOptions &options);

    const Inventory *inventory = nullptr;
    QString name, version, purl;
    SbomParty supplier;
    SbomParty author;
    QString digest;  ///< of the image, "sha256:..."
    QUuid uuid;      ///< of the document: equal for equal images, formats and options
    QDateTime created;
    std::vector<SbomPackage> packages;
    std::vector<SbomFile> files;
    std::vector<CustomLicence> licences;
    QString verificationCode;  ///< as that of a package, over the files that no package owns
    QString concluded;         ///< of the whole image: what all its parts ask for together

    QString time() const { return created.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")); }
    QString layerDigest(int layer) const;  ///< as stored, else of the unpacked tar; empty when unknown
    QString layerWords(int layer) const;   ///< "layer 2, sha256:..."

private:
    struct Maker;
    void nameImage(const Inventory &facts, const SbomOptions &options, bool withFiles);
};

/// Lower-case hex.
template <size_t Size>
QString hexOf(const std::array<char, Size> &bytes)
{
    return QString::fromLatin1(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(Size)).toHex());
}

}  // namespace waybill
