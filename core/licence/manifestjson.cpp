// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/manifestjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waybill {

namespace {

constexpr std::size_t maxFields = 500;

/// Collects fields of one document and finds where they stand.
class JsonFields
{
public:
    JsonFields(QByteArrayView text, Manifest &manifest) : m_text(text), m_manifest(manifest) { }

    void add(const QString &field, const QString &value, bool isList, bool isAlternative = false)
    {
        if (value.trimmed().isEmpty() || m_manifest.fields.size() >= maxFields)
            return;
        ManifestField entry {field, value.trimmed(), 0, 0, isList, isAlternative};
        place(entry);
        m_manifest.fields.push_back(std::move(entry));
    }

    /// A string, a map with the name in one of several members, or a list of such.
    void addAny(const QString &field, const QJsonValue &value, bool alternatives, bool isList = false)
    {
        if (value.isString()) {
            add(field, value.toString(), isList && !alternatives, isList && alternatives);
        } else if (value.isArray()) {
            for (const QJsonValue &item : value.toArray())
                addAny(field, item, alternatives, true);
        } else if (value.isObject()) {
            const QJsonObject map = value.toObject();
            for (const char *key : {"expression", "id", "identifier", "type", "name", "title", "url", "@id"}) {
                const QString text = map.value(QLatin1String(key)).toString();
                if (text.isEmpty())
                    continue;
                add(field, text, isList && !alternatives, isList && alternatives);
                return;
            }
            if (map.contains(QLatin1String("license")))  // CycloneDX
                addAny(field, map.value(QLatin1String("license")), alternatives, isList);
        }
    }

private:
    /// The value as it stands in the text, behind the last one.
    void place(ManifestField &entry)
    {
        const QByteArray needle = entry.value.toUtf8();
        qsizetype at = indexOf(needle, m_from);
        if (at < 0)
            at = indexOf(needle, 0);
        if (at < 0)
            return;
        entry.firstByte = at;
        entry.endByte = at + needle.size();
        m_from = entry.endByte;
    }

    qsizetype indexOf(const QByteArray &needle, qsizetype from) const
    {
        const auto it = std::search(m_text.begin() + from, m_text.end(), needle.begin(), needle.end());
        return it == m_text.end() ? -1 : it - m_text.begin();
    }

    QByteArrayView m_text;
    Manifest &m_manifest;
    qsizetype m_from = 0;
};

void readSpdx(const QJsonObject &root, JsonFields &fields)
{
    const auto tell = [&fields](const QJsonObject &item, const char *key) {
        const QString value = item.value(QLatin1String(key)).toString();
        if (value != QLatin1String("NOASSERTION") && value != QLatin1String("NONE"))
            fields.add(QLatin1String(key), value, true);
    };
    for (const QJsonValue &item : root.value(QLatin1String("packages")).toArray()) {
        tell(item.toObject(), "licenseConcluded");
        tell(item.toObject(), "licenseDeclared");
    }
    for (const QJsonValue &item : root.value(QLatin1String("files")).toArray())
        tell(item.toObject(), "licenseConcluded");
}

void readCycloneDx(const QJsonObject &root, JsonFields &fields)
{
    const QJsonObject subject = root.value(QLatin1String("metadata")).toObject().value(QLatin1String("component")).toObject();
    fields.addAny(QStringLiteral("licenses"), subject.value(QLatin1String("licenses")), false);
    for (const QJsonValue &item : root.value(QLatin1String("components")).toArray())
        fields.addAny(QStringLiteral("licenses"), item.toObject().value(QLatin1String("licenses")), false);
}

QString formatOf(const QString &name, const QJsonObject &root)
{
    const QString lower = name.toLower();
    if (root.contains(QLatin1String("spdxVersion")))
        return QStringLiteral("spdx");
    if (root.value(QLatin1String("bomFormat")).toString() == QLatin1String("CycloneDX"))
        return QStringLiteral("cyclonedx");
    if (root.contains(QLatin1String("openapi")) || root.contains(QLatin1String("swagger")))
        return QStringLiteral("openapi");
    static const std::pair<const char *, const char *> names[] = {{"package.json", "npm"},
                                                                  {"composer.json", "composer"},
                                                                  {"bower.json", "bower"},
                                                                  {".bower.json", "bower"},
                                                                  {"meta.json", "perl-meta"},
                                                                  {"mymeta.json", "perl-meta"},
                                                                  {"metadata.json", "puppet"},
                                                                  {"codemeta.json", "codemeta"},
                                                                  {"vcpkg.json", "vcpkg"},
                                                                  {"dub.json", "dub"},
                                                                  {"elm.json", "elm"},
                                                                  {"about.json", "conda"},
                                                                  {"index.json", "conda"},
                                                                  {"datapackage.json", "datapackage"},
                                                                  {"library.json", "platformio"},
                                                                  {"block.json", "wordpress"},
                                                                  {"haxelib.json", "haxelib"},
                                                                  {"component.json", "component"},
                                                                  {".zenodo.json", "zenodo"},
                                                                  {"ro-crate-metadata.json", "codemeta"},
                                                                  {"composer.lock", "composer"}};
    for (const auto &[file, format] : names) {
        if (lower == QLatin1String(file))
            return QLatin1String(format);
    }
    if (lower.endsWith(QLatin1String(".podspec.json")))
        return QStringLiteral("cocoapods");
    return lower.endsWith(QLatin1String("package.json")) && root.contains(QLatin1String("license")) ? QStringLiteral("npm")
                                                                                                    : QString();
}

}  // namespace

Manifest readJsonManifest(const QString &name, QByteArrayView text)
{
    Manifest manifest;
    QByteArray bytes = text.toByteArray();
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.isEmpty())
        return manifest;
    manifest.format = formatOf(name, root);
    if (manifest.format.isEmpty())
        return manifest;
    JsonFields fields(text, manifest);
    if (manifest.format == QLatin1String("spdx")) {
        readSpdx(root, fields);
    } else if (manifest.format == QLatin1String("cyclonedx")) {
        readCycloneDx(root, fields);
    } else if (manifest.format == QLatin1String("openapi")) {
        fields.addAny(QStringLiteral("info.license"),
                      root.value(QLatin1String("info")).toObject().value(QLatin1String("license")), false);
    } else {
        // A list means a choice for Composer by its documentation, and for npm by the custom of its old "licenses" field.
        const bool choice = manifest.format == QLatin1String("composer") || manifest.format == QLatin1String("npm");
        for (const char *key : {"license", "licence"})
            fields.addAny(QLatin1String(key), root.value(QLatin1String(key)), choice);
        if (manifest.fields.empty())
            fields.addAny(QStringLiteral("licenses"), root.value(QLatin1String("licenses")), choice);
    }
    return manifest;
}

}  // namespace waybill
