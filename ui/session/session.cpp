// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/session.h"

#include "core/inventory/filecontents.h"
#include "core/inventory/ownfolders.h"
#include "core/review/reviewstore.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace waybill {

/// What an opening job found: header facts, and for a review everything that was saved.
struct Session::Opened {
    std::shared_ptr<const ImageSource> source;
    Image image;
    std::optional<Review> review;
};

struct Session::Private {
    JobRunner opener;
    JobRunner scanner;
    JobRunner saver;
    std::shared_ptr<FileContents> contents;  ///< of the source; made anew for another image and when a scan has ended
    QString openingPath;
    std::shared_ptr<const Inventory> facts;  ///< as read, before the folders that the user named
    quint64 scan = 0;                        ///< generation of the published facts; results of older scans are dropped
    quint64 changes = 0;                     ///< counts what a save must contain
    bool busy = false;
};

namespace {

struct Scanned {
    std::shared_ptr<const Inventory> inventory;
    Assessment assessed;
};

/// The image of a saved review, when it still lies where it was and is still the same: then its files can be shown.
std::shared_ptr<const ImageSource> sourceOfReview(const Image &image)
{
    if (!QFileInfo::exists(image.reference))
        return {};
    auto source = openImageSource(image.reference);
    if (!source)
        return {};
    for (int i = 0; i < static_cast<int>((*source)->listings().size()); ++i) {
        if (!(*source)->listings()[static_cast<size_t>(i)].isImage)
            continue;
        const auto candidate = (*source)->image(i);
        if (candidate && candidate->configDigest == image.configDigest)
            return *source;
    }
    return {};
}

/// What people call the image: its repository name, else the place it lies in, with the tag where there is one.
QString titleOf(const Image &image, const QString &path)
{
    if (image.name.contains(QLatin1Char('/')) || image.name.contains(QLatin1Char(':')))
        return image.name;
    const QFileInfo info(path);
    const QString place = info.isDir() ? QString(info.dir().dirName() % QLatin1Char('/') % info.fileName()) : info.fileName();
    return image.name.isEmpty() ? place : QString(place % QLatin1Char(':') % image.name);
}

}  // namespace

Session::Session(Services services, QObject *parent)
    : QObject(parent), m_services(std::move(services)), d(std::make_unique<Private>())
{
    m_review.created = QDateTime::currentDateTimeUtc();
    const auto update = [this] {
        const bool busy = isScanning() || isSaving();
        if (busy != d->busy) {
            d->busy = busy;
            Q_EMIT busyChanged(busy);
        }
    };
    for (JobRunner *runner : {&d->opener, &d->scanner, &d->saver})
        connect(runner, &JobRunner::runningChanged, this, update);
    const auto forgetContents = [this] { d->contents.reset(); };
    connect(this, &Session::imageOpened, this, forgetContents);
    connect(this, &Session::scanFinished, this, forgetContents);
}

Session::~Session()
{
    // The runners report their end to a session that is being taken apart.
    for (JobRunner *runner : {&d->opener, &d->scanner, &d->saver})
        runner->disconnect(this);
}

const Image *Session::image() const
{
    return m_path.isEmpty() && !m_review.inventory ? nullptr : &m_image;
}

bool Session::isScanning() const
{
    return d->opener.isRunning() || d->scanner.isRunning();
}

bool Session::isSaving() const
{
    return d->saver.isRunning();
}

const Progress &Session::progress() const
{
    if (d->opener.isRunning())
        return d->opener.progress();
    return d->scanner.isRunning() || !d->saver.isRunning() ? d->scanner.progress() : d->saver.progress();
}

void Session::open(const QString &path, int listing)
{
    Q_EMIT opening(path);
    d->openingPath = path;
    d->opener.run<Opened>(
        [path, listing, policy = m_services.policy](const CancelToken &, Progress &progress) -> Result<Opened> {
            progress.stage = Stage::Opening;
            Opened opened;
            if (ReviewStore::looksLikeReview(path)) {
                auto review = ReviewStore::load(path, *policy);
                if (!review)
                    return fail(review.error());
                opened.review = std::move(*review);
                if (opened.review->inventory) {
                    opened.image = opened.review->inventory->image;
                    opened.source = sourceOfReview(opened.image);
                }
                return opened;
            }
            auto source = openImageSource(path);
            if (!source)
                return fail(source.error());
            int wanted = listing;
            if (wanted < 0) {
                const auto chosen = selectListing(**source, {}, {});
                if (!chosen)
                    return fail(chosen.error());
                wanted = *chosen;
            }
            auto image = (*source)->image(wanted);
            if (!image)
                return fail(image.error());
            opened.source = *source;
            opened.image = std::move(*image);
            return opened;
        },
        [this, path](Outcome<Opened> outcome) {
            if (std::holds_alternative<JobCancelled>(outcome))
                Q_EMIT openingCancelled();
            else if (const Error *error = std::get_if<Error>(&outcome))
                Q_EMIT failed(*error);
            else
                adopt(std::move(std::get<Opened>(outcome)), path);
        });
}

