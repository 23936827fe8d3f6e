// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfreport.h"

#include "core/report/jsonreport.h"
#include "core/report/pdffinish.h"
#include "core/report/reportdocument.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace waybill {

namespace {

constexpr int mostPages = 20'000;

void prepare(QPdfWriter &writer, const QString &title)
{
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(reportResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(title);
}

/// The same drawing without a painter: it fixes the number of pages that every foot names.
int countPages(ReportDocument &document)
{
    QByteArray nothing;
    QBuffer buffer(&nothing);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(writer, {});
    PageWriter pages(writer, nullptr, document.furniture());
    document.draw(pages);
    return pages.pageCount();
}

}  // namespace

Result<QByteArray> writePdfReport(const Review &review, const Policy &policy, const ReportOptions &options)
{
    if (!review.inventory)
        return fail(ErrorKind::Io, QStringLiteral("PDF"), QStringLiteral("no image is open"));
    ReportDocument document(review, policy, options);
    PageFurniture furniture = document.furniture();
    furniture.totalPages = countPages(document);
    if (furniture.totalPages > mostPages)
        return fail(ErrorKind::LimitExceeded, QStringLiteral("PDF"), QStringLiteral("%1 pages").arg(furniture.totalPages));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfFinish finish;
    {
        QPdfWriter writer(&buffer);
        prepare(writer, document.title());
        QPainter painter;
        if (!painter.begin(&writer))
            return fail(ErrorKind::Io, QStringLiteral("PDF"), QStringLiteral("the page painter did not start"));
        PageWriter pages(writer, &painter, furniture);
        document.draw(pages);
        painter.end();
        finish.bookmarks = pages.bookmarks();
    }
    finish.title = document.title();
    finish.author = options.preparedBy;
    finish.language = options.language.startsWith(QLatin1String("zh")) ? QStringLiteral("zh-CN") : QStringLiteral("en");
    finish.time = options.now;
    finish.signaturePanel = document.signaturePanel();
    finish.review = reviewJson(review, policy);
    finish.reviewDescription = ReportDocument::tr("The review as data");
    return finishPdf(bytes, finish);
}

}  // namespace waybill
