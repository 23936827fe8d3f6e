// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedy/comparejob.h"

#include "core/inventory/scanner.h"
#include "core/review/reviewstore.h"

namespace waybill {

namespace {

struct Other {
    ComparedImage side;
    std::shared_ptr<const ImageSource> source;
};

Result<Other> readOther(const CompareRequest &request, const CancelToken &cancel, Progress &progress)
{
    Other other;
    if (ReviewStore::looksLikeReview(request.other)) {
        const auto review = ReviewStore::load(request.other, *request.services.policy);
        if (!review)
            return fail(review.error());
        other.side = {review->inventory, review->concluded, {}};
        return other;
    }
    const auto source = openImageSource(request.other);
    if (!source)
        return fail(source.error());
    const auto listing = selectListing(**source, {}, {});
    if (!listing)
        return fail(listing.error());
    const auto image = (*source)->image(*listing);
    if (!image)
        return fail(image.error());
    other.source = *source;
    other.side.inventory = scan(**source, *image, request.services.knowledge, {}, cancel, progress);
    other.side.assessment = request.services.policy->assess(*other.side.inventory, request.answers);
    return other;
}

Result<void> readContents(const ImageSource &source, ComparedImage &side, const std::vector<NodeId> &nodes,
                          const CancelToken &cancel, Progress &progress)
{
    auto digests = contentDigestsOf(source, *side.inventory, nodes, cancel, progress);
    if (!digests)
        return fail(digests.error());
    side.digests = std::move(*digests);
    return {};
}

}  // namespace

Result<TwoWays> compareWith(const CompareRequest &request, const CancelToken &cancel, Progress &progress)
{
    auto other = readOther(request, cancel, progress);
    if (!other)
        return fail(other.error());
    ComparedImage first = request.first;
    // Where the files of one side are not at hand, sizes have to do; the tables say so.
    if (request.source && other->source) {
        const auto wanted = contentsToCompare(*first.inventory, *other->side.inventory);
        if (const auto read = readContents(*request.source, first, wanted.first, cancel, progress); !read)
            return fail(read.error());
        if (const auto read = readContents(*other->source, other->side, wanted.second, cancel, progress); !read)
            return fail(read.error());
    }
    return TwoWays {compareImages(first, other->side), compareImages(other->side, first)};
}

}  // namespace waybill