void Session::adopt(Opened opened, const QString &path)
{
    d->scanner.cancel();
    ++d->scan;
    ++d->changes;
    const Scenario scenario = m_review.scenario;
    m_path = path;
    m_source = opened.source;
    m_image = std::move(opened.image);
    m_reviewPath = opened.review ? path : QString();
    m_review = opened.review ? std::move(*opened.review) : Review {};
    d->facts = m_review.inventory;
    if (m_modified) {
        m_modified = false;
        Q_EMIT modifiedChanged(false);
    }
    if (opened.review) {
        Q_EMIT imageOpened();
        Q_EMIT inventoryChanged();
        Q_EMIT scanFinished(m_review.inventory && m_review.inventory->isComplete());
        return;
    }
    m_review.scenario = scenario;
    m_review.created = QDateTime::currentDateTimeUtc();
    m_review.title = titleOf(m_image, path);
    note(QStringLiteral("created"), m_image.configDigest.isEmpty() ? m_image.manifestDigest : m_image.configDigest);
    Q_EMIT imageOpened();
    startScan();
}

void Session::rescan()
{
    if (m_source)
        startScan();
}

void Session::startScan()
{
    const quint64 generation = ++d->scan;
    d->scanner.run<Scanned>(
        [this, generation, source = m_source, image = m_image, services = m_services,
         answers = m_review.answers](const CancelToken &cancel, Progress &progress) -> Result<Scanned> {
            const auto onPartial = [&](std::shared_ptr<const Inventory> inventory) {
                Assessment assessed = services.policy->assess(*inventory, answers);
                QMetaObject::invokeMethod(
                    this,
                    [this, generation, inventory, assessed = std::move(assessed), answers]() mutable {
                        if (generation == d->scan)
                            publish(std::move(inventory), std::move(assessed), answers);
                    },
                    Qt::QueuedConnection);
            };
            auto inventory = scan(*source, image, services.knowledge, ScanOptions {}, cancel, progress, onPartial);
            progress.stage = Stage::ApplyingPolicy;
            Assessment assessed = services.policy->assess(*inventory, answers);
            return Scanned {std::move(inventory), std::move(assessed)};
        },
        [this, generation, answers = m_review.answers](Outcome<Scanned> outcome) {
            if (generation != d->scan)
                return;
            if (Scanned *scanned = std::get_if<Scanned>(&outcome)) {
                publish(std::move(scanned->inventory), std::move(scanned->assessed), answers);
                Q_EMIT scanFinished(m_review.inventory->isComplete());
            } else if (const Error *error = std::get_if<Error>(&outcome)) {
                Q_EMIT failed(*error);
            } else {
                Q_EMIT scanFinished(false);
            }
        },
        true);
}

void Session::show(std::shared_ptr<const Inventory> inventory)
{
    d->opener.cancel();
    d->scanner.cancel();
    ++d->scan;
    const Scenario scenario = m_review.scenario;
    m_review = Review {};
    m_review.scenario = scenario;
    m_review.created = QDateTime::currentDateTimeUtc();
    m_source.reset();
    m_reviewPath.clear();
    m_image = inventory->image;
    m_path = m_image.reference;
    m_review.title = m_image.name;
    note(QStringLiteral("created"), m_image.configDigest);
    Q_EMIT imageOpened();
    Assessment assessed = m_services.policy->assess(*inventory);
    const bool complete = inventory->isComplete();
    publish(std::move(inventory), std::move(assessed), {});
    Q_EMIT scanFinished(complete);
}

void Session::publish(std::shared_ptr<const Inventory> inventory, Assessment assessed, const Answers &answers)
{
    d->facts = std::move(inventory);
    m_review.inventory = withOwnFolders(d->facts, ownFolders());
    m_image = m_review.inventory->image;
    // Answers given while the job was on its way win over those that it knew.
    m_review.assessed = answers == m_review.answers && m_review.inventory == d->facts
        ? std::move(assessed)
        : m_services.policy->assess(*m_review.inventory, m_review.answers);
    m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    Q_EMIT inventoryChanged();
}

