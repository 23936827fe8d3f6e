// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/trust/trustmodel.h"

#include "core/report/messages.h"
#include "core/report/trustmessages.h"
#include "ui/theme/palette.h"

#include <QFont>
#include <QLocale>

namespace waybill {

namespace {

constexpr size_t holesMost = 2000;
constexpr size_t partsMost = 500;

RiskLevel levelOf(int severity)
{
    switch (static_cast<TrustSeverity>(severity)) {
    case TrustSeverity::Note:
        return RiskLevel::Safe;
    case TrustSeverity::Low:
        return RiskLevel::Low;
    case TrustSeverity::Medium:
        return RiskLevel::Medium;
    case TrustSeverity::High:
        return RiskLevel::High;
    case TrustSeverity::Extreme:
        break;
    }
    return RiskLevel::Extreme;
}

}  // namespace

void TrustModel::setReport(TrustReport report, std::shared_ptr<const Inventory> inventory)
{
    m_report = std::move(report);
    m_inventory = std::move(inventory);
    rebuild();
}

void TrustModel::clear()
{
    m_report = {};
    m_inventory.reset();
    m_scans.clear();
    m_bills.clear();
    rebuild();
}

void TrustModel::setScans(std::vector<ScannerReport> scans)
{
    m_scans = std::move(scans);
    rebuild();
}

void TrustModel::setBills(std::vector<ComparedBill> bills)
{
    m_bills = std::move(bills);
    rebuild();
}

int TrustModel::add(Row row, int parent)
{
    const int id = static_cast<int>(m_rows.size());
    auto &siblings = parent < 0 ? m_top : m_rows[static_cast<size_t>(parent)].children;
    row.parent = parent;
    row.place = static_cast<int>(siblings.size());
    siblings.push_back(id);
    m_rows.push_back(std::move(row));
    return id;
}

int TrustModel::addLine(const QString &what, const QString &where, int parent)
{
    Row row;
    row.what = what;
    row.where = where;
    return add(std::move(row), parent);
}

void TrustModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_top.clear();
    if (m_inventory) {
        addFindings();
        addScans();
        addBills();
    }
    endResetModel();
}

void TrustModel::addFindings()
{
    const QString language = QLocale().name();
    for (int i = 0; i < trustQuestionCount; ++i) {
        const auto question = static_cast<TrustQuestion>(i);
        Row head;
        head.isQuestion = true;
        head.what = TrustMessages::question(question);
        head.where = TrustMessages::answer(m_report, question);
        if (const auto worst = m_report.worstOf(question)) {
            head.severity = static_cast<int>(*worst);
            head.weight = TrustMessages::severity(*worst);
        }
        const int top = add(std::move(head), -1);
        if (question == TrustQuestion::Maker) {
            const TrustSource &source = m_report.source;
            Row who;
            who.what = TrustMessages::standing(source.standing.standing);
            who.where = source.standing.canonical
                + (source.standing.who.isEmpty() ? QString() : QStringLiteral(" · ") + source.standing.who);
            add(std::move(who), top);
            Row signature;
            signature.what = tr("Signature");
            signature.where = TrustMessages::vouched(source.signature);
            for (const CheckedSignature &one : source.signatures)
                signature.tip += (signature.tip.isEmpty() ? QString() : QStringLiteral("\n")) + one.format + QStringLiteral(" · ")
                    + displayText(one.identity.isEmpty() ? one.manifest : one.identity);
            add(std::move(signature), top);
            Row attestation;
            attestation.what = tr("Attestation");
            attestation.where = TrustMessages::vouched(source.attestation);
            add(std::move(attestation), top);
        }
        for (const TrustFinding &finding : m_report.findings) {
            if (finding.question != question)
                continue;
            Row row;
            row.what = finding.title.in(language);
            row.where = displayText(finding.subject);
            // What is told by layer has no subject; of one place the place says more than the number.
            if (row.where.isEmpty() && finding.places.size() == 1)
                row.where = displayPath(finding.places.front().path);
            if (finding.count > 1)
                row.where += (row.where.isEmpty() ? QString() : QStringLiteral(" · "))
                    + tr("%n place(s)", nullptr, static_cast<int>(finding.count));
            row.severity = static_cast<int>(finding.severity);
            row.weight = TrustMessages::severity(finding.severity);
            row.tip = (finding.allowed.en.isEmpty() ? finding.why : finding.allowed).in(language);
            if (!finding.detail.isEmpty())
                row.tip
                    += QLatin1Char('\n') + displayText(finding.detail).replace(QLatin1String("\\u{000A}"), QLatin1String("\n"));
            const int id = add(std::move(row), top);
            for (const TrustPlace &place : finding.places) {
                Row where;
                where.what = TrustMessages::place(place);
                where.where = displayText(place.seen);
                where.path = place.path;
                where.layer = place.layer;
                if (place.layer >= 0 && static_cast<size_t>(place.layer) < m_inventory->image.layers.size())
                    where.tip = displayText(m_inventory->image.layers[static_cast<size_t>(place.layer)].createdBy.simplified())
                                    .left(400);
                add(std::move(where), id);
            }
        }
    }
}

