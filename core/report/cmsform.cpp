// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cmsform.h"

#include "core/report/der.h"
#include "core/report/opensslptr.h"

#include <algorithm>
#include <array>

namespace waybill {

namespace {

using Items = std::vector<DerItem>;

constexpr quint8 context0 = 0xA0, context1 = 0xA1, keyIdentifier = 0x80;

Items childrenOf(const DerItem &item)
{
    return item.children().value_or(Items());
}

int nidOf(QByteArrayView object)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(object.data());
    ASN1_OBJECT *read = d2i_ASN1_OBJECT(nullptr, &cursor, static_cast<long>(object.size()));
    const int nid = read ? OBJ_obj2nid(read) : NID_undef;
    ASN1_OBJECT_free(read);
    return nid;
}

bool isDigest(int nid)
{
    static constexpr std::array known {NID_md5,        NID_sha1,     NID_sha224,   NID_sha256,   NID_sha384,    NID_sha512,
                                       NID_sha512_256, NID_sha3_256, NID_sha3_384, NID_sha3_512, NID_ripemd160, NID_shake256};
    return std::find(known.begin(), known.end(), nid) != known.end();
}

/// An AlgorithmIdentifier of a digest: no parameters, or NULL (RFC 5754 section 2); SHAKE256 may carry its length.
bool isPlainDigest(const DerItem &item)
{
    const Items parts = childrenOf(item);
    if (item.tag != der::sequence || parts.empty() || parts.size() > 2 || parts[0].tag != der::objectId)
        return false;
    const int nid = nidOf(parts[0].whole);
    return isDigest(nid) && (parts.size() == 1 || parts[1].tag == der::null || nid == NID_shake256);
}

/// An AlgorithmIdentifier of a signature: ECDSA and EdDSA have no parameters, RSA has NULL or none, PSS has its own.
bool isPlainSignature(const DerItem &item)
{
    const Items parts = childrenOf(item);
    if (item.tag != der::sequence || parts.empty() || parts.size() > 2 || parts[0].tag != der::objectId)
        return false;
    if (parts.size() == 1)
        return true;
    const int nid = nidOf(parts[0].whole);
    int key = NID_undef;
    OBJ_find_sigid_algs(nid, nullptr, &key);
    if (nid == NID_rsassaPss)
        return parts[1].tag == der::sequence;
    return parts[1].tag == der::null || (nid == NID_X9_62_id_ecPublicKey && parts[1].tag == der::objectId)
        || (nid == NID_dsa && parts[1].tag == der::sequence);
}

bool isAttribute(const DerItem &item)
{
    const Items parts = childrenOf(item);
    return item.tag == der::sequence && parts.size() == 2 && parts[0].tag == der::objectId && parts[1].tag == der::set
        && !childrenOf(parts[1]).empty();
}

/// Attributes that may stand unsigned: what they hold is verified elsewhere, or is evidence that nothing else depends on.
bool isKnownUnsigned(const DerItem &attribute)
{
    if (!isAttribute(attribute))
        return false;
    const Items parts = childrenOf(attribute);
    // Countersignature, time stamps and evidence of CAdES (RFC 5126), revocation data and time stamps of two makers.
    static constexpr std::array known {
        "2a864886f70d010906",     "2a864886f70d010910020e", "2a864886f70d0109100215", "2a864886f70d0109100216",
        "2a864886f70d0109100217", "2a864886f70d0109100218", "2a864886f70d0109100219", "2a864886f70d010910021a",
        "2a864886f70d010910021b", "2a864886f70d0109100230", "2a864886f72f010108",     "2b060104018237030301",
    };
    const QByteArray oid = parts[0].content.toByteArray().toHex();
    return oid.startsWith("04008d45")  // archive time stamps of the newer CAdES (EN 319 122-1)
        || std::find(known.begin(), known.end(), oid) != known.end();
}

struct SignerParts {
    DerItem version, identifier, digest, signature;
    Items signedAttributes, unsignedAttributes;
};

std::optional<SignerParts> readSigner(const DerItem &info)
{
    const Items parts = childrenOf(info);
    if (info.tag != der::sequence || parts.size() < 5)
        return {};
    SignerParts out {parts[0], parts[1], parts[2], {}, {}, {}};
    size_t at = parts[3].tag == context0 ? 4 : 3;
    if (parts.size() < at + 2 || parts[at + 1].tag != der::octetString)
        return {};
    if (at == 4)
        out.signedAttributes = childrenOf(parts[3]);
    out.signature = parts[at];
    at += 2;
    if (at < parts.size() && parts[at].tag == context1)
        out.unsignedAttributes = childrenOf(parts[at++]);
    if (at != parts.size())
        return {};
    return out;
}

/// Fields of a certificate that the signer's identifier repeats.
struct CertificateNames {
    QByteArrayView serial, issuer;
};

std::optional<CertificateNames> namesOf(QByteArrayView certificate)
{
    const auto whole = der::first(certificate);
    const Items outer = whole ? childrenOf(*whole) : Items();
    const Items inner = outer.empty() ? Items() : childrenOf(outer[0]);
    const size_t at = !inner.empty() && inner[0].tag == context0 ? 1 : 0;
    if (inner.size() < at + 3)
        return {};
    return CertificateNames {inner[at].whole, inner[at + 2].whole};
}

bool namesSigner(const SignerParts &signer, QByteArrayView certificate)
{
    if (signer.identifier.tag == keyIdentifier)
        return signer.version.smallInteger() == 3;
    const Items parts = childrenOf(signer.identifier);
    const auto names = namesOf(certificate);
    return signer.version.smallInteger() == 1 && signer.identifier.tag == der::sequence && parts.size() == 2 && names
        && parts[1].whole == names->serial && isSameName(parts[0].whole, names->issuer);
}

/// The version that RFC 5652 section 5.1 demands; PKCS#7, which older producers follow, knows only 1.
bool isRightVersion(qint64 version, const Items &data, const SignerParts &signer, bool timestamp)
{
    qint64 demanded = signer.version.smallInteger() == 3 ? 3 : 1;
    const Items content = childrenOf(data[2]);
    if (content.empty() || nidOf(content[0].whole) != NID_pkcs7_data)
        demanded = 3;
    for (size_t i = 3; i + 1 < data.size(); ++i) {
        for (const DerItem &entry : childrenOf(data[i])) {
            if (entry.tag == 0xA3 || (data[i].tag == context1 && entry.tag == context1))
                demanded = 5;
            else if (data[i].tag == context0 && entry.tag == 0xA2)
                demanded = std::max<qint64>(demanded, 4);
            else if (data[i].tag == context0 && entry.tag == context1)
                demanded = std::max<qint64>(demanded, 3);
        }
    }
    return version == demanded || (version == 1 && !timestamp);
}

/// The parts of SignedData, nothing when `cms` holds none.
Items signedData(QByteArrayView cms)
{
    const auto outer = der::first(cms);
    const Items wrapper = outer ? childrenOf(*outer) : Items();
    if (wrapper.size() != 2 || wrapper[1].tag != context0)
        return {};
    const Items inside = childrenOf(wrapper[1]);
    const Items data = inside.size() == 1 ? childrenOf(inside[0]) : Items();
    return data.size() < 4 || data.back().tag != der::set ? Items() : data;
}

/// All but the unsigned attributes, whose values were encoded by a time authority.
bool isCanonicalSigner(const DerItem &info)
{
    const Items parts = childrenOf(info);
    return std::all_of(parts.begin(), parts.end(),
                       [](const DerItem &part) { return part.tag == context1 || der::isCanonical(part); });
}

/// What every signature repeats in two places, one of them unprotected.
QString faultOfSigner(const SignerParts &signer, const Items &data, QByteArrayView certificate)
{
    if (!namesSigner(signer, certificate))
        return QStringLiteral("the signer's identifier is not that of the certificate");
    const Items digests = childrenOf(data[1]);
    if (data[1].tag != der::set || !std::all_of(digests.begin(), digests.end(), isPlainDigest) || !isPlainDigest(signer.digest))
        return QStringLiteral("unknown digest algorithm or odd parameters of one");
    const int digest = nidOf(childrenOf(signer.digest)[0].whole);
    const auto isTheSigners = [&](const DerItem &item) { return nidOf(childrenOf(item)[0].whole) == digest; };
    if (!std::any_of(digests.begin(), digests.end(), isTheSigners))
        return QStringLiteral("the signer's digest algorithm is not announced");
    if (digests.size() > childrenOf(data.back()).size())
        return QStringLiteral("more digest algorithms than signers");
    if (!isPlainSignature(signer.signature))
        return QStringLiteral("odd parameters of the signature algorithm");
    if (!std::all_of(signer.signedAttributes.begin(), signer.signedAttributes.end(), isAttribute))
        return QStringLiteral("odd form of a signed attribute");
    if (!std::all_of(signer.unsignedAttributes.begin(), signer.unsignedAttributes.end(), isKnownUnsigned))
        return QStringLiteral("unknown unsigned attribute");
    return {};
}

}  // namespace

