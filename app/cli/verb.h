// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace waybill {

class Context;

/// One option as a verb declares it. `help` is marked with QT_TRANSLATE_NOOP("waybill::CommandLine", ...).
struct OptionText {
    const char *name;
    const char *value;  ///< what stands for its value in the help, or nullptr for a flag
    const char *help;
};

/// One verb of the command: its words and the function behind them. To add one: a file of its own with a function that
/// returns it, a line below and a line in verbs.cpp. Lives as long as the program.
struct Verb {
    const char *name;
    const char *summary;    ///< one sentence, marked like OptionText::help
    const char *arguments;  ///< as the help shows them: "IMAGE", "IMAGE PATH"
    int least = 1;          ///< arguments at least
    int most = 1;           ///< and at most; -1 for any number
    QStringList formats;    ///< values of --format, the first one is the default
    std::vector<OptionText> options;
    int (*run)(Context &) = nullptr;  ///< returns the exit code
    bool draws = false;               ///< needs fonts (a QGuiApplication)
};

const Verb &inspectVerb();
const Verb &listVerb();
const Verb &catVerb();
const Verb &checkVerb();
const Verb &policyVerb();
const Verb &compareVerb();
const Verb &remedyVerb();
const Verb &reportVerb();
const Verb &verifyVerb();
const Verb &licenceVerb();
const Verb &sbomVerb();
const Verb &trustVerb();

/// All verbs in the order of the help.
const std::vector<const Verb *> &allVerbs();
/// nullptr when there is no such verb.
const Verb *findVerb(const QString &name);

/// Options that several verbs share, with one text.
namespace option {
extern const OptionText answers;
extern const OptionText decisions;
extern const OptionText policy;
extern const OptionText save;
extern const OptionText scenario;
}  // namespace option

}  // namespace waybill
