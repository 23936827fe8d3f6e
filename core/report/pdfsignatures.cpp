// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfsignatures.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace waybill {

namespace {

constexpr qsizetype largestReview = 256 << 20;

/// Collects decoded bytes and stops a stream that unpacks to more than any review of ours.
class BoundedBuffer : public Pipeline
{
public:
    BoundedBuffer() : Pipeline("review", nullptr) { }
    void write(unsigned char const *data, size_t length) override
    {
        if (m_bytes.size() + static_cast<qsizetype>(length) > largestReview)
            throw std::runtime_error("embedded file too large");
        m_bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    }
    void finish() override { }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// A signature field with what it inherits from the nodes above it.
struct FoundField {
    QPDFObjectHandle value;
    QPDFObjectHandle lock;
    QString name;
};

struct FieldWalk {
    std::set<QPDFObjGen> seen;
    std::vector<FoundField> found;

    void visit(QPDFObjectHandle field, bool isSig, QPDFObjectHandle value, QString name, int depth)
    {
        if (!field.isDictionary() || depth > 32 || (field.isIndirect() && !seen.insert(field.getObjGen()).second))
            return;
        if (field.hasKey("/FT"))
            isSig = field.getKey("/FT").isNameAndEquals("/Sig");
        if (field.hasKey("/V"))
            value = field.getKey("/V");
        if (field.getKey("/T").isString()) {
            const QString own = QString::fromStdString(field.getKey("/T").getUTF8Value());
            name = name.isEmpty() ? own : QString(name + QLatin1Char('.') + own);
        }
        if (isSig && value.isInitialized() && value.isDictionary())
            found.push_back({value, field.getKey("/Lock"), name});
        QPDFObjectHandle kids = field.getKey("/Kids");
        if (!kids.isArray())
            return;
        for (QPDFObjectHandle &kid : kids.getArrayAsVector())
            visit(kid, isSig, value, name, depth + 1);
    }
};

/// Fields of the form first; then widgets on pages that the form forgot, which viewers show all the same.
std::vector<FoundField> signatureFields(QPDF &pdf)
{
    FieldWalk walk;
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary())
        return {};
    if (form.getKey("/Fields").isArray()) {
        for (QPDFObjectHandle &field : form.getKey("/Fields").getArrayAsVector())
            walk.visit(field, false, {}, {}, 0);
    }
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
        for (QPDFObjectHandle &item : annotations.isArray() ? annotations.getArrayAsVector() : std::vector<QPDFObjectHandle>()) {
            if (item.isDictionary() && item.getKey("/Subtype").isNameAndEquals("/Widget"))
                walk.visit(item, false, {}, {}, 0);
        }
    }
    return walk.found;
}

void readFieldLock(QPDFObjectHandle parameters, UpdateRules &rules)
{
    using Lock = UpdateRules::Lock;
    if (!parameters.isDictionary())
        return;
    QPDFObjectHandle action = parameters.getKey("/Action");
    rules.lock = action.isNameAndEquals("/All") ? Lock::All
        : action.isNameAndEquals("/Include")    ? Lock::Listed
        : action.isNameAndEquals("/Exclude")    ? Lock::AllButListed
                                                : rules.lock;
    QPDFObjectHandle fields = parameters.getKey("/Fields");
    for (QPDFObjectHandle &name : fields.isArray() ? fields.getArrayAsVector() : std::vector<QPDFObjectHandle>()) {
        if (name.isString())
            rules.fields << QString::fromStdString(name.getUTF8Value());
    }
}

int permissionOf(QPDFObjectHandle parameters, int otherwise)
{
    QPDFObjectHandle permission = parameters.isDictionary() ? parameters.getKey("/P") : QPDFObjectHandle::newNull();
    if (!permission.isInteger())
        return otherwise;
    const int value = permission.getIntValueAsInt();
    return value >= 1 && value <= 3 ? value : 1;  // a value from nowhere permits nothing
}

/// DocMDP of a certification, FieldMDP of an approval, and the lock of the field itself (ISO 32000-2, tables 237 and 256).
UpdateRules rulesOf(QPDFObjectHandle signature, QPDFObjectHandle lock)
{
    UpdateRules rules;
    QPDFObjectHandle references = signature.getKey("/Reference");
    for (QPDFObjectHandle &reference : references.isArray() ? references.getArrayAsVector() : std::vector<QPDFObjectHandle>()) {
        if (!reference.isDictionary())
            continue;
        QPDFObjectHandle parameters = reference.getKey("/TransformParams");
        if (reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP")) {
            rules.certified = true;
            rules.permission = permissionOf(parameters, 2);
        } else if (reference.getKey("/TransformMethod").isNameAndEquals("/FieldMDP")) {
            readFieldLock(parameters, rules);
        }
    }
    if (lock.isInitialized() && lock.isDictionary()) {
        if (rules.lock == UpdateRules::Lock::None)
            readFieldLock(lock, rules);
        const int permission = permissionOf(lock, 0);
        if (permission != 0)
            rules.permission = rules.permission == 0 ? permission : std::min(rules.permission, permission);
    }
    return rules;
}

