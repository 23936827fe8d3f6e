// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/flowlayout.h"
#include "ui/explorer/localkeys.h"
#include "ui/session/selection.h"
#include "ui/session/session.h"
#include "ui/theme/palette.h"
#include "ui/viewer/comparisonview.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/hexmodel.h"
#include "ui/viewer/syntax.h"
#include "ui/viewer/viewerpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill {

namespace {

/// A line of text that scrolls instead of widening the window, and can be selected and copied.
QLineEdit *factLine(const QString &name)
{
    auto *line = new QLineEdit;
    line->setReadOnly(true);
    line->setFrame(false);
    line->setAccessibleName(name);
    line->setToolTip(name);
    line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QPalette palette;
    palette.setBrush(QPalette::Base, Qt::transparent);
    line->setPalette(palette);
    return line;
}

}  // namespace

void ViewerPanel::build()
{
    m_code = new CodeView;
    m_code->setAccessibleName(tr("File content"));
    m_syntax = std::make_unique<Syntax>(m_code->document());
    m_hexModel = new HexModel(this);
    m_hex = new QTableView;
    m_hex->setModel(m_hexModel);
    m_hex->setAccessibleName(tr("File content as bytes"));
    m_hex->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_hex->setShowGrid(false);
    m_hex->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_hex->verticalHeader()->hide();
    m_hex->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_hex->verticalHeader()->setDefaultSectionSize(m_hex->fontMetrics().height() + 4);
    m_hex->horizontalHeader()->setStretchLastSection(true);
    m_message = new QLabel;
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(12);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_comparison = new ComparisonView;
    m_pages = new QStackedWidget;
    for (QWidget *page : std::initializer_list<QWidget *> {m_code, m_hex, m_message, m_comparison})
        m_pages->addWidget(page);
    m_find = new FindBar(m_code);
    m_find->hide();

    m_moreBar = new QWidget;
    m_moreText = new QLabel;
    m_more = new QPushButton(tr("Load &More"));
    m_earlier = new QPushButton(tr("&Earlier Part"));
    auto *moreRow = new QHBoxLayout(m_moreBar);
    moreRow->setContentsMargins(6, 2, 6, 2);
    moreRow->addWidget(m_moreText, 1);
    moreRow->addWidget(m_earlier);
    moreRow->addWidget(m_more);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(buildHead());
    layout->addWidget(buildTools());
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_moreBar);
    layout->addWidget(m_find);
}

QWidget *ViewerPanel::buildHead()
{
    auto *head = new QWidget;
    m_path = factLine(tr("Path in the image"));
    m_instruction = factLine(tr("Instruction that made the layer"));
    m_layer = new QComboBox;
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("The layers that hold a version of this file"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_facts = new QLabel;
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *facts = new FlowLayout;
    facts->addWidget(m_layer);
    facts->addWidget(m_facts);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(6, 4, 6, 0);
    layout->setSpacing(2);
    layout->addWidget(m_path);
    layout->addLayout(facts);
    layout->addWidget(m_instruction);
    return head;
}

QWidget *ViewerPanel::buildTools()
{
    auto *tools = new QWidget;
    m_mode = new QComboBox;
    m_mode->setAccessibleName(tr("Show as"));
    m_mode->addItems({tr("Automatic"), tr("Text"), tr("Bytes")});
    m_wrap = new QCheckBox(tr("&Wrap lines"));
    const auto button = [](const QString &icon, const QString &text) {
        auto *result = new QToolButton;
        result->setIcon(Theme::actionIcon(icon));
        result->setText(text);
        result->setAccessibleName(text);
        result->setToolTip(text);
        result->setAutoRaise(true);
        return result;
    };
    auto *find = button(QStringLiteral("search"), tr("Find (Ctrl+F)"));
    connect(find, &QToolButton::clicked, this, [this] { m_find->openFind(); });
    const auto sign = [this](const QString &text, const QString &name, int steps) {
        auto *result = new QToolButton;
        result->setText(text);
        result->setAccessibleName(name);
        result->setToolTip(name);
        result->setAutoRaise(true);
        connect(result, &QToolButton::clicked, this, [this, steps] { zoom(steps); });
        return result;
    };
    auto *larger = sign(QStringLiteral("A+"), tr("Larger text (Ctrl++)"), 1);
    auto *smaller = sign(QStringLiteral("A\u2212"), tr("Smaller text (Ctrl+-)"), -1);
    auto *previous = button(QStringLiteral("previous"), tr("Previous licence text (Shift+F7)"));
    auto *next = button(QStringLiteral("next"), tr("Next licence text (F7)"));
    connect(previous, &QToolButton::clicked, this, [this] { stepEvidence(-1); });
    connect(next, &QToolButton::clicked, this, [this] { stepEvidence(1); });
    m_compare = new QToolButton;
    m_compare->setText(tr("&Compare"));
    m_compare->setCheckable(true);
    m_compare->setAutoRaise(true);
    m_compare->setAccessibleName(tr("Compare with the reference text"));
    m_compare->setToolTip(tr("This licence text beside the reference text of the SPDX list, word by word (Ctrl+Shift+B)"));
    m_evidenceText = new QLabel;
    m_evidenceText->setTextFormat(Qt::PlainText);
    m_evidenceBar = new QWidget;
    auto *evidence = new QHBoxLayout(m_evidenceBar);
    evidence->setContentsMargins(0, 0, 0, 0);
    evidence->setSpacing(2);
    for (QWidget *part : std::initializer_list<QWidget *> {previous, next, m_compare, m_evidenceText})
        evidence->addWidget(part);
    auto *flow = new FlowLayout(tools);
    flow->setContentsMargins(6, 2, 6, 2);
    for (QWidget *part : std::initializer_list<QWidget *> {m_mode, m_wrap, find, smaller, larger, m_evidenceBar})
        flow->addWidget(part);
    return tools;
}

void ViewerPanel::connectAll()
{
    connect(m_session, &Session::imageOpened, this, &ViewerPanel::onInventoryChanged);
    connect(m_session, &Session::inventoryChanged, this, &ViewerPanel::onInventoryChanged);
    connect(m_selection, &Selection::nodeSelected, this, &ViewerPanel::onNodeSelected);
    connect(m_selection, &Selection::openFileRequested, this, &ViewerPanel::openFile);
    connect(m_layer, &QComboBox::activated, this, &ViewerPanel::onLayerChosen);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ViewerPanel::onModeChosen);
    connectParts();
    buildKeys();
}

