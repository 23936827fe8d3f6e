// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfsignatures.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

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

void addField(QPDFObjectHandle field, bool inheritsSig, std::set<QPDFObjGen> &seen, std::vector<QPDFObjectHandle> &values,
              int depth)
{
    if (!field.isDictionary() || depth > 32 || (field.isIndirect() && !seen.insert(field.getObjGen()).second))
        return;
    const bool isSig = field.hasKey("/FT") ? field.getKey("/FT").isNameAndEquals("/Sig") : inheritsSig;
    QPDFObjectHandle value = field.getKey("/V");
    if (isSig && value.isDictionary())
        values.push_back(value);
    QPDFObjectHandle kids = field.getKey("/Kids");
    if (!kids.isArray())
        return;
    for (QPDFObjectHandle &kid : kids.getArrayAsVector())
        addField(kid, isSig, seen, values, depth + 1);
}

std::vector<QPDFObjectHandle> fieldValues(QPDF &pdf)
{
    std::vector<QPDFObjectHandle> values;
    std::set<QPDFObjGen> seen;
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary() || !form.getKey("/Fields").isArray())
        return values;
    for (QPDFObjectHandle &field : form.getKey("/Fields").getArrayAsVector())
        addField(field, false, seen, values, 0);
    return values;
}

int docMdpOf(QPDFObjectHandle signature)
{
    QPDFObjectHandle references = signature.getKey("/Reference");
    if (!references.isArray())
        return 0;
    for (QPDFObjectHandle &reference : references.getArrayAsVector()) {
        if (!reference.isDictionary() || !reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP"))
            continue;
        QPDFObjectHandle parameters = reference.getKey("/TransformParams");
        QPDFObjectHandle permission = parameters.isDictionary() ? parameters.getKey("/P") : QPDFObjectHandle::newNull();
        return permission.isInteger() ? permission.getIntValueAsInt() : 2;
    }
    return 0;
}

SignatureObject describe(QPDFObjectHandle dictionary, bool inField)
{
    SignatureObject out;
    out.dictionary = dictionary;
    out.inField = inField;
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
    if (dictionary.getKey("/SubFilter").isName())
        out.subFilter = QString::fromStdString(dictionary.getKey("/SubFilter").getName()).mid(1);
    if (dictionary.getKey("/M").isString())
        out.claimedTime = parsePdfDate(QByteArray::fromStdString(dictionary.getKey("/M").getStringValue()));
    out.docMdp = docMdpOf(dictionary);
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
    for (QPDFObjectHandle &value : fieldValues(pdf)) {
        if (!value.isIndirect() || seen.insert(value.getObjGen()).second)
            found.push_back(describe(value, true));
    }
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.hasKey("/ByteRange") && object.hasKey("/Contents")
            && seen.insert(object.getObjGen()).second)
            found.push_back(describe(object, false));
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
        if (stream.isStream() && stream.pipeStreamData(&buffer, 0, qpdf_dl_generalized, true) && fillFrom(buffer.bytes(), result))
            result.hasReview = true;
    }
}

}  // namespace waybill
