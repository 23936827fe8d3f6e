// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revisionmap.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace waybill {

namespace {

constexpr int deepestForm = 32;
constexpr int passwordFlag = 1 << 13;  // ISO 32000-2, table 231

QString nameOf(QPDFObjectHandle field, const QString &above)
{
    QPDFObjectHandle part = field.getKey("/T");
    if (!part.isString())
        return above;
    const QString own = QString::fromStdString(part.getUTF8Value());
    return above.isEmpty() ? own : QString(above + QLatin1Char('.') + own);
}

}  // namespace

RevisionMap::RevisionMap(QPDF &pdf)
{
    QPDFObjectHandle root = pdf.getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    m_metadata = root.getKey("/Metadata").getObjGen();
    if (form.isDictionary()) {
        if (form.getKey("/Fields").isIndirect())
            m_fieldLists.insert(form.getKey("/Fields").getObjGen());
        QPDFObjectHandle resources = form.getKey("/DR");
        if (resources.isIndirect())
            m_resources.insert(resources.getObjGen());
        for (const std::string &key : resources.isDictionary() ? resources.getKeys() : std::set<std::string>()) {
            if (resources.getKey(key).isIndirect() && resources.getKey(key).isDictionary())
                m_resources.insert(resources.getKey(key).getObjGen());
        }
        readFields(form.getKey("/Fields"), {}, 0);
    }
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        m_pages.insert(page.getObjectHandle().getObjGen());
        QPDFObjectHandle annotations = page.getObjectHandle().getKey("/Annots");
        if (annotations.isIndirect())
            m_annotationLists.insert(annotations.getObjGen());
    }
    visitObjects(root.getKey("/DSS"), m_validation, [](QPDFObjectHandle &, const std::string &) { return true; });
    m_validation.erase(QPDFObjGen());

    // Twice over everything: once without the loose parts, once with them.
    const QPDFObjGen rootId = root.getObjGen();
    visitObjects(root, m_content, [&](QPDFObjectHandle &at, const std::string &key) {
        if (at.isIndirect() && at.getObjGen() == rootId)
            return key != "/DSS" && key != "/Metadata";
        if (at.isIndirect() && m_fields.count(at.getObjGen()))
            return key != "/AP" && key != "/V";
        return true;
    });
    visitObjects(root, m_loose, [](QPDFObjectHandle &, const std::string &) { return true; });
}

void RevisionMap::readFields(QPDFObjectHandle fields, const FieldNode &above, int depth)
{
    if (!fields.isArray() || depth > deepestForm)
        return;
    for (QPDFObjectHandle &field : fields.getArrayAsVector()) {
        if (!field.isDictionary() || !field.isIndirect() || m_fields.count(field.getObjGen()))
            continue;
        FieldNode node = above;
        node.fullName = nameOf(field, above.fullName);
        if (field.getKey("/FT").isName())
            node.type = field.getKey("/FT").getName();
        if (field.hasKey("/V")) {
            node.value = field.getKey("/V").unparseResolved();
            node.hasValue = true;
        }
        if (field.getKey("/Ff").isInteger())
            node.secret = field.getKey("/Ff").getIntValue() & passwordFlag;
        const QPDFObjGen id = field.getObjGen();
        node.self = id;
        m_fields.emplace(id, node);
        claim(field.getKey("/AP"), id);
        claim(field.getKey("/V"), id);
        QPDFObjectHandle kids = field.getKey("/Kids");
        if (kids.isIndirect())
            m_kidLists.insert(kids.getObjGen());
        readFields(kids, node, depth + 1);
    }
}

/// An appearance is a dictionary of streams or of dictionaries of streams; what those streams draw with belongs to it too.
void RevisionMap::claim(QPDFObjectHandle object, QPDFObjGen owner)
{
    std::set<QPDFObjGen> below;
    visitObjects(object, below, [](QPDFObjectHandle &, const std::string &key) { return key != "/Parent" && key != "/P"; });
    for (const QPDFObjGen &id : below)
        m_owners.emplace(id, owner);
}

const FieldNode *RevisionMap::field(QPDFObjGen id) const
{
    const auto found = m_fields.find(id);
    return found == m_fields.end() ? nullptr : &found->second;
}

const FieldNode *RevisionMap::ownerOf(QPDFObjGen id) const
{
    const auto found = m_owners.find(id);
    return found == m_owners.end() || isContent(id) ? nullptr : field(found->second);
}

}  // namespace waybill
