// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/layerreader.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using waybill::test::require;

/// Paths of tar members: whatever is accepted stays below the root and is a fixed point.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string stored(reinterpret_cast<const char *>(data), size);
    const auto path = normalisePath(stored);
    if (!path)
        return 0;
    require(path->empty() || (path->front() != '/' && path->back() != '/'), "no slash at either end");
    require(path->size() <= stored.size(), "never longer than stored");
    const std::string framed = '/' + *path + '/';
    require(framed.find("/../") == std::string::npos, "no climbing part");
    require(path->empty() || framed.find("/./") == std::string::npos, "no idle part");
    require(path->find("//") == std::string::npos, "no empty part");
    require(normalisePath(*path) == path, "normalising twice changes nothing");
    return 0;
}
