// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/messages.h"

#include <QHash>

namespace waybill {

namespace {

struct NoteText {
    const char *id;
    const char *general;  ///< %1 = layer name when the note has a layer
    const char *inLayer;
};

// Context and markers for lupdate; the sentences are looked up in Messages::note.
constexpr NoteText noteTexts[] = {
    {"history-surplus",
     QT_TRANSLATE_NOOP(
         "waybill::Messages",
         "The history has more build steps than there are layers, so some instructions may stand beside the wrong layer."),
     nullptr},
    {"history-missing", QT_TRANSLATE_NOOP("waybill::Messages", "The image does not record which instruction made which layer."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The image does not record which instruction made %1.")},
    {"diff-id-mismatch",
     QT_TRANSLATE_NOOP("waybill::Messages", "The content of a layer is not the one that the image config names."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The content of %1 is not the one that the image config names.")},
    {"digest-mismatch", QT_TRANSLATE_NOOP("waybill::Messages", "The stored bytes of a layer differ from their digest."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The stored bytes of %1 differ from their digest.")},
    {"size-mismatch", QT_TRANSLATE_NOOP("waybill::Messages", "A layer is longer or shorter than the manifest declares."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The size of %1 is not the one that the manifest declares.")},
    {"unterminated-tar",
     QT_TRANSLATE_NOOP("waybill::Messages", "A tar stream stops without its closing blocks; everything up to there was read."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "The tar stream of %1 stops without its closing blocks; everything up to there was read.")},
    {"trailing-data",
     QT_TRANSLATE_NOOP("waybill::Messages", "There are more bytes after the end of a tar stream; they were not judged."),
     QT_TRANSLATE_NOOP("waybill::Messages", "There are more bytes after the end of %1; they were not judged.")},
    {"media-type-mismatch",
     QT_TRANSLATE_NOOP("waybill::Messages", "A layer is packed in another way than its media type says; the bytes decided."),
     QT_TRANSLATE_NOOP("waybill::Messages", "%1: packed in another way than its media type says; the bytes decided.")},
    {"duplicate-path", QT_TRANSLATE_NOOP("waybill::Messages", "A layer holds the same path more than once; the last one counts."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The same path stands more than once in %1; the last one counts.")},
    {"rejected-path",
     QT_TRANSLATE_NOOP("waybill::Messages", "The path of an entry leads out of the image; it is shown under “(rejected path)”."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "The path of an entry of %1 leads out of the image; it is shown under “(rejected path)”.")},
    {"layer-missing", QT_TRANSLATE_NOOP("waybill::Messages", "A layer is not in this source and was not assessed."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The source does not hold %1, so it was not assessed.")},
    {"layer-failed", QT_TRANSLATE_NOOP("waybill::Messages", "A layer could not be read to its end; the rest was not assessed."),
     QT_TRANSLATE_NOOP("waybill::Messages", "Reading %1 to its end failed; the rest was not assessed.")},
    {"layer-limit",
     QT_TRANSLATE_NOOP("waybill::Messages", "A safety limit stopped the reading of a layer; the rest was not assessed."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A safety limit stopped the reading of %1; the rest was not assessed.")},
    {"diff-id-count",
     QT_TRANSLATE_NOOP("waybill::Messages", "The image config names another number of layers than the manifest."), nullptr},
    {"diff-id-invalid", QT_TRANSLATE_NOOP("waybill::Messages", "The image config names a diff ID that is no digest."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The diff ID of %1 in the image config is no digest.")},
    {"undecoded-data",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "Behind the packed data of a layer stand bytes that are no packed data; they were not judged."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "Behind the packed data of %1 stand bytes that are no packed data; they were not judged.")},
    {"damaged-header", QT_TRANSLATE_NOOP("waybill::Messages", "The head of an entry is damaged; the entry was left out."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The head of an entry of %1 is damaged; the entry was left out.")},
    {"odd-header", QT_TRANSLATE_NOOP("waybill::Messages", "The head of an entry is unusual; the entry was read all the same."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The head of an entry of %1 is unusual; the entry was read all the same.")},
    {"unreadable-path", QT_TRANSLATE_NOOP("waybill::Messages", "An entry has no readable path and was left out."),
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry of %1 has no readable path and was left out.")},
    {"absolute-path",
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry has an absolute path; it was taken as a path inside the image."),
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry of %1 has an absolute path; it was taken as a path inside the image.")},
    {"rejected-link", QT_TRANSLATE_NOOP("waybill::Messages", "A hard link was refused because it leads out of the image."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A hard link of %1 was refused because it leads out of the image.")},
    {"empty-whiteout", QT_TRANSLATE_NOOP("waybill::Messages", "A removal mark names nothing and was left out."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A removal mark of %1 names nothing and was left out.")},
    {"package-data-damaged",
     QT_TRANSLATE_NOOP("waybill::Messages", "A package database is damaged or cut; packages may be missing."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A package database in %1 is damaged or cut; packages may be missing.")},
    {"package-data-limit",
     QT_TRANSLATE_NOOP("waybill::Messages", "A safety limit kept package data from being read; packages may be missing."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A safety limit kept package data in %1 from being read; packages may be missing.")},
    {"licence-text-cut",
     QT_TRANSLATE_NOOP("waybill::Messages", "A licence file is longer than what is read of one; its end was not judged."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A licence file in %1 is longer than what is read of one; its end was not judged.")},
    {"package-file-damaged",
     QT_TRANSLATE_NOOP("waybill::Messages", "The description of a package could not be read; the package was left out."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The description of a package in %1 could not be read; the package was left out.")},
    {"model-header",
     QT_TRANSLATE_NOOP("waybill::Messages", "The header of a file of model weights is broken, cut or too long to be read."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "The header of a file of model weights in %1 is broken, cut or too long to be read.")},
    {"archive-damaged",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "An archive inside the image could not be read to its end; what it holds may be missing."),
     QT_TRANSLATE_NOOP("waybill::Messages", "An archive in %1 could not be read to its end; what it holds may be missing.")},
    {"lookalike-names",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "Some neighbours have names that differ only in case or in how accents are written; "
                       "on some systems one would overwrite the other."),
     nullptr},
    {"index-manifest-disagree",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "Two tables of contents in this archive name different images; the docker manifest was followed."),
     nullptr},
    {"unresolved-link",
     QT_TRANSLATE_NOOP("waybill::Messages", "A hard link names a file that does not stand before it in its layer."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A hard link of %1 names a file that does not stand before it in the layer.")},
    {"file-as-folder",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "An entry lies below a file or link of the same layer, which it replaces by a folder."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "An entry of %1 lies below a file or link of the same layer, which it replaces by a folder.")},
    {"deceptive-name",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A name holds control, direction or invisible characters and could pass for another."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A name in %1 holds control, direction or invisible characters and could pass for another.")},
    {"repeated-header",
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry has two extended headers; other programs may read it differently."),
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry of %1 has two extended headers; other programs may read it differently.")},
    {"two-names", QT_TRANSLATE_NOOP("waybill::Messages", "An entry has two long names; other programs may show the other one."),
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry of %1 has two long names; other programs may show the other one.")},
    {"zero-in-name", QT_TRANSLATE_NOOP("waybill::Messages", "A name holds a zero byte and was cut there."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A name in %1 holds a zero byte and was cut there.")},
    {"global-header",
     QT_TRANSLATE_NOOP("waybill::Messages", "A header for all entries sets a path or size; it was not followed."),
     QT_TRANSLATE_NOOP("waybill::Messages", "A header for all entries of %1 sets a path or size; it was not followed.")},
    {"size-override",
     QT_TRANSLATE_NOOP("waybill::Messages", "An entry states two different sizes; other programs may see hidden entries in it."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "An entry of %1 states two different sizes; other programs may see hidden entries in it.")},
    {"sparse-size",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A file with holes claims more bytes than a layer may hold; the claim was not counted."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A file with holes in %1 claims more bytes than a layer may hold; the claim was not counted.")},
    {"overlay-whiteout",
     QT_TRANSLATE_NOOP("waybill::Messages", "Removals are marked in the way of overlayfs; they were taken as removals."),
     QT_TRANSLATE_NOOP("waybill::Messages", "Removals in %1 are marked in the way of overlayfs; they were taken as removals.")},
    {"toc-mismatch",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A layer's table of contents tells of other files than its data; programs that trust the table would "
                       "install something else."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "The table of contents of %1 tells of other files than its data; programs that trust the table would "
                       "install something else.")},
    {"toc-unreadable",
     QT_TRANSLATE_NOOP(
         "waybill::Messages",
         "A layer's table of contents cannot be read or is not the one that the manifest names; the data itself was read."),
     QT_TRANSLATE_NOOP(
         "waybill::Messages",
         "The table of contents of %1 cannot be read or is not the one that the manifest names; the data itself was read.")},
    {"foreign-layer-missing",
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "A layer that must be fetched from its vendor is not in this source and was not assessed."),
     QT_TRANSLATE_NOOP("waybill::Messages",
                       "The source does not hold %1, which must be fetched from its vendor, so it was not assessed.")},
    {"layer-type-unknown",
     QT_TRANSLATE_NOOP("waybill::Messages", "A layer is of a type that is not scanned; it was not assessed."),
     QT_TRANSLATE_NOOP("waybill::Messages", "The type of %1 is one that is not scanned, so it was not assessed.")},
    {"unreadable-files",
     QT_TRANSLATE_NOOP("waybill::Messages", "Some files of the folder may not be read; they were not assessed."), nullptr},
    {"other-file-systems",
     QT_TRANSLATE_NOOP("waybill::Messages", "Folders on other file systems were not entered; they were not assessed."), nullptr},
};

}  // namespace

QString Messages::note(const ImageNote &note)
{
    const QString detail = displayText(note.detail);
    const NoteText *found = nullptr;
    for (const NoteText &text : noteTexts) {
        if (note.id == QLatin1String(text.id))
            found = &text;
    }
    QString sentence;
    if (!found) {
        sentence = displayText(note.id);
        if (note.layer >= 0)
            sentence += QLatin1String(" (") + layerName(note.layer) + QLatin1Char(')');
    } else if (note.layer >= 0 && found->inLayer) {
        sentence = QCoreApplication::translate("waybill::Messages", found->inLayer).arg(layerName(note.layer));
        sentence[0] = sentence.at(0).toUpper();
    } else {
        sentence = QCoreApplication::translate("waybill::Messages", found->general);
    }
    if (detail.isEmpty())
        return sentence;
    return found ? tr("%1 Details: %2", "a sentence and names or numbers").arg(sentence, detail)
                 : tr("%1: %2", "name of a note and its details").arg(sentence, detail);
}

}  // namespace waybill
