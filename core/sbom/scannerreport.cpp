// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sbom/scannerreport.h"

#include "core/component/findertools.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace waybill {

namespace {

constexpr size_t entriesMost = 500'000;
constexpr qsizetype textMost = 2000;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().left(textMost);
}

QJsonArray list(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toArray();
}

QJsonObject part(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QDateTime time(const QString &words)
{
    return QDateTime::fromString(words, Qt::ISODateWithMs);
}

void add(ScannerReport &report, ScannedHole hole)
{
    if (hole.id.isEmpty())
        return;
    if (report.holes.size() >= entriesMost)
        report.complete = false;
    else
        report.holes.push_back(std::move(hole));
}

ScannerReport trivy(const QJsonObject &root)
{
    ScannerReport report;
    report.tool = QStringLiteral("Trivy");
    report.toolVersion = text(part(root, "Trivy"), "Version");
    report.made = time(text(root, "CreatedAt"));
    report.subject = text(root, "ArtifactName");
    const QJsonObject metadata = part(root, "Metadata");
    for (const QJsonValue &value : list(metadata, "RepoDigests"))
        report.digests.append(value.toString().section(QLatin1Char('@'), 1).left(textMost));
    report.digests.append(text(metadata, "ImageID"));
    report.dataDate = time(text(part(part(root, "Trivy"), "VulnerabilityDB"), "UpdatedAt"));
    for (const QJsonValue &value : list(root, "Results")) {
        const QJsonObject result = value.toObject();
        for (const QJsonValue &entry : list(result, "Vulnerabilities")) {
            const QJsonObject found = entry.toObject();
            const QString path = text(found, "PkgPath");
            add(report,
                {text(found, "VulnerabilityID"),
                 text(found, "Severity").toLower(),
                 text(found, "PkgName"),
                 text(found, "InstalledVersion"),
                 text(part(found, "PkgIdentifier"), "PURL"),
                 text(found, "FixedVersion"),
                 text(found, "Title"),
                 path.isEmpty() ? text(result, "Target") : path,
                 {},
                 {},
                 {}});
        }
        for (const QJsonValue &entry : list(result, "ExperimentalModifiedFindings")) {
            const QJsonObject changed = entry.toObject();
            const QJsonObject found = part(changed, "Finding");
            add(report,
                {text(found, "VulnerabilityID"), text(found, "Severity").toLower(), text(found, "PkgName"),
                 text(found, "InstalledVersion"), text(part(found, "PkgIdentifier"), "PURL"), text(found, "FixedVersion"),
                 text(found, "Title"), text(result, "Target"), text(changed, "Status"), text(changed, "Statement"),
                 text(changed, "Source")});
        }
    }
    return report;
}

ScannedHole grypeHole(const QJsonObject &match)
{
    const QJsonObject hole = part(match, "vulnerability");
    const QJsonObject artifact = part(match, "artifact");
    QStringList versions;
    for (const QJsonValue &value : list(part(hole, "fix"), "versions"))
        versions.append(value.toString().left(textMost));
    const QString path = text(list(artifact, "locations").first().toObject(), "path");
    return {text(hole, "id"),
            text(hole, "severity").toLower(),
            text(artifact, "name"),
            text(artifact, "version"),
            text(artifact, "purl"),
            versions.join(QStringLiteral(", ")),
            text(hole, "description").left(200),
            path,
            {},
            {},
            {}};
}

ScannerReport grype(const QJsonObject &root)
{
    ScannerReport report;
    report.tool = QStringLiteral("Grype");
    const QJsonObject descriptor = part(root, "descriptor");
    report.toolVersion = text(descriptor, "version");
    report.made = time(text(descriptor, "timestamp"));
    const QJsonObject data = part(descriptor, "db");
    const QString built = text(part(data, "status"), "built");
    report.dataDate = time(built.isEmpty() ? text(data, "built") : built);
    const QJsonObject target = part(part(root, "source"), "target");
    report.subject = text(target, "userInput");
    report.digests = {text(target, "manifestDigest"), text(target, "imageID")};
    for (const QJsonValue &value : list(root, "matches"))
        add(report, grypeHole(value.toObject()));
    for (const QJsonValue &value : list(root, "ignoredMatches")) {
        ScannedHole hole = grypeHole(value.toObject());
        const QJsonObject rule = list(value.toObject(), "appliedIgnoreRules").first().toObject();
        hole.status = text(rule, "vex-status");
        hole.reason = text(rule, "vex-justification");
        if (hole.status.isEmpty()) {
            hole.status = QStringLiteral("not_affected");
            hole.reason = QStringLiteral("ignored by a rule of the scanner");
        }
        hole.source = QStringLiteral("Grype");
        add(report, std::move(hole));
    }
    return report;
}

/// A statement names a product by package URL or by an identifier of its own, in several spellings.
QStringList productsOf(const QJsonObject &statement)
{
    QStringList products;
    const auto take = [&products](const QJsonValue &value) {
        const QString id = value.isString() ? value.toString() : text(value.toObject(), "@id");
        const QString purl = text(part(value.toObject(), "identifiers"), "purl");
        for (const QString &name : {id.left(textMost), purl}) {
            if (!name.isEmpty())
                products.append(name);
        }
    };
    for (const QJsonValue &value : list(statement, "products")) {
        const QJsonArray inner = list(value.toObject(), "subcomponents");
        for (const QJsonValue &component : inner)
            take(component);
        if (inner.isEmpty())
            take(value);
    }
    return products;
}

VexDocument openVex(const QJsonObject &root)
{
    VexDocument vex;
    vex.format = QStringLiteral("OpenVEX");
    vex.author = text(root, "author");
    vex.made = time(text(root, "timestamp"));
    for (const QJsonValue &value : list(root, "statements")) {
        const QJsonObject statement = value.toObject();
        if (vex.statements.size() >= entriesMost) {
            vex.complete = false;
            break;
        }
        const QJsonValue named = statement.value(QLatin1String("vulnerability"));
        VexStatement out;
        out.vulnerability = named.isString() ? named.toString().left(textMost) : text(named.toObject(), "name");
        if (out.vulnerability.isEmpty())
            out.vulnerability = text(named.toObject(), "@id").section(QLatin1Char('/'), -1);
        for (const QJsonValue &alias : list(named.toObject(), "aliases"))
            out.aliases.append(alias.toString().left(textMost));
        out.products = productsOf(statement);
        out.status = text(statement, "status");
        out.justification = text(statement, "justification");
        if (out.justification.isEmpty())
            out.justification = text(statement, "impact_statement");
        vex.statements.push_back(std::move(out));
    }
    return vex;
}

/// States of CycloneDX in the words of OpenVEX.
QString vexStatus(const QString &state)
{
    static const QHash<QString, QString> states {{QStringLiteral("not_affected"), QStringLiteral("not_affected")},
                                                 {QStringLiteral("false_positive"), QStringLiteral("not_affected")},
                                                 {QStringLiteral("resolved"), QStringLiteral("fixed")},
                                                 {QStringLiteral("resolved_with_pedigree"), QStringLiteral("fixed")},
                                                 {QStringLiteral("exploitable"), QStringLiteral("affected")},
                                                 {QStringLiteral("in_triage"), QStringLiteral("under_investigation")}};
    return states.value(state);
}

VexDocument cycloneVex(const QJsonObject &root)
{
    VexDocument vex;
    vex.format = QStringLiteral("CycloneDX VEX");
    const QJsonObject metadata = part(root, "metadata");
    vex.author = text(part(metadata, "supplier"), "name");
    vex.made = time(text(metadata, "timestamp"));
    QHash<QString, QString> purls;
    for (const QJsonValue &value : list(root, "components"))
        purls.insert(text(value.toObject(), "bom-ref"), text(value.toObject(), "purl"));
    for (const QJsonValue &value : list(root, "vulnerabilities")) {
        const QJsonObject hole = value.toObject();
        const QJsonObject analysis = part(hole, "analysis");
        const QString status = vexStatus(text(analysis, "state"));
        if (status.isEmpty())
            continue;
        if (vex.statements.size() >= entriesMost) {
            vex.complete = false;
            break;
        }
        VexStatement out {text(hole, "id"), {}, {}, status, text(analysis, "justification")};
        if (out.justification.isEmpty())
            out.justification = text(analysis, "detail");
        for (const QJsonValue &affected : list(hole, "affects")) {
            // A BOM-Link ends in '#' and the reference.
            const QString ref = text(affected.toObject(), "ref");
            const QString local = ref.startsWith(QLatin1String("urn:cdx:")) ? ref.section(QLatin1Char('#'), 1) : ref;
            const QString purl = purls.value(local);
            out.products.append(purl.isEmpty() ? local : purl);
        }
        vex.statements.push_back(std::move(out));
    }
    return vex;
}

Result<QJsonObject> rootOf(const QByteArray &json)
{
    if (json.size() > maximalReportBytes)
        return fail(ErrorKind::LimitExceeded, QStringLiteral("report"), QStringLiteral("%1 bytes").arg(json.size()));
    const auto root = jsonObject(json);
    if (!root)
        return fail(ErrorKind::Malformed, QStringLiteral("report"), QStringLiteral("no JSON object"));
    return *root;
}

/// How well a statement names the package of a hole: 0 not at all, 1 as one of all, 2 by name, 3 with version.
int fit(const VexStatement &statement, const ScannedHole &hole)
{
    if (statement.vulnerability != hole.id && !statement.aliases.contains(hole.id))
        return 0;
    if (statement.products.isEmpty())
        return 1;
    int best = 0;
    const auto bare = [](const QString &purl) { return purl.section(QLatin1Char('?'), 0, 0); };
    for (const QString &product : statement.products) {
        if (!hole.purl.isEmpty() && (product == hole.purl || bare(product) == bare(hole.purl)))
            best = std::max(best, 3);
        else if (!hole.purl.isEmpty() && bare(product) == bare(hole.purl).section(QLatin1Char('@'), 0, 0))
            best = std::max(best, 2);
        else if (product == hole.package || product.startsWith(QLatin1String("pkg:oci/")))
            best = std::max(best, product == hole.package ? 2 : 1);
    }
    return best;
}

}  // namespace

