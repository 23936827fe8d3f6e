// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory/scanner.h"
#include "core/policy/policy.h"
#include "core/remedy/planner.h"
#include "tests/support/textimage.h"

#include <QTemporaryDir>

namespace waybill::test {

/// A small CUDA development image: a system package of tools with a package that needs it, a wheel with tools inside that
/// another wheel needs, links to tools, and a tool that a later layer deletes.
TextImage remedyImage();

/// Knowledge and policy, loaded once, and the way from an image to a plan.
class RemedyRig
{
public:
    RemedyRig();
    bool isReady() const { return m_ready; }
    struct Scanned {
        std::shared_ptr<const ImageSource> source;
        Image image;
        std::shared_ptr<const Inventory> inventory;
    };
    /// An image file or layout folder; empty when it cannot be read.
    Scanned scanPath(const QString &path) const;
    Scanned scanImage(const TextImage &image) const;
    Conclude conclude() const;
    const Policy &policy() const { return *m_policy; }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    ScanKnowledge m_knowledge;
    std::shared_ptr<const Policy> m_policy;
    bool m_ready = false;
};

}  // namespace waybill::test
