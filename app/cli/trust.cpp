// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/trustverb.h"
#include "app/cli/verb.h"

#include "core/report/jsontrust.h"
#include "core/report/messages.h"
#include "core/report/trustmessages.h"
#include "core/review/reviewstore.h"
#include "core/sbom/trivyrun.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace waybill {

namespace {

struct TrustVerbText {
    Q_DECLARE_TR_FUNCTIONS(waybill::TrustVerbText)
};

QString yesNo(bool yes)
{
    return yes ? TrustVerbText::tr("yes") : TrustVerbText::tr("no");
}

void printPlaces(Terminal &terminal, const TrustFinding &finding, const Inventory &inventory)
{
    constexpr size_t shown = 5;
    QString lastInstruction;
    for (size_t i = 0; i < std::min(shown, finding.places.size()); ++i) {
        const TrustPlace &place = finding.places[i];
        QString line = TrustMessages::place(place);
        if (!place.seen.isEmpty())
            line += QStringLiteral(": ") + displayText(place.seen);
        terminal.print(QStringLiteral("      ") + line);
        const QString instruction
            = place.layer >= 0 ? inventory.image.layers[static_cast<size_t>(place.layer)].createdBy : QString();
        if (!instruction.isEmpty() && instruction != lastInstruction)
            terminal.print(QStringLiteral("        ") + displayText(instruction.simplified()).left(140));
        lastInstruction = instruction;
    }
    if (finding.count > shown)
        terminal.print(QStringLiteral("      ")
                       + TrustVerbText::tr("and %n more place(s)", nullptr, static_cast<int>(finding.count - shown)));
}

void printSource(Terminal &terminal, const TrustSource &source)
{
    QString who = TrustMessages::standing(source.standing.standing);
    if (!source.standing.canonical.isEmpty())
        who += QStringLiteral(": ") + source.standing.canonical;
    if (!source.standing.who.isEmpty())
        who += QStringLiteral(" (") + source.standing.who + QLatin1Char(')');
    terminal.print(QStringLiteral("  ") + who);
    terminal.print(QStringLiteral("  ")
                   + TrustVerbText::tr("Pinned by digest: %1. Signature: %2. Attestation: %3. Bill of materials attached: %4.")
                         .arg(yesNo(source.pinned), TrustMessages::vouched(source.signature),
                              TrustMessages::vouched(source.attestation), TrustMessages::vouched(source.sbom)));
    for (const CheckedSignature &one : source.signatures) {
        if (one.standing == SignatureStanding::Verified)
            terminal.print(QStringLiteral("  ")
                           + TrustVerbText::tr("Signed for %1, verified with %2 (%3).")
                                 .arg(one.subject, one.key, one.isAttestation() ? one.predicateType : one.format));
    }
}

void printQuestion(Terminal &terminal, const TrustReport &report, TrustQuestion question, const Inventory &inventory)
{
    const QString language = QLocale().name();
    terminal.print({});
    terminal.print(TrustMessages::question(question) + QStringLiteral("  ") + TrustMessages::answer(report, question));
    if (question == TrustQuestion::Maker)
        printSource(terminal, report.source);
    for (const TrustFinding &finding : report.findings) {
        if (finding.question != question)
            continue;
        QString line = QStringLiteral("  [") + TrustMessages::severity(finding.severity) + QStringLiteral("] ")
            + finding.title.in(language);
        if (!finding.subject.isEmpty())
            line += QStringLiteral(": ") + displayText(finding.subject);
        terminal.print(line);
        terminal.print(QStringLiteral("      ") + (finding.allowed.en.isEmpty() ? finding.why : finding.allowed).in(language));
        for (const QString &detail : finding.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            terminal.print(QStringLiteral("      ") + displayText(detail));
        printPlaces(terminal, finding, inventory);
    }
}

void printScans(Terminal &terminal, const std::vector<ScannerReport> &scans)
{
    constexpr int shown = 20;
    terminal.print({});
    if (scans.empty())
        terminal.print(TrustMessages::noScanner());
    for (const ScannerReport &scan : scans) {
        const QString date
            = scan.dataDate.isValid() ? scan.dataDate.toUTC().toString(Qt::ISODate) : TrustVerbText::tr("not stated");
        int open = 0, dismissed = 0;
        for (const ScannedHole &hole : scan.holes)
            ++(hole.isDismissed() ? dismissed : open);
        terminal.print(
            TrustVerbText::tr("%1 %2 reports %n open hole(s); %3 dismissed by statements; its data is of: %4", nullptr, open)
                .arg(scan.tool, scan.toolVersion, QString::number(dismissed), date));
        int printed = 0;
        for (const ScannedHole &hole : scan.holes) {
            if (++printed > shown)
                break;
            QString line = QStringLiteral("  %1 %2: %3 %4").arg(hole.severity, hole.id, hole.package, hole.version);
            if (!hole.fixed.isEmpty())
                line += QStringLiteral(" -> ") + hole.fixed;
            if (!hole.status.isEmpty())
                line += QStringLiteral(" [%1: %2, %3]").arg(hole.status, hole.reason, hole.source);
            terminal.print(displayText(line));
        }
    }
}

void printBills(Terminal &terminal, const std::vector<ComparedBill> &bills)
{
    for (const ComparedBill &bill : bills) {
        std::array<int, claimStateCount> counts {};
        for (const ClaimAnswer &answer : bill.result.answers)
            ++counts[static_cast<size_t>(answer.state)];
        terminal.print({});
        terminal.print(displayText(QStringLiteral("%1 (%2, %3)").arg(bill.file, bill.claim.format, bill.claim.tool)));
        terminal.print(
            QStringLiteral("  ")
            + TrustVerbText::tr("claimed and found: %1; another version: %2; removed again: %3; claimed and absent: %4; "
                                "found and unclaimed: %5; another licence: %6")
                  .arg(QString::number(counts[0]), QString::number(counts[1]), QString::number(counts[2]),
                       QString::number(counts[3]), QString::number(bill.result.unclaimed.size()),
                       QString::number(bill.result.otherLicence.size())));
    }
}

/// `scannerFailed`: it is there and gave no answer, so the result is not complete.
Result<std::vector<ScannerReport>> scansOf(Context &context, bool &scannerFailed)
{
    std::vector<ScannerReport> scans;
    for (const QString &path : context.line.values("report")) {
        const auto bytes = readReportFile(path);
        auto report = bytes ? readScannerReport(*bytes) : Result<ScannerReport>(fail(bytes.error()));
        if (!report) {
            report.error().subject = path;
            return fail(report.error());
        }
        scans.push_back(std::move(*report));
    }
    if (context.line.has("with-trivy")) {
        TrivyOptions options;
        options.offline = context.line.offline;
        auto report = runTrivy(context.line.arguments.first(), options, context.cancel);
        scannerFailed = !report && report.error().kind != ErrorKind::NotFound;
        if (!report && report.error().kind == ErrorKind::NotFound)
            context.terminal.warn(QStringLiteral("waybill: ")
                                  + TrustVerbText::tr("Trivy is not installed; nobody has looked for known holes."));
        else if (!report && context.cancel.isCancelled())
            return fail(report.error());
        else if (!report)
            context.terminal.warn(QStringLiteral("waybill: ")
                                  + TrustVerbText::tr("Trivy failed, so nobody has looked for known holes: %1")
                                        .arg(displayText(report.error().cause)));
        else
            scans.push_back(std::move(*report));
    }
    for (const QString &path : context.line.values("vex")) {
        const auto bytes = readReportFile(path);
        auto vex = bytes ? readVex(*bytes) : Result<VexDocument>(fail(bytes.error()));
        if (!vex) {
            vex.error().subject = path;
            return fail(vex.error());
        }
        for (ScannerReport &scan : scans)
            applyVex(scan, *vex, path);
    }
    return scans;
}

Result<std::vector<ComparedBill>> billsOf(Context &context, const Inventory &inventory, const LicenceCatalog &catalog)
{
    std::vector<ComparedBill> bills;
    for (const QString &path : context.line.values("sbom")) {
        const auto bytes = readReportFile(path);
        if (!bytes)
            return fail(bytes.error());
        auto claim = readSbomClaim(*bytes);
        if (!claim)
            return fail(ErrorKind::NotSupported, path, QStringLiteral("neither SPDX nor CycloneDX nor Syft JSON"));
        ComparedBill bill {path, std::move(*claim), {}};
        bill.result = reconcileBill(inventory, bill.claim, catalog);
        bills.push_back(std::move(bill));
    }
    return bills;
}

Result<std::vector<VerifyingKey>> keysOf(Context &context)
{
    std::vector<VerifyingKey> keys;
    for (const QString &path : context.line.values("key")) {
        const auto bytes = readReportFile(path);
        if (!bytes)
            return fail(bytes.error());
        auto key = VerifyingKey::fromPem(*bytes, path);
        if (!key)
            return fail(key.error());
        keys.push_back(std::move(*key));
    }
    return keys;
}

int runTrust(Context &context)
{
    const QString failOn = context.line.value("fail-on");
    const auto level = trustSeverityFromId(failOn);
    if (!failOn.isEmpty() && !level)
        return context.usage(
            TrustVerbText::tr("Unknown weight \"%1\"; there are note, low, medium, high and extreme.").arg(failOn));
    const QDate today
        = context.line.has("date") ? QDate::fromString(context.line.value("date"), Qt::ISODate) : QDate::currentDate();
    if (!today.isValid())
        return context.usage(TrustVerbText::tr("--date takes a date like 2026-11-25."));
    const auto knowledge = TrustKnowledge::load();
    if (!knowledge)
        return context.fail(knowledge.error());
    bool scannerFailed = false;
    const auto scans = scansOf(context, scannerFailed);
    if (!scans)
        return context.fail(scans.error());
    const auto facts = trustFacts(context, context.line.arguments.first());
    if (!facts)
        return context.fail(facts.error());
    const Inventory &inventory = *facts->inventory;
    const auto keys = keysOf(context);
    if (!keys)
        return context.fail(keys.error());
    const auto bills = billsOf(context, inventory, *knowledge->catalog);
    if (!bills)
        return context.fail(bills.error());
    const TrustReport report = trustReportOf(inventory, *knowledge, today, facts->listings ? &*facts->listings : nullptr,
                                             checkSignatures(facts->signatures, inventory.image.manifestDigest, *keys));
    if (context.line.isJson()) {
        context.terminal.print(QString::fromUtf8(QJsonDocument(trustJson(inventory, report, *scans, *bills)).toJson()).trimmed());
    } else {
        for (int i = 0; i < trustQuestionCount; ++i)
            printQuestion(context.terminal, report, static_cast<TrustQuestion>(i), inventory);
        printScans(context.terminal, *scans);
        printBills(context.terminal, *bills);
        context.terminal.print({});
        context.terminal.print(
            TrustVerbText::tr(
                "Compared with package databases: %1 files, %2 differ, %3 not compared. Rules of %4, outdated parts as of %5.")
                .arg(QString::number(report.checksums.compared), QString::number(report.checksums.mismatches.size()),
                     QString::number(report.checksums.notCompared), report.rulesVersion,
                     report.outdatedAsOf.toString(Qt::ISODate)));
    }
    if (context.cancel.isCancelled())
        return Cancelled;
    if (level && report.worstOfAll() && *report.worstOfAll() >= *level)
        return PolicyFailed;
    const int completeness = Context::completeness(inventory);
    return completeness == Ok && scannerFailed ? Incomplete : completeness;
}

}  // namespace

Result<FactsOfTrust> trustFacts(Context &context, const QString &path)
{
    FactsOfTrust facts;
    if (ReviewStore::looksLikeReview(path)) {
        const auto policy = context.policy();
        if (!policy)
            return fail(policy.error());
        const auto review = ReviewStore::load(path, **policy);
        if (!review)
            return fail(review.error());
        facts.inventory = review->inventory;
        return facts;
    }
    const auto source = context.openSource(path);
    if (!source)
        return fail(source.error());
    facts.listings = (*source)->listings();
    const auto inventory = context.inventory(path);
    if (!inventory)
        return fail(inventory.error());
    facts.inventory = *inventory;
    facts.signatures = (*source)->signatures((*inventory)->image);
    return facts;
}

const Verb &trustVerb()
{
    static const Verb verb {
        "trust",
        QT_TRANSLATE_NOOP("waybill::CommandLine",
                          "May we trust it: who made it, what is in it that should not be, what is outdated."),
        "IMAGE",
        1,
        1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {{"report", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "JSON report of Trivy or Grype about this image; may be given again.")},
         {"vex", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Statements about holes, OpenVEX or CycloneDX; may be given again.")},
         {"sbom", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "A bill of materials to compare with the bytes; may be given again.")},
         {"key", "FILE",
          QT_TRANSLATE_NOOP("waybill::CommandLine",
                            "Public key or certificate (PEM) to check attached signatures with; may be given again.")},
         {"with-trivy", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Run an installed Trivy on the same image.")},
         {"date", "DATE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Judge ends of life as of this day; else today.")},
         {"fail-on", "WEIGHT",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Fail from this weight on: note, low, medium, high or extreme.")}},
        runTrust,
    };
    return verb;
}

}  // namespace waybill
