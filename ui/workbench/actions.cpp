// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/actions.h"

#include "core/report/messages.h"
#include "ui/theme/palette.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace waybill {

Actions::Actions(QMainWindow *window) : QObject(window), m_window(window)
{
    makeFileActions();
    makeReviewActions();
    makeViewActions();
    makeHelpActions();
    setImageOpen(false, false);
}

QAction *Actions::make(const QString &text, const QString &icon, const QList<QKeySequence> &keys, const QString &tip)
{
    auto *action = new QAction(text, m_window);
    // Chinese access keys stand in brackets behind the word; a tool button has none and shows the word alone.
    // A doubled ampersand is a real one and stays doubled.
    static const QRegularExpression accessKey(QStringLiteral("\\(&\\w\\)|(?<!&)&(?!&)"));
    action->setIconText(QString(text).remove(accessKey));
    if (!icon.isEmpty())
        action->setIcon(Theme::actionIcon(icon));
    action->setShortcuts(keys);
    if (!tip.isEmpty()) {
        action->setToolTip(tip);
        action->setStatusTip(tip);
    }
    m_window->addAction(action);
    return action;
}

void Actions::makeFileActions()
{
    openFile = make(tr("&Open File…"), QStringLiteral("open"), {QKeySequence(QKeySequence::Open)},
                    tr("Open an image archive or a saved review"));
    openFolder = make(tr("Open F&older…"), QStringLiteral("open-folder"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
                      tr("Open an OCI layout or a root file system"));
    save = make(tr("&Save"), QStringLiteral("save"), {QKeySequence(QKeySequence::Save)}, tr("Save the review"));
    saveAs = make(tr("Save &As…"), {}, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)});
    exportSign = make(tr("&Export && Sign…"), QStringLiteral("export"), {QKeySequence(Qt::CTRL | Qt::Key_E)},
                      tr("Write the review as a PDF and sign it"));
    compare = make(tr("Co&mpare With…"), QStringLiteral("table"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
                   tr("What differs from another image or review, and what that does to the verdict"));
    exportSbom = make(tr("Export &Bill of Materials…"), {}, {}, tr("Write an SPDX or CycloneDX file of all packages and files"));
    checkSignature = make(tr("Check a Si&gnature…"), QStringLiteral("verify"), {}, tr("Check whether a signed PDF is unchanged"));
    closeImage = make(tr("&Close"), QStringLiteral("close"), {QKeySequence(Qt::CTRL | Qt::Key_W)});
    quit = make(tr("&Quit"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeReviewActions()
{
    filter = make(tr("&Filter"), QStringLiteral("filter"), {QKeySequence(QKeySequence::Find)});
    nextUndecided = make(tr("&Next Undecided"), QStringLiteral("next"),
                         {QKeySequence(Qt::Key_F8), QKeySequence(Qt::CTRL | Qt::Key_BracketRight)});
    previousUndecided = make(tr("&Previous Undecided"), QStringLiteral("previous"),
                             {QKeySequence(Qt::SHIFT | Qt::Key_F8), QKeySequence(Qt::CTRL | Qt::Key_BracketLeft)});
    for (const DecisionAction action : {DecisionAction::Accept, DecisionAction::Remove, DecisionAction::NeedInformation}) {
        const int number = static_cast<int>(action);
        decisions[static_cast<size_t>(number)] = make(tr("Decide: %1").arg(Messages::decision(action)), {},
                                                      {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number))});
        decisions[static_cast<size_t>(number)]->setIcon(Theme::decisionIcon(number));
    }
    recordNext
        = make(tr("&Record and Next"), {}, {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    withdraw = make(tr("&Withdraw Decision"), {}, {QKeySequence(QKeySequence::Undo)},
                    tr("The selected findings are undecided again; the log keeps both"));
    wizard = make(tr("Scenario &Wizard…"), QStringLiteral("wizard"), {},
                  tr("Find out which delivery applies, question by question"));
    duties = make(tr("D&uties and Choices…"), {}, {}, tr("Tick off duties, choose licences, name your own folders"));
    readDecisions = make(tr("Read &Decisions…"), {}, {}, tr("Apply decisions of a text file to what they were made about"));
    writeDecisions = make(tr("Write D&ecisions…"), {}, {},
                          tr("Put what is decided, and what is open, into a text file for other images and for CI"));
    readAnswers = make(tr("Read &Answers…"), {}, {}, tr("Take answers to the questions of the scenarios from a text file"));
    writeAnswers = make(tr("Write A&nswers…"), {}, {}, tr("Put the answers to the questions into a text file"));
    rescan = make(tr("Read &Again"), {}, {QKeySequence(Qt::Key_F5)}, tr("Read all layers again; decisions stay"));
    cancel = make(tr("&Cancel the Running Job"), QStringLiteral("cancel"), {QKeySequence(Qt::CTRL | Qt::Key_Period)});
}

void Actions::makeViewActions()
{
    panes = {make(tr("Go to &Layers"), QStringLiteral("layers"), {QKeySequence(Qt::ALT | Qt::Key_1)}),
             make(tr("Go to &Files"), QStringLiteral("files"), {QKeySequence(Qt::ALT | Qt::Key_2)}),
             make(tr("Go to the &Centre"), QStringLiteral("findings"), {QKeySequence(Qt::ALT | Qt::Key_3)}),
             make(tr("Go to the &Inspector"), QStringLiteral("search"), {QKeySequence(Qt::ALT | Qt::Key_4)})};
    restoreLayout = make(tr("&Restore Default Layout"), {}, {});
    themes = {make(tr("Theme as the &Desktop"), {}, {}), make(tr("&Light Theme"), {}, {}), make(tr("&Dark Theme"), {}, {})};
    auto *group = new QActionGroup(this);
    for (QAction *theme : themes) {
        theme->setCheckable(true);
        group->addAction(theme);
    }
}

void Actions::makeHelpActions()
{
    settings = make(tr("&Settings…"), QStringLiteral("settings"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    palette = make(tr("Command &Palette…"), QStringLiteral("search"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
                   tr("Find any command by its name"));
    legend = make(tr("What the &Colours Mean"), {}, {});
    sample = make(tr("&Try the Sample Image"), {}, {});
    shortcuts = make(tr("&Keyboard Shortcuts"), QStringLiteral("help"), {QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    about = make(tr("&About Waybill"), {}, {});
    about->setMenuRole(QAction::AboutRole);
}

void Actions::fill(QMenuBar *bar, const QList<QAction *> &docks) const
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({openFile, openFolder, sample});
    file->addSeparator();
    file->addActions({save, saveAs, exportSign, exportSbom, compare, checkSignature});
    file->addSeparator();
    file->addActions({settings, closeImage, quit});
    QMenu *review = bar->addMenu(tr("&Review"));
    review->addActions({wizard, duties, filter, nextUndecided, previousUndecided});
    review->addSeparator();
    for (QAction *decision : decisions)
        review->addAction(decision);
    review->addActions({recordNext, withdraw});
    review->addSeparator();
    review->addActions({readDecisions, writeDecisions, readAnswers, writeAnswers});
    review->addSeparator();
    review->addActions({rescan, cancel});
    QMenu *view = bar->addMenu(tr("&View"));
    for (QAction *pane : panes)
        view->addAction(pane);
    view->addSeparator();
    view->addActions(docks);
    view->addAction(restoreLayout);
    view->addSeparator();
    for (QAction *theme : themes)
        view->addAction(theme);
    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({palette, shortcuts, legend, about});
}

void Actions::setImageOpen(bool open, bool canRescan)
{
    for (QAction *action : {save, saveAs, exportSign, exportSbom, compare, closeImage, filter, nextUndecided, previousUndecided,
                            recordNext, withdraw, wizard, duties, readDecisions, writeDecisions, readAnswers, writeAnswers})
        action->setEnabled(open);
    for (QAction *action : decisions)
        action->setEnabled(open);
    for (QAction *action : panes)
        action->setEnabled(open);
    rescan->setEnabled(open && canRescan);
}

}  // namespace waybill
