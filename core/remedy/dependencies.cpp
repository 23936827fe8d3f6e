// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remedy/dependencies.h"

#include <QHash>

#include <algorithm>

namespace waybill {

Dependencies::Dependencies(const Inventory &inventory) : m_count(inventory.components.size())
{
    QHash<QString, std::vector<quint32>> byName;
    const auto spelled = [](const Component &component, QString name) {
        // PEP 503: Python names differ in case and separators only by taste.
        if (component.kind == QLatin1String("pypi"))
            name = name.toLower().replace(QLatin1Char('_'), QLatin1Char('-')).replace(QLatin1Char('.'), QLatin1Char('-'));
        return QString(component.kind % QLatin1Char('/') % name);
    };
    for (size_t i = 0; i < m_count; ++i) {
        const Component &component = inventory.components[i];
        if (component.isGhost())
            continue;
        for (const QString &name : QStringList {component.name} + component.provides)
            byName[spelled(component, name)].push_back(static_cast<quint32>(i));
    }
    m_sole.resize(m_count);
    for (size_t i = 0; i < m_count; ++i) {
        const Component &component = inventory.components[i];
        if (component.isGhost())
            continue;
        for (const QString &choices : component.depends) {
            Need need {static_cast<quint32>(i), {}};
            for (const QString &name : choices.split(QLatin1String(" | "))) {
                const std::vector<quint32> providers = byName.value(spelled(component, name));
                need.providers.insert(need.providers.end(), providers.begin(), providers.end());
            }
            std::sort(need.providers.begin(), need.providers.end());
            need.providers.erase(std::unique(need.providers.begin(), need.providers.end()), need.providers.end());
            if (need.providers.empty() || std::count(need.providers.begin(), need.providers.end(), need.who) > 0)
                continue;
            if (need.providers.size() == 1)
                m_sole[need.providers.front()].push_back(static_cast<quint32>(m_needs.size()));
            m_needs.push_back(std::move(need));
        }
    }
}

std::vector<ComponentId> Dependencies::dependantsOf(ComponentId component) const
{
    std::vector<bool> seen(m_count);
    std::vector<quint32> todo {component.value};
    seen[component.value] = true;
    std::vector<ComponentId> dependants;
    while (!todo.empty()) {
        const quint32 at = todo.back();
        todo.pop_back();
        for (const quint32 need : m_sole[at]) {
            const quint32 who = m_needs[need].who;
            if (seen[who])
                continue;
            seen[who] = true;
            todo.push_back(who);
            dependants.emplace_back(who);
        }
    }
    std::sort(dependants.begin(), dependants.end());
    return dependants;
}

std::vector<std::pair<ComponentId, ComponentId>> Dependencies::broken(const std::vector<bool> &gone) const
{
    std::vector<std::pair<ComponentId, ComponentId>> result;
    for (const Need &need : m_needs) {
        const auto isGone = [&gone](quint32 i) { return gone[i]; };
        if (!gone[need.who] && std::all_of(need.providers.begin(), need.providers.end(), isGone))
            result.emplace_back(ComponentId(need.who), ComponentId(need.providers.front()));
    }
    return result;
}

std::vector<ComponentId> Dependencies::leftOver(const std::vector<bool> &gone) const
{
    std::vector<bool> needed(m_count), was(m_count);
    for (const Need &need : m_needs) {
        for (const quint32 provider : need.providers) {
            needed[provider] = needed[provider] || !gone[need.who];
            was[provider] = was[provider] || gone[need.who];
        }
    }
    std::vector<ComponentId> result;
    for (size_t i = 0; i < m_count; ++i) {
        if (was[i] && !needed[i] && !gone[i])
            result.emplace_back(i);
    }
    return result;
}

}  // namespace waybill
