// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/binaryfile.h"
#include "core/component/component.h"
#include "core/component/sbomclaims.h"
#include "core/image/baseimage.h"
#include "core/image/image.h"
#include "core/licence/licencematcher.h"
#include "core/licence/vendorrights.h"
#include "core/tree/filetree.h"
#include "core/trust/trusttypes.h"

#include <memory>

namespace waybill {

/// A licence seen at a place in the image.
struct LicenceEvidence {
    LicenceMatch match;
    std::string path;
    int layer = 0;
    QString asWritten;  ///< the declared words, for kind Declared
};

/// How the terms of a file were established, in order of trust.
enum class Basis : quint8 {
    FileText,     ///< a text, header or tag inside the file itself
    VendorRule,   ///< a file rule of a vendor agreement or product
    Component,    ///< the package that owns the file
    NearestText,  ///< the nearest licence file above it
    Generated,    ///< written by the system or a package manager (caches, databases, package metadata): no terms of its own
    OwnAssumed,   ///< unowned and copied in from the build folder: assumed to be the user's own work
    None,         ///< nothing established
    OwnStated,    ///< in a folder that the user named as the company's own work
};
QLatin1String basisId(Basis basis);

/// The common facts of all files that stand under the same terms for the same reason. Rules are applied to judgements,
/// not to files: an image has thousands of them at most.
struct Judgement {
    ComponentId component;  ///< owner, or invalid
    QString expression;     ///< SPDX expression or LicenseRef; empty when unknown
    LicenceClass licenceClass = LicenceClass::Unknown;
    Basis basis = Basis::None;
    FileRight right;                   ///< right.right == NoAgreement when no vendor agreement speaks
    std::vector<EvidenceId> evidence;  ///< best first
    quint32 liveFiles = 0;
    quint32 ghostFiles = 0;
    qint64 liveBytes = 0;
    qint64 ghostBytes = 0;
    std::vector<quint16> layers;  ///< layers that hold such files, ascending
};

/// Result of reading one layer.
struct LayerReading {
    QString diffId;        ///< computed over the bytes read; empty when the layer failed
    QString storedDigest;  ///< computed
    qint64 unpackedBytes = 0;
    quint32 entries = 0;
    bool complete = false;  ///< false: what could not be read counts as not assessed
    Error error;            ///< meaningful when not complete
};

/// Everything that is known of one image: facts only, no opinion. Immutable; share by pointer, any thread.
struct Inventory {
    Image image;
    BaseImage base;
    std::vector<LayerReading> readings;  ///< one per layer
    std::vector<ImageNote> notes;        ///< found while reading the layers
    std::shared_ptr<const FileTree> tree;
    std::vector<Component> components;
    std::vector<BinaryFile> binaries;  ///< executables, libraries, objects; ascending node order
    std::vector<SbomClaim> claims;     ///< bills of materials inside the image, by layer
    std::vector<LicenceEvidence> evidence;
    std::vector<Judgement> judgements;
    std::vector<quint32> judgementOf;  ///< per node: index into judgements, or JudgementId::none for folders and links
    std::vector<quint32> nodeOffsets;  ///< per judgement, into judgedNodes; one more element than judgements
    std::vector<quint32> judgedNodes;  ///< nodes grouped by judgement, ascending in each group
    TrustFacts trust;                  ///< what the bytes say about intruders, secrets and changed files
    QString osName;                    ///< PRETTY_NAME of os-release, or empty
    bool partial = false;              ///< a scan in progress or cancelled: layers without `complete` were not read

    const Judgement *judgement(NodeId node) const
    {
        const quint32 index = judgementOf[node.value];
        return index == JudgementId::none ? nullptr : &judgements[index];
    }
    const Component *component(const Judgement &judgement) const
    {
        return judgement.component.isValid() ? &components[judgement.component.value] : nullptr;
    }
    const BinaryFile *binary(NodeId node) const;        ///< null when the file is none or was not read
    bool isComplete() const;                            ///< every layer was read to its end
    std::vector<NodeId> nodesOf(JudgementId id) const;  ///< ascending node order
    void indexJudgements();                             ///< fills nodeOffsets and judgedNodes from judgementOf
};

}  // namespace waybill
