// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/selection.h"

#include <QScopedValueRollback>

namespace waybill {

bool Selection::begin(Subject subject, bool changed, bool gone)
{
    // Inside an emission only a real change is told: two views that follow each other would never come to rest otherwise.
    if (m_depth > 0)
        return changed;
    if (gone) {
        if (m_subject == subject)
            m_subject = Subject::None;
        return changed;
    }
    const bool differs = changed || m_subject != subject;
    m_subject = subject;
    return differs;
}

void Selection::selectNode(NodeId node)
{
    const bool changed = m_node != node;
    m_node = node;
    if (!begin(Subject::Node, changed, !node.isValid()))
        return;
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    Q_EMIT nodeSelected(node);
}

void Selection::selectFinding(int finding)
{
    const bool changed = m_finding != finding;
    m_finding = finding;
    if (!begin(Subject::Finding, changed, finding < 0))
        return;
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    Q_EMIT findingSelected(finding);
}

void Selection::selectLayer(int layer)
{
    const bool changed = m_layer != layer;
    m_layer = layer;
    if (!begin(Subject::Layer, changed, layer < 0))
        return;
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    Q_EMIT layerSelected(layer);
}

void Selection::selectComponent(int component)
{
    const bool changed = m_component != component;
    m_component = component;
    if (!begin(Subject::Component, changed, component < 0))
        return;
    const QScopedValueRollback depth(m_depth, m_depth + 1);
    Q_EMIT componentSelected(component);
}

void Selection::clear()
{
    selectComponent(-1);
    selectNode({});
    selectFinding(-1);
    selectLayer(-1);
}

}  // namespace waybill
