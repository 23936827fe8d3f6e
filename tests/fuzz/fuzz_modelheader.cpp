// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/component/modelheader.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace waybill;
using waybill::test::bytesOf;
using waybill::test::require;

/// The bytes are a file of model weights: of the format they look like, and of every other one.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const std::span<const char> all(bytes.constData(), static_cast<size_t>(bytes.size()));
    for (const char *name : {"a.safetensors", "a.gguf", "a.onnx", "a.pt", "a"})
        modelFormatOf(name, bytes.size(), all.first(std::min<size_t>(all.size(), 512)));
    for (const ModelFormat format : {ModelFormat::Safetensors, ModelFormat::Gguf, ModelFormat::Onnx, ModelFormat::PyTorch}) {
        FileWindows windows = modelWindows(format, bytes.size());
        const size_t piece = 1 + all.size() % 4093;
        for (size_t at = 0; at < all.size(); at += piece)
            windows.feed(all.subspan(at, std::min(piece, all.size() - at)));
        const ModelHeader header = readModelHeader(format, windows);
        require(header.format == format, "the format is kept");
        qsizetype told = 0;
        for (const QString &value : header.fields)
            told += value.size();
        require(told <= bytes.size() * 2 + 64, "no more is told than there is");
    }
    return 0;
}
