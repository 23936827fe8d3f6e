// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/licence/vendorrights.h"

#include <QTest>

#include <map>

using namespace waybill;

namespace {

const QString edition2018 = QStringLiteral("nvidia-cuda-eula-2018-08-16");
const QString edition2021 = QStringLiteral("nvidia-cuda-eula-2021-10-08");
const QString edition2026 = QStringLiteral("nvidia-cuda-eula-2026-01-26");

}  // namespace

class TestVendorRights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void judgesTheCudaTree_data();
    void judgesTheCudaTree();
    void countsTheCudaTree();
    void matchesNamesExactly_data();
    void matchesNamesExactly();
    void choosesTheEdition();
    void leavesTheRuntimeImageThreeOpenFiles();
    void decidesByContent();
    void leavesMetadataAlone_data();
    void leavesMetadataAlone();
    void knowsDebianPackages();
    void knowsDriverFiles();
    void hasTitles();

private:
    std::optional<FileRight> judge(const char *path, const QString &edition = {}, const char *package = "", const char *kind = "",
                                   ContentKind content = ContentKind::Elf) const;
    std::shared_ptr<const VendorRights> m_rights;
};

void TestVendorRights::initTestCase()
{
    const auto rights = VendorRights::load();
    QVERIFY2(rights.has_value(), rights ? "" : qPrintable(rights.error().cause));
    m_rights = *rights;
}

std::optional<FileRight> TestVendorRights::judge(const char *path, const QString &edition, const char *package, const char *kind,
                                                 ContentKind content) const
{
    FileFacts facts;
    facts.path = path;
    facts.size = 100;
    facts.content = content;
    facts.componentName = QString::fromLatin1(package);
    facts.componentKind = QString::fromLatin1(kind);
    facts.componentEdition = edition;
    return m_rights->judge(facts);
}

void TestVendorRights::judgesTheCudaTree_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<LicenceClass>("by2018");
    QTest::addColumn<LicenceClass>("by2026");
    const LicenceClass internal = LicenceClass::VendorInternal;
    const LicenceClass listed = LicenceClass::VendorRedistributable;
    const LicenceClass open = LicenceClass::Permissive;
    const auto rows = [](LicenceClass by2018, LicenceClass by2026, std::initializer_list<const char *> paths) {
        for (const char *path : paths)
            QTest::newRow(path) << QByteArray(path) << by2018 << by2026;
    };
    rows(internal, internal,
         {"bin/__nvcc_device_query",
          "bin/bin2c",
          "bin/crt/link.stub",
          "bin/crt/prelink.stub",
          "bin/cudafe++",
          "bin/fatbinary",
          "bin/nvcc",
          "bin/nvcc.profile",
          "bin/nvlink",
          "bin/ptxas",
          "nvvm/bin/cicc",
          "include/Openacc/cupti_openacc.h",
          "include/cublas.h",
          "include/crt/mma.h",
          "include/curand.h",
          "include/cooperative_groups.h",
          "lib/libcheckpoint.so",
          "lib/libcusolverMg.so.12",
          "lib/libnvperf_host.so",
          "lib/libnvperf_target.so",
          "lib/libnvrtc-builtins.alt.so.13.0",
          "lib/libnvrtc.alt.so.13",
          "lib/libpcsamplingutil.so",
          "lib/stubs/libcuda.so"});
    rows(internal, listed,
         {"include/crt/host_defines.h", "include/cuComplex.h", "include/cuda.h", "include/cuda_bf16.h", "include/cuda_bf16.hpp",
          "include/cuda_fp8.h", "include/cuda_fp6.hpp", "include/cuda_fp4.h", "include/cuda_pipeline.h",
          "include/cuda_awbarrier_helpers.h", "include/cuda_runtime_api.h", "include/device_types.h",
          "include/vector_functions.h", "include/vector_types.h", "lib/libnvJitLink.so.13"});
    rows(listed, listed,
         {"include/cuda_fp16.h",
          "include/cuda_fp16.hpp",
          "include/cuda_occupancy.h",
          "include/nvrtc.h",
          "include/cudnn.h",
          "lib/libcublas.so.13",
          "lib/libcublasLt.so.13",
          "lib/libcudadevrt.a",
          "lib/libcudart.so.13",
          "lib/libcudart_static.a",
          "lib/libcudnn.so.9",
          "lib/libcudnn_adv.so.9",
          "lib/libcudnn_cnn.so.9",
          "lib/libcudnn_engines_precompiled.so.9",
          "lib/libcudnn_engines_runtime_compiled.so.9",
          "lib/libcudnn_graph.so.9",
          "lib/libcudnn_heuristic.so.9",
          "lib/libcudnn_ops.so.9",
          "lib/libcufft.so.12",
          "lib/libcufftw.so.12",
          "lib/libculibos.a",
          "lib/libcupti.so.13",
          "lib/libcurand.so.10",
          "lib/libcusolver.so.12",
          "lib/libcusparse.so.12",
          "lib/libnvblas.so.13",
          "lib/libnvrtc-builtins.so.13.0",
          "lib/libnvrtc.so.13",
          "lib/libnvvm.so.4",
          "nvvm/libdevice/libdevice.10.bc"});
    rows(open, open,
         {"include/cccl/cub/agent/agent_adjacent_difference.cuh", "include/cccl/cuda/std/tuple", "include/cccl/thrust/copy.h",
          "include/nccl.h", "include/nv/detail/__preprocessor", "include/nvtx3/nvToolsExt.h",
          "lib/cmake/cccl/cccl-config-version.cmake", "lib/libnccl.so.2", "lib/libnvtx3interop.so.1"});
}

