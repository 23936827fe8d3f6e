// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verb.h"

#include <QtGlobal>

#include <algorithm>

namespace waybill {

const std::vector<const Verb *> &allVerbs()
{
    static const std::vector<const Verb *> verbs {&inspectVerb(), &listVerb(),    &catVerb(),    &checkVerb(),
                                                  &remedyVerb(),  &compareVerb(), &policyVerb(), &reportVerb(),
                                                  &verifyVerb(),  &licenceVerb(), &sbomVerb(),   &trustVerb()};
    return verbs;
}

const Verb *findVerb(const QString &name)
{
    const auto &verbs = allVerbs();
    const auto found
        = std::find_if(verbs.begin(), verbs.end(), [&name](const Verb *verb) { return name == QLatin1String(verb->name); });
    return found == verbs.end() ? nullptr : *found;
}

namespace option {

const OptionText answers {
    "answers", "FILE",
    QT_TRANSLATE_NOOP("waybill::CommandLine", "Answers to the questions of the scenario, one \"question: answer\" per line.")};
const OptionText decisions {
    "decisions", "FILE",
    QT_TRANSLATE_NOOP("waybill::CommandLine",
                      "Decisions kept in a text file (YAML), applied to the files whose content they name.")};
const OptionText policy {"policy", "FILE",
                         QT_TRANSLATE_NOOP("waybill::CommandLine", "Overlay of the company on the shipped policy (YAML).")};
const OptionText save {"save", "FILE", QT_TRANSLATE_NOOP("waybill::CommandLine", "Save the review to a .waybill file.")};
const OptionText scenario {"scenario", "S",
                           QT_TRANSLATE_NOOP("waybill::CommandLine", "internal, saas, on-prem, embedded or sdk.")};

}  // namespace option

}  // namespace waybill
