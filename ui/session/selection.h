// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>

namespace waybill {

/// What is selected; one selection that every view follows. Lives on the UI thread, owned by the main window.
/// Selecting what is already the subject is silent. A view that answers a signal by selecting something related (the first
/// file of a finding) does not change the subject: that stays what the user chose.
class Selection : public QObject
{
    Q_OBJECT
public:
    enum class Subject { None, Node, Finding, Layer, Component };

    using QObject::QObject;
    NodeId node() const { return m_node; }
    int finding() const { return m_finding; }      ///< index into the concluded assessment, or -1
    int layer() const { return m_layer; }          ///< or -1
    int component() const { return m_component; }  ///< index into Inventory::components, or -1
    Subject subject() const { return m_subject; }  ///< what the user selected last

    void selectNode(NodeId node);
    void selectFinding(int finding);
    void selectLayer(int layer);
    void selectComponent(int component);
    void clear();

Q_SIGNALS:
    void nodeSelected(waybill::NodeId node);
    void findingSelected(int finding);
    void layerSelected(int layer);
    void componentSelected(int component);
    void openFileRequested(waybill::NodeId node);  ///< show its content in the viewer

private:
    /// False when nothing changes and views need not be told.
    bool begin(Subject subject, bool changed, bool gone);
    NodeId m_node;
    int m_finding = -1;
    int m_layer = -1;
    int m_component = -1;
    int m_depth = 0;  ///< signals being emitted
    Subject m_subject = Subject::None;
};

}  // namespace waybill
