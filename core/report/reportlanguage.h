// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace waybill {

/// Lets one thread write a report in a language that is not the window's. Installs itself as a translator of the
/// application; create it on the main thread, it must outlive every Use.
class ReportLanguage : public QTranslator
{
public:
    explicit ReportLanguage(QObject *parent = nullptr);
    ~ReportLanguage() override;

    /// While it lives, texts of this thread are in `language` ("en", "zh_CN"); other threads notice nothing.
    class Use
    {
    public:
        explicit Use(const QString &language);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;
    };

    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }

private:
    QTranslator m_chinese;
    QTranslator m_english;  ///< plural forms only
};

}  // namespace waybill