void TestVendorRights::judgesTheCudaTree()
{
    QFETCH(QByteArray, path);
    QFETCH(LicenceClass, by2018);
    QFETCH(LicenceClass, by2026);
    const QByteArray full = "opt/venv/lib/python3.12/site-packages/nvidia/cu13/" + path;
    const ContentKind content = path.contains(".so") || path.startsWith("bin/") ? ContentKind::Elf : ContentKind::Text;
    const auto old = judge(full.constData(), edition2018, "nvidia-x", "pypi", content);
    const auto current = judge(full.constData(), edition2026, "nvidia-x", "pypi", content);
    QVERIFY(old.has_value() && current.has_value());
    QCOMPARE(old->licenceClass, by2018);
    QCOMPARE(current->licenceClass, by2026);
    const bool later = by2018 == LicenceClass::VendorInternal && by2026 == LicenceClass::VendorRedistributable;
    QCOMPARE(old->newerEditionId, later ? edition2026 : QString());
    QCOMPARE(current->newerEditionId, QString());
}

/// Every entry of a real CUDA 13.0 tree, from a table of its groups: members of large groups are numbered, a link bears the
/// name of its library without the version and gets the verdict of its target.
void TestVendorRights::countsTheCudaTree()
{
    struct Group {
        const char *path;  ///< "%1" stands for the number of a member
        int files;
        int links;
        LicenceClass by2018;
        LicenceClass by2026;
    };
    constexpr LicenceClass internal = LicenceClass::VendorInternal;
    constexpr LicenceClass listed = LicenceClass::VendorRedistributable;
    constexpr LicenceClass open = LicenceClass::Permissive;
    static constexpr Group groups[] = {
        {"bin/__nvcc_device_query", 1, 0, internal, internal},
        {"bin/bin2c", 1, 0, internal, internal},
        {"bin/crt/link.stub", 1, 0, internal, internal},
        {"bin/crt/prelink.stub", 1, 0, internal, internal},
        {"bin/cudafe++", 1, 0, internal, internal},
        {"bin/fatbinary", 1, 0, internal, internal},
        {"bin/nvcc", 1, 0, internal, internal},
        {"bin/nvcc.profile", 1, 0, internal, internal},
        {"bin/nvlink", 1, 0, internal, internal},
        {"bin/ptxas", 1, 0, internal, internal},
        {"include/cooperative_groups/part%1.h", 170, 0, internal, internal},
        {"include/cccl/cub/agent/agent_%1.cuh", 1691, 0, open, open},
        {"include/crt/host_defines.h", 1, 0, internal, listed},
        {"include/cuComplex.h", 1, 0, internal, listed},
        {"include/cuda.h", 1, 0, internal, listed},
        {"include/cuda_runtime_api.h", 1, 0, internal, listed},
        {"include/device_types.h", 1, 0, internal, listed},
        {"include/vector_functions.h", 1, 0, internal, listed},
        {"include/vector_types.h", 1, 0, internal, listed},
        {"include/cuda_bf16.h", 1, 0, internal, listed},
        {"include/cuda_bf16.hpp", 1, 0, internal, listed},
        {"include/cuda_fp8.h", 1, 0, internal, listed},
        {"include/cuda_fp8.hpp", 1, 0, internal, listed},
        {"include/cuda_fp6.h", 1, 0, internal, listed},
        {"include/cuda_fp6.hpp", 1, 0, internal, listed},
        {"include/cuda_fp4.h", 1, 0, internal, listed},
        {"include/cuda_fp4.hpp", 1, 0, internal, listed},
        {"include/cuda_awbarrier.h", 1, 0, internal, listed},
        {"include/cuda_awbarrier_helpers.h", 1, 0, internal, listed},
        {"include/cuda_awbarrier_primitives.h", 1, 0, internal, listed},
        {"include/cuda_pipeline.h", 1, 0, internal, listed},
        {"include/cuda_pipeline_helpers.h", 1, 0, internal, listed},
        {"include/cuda_pipeline_primitives.h", 1, 0, internal, listed},
        {"include/cuda_fp16.h", 1, 0, listed, listed},
        {"include/cuda_fp16.hpp", 1, 0, listed, listed},
        {"include/cuda_occupancy.h", 1, 0, listed, listed},
        {"include/nvrtc.h", 1, 0, listed, listed},
        {"include/cudnn_part%1.h", 14, 0, listed, listed},
        {"include/nccl_device/part%1.h", 44, 0, open, open},
        {"include/nv/detail/__part%1", 3, 0, open, open},
        {"include/nvtx3/part%1.h", 35, 0, open, open},
        {"lib/cmake/cccl/part%1.cmake", 13, 0, open, open},
        {"lib/libcheckpoint.so", 1, 0, internal, internal},
        {"lib/libcublas.so.13", 1, 1, listed, listed},
        {"lib/libcublasLt.so.13", 1, 1, listed, listed},
        {"lib/libcudadevrt.a", 1, 0, listed, listed},
        {"lib/libcudart.so.13", 1, 1, listed, listed},
        {"lib/libcudart_static.a", 1, 0, listed, listed},
        {"lib/libcudnn.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_adv.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_cnn.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_engines_precompiled.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_engines_runtime_compiled.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_graph.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_heuristic.so.9", 1, 1, listed, listed},
        {"lib/libcudnn_ops.so.9", 1, 1, listed, listed},
        {"lib/libcufft.so.12", 1, 1, listed, listed},
        {"lib/libcufftw.so.12", 1, 1, listed, listed},
        {"lib/libculibos.a", 1, 0, listed, listed},
        {"lib/libcupti.so.13", 1, 1, listed, listed},
        {"lib/libcurand.so.10", 1, 1, listed, listed},
        {"lib/libcusolver.so.12", 1, 1, listed, listed},
        {"lib/libcusolverMg.so.12", 1, 1, internal, internal},
        {"lib/libcusparse.so.12", 1, 1, listed, listed},
        {"lib/libnccl.so.2", 1, 1, open, open},
        {"lib/libnvJitLink.so.13", 1, 1, internal, listed},
        {"lib/libnvblas.so.13", 1, 1, listed, listed},
        {"lib/libnvperf_host.so", 1, 0, internal, internal},
        {"lib/libnvperf_target.so", 1, 0, internal, internal},
        {"lib/libnvrtc-builtins.alt.so.13.0", 1, 1, internal, internal},
        {"lib/libnvrtc-builtins.so.13.0", 1, 1, listed, listed},
        {"lib/libnvrtc.alt.so.13", 1, 1, internal, internal},
        {"lib/libnvrtc.so.13", 1, 1, listed, listed},
        {"lib/libnvtx3interop.so.1", 1, 1, open, open},
        {"lib/libnvvm.so.4", 1, 1, listed, listed},
        {"lib/libpcsamplingutil.so", 1, 0, internal, internal},
        {"lib/stubs/libcuda.so", 1, 0, internal, internal},
        {"nvvm/bin/cicc", 1, 0, internal, internal},
        {"nvvm/libdevice/libdevice.10.bc", 1, 0, listed, listed},
    };
    int entries = 0;
    std::map<LicenceClass, int> files2018;
    std::map<LicenceClass, int> files2026;
    for (const Group &group : groups) {
        for (int i = 0; i < group.files + group.links; ++i) {
            QByteArray path(group.path);
            path.replace("%1", QByteArray::number(i));
            const bool link = i >= group.files;
            if (link)
                path.truncate(path.indexOf(".so") + 3);
            const QByteArray full = "opt/venv/lib/python3.12/site-packages/nvidia/cu13/" + path;
            const ContentKind content = path.contains(".so") || path.startsWith("bin/") ? ContentKind::Elf : ContentKind::Text;
            const auto old = judge(full.constData(), edition2018, "nvidia-x", "pypi", content);
            const auto recent = judge(full.constData(), edition2026, "nvidia-x", "pypi", content);
            QVERIFY2(old && recent, path.constData());
            QVERIFY2(old->licenceClass == group.by2018, path.constData());
            QVERIFY2(recent->licenceClass == group.by2026, path.constData());
            ++entries;
            if (!link) {
                ++files2018[old->licenceClass];
                ++files2026[recent->licenceClass];
            }
        }
    }
    QCOMPARE(entries, 2069);
    QCOMPARE(files2018[internal], 211);
    QCOMPARE(files2018[listed], 43);
    QCOMPARE(files2026[internal], 189);
    QCOMPARE(files2026[listed], 65);
}

