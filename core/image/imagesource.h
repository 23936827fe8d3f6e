// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/bytesource.h"
#include "core/base/canceltoken.h"
#include "core/base/result.h"
#include "core/image/image.h"

#include <memory>

namespace waybill {

/// A document that somebody attached to an image without making it part of the image. What it says is a claim.
struct AttachedDocument {
    QString digest;  ///< of its bytes, checked
    QByteArray content;
};

/// How a signature is written down.
enum class SignatureFormat : quint8 {
    Unknown,
    SimpleSigning,   ///< cosign: the signed bytes name the image, the signature stands beside them
    Dsse,            ///< Dead Simple Signing Envelope around an in-toto statement
    SigstoreBundle,  ///< one of the two above, or a bare digest, with what is needed to check it
    NotaryJws,       ///< Notary Project, RFC 7515
};

/// A signature that lies beside an image, as stored. What it says is a claim until somebody has compared it with a key.
struct AttachedSignature {
    SignatureFormat format = SignatureFormat::Unknown;
    QString digest;          ///< of the manifest that carries it
    QString attachedTo;      ///< digest that it has to speak about: of the image, or of an index that names it
    QByteArray payload;      ///< the signed bytes, or the envelope around them
    QByteArray signature;    ///< of simple signing
    QByteArray certificate;  ///< PEM, or empty
};

/// A place images are read from: archive file, OCI layout, root file system (registries and engines join in core/image too).
/// Immutable after opening; every member may be called from several threads at once.
class ImageSource
{
public:
    virtual ~ImageSource() = default;

    virtual SourceKind kind() const = 0;
    /// Everything the source holds, artifacts and attestations included.
    virtual const std::vector<ImageListing> &listings() const = 0;
    /// Manifest and config of one listing. Errors: MissingPart, Malformed, DigestMismatch, NotSupported.
    virtual Result<Image> image(int listing) const = 0;
    /// The bytes of a layer as stored. Errors: MissingPart, AccessDenied.
    virtual Result<std::unique_ptr<ByteSource>> openLayer(const Image &image, int layer) const = 0;
    /// The same, for a source whose reads may wait (a registry): the token ends the waiting.
    virtual Result<std::unique_ptr<ByteSource>> streamLayer(const Image &image, int layer, const CancelToken &) const
    {
        return openLayer(image, layer);
    }
    /// The statements of the attestations that speak about this image and lie in the same source, as BuildKit stores them
    /// (in-toto). What is absent, too long or not what its digest says is left out. Nothing is fetched for it.
    virtual std::vector<AttachedDocument> attachments(const Image &) const { return {}; }
    /// Signatures and signed attestations that are attached to this image in the same place. A registry is asked for the tags
    /// that cosign uses; what it does not answer is left out. Nothing else is fetched for it.
    virtual std::vector<AttachedSignature> signatures(const Image &) const { return {}; }
    /// The bytes of a layer were not those that its digest names: a copy of our own is thrown away. Inputs are left alone.
    virtual void discardLayer(const Image &, int) const { }
};

/// What opening may need beyond the reference.
struct OpenOptions {
    bool offline = false;    ///< a registry is then an error
    bool plainHttp = false;  ///< the user allows http for this registry
    QString cacheFolder;     ///< of blobs; empty for the user's own
    CancelToken cancel;
};

/// Decides by content what `path` is and opens it. Reads only what is needed to list images.
/// Errors: NotFound, AccessDenied, NotAnImage, Malformed, Truncated, NotSupported.
Result<std::shared_ptr<const ImageSource>> openImageSource(const QString &path);
/// As above; what is no file and looks like an image reference is opened from its registry, over the network.
Result<std::shared_ptr<const ImageSource>> openImageSource(const QString &pathOrReference, const OpenOptions &options);

/// The same for the bytes of an archive that is already open; `reference` names it in messages.
Result<std::shared_ptr<const ImageSource>> openImageArchive(std::shared_ptr<const ByteSource> archive, const QString &reference);

/// Index of the listing that `platform` ("linux/arm64", may be empty) and `name` (may be empty) select; with both empty the
/// first image for the host's architecture, else the first image. Errors: NotFound.
Result<int> selectListing(const ImageSource &source, const QString &name, const QString &platform);

}  // namespace waybill
