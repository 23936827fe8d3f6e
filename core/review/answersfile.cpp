// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/answersfile.h"

#include <QFile>

#include <algorithm>

namespace waybill {

namespace {

constexpr qint64 longestLine = 4096;

/// Where the key of a line ends: keys may hold colons and blanks themselves.
qsizetype endOfKey(const QString &text)
{
    if (text.startsWith(licenceChoiceKey({})))
        return text.lastIndexOf(QLatin1Char(':'));
    if (text.startsWith(dutyKey({})))
        return text.indexOf(QLatin1Char(':'), dutyKey({}).size());
    return text.indexOf(QLatin1Char(':'));
}

/// What is wrong with an answer, or empty.
QString problemOf(const QString &key, const QString &value, const Policy &policy)
{
    if (key == QLatin1String("own-folders") || key.startsWith(licenceChoiceKey({})))
        return {};
    if (key.startsWith(dutyKey({}))) {
        const QString id = key.mid(dutyKey({}).size());
        return policy.duty(id) ? QString() : QStringLiteral("there is no duty \"%1\"").arg(id);
    }
    const Question *question = policy.question(key);
    if (!question)
        return QStringLiteral("there is no question \"%1\"").arg(key);
    QStringList ids;
    for (const Question::Choice &choice : question->choices)
        ids.append(choice.id);
    return ids.contains(value)
        ? QString()
        : QStringLiteral("\"%1\" is no answer to %2; there are %3").arg(value, key, ids.join(QStringLiteral(", ")));
}

}  // namespace

Result<Answers> readAnswersFile(const QString &path, const Policy &policy)
{
    Answers answers;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, path, file.errorString());
    int number = 0;
    while (!file.atEnd()) {
        ++number;
        const QString text = QString::fromUtf8(file.readLine(longestLine)).trimmed();
        if (text.isEmpty() || text.startsWith(QLatin1Char('#')))
            continue;
        const qsizetype colon = endOfKey(text);
        const QString key = text.left(qMax<qsizetype>(colon, 0)).trimmed();
        const QString value = text.mid(colon + 1).trimmed();
        const QString problem
            = colon <= 0 || value.isEmpty() ? QStringLiteral("\"question: answer\" expected") : problemOf(key, value, policy);
        if (!problem.isEmpty())
            return fail(Error {ErrorKind::Usage, path, problem, -1, {}, -1, number});
        answers.insert(key, value);
    }
    return answers;
}

QByteArray answersText(const Answers &answers)
{
    QByteArray text = "# Answers to the questions of the scenarios, one \"question: answer\" per line.\n";
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        text += (answer.key() + QStringLiteral(": ") + answer.value().simplified()).toUtf8() + '\n';
    return text;
}

QStringList ownFoldersOf(const Answers &answers)
{
    return answers.value(QStringLiteral("own-folders")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace waybill
