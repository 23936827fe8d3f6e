// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpressionnode.h"

#include <algorithm>

namespace waybill {

namespace {

using Node = LicenceExpression::Node;

/// The leaf with today's ids: one leaf, or a sub-expression when a deprecated id stands for a licence with exception.
QString currentId(const Node &leaf, const LicenceCatalog &catalog)
{
    if (leaf.plus) {
        if (const QString later = catalog.replacementFor(leaf.id + QLatin1Char('+')); !later.isEmpty())
            return later;
        if (leaf.id.endsWith(QLatin1String("-or-later"), Qt::CaseInsensitive)) {
            const LicenceInfo *info = catalog.find(leaf.id);
            return info != nullptr ? info->id : leaf.id;
        }
        // "only" and '+' contradict each other; the operator is what was added on purpose.
        if (leaf.id.endsWith(QLatin1String("-only"), Qt::CaseInsensitive)) {
            if (const LicenceInfo *later = catalog.find(QString(leaf.id.chopped(5) + QLatin1String("-or-later"))))
                return later->id;
        }
    } else if (const QString replacement = catalog.replacementFor(leaf.id); !replacement.isEmpty()) {
        return replacement;
    }
    const LicenceInfo *info = catalog.find(leaf.id);
    const QString id = info != nullptr ? info->id : leaf.id;
    return leaf.plus ? QString(id + QLatin1Char('+')) : id;
}

QString leafText(const Node &leaf, const LicenceCatalog &catalog)
{
    const QString id = currentId(leaf, catalog);
    if (leaf.exception.isEmpty())
        return id;
    const QString known = catalog.exceptionId(leaf.exception);
    return id + QLatin1String(" WITH ") + (known.isEmpty() ? leaf.exception : known);
}

QString nodeText(const Node &node, const LicenceCatalog &catalog)
{
    if (node.kind == Node::Kind::Licence)
        return leafText(node, catalog);
    QStringList arms;
    for (const auto &arm : node.arms) {
        QString text = nodeText(*arm, catalog);
        if (node.kind == Node::Kind::And && arm->kind == Node::Kind::Or && text.contains(QLatin1String(" OR ")))
            text = QLatin1Char('(') + text + QLatin1Char(')');
        if (!arms.contains(text))
            arms.append(text);
    }
    return arms.join(node.kind == Node::Kind::And ? QLatin1String(" AND ") : QLatin1String(" OR "));
}

LicenceClass classOfId(const QString &id, const LicenceCatalog &catalog)
{
    const LicenceInfo *info = catalog.find(id.endsWith(QLatin1Char('+')) ? id.chopped(1) : id);
    return info != nullptr ? info->licenceClass : LicenceClass::Unknown;
}

LicenceClass leafClass(const Node &leaf, const LicenceCatalog &catalog)
{
    const QString id = currentId(leaf, catalog);
    const qsizetype with = id.indexOf(QLatin1String(" WITH "));
    const QString base = with < 0 ? id : id.left(with);
    const LicenceClass plain = classOfId(base, catalog);
    const QString exception = with < 0 ? leaf.exception : id.mid(with + 6);
    if (exception.isEmpty())
        return plain;
    if (const auto cls = catalog.classWithException(base, exception))
        return licenceClassRank(*cls) < licenceClassRank(plain) ? *cls : plain;
    // An exception only ever adds permissions: without knowing it, the licence alone is the safe reading.
    return plain;
}

LicenceClass nodeClass(const Node &node, const LicenceCatalog &catalog)
{
    if (node.kind == Node::Kind::Licence)
        return leafClass(node, catalog);
    const auto milder = [](LicenceClass a, LicenceClass b) { return licenceClassRank(a) < licenceClassRank(b); };
    LicenceClass result = nodeClass(*node.arms.front(), catalog);
    for (const auto &arm : node.arms) {
        const LicenceClass cls = nodeClass(*arm, catalog);
        result = node.kind == Node::Kind::Or ? std::min(result, cls, milder) : std::max(result, cls, milder);
    }
    return result;
}

void collectIds(const Node &node, QStringList &ids)
{
    if (node.kind == Node::Kind::Licence) {
        const QString id = node.plus ? QString(node.id + QLatin1Char('+')) : node.id;
        if (!ids.contains(id))
            ids.append(id);
        return;
    }
    for (const auto &arm : node.arms)
        collectIds(*arm, ids);
}

void collectUnknown(const Node &node, const LicenceCatalog &catalog, QStringList &ids)
{
    if (node.kind == Node::Kind::Licence) {
        if (catalog.find(node.id) == nullptr && catalog.replacementFor(node.id).isEmpty() && !ids.contains(node.id))
            ids.append(node.id);
        if (!node.exception.isEmpty() && !catalog.isException(node.exception) && !ids.contains(node.exception))
            ids.append(node.exception);
    }
    for (const auto &arm : node.arms)
        collectUnknown(*arm, catalog, ids);
}

}  // namespace

QString LicenceExpression::toString(const LicenceCatalog &catalog) const
{
    return m_root ? nodeText(*m_root, catalog) : QString();
}

LicenceClass LicenceExpression::evaluate(const LicenceCatalog &catalog) const
{
    return m_root ? nodeClass(*m_root, catalog) : LicenceClass::Unknown;
}

QStringList LicenceExpression::alternatives(const LicenceCatalog &catalog) const
{
    QStringList texts;
    if (!m_root || m_root->kind != Node::Kind::Or)
        return texts;
    for (const auto &arm : m_root->arms) {
        const QString text = nodeText(*arm, catalog);
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.size() > 1 ? texts : QStringList();
}

QStringList LicenceExpression::unknownIds(const LicenceCatalog &catalog) const
{
    QStringList ids;
    if (m_root)
        collectUnknown(*m_root, catalog, ids);
    return ids;
}

QStringList LicenceExpression::ids() const
{
    QStringList ids;
    if (m_root)
        collectIds(*m_root, ids);
    return ids;
}

}  // namespace waybill