void TestVendorRights::matchesNamesExactly_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("listed2018");
    QTest::addColumn<bool>("listed2026");
    QTest::addColumn<bool>("patched");
    const auto row = [](const char *name, bool listed2018, bool listed2026, bool patched = false) {
        QTest::newRow(name) << QByteArray(name) << listed2018 << listed2026 << patched;
    };
    row("libcudart.so.13", true, true);
    row("libcudart.so.13.0.96", true, true);
    row("libcudart.so", true, true);
    row("libcudart-d0da41ae.so.11.0", true, true, true);
    row("libnvrtc-672ee683.so.11.2", true, true, true);
    row("libnvToolsExt-847d78f2.so.1", true, true, true);
    row("libnvrtc-builtins.so.13.0", true, true);
    row("libnvrtc.alt.so.13", false, false);
    row("libcusolverMg.so.12", false, false);
    row("libnvJitLink.so.13", false, true);
    row("libcublasLt_static.a", true, true);
    row("libnvptxcompiler_static.a", false, true);
    row("LIBCUDART.so.13", false, false);
    row("libcudart.so.13.bak", false, false);
    row("libcudartx.so.13", false, false);
}

void TestVendorRights::matchesNamesExactly()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, listed2018);
    QFETCH(bool, listed2026);
    QFETCH(bool, patched);
    const QByteArray path = "usr/local/cuda-12/lib64/" + name;
    const auto old = judge(path.constData(), edition2018);
    const auto current = judge(path.constData(), edition2026);
    QVERIFY(old.has_value() && current.has_value());
    QCOMPARE(old->right, listed2018 ? Right::DistributableConditions : Right::NotListed);
    QCOMPARE(current->right, listed2026 ? Right::DistributableConditions : Right::NotListed);
    QCOMPARE(old->conditions.contains(QStringLiteral("check-unmodified")), patched);
}

