// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/holderfilter.h"
#include "core/licence/textindexformat.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <map>

namespace waybill {

/// Compiles the SPDX licence list into the bytes of licences.idx.
class IndexBuilder
{
public:
    IndexBuilder();
    /// `list`: member per id, each with licenseText.
    QByteArray build(const QJsonObject &list);

private:
    struct Text {
        QString id;
        QByteArray raw;
        WordStream words;
        quint32 bodyBegin = 0;
        quint32 bodyEnd = 0;
        bool isPart = false;  ///< of a text that is here as a whole too
    };
    void addText(const QString &id, const QByteArray &raw);
    /// A part of one of the first `whole` texts as a reference of its own.
    void addPart(const QString &id, const char *from, const char *to, std::size_t whole);
    void splitBody(Text &text) const;
    void makeReferences();
    bool isPartOfAnother(const textindex::Reference &reference, const std::map<quint64, std::vector<quint32>> &grams) const;
    void makeGrams();
    QByteArray write() const;
    quint32 addString(const QByteArray &bytes);

    WordTable m_table;
    HolderFilter m_filter;
    std::vector<Text> m_texts;
    std::vector<textindex::Reference> m_references;
    std::vector<textindex::Name> m_names;
    std::vector<quint16> m_tokens;
    std::vector<textindex::Slot> m_slots;
    std::vector<quint32> m_postings;
    QByteArray m_strings;
    QByteArray m_compressed;
    quint32 m_gramShift = 0;
};

}  // namespace waybill
