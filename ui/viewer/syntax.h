// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QTextDocument;

namespace waybill {

/// Syntax colours for text documents: wraps KSyntaxHighlighting, which nobody else includes. Follows light and dark.
/// One object per document; both live on the UI thread.
class Syntax
{
public:
    explicit Syntax(QTextDocument *document);
    ~Syntax();

    /// Chooses the definition by file name, else by the first bytes ("#!"); no colours when none fits.
    void setFile(const QString &fileName, const QByteArray &start);
    /// Our own definition of build instructions.
    void setInstruction();
    void setNone();
    QString definitionName() const;  ///< empty when there are no colours
    void followPalette();            ///< call when the application palette has changed

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace waybill
