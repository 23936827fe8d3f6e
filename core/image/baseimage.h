// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/image.h"

namespace waybill {

/// A base image that the user knows: any digest of it that an image built on it repeats, and a name for people.
struct KnownBase {
    QString digest;  ///< layer digest or diff ID of its last layer, manifest digest, or image id; "sha256:..."
    QString name;    ///< may be empty
};
/// Reads a list of known bases: one per line, a digest and after a space an optional name; '#' begins a comment.
/// Errors: Malformed with the line.
Result<std::vector<KnownBase>> parseKnownBases(const QByteArray &text);

/// How the border between base and own layers is known, in order of trust.
enum class BaseEvidence : quint8 {
    None,        ///< nothing tells
    Given,       ///< a digest that the user gave
    Label,       ///< a label names the last layer of the base (Cloud Native Buildpacks)
    History,     ///< a start command in the history is followed by further layers, so an image ended there
    FirstLayer,  ///< the first layer brings a root file system; where the base ends above it, nothing tells
};
QLatin1String baseEvidenceId(BaseEvidence evidence);

/// Which layers were there before this image was built.
struct BaseImage {
    int layers = 0;  ///< the lowest so many belong to the base; 0: not known
    BaseEvidence evidence = BaseEvidence::None;
    QString detail;  ///< the digest, label or instruction that says so
    QString name;    ///< as labels or the user name it; may be known though `layers` is not
    QString digest;  ///< manifest digest that a label names; a claim, not checked

    bool isBase(int layer) const { return layer < layers; }
};

/// Tells base from own layers. Labels and history are statements of whoever built the image; only a given digest is
/// knowledge. Pure.
BaseImage baseImageOf(const Image &image, const std::vector<KnownBase> &known);

}  // namespace waybill
