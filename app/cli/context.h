// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/decisions.h"
#include "app/cli/terminal.h"
#include "core/base/canceltoken.h"
#include "core/image/imagesource.h"
#include "core/review/review.h"

namespace waybill {

/// What the verbs share: words, terminal, cancellation, and the way from an argument to an inventory. Lives in main().
class Context
{
public:
    Context(const CommandLine &commandLine, CancelToken cancelToken) : line(commandLine), cancel(std::move(cancelToken)) { }

    /// Prints the error with its advice (as JSON too, when that is the format) and gives the exit code for it.
    int fail(const Error &error);
    /// Says what is wrong with the words of the call; gives UsageError.
    int usage(const QString &problem) const;

    struct Opened {
        std::shared_ptr<const ImageSource> source;
        Image image;
        int listing = 0;
    };
    Result<std::shared_ptr<const ImageSource>> openSource(const QString &reference) const;
    Result<Opened> open(const QString &path) const;
    /// Reads the image completely and prints its notes as warnings. `knowledge` is loaded for it.
    Result<std::shared_ptr<const Inventory>> inventory(const QString &path);
    /// The shipped policy, with the overlay that --policy names on top.
    Result<std::shared_ptr<const Policy>> policy() const;
    /// A review: from a `.waybill` file, or made fresh from an image with the answers of the command line; with what
    /// --decisions records on top (`applied` tells what became of it).
    Result<Review> review(const QString &path, const Policy &policy);

    /// Unreadable when a layer's bytes are damaged, Incomplete when part of the image was not there or not read, else Ok.
    static ExitCode completeness(const Inventory &inventory);

    CommandLine line;
    CancelToken cancel;
    Terminal terminal;
    AppliedDecisions applied;

private:
    Result<std::vector<KnownBase>> knownBases() const;
    Result<Review> loadedOrFresh(const QString &path, const Policy &policy);
};

}  // namespace waybill
