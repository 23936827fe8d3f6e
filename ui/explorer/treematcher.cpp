// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/treematcher.h"

#include <algorithm>

namespace waybill {

namespace {

char foldAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// "**" crosses folders, "*" and "?" do not, [..] is a set.
QString globExpression(const QString &glob)
{
    QString out;
    for (qsizetype i = 0; i < glob.size(); ++i) {
        const QChar c = glob[i];
        if (c == u'*' && i + 1 < glob.size() && glob[i + 1] == u'*') {
            const bool folder = i + 2 < glob.size() && glob[i + 2] == u'/';
            out += folder ? QStringLiteral("(?:.*/)?") : QStringLiteral(".*");
            i += folder ? 2 : 1;
        } else if (c == u'*') {
            out += QStringLiteral("[^/]*");
        } else if (c == u'?') {
            out += QStringLiteral("[^/]");
        } else if (c == u'[' && glob.indexOf(u']', i + 2) > 0) {
            const qsizetype end = glob.indexOf(u']', i + 2);
            QString set = glob.mid(i + 1, end - i - 1);
            set.replace(u'\\', QStringLiteral("\\\\")).replace(u'[', QStringLiteral("\\["));
            if (set.startsWith(u'!'))
                set[0] = u'^';
            out += u'[' % set % u']';
            i = end;
        } else {
            out += QRegularExpression::escape(QString(c));
        }
    }
    return QRegularExpression::anchoredPattern(out);
}

}  // namespace

TreeMatcher::TreeMatcher(const TreeFilter &filter)
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    const bool hasSlash = filter.text.contains(u'/');
    switch (filter.syntax) {
    case TreeFilter::Syntax::Plain:
        m_wantsPath = hasSlash;
        m_plain = filter.text.toStdString();
        // Letters beyond ASCII need the folding rules of Unicode, which the expression engine knows.
        if (std::any_of(m_plain.begin(), m_plain.end(), [](char c) { return static_cast<signed char>(c) < 0; })) {
            m_expression = QRegularExpression(QRegularExpression::escape(filter.text), options);
            m_plain.clear();
        }
        std::transform(m_plain.begin(), m_plain.end(), m_plain.begin(), foldAscii);
        break;
    case TreeFilter::Syntax::Glob: {
        m_wantsPath = hasSlash;
        const bool rooted = !hasSlash || filter.text.startsWith(u'/') || filter.text.startsWith(QLatin1String("**"));
        QString glob = rooted ? filter.text : QString(u'/' % filter.text);
        if (hasSlash && glob.startsWith(QLatin1String("**")))
            glob.prepend(u'/');
        m_expression = QRegularExpression(globExpression(glob), options);
        break;
    }
    case TreeFilter::Syntax::Regex:
        m_wantsPath = true;
        m_expression = QRegularExpression(filter.text, options);
        break;
    }
    m_expression.optimize();
}

QString TreeMatcher::error() const
{
    return m_expression.isValid() ? QString() : m_expression.errorString();
}

bool TreeMatcher::matches(std::string_view text) const
{
    if (!m_plain.empty()) {
        return std::search(text.begin(), text.end(), m_plain.begin(), m_plain.end(),
                           [](char a, char b) { return foldAscii(a) == b; })
            != text.end();
    }
    return m_expression.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).hasMatch();
}

}  // namespace waybill
