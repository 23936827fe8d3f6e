// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/licence/licenceexpression.h"
#include "tests/fuzz/fuzztarget.h"

using namespace waybill;
using namespace waybill::test;

/// Expressions: what parses has a normal form that parses too and means the same class.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto catalog = LicenceCatalog::load();
    require(catalog.has_value(), "the catalogue loads");
    const auto expression = LicenceExpression::parse(QString::fromUtf8(bytesOf(data, size)));
    if (!expression) {
        require(expression.error().offset >= 0, "a fault has a place");
        return 0;
    }
    const auto again = LicenceExpression::parse(expression->toString(**catalog));
    require(again.has_value(), "the normal form is an expression");
    require(again->evaluate(**catalog) == expression->evaluate(**catalog), "the normal form means the same");
    return 0;
}
