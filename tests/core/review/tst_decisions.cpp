// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/decisionsmatch.h"
#include "tests/core/remedy/remedyimage.h"

#include <QCryptographicHash>
#include <QTest>

using namespace waybill;
using namespace waybill::test;

namespace {

const QDate day(2026, 11, 25);

/// A tool of a vendor and a text that governs it, at a place of the caller's choice.
TextImage toolImage(const QString &folder, const QByteArray &tool)
{
    TextImage image;
    image.content(QStringLiteral("TOOL"), tool);
    image.layer(QStringLiteral("COPY . / # buildkit"),
                QStringLiteral("f %1/cuobjdump 755 = <TOOL\nh %1/second -> %1/cuobjdump\n").arg(folder));
    image.layer(QStringLiteral("COPY more / # buildkit"), QStringLiteral("f etc/note 644 = hello"));
    return image;
}

Decision accepted(const QString &key)
{
    return {
        key,  DecisionAction::Accept, QStringLiteral("ticket 4711"), QStringLiteral("Lena"), QDateTime(day, QTime(9, 0), Qt::UTC),
        false};
}

}  // namespace

class TestDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void digestsOfFilesAndLinks();
    void textGoesBothWays();
    void everyFaultIsNamedWithItsLine();
    void oneDecisionLiftsTheVerdict();
    void movedFilesAreKnownByContent();
    void otherContentIsNotDecided();
    void oneFileMoreMustBeLookedAt();
    void withoutTheImageNothingIsAssumed();
    void endedDecisionsDoNothing();
    void componentsAreKnownByVersion();
    void textsAreKnownByContent();
    void everywhereMeansTheRule();
    void theLastOneCounts();

private:
    struct Judged {
        RemedyRig::Scanned scanned;
        Review review;
    };
    Judged judged(const TextImage &image) const;
    ContentDigests digests(const Judged &judged, const std::vector<RecordedDecision> &recorded) const;
    MatchedDecisions matched(const Judged &judged, const std::vector<RecordedDecision> &recorded) const;
    const Finding *held(const Review &review) const;
    RecordedDecision recordedOn(const Judged &judged) const;

    RemedyRig m_rig;
    Judged m_tool;
};

void TestDecisions::initTestCase()
{
    QVERIFY(m_rig.isReady());
    m_tool = judged(toolImage(QStringLiteral("opt/tools"),
                              "\x7f"
                              "ELFdumper"));
    QVERIFY(m_tool.review.inventory);
    QVERIFY(held(m_tool.review));
}

TestDecisions::Judged TestDecisions::judged(const TextImage &image) const
{
    Judged result;
    result.scanned = m_rig.scanImage(image);
    result.review.inventory = result.scanned.inventory;
    if (result.review.inventory)
        result.review.assessed = result.review.concluded = m_rig.policy().assess(*result.review.inventory);
    return result;
}

ContentDigests TestDecisions::digests(const Judged &judged, const std::vector<RecordedDecision> &recorded) const
{
    Progress progress;
    const auto read = contentDigestsOf(*judged.scanned.source, *judged.review.inventory,
                                       contentsToRead(judged.review, recorded, day), {}, progress);
    return read ? *read : ContentDigests();
}

MatchedDecisions TestDecisions::matched(const Judged &judged, const std::vector<RecordedDecision> &recorded) const
{
    return matchDecisions(judged.review, recorded, digests(judged, recorded), day);
}

const Finding *TestDecisions::held(const Review &review) const
{
    const auto found = std::find_if(review.assessed.findings.begin(), review.assessed.findings.end(), [](const Finding &f) {
        return f.effect(Scenario::OnPremises).permission == Permission::NotPermitted;
    });
    return found == review.assessed.findings.end() ? nullptr : &*found;
}

RecordedDecision TestDecisions::recordedOn(const Judged &judged) const
{
    const Finding &finding = *held(judged.review);
    Progress progress;
    const auto read
        = contentDigestsOf(*judged.scanned.source, *judged.review.inventory, contentsOf(judged.review, finding), {}, progress);
    const auto recorded = recordedFrom(judged.review, finding, accepted(finding.key), read ? *read : ContentDigests());
    return recorded.value_or(RecordedDecision());
}

void TestDecisions::digestsOfFilesAndLinks()
{
    // The tree keeps the bytes at one of the two names; whichever it is, the digest is that of the content.
    const RecordedDecision recorded = recordedOn(m_tool);
    QVERIFY(recorded.scope == DecisionScope::Files);
    QCOMPARE(recorded.contents.size(), size_t(1));
    QCOMPARE(recorded.contents.front().sha256,
             QCryptographicHash::hash("\x7f"
                                      "ELFdumper",
                                      QCryptographicHash::Sha256));
    QCOMPARE(recorded.contents.front().size, qint64(10));
    QCOMPARE(recorded.rule, held(m_tool.review)->ruleId);
    QCOMPARE(recorded.date, day);
}

