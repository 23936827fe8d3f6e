// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/headerbar.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace waybill {

namespace {

constexpr int maxListings = 100;

QLabel *plainLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setAccessibleName(name);
    return label;
}

QString shortDigest(const QString &digest)
{
    const qsizetype colon = digest.indexOf(QLatin1Char(':'));
    return digest.left(colon + 13) % QStringLiteral("…");
}

}  // namespace

HeaderBar::HeaderBar(Session *session, QWidget *parent) : QWidget(parent), m_session(session)
{
    build();
    connect(session, &Session::imageOpened, this, &HeaderBar::refresh);
    connect(session, &Session::inventoryChanged, this, &HeaderBar::refresh);
    connect(session, &Session::assessmentChanged, this, &HeaderBar::refresh);
    connect(session, &Session::scanFinished, this, &HeaderBar::refresh);
    connect(m_copyDigest, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_digest->toolTip()); });
    connect(m_verdict, &QToolButton::clicked, this, &HeaderBar::verdictRequested);
    connect(m_next, &QToolButton::clicked, this, &HeaderBar::nextUndecidedRequested);
    refresh();
}

void HeaderBar::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(3);
    auto *identity = new QHBoxLayout;
    identity->setSpacing(10);
    m_reference = plainLabel(this, tr("Image"));
    QFont strong = font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_reference->setFont(strong);
    m_digest = plainLabel(this, tr("Digest"));
    m_copyDigest = new QToolButton(this);
    m_copyDigest->setAutoRaise(true);
    m_copyDigest->setText(tr("Copy"));
    m_copyDigest->setIcon(Theme::actionIcon(QStringLiteral("copy")));
    m_copyDigest->setToolTip(tr("Copy the full digest"));
    m_copyDigest->setAccessibleName(tr("Copy the full digest"));
    m_platform = new QToolButton(this);
    m_platform->setPopupMode(QToolButton::InstantPopup);
    m_platform->setAccessibleName(tr("Platform"));
    m_origin = plainLabel(this, tr("Operating system and build date"));
    identity->addWidget(m_reference);
    identity->addWidget(m_digest);
    identity->addWidget(m_copyDigest);
    identity->addWidget(m_platform);
    identity->addWidget(m_origin, 1);
    m_amounts = plainLabel(this, tr("Size and completeness"));
    m_amounts->setWordWrap(true);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(6);
    m_verdict = new QToolButton(this);
    m_verdict->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_verdict->setFont(strong);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(4);
    m_undecided = new QLabel(this);
    m_next = new QToolButton(this);
    m_next->setText(tr("Next undecided"));
    m_next->setIcon(Theme::actionIcon(QStringLiteral("next")));
    m_next->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_next->setToolTip(tr("Select the next undecided finding (F8)"));
    verdict->addWidget(m_verdict);
    verdict->addLayout(m_chips);
    verdict->addStretch(1);
    verdict->addWidget(m_undecided);
    verdict->addWidget(m_next);
    column->addLayout(identity);
    column->addWidget(m_amounts);
    column->addLayout(verdict);
}

void HeaderBar::refresh()
{
    const Image *image = m_session->image();
    setVisible(image);
    if (!image)
        return;
    refreshIdentity(*image);
    refreshAmounts(*image);
    refreshVerdict();
}

void HeaderBar::refreshIdentity(const Image &image)
{
    const QString reference = m_session->review().title;
    m_reference->setText(
        m_reference->fontMetrics().elidedText(displayText(reference), Qt::ElideMiddle, width() > 0 ? width() / 3 : 300));
    m_reference->setToolTip(
        tr("%1, read from %2 (%3)")
            .arg(displayText(reference), displayText(image.reference), Messages::sourceKind(image.sourceKind)));
    const QString digest = image.manifestDigest.isEmpty() ? image.configDigest : image.manifestDigest;
    m_digest->setText(digest.isEmpty() ? tr("no digest named") : shortDigest(digest));
    m_digest->setToolTip(digest);
    m_copyDigest->setVisible(!digest.isEmpty());
    const QString platform = image.platform.toString();
    m_platform->setText(platform.isEmpty() ? tr("platform not stated") : platform);
    buildPlatformMenu(image);
    QStringList origin;
    const auto inventory = m_session->inventory();
    if (inventory && !inventory->osName.isEmpty())
        origin.append(tr("%1 (stated in the image)", "operating system").arg(displayText(inventory->osName)));
    // Reproducible builds set the clock to zero, which says nothing of the day.
    if (image.created.isValid() && image.created.toSecsSinceEpoch() > 0)
        origin.append(tr("built %1").arg(QLocale().toString(image.created.date(), QLocale::ShortFormat)));
    m_origin->setText(origin.join(QStringLiteral(" · ")));
}