void TestVendorRights::choosesTheEdition()
{
    FileFacts facts;
    facts.path = "opt/x/site-packages/nvidia/cufile/lib/libcufile.so.0";
    facts.content = ContentKind::Elf;
    auto right = m_rights->judge(facts);
    QCOMPARE(right->editionId, edition2018);
    QVERIFY(!right->editionInHand);
    facts.nearestEdition = edition2021;
    right = m_rights->judge(facts);
    QCOMPARE(right->editionId, edition2021);
    QVERIFY(right->editionInHand);
    QCOMPARE(right->right, Right::DistributableConditions);
    facts.componentEdition = edition2018;
    right = m_rights->judge(facts);
    QCOMPARE(right->editionId, edition2018);
    QCOMPARE(right->right, Right::NotListed);
    QCOMPARE(right->newerEditionId, edition2026);
    QCOMPARE(right->agreementId, QStringLiteral("nvidia-cuda-eula"));
    facts.componentEdition = QStringLiteral("nvidia-cudnn-2020-01-28");  // of another agreement: says nothing here
    QCOMPARE(m_rights->judge(facts)->editionId, edition2021);
}

void TestVendorRights::leavesTheRuntimeImageThreeOpenFiles()
{
    const char *names[] = {"cublas/lib/libcublas.so.12",
                           "cublas/lib/libcublasLt.so.12",
                           "cublas/lib/libnvblas.so.12",
                           "cuda_cupti/lib/libcupti.so.12",
                           "cuda_nvrtc/lib/libnvrtc-builtins.so.12.6",
                           "cuda_nvrtc/lib/libnvrtc.so.12",
                           "cuda_runtime/lib/libcudart.so.12",
                           "cufft/lib/libcufft.so.11",
                           "cufft/lib/libcufftw.so.11",
                           "cufile/lib/libcufile.so.0",
                           "cufile/lib/libcufile_rdma.so.1",
                           "curand/lib/libcurand.so.10",
                           "cusolver/lib/libcusolver.so.11",
                           "cusparse/lib/libcusparse.so.12",
                           "nvjitlink/lib/libnvJitLink.so.12",
                           "nvtx/lib/libnvToolsExt.so.1"};
    QStringList open;
    for (const char *name : names) {
        const QByteArray path = QByteArray("opt/venv/lib/python3.11/site-packages/nvidia/") + name;
        const auto right = judge(path.constData(), edition2018, "nvidia-x-cu12", "pypi");
        QVERIFY(right.has_value());
        if (right->right == Right::DistributableConditions)
            continue;
        QCOMPARE(right->right, Right::NotListed);
        QCOMPARE(right->newerEditionId, edition2026);
        open.append(QString::fromLatin1(name).section(QLatin1Char('/'), -1));
    }
    QCOMPARE(open,
             QStringList({QStringLiteral("libcufile.so.0"), QStringLiteral("libcufile_rdma.so.1"),
                          QStringLiteral("libnvJitLink.so.12")}));
}

