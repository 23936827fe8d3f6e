// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace waybill {

/// A word of a text under the SPDX matching guidelines: lower case, without punctuation.
struct TextWord {
    quint64 hash = 0;
    quint32 begin = 0;  ///< bytes from the start of the text
    quint32 end = 0;
};

/// FNV-1a of a lower-case word; the tokenizer makes the same value while it reads.
quint64 hashWord(std::string_view word);

/// Splits a text (at most 4 GB) into words. Dropped: punctuation, quotes, comment marks and roff macros at line starts,
/// known HTML tags and entities, list markers ("1.", "(a)", "iv)"), and lines that state a copyright.
/// One pass, no look-ahead beyond a few hundred bytes; any bytes are accepted.
class TextTokenizer
{
public:
    explicit TextTokenizer(QByteArrayView text)
        : m_begin(text.data()), m_end(text.data() + text.size()), m_at(m_begin), m_isRtf(text.startsWith("{\\rtf"))
    {
    }

    /// Appends all words. `copyrightLines` counts the lines that were dropped as copyright statements.
    void run(std::vector<TextWord> &words);
    int copyrightLines() const { return m_copyrightLines; }

private:
    void skipSeparator();
    bool skipTag();
    bool skipEntity();
    bool skipEscape();
    bool isListMarker(const char *begin, const char *end) const;
    bool isMarkerWord(const char *begin, const char *end) const;
    bool startsCopyright(const char *begin, const char *end) const;
    bool isCopyrightSign(const char *at) const;
    void skipLine();
    static bool startsNotice(const char *begin, const char *end, const char *lineEnd, bool boundary);

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    char m_before = '\n';  ///< last byte that is neither part of a word nor blank
    bool m_lineStart = true;
    bool m_afterWord = false;  ///< nothing but blanks since the last word
    bool m_isRtf = false;
    int m_copyrightLines = 0;
};

}  // namespace waybill
