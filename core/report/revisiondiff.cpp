// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revisiondiff.h"

#include "core/report/revisionforms.h"
#include "core/report/revisionmap.h"
#include "core/report/revisiontail.h"

#include <algorithm>

namespace waybill {

namespace {

/// Two revisions of one file. Updates keep object numbers, so objects are compared one by one; what the signed revision can
/// reach is then the same, and new objects matter only where a key may point to them.
class RevisionDiff
{
public:
    RevisionDiff(QByteArrayView before, QByteArrayView now, const UpdateRules &rules) : m_rules(rules)
    {
        open(m_before, before);
        open(m_now, now);
        m_map = std::make_unique<RevisionMap>(m_before);
    }

    std::vector<UpdateNote> run(qint64 signedSize, QByteArrayView tail)
    {
        if (m_before.getRoot().getObjGen() != m_now.getRoot().getObjGen() || m_now.getTrailer().hasKey("/Encrypt"))
            forbid(QStringLiteral("another document catalog"));
        const int hidden = hiddenRedefinition(m_before, m_now, signedSize, tail);
        if (hidden > 0)
            forbid(QStringLiteral("object %1 is defined again without being listed").arg(hidden));
        for (QPDFObjectHandle &old : m_before.getAllObjects()) {
            if (!m_map->isReachable(old.getObjGen()))
                continue;
            QPDFObjectHandle current = m_now.getObjectByObjGen(old.getObjGen());
            if (!sameObject(old, current) && !isAllowed(old, current) && !isForbiddenAlready())
                forbid(QStringLiteral("object %1 was changed after signing").arg(old.getObjectID()));
        }
        if (m_notes.empty())
            note(UpdateKind::Ineffective, {});
        return m_notes;
    }

private:
    static void open(QPDF &pdf, QByteArrayView bytes)
    {
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("revision", bytes.data(), static_cast<size_t>(bytes.size()));
    }

    void note(UpdateKind kind, const QString &detail)
    {
        const UpdateNote added {kind, detail};
        if (std::find(m_notes.begin(), m_notes.end(), added) == m_notes.end())
            m_notes.push_back(added);
    }

    bool forbid(const QString &detail)
    {
        note(UpdateKind::Forbidden, detail);
        return false;
    }

    bool isForbiddenAlready() const { return !m_notes.empty() && m_notes.back().kind == UpdateKind::Forbidden; }

    bool isAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        const QPDFObjGen id = old.getObjGen();
        QPDFObjectHandle root = m_before.getRoot();
        if (id == root.getObjGen())
            return catalogAllowed(old, current);
        if (root.getKey("/AcroForm").isIndirect() && id == root.getKey("/AcroForm").getObjGen())
            return formAllowed(old, current);
        if (m_map->isFieldList(id) || m_map->isKidList(id))
            return appendsOnly(old, current, false);
        if (m_map->isAnnotationList(id))
            return appendsOnly(old, current, true);
        if (m_map->isPage(id))
            return pageAllowed(old, current);
        if (m_map->isResources(id) && mayFill())
            return onlyAdds(old, current);
        if (m_map->isMetadata(id)) {
            note(UpdateKind::Metadata, {});
            return current.isStream();
        }
        if (m_map->isValidationData(id)) {
            note(UpdateKind::ValidationData, {});
            return true;
        }
        if (const FieldNode *field = m_map->field(id))
            return fieldAllowed(*field, old, current);
        if (const FieldNode *owner = m_map->ownerOf(id))
            return ownedAllowed(*owner, old, current);
        return false;
    }

    bool mayFill() const { return m_rules.permission != 1; }

    bool catalogAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (!sameButFor(old, current, {"/AcroForm", "/DSS", "/Extensions", "/Version", "/Metadata"}))
            return false;
        if (!sameEntry(old, current, "/DSS"))
            note(UpdateKind::ValidationData, {});
        QPDFObjectHandle metadata = current.getKey("/Metadata");
        if (!sameEntry(old, current, "/Metadata")) {
            note(UpdateKind::Metadata, {});
            if (!metadata.isStream() && !metadata.isNull())
                return false;
        }
        QPDFObjectHandle before = old.getKey("/AcroForm");
        QPDFObjectHandle after = current.getKey("/AcroForm");
        if (sameEntry(old, current, "/AcroForm"))
            return true;
        return before.isDictionary() ? formAllowed(before, after) : after.isNull() || after.isDictionary();
    }