QString CmsForm::faultOf(QByteArrayView cms, size_t index, QByteArrayView certificate) const
{
    const auto outer = der::first(cms);
    const Items data = signedData(cms);
    const Items infos = data.empty() ? Items() : childrenOf(data.back());
    const auto signer = infos.size() > index ? readSigner(infos[index]) : std::nullopt;
    if (!outer || !signer)
        return QStringLiteral("the structure of the signature is damaged");
    // Needlessly long lengths hide a change. Contents and certificates were encoded by others and are signed themselves;
    // a shell of indefinite length is BER, as some libraries write it, and may have any.
    if (!outer->indefinite && !(der::isCanonical(data[0]) && der::isCanonical(data[1]) && isCanonicalSigner(infos[index])))
        return QStringLiteral("needlessly long lengths in the signature");
    if (!isRightVersion(data[0].smallInteger(), data, *signer, timestamp))
        return QStringLiteral("wrong version of the signature's format");
    return faultOfSigner(*signer, data, certificate);
}

QByteArray CmsForm::signedAttributes(QByteArrayView cms, size_t signer)
{
    const Items data = signedData(cms);
    const Items infos = data.empty() ? Items() : childrenOf(data.back());
    const Items parts = infos.size() > signer ? childrenOf(infos[signer]) : Items();
    if (parts.size() < 5 || parts[3].tag != context0)
        return {};
    QByteArray out = parts[3].whole.toByteArray();
    out[0] = static_cast<char>(der::set);
    return out;
}

