// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/testreview.h"

#include "core/tree/filetreebuilder.h"

#include <map>

namespace waybill::test {

namespace {

struct Group {
    QString component;  ///< "name version", or empty
    QString expression;
    LicenceClass cls;
    Basis basis = Basis::Component;
    FileRight right = {};
};

/// Collects entries per layer and remembers which group each path belongs to.
class Maker
{
public:
    int group(const Group &group)
    {
        m_groups.push_back(group);
        return static_cast<int>(m_groups.size()) - 1;
    }
    void file(int layer, const std::string &path, qint64 size, int group)
    {
        Entry entry;
        entry.path = path;
        entry.size = size;
        m_layers[static_cast<size_t>(layer)].push_back(entry);
        m_groupOf[path] = group;
    }
    void remove(int layer, const std::string &path)
    {
        Entry entry;
        entry.path = path;
        entry.kind = EntryKind::Whiteout;
        m_layers[static_cast<size_t>(layer)].push_back(entry);
    }
    std::shared_ptr<Inventory> finish() const;

private:
    void count(Inventory &inventory) const;
    std::array<std::vector<Entry>, 5> m_layers;
    std::vector<Group> m_groups;
    std::map<std::string, int> m_groupOf;
};

QString digest(int number)
{
    return QStringLiteral("sha256:") + QString::number(number, 16).repeated(64).left(64);
}

void describe(Image &image)
{
    image.reference = QStringLiteral("registry.example/shop/api:2.4");
    image.name = QStringLiteral("shop/api:2.4");
    image.manifestDigest = digest(10);
    image.configDigest = digest(11);
    image.platform = {QStringLiteral("linux"), QStringLiteral("amd64"), QString()};
    image.created = QDateTime(QDate(2026, 2, 28), QTime(9, 30), Qt::UTC);
    const QStringList instructions {QStringLiteral("ADD file:4f3c in /"),
                                    QStringLiteral("RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends "
                                                   "gdb cuda-toolkit-12-4 && rm -rf /var/lib/apt/lists/*"),
                                    QStringLiteral("RUN pip install torch==2.4.0 triton==3.0.0"),
                                    QStringLiteral("COPY . /srv/app"), QStringLiteral("RUN rm -rf /usr/local/cuda/bin")};
    for (int i = 0; i < instructions.size(); ++i) {
        LayerInfo layer;
        layer.digest = digest(i + 1);
        layer.diffId = digest(i + 6);
        layer.storedBytes = 12'345'678LL * (i + 1);
        layer.createdBy = instructions[i];
        image.layers.push_back(layer);
    }
}

std::shared_ptr<Inventory> Maker::finish() const
{
    auto inventory = std::make_shared<Inventory>();
    describe(inventory->image);
    inventory->osName = QStringLiteral("Debian GNU/Linux 12 (bookworm)");
    FileTreeBuilder builder;
    for (const std::vector<Entry> &layer : m_layers) {
        builder.addLayer(layer);
        LayerReading reading;
        reading.entries = static_cast<quint32>(layer.size());
        reading.unpackedBytes = 30'000'000;
        reading.complete = true;
        inventory->readings.push_back(reading);
    }
    inventory->tree = builder.finish();
    for (const Group &group : m_groups) {
        Judgement judgement;
        if (!group.component.isEmpty()) {
            Component component;
            component.name = group.component.section(QLatin1Char(' '), 0, 0);
            component.version = group.component.section(QLatin1Char(' '), 1);
            component.kind = QStringLiteral("deb");
            component.expression = group.expression;
            component.layer = 1;
            judgement.component = ComponentId(inventory->components.size());
            inventory->components.push_back(component);
        }
        judgement.expression = group.expression;
        judgement.licenceClass = group.cls;
        judgement.basis = group.basis;
        judgement.right = group.right;
        inventory->judgements.push_back(judgement);
    }
    count(*inventory);
    return inventory;
}

void Maker::count(Inventory &inventory) const
{
    inventory.judgementOf.assign(static_cast<size_t>(inventory.tree->size()), JudgementId::none);
    for (size_t i = 0; i < inventory.judgementOf.size(); ++i) {
        const TreeNode &node = inventory.tree->node(NodeId(i));
        const auto found = node.kind == EntryKind::File ? m_groupOf.find(inventory.tree->path(NodeId(i))) : m_groupOf.end();
        if (found == m_groupOf.end())
            continue;
        inventory.judgementOf[i] = static_cast<quint32>(found->second);
        Judgement &judgement = inventory.judgements[static_cast<size_t>(found->second)];
        (node.isGhost() ? judgement.ghostFiles : judgement.liveFiles) += 1;
        (node.isGhost() ? judgement.ghostBytes : judgement.liveBytes) += node.size;
        if (std::find(judgement.layers.begin(), judgement.layers.end(), node.layer) == judgement.layers.end())
            judgement.layers.push_back(node.layer);
        if (judgement.component.isValid())
            ++inventory.components[judgement.component.value].files;
    }
    inventory.indexJudgements();
}

FileRight vendorRight(Right right, const QString &group)
{
    FileRight out;
    out.right = right;
    out.licenceClass = right == Right::Distributable ? LicenceClass::VendorRedistributable : LicenceClass::VendorInternal;
    out.productId = QStringLiteral("cuda-toolkit");
    out.agreementId = QStringLiteral("nvidia-cuda-eula");
    out.group = group;
    out.clause = QStringLiteral("1.1.2(4)");
    return out;
}

void addFiles(Maker &maker, int packages)
{
    const int gpl = maker.group({QStringLiteral("gdb 13.1-3"), QStringLiteral("GPL-3.0-or-later"), LicenceClass::StrongCopyleft});
    const int mit = maker.group({QStringLiteral("expat 2.5.0"), QStringLiteral("MIT"), LicenceClass::Permissive});
    const int lgpl
        = maker.group({QStringLiteral("libc6 2.36-9"), QStringLiteral("LGPL-2.1-or-later"), LicenceClass::WeakCopyleft});
    const int tools
        = maker.group({QStringLiteral("cuda-nvcc-12-4 12.4.131"), QStringLiteral("LicenseRef-NVIDIA-CUDA-EULA"),
                       LicenceClass::VendorInternal, Basis::VendorRule, vendorRight(Right::NotListed, QStringLiteral("tool"))});
    const int runtime = maker.group({QStringLiteral("cuda-cudart-12-4 12.4.127"), QStringLiteral("LicenseRef-NVIDIA-CUDA-EULA"),
                                     LicenceClass::VendorRedistributable, Basis::VendorRule,
                                     vendorRight(Right::Distributable, QStringLiteral("runtime"))});
    const int unknown = maker.group({QString(), QString(), LicenceClass::Unknown, Basis::None});
    const int own = maker.group({QString(), QString(), LicenceClass::Unknown, Basis::OwnAssumed});
    for (int i = 0; i < 25; ++i)
        maker.file(1, "usr/share/gdb/python/gdb/module" + std::to_string(i) + ".py", 2000 + i, gpl);
    maker.file(0, "usr/lib/x86_64-linux-gnu/libexpat.so.1", 190'000, mit);
    maker.file(0, "usr/lib/x86_64-linux-gnu/libc.so.6", 1'900'000, lgpl);
    maker.file(1, "usr/local/cuda/bin/nvcc", 21'000'000, tools);
    maker.file(1, "usr/local/cuda/bin/ptxas", 31'000'000, tools);
    maker.remove(4, "usr/local/cuda/bin/nvcc");
    maker.remove(4, "usr/local/cuda/bin/ptxas");
    maker.file(1, "usr/local/cuda/lib64/libcudart.so.12", 700'000, runtime);
    maker.file(2, "opt/" + std::string(40, 'a') + "/" + std::string(180, 'b') + "/weights.bin", 400'000'000, unknown);
    maker.file(2,
               "opt/\xE6\x96\x87\xE4\xBB\xB6/\xE0\xB8\x81 \xE2\x80\xAE"
               "bad\xFF.bin",
               1000, unknown);
    maker.file(3, "srv/app/main.py", 4000, own);
    maker.file(4, "srv/app/main.py", 4100, own);
    for (int i = 0; i < packages; ++i) {
        const QString number = QString::number(i).rightJustified(4, QLatin1Char('0'));
        const int group = maker.group({QStringLiteral("package-%1 1.%2.0").arg(number).arg(i),
                                       i % 3 ? QStringLiteral("Apache-2.0") : QStringLiteral("GPL-2.0-only"),
                                       i % 3 ? LicenceClass::Permissive : LicenceClass::StrongCopyleft});
        for (int j = 0; j < 4; ++j)
            maker.file(2, "usr/share/package-" + number.toStdString() + "/file" + std::to_string(j), 100 * j, group);
    }
}

}  // namespace

Review makeReview(const ReviewPlan &plan, const Policy &policy)
{
    Maker maker;
    addFiles(maker, plan.packages);
    std::shared_ptr<Inventory> inventory = maker.finish();
    if (plan.incomplete) {
        inventory->readings.back().complete = false;
        inventory->readings.back().error = {ErrorKind::Truncated, QStringLiteral("api.tar"), QString(), 4, {}, 123456, -1};
        inventory->notes.push_back({QStringLiteral("layer-failed"), 4, QStringLiteral("unexpected end"), true});
    }
    Review review;
    review.inventory = inventory;
    review.scenario = Scenario::OnPremises;
    review.created = QDateTime(QDate(2026, 3, 4), QTime(14, 0), Qt::UTC);
    review.assessed = policy.assess(*inventory, review.answers);
    appendLog(review, QStringLiteral("Lena Ek"), QStringLiteral("created"), inventory->image.reference, review.created);
    if (plan.decided && !review.assessed.findings.empty()) {
        const QString key = review.assessed.findings.front().key;
        review.decisions.push_back({key, DecisionAction::Remove, QStringLiteral("Rebuild without the compiler"),
                                    QStringLiteral("Lena Ek"), review.created.addSecs(600), false});
        appendLog(review, QStringLiteral("Lena Ek"), QStringLiteral("decided"), key, review.created.addSecs(600));
    }
    review.concluded = applyDecisions(review.assessed, review.decisions);
    return review;
}

}  // namespace waybill::test
