// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/component/elfreader.h"

#include <QMap>
#include <QString>

namespace waybill {

enum class ModelFormat : quint8 { Safetensors, Gguf, Onnx, PyTorch };
QString modelFormatName(ModelFormat format);

/// What a file of model weights says of itself.
struct ModelHeader {
    ModelFormat format = ModelFormat::Safetensors;
    QMap<QString, QString> fields;  ///< as written: "general.license", "license", "producer_name", ...
    bool complete = true;           ///< false: the header lies about its size, is broken, or is longer than what is read
};

/// The format, told by the first bytes and, where those say too little, by the name; nullopt for everything else. Fast.
std::optional<ModelFormat> modelFormatOf(std::string_view path, qint64 size, std::span<const char> first);

/// Reads the header out of the windows that were kept of the file (see modelWindows()). Every length in it is checked against
/// the bytes that are there. Safetensors: 8-byte length and JSON with "__metadata__"; GGUF v1-v3 key-value pairs up to the
/// first that was not kept; ONNX: fields of ModelProto around the graph; PyTorch zip: nothing but the format.
ModelHeader readModelHeader(ModelFormat format, const FileWindows &windows);
FileWindows modelWindows(ModelFormat format, qint64 size);
size_t modelHeadLimit(ModelFormat format);  ///< bytes of the beginning that are kept

}  // namespace waybill
