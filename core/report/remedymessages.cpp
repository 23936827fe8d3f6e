// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/remedymessages.h"

#include "core/report/messages.h"

namespace waybill {

namespace {

constexpr qsizetype breaksShown = 3;

QString files(qint64 count)
{
    return RemedyMessages::tr("%n file(s)", nullptr, static_cast<int>(count));
}

}  // namespace

QString RemedyMessages::what(const Removal &removal)
{
    const QString subject = displayText(removal.subject);
    if (removal.kind == RemovalKind::Package && removal.components.size() > 1)
        return tr("%1 and %n package(s) that need it", nullptr, static_cast<int>(removal.components.size()) - 1).arg(subject);
    if (removal.kind == RemovalKind::Package)
        return tr("%1, whole package").arg(subject);
    return tr("%1: %2").arg(subject, files(removal.liveFiles + removal.ghostFiles));
}

QString RemedyMessages::reason(const Removal &removal)
{
    switch (removal.reason) {
    case RemovalReason::Ghost:
        return tr("gone at run time already");
    case RemovalReason::NotNeeded:
        return tr("nothing that stays needs it");
    case RemovalReason::FilesOnly:
        return tr("the package stays, only these files go");
    case RemovalReason::NoPackage:
        return tr("no package owns these files");
    case RemovalReason::LeavesOpen:
        return tr("only if no decision settles it");
    case RemovalReason::AskedFor:
        return tr("asked for");
    }
    return {};
}

QString RemedyMessages::breakage(const Breakage &breakage)
{
    const QString who = displayText(breakage.who);
    const QString needs = displayText(breakage.needs);
    switch (breakage.kind) {
    case BreakageKind::Package:
        return tr("%1 needs %2").arg(who, needs);
    case BreakageKind::Library:
        return tr("/%1 loads %2").arg(who, needs);
    case BreakageKind::EntryPoint:
        return tr("the image starts with it: %1").arg(who);
    case BreakageKind::Essential:
        return tr("%1 is essential to the system").arg(who);
    }
    return {};
}

QString RemedyMessages::ifRemoved(const Removal &removal)
{
    if (removal.breaks.empty())
        return tr("nothing known breaks");
    QStringList lines;
    for (const Breakage &item : removal.breaks) {
        const QString line = breakage(item);
        if (!lines.contains(line))
            lines.append(line);
    }
    const qsizetype more = lines.size() - breaksShown;
    lines = lines.mid(0, breaksShown);
    if (more > 0)
        lines.append(tr("and %n more", nullptr, static_cast<int>(more)));
    return tr("breaks: %1").arg(lines.join(QStringLiteral("; ")));
}

QString RemedyMessages::obstacle(const Obstacle &obstacle, const Policy &policy)
{
    QStringList who;
    for (const Breakage &item : obstacle.neededBy) {
        if (who.size() < breaksShown && !who.contains(breakage(item)))
            who.append(breakage(item));
    }
    QString text = tr("%1: %2 cannot go, the image needs them to run (%3).")
                       .arg(displayText(obstacle.subject), files(static_cast<qint64>(obstacle.nodes.size())),
                            who.join(QStringLiteral("; ")));
    if (!obstacle.newerEditionId.isEmpty())
        text += QLatin1Char(' ') + tr("They would be allowed under %1.").arg(policy.termsTitle(obstacle.newerEditionId));
    return text;
}

QString RemedyMessages::hint(const RemedyHint &hint, const Policy &policy)
{
    const QString parts = displayText(hint.parts.join(QStringLiteral(", ")));
    if (hint.id == QLatin1String("runtime-image"))
        return tr("Start from a runtime image instead of a development image: %1 (%2) of tools, headers and static libraries "
                  "would not be there (%3).")
            .arg(files(hint.files), Messages::bytes(hint.bytes), parts);
    if (hint.id == QLatin1String("newer-edition"))
        return tr("%1 (%2) would be allowed under %3; one recorded decision to rely on it, or an answer of the vendor, "
                  "settles them.")
            .arg(files(hint.files), Messages::bytes(hint.bytes), policy.termsTitle(hint.parts.value(0)));
    if (hint.id == QLatin1String("minimal-base"))
        return tr("A smaller base image brings fewer duties: %1 (%2) of the system are under strong copyleft (%3).")
            .arg(files(hint.files), Messages::bytes(hint.bytes), parts);
    if (hint.id == QLatin1String("trusted-publisher"))
        return tr("Nothing in the image says who published it; start from an image of a known publisher, named by digest.");
    return {};
}

QString RemedyMessages::summary(const RemedyPlan &plan)
{
    return tr("%1: %2 now; %3 after the chosen removals, %4 less (%5 of %6 stay).")
        .arg(Messages::scenario(plan.scenario), Messages::verdict(plan.before.verdict), Messages::verdict(plan.after.verdict),
             Messages::bytes(plan.bytesBefore - plan.bytesAfter), Messages::bytes(plan.bytesAfter),
             Messages::bytes(plan.bytesBefore));
}

QString RemedyMessages::copyRule()
{
    return tr("Deleting a file in a later layer hides it but still ships it. Remove it in the same instruction, use a "
              "multi-stage build, or take another base.");
}

}  // namespace waybill
