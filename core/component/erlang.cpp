// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/finders.h"
#include "core/component/findertools.h"
#include "core/component/purl.h"

#include <QRegularExpression>

namespace waybill {

namespace {

constexpr qint64 resourceLimit = 1 << 20;

/// Applications of the Erlang machine (Erlang, Elixir, Gleam): NAME/ebin/NAME.app.
class ErlangFinder final : public ComponentFinder
{
public:
    QString id() const override { return QStringLiteral("erlang"); }
    qint64 wants(const Entry &entry) const override
    {
        const std::string_view path = entry.path;
        return path.ends_with(".app") && baseNameOf(folderOf(path)) == "ebin" ? resourceLimit : 0;
    }
    FinderAnswer find(std::span<const CapturedFile *const> captured, const FileTree &tree) const override;
};

FinderAnswer ErlangFinder::find(std::span<const CapturedFile *const> captured, const FileTree &tree) const
{
    // {application, kernel, [{description, "..."}, {vsn, "8.5"}, ...]}. ("application resource file", OTP reference manual)
    static const QRegularExpression nameForm(QStringLiteral("\\{\\s*application\\s*,\\s*'?([A-Za-z][A-Za-z0-9_@]*)'?\\s*,"));
    static const QRegularExpression versionForm(QStringLiteral("\\{\\s*vsn\\s*,\\s*\"([^\"]+)\"\\s*\\}"));
    FinderAnswer answer;
    for (const CapturedFile *file : captured) {
        const QString text = textOf(viewOf(file->content));
        FoundComponent item;
        Component &component = item.component;
        component.name = nameForm.match(text).captured(1);
        component.version = versionForm.match(text).captured(1);
        if (component.name.isEmpty() || component.version.isEmpty()) {
            answer.notes.push_back(noteOf("package-file-damaged", *file, {}, false));
            continue;
        }
        const std::string_view folder = folderOf(folderOf(file->path));
        component.kind = QStringLiteral("otp");
        component.finder = QStringLiteral("erlang");
        component.layer = file->layer;
        component.metadataPath = file->path;
        component.hiddenBy = hiddenByOf(tree, file->path, file->layer);
        component.purl = PackageUrl {component.kind, {}, component.name, component.version, {}, {}}.toString();
        component.licencePaths = licenceFilesIn(tree, folder, file->layer);
        // lib/NAME-VERSION or deps/NAME is the application's own folder.
        if (baseNameOf(folder).starts_with(component.name.toStdString()))
            item.ownedFolders.emplace_back(folder);
        else
            item.ownedPaths.push_back(file->path);
        answer.components.push_back(std::move(item));
    }
    return answer;
}

}  // namespace

std::unique_ptr<ComponentFinder> makeErlangFinder()
{
    return std::make_unique<ErlangFinder>();
}

}  // namespace waybill
