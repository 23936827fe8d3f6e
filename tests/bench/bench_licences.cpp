// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textdamage.h"

#include "core/base/datafiles.h"
#include "core/licence/debiancopyright.h"
#include "core/licence/fileterms.h"
#include "core/licence/licenceexpression.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <set>

using namespace waybill;

namespace {

/// Right, wrong and missed answers of one row of the table.
struct Score {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    QStringList faults;

    int total() const { return right + wrong + missed; }
    void print(const char *name, bool verbose) const
    {
        const double share = total() > 0 ? 100.0 * right / total() : 0;
        std::printf("%-28s %6d %9.2f %% %7d %7d\n", name, total(), share, wrong, missed);
        for (const QString &fault : verbose ? faults : QStringList())
            std::printf("    %s\n", qPrintable(fault));
    }
};

QSet<QString> idsOf(const QString &expression)
{
    const auto parsed = LicenceExpression::parse(expression);
    const QStringList ids = parsed ? parsed->ids() : QStringList();
    return {ids.begin(), ids.end()};
}

class LicenceBench
{
public:
    LicenceBench(std::shared_ptr<const LicenceCatalog> catalog, std::shared_ptr<const LicenceMatcher> matcher, bool verbose)
        : m_catalog(std::move(catalog)), m_matcher(std::move(matcher)), m_verbose(verbose)
    {
        for (const QString &id : m_catalog->ids()) {
            const QByteArray text = m_matcher->referenceText(id);
            if (text.isEmpty())
                continue;
            m_texts.push_back({id, text});
            m_same[keyOf(text)].insert(today(id));
        }
        readMisnamed();
    }

    void texts()
    {
        for (const TextDamage &damage : textDamages()) {
            Score score;
            std::mt19937 random(20260101);
            for (const auto &[id, text] : m_texts)
                judge(score, id, answer(damage.apply(text, random)), allowed(id, text));
            score.print(damage.name, m_verbose);
        }
        Score pairs;
        for (std::size_t i = 0; i + 1 < m_texts.size(); i += 2)
            judgePair(pairs, m_texts[i], m_texts[i + 1]);
        pairs.print("two texts in one file", m_verbose);
    }

    void headers()
    {
        Score score;
        const auto row = [&](const QByteArray &text, const QString &expected) {
            for (const char *marks : {"", " * ", "# ", "// ", ";; ", "dnl "}) {
                QByteArray file
                    = marks + QByteArray(text).replace("\n", QByteArray(QByteArray("\n") + marks)) + "\n\nint main;\n";
                judge(score, expected, answer(file), {idsOf(expected)});
            }
        };
        for (const QByteArray family : {"", "Lesser ", "Library ", "Affero "})
            gnuHeaders(family, row);
        row("Licensed under the Apache License, Version 2.0 (the \"License\");\nyou may not use this file except in compliance "
            "with "
            "the License.\nYou may obtain a copy of the License at\n\n    http://www.apache.org/licenses/LICENSE-2.0",
            QStringLiteral("Apache-2.0"));
        row("This Source Code Form is subject to the terms of the Mozilla Public\nLicense, v. 2.0. If a copy of the MPL was not "
            "distributed with this\nfile, You can obtain one at http://mozilla.org/MPL/2.0/.",
            QStringLiteral("MPL-2.0"));
        row("Distributed under the Boost Software License, Version 1.0.\n(See accompanying file LICENSE_1_0.txt or copy at\n"
            "http://www.boost.org/LICENSE_1_0.txt)",
            QStringLiteral("BSL-1.0"));
        row("This program and the accompanying materials are made available under the\nterms of the Eclipse Public License 2.0 "
            "which "
            "is available at\nhttps://www.eclipse.org/legal/epl-2.0/",
            QStringLiteral("EPL-2.0"));
        row("Use of this source code is governed by a BSD-style\nlicense that can be found in the LICENSE file.",
            QStringLiteral("BSD-3-Clause"));
        row("The contents of this file are subject to the terms of the\nCommon Development and Distribution License (the "
            "\"License\").",
            QStringLiteral("CDDL-1.0"));
        row("This work is licensed under the Creative Commons Attribution-ShareAlike 4.0\nInternational License.",
            QStringLiteral("CC-BY-SA-4.0"));
        row("SPDX-License-Identifier: (GPL-2.0-only OR BSD-2-Clause)", QStringLiteral("GPL-2.0-only OR BSD-2-Clause"));
        score.print("standard headers", m_verbose);
    }