void TestVendorRights::decidesByContent()
{
    const auto compiler = judge("usr/lib/nvidia-cuda-toolkit/bin/nvcc", edition2021, "nvidia-cuda-toolkit", "deb");
    QCOMPARE(compiler->right, Right::InternalOnly);
    QCOMPARE(compiler->clause, QStringLiteral("1.1.2(4)"));
    QCOMPARE(compiler->group, QStringLiteral("tool"));
    const auto wrapper = judge("usr/bin/nvcc", edition2021, "nvidia-cuda-toolkit", "deb", ContentKind::Script);
    QCOMPARE(wrapper->right, Right::NoAgreement);
    QCOMPARE(wrapper->licenceClass, LicenceClass::StrongCopyleft);
    QVERIFY(!judge("usr/bin/nvcc", {}, "", "", ContentKind::Script).has_value());
    QCOMPARE(judge("usr/bin/ptxas")->right, Right::InternalOnly);
    QVERIFY(!judge("usr/bin/bin2c", {}, "some-tools", "deb").has_value());
    QCOMPARE(judge("opt/v/site-packages/torch/bin/ptxas", {}, "torch", "pypi")->productId, QStringLiteral("torch-ptxas"));
    QCOMPARE(judge("opt/v/site-packages/triton/backends/nvidia/bin/ptxas", {}, "triton", "pypi")->productId,
             QStringLiteral("triton-tools"));
    const auto gdb = judge("usr/bin/cuda-gdb", edition2021, "nvidia-cuda-gdb", "deb");
    QCOMPARE(gdb->licenceClass, LicenceClass::StrongCopyleft);
    QCOMPARE(gdb->expression, QStringLiteral("GPL-3.0-or-later"));
}

void TestVendorRights::leavesMetadataAlone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ContentKind>("content");
    const QByteArray site = "opt/venv/lib/python3.11/site-packages/";
    QTest::newRow("dist-info") << site + "nvidia_cublas_cu12-12.6.dist-info/License.txt" << ContentKind::Text;
    QTest::newRow("empty init") << site + "nvidia/cublas/__init__.py" << ContentKind::Empty;
    QTest::newRow("bytecode") << site + "nvidia/cublas/__pycache__/__init__.cpython-311.pyc" << ContentKind::Binary;
    QTest::newRow("triton driver") << site + "triton/backends/nvidia/driver.c" << ContentKind::Text;
    QTest::newRow("triton compiler") << site + "triton/backends/nvidia/compiler.py" << ContentKind::Text;
    QTest::newRow("licence text") << site + "cusparselt/LICENSE.txt" << ContentKind::Text;
    QTest::newRow("toolkit EULA") << QByteArray("usr/local/cuda-12.6/EULA.txt") << ContentKind::Text;
    QTest::newRow("driver leftover") << QByteArray("usr/lib/x86_64-linux-gnu/libcuda.so.1") << ContentKind::Empty;
    QTest::newRow("torch") << site + "torch/lib/libtorch_cuda.so" << ContentKind::Elf;
    QTest::newRow("protoc") << site + "torch/bin/protoc" << ContentKind::Elf;
    QTest::newRow("other header") << QByteArray("usr/include/cuda.h") << ContentKind::Text;
    QTest::newRow("dali") << site + "nvidia/dali/libdali.so" << ContentKind::Elf;
    QTest::newRow("container tools") << QByteArray("usr/lib/x86_64-linux-gnu/libnvidia-container.so.1") << ContentKind::Elf;
}

