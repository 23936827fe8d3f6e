// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobrunner.h"
#include "core/image/imagesource.h"
#include "core/inventory/scanner.h"
#include "core/policy/policy.h"
#include "core/review/review.h"

#include <QObject>

#include <optional>

namespace waybill {

/// Services that a window needs; made once in app/, passed in, shared.
struct Services {
    ScanKnowledge knowledge;
    std::shared_ptr<const Policy> policy;
    std::optional<Error> overlayFault {};  ///< why the overlay of the settings is not part of the policy
};

/// The one open image or review and the jobs that work on it: the only place of the window that starts jobs.
/// Lives on the UI thread, owned by the main window. All views read from it and follow its signals.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(Services services, QObject *parent = nullptr);
    ~Session() override;

    const Services &services() const { return m_services; }
    /// The current review; its inventory is null until a first (possibly partial) result arrived.
    const Review &review() const { return m_review; }
    std::shared_ptr<const Inventory> inventory() const { return m_review.inventory; }
    std::shared_ptr<const ImageSource> source() const { return m_source; }  ///< null for a review opened without its image
    const Image *image() const;                  ///< header facts, known before the scan ends; nullptr when nothing is open
    QString filePath() const { return m_path; }  ///< the image or review that was opened
    QString reviewPath() const { return m_reviewPath; }  ///< empty until saved
    bool isModified() const { return m_modified; }
    bool isScanning() const;  ///< header facts or layers are being read
    bool isSaving() const;
    const Progress &progress() const;

    /// Opens an image or a .waybill review in the background. Emits imageOpened (header facts), then inventoryChanged one or
    /// more times, then scanFinished; or failed.
    /// What is open stays until the header facts of the new one are known, so a file that cannot be read loses nothing.
    void open(const QString &path, int listing = -1);
    /// Reads the layers again; answers and decisions stay.
    void rescan();
    /// Assesses and publishes ready facts at once, without a source: the sample, and tests.
    void show(std::shared_ptr<const Inventory> inventory);
    /// Forgets what is open; the scenario stays.
    void close();
    void cancelScan();
    /// Writes a review file in the background; emits saved or failed.
    void save(const QString &path);
    void setScenario(Scenario scenario);
    void setAnswers(const Answers &answers);
    /// Folders of the image that the user named as the company's own work; kept among the answers.
    QStringList ownFolders() const;
    void setOwnFolders(const QStringList &folders);
    void decide(const QStringList &findingKeys, DecisionAction action, const QString &reason);
    /// Decisions that somebody made elsewhere, with their own names and times.
    void addDecisions(const std::vector<Decision> &decisions);
    void withdraw(const QStringList &findingKeys);
    QString author() const;  ///< setting "reviewer/name", else the name of the user's account

    /// Reads at most `length` bytes from `offset` on of a file of a layer, in the background; `done` gets them (none at the end
    /// of the file) or the error on the UI thread. Asking again about the same layer is quick: FileContents knows the way.
    void readFile(QObject *context, int layer, const std::string &path, qint64 offset, qint64 length,
                  std::function<void(Result<QByteArray>)> done);

Q_SIGNALS:
    void opening(const QString &path);
    void openingCancelled();           ///< stopped before the header facts were known; what was open stays
    void imageOpened();                ///< image() is valid
    void inventoryChanged();           ///< a newer (maybe partial) inventory with its assessment
    void assessmentChanged();          ///< scenario, answers or decisions changed; facts did not
    void scanFinished(bool complete);  ///< false: cancelled or layers failed
    void failed(const waybill::Error &error);
    void busyChanged(bool busy);  ///< isScanning() or isSaving() changed
    void saved(const QString &path);
    void modifiedChanged(bool modified);

private:
    struct Private;
    struct Opened;
    void adopt(Opened opened, const QString &path);
    void startScan();
    void publish(std::shared_ptr<const Inventory> inventory, Assessment assessed, const Answers &answers);
    void reassess();
    void note(const QString &action, const QString &detail);
    void touch();
    std::shared_ptr<class FileContents> contents();
    Services m_services;
    Review m_review;
    std::shared_ptr<const ImageSource> m_source;
    Image m_image;
    QString m_path, m_reviewPath;
    bool m_modified = false;
    std::unique_ptr<Private> d;
};

}  // namespace waybill

Q_DECLARE_METATYPE(waybill::Error)
