// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/trust/trustpanel.h"

#include "core/component/sbomclaims.h"
#include "core/report/messages.h"
#include "ui/session/selection.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <variant>

namespace waybill {

namespace {

using Imported = std::variant<ScannerReport, VexDocument, ComparedBill>;

/// A file says by its content what it is; a CycloneDX document may be statements or a bill.
Result<Imported> readImported(const QString &path, const Inventory &inventory, const LicenceCatalog &catalog)
{
    const auto bytes = readReportFile(path);
    if (!bytes)
        return fail(bytes.error());
    if (auto report = readScannerReport(*bytes))
        return Imported(std::move(*report));
    if (auto vex = readVex(*bytes))
        return Imported(std::move(*vex));
    auto claim = readSbomClaim(*bytes);
    if (!claim)
        return fail(ErrorKind::NotSupported, path, QStringLiteral("no report, statement or bill of materials"));
    ComparedBill bill {path, std::move(*claim), {}};
    bill.result = reconcileBill(inventory, bill.claim, catalog);
    return Imported(std::move(bill));
}

QLabel *wrapped()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

TrustPanel::TrustPanel(Session *session, Selection *selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection), m_model(new TrustModel(this)), m_jobs(new JobRunner(this)),
      m_imports(new JobRunner(this))
{
    build();
    setAcceptDrops(true);
    connect(session, &Session::imageOpened, this, [this] {
        m_scans.clear();
        m_bills.clear();
        m_statements.clear();
        m_model->clear();
        m_problem->hide();
    });
    connect(session, &Session::inventoryChanged, this, &TrustPanel::makeStale);
    connect(session, &Session::scanFinished, this, &TrustPanel::makeStale);
    connect(m_import, &QPushButton::clicked, this, &TrustPanel::ask);
    connect(m_view, &QTreeView::activated, this, &TrustPanel::follow);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TrustPanel::explain);
}

void TrustPanel::build()
{
    m_view = new QTreeView;
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Questions of trust and their evidence"));
    m_view->setAlternatingRowColors(true);
    m_view->setUniformRowHeights(true);
    m_view->header()->setStretchLastSection(true);
    m_view->setColumnWidth(TrustModel::What, fontMetrics().averageCharWidth() * 50);
    m_view->setColumnWidth(TrustModel::Weight, fontMetrics().averageCharWidth() * 16);
    m_why = wrapped();
    m_why->setMinimumHeight(fontMetrics().height() * 3);
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_problem = wrapped();
    m_problem->hide();
    m_import = new QPushButton(tr("Import report or bill…"));
    m_import->setToolTip(
        tr("JSON of Trivy or Grype, OpenVEX or CycloneDX statements, or a bill of materials to compare. Drop works as well."));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
}

void TrustPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        judge();
}

void TrustPanel::makeStale()
{
    m_stale = true;
    if (isVisible())
        judge();
}

void TrustPanel::judge()
{
    const auto inventory = m_session->inventory();
    if (!inventory || m_session->isScanning())
        return;
    m_stale = false;
    const auto source = m_session->source();
    m_jobs->run<TrustReport>(
        [inventory, source](const CancelToken &, Progress &) -> Result<TrustReport> {
            const auto knowledge = TrustKnowledge::load();
            if (!knowledge)
                return fail(knowledge.error());
            // The window holds no keys; that a signature speaks about another image is seen without one.
            return trustReportOf(*inventory, *knowledge, QDate::currentDate(), source ? &source->listings() : nullptr,
                                 source
                                     ? checkSignatures(source->signatures(inventory->image), inventory->image.manifestDigest, {})
                                     : std::vector<CheckedSignature>());
        },
        [this, inventory](Outcome<TrustReport> outcome) {
            if (auto *report = std::get_if<TrustReport>(&outcome))
                m_model->setReport(std::move(*report), inventory);
            const auto *error = std::get_if<Error>(&outcome);
            if (error)
                m_problem->setText(Messages::error(*error));
            m_problem->setVisible(error != nullptr);
            m_view->expandToDepth(0);
            Q_EMIT judged();
        });
}

/// From a place to the file in the tree; a ghost is shown as what it is.
void TrustPanel::follow(const QModelIndex &index)
{
    const auto inventory = m_session->inventory();
    const std::string path = index.data(TrustModel::PathRole).toByteArray().toStdString();
    if (!inventory || path.empty())
        return;
    const int layer = index.data(TrustModel::LayerRole).toInt();
    const NodeId node = layer >= 0 ? inventory->tree->findAt(path, layer) : inventory->tree->findLive(path);
    if (node.isValid())
        m_selection->selectNode(node);
}

void TrustPanel::explain(const QModelIndex &index)
{
    m_why->setText(index.siblingAtColumn(TrustModel::What).data(Qt::ToolTipRole).toString());
}

void TrustPanel::ask()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import report or bill"), {},
                                                      tr("JSON files (*.json *.spdx *.cdx);;All files (*)"));
    if (!path.isEmpty())
        import(path);
}

void TrustPanel::import(const QString &path)
{
    const auto inventory = m_session->inventory();
    if (!inventory)
        return;
    m_problem->hide();
    const auto catalog = m_session->services().knowledge.catalog;
    m_imports->run<Imported>(
        [path, inventory, catalog](const CancelToken &, Progress &) -> Result<Imported> {
            if (catalog)
                return readImported(path, *inventory, *catalog);
            const auto loaded = LicenceCatalog::load();
            return loaded ? readImported(path, *inventory, **loaded) : Result<Imported>(fail(loaded.error()));
        },
        [this, path](Outcome<Imported> outcome) {
            if (auto *taken = std::get_if<Imported>(&outcome)) {
                if (auto *report = std::get_if<ScannerReport>(taken))
                    m_scans.push_back(std::move(*report));
                else if (auto *vex = std::get_if<VexDocument>(taken))
                    m_statements.emplace_back(path, std::move(*vex));
                else
                    m_bills.push_back(std::move(std::get<ComparedBill>(*taken)));
                for (const auto &[file, vex] : m_statements) {
                    for (ScannerReport &scan : m_scans)
                        applyVex(scan, vex, file);
                }
                m_model->setScans(m_scans);
                m_model->setBills(m_bills);
                m_view->expandToDepth(0);
                Q_EMIT imported(path);
                return;
            }
            if (const auto *error = std::get_if<Error>(&outcome)) {
                m_problem->setText(Messages::error(*error));
                m_problem->show();
            }
            Q_EMIT imported({});
        });
}

void TrustPanel::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_session->inventory() && urls.size() == 1 && urls.front().isLocalFile()
        && urls.front().fileName().endsWith(QLatin1String(".json")))
        event->acceptProposedAction();
}

void TrustPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    import(event->mimeData()->urls().front().toLocalFile());
}

}  // namespace waybill
