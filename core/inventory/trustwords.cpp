// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/inventory/trustwords.h"

#include <array>

namespace waybill {

namespace {

struct Row {
    const char *rule;
    const char *titleEn;
    const char *titleZh;
    const char *whyEn;
    const char *whyZh;
};

constexpr std::array rows {
    Row {"look-alike", "Name that looks like a known publisher's", "名称与知名发布者相似",
         "Impostors use names that are read as the real one.", "冒名者使用容易被误认的名称。"},
    Row {"borrowed-name", "Name of a known image under another account", "以其他账户发布的知名镜像名称",
         "Anybody may publish under this name; it says nothing about who did.", "任何人都可用该名称发布；它不能说明发布者是谁。"},
    Row {"unknown-publisher", "Publisher is not known", "发布者未知", "The account is not in the list of known publishers.",
         "该账户不在已知发布者列表中。"},
    Row {"unnamed", "No publisher is named", "未指明发布者", "An archive or folder says nothing about where it came from.",
         "归档或文件夹不能说明其来源。"},
    Row {"former-publisher", "Account that is no longer kept up", "不再维护的账户", "The project publishes elsewhere today.",
         "该项目现在在别处发布。"},
    Row {"not-pinned", "Named by tag only", "仅以标签指明", "A tag may mean other bytes tomorrow; a digest cannot.",
         "标签明天可能指向不同的内容；摘要不会。"},
    Row {"signature-other-image", "Signature of another image", "其他镜像的签名",
         "It was attached here, and what it vouches for is something else.", "它被附在此处，但担保的是其他内容。"},
    Row {"signature-other-key", "Signature that none of the keys made", "签名与所给密钥均不符",
         "Somebody else signed, or what was signed has been changed.", "由他人签署，或签署内容已被更改。"},
    Row {"signature-unreadable", "Signature that cannot be read", "无法读取的签名", "It says nothing about the image.",
         "它不能说明镜像的任何情况。"},
    Row {"base-unknown", "Base image is not known", "基础镜像未知",
         "Nothing tells where the base ends and your own layers begin.", "无法得知基础层与自有层的界线。"},
    Row {"layer-mismatch", "Layer is not what the configuration says", "层与配置所述不符",
         "The bytes of a layer differ from the digest that the image's own configuration records.",
         "层的字节与镜像配置记录的摘要不同。"},
    Row {"label-system", "Label names another system than the one inside", "标签所述系统与内容不符",
         "A label says one thing, the files another.", "标签与文件内容相互矛盾。"},
    Row {"label-architecture", "Programs are for another processor than the image says", "程序的处理器架构与镜像声明不符",
         "They cannot run on the declared platform.", "它们无法在声明的平台上运行。"},
    Row {"label-licence", "Label names milder terms than the contents have", "标签所述许可比内容宽松",
         "The label of the whole image promises less than single packages ask for.", "整个镜像的标签比单个软件包的要求更宽松。"},
    Row {"sbom-differs", "Bill of materials differs from the bytes", "物料清单与内容不符",
         "Somebody claims parts that were not found, or in other versions.", "清单声称的部件未找到或版本不同。"},
    Row {"undeclared-copyleft", "Copyleft files in a package that declares milder terms", "声明宽松许可的软件包中含有著佐权文件",
         "The package says one thing, the text of its files another.", "软件包声明与文件文本不一致。"},
    Row {"outdated", "Part with known holes", "存在已知漏洞的部件",
         "A copy that no distribution looks after. Compare with the maker's notices.", "没有发行版维护的副本。请对照其公告。"},
    Row {"bad-revision", "Release that is known to be bad", "已知有问题的版本", "This very revision was withdrawn.",
         "该版本已被撤回。"},
    Row {"malicious", "Release that carried malware", "含恶意代码的版本", "This very release was published by an attacker.",
         "该版本由攻击者发布。"},
    Row {"end-of-life", "Past its end of life", "已停止维护", "Nobody mends it any more.", "不再有人修复。"},
    Row {"old-image", "Image is more than a year old", "镜像已超过一年", "Updates since then are missing.", "缺少此后的更新。"},
    Row {"ssh-server", "SSH server", "SSH 服务器", "A container needs none; it is a second door.", "容器不需要；它是另一道门。"},
    Row {"started-miner", "The image starts a miner", "镜像会启动挖矿程序", "The start command names it.", "启动命令指向它。"},
    Row {"not-searched", "Not searched", "未搜索", "The review was made by a version that did not look.",
         "该审查由不具备此功能的版本生成。"},
};

}  // namespace

TrustWords trustWords(const QString &rule)
{
    for (const Row &row : rows) {
        if (rule == QLatin1String(row.rule))
            return {{QString::fromUtf8(row.titleEn), QString::fromUtf8(row.titleZh)},
                    {QString::fromUtf8(row.whyEn), QString::fromUtf8(row.whyZh)}};
    }
    return {};
}

}  // namespace waybill
