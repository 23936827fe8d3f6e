// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <set>

namespace waybill {

/// One node of the form's tree in the signed revision.
struct FieldNode {
    QString fullName;
    std::string type;       ///< inherited: "/Tx", "/Btn", "/Ch", "/Sig", or empty
    std::string value;      ///< inherited value as text
    bool hasValue = false;  ///< of its own or inherited
    bool secret = false;    ///< a password field shows no letters
    QPDFObjGen self;
};

/// Who is who among the objects of the signed revision. Lives as long as its document; one thread.
class RevisionMap
{
public:
    explicit RevisionMap(QPDF &pdf);

    /// Reachable other than by form values, appearances of widgets, validation data and metadata: what every reader sees.
    bool isContent(QPDFObjGen id) const { return m_content.count(id) > 0; }
    /// Reachable at all. What is not cannot matter.
    bool isReachable(QPDFObjGen id) const { return m_content.count(id) + m_loose.count(id) > 0; }
    bool isValidationData(QPDFObjGen id) const { return m_validation.count(id) > 0 && !isContent(id); }
    bool isMetadata(QPDFObjGen id) const { return id == m_metadata && !isContent(id); }
    bool isPage(QPDFObjGen id) const { return m_pages.count(id) > 0; }
    bool isAnnotationList(QPDFObjGen id) const { return m_annotationLists.count(id) > 0; }
    bool isFieldList(QPDFObjGen id) const { return m_fieldLists.count(id) > 0; }
    bool isKidList(QPDFObjGen id) const { return m_kidLists.count(id) > 0; }
    bool isResources(QPDFObjGen id) const { return m_resources.count(id) > 0; }
    const FieldNode *field(QPDFObjGen id) const;
    /// The field whose appearance or value this object is, and nothing else.
    const FieldNode *ownerOf(QPDFObjGen id) const;

private:
    void readFields(QPDFObjectHandle fields, const FieldNode &above, int depth);
    void claim(QPDFObjectHandle object, QPDFObjGen owner);

    std::map<QPDFObjGen, FieldNode> m_fields;
    std::map<QPDFObjGen, QPDFObjGen> m_owners;
    std::set<QPDFObjGen> m_content, m_loose, m_validation, m_pages, m_annotationLists, m_fieldLists, m_kidLists, m_resources;
    QPDFObjGen m_metadata;
};

/// Visits everything below `object`, also through references, each indirect object once. `enter` says whether to go on below
/// a key of a dictionary. Bounded by `seen`; no recursion over references.
template <typename Enter>
void visitObjects(QPDFObjectHandle object, std::set<QPDFObjGen> &seen, const Enter &enter)
{
    std::vector<QPDFObjectHandle> open {object};
    while (!open.empty()) {
        QPDFObjectHandle next = open.back();
        open.pop_back();
        if (next.isIndirect() && !seen.insert(next.getObjGen()).second)
            continue;
        if (next.isArray()) {
            for (const QPDFObjectHandle &item : next.getArrayAsVector())
                open.push_back(item);
        } else if (next.isDictionary() || next.isStream()) {
            QPDFObjectHandle dictionary = next.isStream() ? next.getDict() : next;
            for (const std::string &key : dictionary.getKeys()) {
                if (enter(next, key))
                    open.push_back(dictionary.getKey(key));
            }
        }
    }
}

}  // namespace waybill
