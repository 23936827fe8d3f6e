// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/droptarget.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace waybill {

namespace {

constexpr qsizetype maxReferenceLength = 1024;

/// Names that promise something else than an image; everything not listed is worth a try, its content decides.
bool promisesSomethingElse(const QString &suffix)
{
    static const QStringList others {QStringLiteral("iso"), QStringLiteral("exe"),  QStringLiteral("zip"),
                                     QStringLiteral("deb"), QStringLiteral("rpm"),  QStringLiteral("png"),
                                     QStringLiteral("jpg"), QStringLiteral("svg"),  QStringLiteral("docx"),
                                     QStringLiteral("txt"), QStringLiteral("html"), QStringLiteral("qcow2")};
    return others.contains(suffix.toLower());
}

}  // namespace

DropOutcome DropOutcome::of(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.isEmpty()) {
        const QString text = data.text().trimmed().left(maxReferenceLength);
        if (text.isEmpty() || text.contains(QLatin1Char('\n')))
            return {};
        return {Kind::FillReference, text, tr("Use as image reference")};
    }
    const QUrl &first = urls.front();
    const QString name = first.fileName();
    if (!first.isLocalFile())
        return {Kind::Impossible, {}, tr("Cannot open %1: only files on this computer can be dropped").arg(first.host())};
    const QFileInfo info(first.toLocalFile());
    if (!info.exists())
        return {Kind::Impossible, {}, tr("Cannot open %1: it is not there").arg(name)};
    const QString path = info.absoluteFilePath();
    QString sentence;
    if (info.isDir())
        sentence = tr("Open the folder %1").arg(info.fileName());
    else if (info.suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0)
        return {Kind::CheckSignature, path, tr("Check the signature of %1").arg(name)};
    else if (info.suffix().compare(QLatin1String("waybill"), Qt::CaseInsensitive) == 0)
        sentence = tr("Open the review %1").arg(name);
    else if (promisesSomethingElse(info.suffix()))
        return {Kind::Impossible, {}, tr("Cannot open %1: this is no container image").arg(name)};
    else
        sentence = tr("Open %1").arg(name);
    if (urls.size() > 1)
        sentence
            = tr("%1 (one at a time: the other %n stay(s) closed)", nullptr, static_cast<int>(urls.size() - 1)).arg(sentence);
    return {Kind::Open, path, sentence};
}

}  // namespace waybill
