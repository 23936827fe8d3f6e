// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"

#include "core/inventory/ownfolders.h"
#include "core/inventory/scanner.h"
#include "core/report/jsonreport.h"
#include "core/report/messages.h"
#include "core/review/answersfile.h"
#include "core/review/reviewstore.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace waybill {

int Context::fail(const Error &error)
{
    terminal.warn(QStringLiteral("waybill: ") + Messages::error(error));
    if (const QString advice = Messages::advice(error); !advice.isEmpty())
        terminal.warn(advice);
    if (line.isJson())
        terminal.print(QString::fromUtf8(QJsonDocument(errorJson(error)).toJson()).trimmed());
    return error.kind == ErrorKind::Usage ? UsageError : Unreadable;
}

int Context::usage(const QString &problem) const
{
    terminal.warn(QStringLiteral("waybill: ") + problem);
    return UsageError;
}

Result<std::shared_ptr<const ImageSource>> Context::openSource(const QString &reference) const
{
    OpenOptions options;
    options.offline = line.offline;
    options.plainHttp = line.plainHttp;
    options.cacheFolder = line.cacheFolder;
    options.cancel = cancel;
    return openImageSource(reference, options);
}

Result<Context::Opened> Context::open(const QString &path) const
{
    auto source = openSource(path);
    if (!source)
        return waybill::fail(source.error());
    const auto listing = selectListing(**source, line.tag, line.platform);
    if (!listing)
        return waybill::fail(listing.error());
    auto image = (*source)->image(*listing);
    if (!image)
        return waybill::fail(image.error());
    return Opened {*source, std::move(*image), *listing};
}

Result<std::vector<KnownBase>> Context::knownBases() const
{
    std::vector<KnownBase> bases;
    for (const QString &value : line.values("base")) {
        QByteArray text = value.toUtf8();
        if (!value.startsWith(QLatin1String("sha256:"))) {
            QFile file(value);
            if (!file.open(QIODevice::ReadOnly))
                return waybill::fail(ErrorKind::NotFound, value, file.errorString());
            text = file.readAll();
        }
        auto parsed = parseKnownBases(text);
        if (!parsed) {
            parsed.error().subject = value;
            return waybill::fail(parsed.error());
        }
        bases.insert(bases.end(), parsed->begin(), parsed->end());
    }
    return bases;
}

Result<std::shared_ptr<const Inventory>> Context::inventory(const QString &path)
{
    const auto opened = open(path);
    if (!opened)
        return waybill::fail(opened.error());
    const auto knowledge = ScanKnowledge::load();
    if (!knowledge)
        return waybill::fail(knowledge.error());
    ScanOptions options;
    options.jobs = line.jobs;
    auto bases = knownBases();
    if (!bases)
        return waybill::fail(bases.error());
    options.knownBases = std::move(*bases);
    Progress progress;
    std::shared_ptr<const Inventory> inventory;
    {
        const ProgressLine shown(progress, !line.quiet);
        inventory = scan(*opened->source, opened->image, *knowledge, options, cancel, progress);
    }
    // Nothing at all could be read: that is an unreadable image, not an empty one.
    const auto &readings = inventory->readings;
    if (!cancel.isCancelled() && !readings.empty()
        && std::all_of(readings.begin(), readings.end(), [](const LayerReading &reading) { return !reading.complete; }))
        return waybill::fail(readings.front().error);
    if (!line.quiet) {
        for (const ImageNote &note : inventory->notes)
            terminal.warn(QStringLiteral("waybill: ") + Messages::note(note));
    }
    return inventory;
}

ExitCode Context::completeness(const Inventory &inventory)
{
    if (inventory.isComplete())
        return Ok;
    const auto damaged = [](const LayerReading &reading) {
        const ErrorKind kind = reading.error.kind;
        const bool bytes = kind == ErrorKind::Truncated || kind == ErrorKind::Malformed || kind == ErrorKind::DigestMismatch
            || kind == ErrorKind::SizeMismatch || kind == ErrorKind::NotAnImage;
        return !reading.complete && bytes;
    };
    return std::any_of(inventory.readings.begin(), inventory.readings.end(), damaged) ? Unreadable : Incomplete;
}

Result<std::shared_ptr<const Policy>> Context::policy() const
{
    auto shipped = Policy::load();
    const QString path = line.value("policy");
    if (!shipped || path.isEmpty())
        return shipped;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return waybill::fail(ErrorKind::NotFound, path, file.errorString());
    return (*shipped)->withOverlay(file.readAll(), path, QDate::currentDate());
}

Result<Review> Context::review(const QString &path, const Policy &policy)
{
    auto review = loadedOrFresh(path, policy);
    if (!review)
        return review;
    auto decided = applyDecisionsFile(*this, path, policy, *review);
    if (!decided)
        return waybill::fail(decided.error());
    applied = std::move(*decided);
    return review;
}

/// Answers of this call on top of those of a saved review, as if they had been given in the window.
static void answerAgain(Review &review, const Answers &answers, const Policy &policy)
{
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        review.answers.insert(answer.key(), answer.value());
    review.inventory = withOwnFolders(review.inventory, ownFoldersOf(review.answers));
    review.assessed = policy.assess(*review.inventory, review.answers);
    review.concluded = applyDecisions(review.assessed, review.decisions);
}

Result<Review> Context::loadedOrFresh(const QString &path, const Policy &policy)
{
    const QString answersFile = line.value("answers");
    auto answers = answersFile.isEmpty() ? Result<Answers>(Answers()) : readAnswersFile(answersFile, policy);
    if (!answers)
        return waybill::fail(answers.error());
    if (const QStringList own = line.values("own"); !own.isEmpty())
        answers->insert(QStringLiteral("own-folders"), own.join(QLatin1Char(' ')));
    if (ReviewStore::looksLikeReview(path)) {
        auto loaded = ReviewStore::load(path, policy);
        if (loaded && line.scenario)
            loaded->scenario = *line.scenario;
        if (loaded && !answers->isEmpty())
            answerAgain(*loaded, *answers, policy);
        return loaded;
    }
    auto facts = inventory(path);
    if (!facts)
        return waybill::fail(facts.error());
    Review review;
    review.inventory = withOwnFolders(*facts, ownFoldersOf(*answers));
    review.scenario = line.scenario.value_or(Scenario::OnPremises);
    review.answers = std::move(*answers);
    review.assessed = policy.assess(*review.inventory, review.answers);
    review.concluded = applyDecisions(review.assessed, review.decisions);
    review.created = QDateTime::currentDateTimeUtc();
    review.title = review.inventory->image.name.isEmpty() ? review.inventory->image.reference : review.inventory->image.name;
    return review;
}

}  // namespace waybill