QStringList Session::ownFolders() const
{
    return m_review.answers.value(QStringLiteral("own-folders")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void Session::setOwnFolders(const QStringList &folders)
{
    Answers answers = m_review.answers;
    if (folders.isEmpty())
        answers.remove(QStringLiteral("own-folders"));
    else
        answers[QStringLiteral("own-folders")] = folders.join(QLatin1Char(' '));
    if (answers == m_review.answers)
        return;
    m_review.answers = answers;
    note(QStringLiteral("answered"), QStringLiteral("own-folders=") + folders.join(QLatin1Char(' ')));
    touch();
    if (!d->facts)
        return;
    // The facts of the files change with it, so everybody who shows them starts anew.
    m_review.inventory = withOwnFolders(d->facts, folders);
    m_review.assessed = m_services.policy->assess(*m_review.inventory, m_review.answers);
    m_review.concluded = applyDecisions(m_review.assessed, m_review.decisions);
    Q_EMIT inventoryChanged();
}

void Session::close()
{
    cancelScan();
    ++d->scan;
    ++d->changes;
    const Scenario scenario = m_review.scenario;
    m_review = Review {};
    m_review.scenario = scenario;
    m_source.reset();
    m_image = Image {};
    m_path.clear();
    m_reviewPath.clear();
    if (m_modified) {
        m_modified = false;
        Q_EMIT modifiedChanged(false);
    }
    Q_EMIT inventoryChanged();
}

void Session::cancelScan()
{
    d->opener.cancel();
    d->scanner.cancel();
}

void Session::save(const QString &path)
{
    const quint64 saving = d->changes;
    d->saver.run<bool>(
        [path, review = m_review, policy = m_services.policy](const CancelToken &, Progress &progress) -> Result<bool> {
            progress.stage = Stage::Saving;
            const auto written = ReviewStore::save(review, *policy, path);
            if (!written)
                return fail(written.error());
            return true;
        },
        [this, path, saving](Outcome<bool> outcome) {
            if (const Error *error = std::get_if<Error>(&outcome)) {
                Q_EMIT failed(*error);
                return;
            }
            if (std::holds_alternative<JobCancelled>(outcome))
                return;
            m_reviewPath = path;
            if (saving == d->changes && m_modified) {
                m_modified = false;
                Q_EMIT modifiedChanged(false);
            }
            Q_EMIT saved(path);
        },
        true);
}

void Session::touch()
{
    ++d->changes;
    if (!m_modified) {
        m_modified = true;
        Q_EMIT modifiedChanged(true);
    }
}

std::shared_ptr<FileContents> Session::contents()
{
    if (!m_source)
        return nullptr;
    if (d->contents)
        return d->contents;
    std::set<int> unique;
    if (m_review.inventory && !isScanning()) {
        for (int layer = 0; layer < static_cast<int>(m_review.inventory->readings.size()); ++layer) {
            if (m_review.inventory->readings[static_cast<size_t>(layer)].complete)
                unique.insert(layer);
        }
        for (const ImageNote &note : m_review.inventory->notes) {
            if (note.id == QLatin1String("duplicate-path"))
                unique.erase(note.layer);
        }
    }
    d->contents = std::make_shared<FileContents>(m_source, m_image, std::move(unique));
    return d->contents;
}

void Session::readFile(QObject *context, int layer, const std::string &path, qint64 offset, qint64 length,
                       std::function<void(Result<QByteArray>)> done)
{
    auto *runner = new JobRunner(this);
    const QPointer<QObject> receiver(context);
    runner->run<QByteArray>(
        [files = contents(), name = m_image.reference, layer, path, offset, length](const CancelToken &cancel,
                                                                                    Progress &) -> Result<QByteArray> {
            if (!files)
                return fail(ErrorKind::MissingPart, name, QStringLiteral("the image is not at hand"));
            return files->read(layer, path, offset, length, cancel);
        },
        [runner, receiver, done = std::move(done)](Outcome<QByteArray> outcome) {
            runner->deleteLater();
            if (!receiver || std::holds_alternative<JobCancelled>(outcome))
                return;
            if (Error *error = std::get_if<Error>(&outcome))
                done(fail(std::move(*error)));
            else
                done(std::move(std::get<QByteArray>(outcome)));
        });
}

}  // namespace waybill
