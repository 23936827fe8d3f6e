// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/publishers.h"

#include "core/licence/policyyaml.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr qsizetype nameMost = 256;
constexpr qsizetype shortName = 5;  ///< names up to this length: one letter makes another word, so distance says nothing

/// Without hyphens and the words that imitators add.
QString kernelOf(QString name)
{
    static const QStringList added {QStringLiteral("official"), QStringLiteral("gpu"),   QStringLiteral("cuda"),
                                    QStringLiteral("docker"),   QStringLiteral("image"), QStringLiteral("images"),
                                    QStringLiteral("dev"),      QStringLiteral("team"),  QStringLiteral("ai"),
                                    QStringLiteral("hub"),      QStringLiteral("inc"),   QStringLiteral("org")};
    name.replace(QLatin1Char('_'), QLatin1Char('-')).replace(QLatin1Char('.'), QLatin1Char('-'));
    QStringList parts = name.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    while (parts.size() > 1 && added.contains(parts.last()))
        parts.removeLast();
    while (parts.size() > 1 && added.contains(parts.first()))
        parts.removeFirst();
    return parts.join(QString());
}

bool resembles(const QString &name, const QString &known)
{
    if (name == known)
        return false;
    const QString skeleton = skeletonOf(name);
    const QString wanted = skeletonOf(known);
    if (skeleton == wanted || kernelOf(skeleton) == kernelOf(wanted))
        return true;
    const int allowed = known.size() <= shortName ? 0 : known.size() < 8 ? 1 : 2;
    return allowed > 0 && editDistance(skeleton, wanted, allowed) <= allowed;
}

}  // namespace

QLatin1String nameStandingId(NameStanding standing)
{
    static constexpr std::array names {"unnamed", "known", "look-alike", "borrowed-name", "unknown"};
    return QLatin1String(names.at(static_cast<size_t>(standing)));
}

QString canonicalRepository(const QString &repository)
{
    const QString name = repository.left(nameMost).trimmed();
    if (name.isEmpty())
        return {};
    QString host = name.section(QLatin1Char('/'), 0, 0);
    const bool hasHost = name.contains(QLatin1Char('/'))
        && (host.contains(QLatin1Char('.')) || host.contains(QLatin1Char(':')) || host == QLatin1String("localhost"));
    QString path = hasHost ? name.section(QLatin1Char('/'), 1) : name;
    host = hasHost ? host.toLower() : QStringLiteral("docker.io");
    if (host == QLatin1String("index.docker.io") || host == QLatin1String("registry-1.docker.io"))
        host = QStringLiteral("docker.io");
    if (host == QLatin1String("docker.io") && !path.contains(QLatin1Char('/')))
        path.prepend(QLatin1String("library/"));
    return host + QLatin1Char('/') + path;
}

QString skeletonOf(const QString &text)
{
    static const QString from = QStringLiteral("01IО|аеорсухіјѕԁһԛԝοαερν");
    static const QString to = QStringLiteral("ollolaeopcyxijsdhqwoaepv");
    QString skeleton;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        const qsizetype at = from.indexOf(c);
        skeleton += at < 0 || at >= to.size() ? c.toLower() : to.at(at);
    }
    return skeleton.replace(QLatin1String("rn"), QLatin1String("m")).replace(QLatin1String("vv"), QLatin1String("w"));
}

int editDistance(const QString &a, const QString &b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(columns), last(columns), now(columns);
    for (size_t j = 0; j < columns; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        for (size_t j = 1; j < columns; ++j) {
            const auto column = static_cast<qsizetype>(j);
            const int change = last[j - 1] + (a[i - 1] == b[column - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[column - 2] && a[i - 2] == b[column - 1];
            if (swapped)
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return std::min(last[columns - 1], most + 1);
}

Result<std::shared_ptr<const Publishers>> Publishers::load()
{
    auto publishers = std::make_shared<Publishers>();
    const auto read = readPolicy(QStringLiteral("publishers.yaml"), [&](const YAML::Node &root) {
        publishers->m_version = textOf(required(root, "version"));
        for (const YAML::Node &node : required(root, "publishers")) {
            Publisher publisher;
            publisher.name = textOf(required(node, "name"));
            publisher.whole = publisher.name.endsWith(QLatin1String("/*"));
            if (publisher.whole)
                publisher.name.chop(2);
            publisher.who = textOf(required(node, "who"));
            publisher.kind = textOf(required(node, "kind"));
            publisher.note = node["note"] ? textOf(node["note"]) : QString();
            publishers->m_publishers.push_back(std::move(publisher));
        }
        publishers->m_famous = textsOf(required(root, "famous"));
    });
    if (!read)
        return fail(read.error());
    return std::shared_ptr<const Publishers>(std::move(publishers));
}

const Publishers::Publisher *Publishers::find(const QString &canonical) const
{
    const auto found = std::find_if(m_publishers.begin(), m_publishers.end(), [&canonical](const Publisher &publisher) {
        return publisher.whole ? canonical.startsWith(QString(publisher.name + QLatin1Char('/'))) : canonical == publisher.name;
    });
    return found == m_publishers.end() ? nullptr : &*found;
}

/// An account is compared with accounts and a host with hosts: "docker.io/pytorch/x" belongs to the project whatever x is called.
Standing Publishers::standingOf(const QString &repository) const
{
    Standing result;
    result.canonical = canonicalRepository(repository);
    if (result.canonical.isEmpty())
        return result;
    const auto takeFrom = [&result](const Publisher &publisher, NameStanding standing) {
        result.standing = standing;
        result.who = publisher.who;
        result.kind = publisher.kind;
        result.note = publisher.note;
        if (standing != NameStanding::Known)
            result.resembles = publisher.name;
    };
    if (const Publisher *publisher = find(result.canonical)) {
        takeFrom(*publisher, NameStanding::Known);
        return result;
    }
    result.standing = NameStanding::Unknown;
    const QString host = result.canonical.section(QLatin1Char('/'), 0, 0);
    const QStringList path = result.canonical.section(QLatin1Char('/'), 1).split(QLatin1Char('/'));
    for (const Publisher &publisher : m_publishers) {
        const QString knownHost = publisher.name.section(QLatin1Char('/'), 0, 0);
        const QString account = publisher.name.section(QLatin1Char('/'), 1, 1);
        if (host != knownHost && resembles(host, knownHost) && (account.isEmpty() || path.value(0) == account)) {
            takeFrom(publisher, NameStanding::LookAlike);
            return result;
        }
        if (host == knownHost && !account.isEmpty() && account != QLatin1String("library") && path.size() > 1
            && resembles(path.value(0), account)) {
            takeFrom(publisher, NameStanding::LookAlike);
            return result;
        }
    }
    // The name of a famous image, its account or its whole path under somebody else.
    for (const QString &famous : m_famous) {
        const bool imitates = std::any_of(path.begin(), path.end(), [&famous](const QString &part) {
            return part == famous || (part != famous && resembles(part, famous));
        });
        if (imitates) {
            result.standing = path.contains(famous) ? NameStanding::Borrowed : NameStanding::LookAlike;
            result.resembles = famous;
            return result;
        }
    }
    return result;
}

}  // namespace waybill
