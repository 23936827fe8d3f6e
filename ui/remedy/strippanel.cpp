// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedy/strippanel.h"

#include "core/remedy/dockerfile.h"
#include "core/remedy/imagewriter.h"
#include "core/report/messages.h"
#include "core/report/remedymessages.h"
#include "ui/remedy/stripmodel.h"
#include "ui/session/selection.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill {

namespace {

constexpr int widestText = 240;

QLabel *wrapped()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

StripPanel::StripPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new StripModel(this)), m_jobs(new JobRunner(this)),
      m_writer(new JobRunner(this))
{
    build();
    connect(session, &Session::inventoryChanged, this, &StripPanel::makeStale);
    connect(session, &Session::assessmentChanged, this, &StripPanel::makeStale);
    connect(session, &Session::scanFinished, this, &StripPanel::makeStale);
    connect(m_model, &StripModel::choiceChanged, this, &StripPanel::judgeAgain);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(dockerfile()); });
    connect(m_write, &QPushButton::clicked, this, &StripPanel::askWhereToWrite);
    connect(m_view, &QTableView::activated, this, [this, selection](const QModelIndex &index) {
        selection->selectNode(m_model->plan().removals[static_cast<size_t>(index.row())].nodes.front());
    });
    showTexts();
}

void StripPanel::build()
{
    auto *rule = wrapped();
    rule->setText(RemedyMessages::copyRule());
    m_view = new QTableView;
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("What can be removed"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_summary = wrapped();
    m_notes = wrapped();
    m_outcome = wrapped();
    m_outcome->hide();
    m_copy = new QPushButton(tr("Copy Dockerfile lines"));
    m_write = new QPushButton(tr("Write changed image…"));
    m_write->setToolTip(tr("A new OCI layout without the chosen files in any layer. The opened image is not touched."));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(rule);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_notes);
    layout->addWidget(m_outcome);
    layout->addLayout(buttons);
}

void StripPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        plan();
}

void StripPanel::makeStale()
{
    m_stale = true;
    if (isVisible())
        plan();
}

void StripPanel::plan()
{
    m_stale = false;
    m_jobs->cancel();
    const Review &review = m_session->review();
    if (!review.inventory || m_session->isScanning()) {
        m_planner.reset();
        m_model->setPlan({});
        m_stale = true;
        showTexts();
        return;
    }
    const Conclude conclude
        = [policy = m_session->services().policy, answers = review.answers, decisions = review.decisions](
              const Inventory &inventory) { return applyDecisions(policy->assess(inventory, answers), decisions); };
    using Planned = std::pair<std::shared_ptr<const RemedyPlanner>, RemedyPlan>;
    m_jobs->run<Planned>(
        [inventory = review.inventory, conclude, scenario = review.scenario](const CancelToken &, Progress &) -> Result<Planned> {
            auto planner = std::make_shared<const RemedyPlanner>(inventory, conclude);
            return Planned {planner, planner->plan(scenario)};
        },
        [this](Outcome<Planned> outcome) {
            if (auto *done = std::get_if<Planned>(&outcome)) {
                m_planner = done->first;
                m_model->setPlan(std::move(done->second));
                m_view->resizeColumnsToContents();
                for (const int column : {StripModel::What, StripModel::Why})  // the rest of a long text is in its tip
                    m_view->setColumnWidth(column, std::min(m_view->columnWidth(column), widestText));
            }
            showTexts();
            Q_EMIT planned();
        });
    showTexts();
}

void StripPanel::judgeAgain()
{
    if (!m_planner)
        return;
    m_jobs->run<RemedyPlan>(
        [planner = m_planner, plan = m_model->plan()](const CancelToken &, Progress &) mutable -> Result<RemedyPlan> {
            planner->evaluate(plan);
            return plan;
        },
        [this](Outcome<RemedyPlan> outcome) {
            if (auto *done = std::get_if<RemedyPlan>(&outcome))
                m_model->updatePlan(std::move(*done));
            showTexts();
            Q_EMIT planned();
        });
}

void StripPanel::showTexts()
{
    const bool ready = m_planner != nullptr;
    m_copy->setEnabled(ready);
    m_write->setEnabled(ready && m_session->source() && !m_writer->isRunning());
    QStringList notes;
    if (!ready) {
        m_summary->setText(m_jobs->isRunning() ? tr("Looking for the way out…")
                                               : tr("Open an image to see what can be removed from it."));
    } else {
        const RemedyPlan &plan = m_model->plan();
        const Policy &policy = *m_session->services().policy;
        m_summary->setText(RemedyMessages::summary(plan));
        for (const Obstacle &obstacle : plan.obstacles)
            notes.append(RemedyMessages::obstacle(obstacle, policy));
        for (const RemedyHint &hint : plan.hints)
            notes.append(RemedyMessages::hint(hint, policy));
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

QString StripPanel::dockerfile() const
{
    return m_planner ? dockerfileText(*m_planner, m_model->plan()) : QString();
}

void StripPanel::askWhereToWrite()
{
    auto *dialog = new QFileDialog(this, tr("Write changed image"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QStringLiteral("changed.oci"));
    connect(dialog, &QFileDialog::fileSelected, this, &StripPanel::writeTo);
    dialog->open();
}

void StripPanel::writeTo(const QString &folder)
{
    if (!m_planner || !m_session->source() || !m_session->image())
        return;
    m_writer->run<WrittenImage>(
        [planner = m_planner, plan = m_model->plan(), source = m_session->source(), image = *m_session->image(),
         inventory = m_session->inventory(), folder](const CancelToken &cancel, Progress &progress) {
            const ImageEdits edits(inventory, planner->removalSet(plan), planner->goneComponents(plan));
            ImageWriteOptions options;
            options.createdBy = QStringLiteral("waybill remedy --scenario ") + scenarioId(plan.scenario);
            return writeImage(*source, image, edits, folder, options, cancel, progress);
        },
        [this, folder](Outcome<WrittenImage> outcome) {
            const auto *error = std::get_if<Error>(&outcome);
            if (error)
                m_outcome->setText(Messages::error(*error));
            else if (const auto *done = std::get_if<WrittenImage>(&outcome))
                m_outcome->setText(tr("Written to %1, %2. Open it to check it.").arg(folder, done->manifestDigest));
            m_outcome->setVisible(!std::holds_alternative<JobCancelled>(outcome));
            showTexts();
            Q_EMIT written(std::holds_alternative<WrittenImage>(outcome) ? folder : QString());
        });
    m_outcome->setText(tr("Writing the image…"));
    m_outcome->show();
    m_write->setEnabled(false);
}

}  // namespace waybill
