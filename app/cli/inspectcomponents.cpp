// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/inspectcomponents.h"

#include "core/inventory/ledger.h"
#include "core/inventory/licencegap.h"
#include "core/inventory/sbomcomparison.h"
#include "core/report/messages.h"

#include <QCoreApplication>
#include <QLocale>

namespace waybill {

namespace {

struct ComponentText {
    Q_DECLARE_TR_FUNCTIONS(waybill::InspectText)
};

constexpr size_t mostFiles = 200;
constexpr size_t mostClaimed = 50;

void print(Terminal &terminal, const TextTable &table)
{
    for (const QString &line : table.lines())
        terminal.print(line);
}

QString gapText(LicenceGap gap)
{
    switch (gap) {
    case LicenceGap::None:
        break;
    case LicenceGap::NotUnderstood:
        return ComponentText::tr("not established: it names terms that are not known");
    case LicenceGap::TextNotKnown:
        return ComponentText::tr("not established: its licence file holds no known text");
    case LicenceGap::ListedOnly:
        return ComponentText::tr("not established: only a list inside another package names it");
    case LicenceGap::CompiledIn:
        return ComponentText::tr("not established: compiled into a program that carries no terms of it");
    case LicenceGap::NoRule:
        return ComponentText::tr("not established: its terms depend on more than its name");
    case LicenceGap::NothingStated:
        return ComponentText::tr("not established: its metadata state none and it has no licence file");
    }
    return {};
}

/// Shares close to nothing or to everything keep digits enough to be told from it.
QString share(qint64 part, qint64 whole)
{
    const double percent = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QLocale().toString(percent, 'f', 2) + QStringLiteral(" %");
}

/// Claims are shown beside what was found, never mixed with it.
void printClaims(Terminal &terminal, const Inventory &inventory)
{
    if (inventory.claims.empty())
        return;
    terminal.print({});
    terminal.print(
        ComponentText::tr("Bills of materials that came with the image. They are claims; what counts is what was found."));
    for (const SbomClaim &claim : inventory.claims) {
        const std::vector<ClaimAnswer> answers = answerClaim(inventory, claim);
        terminal.print(Messages::claimSummary(claim, answers));
        size_t shown = 0;
        for (size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].state == ClaimState::Found || ++shown > mostClaimed)
                continue;
            terminal.print(QStringLiteral("  %1: %2 %3")
                               .arg(Messages::claimState(answers[i].state), displayText(claim.parts[i].name),
                                    displayText(claim.parts[i].version)));
        }
        if (shown > mostClaimed)
            terminal.print(
                QStringLiteral("  ")
                + ComponentText::tr("and %n more; the JSON form lists them", nullptr, static_cast<int>(shown - mostClaimed)));
        if (!claim.complete)
            terminal.print(QStringLiteral("  ") + ComponentText::tr("It could not be read to its end."));
    }
}

}  // namespace

void printComponents(Terminal &terminal, const Inventory &inventory)
{
    TextTable table({ComponentText::tr("Kind"), ComponentText::tr("Name"), ComponentText::tr("Version"),
                     ComponentText::tr("Layer"), ComponentText::tr("Files"), ComponentText::tr("Bytes"),
                     ComponentText::tr("Licence")},
                    {false, false, false, true, true, true, false});
    for (const Component &component : inventory.components) {
        const QString layer = component.isGhost()
            ? ComponentText::tr("%1, removed in %2").arg(component.layer + 1).arg(component.hiddenBy + 1)
            : QString::number(component.layer + 1);
        QString name = displayText(component.name);
        if (component.partOf.isValid() && component.kind == QLatin1String("product"))
            name = ComponentText::tr("%1 (in %2)").arg(name, displayText(inventory.components[component.partOf.value].name));
        table.add({component.kind, name, displayText(component.version), layer, QString::number(component.files),
                   Messages::bytes(component.bytes),
                   component.expression.isEmpty() ? gapText(licenceGapOf(component)) : component.expression});
    }
    print(terminal, table);
    printClaims(terminal, inventory);
}

void printUnexplained(Terminal &terminal, const Inventory &inventory)
{
    const Ledger ledger = ledgerOf(inventory);
    const qint64 all = ledger.liveTotal.bytes + ledger.ghostTotal.bytes;
    TextTable sums({ComponentText::tr("Explained by"), ComponentText::tr("Files"), ComponentText::tr("Bytes"),
                    ComponentText::tr("Ghost files"), ComponentText::tr("Ghost bytes"), ComponentText::tr("Share")},
                   {false, true, true, true, true, true});
    const auto row = [&](const QString &name, const LedgerSum &live, const LedgerSum &ghost) {
        sums.add({name, QString::number(live.files), Messages::bytes(live.bytes), QString::number(ghost.files),
                  Messages::bytes(ghost.bytes), share(live.bytes + ghost.bytes, all)});
    };
    for (size_t i = 0; i < explanationCount; ++i)
        row(Messages::explanation(static_cast<Explanation>(i)), ledger.live[i], ledger.ghost[i]);
    row(ComponentText::tr("all"), ledger.liveTotal, ledger.ghostTotal);
    print(terminal, sums);
    if (ledger.unexplained.empty())
        return;
    terminal.print({});
    TextTable files({ComponentText::tr("Unexplained"), ComponentText::tr("Bytes"), ComponentText::tr("Layer"),
                     ComponentText::tr("State"), ComponentText::tr("Path")},
                    {false, true, true, false, false});
    for (size_t i = 0; i < std::min(mostFiles, ledger.unexplained.size()); ++i) {
        const UnexplainedFile &file = ledger.unexplained[i];
        const TreeNode &node = inventory.tree->node(file.node);
        files.add({Messages::unexplainedKind(file.kind), QString::number(file.bytes), QString::number(node.layer + 1),
                   node.isGhost() ? ComponentText::tr("removed in %1").arg(node.hiddenBy + 1) : QString(),
                   displayPath(inventory.tree->path(file.node))});
    }
    print(terminal, files);
    if (ledger.unexplained.size() > mostFiles)
        terminal.print(ComponentText::tr("and %n more; the JSON form lists them", nullptr,
                                         static_cast<int>(ledger.unexplained.size() - mostFiles)));
}

}  // namespace waybill