void TestVendorRights::leavesMetadataAlone()
{
    QFETCH(QByteArray, path);
    QFETCH(ContentKind, content);
    const auto right = judge(path.constData(), edition2018, "", "", content);
    QVERIFY(!right.has_value() || right->licenceClass == LicenceClass::PublicDomain);
}

void TestVendorRights::knowsDebianPackages()
{
    const auto header = judge("usr/include/cuda.h", edition2021, "nvidia-cuda-dev", "deb", ContentKind::Text);
    QCOMPARE(header->right, Right::NotListed);
    QCOMPARE(header->newerEditionId, edition2026);
    QCOMPARE(judge("usr/include/cuda_fp16.h", edition2021, "nvidia-cuda-dev", "deb", ContentKind::Text)->right,
             Right::DistributableConditions);
    QCOMPARE(judge("usr/lib/x86_64-linux-gnu/libcublas.so.11.11.3.6", edition2021, "libcublas11", "deb")->right,
             Right::DistributableConditions);
    QCOMPARE(judge("usr/lib/x86_64-linux-gnu/libcuinj64.so.11.8.87", edition2021, "libcuinj64-11.8", "deb")->right,
             Right::NotListed);
    QCOMPARE(judge("usr/lib/x86_64-linux-gnu/libcupti_static.a", edition2021, "libcupti-dev", "deb", ContentKind::Archive)->group,
             QStringLiteral("static-library"));
    const auto nsight = judge("usr/lib/nsight-systems/host-linux-x64/libQt6Core.so.6", edition2021, "nsight-systems", "deb");
    QCOMPARE(nsight->right, Right::InternalOnly);
    QCOMPARE(nsight->group, QStringLiteral("nsight"));
    QCOMPARE(judge("usr/share/doc/libcublas11/copyright", edition2021, "libcublas11", "deb", ContentKind::Text)->licenceClass,
             LicenceClass::PublicDomain);
}

void TestVendorRights::knowsDriverFiles()
{
    for (const char *path :
         {"usr/lib/x86_64-linux-gnu/nvidia/current/libcuda.so.535.309.01", "usr/local/cuda-12/compat/libcuda.so.550.54",
          "usr/lib/x86_64-linux-gnu/libnvidia-ml.so.535.309.01", "usr/lib/libnvidia-pkcs11-openssl3.so.535.309.01"}) {
        const auto right = judge(path, {}, "libcuda1", "deb");
        QVERIFY2(right.has_value(), path);
        QCOMPARE(right->right, Right::DistributableConditions);
        QCOMPARE(right->licenceClass, LicenceClass::VendorRedistributable);
        QCOMPARE(right->group, QStringLiteral("driver"));
        QVERIFY(right->conditions.contains(QStringLiteral("driver-hub-only")));
    }
    const auto dated = judge("usr/lib/libcuda.so.535.309.01", QStringLiteral("nvidia-driver-2023-02-27"), "libcuda1", "deb");
    QVERIFY(dated->editionInHand);
    QCOMPARE(dated->expression, QStringLiteral("LicenseRef-NVIDIA-Driver"));
}

void TestVendorRights::hasTitles()
{
    QCOMPARE(m_rights->title(edition2018), QStringLiteral("CUDA Toolkit EULA, 2018-08-16"));
    QCOMPARE(m_rights->title(QStringLiteral("nvidia-cuda-eula")), QStringLiteral("CUDA Toolkit EULA"));
    QCOMPARE(m_rights->title(QStringLiteral("cudnn")), QStringLiteral("cuDNN"));
    QCOMPARE(m_rights->title(QStringLiteral("no-such-thing")), QStringLiteral("no-such-thing"));
    QCOMPARE(m_rights->editionDate(edition2026), QStringLiteral("2026-01-26"));
}

QTEST_APPLESS_MAIN(TestVendorRights)
#include "tst_vendorrights.moc"
