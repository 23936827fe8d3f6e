// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/licencecatalog.h"

#include <QByteArrayView>

#include <vector>

namespace waybill {

/// How a licence was recognised, strongest first.
enum class MatchKind : quint8 {
    ExactText,  ///< the whole reference text after SPDX normalisation
    CloseText,  ///< the reference text with small differences; score = share of its words found in order
    Eula,       ///< a vendor agreement by its title and edition marks
    Header,     ///< a standard "this file is licensed under" notice
    Tag,        ///< an SPDX-License-Identifier
    Reference,  ///< a pointer to a licence ("/usr/share/common-licenses/GPL-3", "licensed under the Apache License, Version 2.0")
    Declared,   ///< a field of package metadata
};
QLatin1String matchKindId(MatchKind kind);  ///< "exact-text", "close-text", ...

/// One licence seen in one text.
struct LicenceMatch {
    QString expression;  ///< SPDX expression or LicenseRef
    MatchKind kind = MatchKind::Reference;
    double score = 0;      ///< 0 to 1: share of the reference that was found; 1 for tags, references and titles
    qint64 firstByte = 0;  ///< range in the text that was given: [firstByte, endByte)
    qint64 endByte = 0;
    int firstLine = 0;  ///< from 1, inclusive
    int lastLine = 0;
    QString edition;             ///< edition id of an agreement (resources/policy/eula-nvidia.yaml), else empty
    bool isAlternative = false;  ///< the text offers it as a choice beside the match before it
};

/// Recognises licences in text. Immutable after load and safe to use from several threads at once.
class LicenceMatcher
{
public:
    /// Opens the index that the build compiles from the SPDX list (licences.idx, memory-mapped).
    static Result<std::shared_ptr<const LicenceMatcher>> load(std::shared_ptr<const LicenceCatalog> catalog);
    ~LicenceMatcher();

    /// All licences in the text, ordered by position; of more than 100,000 matches, the first ones and one of each further
    /// licence. Any bytes are accepted; time is linear in the size.
    std::vector<LicenceMatch> match(QByteArrayView text) const;
    /// The reference text of an SPDX id (UTF-8), or empty.
    QByteArray referenceText(const QString &id) const;

private:
    LicenceMatcher();
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