void HeaderBar::buildPlatformMenu(const Image &image)
{
    delete m_platform->menu();
    int images = 0;
    auto *menu = new QMenu(m_platform);
    if (const auto source = m_session->source()) {
        const auto &listings = source->listings();
        for (size_t i = 0; i < listings.size() && i < maxListings; ++i) {
            const ImageListing &listing = listings[i];
            images += listing.isImage ? 1 : 0;
            QAction *entry = menu->addAction(QStringList {displayText(listing.name), displayText(listing.platform.toString())}
                                                 .join(QLatin1Char(' '))
                                                 .trimmed());
            entry->setEnabled(listing.isImage);
            entry->setCheckable(true);
            entry->setChecked(listing.platform == image.platform && (listing.name.isEmpty() || listing.name == image.name));
            connect(entry, &QAction::triggered, this, [this, i] { Q_EMIT listingRequested(static_cast<int>(i)); });
        }
    }
    m_platform->setMenu(images > 1 ? menu : nullptr);
    m_platform->setEnabled(images > 1);
    m_platform->setToolTip(images > 1 ? tr("Choose another image of the same source") : tr("The source holds one image"));
    if (images <= 1)
        delete menu;
}

void HeaderBar::refreshAmounts(const Image &image)
{
    const QLocale locale;
    QStringList parts {tr("%1 shipped").arg(Messages::bytes(image.storedBytes()))};
    const int layers = static_cast<int>(image.layers.size());
    const auto inventory = m_session->inventory();
    if (!inventory) {
        parts.append(tr("%n layer(s)", nullptr, layers));
        m_amounts->setText(parts.join(QStringLiteral(" · ")));
        return;
    }
    qint64 unpacked = 0;
    int complete = 0;
    for (const LayerReading &reading : inventory->readings) {
        unpacked += reading.unpackedBytes;
        complete += reading.complete ? 1 : 0;
    }
    const FolderSums &sums = inventory->tree->sums(inventory->tree->root());
    parts.append(tr("%1 unpacked").arg(Messages::bytes(unpacked)));
    parts.append(tr("%n layer(s)", nullptr, layers));
    parts.append(tr("%1 files").arg(locale.toString(sums.liveFiles)));
    if (sums.ghostFiles > 0)
        parts.append(tr("%1 more removed later, still shipped", "files").arg(locale.toString(sums.ghostFiles)));
    parts.append(tr("%1 components").arg(locale.toString(static_cast<qulonglong>(inventory->components.size()))));
    if (const auto gone = std::count_if(inventory->components.begin(), inventory->components.end(),
                                        [](const Component &component) { return component.isGhost(); });
        gone > 0)
        parts.append(tr("%1 of them removed later", "components").arg(locale.toString(static_cast<qlonglong>(gone))));
    parts.append(inventory->isComplete() ? tr("all layers read") : tr("%1 of %2 layers read").arg(complete).arg(layers));
    m_amounts->setText(parts.join(QStringLiteral(" · ")));
    m_amounts->setToolTip(tr("Shipped: the layers as they are stored, mostly compressed.\n"
                             "Unpacked: the archives inside them, with headers and padding; the Bytes tab adds up the files "
                             "alone.\n"
                             "Components: everything found in any layer, one for each version; Compare counts what the running "
                             "image holds, by name."));
    m_amounts->setAccessibleDescription(m_amounts->toolTip());
}

void HeaderBar::refreshVerdict()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const bool known = m_session->inventory() != nullptr;
    m_verdict->setVisible(known);
    m_undecided->setVisible(known);
    m_next->setVisible(known);
    if (!known)
        return;
    const Review &review = m_session->review();
    const ScenarioVerdict &verdict = review.concluded.verdict(review.scenario);
    m_verdict->setText(
        tr("%1: %2", "scenario: verdict").arg(Messages::scenarioShort(review.scenario), Messages::verdict(verdict.verdict)));
    m_verdict->setIcon(Theme::verdictIcon(verdict.verdict));
    QString sentence = Messages::verdictSentence(verdict);
    sentence += QLatin1Char('\n')
        + tr("Risk: %1; with what is unknown: %2").arg(Messages::risk(verdict.risk), Messages::risk(verdict.riskWithUnknown));
    m_verdict->setToolTip(sentence);
    m_verdict->setAccessibleName(m_verdict->text());
    m_verdict->setAccessibleDescription(sentence);
    for (const RiskLevel level :
         {RiskLevel::Extreme, RiskLevel::High, RiskLevel::Medium, RiskLevel::Low, RiskLevel::Safe, RiskLevel::NotAssessed}) {
        if (const quint32 count = verdict.findingsByRisk[static_cast<size_t>(level)]; count > 0)
            m_chips->addWidget(riskChip(level, count));
    }
    const int undecided = review.undecided(review.scenario);
    m_undecided->setText(tr("%n undecided", nullptr, undecided));
    m_next->setEnabled(undecided > 0);
}

QToolButton *HeaderBar::riskChip(RiskLevel level, quint32 count)
{
    auto *chip = new QToolButton(this);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setAutoRaise(true);
    chip->setIcon(Theme::riskIcon(level));
    chip->setText(QStringLiteral("%1 %2").arg(Messages::risk(level), QLocale().toString(count)));
    chip->setToolTip(tr("Show the %n finding(s) of this level", nullptr, static_cast<int>(count)));
    chip->setAccessibleName(tr("%1: %n finding(s)", nullptr, static_cast<int>(count)).arg(Messages::risk(level)));
    connect(chip, &QToolButton::clicked, this, [this, level] { Q_EMIT riskRequested(level); });
    return chip;
}

void HeaderBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

}  // namespace waybill
