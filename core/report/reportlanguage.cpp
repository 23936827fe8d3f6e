// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportlanguage.h"

#include "core/base/datafiles.h"

#include <QCoreApplication>

#include <cstring>

namespace waybill {

namespace {

enum class Spoken { AsTheWindow, English, Chinese };
thread_local Spoken spoken = Spoken::AsTheWindow;

}  // namespace

ReportLanguage::ReportLanguage(QObject *parent) : QTranslator(parent)
{
    // A missing file leaves the English source texts, which is what the report then shows.
    if (!m_chinese.load(dataFile(QStringLiteral("i18n/waybill_zh_CN.qm"))))
        qWarning("The Chinese texts of the report are not installed");
    const QString english = dataFile(QStringLiteral("i18n/waybill_en.qm"));
    if (!english.isEmpty() && !m_english.load(english))
        qWarning("The English plural forms of the report cannot be read");
    QCoreApplication::installTranslator(this);
}

ReportLanguage::~ReportLanguage()
{
    QCoreApplication::removeTranslator(this);
}

QString ReportLanguage::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    if (spoken == Spoken::AsTheWindow || std::strncmp(context, "waybill::", 9) != 0)
        return {};
    const QTranslator &texts = spoken == Spoken::Chinese ? m_chinese : m_english;
    const QString found = texts.isEmpty() ? QString() : texts.translate(context, source, disambiguation, n);
    return found.isEmpty() ? QString::fromUtf8(source) : found;
}

ReportLanguage::Use::Use(const QString &language)
{
    spoken = language.startsWith(QLatin1String("zh")) ? Spoken::Chinese : Spoken::English;
}

ReportLanguage::Use::~Use()
{
    spoken = Spoken::AsTheWindow;
}

}  // namespace waybill
