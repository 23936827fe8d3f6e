// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventorybuilder.h"

#include <algorithm>

namespace waybill::test {

InventoryBuilder &InventoryBuilder::add(const Line &line)
{
    m_lines.push_back(line);
    return *this;
}

InventoryBuilder &InventoryBuilder::add(const std::vector<Line> &lines)
{
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    return *this;
}

ComponentId InventoryBuilder::componentFor(const char *text, Inventory &inventory) const
{
    const QString whole = QString::fromUtf8(text);
    if (whole.isEmpty())
        return {};
    Component component;
    component.kind = whole.section(u'/', 0, 0);
    component.name = whole.section(u'/', 1).section(u'@', 0, 0);
    component.version = whole.section(u'@', 1);
    for (size_t i = 0; i < inventory.components.size(); ++i) {
        const Component &known = inventory.components[i];
        if (known.kind == component.kind && known.name == component.name && known.version == component.version)
            return ComponentId(i);
    }
    component.licencePaths = {"usr/share/doc/" + component.name.toStdString() + "/copyright"};
    inventory.components.push_back(component);
    return ComponentId(inventory.components.size() - 1);
}

Inventory InventoryBuilder::inventory(bool complete) const
{
    Inventory inventory;
    inventory.tree = std::make_shared<FileTree>();
    inventory.image.layers.resize(1);
    LayerReading reading;
    reading.complete = complete;
    inventory.readings.push_back(reading);
    for (const Line &line : m_lines) {
        Judgement judgement;
        judgement.component = componentFor(line.component, inventory);
        judgement.expression = QString::fromUtf8(line.expression);
        judgement.licenceClass = line.licenceClass;
        judgement.basis = line.basis;
        judgement.right.right = line.right;
        judgement.right.licenceClass = line.licenceClass;
        judgement.right.group = QString::fromUtf8(line.group);
        judgement.right.agreementId = QString::fromUtf8(line.agreement);
        judgement.right.productId = QString::fromUtf8(line.product);
        judgement.right.newerEditionId = QString::fromUtf8(line.newer);
        if (!judgement.right.agreementId.isEmpty())
            judgement.right.editionId = judgement.right.agreementId + QLatin1String("-2018-08-16");
        judgement.right.conditions = line.conditions;
        judgement.liveFiles = line.live;
        judgement.ghostFiles = line.ghosts;
        judgement.liveBytes = 1000 * qint64(line.live);
        judgement.ghostBytes = 1000 * qint64(line.ghosts);
        judgement.layers = {line.layer};
        inventory.judgements.push_back(judgement);
    }
    return inventory;
}

std::shared_ptr<const Inventory> InventoryBuilder::shared(bool complete) const
{
    return std::make_shared<const Inventory>(inventory(complete));
}

namespace {

const char *const cuda = "nvidia-cuda-eula";

std::vector<Line> commonLines()
{
    using enum LicenceClass;
    return {
        {.component = "deb/tzdata@2024a", .licenceClass = PublicDomain, .expression = "CC0-1.0"},
        {.component = "pypi/numpy@1.26.4", .licenceClass = Permissive, .expression = "BSD-3-Clause", .live = 900},
        {.component = "deb/libc6@2.36", .licenceClass = WeakCopyleft, .expression = "LGPL-2.1-or-later", .live = 300},
        {.component = "deb/bash@5.2", .licenceClass = StrongCopyleft, .expression = "GPL-3.0-or-later", .live = 90},
        {.component = "deb/coreutils@9.1", .licenceClass = StrongCopyleft, .expression = "GPL-3.0-or-later", .live = 120},
        {.component = "pypi/nvidia-cublas-cu12@12.6",
         .licenceClass = VendorRedistributable,
         .expression = "LicenseRef-NVIDIA-CUDA-EULA",
         .basis = Basis::VendorRule,
         .right = Right::DistributableConditions,
         .group = "shared-library",
         .agreement = cuda,
         .live = 3,
         .conditions = {QStringLiteral("app")}},
        {.component = "pypi/nvidia-cudnn-cu12@9.5",
         .licenceClass = VendorRedistributable,
         .expression = "LicenseRef-NVIDIA-cuDNN",
         .basis = Basis::VendorRule,
         .right = Right::DistributableConditions,
         .group = "shared-library",
         .agreement = "nvidia-cudnn",
         .product = "cudnn",
         .live = 8},
        {.licenceClass = Unknown, .basis = Basis::Generated, .live = 40},
        {.licenceClass = Unknown, .basis = Basis::OwnAssumed, .live = 5},
    };
}

}  // namespace

std::vector<Line> develLines()
{
    using enum LicenceClass;
    std::vector<Line> lines = commonLines();
    const char *const eula = "LicenseRef-NVIDIA-CUDA-EULA";
    lines.insert(lines.end(),
                 {
                     {.component = "deb/nvidia-cuda-toolkit@11.8",
                      .licenceClass = VendorInternal,
                      .expression = eula,
                      .basis = Basis::VendorRule,
                      .right = Right::InternalOnly,
                      .group = "tool",
                      .agreement = cuda,
                      .live = 24},
                     {.component = "deb/nvidia-cuda-toolkit@11.8",
                      .licenceClass = VendorInternal,
                      .expression = eula,
                      .basis = Basis::VendorRule,
                      .right = Right::NotListed,
                      .group = "header",
                      .agreement = cuda,
                      .live = 170},
                     {.component = "deb/nvidia-cuda-dev@11.8",
                      .licenceClass = VendorInternal,
                      .expression = eula,
                      .basis = Basis::VendorRule,
                      .right = Right::NotListed,
                      .group = "static-library",
                      .agreement = cuda,
                      .live = 6},
                     {.component = "pypi/triton@3.3.0",
                      .licenceClass = VendorInternal,
                      .expression = eula,
                      .basis = Basis::VendorRule,
                      .right = Right::InternalOnly,
                      .group = "tool",
                      .agreement = cuda,
                      .product = "triton-tools",
                      .live = 3},
                     {.component = "deb/nsight-systems@2022.4",
                      .licenceClass = VendorInternal,
                      .expression = "LicenseRef-NVIDIA-Nsight",
                      .basis = Basis::VendorRule,
                      .right = Right::InternalOnly,
                      .group = "nsight",
                      .agreement = cuda,
                      .product = "nsight",
                      .live = 513},
                     {.component = "deb/libcuda1@525",
                      .licenceClass = VendorRedistributable,
                      .expression = "LicenseRef-NVIDIA-Driver",
                      .basis = Basis::VendorRule,
                      .right = Right::DistributableConditions,
                      .group = "driver",
                      .agreement = "nvidia-driver",
                      .product = "driver",
                      .live = 4,
                      .conditions = {QStringLiteral("driver-hub-only")}},
                 });
    return lines;
}

std::vector<Line> runtimeLines()
{
    using enum LicenceClass;
    std::vector<Line> lines = commonLines();
    for (const char *component : {"pypi/nvidia-cufile-cu12@1.11", "pypi/nvidia-nvjitlink-cu12@12.6"}) {
        lines.push_back({.component = component,
                         .licenceClass = VendorInternal,
                         .expression = "LicenseRef-NVIDIA-CUDA-EULA",
                         .basis = Basis::VendorRule,
                         .right = Right::NotListed,
                         .group = "shared-library",
                         .agreement = cuda,
                         .newer = "nvidia-cuda-eula-2026-01-26",
                         .live = 1});
    }
    return lines;
}

std::vector<Line> withGhosts(std::vector<Line> lines)
{
    for (Line &line : lines) {
        if (line.licenceClass == LicenceClass::VendorInternal)
            std::swap(line.live, line.ghosts);
    }
    return lines;
}

std::vector<Line> without(std::vector<Line> lines, LicenceClass cls)
{
    std::erase_if(lines, [&](const Line &line) { return line.licenceClass == cls; });
    return lines;
}

}  // namespace waybill::test
