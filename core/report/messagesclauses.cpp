// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

#include <QRegularExpression>

#include <array>

namespace waybill {

namespace {

/// Words in which the policy names a text or a place of one. What is not here (names of licences and agreements, numbers) is the
/// same in every language. Longer ones stand before those that they contain.
constexpr std::array phrases {
    QT_TRANSLATE_NOOP("waybill::Messages", "The licence named in the finding"),
    QT_TRANSLATE_NOOP("waybill::Messages", "The licences named in the finding"),
    QT_TRANSLATE_NOOP("waybill::Messages", "The agreement named in the finding"),
    QT_TRANSLATE_NOOP("waybill::Messages", "The package's own statement"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Policy of Waybill"),
    QT_TRANSLATE_NOOP("waybill::Messages", "undated"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Annex I category 5 part 2"),
    QT_TRANSLATE_NOOP("waybill::Messages", "User Product, Installation Information"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the product's agreement, distribution"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the firmware's licence, redistribution"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the firmware's licence, field of use"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the vendor's end-user terms"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the vendor's agreement"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the agreement of the product"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the driver's licence file"),
    QT_TRANSLATE_NOOP("waybill::Messages", "the exception"),
    QT_TRANSLATE_NOOP("waybill::Messages", "container licence"),
    QT_TRANSLATE_NOOP("waybill::Messages", "driver licence"),
    QT_TRANSLATE_NOOP("waybill::Messages", "copyright default"),
    QT_TRANSLATE_NOOP("waybill::Messages", "vendor agreement"),
    QT_TRANSLATE_NOOP("waybill::Messages", "notice sentence"),
    QT_TRANSLATE_NOOP("waybill::Messages", "no terms of its own"),
    QT_TRANSLATE_NOOP("waybill::Messages", "file tags"),
    QT_TRANSLATE_NOOP("waybill::Messages", "in the CUDA EULA"),
    QT_TRANSLATE_NOOP("waybill::Messages", "for TensorRT"),
    QT_TRANSLATE_NOOP("waybill::Messages", "licence notes"),
    QT_TRANSLATE_NOOP("waybill::Messages", "licence rights"),
    QT_TRANSLATE_NOOP("waybill::Messages", "licence text"),
    QT_TRANSLATE_NOOP("waybill::Messages", "base text"),
    QT_TRANSLATE_NOOP("waybill::Messages", "supplement"),
    QT_TRANSLATE_NOOP("waybill::Messages", "runtime terms"),
    QT_TRANSLATE_NOOP("waybill::Messages", "driver rows"),
    QT_TRANSLATE_NOOP("waybill::Messages", "closing paragraph"),
    QT_TRANSLATE_NOOP("waybill::Messages", "grant paragraph"),
    QT_TRANSLATE_NOOP("waybill::Messages", "display duty"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Copyright License"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Permitted Purpose"),
    QT_TRANSLATE_NOOP("waybill::Messages", "permitted use"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Change Date"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Attachment"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Limitations"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Notices"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Terms of Use"),
    QT_TRANSLATE_NOOP("waybill::Messages", "Terms of Service"),
    QT_TRANSLATE_NOOP("waybill::Messages", "organisations and embedding"),
    QT_TRANSLATE_NOOP("waybill::Messages", "embedding and mirroring"),
    QT_TRANSLATE_NOOP("waybill::Messages", "organisations"),
    QT_TRANSLATE_NOOP("waybill::Messages", "embedding"),
    QT_TRANSLATE_NOOP("waybill::Messages", "redistribution"),
    QT_TRANSLATE_NOOP("waybill::Messages", "distribution"),
    QT_TRANSLATE_NOOP("waybill::Messages", "conditions"),
    QT_TRANSLATE_NOOP("waybill::Messages", "permission"),
    QT_TRANSLATE_NOOP("waybill::Messages", "agreement"),
    QT_TRANSLATE_NOOP("waybill::Messages", "last para"),
    QT_TRANSLATE_NOOP("waybill::Messages", "grant"),
    QT_TRANSLATE_NOOP("waybill::Messages", "para"),
    QT_TRANSLATE_NOOP("waybill::Messages", "list"),
};

struct Word {
    QRegularExpression pattern;
    const char *source;
};

/// Whole words only: "grant" is no part of "granted".
const std::vector<Word> &words()
{
    static const std::vector<Word> table = [] {
        std::vector<Word> made;
        for (const char *phrase : phrases)
            made.push_back(
                {QRegularExpression(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(QLatin1String(phrase)))), phrase});
        return made;
    }();
    return table;
}

}  // namespace

QString Messages::clause(const QString &clause)
{
    static const QRegularExpression numbered(QStringLiteral(R"((?<![\w-])(s|cl|cond|Art)\. ?([^\s,;]+))"));
    QString text = clause;
    for (const Word &word : words()) {
        const QString translated = tr(word.source);
        if (translated != QLatin1String(word.source))
            text.replace(word.pattern, translated);
    }
    QString out;
    qsizetype done = 0;
    for (auto matches = numbered.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += text.mid(done, match.capturedStart() - done);
        const QString kind = match.captured(1);
        const QString number = match.captured(2);
        if (kind == QLatin1String("s"))
            out += tr("s.%1", "section of a licence").arg(number);
        else if (kind == QLatin1String("cl"))
            out += tr("cl.%1", "clause of a licence").arg(number);
        else if (kind == QLatin1String("cond"))
            out += tr("cond. %1", "condition of a licence").arg(number);
        else
            out += tr("Art.%1", "article of a licence").arg(number);
        done = match.capturedEnd();
    }
    return out + text.mid(done);
}

}  // namespace waybill