void TestDecisions::textGoesBothWays()
{
    RecordedDecision files = recordedOn(m_tool);
    files.reason = QStringLiteral("said \"yes\": see\n# 4711");
    files.expires = day.addYears(1);
    RecordedDecision component = files;
    component.scope = DecisionScope::Component;
    component.contents.clear();
    component.components = {QStringLiteral("pkg:pypi/a@1"), QStringLiteral("pkg:deb/debian/b@2?arch=amd64")};
    component.action = DecisionAction::Remove;
    RecordedDecision text = files;
    text.scope = DecisionScope::Text;
    text.expires = {};
    RecordedDecision everywhere = component;
    everywhere.scope = DecisionScope::Everywhere;
    everywhere.components.clear();
    const std::vector<RecordedDecision> all {files, component, text, everywhere};
    auto parsed = parseDecisions(decisionsText(all), QStringLiteral("d.yaml"), m_rig.policy());
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        QVERIFY((*parsed)[i].line > 0);
        (*parsed)[i].line = -1;
        QVERIFY((*parsed)[i] == all[i]);
    }
    QCOMPARE(decisionsText(*parsed), decisionsText(all));
}

void TestDecisions::everyFaultIsNamedWithItsLine()
{
    const QByteArray text = "version: 1\n"
                            "decisions:\n"
                            "  - {rule: NO-SUCH, scope: everywhere, action: accept, reason: r, author: a, date: 2026-01-01}\n"
                            "  - rule: CUDA-TOOL\n"
                            "    scope: nearby\n"
                            "  - rule: CUDA-TOOL\n"
                            "    scope: files\n"
                            "    files: [{sha256: ABC, size: 1}]\n"
                            "  - rule: CUDA-TOOL\n"
                            "    scope: component\n"
                            "    components: pkg:a/b@1\n"
                            "    files: []\n"
                            "  - {rule: CUDA-TOOL, scope: everywhere, action: allow, reason: r, author: a, date: 2026-01-01}\n"
                            "  - {rule: CUDA-TOOL, scope: everywhere, action: accept, author: a, date: 2026-01-01}\n"
                            "  - {rule: CUDA-TOOL, scope: everywhere, action: accept, reason: r, author: a, date: 1 May}\n"
                            "  - {rule: CUDA-TOOL, scope: everywhere, action: accept, reason: r, author: a, date: 2026-01-02,\n"
                            "     expires: 2026-01-01}\n"
                            "  - {rule: CUDA-TOOL, scope: everywhere, action: accept, reason: r, author: a, date: 2026-01-01,\n"
                            "     until: 2027-01-01}\n";
    std::vector<Error> problems;
    const auto parsed = parseDecisions(text, QStringLiteral("d.yaml"), m_rig.policy(), &problems);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().kind == ErrorKind::Usage);
    QList<int> lines;
    for (const Error &problem : problems) {
        QCOMPARE(problem.subject, QStringLiteral("d.yaml"));
        QVERIFY(!problem.cause.isEmpty());
        lines.append(problem.line);
    }
    QCOMPARE(lines, (QList<int> {3, 5, 8, 12, 13, 14, 15, 17, 19}));
    for (const char *bad :
         {"", "version: 2\ndecisions: []\n", "decisions: []\n", "version: 1\ndecisions: 5\n", "a: [\n", "- 1\n"})
        QVERIFY2(!parseDecisions(bad, QStringLiteral("d.yaml"), m_rig.policy()), bad);
}

void TestDecisions::oneDecisionLiftsTheVerdict()
{
    Judged tool = m_tool;
    QVERIFY(tool.review.concluded.verdict(Scenario::OnPremises).verdict == Verdict::CannotShip);
    const MatchedDecisions result = matched(tool, {recordedOn(tool)});
    QVERIFY(result.outcomes.front().fate == DecisionFate::Applied);
    QCOMPARE(result.outcomes.front().findings, QStringList {held(tool.review)->key});
    const Assessment after = applyDecisions(tool.review.assessed, result.decisions);
    QVERIFY(after.verdict(Scenario::OnPremises).verdict < Verdict::CannotShip);
}

void TestDecisions::movedFilesAreKnownByContent()
{
    const Judged moved = judged(toolImage(QStringLiteral("srv/other"),
                                          "\x7f"
                                          "ELFdumper"));
    const MatchedDecisions result = matched(moved, {recordedOn(m_tool)});
    QVERIFY(result.outcomes.front().fate == DecisionFate::Applied);
    QCOMPARE(result.outcomes.front().findings, QStringList {held(moved.review)->key});
}

void TestDecisions::otherContentIsNotDecided()
{
    const Judged changed = judged(toolImage(QStringLiteral("opt/tools"),
                                            "\x7f"
                                            "ELFdumpex"));
    const MatchedDecisions result = matched(changed, {recordedOn(m_tool)});
    QVERIFY(result.outcomes.front().fate == DecisionFate::OtherContent);
    QVERIFY(result.decisions.empty());
}