/// The letters of a directory string as UTF-8, null when it is none.
static QByteArray lettersOf(const DerItem &item)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(item.whole.data());
    const std::unique_ptr<ASN1_STRING, FreeWith<ASN1_STRING_free>> read(
        d2i_ASN1_PRINTABLE(nullptr, &cursor, static_cast<long>(item.whole.size())));
    unsigned char *utf8 = nullptr;
    const int length = read ? ASN1_STRING_to_UTF8(&utf8, read.get()) : -1;
    const QByteArray out = length < 0 ? QByteArray() : QByteArray(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return out;
}

static bool isSameAttribute(const DerItem &one, const DerItem &other)
{
    const Items a = childrenOf(one);
    const Items b = childrenOf(other);
    if (one.tag != der::sequence || other.tag != der::sequence || a.size() != 2 || b.size() != 2 || a[0].whole != b[0].whole)
        return false;
    if (a[1].whole == b[1].whole)
        return true;
    const QByteArray letters = lettersOf(a[1]);
    return !letters.isNull() && letters == lettersOf(b[1]);
}

bool isSameName(QByteArrayView one, QByteArrayView other)
{
    if (one == other)
        return true;
    const auto left = der::first(one);
    const auto right = der::first(other);
    if (!left || !right || left->tag != der::sequence || right->tag != der::sequence)
        return false;
    const Items a = childrenOf(*left);
    const Items b = childrenOf(*right);
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const DerItem &x, const DerItem &y) {
               const Items mine = childrenOf(x);
               const Items theirs = childrenOf(y);
               return x.tag == der::set && y.tag == der::set && mine.size() == theirs.size()
                   && std::equal(mine.begin(), mine.end(), theirs.begin(), isSameAttribute);
           });
}

}  // namespace waybill
