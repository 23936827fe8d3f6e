// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/noticefilter.h"

#include <QSet>

#include <algorithm>

namespace waybill {

namespace {

constexpr std::size_t crowd = 8;      ///< names of licences near each other that make a list, not a grant
constexpr std::size_t bareCrowd = 3;  ///< the same for names without any word of licensing
constexpr quint32 crowdWords = 8;     ///< words from one to the next in such a list

/// A file that mentions this many licences is a catalogue of them.
void dropCatalogue(std::vector<Notice> &notices)
{
    constexpr qsizetype catalogue = 25;
    QSet<QString> different;
    for (const Notice &notice : notices) {
        if (notice.kind == MatchKind::Reference)
            different.insert(notice.expression);
    }
    if (different.size() >= catalogue)
        std::erase_if(notices, [](const Notice &notice) { return notice.kind == MatchKind::Reference; });
}

/// "GPL-2.0" for "GPL-2.0-or-later".
QString versionOf(const QString &gnu)
{
    return gnu.section(QLatin1Char('-'), 0, 1);
}

/// "The text of the GNU Lesser General Public License version 3 is in /usr/share/common-licenses/GPL-3": the path says what is
/// meant, the name before it was copied from another file.
void dropMisnamed(const NoticeText &text, std::vector<Notice> &notices)
{
    constexpr quint32 sentence = 14;
    for (std::size_t i = notices.size(); i-- > 1;) {
        const Notice &path = notices[i];
        const Notice &name = notices[i - 1];
        if (path.isPointer && !path.isVague && path.kind == MatchKind::Reference && name.kind == MatchKind::Reference
            && !name.isPointer && !name.isVague && versionOf(name.expression) != versionOf(path.expression)
            && name.expression.contains(QLatin1String("GPL")) && path.expression.contains(QLatin1String("GPL"))
            && path.begin <= name.end + sentence && !text.breaksAfter(name.end - 1))
            notices.erase(notices.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

/// Many names in a row are a table of licences (a chooser, a list of what is allowed), not a grant.
void dropCrowds(std::vector<Notice> &notices)
{
    std::vector<bool> crowded(notices.size(), false);
    for (std::size_t i = 0; i < notices.size();) {
        std::size_t end = i + 1;
        QStringList different {notices[i].expression};
        bool bare = notices[i].isBare;
        while (end < notices.size() && notices[end].kind == MatchKind::Reference && notices[i].kind == MatchKind::Reference
               && notices[end].begin <= notices[end - 1].end + crowdWords) {
            bare = bare && notices[end].isBare;
            if (!different.contains(notices[end].expression))
                different.append(notices[end].expression);
            ++end;
        }
        if (different.size() >= static_cast<qsizetype>(bare ? bareCrowd : crowd))
            std::fill(crowded.begin() + static_cast<std::ptrdiff_t>(i), crowded.begin() + static_cast<std::ptrdiff_t>(end), true);
        i = end;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        if (!crowded[i])
            notices[kept++] = notices[i];
    }
    notices.resize(kept);
}

}  // namespace

void filterNotices(const NoticeText &text, std::vector<Notice> &notices)
{
    dropMisnamed(text, notices);
    dropCrowds(notices);
    dropCatalogue(notices);
}

}  // namespace waybill