    bool formAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (!sameButFor(old, current, {"/Fields", "/SigFlags", "/DR", "/DA", "/NeedAppearances"}))
            return false;
        if (old.hasKey("/DA") && !sameEntry(old, current, "/DA"))
            return false;
        QPDFObjectHandle need = current.getKey("/NeedAppearances");
        if (!sameEntry(old, current, "/NeedAppearances") && need.isBool() && need.getBoolValue() && !mayFill())
            return false;
        return onlyAdds(old.getKey("/DR"), current.getKey("/DR"))
            && appendsOnly(old.getKey("/Fields"), current.getKey("/Fields"), false);
    }

    bool pageAllowed(QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        return sameButFor(old, current, {"/Annots", "/LastModified"})
            && appendsOnly(old.getKey("/Annots"), current.getKey("/Annots"), true);
    }

    /// The old items stay in place; every new one is the field of a further signature, or a permitted remark.
    bool appendsOnly(QPDFObjectHandle old, QPDFObjectHandle current, bool annotations)
    {
        const auto items
            = [](QPDFObjectHandle array) { return array.isArray() ? array.getArrayAsVector() : std::vector<QPDFObjectHandle>(); };
        const std::vector<QPDFObjectHandle> before = items(old);
        const std::vector<QPDFObjectHandle> after = items(current);
        if (after.size() < before.size() || (!current.isArray() && !current.isNull()))
            return false;
        for (size_t i = 0; i < after.size(); ++i) {
            QPDFObjectHandle item = after[i];
            if (i < before.size() ? QPDFObjectHandle(before[i]).unparse() != item.unparse() : !newItemAllowed(item, annotations))
                return false;
        }
        return true;
    }

    bool newItemAllowed(QPDFObjectHandle item, bool annotations)
    {
        if (annotations && m_rules.permission == 3 && isHarmlessRemark(item)) {
            note(UpdateKind::Annotation, QString::fromStdString(item.getKey("/Subtype").getName()).mid(1));
            return true;
        }
        // A field of the signed revision may get its widget's place on the page only if it had it before.
        if (item.isIndirect() && m_map->field(item.getObjGen()))
            return false;
        bool visible = false;
        const NewField kind = classifyNewField(item, visible);
        if (kind == NewField::Other)
            return forbid(QStringLiteral("a new field or annotation that is no signature"));
        if (kind == NewField::Timestamp) {
            note(UpdateKind::Timestamp, {});
            return !visible || !m_rules.certified;
        }
        if (m_rules.permission == 1)
            return forbid(QStringLiteral("a further signature, which the first one does not permit"));
        // A certified file has the fields it needs; a new box could be drawn over anything.
        if (visible && m_rules.certified)
            return forbid(QStringLiteral("a new visible field in a certified file"));
        if (kind == NewField::Signature)
            note(UpdateKind::Signature, {});
        else
            note(UpdateKind::FormFilling, QStringLiteral("empty signature field"));
        return true;
    }

    bool fieldAllowed(const FieldNode &field, QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (!current.isDictionary())
            return false;
        if (old.hasKey("/Kids") || current.hasKey("/Kids")) {
            // A node in between, or one whose widgets are apart.
            if (!sameEntry(old, current, "/Kids") && !appendsOnly(old.getKey("/Kids"), current.getKey("/Kids"), false))
                return false;
        }
        if (field.type == "/Sig")
            return signatureFieldAllowed(field, old, current);
        if (field.type.empty())
            return sameButFor(old, current, {"/Kids"});
        if (!mayFill())
            return forbid(QStringLiteral("field \"%1\" was filled, which is not permitted").arg(field.fullName));
        if (m_rules.locks(field.fullName))
            return forbid(QStringLiteral("the locked field \"%1\" was changed").arg(field.fullName));
        if (!sameButFor(old, current, {"/V", "/AP", "/AS", "/I", "/RV", "/M", "/TI", "/Kids"}))
            return false;
        const bool looks = !sameEntry(old, current, "/AP");
        if (looks && !valueChanged(field, old, current))
            return forbid(QStringLiteral("the appearance of field \"%1\" was exchanged").arg(field.fullName));
        if (looks && field.type == "/Btn" && field.hasValue)
            return forbid(QStringLiteral("the appearance of button \"%1\" was exchanged").arg(field.fullName));
        if (!field.secret && !showsItsValue(current))
            return forbid(QStringLiteral("field \"%1\" shows something else than its value").arg(field.fullName));
        note(UpdateKind::FormFilling, field.fullName);
        return true;
    }

    bool valueChanged(const FieldNode &field, QPDFObjectHandle &old, QPDFObjectHandle &current) const
    {
        if (!sameEntry(old, current, "/AS"))
            return true;
        QPDFObjectHandle now = current;
        for (int depth = 0; depth < 32 && now.isDictionary(); ++depth) {
            if (now.hasKey("/V"))
                return !field.hasValue || now.getKey("/V").unparseResolved() != field.value;
            now = now.getKey("/Parent");
        }
        return field.hasValue;
    }

    bool signatureFieldAllowed(const FieldNode &field, QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (field.hasValue)
            return sameButFor(old, current, {"/Kids"});
        if (!sameButFor(old, current, {"/V", "/AP", "/M", "/Kids", "/MK"}))
            return false;
        bool visible = false;
        const NewField kind = classifyNewField(current, visible);
        if (kind == NewField::Timestamp) {
            note(UpdateKind::Timestamp, {});
            return true;
        }
        if (kind != NewField::Signature)
            return false;
        if (m_rules.permission == 1)
            return forbid(QStringLiteral("a further signature, which the first one does not permit"));
        note(UpdateKind::Signature, field.fullName);
        return true;
    }

    /// The appearance or value of a field, changed in its place: only together with the value, and never a font.
    bool ownedAllowed(const FieldNode &owner, QPDFObjectHandle &old, QPDFObjectHandle &current)
    {
        if (owner.type == "/Sig" || owner.type == "/Btn" || !mayFill() || m_rules.locks(owner.fullName))
            return false;
        const auto isForm
            = [](QPDFObjectHandle &o) { return o.isStream() && o.getDict().getKey("/Subtype").isNameAndEquals("/Form"); };
        if ((old.isStream() || old.isDictionary()) && !(isForm(old) && isForm(current)))
            return false;
        QPDFObjectHandle before = m_before.getObjectByObjGen(owner.self);
        QPDFObjectHandle field = m_now.getObjectByObjGen(owner.self);
        if (!field.isDictionary() || !before.isDictionary() || !valueChanged(owner, before, field))
            return forbid(QStringLiteral("the appearance of field \"%1\" was exchanged").arg(owner.fullName));
        if (!owner.secret && !showsItsValue(field))
            return forbid(QStringLiteral("field \"%1\" shows something else than its value").arg(owner.fullName));
        note(UpdateKind::FormFilling, owner.fullName);
        return true;
    }

    QPDF m_before, m_now;
    UpdateRules m_rules;
    std::unique_ptr<RevisionMap> m_map;
    std::vector<UpdateNote> m_notes;
};

}  // namespace

bool UpdateRules::locks(const QString &fullName) const
{
    const auto named = [&](const QString &field) {
        return fullName == field || (fullName.startsWith(field) && fullName.mid(field.size()).startsWith(QLatin1Char('.')));
    };
    const bool listed = std::any_of(fields.begin(), fields.end(), named);
    return lock == Lock::All || (lock == Lock::Listed && listed) || (lock == Lock::AllButListed && !listed);
}

std::vector<UpdateNote> compareRevisions(QByteArrayView signedRevision, QByteArrayView wholeFile, const UpdateRules &rules)
{
    const QByteArrayView tail = wholeFile.sliced(signedRevision.size());
    if (!endsWithRevision(tail, signedRevision.size()))
        return {{UpdateKind::Forbidden, QStringLiteral("%1 bytes were appended").arg(tail.size())}};
    try {
        RevisionDiff diff(signedRevision, wholeFile, rules);
        return diff.run(signedRevision.size(), tail);
    } catch (const std::exception &e) {
        return {{UpdateKind::Forbidden, QStringLiteral("revisions cannot be compared: %1").arg(QString::fromUtf8(e.what()))}};
    }
}

}  // namespace waybill
