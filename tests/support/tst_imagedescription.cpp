// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/imagedescription.h"

#include <QTest>

using namespace waybill::test;

class TestImageDescription : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void meansTheSameAsTheCalls();
    void keepsBlankLinesAndIndentInTexts();
};

void TestImageDescription::meansTheSameAsTheCalls()
{
    const TextImage described = imageFromDescription(QStringLiteral(R"(# a comment
tag a/b:1
platform linux arm64
label key = some value
entrypoint run it
packing gzip

layer RUN one
    d etc
    f etc/one = 1
history CMD ["sh"]
layer RUN two
    w etc/one
)"));
    TextImage called;
    called.tag(QStringLiteral("a/b:1")).platform(QStringLiteral("linux"), QStringLiteral("arm64")).packing(Packing::Gzip);
    called.label(QStringLiteral("key"), QStringLiteral("some value")).entrypoint({QStringLiteral("run"), QStringLiteral("it")});
    called.layer(QStringLiteral("RUN one"), QStringLiteral("d etc\nf etc/one = 1"))
        .emptyHistory(QStringLiteral("CMD [\"sh\"]"))
        .layer(QStringLiteral("RUN two"), QStringLiteral("w etc/one"));
    QCOMPARE(described.dockerArchive(), called.dockerArchive());
}

void TestImageDescription::keepsBlankLinesAndIndentInTexts()
{
    const TextImage described = imageFromDescription(QStringLiteral("text T\n    one\n\n      two\n\nlayer RUN\n    f t = <T\n"));
    TextImage called;
    called.layer(QStringLiteral("RUN"), QStringLiteral("f t = one\\n\\n  two\\n"));
    QCOMPARE(described.layerTar(0), called.layerTar(0));
}

QTEST_APPLESS_MAIN(TestImageDescription)
#include "tst_imagedescription.moc"