void TrustModel::addScans()
{
    Row head;
    head.isQuestion = true;
    head.what = tr("Known holes, by somebody else's scanner");
    head.where = m_scans.empty() ? TrustMessages::noScanner() : QString();
    const int top = add(std::move(head), -1);
    for (const ScannerReport &scan : m_scans) {
        int open = 0, dismissed = 0;
        for (const ScannedHole &hole : scan.holes)
            ++(hole.isDismissed() ? dismissed : open);
        Row tool;
        tool.what = QString(scan.tool + QLatin1Char(' ') + scan.toolVersion).trimmed();
        const QString date
            = scan.dataDate.isValid() ? QLocale().toString(scan.dataDate.date(), QLocale::ShortFormat) : tr("not stated");
        tool.where = tr("%n open hole(s), %1 dismissed; data of %2", nullptr, open).arg(QString::number(dismissed), date);
        const int id = add(std::move(tool), top);
        for (size_t i = 0; i < std::min(holesMost, scan.holes.size()); ++i) {
            const ScannedHole &hole = scan.holes[i];
            Row row;
            row.what = displayText(hole.id + QLatin1Char(' ') + hole.package + QLatin1Char(' ') + hole.version);
            row.weight = hole.status.isEmpty() ? hole.severity : hole.status;
            row.where = displayText(hole.reason.isEmpty() ? hole.title : hole.reason + QStringLiteral(" · ") + hole.source);
            add(std::move(row), id);
        }
    }
}

void TrustModel::addBills()
{
    for (const ComparedBill &bill : m_bills) {
        std::array<int, claimStateCount> counts {};
        for (const ClaimAnswer &answer : bill.result.answers)
            ++counts[static_cast<size_t>(answer.state)];
        Row head;
        head.isQuestion = true;
        head.what = tr("Bill of materials %1").arg(displayText(bill.file.section(QLatin1Char('/'), -1)));
        head.where = tr("%1 found, %2 in another version, %3 absent, %4 not claimed, %5 with another licence")
                         .arg(QString::number(counts[0]), QString::number(counts[1]), QString::number(counts[3]),
                              QString::number(bill.result.unclaimed.size()), QString::number(bill.result.otherLicence.size()));
        const int top = add(std::move(head), -1);
        const std::array titles {tr("Claimed and found"), tr("Claimed in another version"), tr("Claimed, and removed by a layer"),
                                 tr("Claimed and absent")};
        for (size_t state = 1; state < claimStateCount; ++state) {
            if (counts[state] == 0)
                continue;
            const int group = addLine(titles[state], QString::number(counts[state]), top);
            for (size_t i = 0; i < bill.result.answers.size() && m_rows[static_cast<size_t>(group)].children.size() < partsMost;
                 ++i) {
                const ClaimAnswer &answer = bill.result.answers[i];
                if (static_cast<size_t>(answer.state) != state)
                    continue;
                const QString found
                    = answer.component.isValid() ? m_inventory->components[answer.component.value].version : QString();
                addLine(displayText(bill.claim.parts[i].name + QLatin1Char(' ') + bill.claim.parts[i].version), found, group);
            }
        }
        if (!bill.result.unclaimed.empty()) {
            const int group = addLine(tr("Found and not claimed"), QString::number(bill.result.unclaimed.size()), top);
            for (size_t i = 0; i < std::min(partsMost, bill.result.unclaimed.size()); ++i) {
                const Component &component = m_inventory->components[bill.result.unclaimed[i].value];
                addLine(displayText(component.name + QLatin1Char(' ') + component.version), displayPath(component.metadataPath),
                        group);
            }
        }
        if (!bill.result.otherLicence.empty()) {
            const int group = addLine(tr("Claimed under another licence"), QString::number(bill.result.otherLicence.size()), top);
            for (size_t i = 0; i < std::min(partsMost, bill.result.otherLicence.size()); ++i) {
                const quint32 part = bill.result.otherLicence[i];
                const Component &component = m_inventory->components[bill.result.answers[part].component.value];
                addLine(displayText(bill.claim.parts[part].name),
                        displayText(bill.claim.parts[part].licence + QStringLiteral(" ≠ ") + component.expression), group);
            }
        }
    }
}

QModelIndex TrustModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &list = parent.isValid() ? m_rows[parent.internalId()].children : m_top;
    return createIndex(row, column, static_cast<quintptr>(list[static_cast<size_t>(row)]));
}

QModelIndex TrustModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = m_rows[child.internalId()].parent;
    return parent < 0 ? QModelIndex() : createIndex(m_rows[static_cast<size_t>(parent)].place, 0, static_cast<quintptr>(parent));
}

int TrustModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_top.size());
    return parent.column() == 0 ? static_cast<int>(m_rows[parent.internalId()].children.size()) : 0;
}

int TrustModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant TrustModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? row.what : index.column() == Weight ? row.weight : row.where;
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? (index.column() == Where ? QVariant(row.where) : QVariant()) : QVariant(row.tip);
    case Qt::DecorationRole:
        // A note is no harm, but no proof of safety either: it has no sign.
        return index.column() == Weight && row.severity > static_cast<int>(TrustSeverity::Note)
            ? QVariant(Theme::riskIcon(levelOf(row.severity)))
            : QVariant();
    case Qt::FontRole:
        if (row.isQuestion) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case PathRole:
        return QByteArray::fromStdString(row.path);
    case LayerRole:
        return row.layer;
    default:
        return {};
    }
}

QVariant TrustModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("What") : section == Weight ? tr("Weight") : tr("About");
}

}  // namespace waybill
