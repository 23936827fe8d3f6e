// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tree/treematcher.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace waybill {

namespace {

constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

constexpr std::array<char, 256> foldTable = [] {
    std::array<char, 256> table {};
    for (size_t i = 0; i < table.size(); ++i)
        table[i] = folded(static_cast<char>(i));
    return table;
}();

char fold(char c)
{
    return foldTable[static_cast<unsigned char>(c)];
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// `words` is folded already.
bool containsFolded(std::string_view text, std::string_view words)
{
    if (words.empty() || text.size() < words.size())
        return words.empty();
    const char first = words.front();
    const size_t last = text.size() - words.size();
    for (size_t at = 0; at <= last; ++at) {
        if (fold(text[at]) != first)
            continue;
        size_t i = 1;
        while (i < words.size() && fold(text[at + i]) == words[i])
            ++i;
        if (i == words.size())
            return true;
    }
    return false;
}

/// The same meaning as GlobPattern, for letters whose case only Unicode knows.
QString globExpression(const QString &glob)
{
    QString out;
    for (qsizetype i = 0; i < glob.size(); ++i) {
        const QChar c = glob[i];
        if (c == u'*' && i + 1 < glob.size() && glob[i + 1] == u'*') {
            const bool folder = i + 2 < glob.size() && glob[i + 2] == u'/' && (i == 0 || glob[i - 1] == u'/');
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

/// A glob with a slash is compared with the whole path, from the root.
QString rootedGlob(const QString &glob)
{
    if (!glob.contains(u'/') || glob.startsWith(u'/'))
        return glob;
    return QString(u'/' % glob);
}

}  // namespace

GlobPattern::GlobPattern(std::string_view glob)
{
    for (size_t i = 0; i < glob.size(); ++i) {
        const char c = glob[i];
        if (glob.substr(i, 3) == "**/" && (i == 0 || glob[i - 1] == '/')) {
            m_tokens.push_back({Kind::Folders, 0, 0});
            i += 2;
        } else if (glob.substr(i, 2) == "**") {
            m_tokens.push_back({Kind::Everything, 0, 0});
            ++i;
        } else if (c == '*') {
            m_tokens.push_back({Kind::Star, 0, 0});
        } else if (c == '?') {
            m_tokens.push_back({Kind::Any, 0, 0});
        } else if (const size_t end = c == '[' ? addSet(glob, i) : 0; end > 0) {
            i = end;
        } else {
            m_tokens.push_back({Kind::Byte, fold(c), 0});
        }
    }
}

/// Reads "[a-z]" from `at`; the place of its closing bracket, or 0 when there is none: then the bracket is a plain letter.
size_t GlobPattern::addSet(std::string_view glob, size_t at)
{
    const size_t end = glob.find(']', at + 2);
    if (end == std::string_view::npos)
        return 0;
    std::string_view letters = glob.substr(at + 1, end - at - 1);
    const bool inverse = letters.front() == '!' || letters.front() == '^';
    if (inverse)
        letters.remove_prefix(1);
    std::bitset<256> set;
    for (size_t i = 0; i < letters.size(); ++i) {
        const bool range = i + 2 < letters.size() && letters[i + 1] == '-';
        const auto low = static_cast<unsigned char>(letters[i]);
        const auto high = static_cast<unsigned char>(range ? letters[i + 2] : letters[i]);
        for (unsigned value = low; value <= high; ++value)
            set.set(value);
        i += range ? 2 : 0;
    }
    for (size_t value = 'a'; value <= 'z'; ++value) {
        const bool either = set[value] || set[value - 32];
        set[value] = set[value - 32] = either;
    }
    if (inverse)
        set = ~set;
    m_tokens.push_back({Kind::Set, 0, static_cast<quint16>(m_sets.size())});
    m_sets.push_back(set);
    return end;
}

/// Bytes that one token takes at a place; 0 when it does not fit.
size_t GlobPattern::step(const Token &token, std::string_view text, size_t at) const
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (token.kind == Kind::Byte)
        return fold(text[at]) == token.byte ? 1 : 0;
    if (byte == '/' || (token.kind == Kind::Set && !m_sets[token.set][byte]))
        return 0;
    size_t length = 1;
    while (byte >= 0xc0 && at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80)
        ++length;
    return length;
}

bool GlobPattern::matches(std::string_view text) const
{
    // One place to come back to for "*" and one for "**"; the later of two equal kinds makes the earlier needless.
    struct Retry {
        size_t token = std::string_view::npos;
        size_t at = 0;
        bool isSet() const { return token != std::string_view::npos; }
    } star, wide;
    size_t token = 0;
    size_t at = 0;
    for (;;) {
        if (token < m_tokens.size() && m_tokens[token].kind == Kind::Star) {
            star = {++token, at};
            continue;
        }
        if (token < m_tokens.size() && (m_tokens[token].kind == Kind::Folders || m_tokens[token].kind == Kind::Everything)) {
            wide = {++token, at};
            star = {};
            continue;
        }
        if (token == m_tokens.size() && at == text.size())
            return true;
        const size_t length = token < m_tokens.size() && at < text.size() ? step(m_tokens[token], text, at) : 0;
        if (length > 0) {
            ++token;
            at += length;
            continue;
        }
        if (star.isSet() && star.at < text.size() && text[star.at] != '/') {
            token = star.token;
            at = ++star.at;
            continue;
        }
        if (!wide.isSet() || wide.at >= text.size())
            return false;
        star = {};
        token = wide.token;
        at = wide.at + 1;
        if (m_tokens[token - 1].kind == Kind::Folders) {  // starts anew behind the next slash
            const size_t slash = text.find('/', wide.at);
            if (slash == std::string_view::npos)
                return false;
            at = slash + 1;
        }
        wide.at = at;
    }
}

BytesExpression::BytesExpression(const QString &pattern)
{
    constexpr uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_CASELESS | PCRE2_DOTALL | PCRE2_NEVER_BACKSLASH_C;
    const QByteArray bytes = pattern.toUtf8();
    int problem = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(bytes.constData()), static_cast<PCRE2_SIZE>(bytes.size()),
                                     options, &problem, &at, nullptr);
    if (!code) {
        std::array<PCRE2_UCHAR, 256> words {};
        pcre2_get_error_message(problem, words.data(), words.size());
        m_error = QString::fromUtf8(reinterpret_cast<const char *>(words.data()));
        return;
    }
    m_code = std::shared_ptr<void>(code, [](void *owned) { pcre2_code_free(static_cast<pcre2_code *>(owned)); });
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);  // where that does not work, matching is slower and nothing else
}

namespace {

/// What PCRE2 needs to be asked: no captured groups, for only yes or no is wanted, and room for going back that is not on
/// the stack of the caller. Owned by its thread.
class AskingRoom
{
public:
    AskingRoom()
        : m_found(pcre2_match_data_create(1, nullptr)), m_context(pcre2_match_context_create(nullptr)),
          m_stack(pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr))
    {
        pcre2_jit_stack_assign(m_context, nullptr, m_stack);
        pcre2_set_match_limit(m_context, stepLimit);
    }
    ~AskingRoom()
    {
        pcre2_jit_stack_free(m_stack);
        pcre2_match_context_free(m_context);
        pcre2_match_data_free(m_found);
    }
    Q_DISABLE_COPY_MOVE(AskingRoom)