void ViewerPanel::connectParts()
{
    const auto wrapKey = QStringLiteral("viewer/wrap");
    connect(m_wrap, &QCheckBox::toggled, this, [this, wrapKey](bool wrap) {
        m_code->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
        QSettings().setValue(wrapKey, wrap);
    });
    m_wrap->setChecked(QSettings().value(wrapKey, false).toBool());
    connect(m_compare, &QToolButton::toggled, this, &ViewerPanel::showComparison);
    connect(m_comparison, &ComparisonView::stepped, this, &ViewerPanel::tellEvidence);
    connect(m_more, &QPushButton::clicked, this, &ViewerPanel::loadMore);
    connect(m_earlier, &QPushButton::clicked, this, &ViewerPanel::loadEarlier);
    connect(m_find, &FindBar::bytesWanted, this, &ViewerPanel::findBytes);
    connect(m_find, &FindBar::offsetWanted, this, &ViewerPanel::goToOffset);
    m_zoom = QSettings().value(QStringLiteral("viewer/zoom"), 0).toInt();
    applyZoom();
}

void ViewerPanel::buildKeys()
{
    auto *keys = new LocalKeys(this);
    keys->add(
        QKeySequence::Find, [this] { m_find->openFind(); }, tr("Viewer: find"));
    keys->add(
        QKeySequence(Qt::CTRL | Qt::Key_G), [this] { m_find->openGoToLine(); }, tr("Viewer: go to line or byte"));
    keys->add(QKeySequence(Qt::Key_F3), [this] { m_find->find(true); });
    keys->add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_find->find(false); });
    keys->add(
        QKeySequence(Qt::Key_F7), [this] { stepDifference(1); }, tr("Viewer: next licence text, or difference"));
    keys->add(
        QKeySequence(Qt::SHIFT | Qt::Key_F7), [this] { stepDifference(-1); }, tr("Viewer: previous licence text, or difference"));
    keys->add(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), [this] { m_compare->toggle(); },
        tr("Viewer: compare with the reference text"));
    keys->add(
        QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { zoom(1); }, tr("Viewer: larger text"));
    keys->add(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { zoom(1); });
    keys->add(
        QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { zoom(-1); }, tr("Viewer: smaller text"));
    keys->add(
        QKeySequence(Qt::CTRL | Qt::Key_0), [this] { zoom(0); }, tr("Viewer: text of normal size"));
    m_code->installEventFilter(keys);
    m_hex->installEventFilter(keys);
    m_comparison->installEventFilter(keys);
}

}  // namespace waybill
