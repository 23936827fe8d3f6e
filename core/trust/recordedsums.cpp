// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trust/recordedsums.h"

#include "core/component/findertools.h"
#include "core/component/rpmdatabase.h"
#include "core/component/rpmheader.h"

#include <algorithm>
#include <array>
#include <optional>

namespace waybill {

namespace {

constexpr qint64 textListLimit = 64LL << 20;
constexpr qint64 rpmLimit = 256LL << 20;

bool isApkDatabase(std::string_view path)
{
    return path == "lib/apk/db/installed" || path == "usr/lib/apk/db/installed";
}

std::optional<RecordedSum> md5Line(std::string_view line)
{
    if (line.size() < 35 || line[32] != ' ')
        return std::nullopt;
    const QByteArray hex(line.data(), 32);
    const QByteArray raw = QByteArray::fromHex(hex);
    std::string path = resolvedPath({}, trimmedView(line.substr(33)));
    if (raw.size() != 16 || raw.toHex() != hex.toLower() || path.empty())
        return std::nullopt;
    return RecordedSum {std::move(path), raw, SumAlgorithm::Md5};
}

/// A RECORD is CSV; a name that holds a comma is quoted.
std::optional<RecordedSum> recordLine(std::string_view folder, std::string_view line)
{
    const size_t size = line.rfind(',');
    if (size == std::string_view::npos || size == 0)
        return std::nullopt;
    const size_t hash = line.rfind(',', size - 1);
    if (hash == std::string_view::npos)
        return std::nullopt;
    const std::string_view digest = line.substr(hash + 1, size - hash - 1);
    if (!digest.starts_with("sha256="))
        return std::nullopt;
    std::string_view name = line.substr(0, hash);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    const QByteArray raw = QByteArray::fromBase64(QByteArray(digest.data() + 7, static_cast<qsizetype>(digest.size() - 7)),
                                                  QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    std::string path = resolvedPath(folder, name);
    if (raw.size() != 32 || path.empty())
        return std::nullopt;
    return RecordedSum {std::move(path), raw, SumAlgorithm::Sha256};
}

/// "Q1" and base64 is SHA-1, "Q2" is SHA-256.
std::optional<RecordedSum> apkSum(std::string_view folder, std::string_view name, std::string_view words)
{
    if (name.empty() || words.size() < 3 || words[0] != 'Q')
        return std::nullopt;
    const QByteArray raw = QByteArray::fromBase64(QByteArray(words.data() + 2, static_cast<qsizetype>(words.size() - 2)));
    const SumAlgorithm algorithm = words[1] == '1' ? SumAlgorithm::Sha1 : SumAlgorithm::Sha256;
    std::string path = resolvedPath(folder, name);
    if (raw.size() != (algorithm == SumAlgorithm::Sha1 ? 20 : 32) || path.empty())
        return std::nullopt;
    return RecordedSum {std::move(path), raw, algorithm};
}

std::vector<RecordedSum> apkSums(std::string_view rest)
{
    std::vector<RecordedSum> sums;
    std::string folder;
    std::string_view name;
    std::string_view line;
    while (takeLine(rest, line)) {
        if (line.starts_with("F:")) {
            folder = resolvedPath({}, line.substr(2));
            name = {};
        } else if (line.starts_with("R:")) {
            name = line.substr(2);
        } else if (line.starts_with("Z:")) {
            if (auto sum = apkSum(folder, name, trimmedView(line.substr(2))))
                sums.push_back(std::move(*sum));
        } else if (line.empty()) {
            folder.clear();
            name = {};
        }
    }
    return sums;
}

/// The configuration files of a package as it brought them (deb-conffiles(5); dpkg(1), "Conffiles"): " /etc/x 32 hex digits".
std::vector<RecordedSum> conffileSums(std::string_view rest)
{
    constexpr size_t hexDigits = 32;
    std::vector<RecordedSum> sums;
    bool inside = false;
    std::string_view line;
    while (takeLine(rest, line)) {
        if (!line.starts_with(' ')) {
            inside = line.starts_with("Conffiles:");
            continue;
        }
        const size_t blank = inside ? line.find(' ', 1) : std::string_view::npos;
        if (blank == std::string_view::npos || line.size() < blank + 1 + hexDigits)
            continue;
        const QByteArray hex(line.data() + blank + 1, hexDigits);
        const QByteArray raw = QByteArray::fromHex(hex);
        std::string path = resolvedPath({}, line.substr(1, blank - 1));
        // "newconffile" stands where the package was never configured.
        if (raw.toHex() == hex.toLower() && raw.size() == 16 && !path.empty())
            sums.push_back({std::move(path), raw, SumAlgorithm::Md5});
    }
    return sums;
}

std::vector<RecordedSum> rpmSums(const QByteArray &content)
{
    std::vector<RecordedSum> sums;
    readRpmDatabase({content.constData(), static_cast<size_t>(content.size())}, [&sums](std::span<const char> blob) {
        for (RpmFileSum &file : readRpmFileSums(blob)) {
            const bool known = file.digest.size() == 16 || file.digest.size() == 20 || file.digest.size() == 32;
            std::string path = resolvedPath({}, file.path);
            if (known && !file.mayChange && !path.empty())
                sums.push_back({std::move(path), file.digest,
                                file.digest.size() == 16       ? SumAlgorithm::Md5
                                    : file.digest.size() == 20 ? SumAlgorithm::Sha1
                                                               : SumAlgorithm::Sha256});
        }
    });
    return sums;
}

}  // namespace

QLatin1String sumAlgorithmId(SumAlgorithm algorithm)
{
    static constexpr std::array names {"md5", "sha1", "sha256"};
    return QLatin1String(names.at(static_cast<size_t>(algorithm)));
}

bool sumKindsAt(std::string_view path, SumKinds &kinds)
{
    const auto underAny = [path](std::initializer_list<std::string_view> folders) {
        return std::any_of(folders.begin(), folders.end(), [path](std::string_view folder) { return path.starts_with(folder); });
    };
    if (underAny({"etc/dpkg/", "etc/apt/", "var/lib/dpkg/", "etc/debian_version"}))
        kinds = {true, false, false};
    else if (underAny({"etc/apk/", "lib/apk/", "usr/lib/apk/", "etc/alpine-release"}))
        kinds = {false, true, false};
    else if (underAny({"etc/rpm/", "etc/yum.repos.d/", "etc/dnf/", "etc/tdnf/", "etc/zypp/", "etc/redhat-release",
                       "etc/pki/rpm-gpg/", "usr/lib/sysimage/rpm/"}))
        kinds = {false, false, true};
    else
        return false;
    return true;
}

bool recordsChecksums(std::string_view path)
{
    return (path.ends_with(".md5sums") && (path.starts_with("var/lib/dpkg/info/") || path.starts_with("var/lib/dpkg/status.d/")))
        || path == "var/lib/dpkg/status" || path.ends_with(".dist-info/RECORD") || isApkDatabase(path) || isRpmDatabasePath(path);
}

qint64 checksumListLimit(std::string_view path)
{
    return isRpmDatabasePath(path) ? rpmLimit : textListLimit;
}

std::vector<RecordedSum> recordedSums(std::string_view path, const QByteArray &content)
{
    if (isRpmDatabasePath(path))
        return rpmSums(content);
    if (isApkDatabase(path))
        return apkSums(viewOf(content));
    if (path == "var/lib/dpkg/status")
        return conffileSums(viewOf(content));
    std::vector<RecordedSum> sums;
    const bool python = path.ends_with("/RECORD");
    const std::string_view folder = python ? folderOf(folderOf(path)) : std::string_view();
    std::string_view rest = viewOf(content);
    std::string_view line;
    while (takeLine(rest, line)) {
        if (auto sum = python ? recordLine(folder, line) : md5Line(line))
            sums.push_back(std::move(*sum));
    }
    return sums;
}

}  // namespace waybill
