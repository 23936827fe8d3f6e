// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/remedy/remedyimage.h"

#include "core/inventory/provenance.h"

namespace waybill::test {

namespace {

QByteArray package(const char *name, const char *more = "")
{
    return QByteArray("Package: ") + name + "\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0-1\n" + more + '\n';
}

}  // namespace

TextImage remedyImage()
{
    TextImage image;
    const QByteArray base = package("bash", "Essential: yes\n") + package("libc6");
    const QByteArray cuda
        = package("nvidia-cuda-toolkit", "Section: non-free/devel\nDepends: libc6 (>= 2.3), nvidia-profiler | nvprof\n")
        + package("nvidia-profiler", "Section: non-free/devel\nPre-Depends: libc6\n")
        + package("cuda-meta", "Section: non-free/devel\nDepends: nvidia-cuda-toolkit\n");
    image.content(QStringLiteral("BASE"), base);
    image.content(QStringLiteral("CUDA"), base + cuda + package("nvidia-cuda-ghost", "Section: devel\n"));
    image.content(QStringLiteral("LATER"), base + cuda);
    image.content(QStringLiteral("GPL"),
                  "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"
                  "Files: *\nCopyright: 1999 A\nLicense: GPL-3+\n");
    image.content(QStringLiteral("TRITON"),
                  "Metadata-Version: 2.1\nName: triton\nVersion: 3.3.0\nClassifier: License :: OSI Approved :: "
                  "MIT License\n\n");
    image.content(QStringLiteral("TORCH"),
                  "Metadata-Version: 2.1\nName: torch\nVersion: 2.7.0\nLicense-Expression: BSD-3-Clause\n"
                  "Requires-Dist: triton==3.3.0; platform_system == \"Linux\"\n"
                  "Requires-Dist: absent; extra == \"all\"\n\n");
    image.content(QStringLiteral("RECORD"),
                  "triton/__init__.py,sha256=a,1\ntriton/backends/nvidia/bin/ptxas,sha256=b,100\n"
                  "triton-3.3.0.dist-info/METADATA,,\ntriton-3.3.0.dist-info/RECORD,,\n");
    image.content(QStringLiteral("TORCHRECORD"), "torch/__init__.py,,\ntorch-2.7.0.dist-info/METADATA,,\n");
    image.layer(QStringLiteral("ADD rootfs.tar /"), QStringLiteral(R"(
        d usr/include 755
        f usr/bin/bash 755 = \x7fELFbash
        f usr/share/doc/bash/copyright 644 = <GPL
        f usr/share/doc/libc6/copyright 644 = <GPL
        f var/lib/dpkg/status 644 = <BASE
        f var/lib/dpkg/info/bash.list 644 = /usr/bin/bash\n/usr/share/doc/bash/copyright\n
        f var/lib/dpkg/info/libc6:amd64.list 644 = /usr/share/doc/libc6/copyright\n
        f usr/lib/os-release 644 = ID=debian\n
    )"));
    image.layer(QStringLiteral("RUN apt-get install nvidia-cuda-toolkit"), QStringLiteral(R"(
        f usr/bin/nvdisasm 755 1:2 = \x7fELFdisassembler
        f usr/bin/ptxas 755 = \x7fELFassembler
        h usr/local/bin/assembler -> usr/bin/ptxas
        l usr/local/bin/disassembler -> ../../bin/nvdisasm
        f usr/bin/nvidia-cuda-ghost 755 = \x7fELFdebugger
        f usr/bin/cuobjdump 755 = \x7fELFdumper
        f usr/include/cuda/private.h 644 = int secret;
        f usr/bin/nvprof 755 = \x7fELFprofiler
        f usr/share/doc/cuda-meta/copyright 644 = <GPL
        f var/lib/dpkg/status 644 = <CUDA
        f var/lib/dpkg/info/nvidia-cuda-toolkit.list 644 = /usr/bin/nvdisasm\n/usr/bin/ptxas\n/usr/include/cuda/private.h\n
        f var/lib/dpkg/info/nvidia-cuda-toolkit.postinst 755 = #!/bin/sh
        f var/lib/dpkg/info/nvidia-profiler.list 644 = /usr/bin/nvprof\n
        f var/lib/dpkg/info/cuda-meta.list 644 = /usr/share/doc/cuda-meta/copyright\n
        f var/lib/dpkg/info/nvidia-cuda-ghost.list 644 = /usr/bin/nvidia-cuda-ghost\n/usr/bin/cuobjdump\n
    )"));
    image.layer(QStringLiteral("RUN pip install torch"), QStringLiteral(R"(
        f opt/lib/python3/site-packages/triton/__init__.py 644 = x = 1
        f opt/lib/python3/site-packages/triton/libtriton.so 755 = @4000
        d opt/lib/python3/site-packages/triton/backends/nvidia/bin 755
        f opt/lib/python3/site-packages/triton/backends/nvidia/bin/ptxas 755 = \x7fELFwheel assembler
        f opt/lib/python3/site-packages/triton-3.3.0.dist-info/METADATA 644 = <TRITON
        f opt/lib/python3/site-packages/triton-3.3.0.dist-info/RECORD 644 = <RECORD
        f opt/lib/python3/site-packages/torch/__init__.py 644 = import triton
        f opt/lib/python3/site-packages/torch-2.7.0.dist-info/METADATA 644 = <TORCH
        f opt/lib/python3/site-packages/torch-2.7.0.dist-info/RECORD 644 = <TORCHRECORD
    )"));
    image.layer(QStringLiteral("RUN apt-get remove nvidia-cuda-ghost"), QStringLiteral(R"(
        w usr/bin/nvidia-cuda-ghost
        w usr/bin/cuobjdump
        w var/lib/dpkg/info/nvidia-cuda-ghost.list
        f var/lib/dpkg/status 644 = <LATER
    )"));
    image.layer(QStringLiteral("COPY cuobjdump /opt/tools/ # buildkit"),
                QStringLiteral("d opt/tools 755\nf opt/tools/cuobjdump 755 = \\x7fELFloose dumper"));
    image.entrypoint({QStringLiteral("/usr/bin/bash")});
    image.packing(Packing::Gzip);
    return image;
}

RemedyRig::RemedyRig()
{
    const auto knowledge = ScanKnowledge::load();
    const auto policy = Policy::load();
    m_ready = knowledge.has_value() && policy.has_value() && m_folder.isValid();
    if (!m_ready)
        return;
    m_knowledge = *knowledge;
    m_policy = *policy;
}

RemedyRig::Scanned RemedyRig::scanPath(const QString &path) const
{
    const auto source = openImageSource(path);
    if (!source)
        return {};
    const auto image = (*source)->image(0);
    if (!image)
        return {};
    Progress progress;
    return {*source, *image, scan(**source, *image, m_knowledge, {}, {}, progress)};
}

RemedyRig::Scanned RemedyRig::scanImage(const TextImage &image) const
{
    static int number = 0;
    const QString folder = m_folder.filePath(QStringLiteral("layout-%1").arg(number++));
    return image.writeOciLayout(folder) ? scanPath(folder) : Scanned {};
}

Conclude RemedyRig::conclude() const
{
    return [policy = m_policy](const Inventory &inventory) { return policy->assess(inventory); };
}

}  // namespace waybill::test
