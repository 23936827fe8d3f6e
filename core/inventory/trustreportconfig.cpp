// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The image's configuration, and the last question: how old it is.

#include "core/inventory/trustreportparts.h"

#include "core/trust/contentsearch.h"

#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype wordsMost = 16'384;

bool holdsMark(const TrustRule &rule, const std::string &words)
{
    return std::any_of(rule.marks.begin(), rule.marks.end(),
                       [&words](const std::string &mark) { return words.find(mark) != std::string::npos; });
}

/// What stands around a match, from the beginning of a word on.
QString wordsAround(const QString &line, qsizetype position)
{
    constexpr qsizetype before = 40;
    constexpr qsizetype most = 160;
    const qsizetype from = std::max<qsizetype>(0, position - before);
    const qsizetype blank = from == 0 ? -1 : line.indexOf(QLatin1Char(' '), from);
    return line.mid(blank >= 0 && blank < position ? blank + 1 : from, most);
}

/// "Debian GNU/Linux 12 (bookworm)" -> "debian", "12".
std::pair<QString, QString> systemOf(const QString &osName)
{
    static const QRegularExpression number(QStringLiteral("(\\d+(?:\\.\\d+)*)"));
    const QString id = osName.section(QLatin1Char(' '), 0, 0).toLower();
    return {id, number.match(osName).captured(1)};
}

}  // namespace

/// The instruction of the history that set this, newest first; of secrets its first word only.
QString TrustJudge::instructionOf(const QString &keyword, const QString &words, bool secret) const
{
    const auto &history = m_inventory.image.history;
    for (auto item = history.rbegin(); item != history.rend(); ++item) {
        const QString text = QString(item->createdBy).remove(QStringLiteral("/bin/sh -c #(nop)")).simplified();
        const bool variable = keyword == QLatin1String("ENV") && !text.contains(words.section(QLatin1Char('='), 0, 0));
        if (text.startsWith(keyword) && !variable)
            return secret ? keyword : text.left(300);
    }
    return {};
}

void TrustJudge::configWords(const QString &words, const QString &where, int layer)
{
    const QString line = words.left(wordsMost);
    const std::string bytes = line.toStdString();
    for (const TrustRule &rule : m_knowledge.rules->all()) {
        if (!rule.inConfig || !holdsMark(rule, bytes))
            continue;
        QString seen = line;
        if (rule.pattern) {
            const auto match = rule.pattern->match(line);
            if (!match.hasMatch())
                continue;
            seen = rule.secret ? match.captured(0) : wordsAround(line, match.capturedStart());
        }
        TrustFinding &finding = addRule(rule, rule.severity, where, where);
        if (finding.detail.isEmpty() && layer < 0)
            finding.detail = instructionOf(where.section(QLatin1Char(' '), 0, 0), words, rule.secret);
        place(finding, {{}, layer, 0, shownWords(seen.toStdString(), rule.secret), -1});
    }
}

void TrustJudge::configuration()
{
    const Image &image = m_inventory.image;
    for (const QString &variable : image.env)
        configWords(variable, QStringLiteral("ENV ") + variable.section(QLatin1Char('='), 0, 0), -1);
    configWords(image.entrypoint.join(QLatin1Char(' ')), QStringLiteral("ENTRYPOINT"), -1);
    configWords(image.cmd.join(QLatin1Char(' ')), QStringLiteral("CMD"), -1);
    for (const HistoryItem &item : image.history) {
        // CMD and ENTRYPOINT of the history were told above, as far as they count.
        if (item.createdBy.startsWith(QLatin1String("CMD")) || item.createdBy.startsWith(QLatin1String("ENTRYPOINT"))
            || item.createdBy.contains(QLatin1String("#(nop)  CMD")) || item.createdBy.startsWith(QLatin1String("ENV")))
            continue;
        const auto index = static_cast<int>(&item - image.history.data());
        const auto layer = std::find_if(image.layers.begin(), image.layers.end(),
                                        [index](const LayerInfo &info) { return info.historyIndex == index; });
        configWords(item.createdBy, QStringLiteral("instruction"),
                    layer == image.layers.end() ? -1 : static_cast<int>(layer - image.layers.begin()));
    }
    const bool root = image.user.isEmpty() || image.user == QLatin1String("root") || image.user == QLatin1String("0")
        || image.user.startsWith(QLatin1String("0:")) || image.user.startsWith(QLatin1String("root:"));
    if (const TrustRule *rule = m_knowledge.rules->find(QStringLiteral("run-as-root")); rule && root)
        addRule(*rule, rule->severity, {}, image.user.isEmpty() ? QStringLiteral("USER is not set") : image.user);
}

