// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

namespace waybill {

namespace {

const QStringList &verbs()
{
    static const QStringList list {QStringLiteral("inspect"), QStringLiteral("list"),   QStringLiteral("cat"),
                                   QStringLiteral("check"),   QStringLiteral("report"), QStringLiteral("verify")};
    return list;
}

QCommandLineOption value(const char *name, const char *what, const char *help)
{
    return QCommandLineOption(QString::fromLatin1(name), CommandLine::tr(help), QString::fromLatin1(what));
}

QCommandLineOption flag(const char *name, const char *help)
{
    return QCommandLineOption(QString::fromLatin1(name), CommandLine::tr(help));
}

void addOptions(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({
        value("format", "table|json", QT_TRANSLATE_NOOP("waybill::CommandLine", "How to print the result.")),
        value("output", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Write the result to a file.")),
        value("platform", "OS/ARCH", QT_TRANSLATE_NOOP("waybill::CommandLine", "Which platform of an image with several.")),
        value("tag", "NAME", QT_TRANSLATE_NOOP("waybill::CommandLine", "Which image of a source with several.")),
        value("jobs", "N",
              QT_TRANSLATE_NOOP("waybill::CommandLine", "Layers to read at once; one per processor when not given.")),
        value("lang", "en|zh_CN", QT_TRANSLATE_NOOP("waybill::CommandLine", "Language of the texts.")),
        flag("quiet", QT_TRANSLATE_NOOP("waybill::CommandLine", "No progress and no warnings.")),
        flag("offline", QT_TRANSLATE_NOOP("waybill::CommandLine", "Never use the network. Local images never do.")),
        flag("layers", QT_TRANSLATE_NOOP("waybill::CommandLine", "inspect: the layers only, without reading their content.")),
        flag("files", QT_TRANSLATE_NOOP("waybill::CommandLine", "inspect: every file with layer, class and licence.")),
        flag("ghosts", QT_TRANSLATE_NOOP("waybill::CommandLine", "inspect: files that are gone at run time and still shipped.")),
        flag("components", QT_TRANSLATE_NOOP("waybill::CommandLine", "inspect: packages and products.")),
        flag("licences", QT_TRANSLATE_NOOP("waybill::CommandLine", "inspect: licences with files and bytes.")),
        value("layer", "N", QT_TRANSLATE_NOOP("waybill::CommandLine", "cat: the layer to read from, counted from 1.")),
        value("scenario", "S", QT_TRANSLATE_NOOP("waybill::CommandLine", "internal, saas, on-prem, embedded or sdk.")),
        flag("all-scenarios", QT_TRANSLATE_NOOP("waybill::CommandLine", "check: all five scenarios.")),
        value("fail-on", "LEVEL",
              QT_TRANSLATE_NOOP("waybill::CommandLine", "check: fail from this risk level on: low, medium, high or extreme.")),
        value("answers", "FILE",
              QT_TRANSLATE_NOOP("waybill::CommandLine",
                                "Answers to the questions of the scenario, one \"question: answer\" per line.")),
        value("save", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Save the review to a .waybill file.")),
        value("pdf", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "report: where to write the PDF.")),
        value("sign", "KEY.p12", QT_TRANSLATE_NOOP("waybill::CommandLine", "report: sign with this key.")),
        value("password-file", "FILE",
              QT_TRANSLATE_NOOP("waybill::CommandLine",
                                "report: file with the password of the key; otherwise $WAYBILL_KEY_PASSWORD.")),
        value("reason", "TEXT", QT_TRANSLATE_NOOP("waybill::CommandLine", "report: reason of the signature.")),
        flag("draft", QT_TRANSLATE_NOOP("waybill::CommandLine", "report: mark every page as a draft.")),
        value("image", "IMAGE", QT_TRANSLATE_NOOP("waybill::CommandLine", "verify: the image that the document must be about.")),
        value("trust", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "verify: certificates (PEM) to trust.")),
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

/// Values that must be one of a few words.
QString checkValues(const QCommandLineParser &parser, CommandLine &line)
{
    const auto text = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    if (parser.isSet(QStringLiteral("format")))
        line.format = text("format");
    if (line.format != QLatin1String("table") && line.format != QLatin1String("json"))
        return CommandLine::tr("Unknown format \"%1\"; there are table and json.").arg(line.format);
    if (parser.isSet(QStringLiteral("scenario"))) {
        line.scenario = scenarioFromId(text("scenario"));
        if (!line.scenario)
            return CommandLine::tr("Unknown scenario \"%1\"; there are internal, saas, on-prem, embedded and sdk.")
                .arg(text("scenario"));
    }
    if (parser.isSet(QStringLiteral("fail-on"))) {
        line.failOn = riskLevelFromId(text("fail-on"));
        if (!line.failOn || *line.failOn == RiskLevel::Safe || *line.failOn == RiskLevel::NotAssessed)
            return CommandLine::tr("Unknown level \"%1\"; there are low, medium, high and extreme.").arg(text("fail-on"));
    }
    for (const char *name : {"jobs", "layer"}) {
        bool number = true;
        const int parsed = parser.isSet(QString::fromLatin1(name)) ? text(name).toInt(&number) : 0;
        if (!number || (parser.isSet(QString::fromLatin1(name)) && parsed < 1))
            return CommandLine::tr("--%1 takes a number from 1 on.").arg(QString::fromLatin1(name));
        (qstrcmp(name, "jobs") == 0 ? line.jobs : line.layer) = qstrcmp(name, "jobs") == 0 ? parsed : parsed - 1;
    }
    return {};
}

QString checkArguments(const CommandLine &line)
{
    if (!verbs().contains(line.verb))
        return line.verb.isEmpty()
            ? CommandLine::tr("Say what to do: %1.").arg(verbs().join(QStringLiteral(", ")))
            : CommandLine::tr("Unknown verb \"%1\"; there are %2.").arg(line.verb, verbs().join(QStringLiteral(", ")));
    const qsizetype expected = line.verb == QLatin1String("cat") ? 2 : 1;
    if (line.arguments.size() != expected)
        return line.verb == QLatin1String("cat") ? CommandLine::tr("cat takes an image and a path.")
                                                 : CommandLine::tr("%1 takes one image or file.").arg(line.verb);
    if (line.verb == QLatin1String("report") && line.pdf.isEmpty())
        return CommandLine::tr("report needs --pdf FILE.");
    return {};
}

}  // namespace

CommandLine CommandLine::parse(const QStringList &words, QString &problem)
{
    CommandLine line;
    QCommandLineParser parser;
    addOptions(parser);
    const bool understood = parser.parse(words);
    line.language = parser.value(QStringLiteral("lang"));  // help and problems speak it too
    if (!understood) {
        problem = parser.errorText();
        return line;
    }
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        line.verb = parser.isSet(QStringLiteral("help")) ? QStringLiteral("--help") : QStringLiteral("--version");
        return line;
    }
    line.arguments = parser.positionalArguments();
    line.verb = line.arguments.isEmpty() ? QString() : line.arguments.takeFirst();
    const auto text = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    line.output = text("output");
    line.platform = text("platform");
    line.tag = text("tag");
    line.quiet = isSet("quiet");
    line.layers = isSet("layers");
    line.files = isSet("files");
    line.ghosts = isSet("ghosts");
    line.components = isSet("components");
    line.licences = isSet("licences");
    line.allScenarios = isSet("all-scenarios");
    line.answers = text("answers");
    line.saveReview = text("save");
    line.pdf = text("pdf");
    line.key = text("sign");
    line.passwordFile = text("password-file");
    line.reason = text("reason");
    line.draft = isSet("draft");
    line.image = text("image");
    line.trust = text("trust");
    problem = checkValues(parser, line);
    if (problem.isEmpty())
        problem = checkArguments(line);
    return line;
}

QString CommandLine::help()
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.addPositionalArgument(QStringLiteral("verb"), tr("inspect, list, cat, check, report or verify."));
    parser.addPositionalArgument(QStringLiteral("image"),
                                 tr("An image archive, an OCI layout, a review (.waybill) or, for verify, a PDF."));
    parser.setApplicationDescription(
        tr("Says what is inside a container image and whether it may be shipped.\n"
           "Exit codes: 0 ok, 1 policy failed or signature not valid, 2 usage, 3 unreadable, 4 incomplete, 130 cancelled."));
    return parser.helpText();
}

}  // namespace waybill
