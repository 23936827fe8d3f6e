// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"
#include "app/cli/verb.h"

#include "core/licence/fileterms.h"
#include "core/licence/licenceexpression.h"
#include "core/report/licencejson.h"
#include "core/report/messages.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <functional>

namespace waybill {

namespace {

struct LicenceText {
    Q_DECLARE_TR_FUNCTIONS(waybill::LicenceText)
};

constexpr qint64 mappedFrom = 64 << 20;    ///< larger files are mapped, not read
constexpr qint64 largestFile = 4LL << 30;  ///< what lies behind is not looked at
constexpr qint64 longestLine = 64 << 10;   ///< of a list on standard input

/// Calls `answer` for every line of standard input, the empty ones too; false when it was cancelled.
bool forEachInputLine(const CancelToken &cancel, const std::function<void(const QByteArray &)> &answer)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return true;
    while (!cancel.isCancelled()) {
        QByteArray line = input.readLine(longestLine);
        if (line.isEmpty())
            return true;
        while (!line.endsWith('\n') && !input.atEnd()) {  // the rest of a line that is too long
            const QByteArray more = input.readLine(longestLine);
            if (more.isEmpty() || more.endsWith('\n'))
                break;
        }
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        answer(line);
    }
    return false;
}

/// Answers about loose files.
class FileAnswers
{
public:
    FileAnswers(Context &context, const LicenceCatalog &catalog, const LicenceMatcher &matcher)
        : m_context(context), m_catalog(catalog), m_matcher(matcher)
    {
    }

    void answer(const QString &path)
    {
        const QString name = path.isEmpty() ? LicenceText::tr("(empty line)") : path;
        const Result<FileTerms> terms = read(path);
        if (!terms) {
            m_allRead = false;
            if (m_context.line.isJson())
                m_json.append(unreadableFileJson(path, terms.error()));
            else
                m_context.terminal.print(displayText(name) + QLatin1String(": ") + Messages::error(terms.error()));
            return;
        }
        if (m_context.line.isJson())
            m_json.append(fileTermsJson(path, *terms, m_catalog));
        else
            printTerms(path, *terms);
    }

    bool allRead() const { return m_allRead; }
    const QJsonArray &json() const { return m_json; }

private:
    Result<FileTerms> read(const QString &path) const
    {
        const QFileInfo info(path);
        const auto refuse = [&path](ErrorKind kind, const QString &cause) {
            return fail(Error {kind, path, cause, -1, {}, -1, -1});
        };
        if (path.isEmpty() || !info.exists())
            return refuse(ErrorKind::NotFound, {});
        if (!info.isFile())
            return refuse(ErrorKind::NotSupported, QStringLiteral("not a regular file"));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return refuse(info.isReadable() ? ErrorKind::Io : ErrorKind::AccessDenied, file.errorString());
        const qint64 size = std::min(file.size(), largestFile);
        if (size < mappedFrom) {
            const QByteArray bytes = file.read(mappedFrom);
            return readFileTerms(path, bytes, m_catalog, m_matcher);
        }
        const uchar *bytes = file.map(0, size);
        if (!bytes)
            return refuse(ErrorKind::Io, file.errorString());
        return readFileTerms(path, QByteArrayView(bytes, size), m_catalog, m_matcher);
    }

    void printTerms(const QString &path, const FileTerms &terms)
    {
        Terminal &terminal = m_context.terminal;
        const QString answer = terms.expression.isEmpty() ? LicenceText::tr("no licence found") : terms.expression;
        terminal.print(displayText(path) + QLatin1String(": ") + displayText(answer)
                       + (terms.expression.isEmpty()
                              ? QString()
                              : QLatin1String(" (") + Messages::licenceClass(terms.licenceClass) + QLatin1Char(')')));
        for (const LicenceMatch &match : terms.matches) {
            terminal.print(LicenceText::tr("  lines %1-%2: %3 (%4, %5 %)")
                               .arg(QString::number(match.firstLine), QString::number(match.lastLine),
                                    displayText(match.expression), Messages::matchKind(match.kind),
                                    QString::number(match.score * 100, 'f', match.score < 1 ? 1 : 0)));
        }
        if (terms.contradiction)
            terminal.print(LicenceText::tr("  declared and detected licences differ: %1, %2")
                               .arg(displayText(terms.declared), displayText(terms.detected)));
        if (!terms.unresolved.isEmpty())
            terminal.print(LicenceText::tr("  not known: %1").arg(displayText(terms.unresolved.join(QLatin1String(", ")))));
        if (!terms.holders.isEmpty())
            terminal.print(LicenceText::tr("  holders: %1").arg(displayText(terms.holders.join(QLatin1String("; ")))));
    }

