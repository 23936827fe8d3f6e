// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/selectionkeeper.h"

#include <QScopedValueRollback>

namespace waybill {

SelectionKeeper::SelectionKeeper(Session *session, Selection *selection, QObject *parent)
    : QObject(parent), m_session(session), m_selection(selection)
{
    connect(selection, &Selection::findingSelected, this, &SelectionKeeper::remember);
    connect(selection, &Selection::nodeSelected, this, &SelectionKeeper::remember);
    connect(selection, &Selection::layerSelected, this, &SelectionKeeper::remember);
    connect(selection, &Selection::componentSelected, this, &SelectionKeeper::remember);
    connect(session, &Session::imageOpened, this, &SelectionKeeper::forget);
    connect(session, &Session::inventoryChanged, this, &SelectionKeeper::restore);
}

void SelectionKeeper::remember()
{
    const auto inventory = m_session->inventory();
    if (m_restoring || !inventory)
        return;
    const auto &findings = m_session->review().concluded.findings;
    const int finding = m_selection->finding();
    const NodeId node = m_selection->node();
    m_finding
        = finding >= 0 && static_cast<size_t>(finding) < findings.size() ? findings[static_cast<size_t>(finding)].key : QString();
    const bool validNode = node.isValid() && node.value < static_cast<quint32>(inventory->tree->size());
    m_path = validNode ? inventory->tree->path(node) : std::string();
    m_pathLayer = validNode ? inventory->tree->node(node).layer : -1;
    const auto component = static_cast<size_t>(m_selection->component());
    m_component = m_selection->component() >= 0 && component < inventory->components.size()
        ? inventory->components[component].purl
        : QString();
    m_layer = m_selection->layer();
    m_subject = m_selection->subject();
}

void SelectionKeeper::forget()
{
    {
        const QScopedValueRollback restoring(m_restoring, true);
        m_selection->clear();
    }
    m_finding.clear();
    m_component.clear();
    m_path.clear();
    m_pathLayer = -1;
    m_layer = -1;
    m_subject = Selection::Subject::None;
}

void SelectionKeeper::restore()
{
    const auto inventory = m_session->inventory();
    if (!inventory)
        return;
    const QScopedValueRollback restoring(m_restoring, true);
    m_selection->clear();
    const auto &findings = m_session->review().concluded.findings;
    const auto selectFinding = [&] {
        for (size_t i = 0; !m_finding.isEmpty() && i < findings.size(); ++i) {
            if (findings[i].key == m_finding)
                return m_selection->selectFinding(static_cast<int>(i));
        }
    };
    const auto selectNode = [&] {
        if (m_pathLayer >= 0)
            m_selection->selectNode(inventory->tree->findAt(m_path, m_pathLayer));
    };
    // What the user chose last comes last, so that it is the subject again.
    if (m_layer >= 0 && m_subject != Selection::Subject::Layer)
        m_selection->selectLayer(m_layer);
    if (m_subject == Selection::Subject::Finding) {
        selectNode();
        selectFinding();
    } else {
        selectFinding();
        selectNode();
    }
    if (m_layer >= 0 && m_subject == Selection::Subject::Layer)
        m_selection->selectLayer(m_layer);
    for (size_t i = 0; m_subject == Selection::Subject::Component && !m_component.isEmpty() && i < inventory->components.size();
         ++i) {
        if (inventory->components[i].purl == m_component) {
            m_selection->selectComponent(static_cast<int>(i));
            break;
        }
    }
}

}  // namespace waybill