    int ask(const pcre2_code *code, std::string_view text) const
    {
        return pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, 0, m_found, m_context);
    }

private:
    /// For one path: some milliseconds.
    static constexpr uint32_t stepLimit = 200'000;

    pcre2_match_data *m_found;
    pcre2_match_context *m_context;
    pcre2_jit_stack *m_stack;
};

}  // namespace

bool BytesExpression::matches(std::string_view text) const
{
    thread_local const AskingRoom room;
    return m_code && room.ask(static_cast<const pcre2_code *>(m_code.get()), text) != PCRE2_ERROR_NOMATCH;
}

TreeMatcher::TreeMatcher(const TreeFilter &filter)
{
    const std::string bytes = filter.text.toStdString();
    m_wantsPath = filter.syntax == TreeFilter::Syntax::Regex || filter.text.contains(u'/');
    switch (filter.syntax) {
    case TreeFilter::Syntax::Plain:
        if (isAscii(bytes)) {
            m_plain.resize(bytes.size());
            std::transform(bytes.begin(), bytes.end(), m_plain.begin(), fold);
        } else {
            m_expression.emplace(QRegularExpression::escape(filter.text));
        }
        break;
    case TreeFilter::Syntax::Glob:
        if (isAscii(bytes))
            m_glob.emplace(rootedGlob(filter.text).toStdString());
        else
            m_expression.emplace(globExpression(rootedGlob(filter.text)));
        break;
    case TreeFilter::Syntax::Regex:
        m_expression.emplace(filter.text);
        break;
    }
}

QString TreeMatcher::error() const
{
    return m_expression ? m_expression->error() : QString();
}

bool TreeMatcher::matches(std::string_view text) const
{
    if (m_glob)
        return m_glob->matches(text);
    if (m_expression)
        return m_expression->matches(text);
    return containsFolded(text, m_plain);
}

}  // namespace waybill
