// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"
#include "core/base/canceltoken.h"

#include <string>
#include <unordered_map>

namespace waybill {

/// Where one member of an outer tar lies.
struct TarMember {
    qint64 offset = 0;
    qint64 size = 0;
    std::string linkTarget;  ///< for links: normalised path of the target inside the archive, else empty
    bool isFile = true;
};

/// Names and places of the members of an uncompressed tar, so that each can be read in place. Immutable, any thread.
class TarIndex
{
public:
    /// Reads headers only. Errors: NotAnImage (not a tar), Truncated, Malformed, LimitExceeded (too many members).
    static Result<TarIndex> build(std::shared_ptr<const ByteSource> archive, const CancelToken &cancel = {});

    /// A member by normalised path; follows one textual link hop inside the archive. nullptr when absent.
    const TarMember *find(const std::string &path) const;
    /// The bytes of a member. Errors: MissingPart.
    Result<std::unique_ptr<ByteSource>> open(const std::string &path) const;
    const std::unordered_map<std::string, TarMember> &members() const { return m_members; }
    bool truncated() const { return m_truncated; }  ///< the file ends inside its last member

private:
    std::shared_ptr<const ByteSource> m_archive;
    std::unordered_map<std::string, TarMember> m_members;
    bool m_truncated = false;
};

}  // namespace waybill
