// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/revisionforms.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cmath>

namespace waybill {

namespace {

std::string rawData(QPDFObjectHandle stream)
{
    const std::shared_ptr<Buffer> buffer = stream.getRawStreamData();
    return std::string(reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize());
}

/// Collects the strings that a content stream shows.
class ShownText : public QPDFObjectHandle::ParserCallbacks
{
public:
    void handleObject(QPDFObjectHandle object, size_t, size_t) override
    {
        if (object.isOperator()) {
            const std::string name = object.getOperatorValue();
            if (name == "Tj" || name == "TJ" || name == "'" || name == "\"")
                m_text += m_operands;
            m_operands.clear();
        } else if (object.isString()) {
            m_operands += QByteArray::fromStdString(object.getStringValue());
        } else if (object.isArray()) {
            for (QPDFObjectHandle &item : object.getArrayAsVector()) {
                if (item.isString())
                    m_operands += QByteArray::fromStdString(item.getStringValue());
            }
        }
    }
    void handleEOF() override { }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_operands, m_text;
};

bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

QByteArray withoutSpaces(QByteArray text)
{
    text.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return text;
}

bool isEmptyBox(QPDFObjectHandle rectangle)
{
    if (!rectangle.isRectangle())
        return true;
    const auto r = rectangle.getArrayAsRectangle();
    return r.llx == r.urx || r.lly == r.ury;
}

QPDFObjectHandle inherited(QPDFObjectHandle field, const char *key)
{
    for (int depth = 0; depth < 32 && field.isDictionary(); ++depth) {
        if (field.hasKey(key))
            return field.getKey(key);
        field = field.getKey("/Parent");
    }
    return QPDFObjectHandle::newNull();
}

}  // namespace

/// Numbers by value (0.5 and .5), strings by their bytes, references by number: producers write the same thing differently.
/// Only direct objects are entered, so depth is bounded by what the parser accepts.
static bool sameValue(QPDFObjectHandle old, QPDFObjectHandle current, int depth = 0)
{
    if (depth > 500 || old.isIndirect() != current.isIndirect())
        return false;
    if (old.isIndirect() && depth > 0)
        return old.getObjGen() == current.getObjGen();
    if (old.isNumber() && current.isNumber())
        return std::abs(old.getNumericValue() - current.getNumericValue()) < 1e-6;
    if (old.isArray() && current.isArray()) {
        const std::vector<QPDFObjectHandle> a = old.getArrayAsVector();
        const std::vector<QPDFObjectHandle> b = current.getArrayAsVector();
        return a.size() == b.size()
            && std::equal(a.begin(), a.end(), b.begin(),
                          [depth](const QPDFObjectHandle &x, const QPDFObjectHandle &y) { return sameValue(x, y, depth + 1); });
    }
    if (old.isDictionary() && current.isDictionary()) {
        Keys all = old.getKeys();
        all.merge(current.getKeys());
        return std::all_of(all.begin(), all.end(),
                           [&](const std::string &key) { return sameValue(old.getKey(key), current.getKey(key), depth + 1); });
    }
    return old.unparseResolved() == current.unparseResolved();
}

bool sameEntry(QPDFObjectHandle old, QPDFObjectHandle current, const std::string &key)
{
    return sameValue(old.getKey(key), current.getKey(key), 1);
}

bool sameButFor(QPDFObjectHandle old, QPDFObjectHandle current, const Keys &free)
{
    if (!old.isDictionary() || !current.isDictionary())
        return false;
    Keys all = old.getKeys();
    all.merge(current.getKeys());
    return std::all_of(all.begin(), all.end(),
                       [&](const std::string &key) { return free.count(key) || sameEntry(old, current, key); });
}

bool sameObject(QPDFObjectHandle old, QPDFObjectHandle current)
{
    if (old.isStream() != current.isStream())
        return false;
    if (old.isStream())
        return sameValue(old.getDict(), current.getDict()) && rawData(old) == rawData(current);
    return sameValue(old, current);
}

bool onlyAdds(QPDFObjectHandle old, QPDFObjectHandle current)
{
    if (old.isNull())
        return true;
    if (!old.isDictionary() || !current.isDictionary())
        return sameValue(old, current, 1);
    const Keys keys = old.getKeys();
    return std::all_of(keys.begin(), keys.end(), [&](const std::string &key) {
        QPDFObjectHandle before = old.getKey(key);
        QPDFObjectHandle after = current.getKey(key);
        if (sameValue(before, after, 1))
            return true;
        if (!before.isDictionary() || !after.isDictionary())
            return false;
        const Keys inner = before.getKeys();
        return std::all_of(inner.begin(), inner.end(), [&](const std::string &name) { return sameEntry(before, after, name); });
    });
}

NewField classifyNewField(QPDFObjectHandle field, bool &visible)
{
    visible = false;
    if (!field.isDictionary() || !inherited(field, "/FT").isNameAndEquals("/Sig") || field.hasKey("/A") || field.hasKey("/AA"))
        return NewField::Other;
    visible = !isEmptyBox(field.getKey("/Rect")) && field.hasKey("/AP");
    QPDFObjectHandle kids = field.getKey("/Kids");
    if (kids.isArray()) {
        if (kids.getArrayNItems() > 1)
            return NewField::Other;
        for (QPDFObjectHandle &kid : kids.getArrayAsVector()) {
            if (!kid.isDictionary() || kid.hasKey("/A") || kid.hasKey("/AA") || kid.hasKey("/Kids"))
                return NewField::Other;
            visible = visible || (!isEmptyBox(kid.getKey("/Rect")) && kid.hasKey("/AP"));
        }
    }
    QPDFObjectHandle value = inherited(field, "/V");
    if (value.isNull())
        return visible ? NewField::Other : NewField::Empty;
    if (!value.isDictionary() || !value.hasKey("/ByteRange") || !value.hasKey("/Contents"))
        return NewField::Other;
    return value.getKey("/SubFilter").isNameAndEquals("/ETSI.RFC3161") ? NewField::Timestamp : NewField::Signature;
}

bool isHarmlessRemark(QPDFObjectHandle annotation)
{
    if (!annotation.isDictionary() || annotation.hasKey("/A") || annotation.hasKey("/AA"))
        return false;
    for (const char *subtype : {"/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Popup"}) {
        if (annotation.getKey("/Subtype").isNameAndEquals(subtype))
            return true;
    }
    return false;
}

bool showsItsValue(QPDFObjectHandle field)
{
    QPDFObjectHandle value = inherited(field, "/V");
    QPDFObjectHandle appearances = field.getKey("/AP");
    QPDFObjectHandle normal = appearances.isDictionary() ? appearances.getKey("/N") : appearances;
    if (!inherited(field, "/FT").isNameAndEquals("/Tx") || !value.isString() || !normal.isStream()
        || !inherited(field, "/AA").isNull() || !inherited(field, "/RV").isNull())
        return true;
    const QByteArray wanted = withoutSpaces(QByteArray::fromStdString(value.getUTF8Value()));
    try {
        ShownText shown;
        normal.parseAsContents(&shown);
        const QByteArray found = withoutSpaces(shown.text());
        if (!isPlain(wanted) || !isPlain(found))
            return true;
        return found == wanted;
    } catch (const std::exception &) {
        return false;
    }
}

}  // namespace waybill