/// Version strings of copies that nobody but the image's maker looks after.
void TrustJudge::unmanagedCopies()
{
    std::unordered_set<std::string> told;
    const auto tell = [&](const QString &name, const QString &version, const TrustPlace &where, const QString &holder) {
        for (const Outdated &old : m_knowledge.outdated->unmanaged(name, version, m_today)) {
            const bool life = old.kind == Outdated::Kind::EndOfLife;
            const QString rule = life ? QStringLiteral("end-of-life") : QStringLiteral("outdated");
            if (!told.insert(QString(rule + old.id + name.toLower() + version + QString::fromStdString(where.path)).toStdString())
                     .second)
                continue;
            // What the maker calls critical may be out of reach here: only a backdoor weighs more than "explain it".
            const TrustSeverity severity
                = old.severity == TrustSeverity::Extreme ? old.severity : std::min(old.severity, TrustSeverity::Medium);
            const QString detail = life
                ? QStringLiteral("end of life %1").arg(old.date.toString(Qt::ISODate))
                : QStringLiteral("%1 (%2): %3; mended in %4").arg(old.id, trustSeverityId(old.severity), old.what, old.fixed);
            const QString subject = name + QLatin1Char(' ') + version;
            const std::string key = QString(rule + subject).toStdString();
            const auto [known, isNew] = m_byKey.try_emplace(key, m_report.findings.size());
            TrustFinding &finding
                = isNew ? add(rule, TrustQuestion::Age, severity, subject, detail) : m_report.findings[known->second];
            finding.severity = std::max(finding.severity, severity);
            if (!isNew && !finding.detail.contains(detail) && finding.detail.size() < 2000)
                finding.detail += QStringLiteral("\n") + detail;
            const bool placed = std::any_of(finding.places.begin(), finding.places.end(),
                                            [&where](const TrustPlace &p) { return p.path == where.path; });
            if (!placed)
                place(finding, {where.path, where.layer, 0, holder, where.hiddenBy});
        }
    };
    for (const Component &component : m_inventory.components) {
        if (isManaged(&component)) {
            m_report.leftToDistribution += component.isGhost() ? 0 : 1;
            continue;
        }
        const bool bundled = component.kind == QLatin1String("product") || component.kind == QLatin1String("generic");
        const bool metadata = component.kind == QLatin1String("maven") || component.kind == QLatin1String("conda")
            || component.kind == QLatin1String("pypi");
        if (component.partOf.isValid() && isManaged(&m_inventory.components[component.partOf.value]))
            continue;
        if (bundled || metadata)
            tell(component.name, component.version, {component.metadataPath, component.layer, 0, {}, component.hiddenBy},
                 component.purl);
    }
    for (const BinaryFile &binary : m_inventory.binaries) {
        const Component *holder = owner(binary.node);
        if (isManaged(holder))
            continue;
        const TreeNode &node = m_inventory.tree->node(binary.node);
        const TrustPlace where {m_inventory.tree->path(binary.node), node.layer, 0, {}, node.isGhost() ? node.hiddenBy : -1};
        for (const EmbeddedLibrary &library : binary.embedded) {
            if (library.relation != EmbeddedRelation::BuiltAgainst)
                tell(library.name, library.version, where, library.seen);
        }
    }
}

void TrustJudge::age()
{
    const Image &image = m_inventory.image;
    for (const Component &component : m_inventory.components) {
        for (const Outdated &old : m_knowledge.outdated->package(component)) {
            const bool malicious = old.kind == Outdated::Kind::Malicious;
            TrustFinding &finding = add(malicious ? QStringLiteral("malicious") : QStringLiteral("bad-revision"),
                                        malicious ? TrustQuestion::Contents : TrustQuestion::Age, old.severity,
                                        component.name + QLatin1Char(' ') + component.version,
                                        old.id.isEmpty() ? old.what : QString(old.id + QStringLiteral(": ") + old.what));
            place(finding, {component.metadataPath, component.layer, 0, component.purl, component.hiddenBy});
        }
    }
    unmanagedCopies();
    const auto [id, version] = systemOf(m_inventory.osName);
    if (const auto old = m_knowledge.outdated->system(id, version, m_today))
        add(QStringLiteral("end-of-life"), TrustQuestion::Age, old->severity, m_inventory.osName,
            QStringLiteral("end of life %1").arg(old->date.toString(Qt::ISODate)));
    if (image.created.isValid() && image.created.toUTC().date().addYears(1) < m_today && image.created.toSecsSinceEpoch() > 0)
        add(QStringLiteral("old-image"), TrustQuestion::Age, TrustSeverity::Low, image.created.toUTC().toString(Qt::ISODate));
}

}  // namespace waybill
