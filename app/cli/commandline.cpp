// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include "app/cli/verb.h"

#include <QCommandLineParser>

#include <algorithm>

namespace waybill {

namespace {

const std::vector<OptionText> &commonOptions()
{
    static const std::vector<OptionText> list {
        {"format", "FORMAT", QT_TRANSLATE_NOOP("waybill::CommandLine", "How to print the result.")},
        {"output", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Write the result to a file.")},
        {"platform", "OS/ARCH", QT_TRANSLATE_NOOP("waybill::CommandLine", "Which platform of an image with several.")},
        {"tag", "NAME", QT_TRANSLATE_NOOP("waybill::CommandLine", "Which image of a source with several.")},
        {"jobs", "N", QT_TRANSLATE_NOOP("waybill::CommandLine", "Layers to read at once; one per processor when not given.")},
        {"lang", "en|zh_CN", QT_TRANSLATE_NOOP("waybill::CommandLine", "Language of the texts.")},
        {"quiet", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "No progress and no warnings.")},
        {"offline", nullptr, QT_TRANSLATE_NOOP("waybill::CommandLine", "Never use the network. Local images never do.")},
        {"cache-dir", "DIR", QT_TRANSLATE_NOOP("waybill::CommandLine", "Where blobs of registries are kept.")},
        {"plain-http", nullptr,
         QT_TRANSLATE_NOOP("waybill::CommandLine", "Allow http for this registry; on loopback it needs no permission.")},
    };
    return list;
}

/// One name is one option, whatever number of verbs share it.
void add(QCommandLineParser &parser, QStringList &known, const OptionText &option)
{
    const QString name = QString::fromLatin1(option.name);
    if (known.contains(name))
        return;
    known.append(name);
    const QString help = CommandLine::tr(option.help);
    parser.addOption(option.value ? QCommandLineOption(name, help, QString::fromLatin1(option.value))
                                  : QCommandLineOption(name, help));
}

QStringList addOptions(QCommandLineParser &parser, const Verb *verb)
{
    QStringList known;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    if (verb) {
        for (const OptionText &option : verb->options)
            add(parser, known, option);
    }
    for (const OptionText &option : commonOptions())
        add(parser, known, option);
    parser.addHelpOption();
    parser.addVersionOption();
    return known;
}

/// Knows the options of every verb: enough to tell which word is the verb.
void addEverything(QCommandLineParser &parser)
{
    QStringList known = addOptions(parser, nullptr);
    for (const Verb *verb : allVerbs()) {
        for (const OptionText &option : verb->options)
            add(parser, known, option);
    }
}

QString verbNames()
{
    QStringList names;
    for (const Verb *verb : allVerbs())
        names.append(QString::fromLatin1(verb->name));
    return names.join(QStringLiteral(", "));
}

/// An option of another verb deserves a better word than "unknown".
QString misplacedOption(const QCommandLineParser &everything, const QStringList &known, const Verb &verb)
{
    for (const QString &name : everything.optionNames()) {
        if (!known.contains(name))
            return CommandLine::tr("%1 has no option --%2; \"waybill %1 --help\" lists what it has.")
                .arg(QString::fromLatin1(verb.name), name);
    }
    return {};
}

/// Values that must be one of a few words.
QString checkValues(CommandLine &line, const QCommandLineParser &parser)
{
    const QStringList &formats = line.verb->formats;
    line.format = parser.isSet(QStringLiteral("format")) ? parser.value(QStringLiteral("format")) : formats.first();
    if (!formats.contains(line.format))
        return CommandLine::tr("Unknown format \"%1\"; there are: %2.").arg(line.format, formats.join(QStringLiteral(", ")));
    if (line.has("scenario")) {
        line.scenario = scenarioFromId(line.value("scenario"));
        if (!line.scenario)
            return CommandLine::tr("Unknown scenario \"%1\"; there are internal, saas, on-prem, embedded and sdk.")
                .arg(line.value("scenario"));
    }
    if (parser.isSet(QStringLiteral("jobs"))) {
        bool number = false;
        line.jobs = parser.value(QStringLiteral("jobs")).toInt(&number);
        if (!number || line.jobs < 1)
            return CommandLine::tr("--%1 takes a number from 1 on.").arg(QStringLiteral("jobs"));
    }
    return {};
}

QString checkArguments(const CommandLine &line)
{
    const Verb &verb = *line.verb;
    if (line.arguments.size() >= verb.least && (verb.most < 0 || line.arguments.size() <= verb.most))
        return {};
    return CommandLine::tr("Usage: waybill %1 %2").arg(QString::fromLatin1(verb.name), QString::fromLatin1(verb.arguments));
}

}  // namespace

QString CommandLine::value(const char *name) const
{
    const QStringList given = values(name);
    return given.isEmpty() ? QString() : given.last();
}

CommandLine CommandLine::parse(const QStringList &words, QString &problem)
{
    CommandLine line;
    QCommandLineParser everything;
    addEverything(everything);
    const bool understood = everything.parse(words);
    line.language = everything.value(QStringLiteral("lang"));  // help and problems speak it too
    line.arguments = everything.positionalArguments();
    const QString name = line.arguments.isEmpty() ? QString() : line.arguments.takeFirst();
    line.verb = findVerb(name);
    if (everything.isSet(QStringLiteral("version")))
        line.wish = Wish::Version;
    else if (everything.isSet(QStringLiteral("help")))
        line.wish = Wish::Help;
    if (line.wish != Wish::Run)
        return line;
    if (!understood) {
        problem = everything.errorText();
        return line;
    }
    if (!line.verb) {
        problem = name.isEmpty() ? tr("Say what to do: %1.").arg(verbNames())
                                 : tr("Unknown verb \"%1\"; there are: %2.").arg(name, verbNames());
        return line;
    }
    QCommandLineParser parser;
    const QStringList known = addOptions(parser, line.verb);
    problem = misplacedOption(everything, known, *line.verb);
    if (!problem.isEmpty())
        return line;
    parser.parse(words);
    line.output = parser.value(QStringLiteral("output"));
    line.platform = parser.value(QStringLiteral("platform"));
    line.tag = parser.value(QStringLiteral("tag"));
    line.quiet = parser.isSet(QStringLiteral("quiet"));
    line.offline = parser.isSet(QStringLiteral("offline"));
    line.plainHttp = parser.isSet(QStringLiteral("plain-http"));
    line.cacheFolder = parser.value(QStringLiteral("cache-dir"));
    for (const OptionText &option : line.verb->options) {
        const QString optionName = QString::fromLatin1(option.name);
        if (parser.isSet(optionName))
            line.options.insert(optionName, option.value ? parser.values(optionName) : QStringList());
    }
    problem = checkValues(line, parser);
    if (problem.isEmpty())
        problem = checkArguments(line);
    return line;
}

QString CommandLine::help(const Verb *verb)
{
    const QString codes
        = tr("Exit codes: 0 ok, 1 policy failed or signature not valid, 2 usage, 3 unreadable, 4 incomplete, 130 cancelled.");
    QCommandLineParser parser;
    addOptions(parser, verb);
    if (verb) {
        QString text = tr("Usage: waybill %1 %2").arg(QString::fromLatin1(verb->name), QString::fromLatin1(verb->arguments))
            + QStringLiteral("\n") + tr(verb->summary) + QLatin1Char('\n');
        if (verb->formats.size() > 1)
            text += tr("Formats: %1.").arg(verb->formats.join(QStringLiteral(", "))) + QLatin1Char('\n');
        // The parser's own first lines know nothing of verbs.
        const QString whole = parser.helpText();
        const qsizetype options = whole.indexOf(QLatin1String("\n\n"));
        return text + (options < 0 ? QString() : whole.mid(options + 1)) + QLatin1Char('\n') + codes + QLatin1Char('\n');
    }
    QString list;
    for (const Verb *each : allVerbs())
        list += QStringLiteral("  %1 %2\n").arg(QString::fromLatin1(each->name), -10).arg(tr(each->summary));
    parser.addPositionalArgument(QStringLiteral("verb"), tr("One of the verbs above; \"waybill VERB --help\" has its options."));
    parser.addPositionalArgument(QStringLiteral("image"),
                                 tr("An image archive, an OCI layout, a review (.waybill) or, for verify, a PDF."));
    parser.setApplicationDescription(tr("Says what is inside a container image and whether it may be shipped.")
                                     + QStringLiteral("\n\n") + list + QLatin1Char('\n') + codes);
    return parser.helpText();
}

}  // namespace waybill
