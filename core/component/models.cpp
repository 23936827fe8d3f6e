// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/modelheader.h"
#include "core/component/purl.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace waybill {

namespace {

constexpr std::string_view cardName = "README.md";
constexpr qint64 cardLimit = 16 << 10;

/// Reads the header of one file of weights as it comes by.
class ModelProbe final : public ContentProbe
{
public:
    ModelProbe(ModelFormat format, qint64 size) : m_format(format), m_windows(modelWindows(format, size)), m_left(size) { }
    bool feed(std::span<const char> piece) override
    {
        m_windows.feed(piece);
        m_left -= static_cast<qint64>(piece.size());
        // Only ONNX has something to say at its end.
        return m_format == ModelFormat::Onnx ? m_left > 0 : m_windows.head().size() < modelHeadLimit(m_format);
    }
    std::vector<CapturedFile> finish(bool) override
    {
        const ModelHeader header = readModelHeader(m_format, m_windows);
        QJsonObject record {{QStringLiteral("format"), static_cast<int>(header.format)},
                            {QStringLiteral("complete"), header.complete}};
        QJsonObject fields;
        for (auto it = header.fields.begin(); it != header.fields.end(); ++it)
            fields[it.key()] = it.value();
        record[QStringLiteral("fields")] = fields;
        CapturedFile made;
        made.content = QJsonDocument(record).toJson(QJsonDocument::Compact);
        return {made};
    }

private:
    ModelFormat m_format;
    FileWindows m_windows;
    qint64 m_left;
};

/// "model-00001-of-00004.safetensors" and its companions are one model.
QString stemOf(std::string_view path)
{
    static const QRegularExpression shard(QStringLiteral("[-_.]?\\d{5}-of-\\d{5}"));
    static const QRegularExpression ending(QStringLiteral("\\.(safetensors|gguf|onnx|pt|pth|bin|ckpt)$"));
    return textOf(baseNameOf(path)).remove(shard).remove(ending);
}

struct Repository {
    QString owner, name, revision;
    std::string folder;  ///< the repository's folder in the cache
};

/// Hugging Face cache: models--OWNER--NAME/{snapshots/REVISION,blobs}/...
std::optional<Repository> repositoryOf(std::string_view path)
{
    const size_t at = path.find("models--");
    if (at == std::string_view::npos || (at > 0 && path[at - 1] != '/'))
        return std::nullopt;
    const size_t end = path.find('/', at);
    const QStringList parts = textOf(path.substr(at + 8, end - at - 8)).split(QStringLiteral("--"));
    if (end == std::string_view::npos || parts.size() != 2)
        return std::nullopt;
    Repository repository {parts[0], parts[1], {}, std::string(path.substr(0, end))};
    const std::string_view rest = path.substr(end + 1);
    if (rest.starts_with("snapshots/"))
        repository.revision = textOf(rest.substr(10, rest.find('/', 10) - 10));
    return repository;
}

/// "license: x" and "license_name: x" of the front matter of a model card.
QMap<QString, QString> frontMatter(const QByteArray &card)
{
    QMap<QString, QString> fields;
    std::string_view rest = viewOf(card);
    std::string_view line;
    bool open = false;
    while (takeLine(rest, line)) {
        if (trimmedView(line) == "---") {
            if (open)
                return fields;
            open = true;
            continue;
        }
        const size_t colon = line.find(':');
        if (!open || colon == std::string_view::npos || line.starts_with(' '))
            continue;
        const QString key = textOf(line.substr(0, colon)).toLower();
        if (key == QLatin1String("license") || key == QLatin1String("license_name"))
            fields[key] = textOf(trimmedView(line.substr(colon + 1))).remove(QLatin1Char('"')).remove(QLatin1Char('\''));
    }
    return {};
}

/// Model weights (safetensors, GGUF, ONNX, PyTorch) with the terms that their headers and model cards state.
class ModelFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("models"); }
    qint64 wants(const Entry &) const override { return 0; }
    std::unique_ptr<ContentProbe> probe(const Entry &entry, std::span<const char> first) const override
    {
        if (const auto format = modelFormatOf(entry.path, entry.size, first))
            return std::make_unique<ModelProbe>(*format, entry.size);
        // A card begins with front matter; other README files do not.
        if (baseNameOf(entry.path) == cardName && first.size() > 3 && std::string_view(first.data(), 3) == "---")
            return std::make_unique<WholeFileProbe>(cardLimit, [](const QByteArray &content, bool) {
                CapturedFile card;
                card.content = content;
                return std::vector<CapturedFile> {card};
            });
        return nullptr;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;

private:
    using Cards = std::map<std::pair<std::string, int>, QMap<QString, QString>>;  ///< by folder and layer
    static void describe(FoundComponent &found, const CapturedFile &file, const QJsonObject &record, const Cards &cards,
                         const FileTree &tree);
    static void addCompanions(FoundComponent &found, std::string_view folder, int layer, const FileTree &tree);
};

