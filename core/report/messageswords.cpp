// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

namespace waybill {

QString Messages::matchKind(MatchKind kind)
{
    switch (kind) {
    case MatchKind::ExactText:
        return tr("Exact text");
    case MatchKind::CloseText:
        return tr("Close text");
    case MatchKind::Eula:
        return tr("Vendor agreement");
    case MatchKind::Header:
        return tr("Notice in the file head");
    case MatchKind::Tag:
        return tr("SPDX tag");
    case MatchKind::Reference:
        return tr("Mentioned only");
    case MatchKind::Declared:
        return tr("Declared by the package");
    }
    return {};
}

QString Messages::basis(Basis basis)
{
    switch (basis) {
    case Basis::FileText:
        return tr("a text inside the file itself");
    case Basis::VendorRule:
        return tr("the file list of a vendor agreement or product");
    case Basis::Component:
        return tr("the package that owns the file");
    case Basis::NearestText:
        return tr("the nearest licence text above the file");
    case Basis::Generated:
        return tr("written by the system; no terms of its own");
    case Basis::OwnAssumed:
        return tr("no package owns it; taken for your own work");
    case Basis::OwnStated:
        return tr("in a folder that you named as your own work");
    case Basis::None:
        return tr("nothing establishes its terms");
    }
    return {};
}

static QString conditionText(const QString &id)
{
    if (id == QLatin1String("app"))
        return Messages::tr("only as part of your own application");
    if (id == QLatin1String("unmodified"))
        return Messages::tr("only byte for byte as delivered");
    if (id == QLatin1String("driver-hub-only"))
        return Messages::tr("only in images that stay on the vendor's own hubs");
    if (id == QLatin1String("jetson-whole-sdk"))
        return Messages::tr("only with the whole Jetson SDK");
    return id;
}

QString Messages::right(const FileRight &right)
{
    QStringList conditions;
    for (const QString &id : right.conditions)
        conditions << conditionText(id);
    QString text;
    switch (right.right) {
    case Right::NoAgreement:
        return tr("No vendor agreement speaks about this file");
    case Right::Distributable:
        text = tr("May be passed on");
        break;
    case Right::DistributableConditions:
        text = conditions.isEmpty()
            ? tr("May be passed on under conditions")
            : tr("May be passed on: %1").arg(conditions.join(tr("; ", "between the conditions of a right")));
        break;
    case Right::InternalOnly:
        text = tr("For internal use only");
        break;
    case Right::NotListed:
        text = tr("Not listed in the agreement, so not granted");
        break;
    }
    return right.clause.isEmpty()
        ? text
        : tr("%1 (clause %2)", "what an agreement says of a file, and where").arg(text, Messages::clause(right.clause));
}

QString Messages::sourceKind(SourceKind kind)
{
    switch (kind) {
    case SourceKind::DockerArchive:
        return tr("Docker archive");
    case SourceKind::OciLayout:
        return tr("OCI layout");
    case SourceKind::OciArchive:
        return tr("OCI archive");
    case SourceKind::RootFileSystem:
        return tr("Root file system");
    case SourceKind::Registry:
        return tr("Registry");
    case SourceKind::Engine:
        return tr("Container engine");
    }
    return {};
}

QString Messages::stage(Stage stage)
{
    switch (stage) {
    case Stage::Idle:
        return tr("Idle");
    case Stage::Opening:
        return tr("Opening");
    case Stage::ReadingLayers:
        return tr("Reading layers");
    case Stage::JoiningResults:
        return tr("Joining results");
    case Stage::ApplyingPolicy:
        return tr("Applying the policy");
    case Stage::WritingReport:
        return tr("Writing the report");
    case Stage::Signing:
        return tr("Signing");
    case Stage::Saving:
        return tr("Saving");
    case Stage::WritingImage:
        return tr("Writing the image");
    }
    return {};
}

QString Messages::logAction(const QString &id)
{
    if (id == QLatin1String("created"))
        return tr("Created", "line of the log");
    if (id == QLatin1String("answered"))
        return tr("Answered", "line of the log");
    if (id == QLatin1String("decided"))
        return tr("Decided", "line of the log");
    if (id == QLatin1String("withdrawn"))
        return tr("Withdrawn", "line of the log");
    if (id == QLatin1String("scenario"))
        return tr("Delivery chosen", "line of the log");
    if (id == QLatin1String("signed"))
        return tr("Signed", "line of the log");
    return displayText(id);
}

QString Messages::certainty(const QString &id)
{
    if (id == QLatin1String("read"))
        return tr("Read in the source text");
    if (id == QLatin1String("judgement"))
        return tr("Our reading; open to another view");
    return displayText(id);
}

}  // namespace waybill
