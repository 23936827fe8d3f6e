// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/welcomepage.h"

#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace waybill {

WelcomePage::WelcomePage(RecentFiles *recent, QWidget *parent) : QWidget(parent), m_recent(recent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(32, 24, 32, 24);
    outer->setSpacing(16);
    auto *title = new QLabel(tr("What is in this image, and may we ship it?"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    title->setFont(large);
    title->setWordWrap(true);
    outer->addWidget(title);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(buildDropZone(), 1);
    middle->addWidget(buildRecent(), 1);
    outer->addLayout(middle, 1);
    outer->addLayout(buildReference());
    outer->addLayout(buildHelp());
    connect(recent, &RecentFiles::changed, this, &WelcomePage::reloadRecent);
    reloadRecent();
}

QWidget *WelcomePage::buildDropZone()
{
    auto *zone = new QFrame(this);
    zone->setObjectName(QStringLiteral("dropZone"));
    zone->setFrameShape(QFrame::StyledPanel);
    zone->setAutoFillBackground(true);
    zone->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(zone);
    column->setSpacing(10);
    auto *icon = new QLabel(zone);
    icon->setPixmap(Theme::actionIcon(QStringLiteral("open")).pixmap(QSize(48, 48), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignCenter);
    auto *words = new QLabel(tr("Drop an image or a review here"), zone);
    QFont strong = words->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.2);
    words->setFont(strong);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto *kinds
        = new QLabel(tr("Image archives (.tar, .tar.gz, .tar.zst), OCI layout folders, root file systems, reviews (.waybill), "
                        "and signed PDFs (.pdf) to check"),
                     zone);
    kinds->setAlignment(Qt::AlignCenter);
    kinds->setWordWrap(true);
    auto *file = new QPushButton(Theme::actionIcon(QStringLiteral("open")), tr("Open &File…"), zone);
    auto *folder = new QPushButton(Theme::actionIcon(QStringLiteral("open-folder")), tr("Open F&older…"), zone);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(file);
    buttons->addWidget(folder);
    buttons->addStretch();
    column->addStretch();
    column->addWidget(icon);
    column->addWidget(words);
    column->addWidget(kinds);
    column->addLayout(buttons);
    column->addStretch();
    connect(file, &QPushButton::clicked, this, &WelcomePage::openFileRequested);
    connect(folder, &QPushButton::clicked, this, &WelcomePage::openFolderRequested);
    return zone;
}

QWidget *WelcomePage::buildRecent()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    auto *title = new QLabel(tr("&Recent"), box);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    m_recentFilter = new QLineEdit(box);
    m_recentFilter->setPlaceholderText(tr("Filter"));
    m_recentFilter->setAccessibleName(tr("Filter recent images"));
    m_recentFilter->setClearButtonEnabled(true);
    m_recentFilter->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_list = new QListWidget(box);
    m_list->setAccessibleName(tr("Recent images and reviews"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    title->setBuddy(m_list);
    m_noRecent = new QLabel(tr("Nothing was open yet. The sample image below shows every licence class."), box);
    m_noRecent->setWordWrap(true);
    m_noRecent->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_keep = new QCheckBox(tr("&Keep this list"), box);
    m_keep->setChecked(m_recent->isKept());
    m_keep->setToolTip(tr("When off, nothing that you open is remembered"));
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_recentFilter);
    column->addLayout(head);
    column->addWidget(m_noRecent, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_keep);
    connect(m_keep, &QCheckBox::toggled, m_recent, &RecentFiles::setKept);
    connect(m_recentFilter, &QLineEdit::textChanged, this, &WelcomePage::filterRecent);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (item->flags().testFlag(Qt::ItemIsSelectable))
            Q_EMIT referenceEntered(item->data(Qt::UserRole).toString());
    });
    return box;
}

QBoxLayout *WelcomePage::buildReference()
{
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("File, folder or &image reference"), this);
    m_reference = new QLineEdit(this);
    m_reference->setAccessibleName(tr("File, folder or image reference"));
    m_reference->setPlaceholderText(tr("/path/to/image.tar"));
    m_reference->setClearButtonEnabled(true);
    label->setBuddy(m_reference);
    auto *check = new QPushButton(tr("&Check"), this);
    check->setEnabled(false);
    row->addWidget(label);
    row->addWidget(m_reference, 1);
    row->addWidget(check);
    const auto enter = [this] {
        QString text = m_reference->text().trimmed();
        if (text.startsWith(QLatin1String("file://")))
            text = QUrl(text).toLocalFile();
        if (!text.isEmpty())
            Q_EMIT referenceEntered(text);
    };
    connect(m_reference, &QLineEdit::returnPressed, this, enter);
    connect(check, &QPushButton::clicked, this, enter);
    connect(m_reference, &QLineEdit::textChanged, check,
            [check](const QString &text) { check->setEnabled(!text.trimmed().isEmpty()); });
    return row;
}

QBoxLayout *WelcomePage::buildHelp()
{
    auto *row = new QHBoxLayout;
    auto *sample = new QPushButton(tr("&Try the sample image"), this);
    auto *legend = new QPushButton(tr("What the colours &mean"), this);
    auto *keys = new QPushButton(tr("Keyboard &shortcuts"), this);
    row->addWidget(sample);
    row->addWidget(legend);
    row->addWidget(keys);
    row->addStretch();
    connect(sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(legend, &QPushButton::clicked, this, &WelcomePage::legendRequested);
    connect(keys, &QPushButton::clicked, this, &WelcomePage::shortcutsRequested);
    return row;
}

void WelcomePage::reloadRecent()
{
    m_list->clear();
    for (const RecentFiles::Entry &entry : m_recent->entries()) {
        const bool exists = entry.exists();
        QString state = tr("file is gone");
        if (exists)
            state = entry.undecided < 0 ? tr("not judged yet") : tr("%n undecided", nullptr, entry.undecided);
        const QString when = QLocale().toString(entry.opened.date(), QLocale::ShortFormat);
        const QString title = entry.title.isEmpty() ? QFileInfo(entry.path).fileName() : entry.title;
        auto *item
            = new QListWidgetItem(tr("%1 · %2 · %3\n%4", "title, state, date, path").arg(title, state, when, entry.path), m_list);
        item->setToolTip(exists ? entry.path : tr("%1 is no longer there. Delete removes it from this list.").arg(entry.path));
        item->setData(Qt::UserRole, entry.path);
        item->setIcon(Theme::actionIcon(exists ? QStringLiteral("layers") : QStringLiteral("cancel")));
    }
    const bool any = m_list->count() > 0;
    m_list->setVisible(any);
    m_noRecent->setVisible(!any);
    m_recentFilter->setVisible(m_list->count() > 4);
    filterRecent(m_recentFilter->text());
}

void WelcomePage::filterRecent(const QString &text)
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
}

void WelcomePage::removeSelected()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        m_recent->remove(item->data(Qt::UserRole).toString());
}

void WelcomePage::setReference(const QString &text)
{
    m_reference->setText(text);
    focusReference();
}

void WelcomePage::focusReference()
{
    m_reference->setFocus(Qt::OtherFocusReason);
    m_reference->selectAll();
}

bool WelcomePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace waybill
