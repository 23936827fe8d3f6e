// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/decisionfiles.h"

#include "core/report/messages.h"
#include "core/review/answersfile.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

#include <set>

namespace waybill {

namespace {

constexpr qint64 fileLimit = 64LL << 20;  ///< bytes; a file of a hundred thousand entries has a third of that

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, path, file.errorString());
    if (file.size() > fileLimit)
        return fail(ErrorKind::LimitExceeded, path, QStringLiteral("%1 bytes").arg(file.size()));
    return file.readAll();
}

/// The file is replaced when everything is written, never before.
Result<void> put(const QString &path, const QByteArray &text)
{
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        return fail(ErrorKind::AccessDenied, path, out.errorString());
    return {};
}

QString decisionsFilter()
{
    return DecisionFiles::tr("Decisions (*.yaml *.yml);;All files (*)");
}

QString answersFilter()
{
    return DecisionFiles::tr("Answers (*.txt *.answers);;All files (*)");
}

}  // namespace

DecisionFiles::DecisionFiles(Session *session, QObject *parent) : QObject(parent), m_session(session), m_jobs(new JobRunner(this))
{
}

void DecisionFiles::askReadDecisions(QWidget *parent)
{
    if (const QString path = QFileDialog::getOpenFileName(parent, tr("Read Decisions"), {}, decisionsFilter()); !path.isEmpty())
        readDecisions(path);
}

void DecisionFiles::askWriteDecisions(QWidget *parent)
{
    if (const QString path
        = QFileDialog::getSaveFileName(parent, tr("Write Decisions"), QStringLiteral("decisions.yaml"), decisionsFilter());
        !path.isEmpty())
        writeDecisions(path);
}

void DecisionFiles::askReadAnswers(QWidget *parent)
{
    if (const QString path = QFileDialog::getOpenFileName(parent, tr("Read Answers"), {}, answersFilter()); !path.isEmpty())
        readAnswers(path);
}

void DecisionFiles::askWriteAnswers(QWidget *parent)
{
    if (const QString path
        = QFileDialog::getSaveFileName(parent, tr("Write Answers"), QStringLiteral("answers.txt"), answersFilter());
        !path.isEmpty())
        writeAnswers(path);
}

void DecisionFiles::readDecisions(const QString &path)
{
    if (!m_session->inventory())
        return;
    // The job works on a copy: the review may change while files are compared.
    m_jobs->run<Read>(
        [review = m_session->review(), source = m_session->source(), policy = m_session->services().policy,
         path](const CancelToken &cancel, Progress &progress) -> Result<Read> {
            const auto text = contentOf(path);
            if (!text)
                return fail(text.error());
            auto recorded = parseDecisions(*text, path, *policy);
            if (!recorded)
                return fail(recorded.error());
            const QDate today = QDate::currentDate();
            const std::vector<NodeId> nodes = contentsToRead(review, *recorded, today);
            const auto digests = source && !nodes.empty() ? contentDigestsOf(*source, *review.inventory, nodes, cancel, progress)
                                                          : Result<ContentDigests>(ContentDigests());
            if (!digests)
                return fail(digests.error());
            MatchedDecisions matched = matchDecisions(review, *recorded, *digests, today);
            return Read {std::move(*recorded), std::move(matched)};
        },
        [this, path, inventory = m_session->inventory()](Outcome<Read> outcome) {
            if (const auto *error = std::get_if<Error>(&outcome))
                Q_EMIT failed(*error);
            else if (const auto *read = std::get_if<Read>(&outcome); read && m_session->inventory() == inventory)
                onRead(path, *read);
        });
}

void DecisionFiles::onRead(const QString &path, const Read &read)
{
    m_session->addDecisions(read.matched.decisions);
    QStringList lines;
    int applied = 0;
    for (size_t i = 0; i < read.recorded.size(); ++i) {
        const RecordedDecision &recorded = read.recorded[i];
        const DecisionOutcome &outcome = read.matched.outcomes[i];
        applied += outcome.fate == DecisionFate::Applied ? 1 : 0;
        lines.append(tr("Line %1, %2, %3: %4", "line of a file, rule, decision, what became of it")
                         .arg(QString::number(recorded.line), recorded.rule, Messages::decision(recorded.action),
                              Messages::decisionFate(recorded, outcome)));
    }
    Q_EMIT decisionsRead(path, lines, applied);
}

void DecisionFiles::writeDecisions(const QString &path)
{
    if (!m_session->inventory())
        return;
    const Decision open {
        {},   DecisionAction::NeedInformation, Messages::notDecidedYet(), Messages::nobodyYet(), QDateTime::currentDateTimeUtc(),
        false};
    m_jobs->run<int>(
        [review = m_session->review(), source = m_session->source(), open, path](const CancelToken &cancel,
                                                                                 Progress &progress) -> Result<int> {
            const std::vector<const Finding *> findings = findingsToRecord(review, {review.scenario});
            std::set<NodeId> nodes;
            for (const Finding *finding : findings) {
                for (const NodeId node : contentsOf(review, *finding))
                    nodes.insert(node);
            }
            const auto digests = source && !nodes.empty()
                ? contentDigestsOf(*source, *review.inventory, {nodes.begin(), nodes.end()}, cancel, progress)
                : Result<ContentDigests>(ContentDigests());
            if (!digests)
                return fail(digests.error());
            const DecisionRecords records = recordDecisions(review, findings, open, *digests);
            if (const auto done = put(path, decisionsText(records.recorded)); !done)
                return fail(done.error());
            return static_cast<int>(records.unnamed.size());
        },
        [this, path](Outcome<int> outcome) {
            if (const auto *error = std::get_if<Error>(&outcome))
                Q_EMIT failed(*error);
            else if (const auto *unnamed = std::get_if<int>(&outcome))
                Q_EMIT written(path, *unnamed);
        });
}

void DecisionFiles::readAnswers(const QString &path)
{
    const auto read = readAnswersFile(path, *m_session->services().policy);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    Answers answers = m_session->review().answers;
    for (auto answer = read->begin(); answer != read->end(); ++answer)
        answers.insert(answer.key(), answer.value());
    // Own folders change the facts, so they have a way of their own.
    const QStringList folders = ownFoldersOf(answers);
    answers.remove(QStringLiteral("own-folders"));
    if (const QString before = m_session->review().answers.value(QStringLiteral("own-folders")); !before.isEmpty())
        answers.insert(QStringLiteral("own-folders"), before);
    m_session->setAnswers(answers);
    m_session->setOwnFolders(folders);
    Q_EMIT answersRead(path, static_cast<int>(read->size()));
}

void DecisionFiles::writeAnswers(const QString &path)
{
    if (const auto done = put(path, answersText(m_session->review().answers)); !done)
        Q_EMIT failed(done.error());
    else
        Q_EMIT written(path, 0);
}

}  // namespace waybill
