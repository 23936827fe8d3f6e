// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/ccnotice.h"

namespace waybill {

CcNotice::CcNotice(WordTable &words)
    : m_cc(words.addWord("cc")), m_creative(words.addWord("creative")), m_commons(words.addWord("commons")),
      m_site(words.addWord("creativecommons")), m_org(words.addWord("org")), m_attribution(words.addWord("attribution")),
      m_by(words.addWord("by")), m_nc(words.addWord("nc")), m_nd(words.addWord("nd")), m_sa(words.addWord("sa")),
      m_non(words.addWord("non")), m_commercial(words.addWord("commercial")), m_nonCommercial(words.addWord("noncommercial")),
      m_share(words.addWord("share")), m_alike(words.addWord("alike")), m_shareAlike(words.addWord("sharealike")),
      m_no(words.addWord("no")), m_derivatives(words.addWord("derivatives")), m_derivs(words.addWord("derivs")),
      m_derivative(words.addWord("derivative")), m_works(words.addWord("works")), m_noDerivatives(words.addWord("noderivatives")),
      m_noDerivs(words.addWord("noderivs")), m_cc0(words.addWord("cc0")), m_ccZero(words.addWord("cczero")),
      m_zero(words.addWord("zero")), m_universal(words.addWord("universal")), m_public(words.addWord("public")),
      m_domain(words.addWord("domain")), m_publicDomain(words.addWord("publicdomain")), m_mark(words.addWord("mark")),
      m_dedication(words.addWord("dedication")), m_license(words.addWord("license")), m_licenses(words.addWord("licenses")),
      m_version(words.addWord("version")), m_v(words.addWord("v")), m_international(words.addWord("international")),
      m_unported(words.addWord("unported")), m_generic(words.addWord("generic")), m_igo(words.addWord("igo")),
      m_the(words.addWord("the")), m_waiver(words.addWord("waiver"))
{
    const char *digits[] = {"0", "1", "2", "3", "4", "5"};
    for (int digit = 0; digit <= 5; ++digit) {
        m_digits.insert_or_assign(words.addWord(digits[digit]), digit);
        m_joinedDigits.insert_or_assign(words.addWord(std::string("v") + digits[digit]), digit);
    }
}

unsigned CcNotice::readParts(const NoticeText &text, quint32 &at) const
{
    unsigned parts = 0;
    for (;;) {
        const quint16 first = word(text, at);
        const quint16 second = word(text, at + 1);
        unsigned part = 0;
        quint32 length = 1;
        if (first == m_attribution || first == m_by) {
            part = By;
        } else if (first == m_nc || first == m_nonCommercial) {
            part = Nc;
        } else if (first == m_sa || first == m_shareAlike) {
            part = Sa;
        } else if (first == m_nd || first == m_noDerivatives || first == m_noDerivs) {
            part = Nd;
        } else if (first == m_non && second == m_commercial) {
            part = Nc;
            length = 2;
        } else if (first == m_share && second == m_alike) {
            part = Sa;
            length = 2;
        } else if (first == m_no && (second == m_derivatives || second == m_derivs || second == m_derivative)) {
            part = Nd;
            length = word(text, at + 2) == m_works ? 3 : 2;
        }
        if (part == 0 || (parts & part) != 0)
            return parts;
        parts |= part;
        at += length;
    }
}

QString CcNotice::readVersion(const NoticeText &text, quint32 &at) const
{
    quint32 here = at;
    for (int skipped = 0; skipped < 4; ++skipped) {
        const quint16 next = word(text, here);
        if (next == 0
            || (next != m_license && next != m_version && next != m_v && next != m_international && next != m_unported
                && next != m_generic && next != m_cc && next != m_by))
            break;
        ++here;
    }
    auto major = m_digits.find(word(text, here));
    if (major == m_digits.end()) {
        major = m_joinedDigits.find(word(text, here));
        if (major == m_joinedDigits.end())
            return {};
    }
    int minor = 0;
    ++here;
    const auto digit = m_digits.find(word(text, here));
    if (digit != m_digits.end() && text.between(here - 1) == ".") {
        minor = digit->second;
        ++here;
    }
    const int version = major->second * 10 + minor;
    if (version != 10 && version != 20 && version != 25 && version != 30 && version != 40)
        return {};
    while (word(text, here) != 0
           && (word(text, here) == m_international || word(text, here) == m_unported || word(text, here) == m_generic
               || word(text, here) == m_license))
        ++here;
    at = here;
    return QString::number(major->second) + QLatin1Char('.') + QString::number(minor);
}

std::optional<Notice> CcNotice::readZero(const NoticeText &text, quint32 at) const
{
    quint32 end = at;
    const quint16 first = word(text, at);
    if (first == m_cc0 || first == m_ccZero)
        end = at + 1;
    else if ((first == m_cc && word(text, at + 1) == m_zero))
        end = at + 2;
    else if (first == m_creative && word(text, at + 1) == m_commons
             && (word(text, at + 2) == m_zero || word(text, at + 2) == m_cc0 || word(text, at + 2) == m_ccZero))
        end = at + 3;
    else if (first == m_site && word(text, at + 1) == m_org && word(text, at + 2) == m_publicDomain
             && word(text, at + 3) == m_zero)
        end = at + 4;
    else
        return std::nullopt;
    while (end < text.words.size() && end < at + 12) {
        const quint16 next = word(text, end);
        const bool part = m_digits.contains(next) || m_joinedDigits.contains(next) || next == m_version || next == m_universal
            || next == m_public || next == m_domain || next == m_dedication || next == m_license || next == m_waiver;
        if (next == 0 || !part)
            break;
        ++end;
    }
    return Notice {QStringLiteral("CC0-1.0"), MatchKind::Reference, at, end, {}, false};
}

std::optional<Notice> CcNotice::read(const NoticeText &text, quint32 at) const
{
    if (auto zero = readZero(text, at))
        return zero;
    quint32 next = at + 1;
    const quint16 first = word(text, at);
    if (first == m_site) {
        if (word(text, next) != m_org)
            return std::nullopt;
        ++next;
        if (word(text, next) == m_publicDomain && word(text, next + 1) == m_mark)
            return Notice {QStringLiteral("CC-PDM-1.0"), MatchKind::Reference, at, next + 2, {}, false};
        if (word(text, next) == m_licenses && word(text, next + 1) == m_publicDomain)
            return Notice {QStringLiteral("CC-PDDC"), MatchKind::Reference, at, next + 2, {}, false};
        if (word(text, next) != m_licenses)
            return std::nullopt;
        ++next;
    } else if (first == m_creative) {
        if (word(text, next) != m_commons)
            return std::nullopt;
        ++next;
        while (word(text, next) == m_license || word(text, next) == m_cc)
            ++next;
    } else if (first == m_attribution) {
        next = at;
    }
    const unsigned parts = readParts(text, next);
    // "Attribution 4.0" alone may be anything; with a second part it is this family.
    if ((parts & By) == 0 || (first == m_attribution && parts == By))
        return std::nullopt;
    const QString version = readVersion(text, next);
    if (version.isEmpty())
        return std::nullopt;
    QString id = QStringLiteral("CC-BY");
    if ((parts & Nc) != 0)
        id += QLatin1String("-NC");
    if ((parts & Nd) != 0)
        id += QLatin1String("-ND");
    if ((parts & Sa) != 0)
        id += QLatin1String("-SA");
    return Notice {id + QLatin1Char('-') + version, MatchKind::Reference, at, next, {}, false};
}

}  // namespace waybill
