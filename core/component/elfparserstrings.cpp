// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The names and versions of ElfParser.

#include "core/component/elfparser.h"

#include <algorithm>

namespace waybill {

namespace {

constexpr int auxLimit = 16'384;  // version records in all, whatever the counts say

}  // namespace

std::string ElfParser::textAt(std::span<const char> table, quint64 offset)
{
    if (offset >= table.size())
        return {};
    const auto rest = table.subspan(offset, std::min<quint64>(textLimit, table.size() - offset));
    const auto end = std::find(rest.begin(), rest.end(), '\0');
    return {rest.begin(), end};
}

/// Names repeat, and tables can name one long string again and again: both are bounded.
void ElfParser::addOnce(std::vector<std::string> &list, std::string text)
{
    if (text.empty() || std::find(list.begin(), list.end(), text) != list.end())
        return;
    if (list.size() >= listLimit || text.size() > m_textLeft) {
        m_complete = false;
        return;
    }
    m_textLeft -= text.size();
    list.push_back(std::move(text));
}

void ElfParser::readStrings(const Dynamic &dynamic, ElfFacts &facts)
{
    if (!dynamic.present || dynamic.strings == 0)
        return;
    const auto offset = fileOffset(dynamic.strings);
    // Only a prefix of the table may be held; a name beyond it is missing, not wrong.
    const auto strings = offset ? m_windows.upTo(*offset, dynamic.stringBytes) : std::span<const char>();
    m_complete = m_complete && strings.size() == dynamic.stringBytes;
    for (const quint64 name : dynamic.needed)
        addOnce(facts.needed, textAt(strings, name));
    if (dynamic.soname)
        facts.soname = textAt(strings, *dynamic.soname);
    if (const auto path = dynamic.runPath ? dynamic.runPath : dynamic.rPath)
        facts.runPath = textAt(strings, *path);
    readNeededVersions(dynamic, strings, facts);
    readDefinedVersions(dynamic, strings, facts);
}

/// Verneed and Vernaux chains (GNU symbol versioning): the same layout in both classes.
void ElfParser::readNeededVersions(const Dynamic &dynamic, std::span<const char> strings, ElfFacts &facts)
{
    const auto offset = dynamic.verNeed ? fileOffset(dynamic.verNeed) : std::nullopt;
    if (!offset)
        return;
    quint64 at = *offset;
    int auxRead = 0;
    for (quint64 i = 0; i < std::min<quint64>(dynamic.verNeedCount, listLimit); ++i) {
        const auto need = m_windows.range(at, 16);
        if (!need) {
            m_complete = false;
            return;
        }
        const std::string file = textAt(strings, number(*need, 4, 4));
        const quint64 auxCount = number(*need, 2, 2);
        quint64 auxAt = at + number(*need, 8, 4);
        for (quint64 k = 0; k < auxCount && auxRead < auxLimit; ++k, ++auxRead) {
            const auto aux = m_windows.range(auxAt, 16);
            if (!aux)
                break;
            const std::string name = textAt(strings, number(*aux, 8, 4));
            addOnce(facts.neededVersions, name.empty() ? name : file + ' ' + name);
            const quint64 next = number(*aux, 12, 4);
            if (next == 0)
                break;
            auxAt += next;
        }
        const quint64 next = number(*need, 12, 4);
        if (next == 0)
            return;
        at += next;
    }
}

void ElfParser::readDefinedVersions(const Dynamic &dynamic, std::span<const char> strings, ElfFacts &facts)
{
    const auto offset = dynamic.verDef ? fileOffset(dynamic.verDef) : std::nullopt;
    if (!offset)
        return;
    quint64 at = *offset;
    for (quint64 i = 0; i < std::min<quint64>(dynamic.verDefCount, listLimit); ++i) {
        const auto definition = m_windows.range(at, 20);
        if (!definition) {
            m_complete = false;
            return;
        }
        constexpr quint64 baseFlag = 1;  // VER_FLG_BASE names the file itself
        const auto aux = m_windows.range(at + number(*definition, 12, 4), 8);
        if (aux && (number(*definition, 2, 2) & baseFlag) == 0)
            addOnce(facts.definedVersions, textAt(strings, number(*aux, 0, 4)));
        const quint64 next = number(*definition, 16, 4);
        if (next == 0)
            return;
        at += next;
    }
}

void ElfParser::readComment(ElfFacts &facts)
{
    auto rest = sectionBytes(".comment", commentLimit);
    std::vector<std::string> lines;
    while (!rest.empty()) {
        const auto end = std::find(rest.begin(), rest.end(), '\0');
        if (lines.size() < 16)
            addOnce(lines, std::string(rest.begin(), end).substr(0, 200));
        rest = rest.subspan(static_cast<size_t>(end - rest.begin()) + (end == rest.end() ? 0 : 1));
    }
    for (const std::string &line : lines)
        facts.comment += (facts.comment.empty() ? "" : "\n") + line;
}

}  // namespace waybill
