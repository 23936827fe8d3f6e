// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/layercollector.h"

#include "core/component/products.h"
#include "core/inventory/trustsink.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

namespace waybill {

namespace {

constexpr qint64 licenceTextLimit = 16 << 20;  ///< the notices of a browser take ten megabytes
constexpr qint64 noticeHead = 8 << 10;
constexpr qint64 cancelStride = 64;
constexpr qint64 firstPieceLeast = 512;

std::string_view baseName(std::string_view path)
{
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool isDebianCopyright(std::string_view path)
{
    return path.starts_with("usr/share/doc/") && path.ends_with("/copyright");
}

/// Nearly every source file lacks these letters in its head; only the rest is worth matching.
bool speaksOfLicence(const QByteArray &head)
{
    static constexpr std::array words {"icense", "ICENSE", "icence", "SPDX", "ublic domain"};
    return std::any_of(words.begin(), words.end(), [&head](const char *word) { return head.contains(word); });
}

/// The first piece of a file. Pieces end where the unpacker's do; a short one is joined with the next in `joined`, so that
/// the kind of a file never depends on where that was.
std::span<const char> firstPiece(EntryContent &content, qint64 size, QByteArray &joined)
{
    auto piece = content.next();
    if (!piece || static_cast<qint64>(piece->size()) >= std::min(size, firstPieceLeast))
        return piece ? *piece : std::span<const char>();
    while (piece && !piece->empty()) {
        joined.append(piece->data(), static_cast<qsizetype>(piece->size()));
        if (joined.size() >= std::min(size, firstPieceLeast))
            break;
        piece = content.next();
    }
    return {joined.constData(), static_cast<size_t>(joined.size())};
}

/// Hands an executable or library to its reader, and what that learns to the harvest.
class BinarySink final : public ContentProbe
{
public:
    BinarySink(std::unique_ptr<BinaryProbe> probe, const std::string &path, CaptureBudget &budget, LayerHarvest &harvest)
        : m_probe(std::move(probe)), m_path(path), m_budget(budget), m_harvest(harvest)
    {
    }
    bool feed(std::span<const char> piece) override
    {
        m_probe->feed(piece);
        return true;
    }
    std::vector<CapturedFile> finish(bool /*complete*/) override
    {
        BinaryFile file = m_probe->finish(m_path);
        if (m_budget.take(file.memoryBytes()))
            m_harvest.binaries.emplace_back(m_path, std::move(file));
        else
            ++m_harvest.droppedCaptures;
        return crateList();
    }

private:
    /// What cargo-auditable wrote into a Rust program, as a file inside it, for the finder of crates.
    std::vector<CapturedFile> crateList() const
    {
        constexpr qint64 limit = 8 << 20;
        const QByteArray list = m_probe->section(".dep-v0", limit);
        return list.isEmpty() ? std::vector<CapturedFile>()
                              : std::vector<CapturedFile> {{m_path + "!/.dep-v0", 0, list, -1, false}};
    }

    std::unique_ptr<BinaryProbe> m_probe;
    std::string m_path;
    CaptureBudget &m_budget;
    LayerHarvest &m_harvest;
};

}  // namespace

ContentKind contentKindOf(std::span<const char> first, qint64 size)
{
    if (size == 0)
        return ContentKind::Empty;
    const auto startsWith = [&first](std::string_view magic) {
        return first.size() >= magic.size() && std::memcmp(first.data(), magic.data(), magic.size()) == 0;
    };
    if (startsWith("\x7f"
                   "ELF"))
        return ContentKind::Elf;
    if (startsWith("!<arch>\n"))
        return ContentKind::Archive;
    if (startsWith("#!"))
        return ContentKind::Script;
    const size_t probe = std::min<size_t>(first.size(), 512);
    return std::find(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(probe), '\0')
            == first.begin() + static_cast<std::ptrdiff_t>(probe)
        ? ContentKind::Text
        : ContentKind::Binary;
}

bool isLicenceFileName(std::string_view path)
{
    if (isDebianCopyright(path))
        return true;
    const std::string name = lowered(baseName(path));
    // Source code and byte code that merely deals with licences is no licence text.
    for (const char *suffix :
         {".py", ".pyc", ".js", ".ts", ".c", ".h", ".cpp", ".hpp", ".so", ".json", ".html.in", ".png", ".svg", ".ui", ".mo"}) {
        if (name.ends_with(suffix))
            return false;
    }
    for (const char *stem : {"license", "licence", "copying", "notice", "eula", "unlicense", "copyright", "third_party_notices",
                             "thirdpartynotices", "third-party-notices", "ngc-dl-container-license"}) {
        if (name.starts_with(stem))
            return true;
    }
    return name.ends_with(".license") || name.ends_with("-license") || name.ends_with("_license")
        || name.ends_with("-license.txt") || path.find(".dist-info/licenses/") != std::string_view::npos;
}

bool mayCarryNotice(std::string_view path)
{
    static constexpr std::array<std::string_view, 26> endings {
        ".py", ".pyx", ".pyi", ".c",  ".h",  ".cc", ".cpp", ".cxx", ".hpp",  ".hh", ".cu", ".cuh",   ".inl",
        ".js", ".mjs", ".ts",  ".go", ".rs", ".rb", ".pl",  ".pm",  ".java", ".sh", ".el", ".cmake", ".lua"};
    const std::string_view name = baseName(path);
    return std::any_of(endings.begin(), endings.end(), [name](std::string_view ending) { return name.ends_with(ending); });
}

LayerCollector::LayerCollector(int layer, std::span<const std::unique_ptr<ComponentFinder>> finders,
                               const ScanKnowledge &knowledge, TextCache &texts, CaptureBudget &budget,
                               const ScanOptions &options, const CancelToken &cancel)
    : m_layer(layer), m_finders(finders), m_knowledge(knowledge), m_texts(texts), m_budget(budget), m_options(options),
      m_cancel(cancel)
{
}

QByteArray LayerCollector::readUpTo(EntryContent &content, std::span<const char> first, qint64 size, qint64 limit, Probes &probes)
{
    QByteArray bytes;
    bool complete = true;
    constexpr qint64 firstRoom = 2 << 20;
    bytes.reserve(static_cast<qsizetype>(std::min({size, limit, firstRoom})));
    std::span<const char> piece = first;
    bool probing = !probes.empty();
    while (!piece.empty() && (bytes.size() < limit || probing)) {
        const auto room = static_cast<size_t>(limit - bytes.size());
        bytes.append(piece.data(), static_cast<qsizetype>(std::min(piece.size(), room)));
        bool more = false;
        for (auto &[finder, probe] : probes) {
            if (probe && !probe->feed(piece))
                finishProbe(finder, std::move(probe), true);
            more = more || probe;
        }
        probing = more && !m_cancel.isCancelled();
        const auto next = content.next();
        complete = next.has_value();
        piece = next ? *next : std::span<const char>();
    }
    for (auto &[finder, probe] : probes) {
        if (probe)
            finishProbe(finder, std::move(probe), complete);
    }
    return bytes;
}

LayerCollector::Probes LayerCollector::probesFor(const Entry &entry, std::span<const char> first)
{
    Probes probes;
    if (auto binary = BinaryProbe::forContent(first, entry.size, *m_knowledge.embedded))
        probes.emplace_back(-1, std::make_unique<BinarySink>(std::move(binary), entry.path, m_budget, m_harvest));
    if (m_knowledge.trust) {
        const bool starts = m_startFiles.contains(entry.path);
        if (auto search
            = makeTrustSink(*m_knowledge.trust, entry, contentKindOf(first, entry.size), starts, m_layer, m_sums, m_harvest))
            probes.emplace_back(-1, std::move(search));
    }
    for (size_t i = 0; i < m_finders.size(); ++i) {
        if (auto probe = m_finders[i]->probe(entry, first))
            probes.emplace_back(static_cast<int>(i), std::move(probe));
    }
    return probes;
}

void LayerCollector::finishProbe(int finder, std::unique_ptr<ContentProbe> probe, bool complete)
{
    for (CapturedFile &record : probe->finish(complete)) {
        record.finder = finder;
        if (record.path.empty())
            record.path = m_harvest.entries.back().path;
        keep(std::move(record));
    }
}

void LayerCollector::keep(CapturedFile file)
{
    file.layer = m_layer;
    const auto bookkeeping = static_cast<qint64>(sizeof file + file.path.size());
    if (m_budget.take(file.content.size() + bookkeeping))
        m_harvest.captured.push_back(std::move(file));
    else
        ++m_harvest.droppedCaptures;
}

void LayerCollector::keepClaim(const Entry &entry, const QByteArray &bytes)
{
    auto claim = readSbomClaim(bytes);
    if (!claim)
        return;
    constexpr qint64 bytesPerPart = 300;
    if (!m_budget.take(bytesPerPart * static_cast<qint64>(claim->parts.size() + 1))) {
        ++m_harvest.droppedCaptures;
        return;
    }
    claim->path = entry.path;
    claim->layer = m_layer;
    claim->complete = claim->complete && bytes.size() == entry.size;
    m_harvest.claims.push_back(std::move(*claim));
}

bool LayerCollector::visit(const Entry &entry, EntryContent &content)
{
    if (m_harvest.entries.size() % cancelStride == 0 && m_cancel.isCancelled())
        return false;
    m_harvest.entries.push_back(entry);
    m_harvest.contents.push_back(entry.kind == EntryKind::File ? examine(entry, content) : ContentKind::NotRead);
    return true;
}

ContentKind LayerCollector::examine(const Entry &entry, EntryContent &content)
{
    if (entry.size == 0)
        return ContentKind::Empty;
    qint64 wanted = m_knowledge.products->wants(entry);
    for (const auto &finder : m_finders)
        wanted = std::max(wanted, finder->wants(entry));
    const bool licenceFile = m_options.licences && isLicenceFileName(entry.path);
    const bool notice = m_options.licences && !licenceFile && mayCarryNotice(entry.path);
    const qint64 claimed = sbomClaimLimit(entry.path);
    const qint64 limit = std::max({wanted, claimed, licenceFile ? licenceTextLimit : 0, notice ? noticeHead : 0});
    QByteArray joined;
    const std::span<const char> first = firstPiece(content, entry.size, joined);
    if (first.empty())
        return ContentKind::NotRead;
    Probes probes = probesFor(entry, first);
    const ContentKind kind = contentKindOf(first, entry.size);
    if (limit == 0 && probes.empty())
        return kind;
    const QByteArray bytes = readUpTo(content, first, entry.size, limit, probes);
    if (licenceFile && kind == ContentKind::Text && entry.size > licenceTextLimit)
        m_harvest.cutTexts.push_back(entry.path);
    if (licenceFile && kind != ContentKind::Elf)
        m_harvest.texts.push_back({entry.path, m_texts.read(bytes.left(licenceTextLimit), isDebianCopyright(entry.path)), true});
    else if (notice && speaksOfLicence(bytes))
        m_harvest.texts.push_back({entry.path, m_texts.read(bytes.left(noticeHead), false), false});
    if (claimed > 0)
        keepClaim(entry, bytes);
    if (wanted > 0)
        keep({entry.path, m_layer, bytes.left(wanted), -1, bytes.left(wanted).size() < entry.size});
    return kind;
}

}  // namespace waybill
