// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/settingsdialog.h"

#include "ui/workbench/recentfiles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

namespace waybill {

SettingsDialog::SettingsDialog(RecentFiles *recent, QWidget *parent)
    : QDialog(parent), m_restart(new QLabel(this)), m_overlayState(new QLabel(this)), m_overlay(new QLineEdit(this))
{
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Theme"), buildTheme());
    form->addRow(tr("&Language"), buildLanguage());
    m_restart->setWordWrap(true);
    m_restart->hide();
    form->addRow(QString(), m_restart);
    auto *name = new QLineEdit(QSettings().value(QStringLiteral("reviewer/name")).toString(), this);
    name->setPlaceholderText(tr("Name of your account"));
    name->setAccessibleName(tr("Reviewer name"));
    connect(name, &QLineEdit::textChanged, this,
            [](const QString &text) { QSettings().setValue(QStringLiteral("reviewer/name"), text.trimmed()); });
    form->addRow(tr("&Reviewer name"), name);
    form->addRow(tr("Company &policy"), buildOverlay());
    m_overlayState->setWordWrap(true);
    m_overlayState->hide();
    form->addRow(QString(), m_overlayState);
    auto *keep = new QCheckBox(tr("Remember what was open"), this);
    keep->setChecked(recent->isKept());
    connect(keep, &QCheckBox::toggled, recent, &RecentFiles::setKept);
    form->addRow(tr("Privacy"), keep);
    auto *offline = new QLabel(tr("Waybill sends nothing. The network is used only when you ask for it."), this);
    offline->setWordWrap(true);
    form->addRow(QString(), offline);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

QWidget *SettingsDialog::buildOverlay()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    m_overlay->setText(QSettings().value(QStringLiteral("policy/overlay")).toString());
    m_overlay->setPlaceholderText(tr("As shipped"));
    m_overlay->setAccessibleName(tr("Overlay file of the company"));
    auto *choose = new QPushButton(tr("C&hoose…"), row);
    layout->addWidget(m_overlay, 1);
    layout->addWidget(choose);
    connect(m_overlay, &QLineEdit::editingFinished, this, [this] { useOverlay(m_overlay->text().trimmed()); });
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Overlay file of the company"), m_overlay->text(),
                                                          tr("YAML files (*.yaml *.yml);;All files (*)"));
        if (!path.isEmpty()) {
            m_overlay->setText(path);
            useOverlay(path);
        }
    });
    return row;
}

/// A file with faults is not taken; all of them are named with their lines.
void SettingsDialog::useOverlay(const QString &path)
{
    QSettings settings;
    if (path == settings.value(QStringLiteral("policy/overlay")).toString())
        return;
    QStringList faults;
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            faults.append(file.errorString());
        } else if (const auto shipped = Policy::load()) {
            // Tried on the policy as shipped: what is in use may hold an older state of the same file.
            std::vector<Error> problems;
            const auto tried = (*shipped)->withOverlay(file.readAll(), path, QDate::currentDate(), &problems);
            for (const Error &problem : problems)
                faults.append(tr("Line %1: %2").arg(problem.line).arg(problem.cause));
            if (!tried && problems.empty())
                faults.append(tried.error().cause);
        }
    }
    if (faults.isEmpty())
        settings.setValue(QStringLiteral("policy/overlay"), path);
    m_overlayState->setText(faults.isEmpty() ? tr("The policy changes the next time Waybill starts.")
                                             : tr("Not taken:") + QLatin1Char('\n') + faults.join(QLatin1Char('\n')));
    m_overlayState->show();
    adjustSize();
}

Result<std::shared_ptr<const Policy>> SettingsDialog::withStoredOverlay(const Policy &shipped)
{
    const QString path = QSettings().value(QStringLiteral("policy/overlay")).toString();
    if (path.isEmpty())
        return std::shared_ptr<const Policy>();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, path, file.errorString());
    return shipped.withOverlay(file.readAll(), path, QDate::currentDate());
}

QComboBox *SettingsDialog::buildTheme()
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(tr("Theme"));
    box->addItem(tr("As the desktop"), static_cast<int>(Theme::Mode::System));
    box->addItem(tr("Light"), static_cast<int>(Theme::Mode::Light));
    box->addItem(tr("Dark"), static_cast<int>(Theme::Mode::Dark));
    box->setCurrentIndex(box->findData(static_cast<int>(storedTheme())));
    connect(box, &QComboBox::activated, this, [box] { applyTheme(static_cast<Theme::Mode>(box->currentData().toInt())); });
    return box;
}

QComboBox *SettingsDialog::buildLanguage()
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(tr("Language"));
    box->addItem(tr("As the desktop"), QString());
    // Each language in its own words, whatever the window speaks.
    box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    box->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    const QString before = QSettings().value(QStringLiteral("language")).toString();
    box->setCurrentIndex(std::max(0, box->findData(before)));
    connect(box, &QComboBox::activated, this, [this, box, before] {
        const QString chosen = box->currentData().toString();
        QSettings().setValue(QStringLiteral("language"), chosen);
        m_restart->setText(tr("The language changes the next time Waybill starts."));
        m_restart->setVisible(chosen != before);
        adjustSize();
    });
    return box;
}

QString SettingsDialog::themeId(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::Light:
        return QStringLiteral("light");
    case Theme::Mode::Dark:
        return QStringLiteral("dark");
    case Theme::Mode::System:
        break;
    }
    return QStringLiteral("system");
}

Theme::Mode SettingsDialog::storedTheme()
{
    const QString id = QSettings().value(QStringLiteral("theme")).toString();
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        if (themeId(mode) == id)
            return mode;
    }
    return Theme::Mode::System;
}

void SettingsDialog::applyTheme(Theme::Mode mode)
{
    QSettings().setValue(QStringLiteral("theme"), themeId(mode));
    Theme::apply(mode);
}

}  // namespace waybill
