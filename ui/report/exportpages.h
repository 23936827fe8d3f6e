// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/readiness.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QLabel;
class QPdfDocument;
class QPdfView;
class QBuffer;

namespace waybill {

class Session;

/// Step 1: what goes into the report. Plain child widget.
class ContentsPage : public QWidget
{
    Q_OBJECT
public:
    explicit ContentsPage(Session *session, QWidget *parent = nullptr);
    QString language() const;
    QString preparedBy() const;
    bool isDraft() const;
    void setDraft(bool draft);

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_language;
    QLineEdit *m_preparedBy;
    QCheckBox *m_draft;
};

/// Step 2: what is ready and what is not, in words. Follows the session.
class ReadyPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReadyPage(Session *session, QWidget *parent = nullptr);
    bool canExport() const { return m_canExport; }

Q_SIGNALS:
    void changed();
    void draftRequested();

private:
    void refresh();
    Session *m_session;
    QListWidget *m_list;
    bool m_canExport = false;
};

/// Step 3: the pages as they will be written.
class PreviewPage : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPage(QWidget *parent = nullptr);
    void showMessage(const QString &text);
    void showPdf(const QByteArray &pdf);
    int pageCount() const;

private:
    QLabel *m_message;
    QPdfDocument *m_document;
    QPdfView *m_view;
    QBuffer *m_buffer;
};

}  // namespace waybill
