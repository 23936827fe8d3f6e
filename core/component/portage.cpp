// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QRegularExpression>

#include <map>

namespace waybill {

namespace {

constexpr std::string_view packageFolder = "var/db/pkg/";
constexpr qint64 listLimit = 64 << 20;
constexpr qint64 wordLimit = 64 << 10;

/// The path of a CONTENTS line: "obj PATH MD5 TIME", "sym PATH -> TARGET TIME", "dir PATH". Paths may hold blanks.
std::string_view pathOf(std::string_view line)
{
    if (line.starts_with("sym ")) {
        line.remove_prefix(4);
        return line.substr(0, line.find(" -> "));
    }
    if (!line.starts_with("obj "))
        return {};
    line.remove_prefix(4);
    for (int field = 0; field < 2; ++field) {
        const size_t blank = line.rfind(' ');
        line = blank == std::string_view::npos ? std::string_view() : line.substr(0, blank);
    }
    return line;
}

/// Gentoo packages: var/db/pkg/CATEGORY/NAME-VERSION/ with CONTENTS, LICENSE and HOMEPAGE.
class PortageFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("portage"); }
    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        if (!path.starts_with(packageFolder))
            return 0;
        const std::string_view name = baseNameOf(path);
        return name == "CONTENTS" ? listLimit : name == "LICENSE" || name == "HOMEPAGE" ? wordLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer PortageFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    static const QRegularExpression form(QStringLiteral("^(.+?)-(\\d+(?:\\.\\d+)*[a-z]?(?:_[a-z]+\\d*)*(?:-r\\d+)?)$"));
    std::map<std::pair<std::string_view, int>, QString> words;
    for (const CapturedFile *file : captured)
        words[{file->path, file->layer}]
            = baseNameOf(file->path) == "CONTENTS" ? QString() : textOf(trimmedView(viewOf(file->content)));
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        if (baseNameOf(file->path) != "CONTENTS")
            continue;
        const std::string_view folder = folderOf(file->path);
        const QRegularExpressionMatch match = form.match(textOf(baseNameOf(folder)));
        if (!match.hasMatch() || file->cut) {
            answer.notes.push_back(noteOf("package-data-damaged", *file, {}, true));
            continue;
        }
        FoundComponent item;
        Component &component = item.component;
        component.name = match.captured(1);
        component.version = match.captured(2);
        component.kind = QStringLiteral("ebuild");
        component.finder = QStringLiteral("portage");
        component.section = textOf(baseNameOf(folderOf(folder)));
        component.purl = PackageUrl {component.kind, {component.section}, component.name, component.version, {}, {}}.toString();
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        const auto word = [&](const char *name) {
            const std::string path = joinedPath(folder, name);
            const auto found = words.find({path, file->layer});
            return found == words.end() ? QString() : found->second;
        };
        declare(component, QStringLiteral("LICENSE"), word("LICENSE"));
        component.homePage = word("HOMEPAGE");
        item.ownedFolders.emplace_back(folder);
        std::string_view rest = viewOf(file->content);
        std::string_view line;
        while (takeLine(rest, line)) {
            if (std::string path = resolvedPath({}, pathOf(line)); !path.empty())
                item.ownedPaths.push_back(std::move(path));
        }
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makePortageFinder()
{
    return std::make_unique<PortageFinder>();
}

}  // namespace waybill
