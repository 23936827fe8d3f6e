// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/imagereference.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using waybill::test::bytesOf;
using waybill::test::require;

/// Names of images in registries: what is accepted is complete, names one host, and reads the same when it is written out.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    ImageReference::looksRemote(text);
    const auto reference = ImageReference::parse(text);
    if (!reference)
        return 0;
    require(!reference->registry.isEmpty() && !reference->repository.isEmpty(), "a host and a repository");
    require(!reference->manifestName().isEmpty(), "a tag or a digest");
    require(!reference->apiHost().contains(u'@') && !reference->apiHost().contains(u'/'), "a host and nothing else");
    require(!reference->repository.contains(QLatin1String("..")), "no climbing repository");
    const auto again = ImageReference::parse(reference->toString());
    require(again && again->toString() == reference->toString(), "written out and read again: the same");
    return 0;
}
