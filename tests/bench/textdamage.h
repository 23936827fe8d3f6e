// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <random>
#include <vector>

/// An honest change of a licence text: what happens to texts on their way into other people's files.
struct TextDamage {
    const char *name;
    std::function<QByteArray(const QByteArray &text, std::mt19937 &random)> apply;
};

/// All changes that leave the licence what it is, each seeded by its caller.
const std::vector<TextDamage> &textDamages();
