// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/licence/licenceclass.h"

#include <QStringList>

#include <memory>
#include <string_view>

namespace waybill {

/// What a vendor agreement says of one file.
enum class Right : quint8 {
    NoAgreement,              ///< no vendor agreement governs this file
    Distributable,            ///< may be passed on
    DistributableConditions,  ///< may be passed on under named conditions
    InternalOnly,             ///< for internal use only
    NotListed,                ///< the agreement grants only what it lists, and this file is not listed
};
QLatin1String rightId(Right right);  ///< "not-listed", ...

/// First bytes decide what a file is; names mislead.
enum class ContentKind : quint8 { NotRead, Empty, Elf, Archive, Script, Text, Binary };

/// Everything the rules may look at. Borrowed views: valid during the call.
struct FileFacts {
    std::string_view path;  ///< inside the image, no leading slash
    qint64 size = 0;        ///< bytes
    ContentKind content = ContentKind::NotRead;
    QString componentName;     ///< owning package, or empty
    QString componentKind;     ///< "deb", "pypi", ..., or empty
    QString componentEdition;  ///< edition of the vendor agreement found in the component's own texts, or empty
    QString nearestEdition;    ///< edition found nearest to the file when its component carries none, or empty
};

/// The answer for one file, with the clause it rests on.
struct FileRight {
    Right right = Right::NoAgreement;
    LicenceClass licenceClass = LicenceClass::Unknown;
    QString expression;          ///< SPDX expression or LicenseRef of the governing terms
    QString productId;           ///< "cuda-toolkit", "triton-tools", ...; empty when only the agreement is known
    QString agreementId;         ///< "nvidia-cuda-eula", ...
    QString editionId;           ///< edition that governs, "" when none is in hand
    bool editionInHand = false;  ///< the text was found in the image, not assumed
    QString newerEditionId;      ///< set when a newer edition lists the file: "would be allowed under"
    QString group;               ///< "tool", "driver", "static-library", "header", ...: what kind of file this is
    QString clause;              ///< "1.1.2(4)"
    QStringList conditions;      ///< condition ids that go with the right ("app", "unmodified", "driver-hub-only")
};

/// File-by-file rights of vendor agreements and product recognition: resources/policy/{eula-nvidia,products}.yaml.
/// Immutable after load, any thread.
class VendorRights
{
public:
    static Result<std::shared_ptr<const VendorRights>> load();
    ~VendorRights();

    /// nullopt when no product rule and no vendor agreement speaks about the file.
    std::optional<FileRight> judge(const FileFacts &file) const;
    /// Display name of a product, agreement or edition ("CUDA Toolkit EULA, 2018-08-16"); the id itself when unknown.
    QString title(const QString &id) const;
    /// Date of an edition (ISO 8601) or empty.
    QString editionDate(const QString &editionId) const;

private:
    VendorRights();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