void TestDecisions::oneFileMoreMustBeLookedAt()
{
    TextImage image = toolImage(QStringLiteral("opt/tools"),
                                "\x7f"
                                "ELFdumper");
    image.layer(QStringLiteral("COPY more / # buildkit"), QStringLiteral("f opt/tools/nvdisasm 755 = \\x7fELFanother one"));
    const Judged more = judged(image);
    const MatchedDecisions result = matched(more, {recordedOn(m_tool)});
    QVERIFY(result.outcomes.front().fate == DecisionFate::Partly);
    QCOMPARE(result.outcomes.front().covered, 1U);
    QCOMPARE(result.outcomes.front().others, 1U);
    QVERIFY(result.decisions.empty());
}

void TestDecisions::withoutTheImageNothingIsAssumed()
{
    const MatchedDecisions result = matchDecisions(m_tool.review, {recordedOn(m_tool)}, {}, day);
    QVERIFY(result.outcomes.front().fate == DecisionFate::NotChecked);
    QVERIFY(result.decisions.empty());
}

void TestDecisions::endedDecisionsDoNothing()
{
    RecordedDecision recorded = recordedOn(m_tool);
    recorded.expires = day;
    QVERIFY(matched(m_tool, {recorded}).outcomes.front().fate == DecisionFate::Applied);
    const MatchedDecisions later = matchDecisions(m_tool.review, {recorded}, digests(m_tool, {recorded}), day.addDays(1));
    QVERIFY(later.outcomes.front().fate == DecisionFate::Expired);
    QVERIFY(later.decisions.empty());
}

void TestDecisions::componentsAreKnownByVersion()
{
    const Judged wheels = judged(remedyImage());
    const auto triton = std::find_if(wheels.review.assessed.findings.begin(), wheels.review.assessed.findings.end(),
                                     [](const Finding &f) { return f.subject == QLatin1String("triton 3.3.0"); });
    QVERIFY(triton != wheels.review.assessed.findings.end());
    auto recorded = recordedFrom(wheels.review, *triton, accepted(triton->key), {});
    QVERIFY(recorded);
    QVERIFY(recorded->scope == DecisionScope::Component);
    QCOMPARE(recorded->components, QStringList {QStringLiteral("pkg:pypi/triton@3.3.0")});
    const MatchedDecisions result = matchDecisions(wheels.review, {*recorded}, {}, day);
    QVERIFY(result.outcomes.front().fate == DecisionFate::Applied);
    QCOMPARE(result.outcomes.front().findings, QStringList {triton->key});
    recorded->components = {QStringLiteral("pkg:pypi/triton@3.3.1")};
    QVERIFY(matchDecisions(wheels.review, {*recorded}, {}, day).outcomes.front().fate == DecisionFate::OtherContent);
}

void TestDecisions::textsAreKnownByContent()
{
    const Judged wheels = judged(remedyImage());
    const auto bash = std::find_if(wheels.review.assessed.findings.begin(), wheels.review.assessed.findings.end(),
                                   [](const Finding &f) { return f.subject == QLatin1String("bash 1.0-1"); });
    QVERIFY(bash != wheels.review.assessed.findings.end());
    const QByteArray gpl = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
                           "Files: *\nCopyright: 1999 A\nLicense: GPL-3+\n";
    RecordedDecision recorded;
    recorded.rule = bash->ruleId;
    recorded.scope = DecisionScope::Text;
    recorded.contents = {{QCryptographicHash::hash(gpl, QCryptographicHash::Sha256), gpl.size(), {}}};
    recorded.action = DecisionAction::Accept;
    const MatchedDecisions result = matched(wheels, {recorded});
    QVERIFY(result.outcomes.front().fate == DecisionFate::Applied);
    QVERIFY(result.outcomes.front().findings.contains(bash->key));
    recorded.contents.front().sha256[0] = char(recorded.contents.front().sha256[0] + 1);
    QVERIFY(matched(wheels, {recorded}).outcomes.front().fate == DecisionFate::OtherContent);
}

void TestDecisions::everywhereMeansTheRule()
{
    RecordedDecision recorded = recordedOn(m_tool);
    recorded.scope = DecisionScope::Everywhere;
    recorded.contents.clear();
    QVERIFY(contentsToRead(m_tool.review, {recorded}, day).empty());
    QVERIFY(matchDecisions(m_tool.review, {recorded}, {}, day).outcomes.front().fate == DecisionFate::Applied);
    recorded.rule = QStringLiteral("IMG-UBUNTU");
    QVERIFY(matchDecisions(m_tool.review, {recorded}, {}, day).outcomes.front().fate == DecisionFate::NoFinding);
}

void TestDecisions::theLastOneCounts()
{
    RecordedDecision first = recordedOn(m_tool);
    RecordedDecision last = first;
    last.action = DecisionAction::NeedInformation;
    const MatchedDecisions result = matched(m_tool, {first, last});
    Review review = m_tool.review;
    review.decisions = result.decisions;
    QVERIFY(review.decisionOn(held(review)->key)->action == DecisionAction::NeedInformation);
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