    /// Licence paragraphs of machine-readable copyright files: the text against the short name above it.
    void debian(const QString &folder)
    {
        Score score;
        QSet<QByteArray> seen;
        QDirIterator files(folder, {QStringLiteral("copyright")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray text = file.readAll();
            if (text.left(400).contains("ormat:"))
                paragraphs(score, seen, text, file.fileName());
        }
        score.print("Debian licence paragraphs", m_verbose);
        std::printf("    %d of them are members of the family that the name leaves open\n", m_moreExact);
        for (const auto &[reason, count] : m_left)
            std::printf("    not counted: %d, %s\n", count, qPrintable(reason));
    }

    void speed()
    {
        QByteArray all;
        for (const auto &[id, text] : m_texts)
            all += text + "\n\nint code = 1; /* and so on */\n\n";
        const QByteArray source
            = QByteArray("static int frobnicate(struct thing *thing, size_t count)\n{\n    return thing->count + "
                         "count; // the usual\n}\n")
                  .repeated(200'000);
        for (const auto &[name, bytes] :
             {std::pair<const char *, const QByteArray &>("licence texts", all), {"source code", source}}) {
            QElapsedTimer timer;
            timer.start();
            m_matcher->match(bytes);
            std::printf("%-28s %6.1f MB %9.1f MB/s\n", name, double(bytes.size()) / 1e6,
                        double(bytes.size()) / 1e3 / double(std::max<qint64>(1, timer.elapsed())));
        }
    }

    /// Texts, sources and scripts as they lie on a machine: one file after the other.
    void realFiles(const QString &folder)
    {
        constexpr qint64 enough = 64 << 20;
        std::vector<QByteArray> files;
        qint64 bytes = 0;
        QDirIterator entries(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (entries.hasNext() && bytes < enough) {
            QFile file(entries.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            files.push_back(file.read(1 << 20));
            if (files.back().contains('\0') || files.back().startsWith("\x1f\x8b"))
                files.pop_back();
            else
                bytes += files.back().size();
        }
        QElapsedTimer timer;
        timer.start();
        for (const QByteArray &file : files)
            m_matcher->match(file);
        std::printf("%-28s %6.1f MB %9.1f MB/s\n", qPrintable(folder), double(bytes) / 1e6,
                    double(bytes) / 1e3 / double(std::max<qint64>(1, timer.elapsed())));
    }

private:
    static QByteArray keyOf(const QByteArray &text) { return text.toLower().simplified(); }
    QString today(const QString &id) const
    {
        const QString replacement = m_catalog->replacementFor(id);
        return replacement.isEmpty() ? id : replacement;
    }

    /// A text of the GNU family names the version and leaves "or later" to the notice.
    QList<QSet<QString>> allowed(const QString &id, const QByteArray &text) const
    {
        QList<QSet<QString>> sets;
        for (const QString &each : m_same.at(keyOf(text)))
            sets.append(idsOf(each));
        QString plain = today(id);
        plain.replace(QLatin1String("-or-later"), QLatin1String("-only"));
        sets.append(idsOf(plain));
        for (const char *part : {"-no-invariants", "-invariants"})
            plain.remove(QLatin1String(part));
        sets.append(idsOf(plain));
        return sets;
    }

    QString answer(const QByteArray &file) const
    {
        return readFileTerms(QStringLiteral("file.txt"), file, *m_catalog, *m_matcher).expression;
    }

    static void judge(Score &score, const QString &id, const QString &found, const QList<QSet<QString>> &allowed)
    {
        const QSet<QString> ids = idsOf(found);
        if (allowed.contains(ids)) {
            ++score.right;
            return;
        }
        // A text of which only the altered form was told has no wrong name.
        const bool named = std::any_of(
            ids.begin(), ids.end(), [](const QString &each) { return !each.startsWith(QLatin1String("LicenseRef-altered-")); });
        ++(named ? score.wrong : score.missed);
        score.faults.append(id + QLatin1String(" was told as ") + (found.isEmpty() ? QStringLiteral("nothing") : found));
    }

    void judgePair(Score &score, const std::pair<QString, QByteArray> &a, const std::pair<QString, QByteArray> &b)
    {
        const QString found = answer(a.second + "\n\n-----------------\n\nAnother part:\n\n" + b.second);
        QList<QSet<QString>> both;
        for (const QSet<QString> &first : allowed(a.first, a.second)) {
            for (const QSet<QString> &second : allowed(b.first, b.second))
                both.append(first + second);
        }
        judge(score, a.first + QLatin1String(" and ") + b.first, found, both);
    }

    void gnuHeaders(const QByteArray &family, const std::function<void(const QByteArray &, const QString &)> &row) const
    {
        const QByteArray grant
            = "This program is free software; you can redistribute it and/or modify\nit under the terms of the GNU " + family
            + "General Public License";
        const QString prefix = family.isEmpty() ? QStringLiteral("GPL-")
            : family == "Affero "               ? QStringLiteral("AGPL-")
                                                : QStringLiteral("LGPL-");
        for (const char *version : {"1", "2", "2.1", "3"}) {
            const QString number = QString::fromLatin1(version).contains(QLatin1Char('.'))
                ? QString::fromLatin1(version)
                : QString::fromLatin1(version) + QStringLiteral(".0");
            if (m_catalog->find(prefix + number + QStringLiteral("-only")) == nullptr
                || (family == "Affero " && number == QLatin1String("1.0")))
                continue;
            row(grant + " as published by\nthe Free Software Foundation; either version " + version
                    + " of the License, or\n(at your option) any later version.\n\nThis program is distributed in the hope that "
                      "it will be "
                      "useful,\nbut WITHOUT ANY WARRANTY; without even the implied warranty of\nMERCHANTABILITY or FITNESS FOR A "
                      "PARTICULAR "
                      "PURPOSE.  See the\nGNU "
                    + family + "General Public License for more details.",
                prefix + number + QStringLiteral("-or-later"));
            row(grant + " version " + version + " as published by the Free Software Foundation.",
                prefix + number + QStringLiteral("-only"));
            row(grant + " as published by\nthe Free Software Foundation; version " + version + " of the License.",
                prefix + number + QStringLiteral("-only"));
        }
    }

    void paragraphs(Score &score, QSet<QByteArray> &seen, const QByteArray &text, const QString &path)
    {
        const QList<QByteArray> lines = text.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!lines.at(i).startsWith("License:"))
                continue;
            QByteArray body;
            for (qsizetype next = i + 1; next < lines.size() && lines.at(next).startsWith(' '); ++next)
                body += (lines.at(next).trimmed() == "." ? QByteArray() : lines.at(next).mid(1)) + '\n';
            if (body.size() < 100 || seen.contains(body))
                continue;
            seen.insert(body);
            const QString name = QString::fromUtf8(lines.at(i).mid(8).trimmed());
            const QString expected = m_catalog->expressionForSpelling(name);
            if (!expected.isEmpty() && !expected.contains(QLatin1String("LicenseRef")))
                judgeParagraph(score, path, name, body, expected);
        }
    }

    /// "GPL-2.0" for "GPL-2.0-or-later".
    static QSet<QString> termsOf(const QSet<QString> &ids)
    {
        QSet<QString> terms;
        for (QString id : ids)
            terms.insert(id.remove(QLatin1String("-only")).remove(QLatin1String("-or-later")));
        return terms;
    }

    /// The ids that were told, written as the name writes them where the name leaves the variant open: one of a family for the
    /// family, a GFDL without the word on invariant sections for one with it.
    QSet<QString> asNamed(const QSet<QString> &told, const QString &name) const
    {
        QSet<QString> ids;
        for (const QString &id : told) {
            QSet<QString> same {id};
            for (const QString &part : splitSpelling(name).parts) {
                if (m_catalog->familyForSpelling(part).contains(id))
                    same = idsOf(m_catalog->expressionForSpelling(part));
            }
            for (QString each : same)
                ids.insert(each.remove(QLatin1String("-no-invariants")).remove(QLatin1String("-invariants")));
        }
        return ids;
    }

    /// A pointer to /usr/share/common-licenses cannot say "or later"; it is right when it names the version. A notice that says
    /// "or later" below a name that does not, or the other way round, shows that the name is inexact. So does a name in the list
    /// of those that were read by a person and found to be another's (debian-misnamed.txt).
    void judgeParagraph(Score &score, const QString &path, const QString &name, const QByteArray &body, const QString &expected)
    {
        const QString place = path + QLatin1String(": ") + name;
        const QByteArray digest = QCryptographicHash::hash(body.simplified(), QCryptographicHash::Sha256).toHex().left(12);
        if (const auto known = m_misnamed.constFind(digest); known != m_misnamed.constEnd()) {
            ++m_left[*known];
            return;
        }
        const FileTerms terms = readFileTerms(QStringLiteral("file.txt"), body, *m_catalog, *m_matcher);
        const QSet<QString> wanted = asNamed(idsOf(expected), name);
        const QSet<QString> told = asNamed(idsOf(terms.expression), name);
        m_moreExact += told == wanted && idsOf(terms.expression) != idsOf(expected) ? 1 : 0;
        if (told != wanted && termsOf(told) == termsOf(wanted)) {
            const bool pointer = std::all_of(terms.matches.begin(), terms.matches.end(),
                                             [](const LicenceMatch &match) { return match.kind == MatchKind::Reference; });
            if (!pointer) {
                ++m_left[QStringLiteral("\"or later\" in one of name and notice only")];
                return;
            }
        }
        const bool right = told == wanted || termsOf(told) == termsOf(wanted);
        judge(score, place + QLatin1String(" [") + QString::fromLatin1(digest) + QLatin1Char(']'), terms.expression,
              {right ? idsOf(terms.expression) : wanted});
    }

    /// Lines of "digest reason": paragraphs whose name is not that of their text.
    void readMisnamed()
    {
        QFile list(QStringLiteral(":/bench/debian-misnamed.txt"));
        if (!list.open(QIODevice::ReadOnly))
            return;
        for (const QByteArray &line : list.readAll().split('\n')) {
            if (!line.startsWith('#') && line.size() > 13)
                m_misnamed.insert(line.left(12), QString::fromUtf8(line.mid(13)).section(QLatin1String(" | "), 0, 0));
        }
    }

    std::shared_ptr<const LicenceCatalog> m_catalog;
    std::shared_ptr<const LicenceMatcher> m_matcher;
    bool m_verbose;
    QHash<QByteArray, QString> m_misnamed;  ///< by digest: why the name of a paragraph cannot judge its text
    std::map<QString, int> m_left;          ///< Debian paragraphs that are not counted, by reason
    int m_moreExact = 0;                    ///< names of a family for which the text told the member
    std::vector<std::pair<QString, QByteArray>> m_texts;
    std::map<QByteArray, std::set<QString>> m_same;  ///< ids that share a text
};

}  // namespace

/// bench_licences [--verbose] [FOLDER with Debian copyright files]
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList words = QCoreApplication::arguments().mid(1);
    const bool verbose = words.removeAll(QStringLiteral("--verbose")) > 0;
    QElapsedTimer timer;
    timer.start();
    const auto catalog = LicenceCatalog::load();
    const auto matcher = catalog ? LicenceMatcher::load(*catalog) : fail(catalog.error());
    if (!matcher) {
        std::fprintf(stderr, "bench_licences: %s\n", qPrintable(matcher.error().cause));
        return 1;
    }
    std::printf("%-28s %6lld ms\n", "start-up", static_cast<long long>(timer.elapsed()));
    std::printf("%-28s %6.1f MB\n\n", "index", double(QFileInfo(dataFile(QStringLiteral("licences.idx"))).size()) / 1e6);
    LicenceBench bench(*catalog, *matcher, verbose);
    std::printf("%-28s %6s %11s %7s %7s\n", "", "files", "right", "wrong", "missed");
    bench.texts();
    bench.headers();
    bench.debian(words.isEmpty() ? QStringLiteral("/usr/share/doc") : words.first());
    std::printf("\n");
    bench.speed();
    for (const char *folder : {"/usr/share/doc", "/usr/include", "/usr/share/perl5", "/usr/lib/python3"})
        bench.realFiles(QString::fromLatin1(folder));
    return 0;
}
