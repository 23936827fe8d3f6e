// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/binaryfile.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

namespace {

const EmbeddedLibraryRules &rules()
{
    static const std::shared_ptr<const EmbeddedLibraryRules> loaded = EmbeddedLibraryRules::load().value();
    return *loaded;
}

}  // namespace

/// Executables and libraries: the first byte says in which steps the rest comes by; what is told may not depend on it.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const std::span<const char> content(reinterpret_cast<const char *>(data) + 1, size - 1);
    const auto read = [&content](size_t step) {
        auto probe = BinaryProbe::forContent(content, static_cast<qint64>(content.size()), rules());
        if (!probe)
            return BinaryFile();
        for (size_t at = 0; at < content.size(); at += step)
            probe->feed(content.subspan(at, std::min(step, content.size() - at)));
        return probe->finish("usr/lib/liba.so.1");
    };
    const BinaryFile whole = read(content.size() + 1);
    const BinaryFile pieces = read(size_t(data[0]) + 1);
    require(whole.elf.needed == pieces.elf.needed && whole.elf.soname == pieces.elf.soname
                && whole.elf.definedVersions == pieces.elf.definedVersions && whole.embedded.size() == pieces.embedded.size(),
            "the same facts in any steps");
    require(whole.memoryBytes() < (4 << 20), "facts are small");
    return 0;
}
