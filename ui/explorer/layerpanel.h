// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/treeview.h"

#include <QWidget>

class QCheckBox;
class QRadioButton;
class QTreeView;

namespace waybill {

class InstructionView;
class LayerModel;
class Selection;
class Session;

/// The list of layers, the whole instruction of the selected one, and the choice of what the file tree shows.
class LayerPanel : public QWidget
{
    Q_OBJECT
public:
    LayerPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    TreeView view() const;

Q_SIGNALS:
    void viewChanged(const waybill::TreeView &view);

private:
    void build();
    QWidget *buildScope();
    void connectAll();
    void onImageOpened();
    void onInventoryChanged();
    void onAssessmentChanged();
    void onCurrentChanged(const QModelIndex &current);
    void onLayerSelected(int layer);
    void onContextMenu(const QPoint &position);
    void publishView();
    int currentLayer() const;
    std::vector<int> selectedLayers() const;  ///< ascending

    Session *m_session;
    Selection *m_selection;
    LayerModel *m_model;
    QTreeView *m_list = nullptr;
    InstructionView *m_instruction = nullptr;
    QRadioButton *m_thisLayer = nullptr;
    QRadioButton *m_upToLayer = nullptr;
    QRadioButton *m_finalImage = nullptr;
    QCheckBox *m_ghosts = nullptr;
    TreeView m_published;
};

}  // namespace waybill
