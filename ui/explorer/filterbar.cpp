// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/filterbar.h"

#include "core/tree/treematcher.h"
#include "ui/explorer/flowlayout.h"
#include "ui/theme/palette.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill {

FilterBar::FilterBar(QWidget *parent) : QWidget(parent)
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);  // a fast typist does not start a search per letter
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::onEdited);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        apply();
        Q_EMIT nextRequested();
    });
    connect(m_syntax, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(m_scope, &QComboBox::activated, this, [this](int index) { Q_EMIT scopeWanted(index == 1); });
    connect(m_coloring, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT coloringChanged(coloring()); });
    connect(m_previous, &QToolButton::clicked, this, &FilterBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FilterBar::nextRequested);
}

void FilterBar::build()
{
    m_text = new QLineEdit;
    m_text->setPlaceholderText(tr("Filter files by name or path"));
    m_text->setAccessibleName(tr("Filter files"));
    m_text->setWhatsThis(
        tr("Shows only what matches, inside its folders. With a slash the whole path is compared, else the name."));
    m_text->setClearButtonEnabled(true);
    m_syntax = new QComboBox;
    m_syntax->setAccessibleName(tr("How the filter is meant"));
    m_syntax->addItem(tr("Plain"), int(TreeFilter::Syntax::Plain));
    m_syntax->addItem(tr("Glob"), int(TreeFilter::Syntax::Glob));
    m_syntax->addItem(tr("Regex"), int(TreeFilter::Syntax::Regex));
    m_syntax->setToolTip(
        tr("Plain: these letters. Glob: * and ? in a name, ** across folders. Regex: a regular expression on the path."));
    const auto button = [](const QString &icon, const QString &text, const QString &tip) {
        auto *result = new QToolButton;
        result->setIcon(Theme::actionIcon(icon));
        result->setText(text);
        result->setAccessibleName(text);
        result->setToolTip(tip);
        result->setAutoRaise(true);
        result->setEnabled(false);
        return result;
    };
    m_previous = button(QStringLiteral("previous"), tr("Previous match"), tr("Previous match (Shift+F3)"));
    m_next = button(QStringLiteral("next"), tr("Next match"), tr("Next match (F3)"));
    auto *search = new QHBoxLayout;
    search->setSpacing(4);
    search->addWidget(m_text, 1);
    search->addWidget(m_syntax);
    search->addWidget(m_previous);
    search->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 2);
    layout->setSpacing(4);
    layout->addLayout(search);
    layout->addWidget(buildSecondRow());
}

QWidget *FilterBar::buildSecondRow()
{
    m_state = new QLabel;
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setVisible(false);
    m_scope = new QComboBox;
    m_scope->setAccessibleName(tr("Where the filter looks"));
    m_scope->setToolTip(tr("Search the whole image, or only what lies in the selected folder"));
    m_scope->addItems({tr("Whole image"), tr("Selected folder")});
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_coloring = new QComboBox;
    m_coloring->setAccessibleName(tr("Colour by"));
    m_coloring->addItem(tr("Class"), int(Coloring::Class));
    m_coloring->addItem(tr("Risk"), int(Coloring::Risk));
    m_coloring->addItem(tr("Nothing"), int(Coloring::Nothing));

    auto *colorRow = new QWidget;
    auto *colorLayout = new QHBoxLayout(colorRow);
    colorLayout->setContentsMargins(0, 0, 0, 0);
    auto *colorLabel = new QLabel(tr("&Colour by"));
    colorLabel->setBuddy(m_coloring);
    colorLayout->addWidget(colorLabel);
    colorLayout->addWidget(m_coloring);
    auto *row = new QWidget;
    auto *second = new FlowLayout(row);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_scope);
    second->addWidget(colorRow);
    second->addWidget(m_state);
    auto *columns = new QToolButton;
    columns->setText(tr("Columns"));
    columns->setAccessibleName(tr("Columns"));
    columns->setToolTip(tr("Choose the columns of the file tree"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(columns);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { Q_EMIT columnMenuWanted(menu); });
    columns->setMenu(menu);
    second->addWidget(columns);
    return row;
}

Coloring FilterBar::coloring() const
{
    return static_cast<Coloring>(m_coloring->currentData().toInt());
}

void FilterBar::focusSearch()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QWidget *FilterBar::searchField() const
{
    return m_text;
}

void FilterBar::clear()
{
    m_text->clear();
    apply();
}

void FilterBar::onEdited()
{
    m_pause.start();
}

void FilterBar::apply()
{
    m_pause.stop();
    TreeFilter wanted {static_cast<TreeFilter::Syntax>(m_syntax->currentData().toInt()), m_text->text()};
    if (!wanted.isEmpty())
        wanted.scope = m_folder;
    const QString error = wanted.isEmpty() ? QString() : TreeMatcher(wanted).error();
    if (!error.isEmpty()) {
        // The rows stay as they were: a half-typed expression must not empty the tree.
        m_state->setText(tr("Not a valid expression: %1").arg(error));
        m_state->setVisible(true);
        return;
    }
    if (wanted.isEmpty())
        showMatches(-1);
    if (wanted == m_filter)
        return;
    m_filter = wanted;
    Q_EMIT filterChanged();
}

void FilterBar::setScope(NodeId folder, const QString &path)
{
    m_folder = folder;
    const QString name = fontMetrics().elidedText(path, Qt::ElideMiddle, 24 * fontMetrics().averageCharWidth());
    m_scope->setItemText(1, folder.isValid() ? tr("In %1").arg(name) : tr("Selected folder"));
    m_scope->setCurrentIndex(folder.isValid() ? 1 : 0);
    m_scope->setToolTip(folder.isValid() ? path : tr("Search the whole image, or only what lies in the selected folder"));
    apply();
}

void FilterBar::showMatches(int count, bool searching)
{
    m_state->setVisible(count >= 0);
    m_state->setText(count < 0        ? QString()
                         : searching  ? tr("%n match(es) so far …", nullptr, count)
                         : count == 0 ? tr("Nothing matches")
                                      : tr("%n match(es)", nullptr, count));
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

}  // namespace waybill
