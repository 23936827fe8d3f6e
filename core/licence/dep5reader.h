// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/licence/debiancopyright.h"

#include <QHash>

namespace waybill {

/// Reads one Debian copyright file; see readDebianCopyright(). One use per text.
class Dep5Reader
{
public:
    Dep5Reader(QByteArrayView text, const LicenceCatalog &catalog, const LicenceMatcher &matcher)
        : m_text(text), m_catalog(catalog), m_matcher(matcher)
    {
    }
    DebianCopyright read();

private:
    struct Field {
        QByteArray name;   ///< lower case
        QByteArray value;  ///< continuation lines kept, without their leading blank
    };
    struct Paragraph {
        std::vector<Field> fields;
        int firstLine = 0;
        int lastLine = 0;
        const QByteArray *find(const char *name) const;
    };
    /// What a licence field came to.
    struct Terms {
        QString expression;
        MatchKind kind = MatchKind::Declared;
        QString edition;
    };

    void split();
    void addLine(QByteArrayView line, int number, bool &open);
    void readMachineReadable();
    void readFreeForm();
    void addStanza(const Paragraph &paragraph);
    Terms resolve(const QString &name, const QByteArray &text);
    QString joinParts(const QString &name);
    Terms termsOfText(const QByteArray &text) const;
    void join(const QStringList &expressions);

    QByteArrayView m_text;
    const LicenceCatalog &m_catalog;
    const LicenceMatcher &m_matcher;
    std::vector<Paragraph> m_paragraphs;
    QHash<QString, QByteArray> m_texts;  ///< stand-alone licence paragraphs by short name
    QHash<QString, Terms> m_resolved;
    DebianCopyright m_result;
};

/// DEP-5 wildcards: '*' any characters, '?' one, backslash escapes.
bool matchesDep5Glob(const QString &glob, const std::string &path);

}  // namespace waybill
