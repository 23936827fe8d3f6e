// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedy/comparedialog.h"

#include "core/report/comparisontext.h"
#include "core/report/messages.h"
#include "ui/remedy/partmodel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill {

namespace {

constexpr qsizetype mostRows = 20'000;
constexpr int widestColumn = 320;

QLabel *wrapped()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

CompareDialog::CompareDialog(Session *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_jobs(new JobRunner(this)), m_path(new QLineEdit), m_go(new QPushButton),
      m_swap(new QPushButton), m_copy(new QPushButton), m_names(wrapped()), m_summary(wrapped()), m_tabs(new QTabWidget)
{
    setWindowTitle(tr("Compare with another image"));
    build();
    connect(m_path, &QLineEdit::textChanged, m_go, [this](const QString &text) { m_go->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_go, &QPushButton::clicked, this, [this] { compareWith(m_path->text().trimmed()); });
    connect(m_swap, &QPushButton::clicked, this, [this] {
        m_swapped = !m_swapped;
        fill();
    });
    connect(m_copy, &QPushButton::clicked, this, &CompareDialog::copy);
    setBusy(false);
}

void CompareDialog::build()
{
    auto *file = new QPushButton(tr("&File…"));
    auto *folder = new QPushButton(tr("F&older…"));
    connect(file, &QPushButton::clicked, this, [this] { askForFile(false); });
    connect(folder, &QPushButton::clicked, this, [this] { askForFile(true); });
    m_path->setPlaceholderText(tr("Image archive, OCI folder or .waybill review"));
    m_path->setAccessibleName(tr("The other image or review"));
    m_go->setText(tr("&Compare"));
    m_go->setDefault(true);
    m_swap->setText(tr("&Swap A and B"));
    m_copy->setText(tr("Copy as &Markdown"));
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_path, 1);
    choice->addWidget(file);
    choice->addWidget(folder);
    choice->addWidget(m_go);
    auto *head = new QHBoxLayout;
    head->addWidget(m_names, 1);
    head->addWidget(m_swap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(choice);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    m_tabs->hide();
    resize(960, 600);
}

void CompareDialog::askForFile(bool folder)
{
    const QString path = folder ? QFileDialog::getExistingDirectory(this, tr("OCI layout or root file system"))
                                : QFileDialog::getOpenFileName(this, tr("Image archive or review"));
    if (path.isEmpty())
        return;
    m_path->setText(path);
    compareWith(path);
}

void CompareDialog::setBusy(bool busy)
{
    m_go->setEnabled(!busy && !m_path->text().trimmed().isEmpty());
    const bool ready = !busy && m_tabs->count() > 0;
    m_swap->setEnabled(ready);
    m_copy->setEnabled(ready);
}

void CompareDialog::compareWith(const QString &path)
{
    m_path->setText(path);
    const Review &review = m_session->review();
    if (!review.inventory || path.isEmpty())
        return;
    const CompareRequest request {
        {review.inventory, review.concluded, {}}, m_session->source(), path, m_session->services(), review.answers};
    const QString name = review.title.isEmpty() ? m_session->filePath() : review.title;
    m_summary->setText(tr("Reading %1…").arg(displayText(path)));
    setBusy(true);
    m_jobs->run<TwoWays>(
        [request](const CancelToken &cancel, Progress &progress) { return waybill::compareWith(request, cancel, progress); },
        [this, name, path](const Outcome<TwoWays> &outcome) {
            const TwoWays *ways = std::get_if<TwoWays>(&outcome);
            if (ways)
                present(name, path, *ways);
            else if (const Error *error = std::get_if<Error>(&outcome))
                m_summary->setText(Messages::error(*error) + QLatin1Char('\n') + Messages::advice(*error));
            setBusy(false);
            Q_EMIT compared(ways != nullptr);
        });
}

void CompareDialog::present(const QString &nameA, const QString &nameB, const TwoWays &ways)
{
    m_nameA = nameA;
    m_nameB = nameB;
    m_ways = ways;
    m_swapped = false;
    fill();
    setBusy(false);
}

QString CompareDialog::summary() const
{
    std::array<int, 5> counts {};
    for (const ComponentChange &component : shown().components)
        ++counts[static_cast<size_t>(component.change)];
    const ScenarioVerdict &a = shown().verdictsA[static_cast<size_t>(m_session->review().scenario)];
    const ScenarioVerdict &b = shown().verdictsB[static_cast<size_t>(m_session->review().scenario)];
    return tr("Packages of the running images, by name: %1 new, %2 gone, %3 changed, %4 the same.")
               .arg(counts[static_cast<size_t>(Change::Added)])
               .arg(counts[static_cast<size_t>(Change::Removed)])
               .arg(counts[static_cast<size_t>(Change::Changed)])
               .arg(shown().sameComponents)
        + QLatin1Char(' ')
        + tr("%1: %2 → %3.")
              .arg(Messages::scenario(m_session->review().scenario), Messages::verdict(a.verdict), Messages::verdict(b.verdict));
}

void CompareDialog::fill()
{
    const QList<ComparisonPart> parts = ComparisonText::parts(shown(), mostRows);
    while (m_tabs->count() < parts.size()) {
        auto *page = new QWidget;
        auto *layout = new QVBoxLayout(page);
        auto *model = new PartModel(this);
        auto *view = new QTableView;
        view->setModel(model);
        view->setSelectionBehavior(QAbstractItemView::SelectRows);
        view->setAlternatingRowColors(true);
        view->setWordWrap(false);
        view->verticalHeader()->hide();
        view->horizontalHeader()->setStretchLastSection(true);
        view->setAccessibleName(parts[m_tabs->count()].title);
        auto *note = wrapped();
        layout->addWidget(view, 1);
        layout->addWidget(note);
        m_tables.push_back(model);
        m_notes.push_back(note);
        m_tabs->addTab(page, parts[m_tabs->count()].title);
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_tables[static_cast<size_t>(i)]->setPart(parts[i]);
        m_notes[static_cast<size_t>(i)]->setText(parts[i].note);
        auto *view = m_tabs->widget(static_cast<int>(i))->findChild<QTableView *>();
        view->resizeColumnsToContents();
        for (int column = 0; column < m_tables[static_cast<size_t>(i)]->columnCount(); ++column)
            view->setColumnWidth(column, std::min(view->columnWidth(column), widestColumn));
    }
    m_tabs->show();
    m_names->setText(
        tr("A: %1\nB: %2").arg(displayText(m_swapped ? m_nameB : m_nameA), displayText(m_swapped ? m_nameA : m_nameB)));
    m_summary->setText(summary() + QLatin1Char('\n') + ComparisonText::how());
}

void CompareDialog::copy() const
{
    QGuiApplication::clipboard()->setText(
        ComparisonText::markdown(m_swapped ? m_nameB : m_nameA, m_swapped ? m_nameA : m_nameB, shown()));
}

}  // namespace waybill
