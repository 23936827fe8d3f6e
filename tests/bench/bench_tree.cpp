// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the file tree takes with a million and five million entries: the tree itself, and the model and view that the
// window uses. Prints a table; "job" is time in the background, "window" is time in which the window does not answer.
// With --processor-time it counts processor time instead of the clock, for machines that do other things, too; any other
// argument is part of the names of the rows that are wanted.
#include "core/policy/finding.h"
#include "tests/bench/synthetictree.h"
#include "ui/explorer/treemodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>

#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace waybill;
using namespace waybill::bench;

namespace {

constexpr double budget = 100;  // milliseconds at a million entries

struct Timing {
    double job = 0;
    double window = 0;
};

bool processorTime = false;
std::string_view only;  ///< part of the names of the rows that are wanted

/// Milliseconds by the clock, or of processor time over all threads: that is what can be compared on a busy machine.
double now()
{
    timespec time {};
    clock_gettime(processorTime ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double measured(const std::function<void()> &work)
{
    const double start = now();
    work();
    return now() - start;
}

/// One image in the view of the file panel.
class Bench
{
public:
    Bench(Shape shape, int entries) : m_inventory(syntheticInventory(shape, entries))
    {
        m_view.setModel(&m_model);
        m_view.setUniformRowHeights(true);
        m_view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        for (int column = firstOptionalColumn; column < treeColumnCount; ++column)
            m_view.setColumnHidden(column, true);
        m_view.resize(700, 900);
        m_view.show();
        QCoreApplication::processEvents();
    }

    Timing show(const TreeFilter &filter, const TreeOrder &order = {}, const TreeView &view = {})
    {
        Timing timing;
        std::shared_ptr<const VisibleTree> tree;
        timing.job = measured([&] {
            tree = VisibleTree::build({m_inventory, view, filter, order, {}, m_model.sharedTree()}, CancelToken()).value();
        });
        timing.window = measured([&] {
            m_model.setTree(std::move(tree), {});
            QCoreApplication::processEvents();
        });
        return timing;
    }

    /// Opens folders down to the first file and repaints.
    Timing expand()
    {
        double worst = 0;
        QModelIndex folder = m_model.index(0, 0);
        while (m_model.rowCount(folder) > 0) {
            worst = std::max(worst, measured([&] {
                                 m_view.expand(folder);
                                 QCoreApplication::processEvents();
                             }));
            folder = m_model.index(0, 0, folder);
        }
        return {0, worst};
    }

    /// The slowest of two hundred pages from the top to the bottom of what is open.
    Timing scroll()
    {
        double worst = 0;
        QScrollBar *bar = m_view.verticalScrollBar();
        for (int page = 0; page <= 200; ++page) {
            worst = std::max(worst, measured([&] {
                                 bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * page / 200));
                                 m_view.viewport()->repaint();
                             }));
        }
        return {0, worst};
    }

    /// A row picked far away: its folders open and it comes into sight.
    Timing reveal()
    {
        const NodeId last(static_cast<size_t>(m_inventory->tree->size() - 1));
        return {0, measured([&] {
                    const QModelIndex index = m_model.indexOf(last);
                    m_view.setCurrentIndex(index);
                    m_view.scrollTo(index);
                    QCoreApplication::processEvents();
                })};
    }

private:
    std::shared_ptr<const Inventory> m_inventory;
    TreeModel m_model;
    QTreeView m_view;
};

using Rows = std::vector<std::pair<const char *, Timing>>;

Rows run(Shape shape, int entries)
{
    Rows rows;
    Bench bench(shape, entries);
    const auto wanted = [](const char *name) { return std::string_view(name).find(only) != std::string_view::npos; };
    const auto once = [&](const char *name, const Timing &timing) { rows.emplace_back(name, timing); };
    const auto words = [](TreeFilter::Syntax syntax, const char *text) { return TreeFilter {syntax, QString::fromLatin1(text)}; };
    // The median of three, each after another picture of the same tree, so that nothing is left of the run before.
    const auto show = [&](const char *name, const TreeFilter &before, const TreeFilter &filter, const TreeOrder &order = {},
                          const TreeView &view = {}) {
        std::array<Timing, 3> times;
        for (Timing &time : times) {
            if (!wanted(name))
                return;
            bench.show(before);
            time = bench.show(filter, order, view);
        }
        std::sort(times.begin(), times.end(),
                  [](const Timing &a, const Timing &b) { return a.job + a.window < b.job + b.window; });
        rows.emplace_back(name, times[1]);
    };
    using Syntax = TreeFilter::Syntax;
    const TreeFilter nothing = words(Syntax::Plain, "no name has this");
    show("view: final image", nothing, {});
    show("view: up to layer 5", nothing, {}, {}, {TreeView::Mode::UpToLayer, 4, true});
    show("view: one layer", nothing, {}, {}, {TreeView::Mode::ThisLayer, 4, true});
    bench.show({});
    if (wanted("expand"))
        once("expand", bench.expand());
    if (wanted("scroll, slowest page"))
        once("scroll, slowest page", bench.scroll());
    if (wanted("reveal the last file"))
        once("reveal the last file", bench.reveal());
    for (const auto &[name, column] : {std::pair {"sort by name, downwards", TreeColumn::Name},
                                       {"sort by size", TreeColumn::Size},
                                       {"sort by licence", TreeColumn::Licence},
                                       {"sort by risk", TreeColumn::Risk}})
        show(name, {}, {}, {int(column), Qt::DescendingOrder});
    show("filter: plain, few", {}, words(Syntax::Plain, "module4711"));
    show("filter: plain, all", {}, words(Syntax::Plain, ".so"));
    show("filter: plain path", {}, words(Syntax::Plain, "package77/lib"));
    show("filter: glob", {}, words(Syntax::Glob, "lib*7.so"));
    show("filter: glob path", {}, words(Syntax::Glob, "/usr/**/lib12*.so"));
    show("filter: regex", {}, words(Syntax::Regex, "module[0-9]*77\\.so$"));
    return rows;
}

void printTree(Shape shape, int entries)
{
    double milliseconds = 0;
    const auto tree
        = syntheticTree(shape, entries, [&milliseconds](const std::function<void()> &work) { milliseconds += measured(work); });
    std::printf("%-28s %10.0f ms   %lld nodes, %.1f bytes each with names\n", "stacking the layers", milliseconds,
                static_cast<long long>(tree->size()),
                static_cast<double>(tree->memoryBytes()) / static_cast<double>(tree->size()));
    std::fflush(stdout);
}

/// True when every row holds the budget at a million and grows no worse than linearly (a quarter is noise).
bool compare(Shape shape, const char *title)
{
    constexpr int million = 1'000'000;
    std::printf("\n%s\n", title);
    printTree(shape, million);
    printTree(shape, 5 * million);
    const Rows small = run(shape, million);
    const Rows large = run(shape, 5 * million);
    bool good = true;
    std::printf("%-28s %9s %9s   %9s %9s   %s\n", "milliseconds", "job 1M", "window 1M", "job 5M", "window 5M", "growth");
    for (size_t i = 0; i < small.size(); ++i) {
        const auto &[name, at] = small[i];
        const Timing &then = large[i].second;
        const double one = at.job + at.window;
        const double growth = (then.job + then.window) / std::max(one, 1.0);
        const bool holds = one < budget && growth < 6.25;
        good = good && holds;
        std::printf("%-28s %9.1f %9.1f   %9.1f %9.1f   %5.1f  %s\n", name, at.job, at.window, then.job, then.window, growth,
                    holds ? "ok" : "OVER");
    }
    std::fflush(stdout);
    return good;
}

}  // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--processor-time") == 0)
            processorTime = true;
        else
            only = argv[i];
    }
    const bool image = compare(Shape::Image, "folders as in an image");
    const bool flat = compare(Shape::Flat, "one folder that holds everything");
    return image && flat ? 0 : 1;
}
