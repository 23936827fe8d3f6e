// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first two questions: who made the image, and is it what it says.

#include "core/inventory/sbomcomparison.h"
#include "core/inventory/trustreportparts.h"
#include "core/licence/licenceexpression.h"

#include <algorithm>

namespace waybill {

namespace {

QString systemId(const QString &osName)
{
    const QString words = osName.toLower();
    for (const char *id : {"debian", "ubuntu", "alpine", "fedora", "centos", "rocky", "almalinux", "red hat", "opensuse", "suse",
                           "wolfi", "amazon", "arch"}) {
        if (words.contains(QLatin1String(id)))
            return QString::fromLatin1(id);
    }
    return {};
}

/// "registry/owner/name:tag@digest" without tag and digest.
QString repositoryOf(const QString &reference)
{
    QString name = reference.section(QLatin1Char('@'), 0, 0);
    const qsizetype colon = name.lastIndexOf(QLatin1Char(':'));
    if (colon > name.lastIndexOf(QLatin1Char('/')))
        name.truncate(colon);
    return name;
}

bool speaksOfSignature(const ImageListing &listing, const QString &digest)
{
    const QString tag = QString(digest).replace(QLatin1Char(':'), QLatin1Char('-'));
    static const QStringList media {QStringLiteral("application/vnd.dev.cosign.simplesigning.v1+json"),
                                    QStringLiteral("application/vnd.dev.cosign.artifact.sig.v1+json"),
                                    QStringLiteral("application/vnd.dev.sigstore.bundle.v0.3+json"),
                                    QStringLiteral("application/vnd.cncf.notary.signature")};
    return listing.name.endsWith(QString(tag + QLatin1String(".sig"))) || media.contains(listing.mediaType);
}

}  // namespace

void TrustJudge::source(const std::vector<ImageListing> *listings)
{
    const Image &image = m_inventory.image;
    TrustSource &source = m_report.source;
    const bool fromRegistry = image.sourceKind == SourceKind::Registry;
    source.reference = fromRegistry ? image.reference : image.name;
    // A bare tag names no account.
    const bool named = fromRegistry || image.name.contains(QLatin1Char('/')) || image.name.contains(QLatin1Char(':'));
    source.standing = m_knowledge.publishers->standingOf(named ? repositoryOf(source.reference) : QString());
    source.pinned = source.reference.contains(QLatin1String("@sha256:"));
    const Standing &standing = source.standing;
    const QString subject = standing.canonical.isEmpty() ? source.reference : standing.canonical;
    switch (standing.standing) {
    case NameStanding::LookAlike:
        add(QStringLiteral("look-alike"), TrustQuestion::Maker, TrustSeverity::High, subject, standing.resembles);
        break;
    case NameStanding::Borrowed:
        add(QStringLiteral("borrowed-name"), TrustQuestion::Maker, TrustSeverity::Medium, subject, standing.resembles);
        break;
    case NameStanding::Unknown:
        add(QStringLiteral("unknown-publisher"), TrustQuestion::Maker, TrustSeverity::Low, subject);
        break;
    case NameStanding::Unnamed:
        add(QStringLiteral("unnamed"), TrustQuestion::Maker, TrustSeverity::Note, subject);
        break;
    case NameStanding::Known:
        if (standing.kind == QLatin1String("former"))
            add(QStringLiteral("former-publisher"), TrustQuestion::Maker, TrustSeverity::Medium, subject, standing.note);
        break;
    }
    if (named && !source.pinned) {
        const QString tag = source.reference.section(QLatin1Char(':'), -1);
        const bool moving = tag.isEmpty() || tag == QLatin1String("latest") || tag.contains(QLatin1Char('/'));
        add(QStringLiteral("not-pinned"), TrustQuestion::Maker, moving ? TrustSeverity::Low : TrustSeverity::Note,
            source.reference);
    }
    if (m_inventory.base.evidence == BaseEvidence::None)
        add(QStringLiteral("base-unknown"), TrustQuestion::Maker, TrustSeverity::Note, m_inventory.base.name);
    const bool carries = image.sourceKind == SourceKind::OciLayout || image.sourceKind == SourceKind::OciArchive || fromRegistry;
    if (!listings || !carries)
        return;
    // A layout that was copied without its referrers looks like one that never had any.
    const Vouched without = Vouched::CannotTell;
    source.signature = source.attestation = source.sbom = without;
    for (const ImageListing &listing : *listings) {
        if (listing.isImage || (!listing.attachedTo.isEmpty() && listing.attachedTo != image.manifestDigest))
            continue;
        source.attached.append(listing.mediaType.isEmpty() ? listing.name : listing.mediaType);
        if (speaksOfSignature(listing, image.manifestDigest))
            source.signature = Vouched::NotChecked;
        else if (listing.mediaType.contains(QLatin1String("spdx")) || listing.mediaType.contains(QLatin1String("cyclonedx"))
                 || listing.name.endsWith(QLatin1String(".sbom")))
            source.sbom = Vouched::NotChecked;
        else if (!listing.attachedTo.isEmpty() || listing.mediaType.contains(QLatin1String("in-toto"))
                 || listing.name.endsWith(QLatin1String(".att")))
            source.attestation = Vouched::NotChecked;
    }
}

/// What the keys say outweighs what the listing says; one good signature outweighs others with unknown keys.
void TrustJudge::signatures(std::vector<CheckedSignature> checked)
{
    TrustSource &source = m_report.source;
    const auto standingOf = [&checked](bool attestations) -> std::optional<Vouched> {
        std::optional<Vouched> result;
        for (const CheckedSignature &one : checked) {
            if (one.isAttestation() != attestations || one.standing == SignatureStanding::Unreadable)
                continue;
            const Vouched vouched = one.standing == SignatureStanding::Verified ? Vouched::Verified
                : one.standing == SignatureStanding::NotChecked                 ? Vouched::NotChecked
                                                                                : Vouched::Contradicted;
            const bool better
                = !result || vouched == Vouched::Verified || (vouched == Vouched::NotChecked && *result == Vouched::Contradicted);
            result = better ? vouched : *result;
        }
        return result;
    };
    source.signature = standingOf(false).value_or(source.signature);
    source.attestation = standingOf(true).value_or(source.attestation);
    for (const CheckedSignature &one : checked) {
        const bool otherImage = one.standing == SignatureStanding::OtherImage;
        const bool otherKey = one.standing == SignatureStanding::OtherKey;
        if (otherImage)
            add(QStringLiteral("signature-other-image"), TrustQuestion::Maker, TrustSeverity::High, one.manifest, one.subject);
        const Vouched all = one.isAttestation() ? source.attestation : source.signature;
        if (otherKey)
            add(QStringLiteral("signature-other-key"), TrustQuestion::Maker,
                all == Vouched::Verified ? TrustSeverity::Note : TrustSeverity::High, one.manifest, one.identity);
        if (one.standing == SignatureStanding::Unreadable)
            add(QStringLiteral("signature-unreadable"), TrustQuestion::Maker, TrustSeverity::Low, one.manifest, one.format);
    }
    source.signatures = std::move(checked);
}

void TrustJudge::labels()
{
    const Image &image = m_inventory.image;
    for (const ImageNote &note : m_inventory.notes) {
        if (note.id != QLatin1String("diff-id-mismatch"))
            continue;
        TrustFinding &finding
            = add(QStringLiteral("layer-mismatch"), TrustQuestion::Claims, TrustSeverity::High, {}, note.detail);
        place(finding, {{}, note.layer, 0, note.detail, -1});
    }
    const QString base = image.labels.value(QStringLiteral("org.opencontainers.image.base.name")).toLower();
    const QString claimed = systemId(base);
    const QString found = systemId(m_inventory.osName);
    if (!claimed.isEmpty() && !found.isEmpty() && claimed != found)
        add(QStringLiteral("label-system"), TrustQuestion::Claims, TrustSeverity::Medium, base, m_inventory.osName);
    // Most of the programs decide; single ones for other machines are emulators and test data.
    quint32 right = 0, wrong = 0;
    const quint16 machine = image.platform.architecture == QLatin1String("amd64") ? 62
        : image.platform.architecture == QLatin1String("arm64")                   ? 183
        : image.platform.architecture == QLatin1String("386")                     ? 3
        : image.platform.architecture == QLatin1String("arm")                     ? 40
        : image.platform.architecture == QLatin1String("ppc64le")                 ? 21
        : image.platform.architecture == QLatin1String("s390x")                   ? 22
        : image.platform.architecture == QLatin1String("riscv64")                 ? 243
                                                                                  : 0;
    for (const BinaryFile &binary : m_inventory.binaries) {
        const bool program = binary.format == BinaryFormat::Elf && binary.elf.linkage != ElfLinkage::Object
            && !m_inventory.tree->node(binary.node).isGhost();
        if (program)
            ++(binary.elf.machine == machine ? right : wrong);
    }
    if (machine != 0 && wrong > right)
        add(QStringLiteral("label-architecture"), TrustQuestion::Claims, TrustSeverity::Medium, image.platform.toString(),
            QStringLiteral("%1 of %2 programs").arg(wrong).arg(wrong + right));
    const QString licence = image.labels.value(QStringLiteral("org.opencontainers.image.licenses"));
    const auto promised = LicenceExpression::parse(licence);
    if (licence.isEmpty() || !promised || promised->evaluate(*m_knowledge.catalog) == LicenceClass::Unknown)
        return;
    LicenceClass strictest = promised->evaluate(*m_knowledge.catalog);
    const int rank = licenceClassRank(strictest);
    for (const Judgement &judgement : m_inventory.judgements) {
        if (judgement.liveFiles > 0 && judgement.licenceClass != LicenceClass::Unknown
            && licenceClassRank(judgement.licenceClass) > licenceClassRank(strictest))
            strictest = judgement.licenceClass;
    }
    if (licenceClassRank(strictest) > rank)
        add(QStringLiteral("label-licence"), TrustQuestion::Claims, TrustSeverity::Low, licence, licenceClassId(strictest));
}

void TrustJudge::bills()
{
    for (const SbomClaim &claim : m_inventory.claims) {
        std::array<int, claimStateCount> counts {};
        QStringList first;
        const std::vector<ClaimAnswer> answers = answerClaim(m_inventory, claim);
        for (size_t i = 0; i < answers.size(); ++i) {
            ++counts[static_cast<size_t>(answers[i].state)];
            if (answers[i].state != ClaimState::Found && first.size() < 5)
                first.append(claim.parts[i].name + QLatin1Char(' ') + claim.parts[i].version);
        }
        const int missing = static_cast<int>(answers.size()) - counts[static_cast<size_t>(ClaimState::Found)];
        if (missing == 0)
            continue;
        // What a wheel's own bill says is compiled in leaves no trace that could be missed.
        const bool ofPackage = claim.path.find(".dist-info/sboms/") != std::string::npos;
        const bool onlyAbsent = missing == counts[static_cast<size_t>(ClaimState::Absent)];
        TrustFinding &finding = add(QStringLiteral("sbom-differs"), TrustQuestion::Claims,
                                    ofPackage && onlyAbsent ? TrustSeverity::Note : TrustSeverity::Low,
                                    claim.subject.isEmpty() ? claim.format : claim.subject,
                                    QStringLiteral("%1 claimed, %2 found, %3 in another version, %4 removed, %5 absent: %6")
                                        .arg(answers.size())
                                        .arg(counts[static_cast<size_t>(ClaimState::Found)])
                                        .arg(counts[static_cast<size_t>(ClaimState::OtherVersion)])
                                        .arg(counts[static_cast<size_t>(ClaimState::Gone)])
                                        .arg(counts[static_cast<size_t>(ClaimState::Absent)])
                                        .arg(first.join(QStringLiteral(", "))));
        place(finding, {claim.path, claim.layer, 0, claim.format, -1});
    }
}

/// A file that carries a copyleft text of its own inside a package that declares something milder.
void TrustJudge::copyleft()
{
    for (const Judgement &judgement : m_inventory.judgements) {
        const Component *component = m_inventory.component(judgement);
        const bool strong
            = judgement.licenceClass == LicenceClass::StrongCopyleft || judgement.licenceClass == LicenceClass::NetworkCopyleft;
        if (!component || judgement.basis != Basis::FileText || !strong || isManaged(component))
            continue;
        LicenceClass declared = LicenceClass::Unknown;
        bool mild = false;
        for (const DeclaredLicence &statement : component->declared) {
            const auto parsed = LicenceExpression::parse(statement.expression);
            if (statement.expression.isEmpty() || !parsed)
                continue;
            declared = parsed->evaluate(*m_knowledge.catalog);
            mild = true;
            if (declared == LicenceClass::Unknown
                || licenceClassRank(declared) >= licenceClassRank(LicenceClass::StrongCopyleft)) {
                mild = false;
                break;
            }
        }
        if (!mild)
            continue;
        TrustFinding &finding = add(QStringLiteral("undeclared-copyleft"), TrustQuestion::Claims, TrustSeverity::Medium,
                                    component->name + QLatin1Char(' ') + component->version, judgement.expression);
        const auto index = static_cast<size_t>(&judgement - m_inventory.judgements.data());
        for (const NodeId node : m_inventory.nodesOf(JudgementId(index)))
            placeNode(finding, node, 0, judgement.expression);
    }
}

}  // namespace waybill