    Context &m_context;
    const LicenceCatalog &m_catalog;
    const LicenceMatcher &m_matcher;
    QJsonArray m_json;
    bool m_allRead = true;
};

/// Answers about expressions.
class ExpressionAnswers
{
public:
    ExpressionAnswers(Context &context, const LicenceCatalog &catalog) : m_context(context), m_catalog(catalog) { }

    void answer(const QString &text)
    {
        const QJsonObject json = expressionJson(text, m_catalog);
        const QString expression = json.value(QLatin1String("expression")).toString();
        m_allUnderstood = m_allUnderstood && !expression.isEmpty();
        if (m_context.line.isJson()) {
            m_json.append(json);
            return;
        }
        if (expression.isEmpty()) {
            const QJsonObject error = json.value(QLatin1String("error")).toObject();
            m_context.terminal.print(LicenceText::tr("%1: not an expression: %2 (at character %3)")
                                         .arg(displayText(text), error.value(QLatin1String("message")).toString(),
                                              QString::number(error.value(QLatin1String("offset")).toInteger() + 1)));
            return;
        }
        const auto parsed = LicenceExpression::parse(expression);
        const LicenceClass cls = parsed ? parsed->evaluate(m_catalog) : LicenceClass::Unknown;
        m_context.terminal.print(displayText(text) + QLatin1String(": ") + displayText(expression) + QLatin1String(" (")
                                 + Messages::licenceClass(cls) + QLatin1Char(')'));
        QStringList unknown;
        for (const QJsonValue &id : json.value(QLatin1String("unknownIds")).toArray())
            unknown.append(id.toString());
        if (!unknown.isEmpty())
            m_context.terminal.print(LicenceText::tr("  not known: %1").arg(displayText(unknown.join(QLatin1String(", ")))));
    }

    bool allUnderstood() const { return m_allUnderstood; }
    const QJsonArray &json() const { return m_json; }

private:
    Context &m_context;
    const LicenceCatalog &m_catalog;
    QJsonArray m_json;
    bool m_allUnderstood = true;
};

int finish(Context &context, const QString &member, const QJsonArray &answers, bool good)
{
    if (context.line.isJson())
        context.terminal.print(QString::fromUtf8(QJsonDocument(licenceDocument(member, answers)).toJson()).trimmed());
    return good ? Ok : Unreadable;
}

int answerExpressions(Context &context, const LicenceCatalog &catalog)
{
    ExpressionAnswers answers(context, catalog);
    bool fromList = false;
    for (const QString &text : context.line.values("expression")) {
        if (text == QLatin1String("-")) {
            fromList = true;
            forEachInputLine(context.cancel, [&answers](const QByteArray &line) { answers.answer(QString::fromUtf8(line)); });
        } else {
            answers.answer(text);
        }
    }
    // A list is answered in full whatever its lines say; the answers tell which of them were wrong.
    return finish(context, QStringLiteral("expressions"), answers.json(), fromList || answers.allUnderstood());
}

int answerFiles(Context &context, const std::shared_ptr<const LicenceCatalog> &catalog)
{
    const auto matcher = LicenceMatcher::load(catalog);
    if (!matcher)
        return context.fail(matcher.error());
    FileAnswers answers(context, *catalog, **matcher);
    bool fromList = false;
    for (const QString &path : context.line.arguments) {
        if (context.cancel.isCancelled())
            break;
        if (path == QLatin1String("-")) {
            fromList = true;
            forEachInputLine(context.cancel, [&answers](const QByteArray &line) { answers.answer(QFile::decodeName(line)); });
        } else {
            answers.answer(path);
        }
    }
    return finish(context, QStringLiteral("files"), answers.json(), fromList || answers.allRead());
}

int runLicence(Context &context)
{
    const auto catalog = LicenceCatalog::load();
    if (!catalog)
        return context.fail(catalog.error());
    if (context.line.has("expression")) {
        if (!context.line.arguments.isEmpty())
            return context.usage(LicenceText::tr("Give files or --expression, not both."));
        return answerExpressions(context, **catalog);
    }
    if (context.line.arguments.isEmpty())
        return context.usage(LicenceText::tr("Say which files, \"-\" for a list on standard input, or --expression."));
    return answerFiles(context, *catalog);
}

}  // namespace

const Verb &licenceVerb()
{
    static const Verb verb {
        "licence",
        QT_TRANSLATE_NOOP("waybill::CommandLine", "The licences of loose files, or the meaning of a licence expression."),
        "FILE... | - | --expression EXPR",
        0,
        -1,
        {QStringLiteral("table"), QStringLiteral("json")},
        {{"expression", "EXPR",
          QT_TRANSLATE_NOOP("waybill::CommandLine", "Parse, normalise and classify an expression; \"-\" reads a list.")}},
        runLicence,
    };
    return verb;
}

}  // namespace waybill
