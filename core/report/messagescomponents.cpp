// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/messages.h"

namespace waybill {

QString Messages::explanation(Explanation explanation)
{
    switch (explanation) {
    case Explanation::Package:
        return tr("package");
    case Explanation::Product:
        return tr("product without a package");
    case Explanation::Text:
        return tr("licence text");
    case Explanation::Rule:
        return tr("rule of a vendor agreement");
    case Explanation::Generated:
        return tr("generated");
    case Explanation::Own:
        return tr("own work");
    case Explanation::Unexplained:
        return tr("unexplained");
    }
    return {};
}

QString Messages::unexplainedKind(UnexplainedKind kind)
{
    switch (kind) {
    case UnexplainedKind::Elf:
        return tr("program or library");
    case UnexplainedKind::StaticLibrary:
        return tr("static library");
    case UnexplainedKind::Jar:
        return tr("Java archive");
    case UnexplainedKind::Archive:
        return tr("archive");
    case UnexplainedKind::Other:
        return tr("other file");
    }
    return {};
}

QString Messages::baseImage(const BaseImage &base)
{
    const QString name = base.name.isEmpty() ? QString() : QLatin1Char(' ') + displayText(base.name);
    switch (base.evidence) {
    case BaseEvidence::None:
        return base.name.isEmpty() ? tr("Nothing tells which layers are the base image.")
                                   : tr("A label names the base image%1, but not which layers it has.").arg(name);
    case BaseEvidence::Given:
        return tr("Layers 1 to %1 are the base image%2: you know its digest.").arg(base.layers).arg(name);
    case BaseEvidence::Label:
        return tr("Layers 1 to %1 are the base image%2: the label %3 says so.")
            .arg(base.layers)
            .arg(name, displayText(base.detail));
    case BaseEvidence::History:
        return tr("Layers 1 to %1 are the base image%2: the history has \"%3\" before further layers.")
            .arg(base.layers)
            .arg(name, displayText(base.detail));
    case BaseEvidence::FirstLayer:
        return tr("Layer 1 brings the system; where the base image%1 ends above it, nothing tells.").arg(name);
    }
    return {};
}

QString Messages::linkage(const BinaryFile &binary)
{
    if (binary.format == BinaryFormat::StaticLibrary)
        return tr("static library");
    switch (binary.elf.linkage) {
    case ElfLinkage::Object:
        return tr("object file");
    case ElfLinkage::StaticExecutable:
        return tr("program, statically linked");
    case ElfLinkage::StaticPie:
        return tr("program, statically linked, position-independent");
    case ElfLinkage::DynamicExecutable:
        return tr("program, dynamically linked");
    case ElfLinkage::DynamicPie:
        return tr("program, dynamically linked, position-independent");
    case ElfLinkage::SharedLibrary:
        return tr("shared library");
    case ElfLinkage::Core:
        return tr("memory dump");
    case ElfLinkage::Other:
        return tr("other binary");
    }
    return {};
}

QString Messages::embedded(const EmbeddedLibrary &library)
{
    const QString name = library.version.isEmpty() ? displayText(library.name)
                                                   : displayText(library.name) + QLatin1Char(' ') + displayText(library.version);
    switch (library.relation) {
    case EmbeddedRelation::Itself:
        return tr("is %1").arg(name);
    case EmbeddedRelation::Contained:
        return tr("contains %1, linked statically").arg(name);
    case EmbeddedRelation::BuiltAgainst:
        return tr("was built against %1").arg(name);
    }
    return {};
}

QString Messages::claimState(ClaimState state)
{
    switch (state) {
    case ClaimState::Found:
        return tr("found", "of a part that a bill of materials names");
    case ClaimState::OtherVersion:
        return tr("other version", "of a part that a bill of materials names");
    case ClaimState::Gone:
        return tr("removed later", "of a part that a bill of materials names");
    case ClaimState::Absent:
        return tr("not found", "of a part that a bill of materials names");
    }
    return {};
}

QString Messages::claimPlace(const SbomClaim &claim)
{
    return claim.layer < 0 ? tr("attestation %1").arg(displayPath(claim.path)) : displayPath(claim.path);
}

QString Messages::claimSummary(const SbomClaim &claim, const std::vector<ClaimAnswer> &answers)
{
    std::array<int, claimStateCount> counts {};
    for (const ClaimAnswer &answer : answers)
        ++counts[static_cast<size_t>(answer.state)];
    QStringList words;
    for (size_t i = 0; i < claimStateCount; ++i) {
        if (counts[i] > 0)
            words.append(tr("%1 %2", "12 found").arg(QString::number(counts[i]), claimState(static_cast<ClaimState>(i))));
    }
    return tr("%1 (%2) claims %n part(s): %3", nullptr, static_cast<int>(answers.size()))
        .arg(claimPlace(claim), displayText(claim.format), words.isEmpty() ? tr("nothing") : words.join(QStringLiteral(", ")));
}

}  // namespace waybill
