// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/dutiesdialog.h"

#include "core/report/messages.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace waybill {

namespace {

QTableView *tableOf(QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTableView;
    view->setModel(model);
    view->setAccessibleName(name);
    view->setAlternatingRowColors(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->resizeColumnsToContents();
    return view;
}

QLabel *sentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

/// Lets a row choose among the arms of its expression.
class ArmDelegate : public QStyledItemDelegate
{
public:
    ArmDelegate(const ChoicesModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->addItem(ChoicesModel::tr("nobody chose yet"), QString());
        for (const QString &arm : m_model->arms(index.row()))
            box->addItem(arm, arm);
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::EditRole))));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData());
    }

private:
    const ChoicesModel *m_model;
};

}  // namespace

DutiesDialog::DutiesDialog(Session *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_duties(new DutiesModel(session, this)), m_choices(new ChoicesModel(session, this))
{
    setWindowTitle(tr("Duties and choices"));
    auto *tabs = new QTabWidget;
    tabs->addTab(buildDuties(), tr("Duties"));
    tabs->addTab(buildChoices(), tr("Choice of licence"));
    tabs->addTab(buildOwn(), tr("Own work"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});  // the style's own is black on any ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resize(860, 480);
}

QWidget *DutiesDialog::buildDuties()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(sentence(tr("What must be done to be allowed to ship: %1. A tick says that it is done.")
                                   .arg(Messages::scenario(m_session->review().scenario))));
    layout->addWidget(tableOf(m_duties, tr("Duties")), 1);
    return page;
}

QWidget *DutiesDialog::buildChoices()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(
        sentence(tr("These licences leave a choice. What you choose is judged from then on and stands in the report.")));
    QTableView *view = tableOf(m_choices, tr("Choice of licence"));
    view->setItemDelegateForColumn(ChoicesModel::Chosen, new ArmDelegate(m_choices, view));
    layout->addWidget(view, 1);
    return page;
}

QWidget *DutiesDialog::buildOwn()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(sentence(
        tr("Folders of the image that hold your own work, one per line. Files in them are not judged as somebody else's, unless "
           "a text inside, a package or a vendor's list says otherwise.")));
    auto *folders = new QPlainTextEdit;
    folders->setAccessibleName(tr("Folders with own work"));
    folders->setPlaceholderText(QStringLiteral("/app"));
    folders->setPlainText(m_session->ownFolders().join(QLatin1Char('\n')));
    layout->addWidget(folders, 1);
    auto *apply = new QPushButton(tr("&Apply"));
    connect(apply, &QPushButton::clicked, this, [this, folders] {
        QStringList list;
        for (const QString &line : folders->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            list.append(line.trimmed());
        m_session->setOwnFolders(list);
    });
    layout->addWidget(apply, 0, Qt::AlignRight);
    return page;
}

}  // namespace waybill
