// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in the cells of FindingsModel.

#include "core/report/messages.h"
#include "ui/findings/findingsmodel.h"
#include "ui/theme/palette.h"

#include <QLocale>

namespace waybill {

QString FindingsModel::riskText(RiskLevel level, Permission permission)
{
    // Short words that fit beside the risk; the whole ones are in the tooltip.
    QString allowed;
    switch (permission) {
    case Permission::Permitted:
        allowed = tr("permitted");
        break;
    case Permission::PermittedWithDuties:
        allowed = tr("with duties");
        break;
    case Permission::Undetermined:
        allowed = tr("undetermined");
        break;
    case Permission::NotPermitted:
        allowed = tr("not permitted");
        break;
    }
    return tr("%1, %2", "risk, permission").arg(Messages::risk(level), allowed);
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static const char *const titles[ColumnCount]
        = {QT_TR_NOOP("Risk"),  QT_TR_NOOP("Class"),  QT_TR_NOOP("Licence"), QT_TR_NOOP("Component"), QT_TR_NOOP("Files"),
           QT_TR_NOOP("Layer"), QT_TR_NOOP("Status"), QT_TR_NOOP("Rule"),    QT_TR_NOOP("First path")};
    static const char *const help[ColumnCount] = {
        QT_TR_NOOP("How much is at stake in the chosen scenario, and whether it is permitted"),
        QT_TR_NOOP("The licence class: its shape and its two-letter code"),
        QT_TR_NOOP("The SPDX expression of the terms"),
        QT_TR_NOOP("Name and version of the package or product, or the folder"),
        QT_TR_NOOP("Files in the final image, and files removed by a later layer that still ship"),
        QT_TR_NOOP("The layers that bring the files"),
        QT_TR_NOOP("What a reviewer decided"),
        QT_TR_NOOP("The policy rule that applies"),
        QT_TR_NOOP("The first of the files"),
    };
    if (role == Qt::DisplayRole)
        return tr(titles[section]);
    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole)
        return tr(help[section]);
    return {};
}

QString FindingsModel::text(int i, int column) const
{
    const Finding &current = finding(i);
    switch (column) {
    case Risk:
        return riskText(effect(i).risk, effect(i).permission);
    case Class:
        return licenceClassCode(current.licenceClass);
    case Licence:
        return current.expression.isEmpty() ? tr("none established") : displayText(current.expression);
    case Component:
        return displayText(current.subject);
    case Files: {
        const QLocale locale;
        if (current.ghostFiles == 0)
            return locale.toString(current.liveFiles);
        const QString ghosts = tr("%1 removed", "files").arg(locale.toString(current.ghostFiles));
        return current.liveFiles == 0 ? ghosts : locale.toString(current.liveFiles) % QLatin1String(" + ") % ghosts;
    }
    case Layer: {
        QStringList layers;
        for (size_t l = 0; l < current.layers.size() && l < 4; ++l)
            layers.append(QString::number(current.layers[l] + 1));
        if (current.layers.size() > 4)
            layers.append(QStringLiteral("…"));
        return layers.join(QLatin1String(", "));
    }
    case Status: {
        const auto decision = m_decisions.constFind(current.key);
        if (decision != m_decisions.cend())
            return Messages::decision(*decision);
        return isUndecided(i) ? tr("Undecided") : tr("None needed", "decision");
    }
    case Rule:
        return current.ruleId;
    case FirstPath:
        return m_paths[static_cast<size_t>(i)];
    default:
        return {};
    }
}

QVariant FindingsModel::sortValue(int i, int column) const
{
    const Finding &current = finding(i);
    switch (column) {
    case Risk: {
        // What was not assessed is worse than safe and milder than anything that is known to matter.
        const RiskLevel risk = effect(i).risk;
        const int level = risk == RiskLevel::Safe ? 0 : risk == RiskLevel::NotAssessed ? 1 : static_cast<int>(risk) + 1;
        return level * 8 + static_cast<int>(effect(i).permission);
    }
    case Class:
        return licenceClassRank(current.licenceClass);
    case Files:
        return static_cast<qlonglong>(current.liveFiles) + current.ghostFiles;
    case Layer:
        return current.layers.empty() ? -1 : static_cast<int>(current.layers.front());
    case Status: {
        const auto decision = m_decisions.constFind(current.key);
        if (decision != m_decisions.cend())
            return 2 + static_cast<int>(*decision);
        return isUndecided(i) ? 0 : 1;
    }
    default:
        return text(i, column).toCaseFolded();
    }
}

QVariant FindingsModel::icon(int i, int column) const
{
    switch (column) {
    case Risk:
        return Theme::riskIcon(effect(i).risk);
    case Class:
        return Theme::classIcon(finding(i).licenceClass);
    case Status: {
        const auto decision = m_decisions.constFind(finding(i).key);
        if (decision != m_decisions.cend())
            return Theme::decisionIcon(static_cast<int>(*decision));
        return isUndecided(i) ? QVariant(Theme::decisionIcon(-1)) : QVariant();
    }
    default:
        return {};
    }
}

QString FindingsModel::toolTip(int i, int column) const
{
    const Finding &current = finding(i);
    switch (column) {
    case Risk:
        return tr("%1, %2", "risk, permission").arg(Messages::risk(effect(i).risk), Messages::permission(effect(i).permission));
    case Class:
        return Messages::licenceClass(current.licenceClass);
    case Files:
    case Layer:
        if (current.ghostOnly())
            return tr("All %n file(s) are gone at run time and still ship in the layers that hold them.", nullptr,
                      static_cast<int>(current.ghostFiles));
        if (current.ghostFiles > 0)
            return tr("%n file(s) were removed by a later layer and still ship.", nullptr, static_cast<int>(current.ghostFiles));
        return tr("All files are in the final image.");
    case Rule:
        if (const RuleText *rule = m_policy ? m_policy->rule(current.ruleId) : nullptr)
            return rule->title.in(QLocale().name());
        return current.ruleId;
    default:
        return text(i, column);
    }
}

QString FindingsModel::sentence(int i) const
{
    const Finding &current = finding(i);
    return QStringList {displayText(current.subject),
                        Messages::licenceClass(current.licenceClass),
                        text(i, Licence),
                        text(i, Risk),
                        text(i, Status),
                        tr("files: %1").arg(text(i, Files)),
                        tr("layer %1").arg(text(i, Layer))}
        .join(QLatin1String(", "));
}

}  // namespace waybill