QString textOf(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? QString::fromStdString(value.getUTF8Value()) : QString();
}

SignatureObject describe(QPDFObjectHandle dictionary, const FoundField *field)
{
    SignatureObject out;
    out.dictionary = dictionary;
    out.inField = field != nullptr;
    QPDFObjectHandle range = dictionary.getKey("/ByteRange");
    if (range.isArray() && range.getArrayNItems() == 4) {
        out.hasRange = true;
        for (int i = 0; i < 4; ++i) {
            QPDFObjectHandle number = range.getArrayItem(i);
            out.hasRange = out.hasRange && number.isInteger();
            out.range[static_cast<size_t>(i)] = number.isInteger() ? number.getIntValue() : -1;
        }
    }
    if (dictionary.getKey("/Contents").isString())
        out.contents = dictionary.getKey("/Contents").getStringValue();
    QPDFObjectHandle certificates = dictionary.getKey("/Cert");
    for (QPDFObjectHandle &one : certificates.isArray() ? certificates.getArrayAsVector() : std::vector {certificates}) {
        if (one.isString())
            out.certificates.push_back(one.getStringValue());
    }
    if (dictionary.getKey("/SubFilter").isName())
        out.subFilter = QString::fromStdString(dictionary.getKey("/SubFilter").getName()).mid(1);
    if (dictionary.getKey("/M").isString())
        out.claimedTime = parsePdfDate(QByteArray::fromStdString(dictionary.getKey("/M").getStringValue()));
    out.statedName = textOf(dictionary, "/Name");
    out.reason = textOf(dictionary, "/Reason");
    out.place = textOf(dictionary, "/Location");
    out.fieldName = field ? field->name : QString();
    out.rules = rulesOf(dictionary, field ? field->lock : QPDFObjectHandle::newNull());
    return out;
}

bool fillFrom(const QByteArray &json, PdfVerification &result)
{
    const QJsonObject review = QJsonDocument::fromJson(json).object();
    if (review.value(QLatin1String("document")).toString() != QLatin1String("review")
        || !review.value(QLatin1String("schemaVersion")).isDouble())
        return false;
    const QJsonObject image = review.value(QLatin1String("image")).toObject();
    result.imageDigest = image.value(QLatin1String("digest")).toString();
    result.imageReference = image.value(QLatin1String("reference")).toString();
    result.policyVersion = review.value(QLatin1String("policyVersion")).toString();
    return true;
}

}  // namespace

std::vector<SignatureObject> findSignatures(QPDF &pdf)
{
    std::vector<SignatureObject> found;
    std::set<QPDFObjGen> seen;
    QPDFObjectHandle permissions = pdf.getRoot().getKey("/Perms");
    for (const char *key : {"/UR3", "/UR"}) {
        if (permissions.isDictionary() && permissions.getKey(key).isIndirect())
            seen.insert(permissions.getKey(key).getObjGen());
    }
    for (FoundField &field : signatureFields(pdf)) {
        if (!field.value.isIndirect() || seen.insert(field.value.getObjGen()).second)
            found.push_back(describe(field.value, &field));
    }
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/ByteRange") && object.hasKey("/Contents")
            && seen.insert(object.getObjGen()).second)
            found.push_back(describe(object, nullptr));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const SignatureObject &a, const SignatureObject &b) { return a.end() < b.end(); });
    return found;
}

QDateTime parsePdfDate(const QByteArray &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:D:)?(\\d{4})(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(?:([Z+-])(?:(\\d{2})'?(\\d{2})?'?)?)?"));
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(text));
    if (!match.hasMatch())
        return {};
    const auto part
        = [&](int index, int fallback) { return match.captured(index).isEmpty() ? fallback : match.captured(index).toInt(); };
    const QDateTime local(QDate(part(1, 0), part(2, 1), part(3, 1)), QTime(part(4, 0), part(5, 0), part(6, 0)), QTimeZone::utc());
    const int offset = part(8, 0) * 3600 + part(9, 0) * 60;
    return local.addSecs(match.captured(7) == QLatin1String("-") ? offset : -offset).toUTC();
}

void readEmbeddedReview(QPDF &pdf, PdfVerification &result)
{
    QPDFEmbeddedFileDocumentHelper files(pdf);
    for (auto &[name, file] : files.getEmbeddedFiles()) {
        if (name != "review.json" || !file)
            continue;
        BoundedBuffer buffer;
        QPDFObjectHandle stream = file->getEmbeddedFileStream();
        if (!stream.isStream() || !stream.pipeStreamData(&buffer, 0, qpdf_dl_generalized, true)
            || !fillFrom(buffer.bytes(), result))
            continue;
        result.hasReview = true;
        const std::string digest = QCryptographicHash::hash(buffer.bytes(), QCryptographicHash::Sha256).toHex().toStdString();
        const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
        QPDFObjectHandle stated = pages.empty()
            ? QPDFObjectHandle::newNull()
            : QPDFPageObjectHelper(pages.front()).getObjectHandle().getKey("/WaybillReviewDigest");
        result.reviewAltered = stated.isString() && stated.getStringValue() != digest;
    }
}

}  // namespace waybill