/// Configuration and vocabulary that travel with the weights.
void ModelFinder::addCompanions(FoundComponent &found, std::string_view folder, int layer, const FileTree &tree)
{
    static constexpr std::array<std::string_view, 12> names {"config.json",
                                                             "generation_config.json",
                                                             "tokenizer.json",
                                                             "tokenizer_config.json",
                                                             "tokenizer.model",
                                                             "special_tokens_map.json",
                                                             "vocab.json",
                                                             "vocab.txt",
                                                             "merges.txt",
                                                             "model.safetensors.index.json",
                                                             "pytorch_model.bin.index.json",
                                                             "README.md"};
    for (const std::string_view name : names) {
        const std::string path = joinedPath(folder, name);
        if (tree.findAt(path, layer).isValid())
            found.ownedPaths.push_back(path);
    }
}

void ModelFinder::describe(FoundComponent &found, const CapturedFile &file, const QJsonObject &record, const Cards &cards,
                           const FileTree &tree)
{
    Component &c = found.component;
    const QJsonObject fields = record.value(QLatin1String("fields")).toObject();
    const auto format = static_cast<ModelFormat>(std::clamp(record.value(QLatin1String("format")).toInt(), 0, 3));
    const std::string folder(folderOf(file.path));
    c.kind = QStringLiteral("model");
    c.finder = QStringLiteral("models");
    c.section = modelFormatName(format);
    c.layer = file.layer;
    c.hiddenBy = hiddenByOf(tree, file.path, file.layer);
    c.metadataPath = file.path;
    c.name = jsonText(fields, QLatin1String("general.name"));
    c.version = jsonText(fields, QLatin1String("general.version"));
    c.supplier = jsonText(fields, QLatin1String("general.organization"));
    c.homePage = jsonText(fields, QLatin1String("general.url"));
    PackageUrl purl {QStringLiteral("generic"), {}, {}, {}, {}, {}};
    if (const auto repository = repositoryOf(file.path)) {
        c.name = repository->owner + QLatin1Char('/') + repository->name;
        c.version = repository->revision.isEmpty() ? c.version : repository->revision;
        c.supplier = c.supplier.isEmpty() ? repository->owner : c.supplier;
        purl = {QStringLiteral("huggingface"), {repository->owner}, repository->name, c.version, {}, {}};
    } else {
        if (c.name.isEmpty())
            c.name = stemOf(file.path);
        purl.name = c.name;
        purl.version = c.version;
    }
    c.purl = purl.toString();
    for (const char *key : {"general.license", "general.license.name", "license", "license_name"})
        declare(c, QLatin1String(key), jsonText(fields, QLatin1String(key)));
    for (int layer = file.layer; layer >= 0; --layer) {
        const auto card = cards.find({folder, layer});
        if (card == cards.end())
            continue;
        for (auto it = card->second.begin(); it != card->second.end(); ++it)
            declare(c, QStringLiteral("README.md: ") + it.key(), it.value());
        break;
    }
    c.licencePaths = licenceFilesIn(tree, folder, file.layer);
    addCompanions(found, folder, file.layer, tree);
}

FinderAnswer ModelFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    FinderAnswer answer;
    Cards cards;
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) == cardName)
            cards[{std::string(folderOf(file->path)), file->layer}] = frontMatter(file->content);
    }
    std::map<std::tuple<std::string, QString, int, int>, size_t> known;
    for (const CapturedFile *file : captured) {
        const auto record = baseNameOf(file->path) == cardName ? std::nullopt : jsonObject(file->content);
        if (!record)
            continue;
        if (!record->value(QLatin1String("complete")).toBool(true))
            answer.notes.push_back(noteOf("model-header", *file, QStringLiteral("header broken, cut or too long"), false));
        const auto repository = repositoryOf(file->path);
        const std::string place = repository ? repository->folder : std::string(folderOf(file->path));
        const QString stem = repository ? QString() : stemOf(file->path);
        const auto [at, isNew]
            = known.try_emplace({place, stem, file->layer, hiddenByOf(tree, file->path, file->layer)}, answer.components.size());
        if (isNew) {
            answer.components.emplace_back();
            describe(answer.components.back(), *file, *record, cards, tree);
        }
        answer.components[at->second].ownedPaths.push_back(file->path);
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeModelFinder()
{
    return std::make_unique<ModelFinder>();
}

}  // namespace waybill
