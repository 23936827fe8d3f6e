// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_policy: what a change of scenario or of an answer costs. 5,000 components in five scenarios, the levels of a tree of a
// million files, and every answer tried. Prints processor time, so that other work on the machine does not count.
#include "core/policy/policy.h"
#include "core/policy/whatif.h"
#include "core/tree/filetreebuilder.h"
#include "ui/charts/treemapview.h"

#include <QApplication>

#include <charconv>
#include <cstdio>
#include <ctime>
#include <limits>

using namespace waybill;

namespace {

constexpr int components = 5000;
constexpr int filesOfComponent = 200;

std::shared_ptr<const Inventory> million()
{
    auto inventory = std::make_shared<Inventory>();
    static const std::pair<LicenceClass, const char *> terms[] = {{LicenceClass::Permissive, "MIT"},
                                                                  {LicenceClass::WeakCopyleft, "LGPL-2.1-or-later"},
                                                                  {LicenceClass::StrongCopyleft, "GPL-3.0-or-later"},
                                                                  {LicenceClass::NetworkCopyleft, "AGPL-3.0-only"},
                                                                  {LicenceClass::Unknown, ""}};
    std::vector<Entry> entries;
    for (int i = 0; i < components; ++i) {
        Component component;
        component.name = QStringLiteral("package%1").arg(i);
        component.version = QStringLiteral("1.0");
        component.kind = QStringLiteral("deb");
        component.licencePaths = {"copyright"};
        inventory->components.push_back(component);
        Judgement judgement;
        judgement.component = ComponentId(static_cast<size_t>(i));
        judgement.licenceClass = terms[i % 5].first;
        judgement.expression = QLatin1String(terms[i % 5].second);
        judgement.basis = judgement.expression.isEmpty() ? Basis::None : Basis::Component;
        judgement.liveFiles = filesOfComponent;
        judgement.layers = {0};
        inventory->judgements.push_back(judgement);
        for (int f = 0; f < filesOfComponent; ++f) {
            Entry entry;
            entry.kind = EntryKind::File;
            entry.path = "usr/lib/p" + std::to_string(i) + "/f" + std::to_string(f);
            entry.size = 100 + (i * 7919 + f * 104729) % 100'000;
            entries.push_back(entry);
        }
    }
    FileTreeBuilder builder;
    builder.addLayer(entries);
    inventory->tree = builder.finish();
    inventory->image.layers.resize(1);
    LayerReading reading;
    reading.complete = true;
    inventory->readings.push_back(reading);
    inventory->judgementOf.assign(static_cast<size_t>(inventory->tree->size()), JudgementId::none);
    for (quint32 i = 0; i < static_cast<quint32>(inventory->tree->size()); ++i) {
        const TreeNode &node = inventory->tree->node(NodeId(i));
        if (node.kind != EntryKind::File)
            continue;
        const std::string_view folder = inventory->tree->name(NodeId(node.parent));
        std::from_chars(folder.data() + 1, folder.data() + folder.size(), inventory->judgementOf[i]);
    }
    inventory->indexJudgements();
    return inventory;
}

template <typename Step>
void measure(const char *what, Step step)
{
    std::clock_t best = std::numeric_limits<std::clock_t>::max();
    for (int run = 0; run < 7; ++run) {
        const std::clock_t start = std::clock();
        step();
        best = std::min(best, std::clock() - start);
    }
    std::printf("%-60s %8.1f ms\n", what, 1000.0 * double(best) / CLOCKS_PER_SEC);
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const auto policy = Policy::load();
    if (!policy) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(policy.error().cause));
        return 1;
    }
    const std::shared_ptr<const Inventory> inventory = million();
    std::printf("%lld nodes, %d components\n", static_cast<long long>(inventory->tree->size()), components);
    Assessment assessment;
    measure("assess in five scenarios", [&] { assessment = (*policy)->assess(*inventory); });
    measure("try every answer in one scenario",
            [&] { return WhatIf(**policy, *inventory, {}).outcomes(Scenario::Embedded).size(); });
    TreemapView view;
    view.resize(1200, 800);
    view.setInventory(inventory, true);
    measure("levels of every node after a change of scenario", [&] { view.setAssessment(assessment, Scenario::Embedded); });
    measure("treemap of the whole image, laid out",
            [&] { TreemapLayout(*inventory->tree, inventory->tree->root(), QRectF(0, 0, 1200, 800), {}); });
    view.setFill(TreemapView::Fill::Risk);
    measure("treemap, painted by risk", [&] {
        view.setAssessment(assessment, Scenario::Sdk);
        view.grab();
    });
    return 0;
}
