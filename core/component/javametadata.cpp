// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/javametadata.h"

#include "core/component/findertools.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace waybill {

namespace {

constexpr size_t attributeLimit = 2000;
constexpr qsizetype textLimit = 2000;
constexpr qsizetype licenceLimit = 32;
constexpr int deepestElement = 200;

/// Assigns the text of one element of a pom by its place.
void assign(Pom &pom, const QStringList &place, const QString &text)
{
    const QString where = place.join(QLatin1Char('/'));
    if (where == QLatin1String("project/groupId"))
        pom.id.group = text;
    else if (where == QLatin1String("project/artifactId"))
        pom.id.artifact = text;
    else if (where == QLatin1String("project/version"))
        pom.id.version = text;
    else if (where == QLatin1String("project/parent/groupId"))
        pom.parent.group = text;
    else if (where == QLatin1String("project/parent/artifactId"))
        pom.parent.artifact = text;
    else if (where == QLatin1String("project/parent/version"))
        pom.parent.version = text;
    else if (where == QLatin1String("project/url"))
        pom.homePage = text;
    else if (where == QLatin1String("project/organization/name"))
        pom.supplier = text;
}

}  // namespace

std::map<QString, QString> readManifest(const QByteArray &content)
{
    std::map<QString, QString> attributes;
    QString name;
    std::string value;
    const auto keep = [&] {
        if (!name.isEmpty() && attributes.size() < attributeLimit)
            attributes.try_emplace(name, textOf(trimmedView(value)).left(textLimit));
        name.clear();
        value.clear();
    };
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        if (line.empty()) {
            if (attributes.empty() && name.isEmpty())
                continue;
            break;  // further sections speak of single files
        }
        if (line.front() == ' ') {
            if (value.size() < static_cast<size_t>(textLimit))
                value += line.substr(1);
            continue;
        }
        keep();
        const size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            continue;
        name = textOf(line.substr(0, colon)).toLower();
        value = line.substr(colon + 1);
    }
    keep();
    return attributes;
}

MavenId readPomProperties(const QByteArray &content)
{
    MavenId id;
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        line = trimmedView(line);
        const size_t equals = line.find_first_of("=:");
        if (line.empty() || line.front() == '#' || line.front() == '!' || equals == std::string_view::npos)
            continue;
        const std::string_view key = trimmedView(line.substr(0, equals));
        const QString value = textOf(trimmedView(line.substr(equals + 1)));
        if (key == "groupId")
            id.group = value;
        else if (key == "artifactId")
            id.artifact = value;
        else if (key == "version")
            id.version = value;
    }
    return id;
}

Pom readPom(const QByteArray &content)
{
    Pom pom;
    QXmlStreamReader xml(content);
    QStringList place;
    QString text;
    QString name;
    QString url;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            place.append(xml.name().toString());
            if (place.size() > deepestElement)
                return pom;
            if (place.size() == 3 && place.at(1) == QLatin1String("licenses"))
                name = url = QString();
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            if (text.size() < textLimit)
                text += xml.text();
            break;
        case QXmlStreamReader::EndElement: {
            const QString value = text.simplified().left(textLimit);
            const bool inLicence = place.size() >= 3 && place.at(1) == QLatin1String("licenses");
            if (inLicence && place.size() == 4 && place.at(3) == QLatin1String("name"))
                name = value;
            else if (inLicence && place.size() == 4 && place.at(3) == QLatin1String("url"))
                url = value;
            else if (inLicence && place.size() == 3 && !(name.isEmpty() && url.isEmpty()) && pom.licences.size() < licenceLimit)
                pom.licences.append(name.isEmpty() ? url : name);
            else if (place.size() <= 3)
                assign(pom, place, value);
            place.removeLast();
            text.clear();
            break;
        }
        default:
            break;
        }
    }
    if (pom.id.group.isEmpty())
        pom.id.group = pom.parent.group;
    if (pom.id.version.isEmpty())
        pom.id.version = pom.parent.version;
    pom.valid = !xml.hasError() && !pom.id.artifact.isEmpty();
    return pom;
}

std::pair<QString, QString> splitJarName(std::string_view fileName)
{
    static const QRegularExpression form(QStringLiteral("^(.+?)[-_](v?\\d[0-9A-Za-z.+_-]*)$"));
    const QString stem = textOf(fileName.substr(0, fileName.rfind('.')));
    const QRegularExpressionMatch match = form.match(stem.left(textLimit));
    return match.hasMatch() ? std::pair(match.captured(1), match.captured(2)) : std::pair(stem, QString());
}

}  // namespace waybill
