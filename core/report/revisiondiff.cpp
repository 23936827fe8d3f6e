// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revisiondiff.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

namespace waybill {

namespace {

using Keys = std::set<std::string>;

/// Two revisions of one file. Updates keep object numbers, so objects are compared one by one; what the signed revision can
/// reach is then the same, and new objects matter only where a key may point to them.
class RevisionDiff
{
public:
    RevisionDiff(QByteArrayView before, QByteArrayView now, int docMdp) : m_docMdp(docMdp)
    {
        open(m_before, before);
        open(m_now, now);
    }

    QString run()
    {
        if (m_before.getRoot().getObjGen() != m_now.getRoot().getObjGen() || m_now.getTrailer().hasKey("/Encrypt"))
            return QStringLiteral("another document catalog");
        collectSpecialObjects();
        for (QPDFObjectHandle &old : m_before.getAllObjects()) {
            QPDFObjectHandle current = m_now.getObjectByObjGen(old.getObjGen());
            if (!isAllowed(old, current))
                return QStringLiteral("object %1 was changed after signing").arg(old.getObjectID());
        }
        return {};
    }

private:
    static void open(QPDF &pdf, QByteArrayView bytes)
    {
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("revision", bytes.data(), static_cast<size_t>(bytes.size()));
    }

    static std::string rawData(QPDFObjectHandle &stream)
    {
        const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
        return std::string(reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize());
    }

    static bool equal(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (old.isStream() != current.isStream())
            return false;
        if (old.isStream())
            return old.getDict().unparse() == current.getDict().unparse() && rawData(old) == rawData(current);
        return old.unparseResolved() == current.unparseResolved();
    }

    void collectSpecialObjects()
    {
        QPDFObjectHandle form = m_before.getRoot().getKey("/AcroForm");
        if (form.isDictionary() && form.getKey("/Fields").isArray())
            m_fieldLists.insert(form.getKey("/Fields").getObjGen());
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(m_before).getAllPages()) {
            m_pages.insert(page.getObjectHandle().getObjGen());
            QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
            if (annotations.isArray())
                m_annotationLists.insert(annotations.getObjGen());
        }
        m_fieldLists.erase(QPDFObjGen());
        m_annotationLists.erase(QPDFObjGen());
    }

    bool isAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (equal(old, current))
            return true;
        const QPDFObjGen id = old.getObjGen();
        QPDFObjectHandle root = m_before.getRoot();
        if (id == root.getObjGen())
            return catalogAllowed(old, current);
        if (id == root.getKey("/AcroForm").getObjGen())
            return formAllowed(old, current);
        if (id == m_before.getTrailer().getKey("/Info").getObjGen())
            return true;  // dates and producer; nothing a page shows
        if (m_fieldLists.count(id))
            return appendsOnly(old, current);
        if (m_annotationLists.count(id))
            return appendsOnly(old, current);
        if (m_pages.count(id))
            return dictionaryAllowed(old, current, {"/Annots"}) && appendsOnly(old.getKey("/Annots"), current.getKey("/Annots"));
        if (isEmptySignatureField(old))
            return dictionaryAllowed(old, current, {"/V", "/AP", "/M"}) && isNewSignature(current, true);
        return old.isStream() && current.isStream() && old.getDict().getKey("/Type").isNameAndEquals("/XRef")
            && current.getDict().getKey("/Type").isNameAndEquals("/XRef");
    }

    bool catalogAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (!dictionaryAllowed(old, current, {"/AcroForm", "/DSS", "/Extensions", "/Version"}))
            return false;
        QPDFObjectHandle before = old.getKey("/AcroForm");
        QPDFObjectHandle after = current.getKey("/AcroForm");
        if (before.isIndirect() && before.isDictionary())
            return before.getObjGen() == after.getObjGen();  // its content is compared as an object of its own
        return before.isDictionary() ? formAllowed(before, after) : after.isNull() || after.isDictionary();
    }

    bool formAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        Keys free {"/Fields", "/SigFlags"};
        for (const char *key : {"/DR", "/DA"}) {
            if (!old.hasKey(key))
                free.insert(key);
        }
        return dictionaryAllowed(old, current, free) && appendsOnly(old.getKey("/Fields"), current.getKey("/Fields"));
    }

    static bool dictionaryAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current, const Keys &free)
    {
        if (!old.isDictionary() || !current.isDictionary())
            return false;
        Keys all = old.getKeys();
        all.merge(current.getKeys());
        for (const std::string &key : all) {
            if (!free.count(key) && old.getKey(key).unparse() != current.getKey(key).unparse())
                return false;
        }
        return true;
    }

    /// The old items stay in place; every new one is the field of a further signature.
    bool appendsOnly(QPDFObjectHandle old, QPDFObjectHandle current)
    {
        const std::vector<QPDFObjectHandle> before = old.isArray() ? old.getArrayAsVector() : std::vector<QPDFObjectHandle>();
        const std::vector<QPDFObjectHandle> after
            = current.isArray() ? current.getArrayAsVector() : std::vector<QPDFObjectHandle>();
        if (after.size() < before.size())
            return false;
        for (size_t i = 0; i < after.size(); ++i) {
            QPDFObjectHandle item = after[i];
            if (i < before.size() ? QPDFObjectHandle(before[i]).unparse() != item.unparse() : !isNewSignature(item, false))
                return false;
        }
        return true;
    }

    static bool isEmptySignatureField(QPDFObjectHandle &object)
    {
        return object.isDictionary() && object.getKey("/FT").isNameAndEquals("/Sig") && !object.hasKey("/V");
    }

    bool isNewSignature(QPDFObjectHandle field, bool existed) const
    {
        if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig"))
            return false;
        if (!existed && (field.hasKey("/A") || field.hasKey("/AA") || field.hasKey("/Kids")))
            return false;
        QPDFObjectHandle value = field.getKey("/V");
        if (!value.isDictionary() || !value.hasKey("/ByteRange"))
            return false;
        return m_docMdp != 1 || value.getKey("/Type").isNameAndEquals("/DocTimeStamp");
    }

    QPDF m_before, m_now;
    int m_docMdp;
    std::set<QPDFObjGen> m_fieldLists, m_annotationLists, m_pages;
};

/// True when the bytes behind the signed revision are an update of their own: a cross-reference section among them and an
/// end mark. Loose bytes would leave the document as it was, yet nobody signed them.
bool endsWithRevision(QByteArrayView tail, qsizetype signedSize)
{
    const QByteArray text = tail.toByteArray().trimmed();
    const qsizetype start = text.lastIndexOf("startxref");
    if (start < 0 || !text.endsWith("%%EOF"))
        return false;
    const QByteArray number = text.mid(start + 9, text.size() - start - 9 - 5).trimmed();
    bool ok = false;
    const qlonglong offset = number.toLongLong(&ok);
    return ok && offset >= signedSize && offset < signedSize + tail.size();
}

}  // namespace

QString forbiddenUpdate(QByteArrayView signedRevision, QByteArrayView wholeFile, int docMdp)
{
    if (!endsWithRevision(wholeFile.sliced(signedRevision.size()), signedRevision.size()))
        return QStringLiteral("%1 bytes were appended").arg(wholeFile.size() - signedRevision.size());
    try {
        RevisionDiff diff(signedRevision, wholeFile, docMdp);
        return diff.run();
    } catch (const std::exception &e) {
        return QStringLiteral("revisions cannot be compared: %1").arg(QString::fromUtf8(e.what()));
    }
}

}  // namespace waybill
