// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/manifestfields.h"

#include "core/licence/manifestjson.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace waybill {

namespace {

constexpr qsizetype maxManifest = 4 << 20;
constexpr qsizetype maxFields = 500;
constexpr qsizetype maxValue = 4000;

using Option = QRegularExpression::PatternOption;

/// One way in which a format states a licence. `pattern` captures the value; where it captures a list, `item` its members.
struct Rule {
    const char *field;
    const char *pattern;
    const char *item = nullptr;
};

struct Format {
    const char *id;
    const char *names;  ///< regular expression for the whole file name, caseless
    std::vector<Rule> rules;
};

constexpr const char *quotedItem = "[\"']([^\"'\\n]+)[\"']";
constexpr const char *yamlItem
    = "^[ \\t]*-[ \\t]*[\"']?([^\"'\\n#]+?)[\"']?[ \\t]*$|[\"']?([^\"',\\[\\]\\n]+?)[\"']?[ \\t]*(?:,|\\])";
constexpr const char *pythonClassifier = "[\"']?(License[ ]?::[^\"'\\n]+?)[\"']?[ \\t]*,?[ \\t]*$";

const std::vector<Format> &formats()
{
    static const std::vector<Format> table {
        {"python-metadata",
         "metadata|pkg-info",
         {{"License-Expression", "^License-Expression:[ \\t]*(.+)$"},
          {"License", "^License:[ \\t]*(.+(?:\\n[ \\t]+.+|\\n[ \\t]*(?=\\n[ \\t]))*)"},
          {"Classifier", "^Classifier:[ \\t]*(License[ ]?::.+)$"}}},
        {"python-setup",
         "setup\\.cfg",
         {{"license", "^licen[sc]e(?:_expression)?[ \\t]*=[ \\t]*(?!file:)(.+)$"}, {"Classifier", pythonClassifier}}},
        {"python-setup",
         "setup\\.py",
         {{"license", "\\blicense[ \\t]*=[ \\t]*u?[\"']([^\"'\\n]+)[\"']"}, {"Classifier", pythonClassifier}}},
        {"python-project",
         "pyproject\\.toml",
         {{"license", "^license(?:-expression)?[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"},
          {"license", "^license[ \\t]*=[ \\t]*\\{[^}\\n]*text[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"},
          {"license.text", "^\\[project\\.license\\][^\\[]*?text[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"},
          {"Classifier", pythonClassifier}}},
        {"cargo", "cargo\\.toml(?:\\.orig)?", {{"license", "^license[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"maven",
         "(?:.*[.-])?pom(?:\\.xml)?|.*\\.pom",
         {{"license", "<license>\\s*(?:<(?:comments|distribution|url)>[^<]*</\\w+>\\s*)*<name>\\s*([^<]+?)\\s*</name>"},
          {"license",
           "<license>\\s*(?:<(?:comments|distribution)>[^<]*</\\w+>\\s*)*<url>\\s*([^<]+?)\\s*</"
           "url>\\s*(?:<(?:comments|distribution)>[^<]*</\\w+>\\s*)*</license>"}}},
        {"nuget",
         ".*\\.nuspec",
         {{"license", "<license\\s+type=\"expression\"[^>]*>\\s*([^<]+?)\\s*</license>"},
          {"licenseUrl", "<licenseUrl>\\s*([^<]+?)\\s*</licenseUrl>"}}},
        {"msbuild",
         ".*\\.(?:csproj|fsproj|vbproj|props)",
         {{"PackageLicenseExpression", "<PackageLicenseExpression>\\s*([^<]+?)\\s*</PackageLicenseExpression>"},
          {"PackageLicenseUrl", "<PackageLicenseUrl>\\s*([^<]+?)\\s*</PackageLicenseUrl>"}}},
        {"ros-or-pear", "package\\.xml", {{"license", "<license\\b[^>]*>\\s*([^<]+?)\\s*</license>"}}},
        {"appstream",
         ".*\\.(?:metainfo|appdata)\\.xml(?:\\.in)*",
         {{"project_license", "<project_license>\\s*([^<]+?)\\s*</project_license>"}}},
        {"ivy", "ivy(?:-.*)?\\.xml", {{"license", "<license\\s[^>]*name=\"([^\"]+)\""}}},
        {"ruby",
         ".*\\.gemspec",
         {{"license", "\\.licen[sc]e[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"},
          {"licenses", "\\.licen[sc]es[ \\t]*=[ \\t]*(\\[[^\\]]*\\]|%w[\\[({][^\\])}]*|[\"'][^\"'\\n]+[\"'])",
           "[\"']([^\"'\\n]+)[\"']|(?<=[\\[({ ])([\\w.+-]+)(?=[ \\])}]|$)"}}},
        {"chef", "metadata\\.rb", {{"license", "^[ \\t]*license[ \\t]+[\"']([^\"'\\n]+)[\"']"}}},
        {"cocoapods",
         ".*\\.podspec",
         {{"license", "\\.license[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"},
          {"license", "\\.license[ \\t]*=[ \\t]*\\{[^}]*?:?type[\"']?[ \\t]*(?:=>|:)[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"r", "description", {{"License", "^License:[ \\t]*(.+(?:\\n[ \\t]+.+)*)"}}},
        {"rpm-spec", ".*\\.spec(?:\\.in)?", {{"License", "^Licen[sc]e:[ \\t]*(.+)$"}}},
        {"alpine", "apkbuild", {{"license", "^license=[\"']?([^\"'\\n#]+)[\"']?"}}},
        {"arch",
         "pkgbuild",
         {{"license", "^[ \\t]*license=\\(([^)]*)\\)", "[\"']([^\"'\\n]+)[\"']|([^\\s\"'()]+)"},
          {"license", "^[ \\t]*license=[\"']?([^\"'\\n()#]+)[\"']?"}}},
        {"arch", "\\.srcinfo|\\.pkginfo", {{"license", "^[ \\t]*license = (.+)$", "^(.+)$"}}},
        {"gentoo", ".*\\.(?:ebuild|eclass)", {{"LICENSE", "^[ \\t]*LICENSE=\"([^\"]+)\""}}},
        {"bitbake", ".*\\.(?:bb|bbappend|inc)", {{"LICENSE", "^LICENSE[ \\t]*[?]?=[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"openwrt", "makefile", {{"PKG_LICENSE", "^PKG_LICENSE[ \\t]*:?=[ \\t]*(.+)$"}, {"LICENSE", "^LICENSE=[ \\t]*(\\S+)$"}}},
        {"macports", "portfile", {{"license", "^license[ \\t]+(.+)$"}}},
        {"conda",
         "meta\\.ya?ml|recipe\\.ya?ml",
         {{"license", "^[ \\t]+license:[ \\t]*[\"']?([^\"'\\n#{]+?)[\"']?[ \\t]*(?:#.*)?$"},
          {"license", "^license:[ \\t]*[\"']?([^\"'\\n#{]+?)[\"']?[ \\t]*$"}}},
        {"citation",
         "citation\\.cff",
         {{"license", "^license:[ \\t]*[\"']?([^\"'\\n#\\[]+?)[\"']?[ \\t]*(?:#.*)?$"},
          {"license", "^license:[ \\t]*((?:\\n[ \\t]*-.+)+|\\[[^\\]]*\\])", yamlItem}}},
        {"snap", "snapcraft\\.yaml|snap\\.yaml", {{"license", "^license:[ \\t]*[\"']?([^\"'\\n#]+?)[\"']?[ \\t]*(?:#.*)?$"}}},
        {"ansible",
         "galaxy\\.yml|main\\.yml",
         {{"license", "^[ \\t]*license:[ \\t]*[\"']?([^\"'\\n#\\[]+?)[\"']?[ \\t]*(?:#.*)?$"},
          {"license", "^[ \\t]*license:[ \\t]*((?:\\n[ \\t]*-.+)+|\\[[^\\]]*\\])", yamlItem}}},
        {"haskell", ".*\\.cabal|package\\.yaml", {{"license", "^license:[ \\t]*[\"']?(.+?)[\"']?[ \\t]*$"}}},
        {"opam",
         "opam|.*\\.opam",
         {{"license", "^license:[ \\t]*\"([^\"]+)\""}, {"license", "^license:[ \\t]*(\\[[^\\]]*\\])", quotedItem}}},
        {"lua", ".*\\.rockspec", {{"license", "\\blicense[ \\t]*=[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"nim", ".*\\.nimble", {{"license", "^license[ \\t]*[=:][ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"dub", "dub\\.sdl", {{"license", "^license[ \\t]+\"([^\"\\n]+)\""}}},
        {"elixir",
         "mix\\.exs",
         {{"licenses", "\\blicenses:[ \\t]*(\\[[^\\]]*\\]|~w[\\[({][^\\])}]*)",
           "\"([^\"\\n]+)\"|(?<=[\\[({ ])([\\w.+-]+)(?=[ \\])}]|$)"}}},
        {"erlang",
         ".*\\.app\\.src|rebar\\.config",
         {{"licenses", "\\{[ \\t]*licenses[ \\t]*,[ \\t]*(\\[[^\\]]*\\])", "\"([^\"\\n]+)\""}}},
        {"gradle",
         ".*\\.gradle(?:\\.kts)?",
         {{"license", "\\blicense[ \\t]*\\{[^}]{0,400}?\\bname[ \\t.]*(?:=|set)?[ \\t]*\\(?[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"sbt", ".*\\.sbt", {{"licenses", "\\blicenses[ \\t]*(?:in[^=\\n]*)?\\+?\\+?:?=[^\"\\n]*\"([^\"\\n]+)\""}}},
        {"clojure", "project\\.clj", {{"license", ":license[ \\t\\n]*\\{[^}]*?:name[ \\t\\n]*\"([^\"\\n]+)\""}}},
        {"lisp", ".*\\.asd", {{"license", ":licen[sc]e[ \\t\\n]*\"([^\"\\n]+)\""}}},
        {"java-manifest", "manifest\\.mf", {{"Bundle-License", "^Bundle-License:[ \\t]*(.+(?:\\n[ ].+)*)"}}},
        {"perl-makefile", "(?:makefile|build)\\.pl", {{"license", "\\blicense[\"']?[ \\t]*=>[ \\t]*[\"']([^\"'\\n]+)[\"']"}}},
        {"perl-meta",
         "(?:my)?meta\\.yml",
         {{"license", "^license:[ \\t]*[\"']?([^\"'\\n#]+?)[\"']?[ \\t]*$"},
          {"license", "^license:[ \\t]*((?:\\n[ \\t]*-.+)+)", yamlItem}}},
        {"spdx",
         ".*\\.spdx",
         {{"PackageLicenseConcluded", "^PackageLicenseConcluded:[ \\t]*(.+)$"},
          {"PackageLicenseDeclared", "^PackageLicenseDeclared:[ \\t]*(.+)$"},
          {"LicenseConcluded", "^LicenseConcluded:[ \\t]*(.+)$"},
          {"LicenseInfoInFile", "^LicenseInfoInFile:[ \\t]*(.+)$"},
          {"PackageLicenseInfoFromFiles", "^PackageLicenseInfoFromFiles:[ \\t]*(.+)$"}}},
        {"reuse",
         "reuse\\.toml|dep5\\.toml",
         {{"SPDX-License-Identifier", "^SPDX-License-Identifier[ \\t]*=[ \\t]*\"([^\"\\n]+)\""},
          {"SPDX-License-Identifier", "^SPDX-License-Identifier[ \\t]*=[ \\t]*(\\[[^\\]]*\\])", quotedItem}}},
        {"openwrt-control", "control", {{"License", "^License:[ \\t]*(.+)$"}}},
        {"helm",
         "chart\\.ya?ml",
         {{"license", "^[ \\t]*(?:artifacthub\\.io/)?license:[ \\t]*[\"']?([^\"'\\n#]+?)[\"']?[ \\t]*$"}}},
        {"pkg-config-or-arduino",
         "library\\.properties|gradle\\.properties",
         {{"license", "^(?:POM_LICEN[SC]E_NAME|license)[ \\t]*=[ \\t]*(.+)$"}}},
        {"openapi",
         ".*(?:openapi|swagger).*\\.ya?ml",
         {{"info.license",
           "^[ \\t]+license:[ \\t]*\\n(?:[ \\t]+(?!name:|identifier:).+\\n)*?[ \\t]+(?:identifier|name):[ "
           "\\t]*[\"']?([^\"'\\n#]+?)[\"']?[ \\t]*$"}}},
    };
    return table;
}

QRegularExpression compiled(const char *pattern, QRegularExpression::PatternOptions options)
{
    return QRegularExpression(QLatin1String(pattern), options);
}

/// A format with its patterns compiled once.
struct Reader {
    struct Compiled {
        QString field;
        QRegularExpression pattern;
        QRegularExpression item;
        bool hasItem = false;
        bool isList = false;
    };
    QString format;
    QRegularExpression names;
    std::vector<Compiled> rules;
};

const std::vector<Reader> &readers()
{
    static const std::vector<Reader> all = [] {
        std::vector<Reader> list;
        for (const Format &format : formats()) {
            Reader reader;
            reader.format = QLatin1String(format.id);
            reader.names = QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(format.names)),
                                              Option::CaseInsensitiveOption);
            for (const Rule &rule : format.rules) {
                reader.rules.push_back({QLatin1String(rule.field), compiled(rule.pattern, Option::MultilineOption),
                                        compiled(rule.item ? rule.item : "", Option::MultilineOption), rule.item != nullptr,
                                        rule.item != nullptr || qstrcmp(rule.field, "Classifier") == 0});
            }
            list.push_back(std::move(reader));
        }
        return list;
    }();
    return all;
}

/// The text as one character per byte, so that places are byte offsets.
void addField(Manifest &manifest, const QString &field, const QRegularExpressionMatch &match, qsizetype base, bool isList)
{
    int group = 1;
    while (group < match.lastCapturedIndex() && match.capturedStart(group) < 0)
        ++group;
    const QString value = QString::fromUtf8(match.captured(group).left(maxValue).toLatin1()).trimmed();
    if (value.isEmpty() || manifest.fields.size() >= static_cast<std::size_t>(maxFields))
        return;
    manifest.fields.push_back({field, value, base + match.capturedStart(group), base + match.capturedEnd(group), isList, false});
}

void readWith(const Reader &reader, const QString &text, Manifest &manifest)
{
    for (const Reader::Compiled &rule : reader.rules) {
        auto matches = rule.pattern.globalMatch(text);
        while (matches.hasNext() && manifest.fields.size() < static_cast<std::size_t>(maxFields)) {
            const QRegularExpressionMatch match = matches.next();
            if (!rule.hasItem) {
                addField(manifest, rule.field, match, 0, rule.isList);
                continue;
            }
            auto items = rule.item.globalMatch(match.captured(1));
            while (items.hasNext())
                addField(manifest, rule.field, items.next(), match.capturedStart(1), true);
        }
    }
}

/// "---" lines around YAML at the start of a README (model and data set cards), or of a man page in Markdown.
void readFrontMatter(const QString &text, Manifest &manifest)
{
    static const QRegularExpression block(QStringLiteral("^---[ \\t]*\\r?\\n([\\s\\S]{0,20000}?)\\n---[ \\t]*\\r?$"),
                                          Option::MultilineOption);
    static const QRegularExpression single(QStringLiteral("^license:[ \\t]*[\"']?([^\"'\\n\\r#\\[]+?)[\"']?[ \\t]*\\r?$"),
                                           Option::MultilineOption);
    static const QRegularExpression several(QStringLiteral("^license:[ \\t]*((?:\\r?\\n[ \\t]*-.+)+|\\[[^\\]]*\\])"),
                                            Option::MultilineOption);
    static const QRegularExpression named(QStringLiteral("^license_name:[ \\t]*[\"']?([^\"'\\n\\r#]+?)[\"']?[ \\t]*\\r?$"),
                                          Option::MultilineOption);
    static const QRegularExpression item = compiled(yamlItem, Option::MultilineOption);
    const QRegularExpressionMatch front = block.match(text);
    if (!front.hasMatch() || front.capturedStart() != 0)
        return;
    const QString yaml = front.captured(1);
    const qsizetype base = front.capturedStart(1);
    manifest.format = QStringLiteral("front-matter");
    const QRegularExpressionMatch one = single.match(yaml);
    const QRegularExpressionMatch name = named.match(yaml);
    if (name.hasMatch() && (!one.hasMatch() || one.captured(1) == QLatin1String("other")))
        addField(manifest, QStringLiteral("license_name"), name, base, false);
    else if (one.hasMatch())
        addField(manifest, QStringLiteral("license"), one, base, false);
    else if (const QRegularExpressionMatch list = several.match(yaml); list.hasMatch()) {
        auto items = item.globalMatch(list.captured(1));
        while (items.hasNext())
            addField(manifest, QStringLiteral("license"), items.next(), base + list.capturedStart(1), true);
    }
    if (manifest.fields.empty())
        manifest.format.clear();
}

}  // namespace

Manifest readManifest(const QString &fileName, QByteArrayView text)
{
    Manifest manifest;
    const QString name = QFileInfo(fileName).fileName();
    const QByteArrayView head = text.first(std::min(text.size(), maxManifest));
    if (name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".jsonld"), Qt::CaseInsensitive))
        return readJsonManifest(name, head);
    for (const Reader &reader : readers()) {
        if (!reader.names.match(name).hasMatch())
            continue;
        manifest.format = reader.format;
        QString bytes = QString::fromLatin1(head);
        bytes.replace(QLatin1Char('\r'), QLatin1Char(' '));
        readWith(reader, bytes, manifest);
        break;
    }
    if (manifest.format.isEmpty() && name.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) && head.startsWith("---"))
        readFrontMatter(QString::fromLatin1(head.first(std::min<qsizetype>(head.size(), 64 << 10))), manifest);
    return manifest;
}

}  // namespace waybill
