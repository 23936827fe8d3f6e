// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace waybill {

/// Text that names an image in a registry: `[registry/]repository[:tag][@digest]` (OCI distribution-spec "Pulling manifests",
/// with the defaults of container tools). Plain value.
struct ImageReference {
    QString registry;    ///< host[:port] as people write it: "docker.io", "localhost:5000", "[::1]:5000"
    QString repository;  ///< "library/debian"
    QString tag;         ///< empty when only a digest was given; "latest" when neither was
    QString digest;      ///< empty, or a valid digest

    /// host[:port] that is contacted: docker.io is served by registry-1.docker.io.
    QString apiHost() const;
    /// Host without the port, lower case, without brackets.
    QString hostName() const;
    /// True for localhost, 127.0.0.0/8 and ::1.
    bool isLoopback() const;
    /// What manifests are asked for: the digest when there is one, else the tag.
    QString manifestName() const { return digest.isEmpty() ? tag : digest; }
    /// Complete, with the defaults filled in.
    QString toString() const;
    bool isPinned() const { return !digest.isEmpty(); }

    /// Errors: Usage, with what is wrong. No user names or passwords are taken from a reference.
    static Result<ImageReference> parse(const QString &text);
    /// True for text that means a registry and not a file: it begins with "docker://", or its first part is a host, or it
    /// bears a tag or digest and no path mark. A bare word never does: a mistyped file name must not go over the network.
    static bool looksRemote(const QString &text);
};

}  // namespace waybill