Result<ScannerReport> readScannerReport(const QByteArray &json)
{
    const auto root = rootOf(json);
    if (!root)
        return fail(root.error());
    if (root->contains(QLatin1String("SchemaVersion"))
        && (root->contains(QLatin1String("Results")) || root->contains(QLatin1String("ArtifactName"))))
        return trivy(*root);
    if (root->value(QLatin1String("matches")).isArray())
        return grype(*root);
    return fail(ErrorKind::NotSupported, QStringLiteral("report"), QStringLiteral("neither Trivy nor Grype JSON"));
}

Result<VexDocument> readVex(const QByteArray &json)
{
    const auto root = rootOf(json);
    if (!root)
        return fail(root.error());
    const QString context = text(*root, "@context");
    if (context.contains(QLatin1String("openvex")) && root->value(QLatin1String("statements")).isArray())
        return openVex(*root);
    if (text(*root, "bomFormat") == QLatin1String("CycloneDX") && root->contains(QLatin1String("vulnerabilities")))
        return cycloneVex(*root);
    return fail(ErrorKind::NotSupported, QStringLiteral("VEX"),
                QStringLiteral("neither OpenVEX nor CycloneDX with vulnerabilities"));
}

void applyVex(ScannerReport &report, const VexDocument &vex, const QString &source)
{
    QHash<QString, std::vector<const VexStatement *>> byId;
    for (const VexStatement &statement : vex.statements) {
        byId[statement.vulnerability].push_back(&statement);
        for (const QString &alias : statement.aliases)
            byId[alias].push_back(&statement);
    }
    for (ScannedHole &hole : report.holes) {
        int best = 0;
        for (const VexStatement *statement : byId.value(hole.id)) {
            const int now = fit(*statement, hole);
            if (now == 0 || now < best)
                continue;
            best = now;
            hole.status = statement->status;
            hole.reason = statement->justification;
            hole.source = source;
        }
    }
}

Result<QByteArray> readReportFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorKind::AccessDenied : ErrorKind::NotFound, path, file.errorString());
    if (file.size() > maximalReportBytes)
        return fail(ErrorKind::LimitExceeded, path, QStringLiteral("%1 bytes").arg(file.size()));
    QByteArray bytes = file.read(maximalReportBytes + 1);
    if (bytes.size() > maximalReportBytes)
        return fail(ErrorKind::LimitExceeded, path);
    return bytes;
}

}  // namespace waybill
