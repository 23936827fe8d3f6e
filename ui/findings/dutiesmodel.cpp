// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/dutiesmodel.h"

#include "core/report/messages.h"

#include <QLocale>

#include <map>

namespace waybill {

DutiesModel::DutiesModel(Session *session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(session, &Session::inventoryChanged, this, &DutiesModel::refresh);
    connect(session, &Session::assessmentChanged, this, &DutiesModel::refresh);
    refresh();
}

void DutiesModel::refresh()
{
    beginResetModel();
    const Review &review = m_session->review();
    m_duties.clear();
    if (review.inventory)
        m_duties = dutyStatesOf(review, *m_session->services().policy, review.scenario);
    endResetModel();
}

int DutiesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_duties.size());
}

int DutiesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DutiesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DutyState &state = m_duties[static_cast<size_t>(index.row())];
    const Duty *duty = m_session->services().policy->duty(state.id);
    const QString language = QLocale().name();
    if (role == Qt::CheckStateRole && index.column() == Done)
        return static_cast<int>(state.done ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::ToolTipRole && duty)
        return duty->text.in(language);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case What:
        return duty ? duty->title.in(language) : state.id;
    case Clause:
        return duty ? Messages::clause(duty->clause) : QString();
    case Findings:
        return state.findings;
    case Components:
        return static_cast<int>(state.items.size());
    case Note:
        return state.note;
    default:
        return {};
    }
}

bool DutiesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    const DutyState state = m_duties[static_cast<size_t>(index.row())];
    Answers answers = m_session->review().answers;
    if (index.column() == Done && role == Qt::CheckStateRole) {
        if (value.toInt() == Qt::Checked)
            answers[dutyKey(state.id)] = QStringLiteral("done");
        else
            answers.remove(dutyKey(state.id));
    } else if (index.column() == Note && role == Qt::EditRole && state.done) {
        const QString note = value.toString().simplified();
        answers[dutyKey(state.id)] = note.isEmpty() ? QStringLiteral("done") : QStringLiteral("done: ") + note;
    } else {
        return false;
    }
    m_session->setAnswers(answers);
    return true;
}

QVariant DutiesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Done:
        return tr("Done");
    case What:
        return tr("Duty");
    case Clause:
        return tr("Clause");
    case Findings:
        return tr("Findings");
    case Components:
        return tr("Components");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags DutiesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Done)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Note && index.isValid() && m_duties[static_cast<size_t>(index.row())].done)
        flags |= Qt::ItemIsEditable;
    return flags;
}

ChoicesModel::ChoicesModel(Session *session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(session, &Session::inventoryChanged, this, &ChoicesModel::refresh);
    connect(session, &Session::assessmentChanged, this,
            [this] { Q_EMIT dataChanged(index(0, Chosen), index(rowCount() - 1, Chosen)); });
    refresh();
}

void ChoicesModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    std::map<QString, qint64> files;
    if (const auto inventory = m_session->inventory()) {
        for (const Judgement &judgement : inventory->judgements) {
            if (judgement.expression.contains(QLatin1String(" OR ")))
                files[judgement.expression] += judgement.liveFiles + judgement.ghostFiles;
        }
    }
    for (const auto &[expression, count] : files) {
        const QStringList arms = licenceChoices(expression, *m_session->services().knowledge.catalog);
        if (!arms.isEmpty() && count > 0)
            m_rows.push_back({expression, count, arms});
    }
    endResetModel();
}

int ChoicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChoicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChoicesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const QString chosen = m_session->review().answers.value(licenceChoiceKey(row.expression));
    switch (index.column()) {
    case Expression:
        return row.expression;
    case Files:
        return row.files;
    case Chosen:
        return role != Qt::EditRole && chosen.isEmpty() ? tr("the mildest, nobody chose yet") : chosen;
    default:
        return {};
    }
}

bool ChoicesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Chosen || role != Qt::EditRole)
        return false;
    const Row row = m_rows[static_cast<size_t>(index.row())];
    Answers answers = m_session->review().answers;
    if (row.arms.contains(value.toString()))
        answers[licenceChoiceKey(row.expression)] = value.toString();
    else
        answers.remove(licenceChoiceKey(row.expression));
    m_session->setAnswers(answers);
    return true;
}

QVariant ChoicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Expression:
        return tr("Licence");
    case Files:
        return tr("Files");
    case Chosen:
        return tr("We choose");
    default:
        return {};
    }
}

Qt::ItemFlags ChoicesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Chosen ? flags | Qt::ItemIsEditable : flags;
}

}  // namespace waybill
