// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/licence/licencematcher.h"
#include "ui/viewer/codeview.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace waybill {

class ComparisonView;
class FindBar;
class HexModel;
class Selection;
class Session;
class Syntax;
struct Inventory;

/// Content of one file of one layer: text with syntax colours and the licence texts found in it, or bytes. Follows the
/// selection while it can be seen; reads in the background, four megabytes at a time. Holds at most sixteen megabytes of a
/// text, and four of anything else, however big the file is.
class ViewerPanel : public QWidget
{
    Q_OBJECT
public:
    ViewerPanel(Session *session, Selection *selection, QWidget *parent = nullptr);
    ~ViewerPanel() override;

    static constexpr qint64 firstBytes = 4'000'000;      ///< read in one go; a multiple of HexModel::rowBytes
    static constexpr qint64 mostBytes = 4 * firstBytes;  ///< of a text; then its beginning makes room

public Q_SLOTS:
    void openFile(waybill::NodeId node);
    void goToLine(int line);
    /// Shows the current licence text beside its reference, where it has one, or the file again.
    void compare(bool wanted);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        std::string path;
        int layer = -1;
        qint64 size = 0;
        bool operator==(const Place &) const = default;
    };
    struct Found {
        MarkedLines lines;
        QString text;
        LicenceMatch match;
    };

    void build();
    QWidget *buildHead();
    QWidget *buildTools();
    void connectAll();

    void onNodeSelected(NodeId node);
    void onInventoryChanged();
    void onLayerChosen(int index);
    void onModeChosen();
    void load(const Place &place);
    void read(qint64 offset);
    void onRead(qint64 offset, Result<QByteArray> bytes);
    void adopt(qint64 offset, QByteArray bytes);
    void loadMore();
    void loadEarlier();
    bool showsBytes() const;
    void findBytes(const QByteArray &wanted, bool forward);
    void goToOffset(qint64 offset);
    void selectOffset(qint64 offset);
    void zoom(int steps);
    void applyZoom();
    void connectParts();
    void buildKeys();
    void showBytes();
    void showText();
    void showHead();
    void showMessage(const QString &text);
    void fillLayers();
    void findEvidence();
    void stepEvidence(int step);
    void stepDifference(int step);
    bool canCompare() const;
    void showComparison(bool wanted);
    void tellEvidence();
    void updateState();

    Session *m_session;
    Selection *m_selection;
    QLineEdit *m_path = nullptr;
    QLineEdit *m_instruction = nullptr;
    QComboBox *m_layer = nullptr;
    QComboBox *m_mode = nullptr;
    QCheckBox *m_wrap = nullptr;
    QLabel *m_facts = nullptr;
    QWidget *m_evidenceBar = nullptr;
    QLabel *m_evidenceText = nullptr;
    QToolButton *m_compare = nullptr;
    ComparisonView *m_comparison = nullptr;
    QStackedWidget *m_pages = nullptr;
    CodeView *m_code = nullptr;
    QTableView *m_hex = nullptr;
    HexModel *m_hexModel = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_moreBar = nullptr;
    QLabel *m_moreText = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_earlier = nullptr;
    FindBar *m_find = nullptr;
    std::unique_ptr<Syntax> m_syntax;

    Place m_place;
    NodeId m_pending;  ///< selected while the panel could not be seen
    QByteArray m_bytes;
    qint64 m_offset = 0;             ///< place of m_bytes in the file
    std::map<qint64, int> m_lineAt;  ///< number of the line at the places where parts begin
    QByteArray m_mark;               ///< byte order mark of the file
    bool m_binary = false;           ///< by its first bytes
    qint64 m_wantedOffset = -1;      ///< to be selected when it has been read
    QByteArray m_wantedBytes;        ///< being looked for from part to part
    int m_zoom = 0;                  ///< steps, for text and bytes
    quint64 m_request = 0;           ///< answers to older requests are dropped
    int m_wantedLine = 0;
    std::vector<Found> m_found;
    int m_current = -1;  ///< into m_found
    QString m_textNotes;
};

}  // namespace waybill
