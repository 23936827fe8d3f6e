// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/licenceexpressionnode.h"

namespace waybill {

namespace {

using Node = LicenceExpression::Node;
using NodePtr = std::shared_ptr<const Node>;

/// An expression may come from any file; brackets deeper than this are an attack, not a licence.
constexpr int maxDepth = 100;
constexpr qsizetype maxLength = 100'000;

struct SyntaxFault {
    qsizetype offset;
    QString cause;
};

bool isIdChar(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'.'
        || u == u':';
}

class Parser
{
public:
    explicit Parser(QStringView text) : m_text(text) { }

    NodePtr parse()
    {
        if (m_text.size() > maxLength)
            throw SyntaxFault {maxLength, QStringLiteral("the expression is too long")};
        skipSpace();
        NodePtr root = parseOr(0);
        if (m_pos < m_text.size())
            throw SyntaxFault {m_pos, QStringLiteral("AND, OR, WITH or the end is expected")};
        return root;
    }

private:
    void skipSpace()
    {
        while (m_pos < m_text.size() && m_text.at(m_pos).isSpace())
            ++m_pos;
    }

    QStringView peekWord() const
    {
        qsizetype end = m_pos;
        while (end < m_text.size() && isIdChar(m_text.at(end)))
            ++end;
        return m_text.mid(m_pos, end - m_pos);
    }

    /// SPDX 3.0: operators are written all in upper or all in lower case.
    static bool isOperator(QStringView word, QLatin1String upper, QLatin1String lower) { return word == upper || word == lower; }
    static bool isAnyOperator(QStringView word)
    {
        return isOperator(word, QLatin1String("AND"), QLatin1String("and"))
            || isOperator(word, QLatin1String("OR"), QLatin1String("or"))
            || isOperator(word, QLatin1String("WITH"), QLatin1String("with"));
    }

    bool takeOperator(QLatin1String upper, QLatin1String lower)
    {
        const QStringView word = peekWord();
        if (!isOperator(word, upper, lower))
            return false;
        m_pos += word.size();
        skipSpace();
        return true;
    }

    NodePtr parseOr(int depth) { return parseList(depth, Node::Kind::Or, QLatin1String("OR"), QLatin1String("or")); }

    NodePtr parseList(int depth, Node::Kind kind, QLatin1String upper, QLatin1String lower)
    {
        const auto parseArm = [&] {
            return kind == Node::Kind::Or ? parseList(depth, Node::Kind::And, QLatin1String("AND"), QLatin1String("and"))
                                          : parseTerm(depth);
        };
        NodePtr first = parseArm();
        if (!isOperator(peekWord(), upper, lower))
            return first;
        auto list = std::make_shared<Node>();
        list->kind = kind;
        append(*list, std::move(first));
        while (takeOperator(upper, lower))
            append(*list, parseArm());
        return list;
    }

    /// Keeps lists flat: (a OR b) OR c is one list of three.
    static void append(Node &list, NodePtr arm)
    {
        if (arm->kind == list.kind)
            list.arms.insert(list.arms.end(), arm->arms.begin(), arm->arms.end());
        else
            list.arms.push_back(std::move(arm));
    }

    NodePtr parseTerm(int depth)
    {
        if (m_pos < m_text.size() && m_text.at(m_pos) == u'(') {
            if (depth >= maxDepth)
                throw SyntaxFault {m_pos, QStringLiteral("brackets are nested too deeply")};
            ++m_pos;
            skipSpace();
            NodePtr inner = parseOr(depth + 1);
            if (m_pos >= m_text.size() || m_text.at(m_pos) != u')')
                throw SyntaxFault {m_pos, QStringLiteral("a closing bracket is expected")};
            ++m_pos;
            skipSpace();
            return inner;
        }
        return parseLicence();
    }

    NodePtr parseLicence()
    {
        auto leaf = std::make_shared<Node>();
        leaf->id = takeId(QLatin1String("LicenseRef-"), QStringLiteral("a licence is expected"));
        if (m_pos < m_text.size() && m_text.at(m_pos) == u'+') {
            if (leaf->id.contains(QLatin1String("LicenseRef-"), Qt::CaseInsensitive))
                throw SyntaxFault {m_pos, QStringLiteral("a LicenseRef cannot carry '+'")};
            leaf->plus = true;
            ++m_pos;
        }
        skipSpace();
        if (takeOperator(QLatin1String("WITH"), QLatin1String("with"))) {
            leaf->exception = takeId(QLatin1String("AdditionRef-"), QStringLiteral("an exception is expected"));
            skipSpace();
        }
        return leaf;
    }

    QString takeId(QLatin1String reference, const QString &expectation)
    {
        const QStringView word = peekWord();
        if (word.isEmpty() || isAnyOperator(word))
            throw SyntaxFault {m_pos, expectation};
        checkReference(word, reference);
        m_pos += word.size();
        return word.toString();
    }

    /// A colon belongs to DocumentRef-x:LicenseRef-y only, and a reference needs a name.
    void checkReference(QStringView word, QLatin1String reference) const
    {
        const qsizetype colon = word.indexOf(u':');
        qsizetype start = 0;
        if (colon >= 0) {
            const QLatin1String document("DocumentRef-");
            if (!word.startsWith(document, Qt::CaseInsensitive) || colon == document.size())
                throw SyntaxFault {m_pos + colon, QStringLiteral("only a DocumentRef may stand before ':'")};
            start = colon + 1;
            if (!word.mid(start).startsWith(reference, Qt::CaseInsensitive))
                throw SyntaxFault {m_pos + start, QString(reference + QLatin1String(" is expected after ':'"))};
        } else if (word.startsWith(QLatin1String("DocumentRef-"), Qt::CaseInsensitive)) {
            throw SyntaxFault {m_pos + word.size(), QStringLiteral("':' is expected after a DocumentRef")};
        }
        const QStringView local = word.mid(start);
        if (local.startsWith(reference, Qt::CaseInsensitive) && local.size() == reference.size())
            throw SyntaxFault {m_pos + word.size(), QStringLiteral("a reference needs a name")};
        if (const qsizetype second = local.indexOf(u':'); second >= 0)
            throw SyntaxFault {m_pos + start + second, QStringLiteral("a second ':' is not allowed")};
    }

    QStringView m_text;
    qsizetype m_pos = 0;
};

}  // namespace

Result<LicenceExpression> LicenceExpression::parse(const QString &text)
{
    LicenceExpression expression;
    try {
        expression.m_root = Parser(text).parse();
    } catch (const SyntaxFault &fault) {
        Error error;
        error.kind = ErrorKind::Malformed;
        error.subject = text.left(200);
        error.cause = fault.cause;
        error.offset = fault.offset;
        return fail(std::move(error));
    }
    return expression;
}

}  // namespace waybill
