<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Options</name>
    <message>
        <source>Judges whether a container image may be shipped.</source>
        <translation>判断容器镜像是否可以交付。</translation>
    </message>
    <message>
        <source>Image archive, OCI folder, review (.waybill) or signed PDF.</source>
        <translation>镜像归档、OCI 目录、审查文件（.waybill）或已签名的 PDF。</translation>
    </message>
    <message>
        <source>Open IMAGE, save a picture of the window as FILE, exit.</source>
        <translation>打开 IMAGE，将窗口截图保存为 FILE，然后退出。</translation>
    </message>
    <message>
        <source>Open IMAGE, save pictures of all pages to DIR, exit.</source>
        <translation>打开 IMAGE，将所有页面的截图保存到 DIR，然后退出。</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light（浅色）、dark（深色）或 system（跟随系统）。</translation>
    </message>
    <message>
        <source>en or zh_CN.</source>
        <translation>en 或 zh_CN。</translation>
    </message>
    <message>
        <source>internal, saas, on-premises, embedded or sdk.</source>
        <translation>internal、saas、on-premises、embedded 或 sdk。</translation>
    </message>
    <message>
        <source>Only one image can be opened at a time.</source>
        <translation>一次只能打开一个镜像。</translation>
    </message>
    <message>
        <source>Unknown language: %1</source>
        <translation>未知的语言：%1</translation>
    </message>
    <message>
        <source>Unknown theme: %1</source>
        <translation>未知的主题：%1</translation>
    </message>
    <message>
        <source>Unknown scenario: %1</source>
        <translation>未知的场景：%1</translation>
    </message>
    <message>
        <source>A screenshot needs an image.</source>
        <translation>截图需要指定一个镜像。</translation>
    </message>
</context>
<context>
    <name>waybill::AboutDialog</name>
    <message>
        <source>About Waybill</source>
        <translation>关于 Waybill</translation>
    </message>
    <message>
        <source>Waybill %1</source>
        <translation>Waybill %1</translation>
    </message>
    <message>
        <source>Judges whether a container image may be shipped, and says what has to change if not.</source>
        <translation>判断容器镜像是否可以交付；若不可以，说明须作哪些改变。</translation>
    </message>
    <message>
        <source>Policy %1 · Qt %2</source>
        <translation>策略 %1 · Qt %2</translation>
    </message>
    <message>
        <source>Copyright 2026 The Waybill authors. Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>版权所有 2026 Waybill 作者。本程序为自由软件，依 GNU 通用公共许可证第 3 版或更新版本（GPL-3.0-or-later）发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Uses Qt (LGPL-3.0), Qt Charts (GPL-3.0, the reason for the licence of the whole program), KSyntaxHighlighting (MIT), libarchive (BSD-2-Clause), zlib, ISA-L and zstd, OpenSSL (Apache-2.0), qpdf (Apache-2.0), yaml-cpp (MIT), and the SPDX licence list.</source>
        <translation>使用了 Qt（LGPL-3.0）、Qt Charts（GPL-3.0，整个程序因此采用该许可证）、KSyntaxHighlighting（MIT）、libarchive（BSD-2-Clause）、zlib、ISA-L 和 zstd、OpenSSL（Apache-2.0）、qpdf（Apache-2.0）、yaml-cpp（MIT）以及 SPDX 许可证列表。</translation>
    </message>
</context>
<context>
    <name>waybill::Actions</name>
    <message>
        <source>&amp;Open File…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an image archive or a saved review</source>
        <translation>打开镜像归档或已保存的审查</translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation>打开文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Open an OCI layout or a root file system</source>
        <translation>打开 OCI 布局或根文件系统</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>保存审查</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export &amp;&amp; Sign…</source>
        <translation>导出并签名(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the review as a PDF and sign it</source>
        <translation>将审查写成 PDF 并签名</translation>
    </message>
    <message>
        <source>Check a Si&amp;gnature…</source>
        <translation>核验签名(&amp;G)…</translation>
    </message>
    <message>
        <source>Check whether a signed PDF is unchanged</source>
        <translation>核验已签名的 PDF 是否未被改动</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next Undecided</source>
        <translation>下一个待决定项(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Undecided</source>
        <translation>上一个待决定项(&amp;P)</translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation>决定：%1</translation>
    </message>
    <message>
        <source>&amp;Record and Next</source>
        <translation>记录并转到下一项(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Withdraw Decision</source>
        <translation>撤回决定(&amp;W)</translation>
    </message>
    <message>
        <source>The selected findings are undecided again; the log keeps both</source>
        <translation>所选发现项恢复为待决定；日志同时保留两条记录</translation>
    </message>
    <message>
        <source>Scenario &amp;Wizard…</source>
        <translation>场景向导(&amp;Z)…</translation>
    </message>
    <message>
        <source>Find out which delivery applies, question by question</source>
        <translation>逐个回答问题，确定适用的交付方式</translation>
    </message>
    <message>
        <source>Read &amp;Again</source>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>Read all layers again; decisions stay</source>
        <translation>重新读取所有层；已作的决定保留</translation>
    </message>
    <message>
        <source>&amp;Cancel the Running Job</source>
        <translation>取消正在运行的任务(&amp;C)</translation>
    </message>
    <message>
        <source>Go to &amp;Layers</source>
        <translation>转到层(&amp;L)</translation>
    </message>
    <message>
        <source>Go to &amp;Files</source>
        <translation>转到文件(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the &amp;Centre</source>
        <translation>转到中央区域(&amp;C)</translation>
    </message>
    <message>
        <source>Go to the &amp;Inspector</source>
        <translation>转到检查器(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Restore Default Layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>Theme as the &amp;Desktop</source>
        <translation>主题跟随桌面(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation>浅色主题(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>What the &amp;Colours Mean</source>
        <translation>颜色的含义(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try the Sample Image</source>
        <translation>试用示例镜像(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Waybill</source>
        <translation>关于 Waybill(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>Find any command by its name</source>
        <translation>按名称查找任意命令</translation>
    </message>
    <message>
        <source>Co&amp;mpare With…</source>
        <translation>比较(&amp;M)…</translation>
    </message>
    <message>
        <source>What differs from another image or review, and what that does to the verdict</source>
        <translation>与另一个镜像或审查有何不同，及其对结论的影响</translation>
    </message>
    <message>
        <source>D&amp;uties and Choices…</source>
        <translation>义务与选择(&amp;U)…</translation>
    </message>
    <message>
        <source>Tick off duties, choose licences, name your own folders</source>
        <translation>勾选义务、选择许可证、指明自有文件夹</translation>
    </message>
    <message>
        <source>Export &amp;Bill of Materials…</source>
        <translation>导出物料清单(&amp;B)…</translation>
    </message>
    <message>
        <source>Write an SPDX or CycloneDX file of all packages and files</source>
        <translation>写出包含所有软件包与文件的 SPDX 或 CycloneDX 文件</translation>
    </message>
    <message>
        <source>Read &amp;Decisions…</source>
        <translation>读取决定(&amp;D)…</translation>
    </message>
    <message>
        <source>Apply decisions of a text file to what they were made about</source>
        <translation>将文本文件中的决定用于其所针对的内容</translation>
    </message>
    <message>
        <source>Write D&amp;ecisions…</source>
        <translation>写出决定(&amp;E)…</translation>
    </message>
    <message>
        <source>Put what is decided, and what is open, into a text file for other images and for CI</source>
        <translation>将已决定和未决定的事项写入文本文件，供其他镜像和 CI 使用</translation>
    </message>
    <message>
        <source>Read &amp;Answers…</source>
        <translation>读取答案(&amp;A)…</translation>
    </message>
    <message>
        <source>Take answers to the questions of the scenarios from a text file</source>
        <translation>从文本文件读取各场景问题的答案</translation>
    </message>
    <message>
        <source>Write A&amp;nswers…</source>
        <translation>写出答案(&amp;N)…</translation>
    </message>
    <message>
        <source>Put the answers to the questions into a text file</source>
        <translation>将问题的答案写入文本文件</translation>
    </message>
</context>
<context>
    <name>waybill::BarModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>waybill::CatText</name>
    <message>
        <source>--layer takes a number from 1 on.</source>
        <translation>--layer 需要一个从 1 开始的数字。</translation>
    </message>
</context>
<context>
    <name>waybill::Centre</name>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看器</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Treemap</source>
        <translation>矩形树图</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>精简</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
</context>
<context>
    <name>waybill::ChartsPage</name>
    <message>
        <source>Which chart</source>
        <translation>选择图表</translation>
    </message>
    <message>
        <source>Scenarios by risk</source>
        <translation>各场景风险</translation>
    </message>
    <message>
        <source>Class share by layer</source>
        <translation>各层类别占比</translation>
    </message>
    <message>
        <source>Review progress</source>
        <translation>审查进度</translation>
    </message>
    <message>
        <source>Worst packages</source>
        <translation>风险最高的软件包</translation>
    </message>
    <message>
        <source>Scenarios by risk, as a table</source>
        <translation>各场景风险（表格）</translation>
    </message>
    <message>
        <source>Review progress, as a table</source>
        <translation>审查进度（表格）</translation>
    </message>
    <message>
        <source>Worst packages, as a table</source>
        <translation>风险最高的软件包（表格）</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>统计内容</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Show as Table (Ctrl+T)</source>
        <translation>以表格显示 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>复制 CSV</translation>
    </message>
    <message>
        <source>Copy Image</source>
        <translation>复制图像</translation>
    </message>
</context>
<context>
    <name>waybill::ChartsPanel</name>
    <message>
        <source>Class share by layer</source>
        <translation>各层的类别占比</translation>
    </message>
    <message>
        <source>Class share by layer, as a table</source>
        <translation>各层的类别占比（表格）</translation>
    </message>
    <message>
        <source>Open an image to see which licence classes its layers hold.</source>
        <translation>打开镜像，即可查看各层包含哪些许可证类别。</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>度量方式</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Include files removed by later layers (still shipped)</source>
        <translation>包括被后续层移除的文件（仍随镜像交付）</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Show as Table (Ctrl+T)</source>
        <translation>以表格显示 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>复制 CSV</translation>
    </message>
    <message>
        <source>Copy Image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>No files yet.</source>
        <translation>尚无文件。</translation>
    </message>
    <message>
        <source>Largest share of the whole image: %1, %2 %. Press Ctrl+T for the table.</source>
        <translation>整个镜像中占比最大：%1，%2%。按 Ctrl+T 以表格显示。</translation>
    </message>
</context>
<context>
    <name>waybill::CheckText</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>另有 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more finding(s)</source>
        <translation>
            <numerusform>另有 %n 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>Duties:</source>
        <translation>义务：</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>With unknown</source>
        <translation>计入未知</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>Files with established terms: %1 of %2. Policy %3.</source>
        <translation>条款已确定的文件：%1/%2。策略版本 %3。</translation>
    </message>
    <message>
        <source>Risk: %1; with what is unknown: %2</source>
        <translation>风险：%1；计入未知部分：%2</translation>
    </message>
    <message>
        <source>Unknown level &quot;%1&quot;; there are low, medium, high and extreme.</source>
        <translation>未知的等级“%1”；可用等级为 low、medium、high 和 extreme。</translation>
    </message>
    <message>
        <source>%1 only hides %2 file(s) (%3): gone at run time, present in what you hand over%4</source>
        <translation>%1 仅隐藏了 %2 个文件（%3）：运行时已不存在，但仍包含在您交付的内容中%4</translation>
    </message>
    <message>
        <source>What an answer would change:</source>
        <translation>回答会带来的变化：</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot;: %3, risk %4</source>
        <translation>%1“%2”：%3，风险 %4</translation>
    </message>
    <message>
        <source>would change with the answer %1: %2 (%3, risk %4)</source>
        <translation>回答 %1: %2 后将变为（%3，风险 %4）</translation>
    </message>
    <message numerus="yes">
        <source>would go with its %n file(s) taken out of %1 itself</source>
        <translation>
            <numerusform>将其 %n 个文件从%1本身移除后即可消除</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message numerus="yes">
        <source>and %n more source package(s)</source>
        <translation>
            <numerusform>以及另外 %n 个源码包</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter does not understand &quot;%1&quot;.</source>
        <translation>筛选条件无法理解“%1”。</translation>
    </message>
    <message>
        <source>Trust, apart from the licences (waybill trust tells more): %1</source>
        <translation>信任，与许可分开（waybill trust 说明更多）：%1</translation>
    </message>
    <message>
        <source>nothing but notes</source>
        <translation>只有备注</translation>
    </message>
</context>
<context>
    <name>waybill::CheckWords</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>以及另外 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more finding(s)</source>
        <translation>
            <numerusform>以及另外 %n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>With unknown</source>
        <translation>含未知</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>Image %1, policy %2.</source>
        <translation>镜像 %1，策略 %2。</translation>
    </message>
</context>
<context>
    <name>waybill::ChoiceList</name>
    <message>
        <source>%1  %2</source>
        <comment>number and text of an answer</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>waybill::ChoicesModel</name>
    <message>
        <source>nobody chose yet</source>
        <translation>尚无人选择</translation>
    </message>
    <message>
        <source>the mildest, nobody chose yet</source>
        <translation>最宽松者，尚无人选择</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>We choose</source>
        <translation>我们选择</translation>
    </message>
</context>
<context>
    <name>waybill::ClassChip</name>
    <message>
        <source>Risk: %1</source>
        <translation>风险：%1</translation>
    </message>
</context>
<context>
    <name>waybill::ClassLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>图例：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>class code and class word</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>waybill::ClassShareChart</name>
    <message>
        <source>%1 %2 %</source>
        <comment>class code and share</comment>
        <translation>%1 %2%</translation>
    </message>
</context>
<context>
    <name>waybill::ClassShareModel</name>
    <message>
        <source>Whole image</source>
        <translation>整个镜像</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation>%1：共 %2</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 %</source>
        <translation>%1，%2：%3，%4%</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>waybill::CommandLine</name>
    <message>
        <source>How to print the result.</source>
        <translation>结果的输出格式。</translation>
    </message>
    <message>
        <source>Write the result to a file.</source>
        <translation>将结果写入文件。</translation>
    </message>
    <message>
        <source>Which platform of an image with several.</source>
        <translation>镜像含多个平台时，选择其中一个。</translation>
    </message>
    <message>
        <source>Which image of a source with several.</source>
        <translation>来源含多个镜像时，选择其中一个。</translation>
    </message>
    <message>
        <source>Layers to read at once; one per processor when not given.</source>
        <translation>同时读取的层数；未指定时每个处理器读取一层。</translation>
    </message>
    <message>
        <source>Language of the texts.</source>
        <translation>界面文字的语言。</translation>
    </message>
    <message>
        <source>No progress and no warnings.</source>
        <translation>不显示进度和警告。</translation>
    </message>
    <message>
        <source>Never use the network. Local images never do.</source>
        <translation>不使用网络。本地镜像本就不使用网络。</translation>
    </message>
    <message>
        <source>internal, saas, on-prem, embedded or sdk.</source>
        <translation>internal、saas、on-prem、embedded 或 sdk。</translation>
    </message>
    <message>
        <source>Answers to the questions of the scenario, one &quot;question: answer&quot; per line.</source>
        <translation>对场景问题的回答，每行一条，格式为“question: answer”。</translation>
    </message>
    <message>
        <source>Save the review to a .waybill file.</source>
        <translation>将审查保存为 .waybill 文件。</translation>
    </message>
    <message>
        <source>An image archive, an OCI layout, a review (.waybill) or, for verify, a PDF.</source>
        <translation>镜像归档、OCI 布局、审查文件（.waybill），或用于 verify 的 PDF。</translation>
    </message>
    <message>
        <source>Unknown scenario &quot;%1&quot;; there are internal, saas, on-prem, embedded and sdk.</source>
        <translation>未知的场景“%1”；可用场景为 internal、saas、on-prem、embedded 和 sdk。</translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 on.</source>
        <translation>--%1 须为不小于 1 的整数。</translation>
    </message>
    <message>
        <source>Say what to do: %1.</source>
        <translation>请指定要执行的操作：%1。</translation>
    </message>
    <message>
        <source>The content of one file.</source>
        <translation>输出一个文件的内容。</translation>
    </message>
    <message>
        <source>The layer to read from, counted from 1; else the newest that has it.</source>
        <translation>要读取的层，从 1 开始计数；未指定时取含有该文件的最新一层。</translation>
    </message>
    <message>
        <source>May we ship it: the verdict, its reasons and the duties.</source>
        <translation>可以交付吗：结论、理由和义务。</translation>
    </message>
    <message>
        <source>All five scenarios.</source>
        <translation>全部五种场景。</translation>
    </message>
    <message>
        <source>Fail from this risk level on: low, medium, high or extreme.</source>
        <translation>从该风险等级起判为失败：low、medium、high 或 extreme。</translation>
    </message>
    <message>
        <source>%1 has no option --%2; &quot;waybill %1 --help&quot; lists what it has.</source>
        <translation>%1 没有选项 --%2；“waybill %1 --help”列出它的选项。</translation>
    </message>
    <message>
        <source>Unknown format &quot;%1&quot;; there are: %2.</source>
        <translation>未知格式“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>Usage: waybill %1 %2</source>
        <translation>用法：waybill %1 %2</translation>
    </message>
    <message>
        <source>Unknown verb &quot;%1&quot;; there are: %2.</source>
        <translation>未知动词“%1”；可用的有：%2。</translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 policy failed or signature not valid, 2 usage, 3 unreadable, 4 incomplete, 130 cancelled.</source>
        <translation>退出码：0 正常，1 不符合策略或签名无效，2 用法错误，3 无法读取，4 不完整，130 已取消。</translation>
    </message>
    <message>
        <source>Formats: %1.</source>
        <translation>格式：%1。</translation>
    </message>
    <message>
        <source>One of the verbs above; &quot;waybill VERB --help&quot; has its options.</source>
        <translation>上面的动词之一；“waybill 动词 --help”列出其选项。</translation>
    </message>
    <message>
        <source>Says what is inside a container image and whether it may be shipped.</source>
        <translation>说明容器镜像里有什么，以及是否可以交付。</translation>
    </message>
    <message>
        <source>What is in it, layer by layer.</source>
        <translation>逐层说明里面有什么。</translation>
    </message>
    <message>
        <source>The layers only, without reading their content.</source>
        <translation>只列出层，不读取其内容。</translation>
    </message>
    <message>
        <source>Every file with layer, class and licence.</source>
        <translation>每个文件及其层、类别和许可证。</translation>
    </message>
    <message>
        <source>Files that are gone at run time and still shipped.</source>
        <translation>运行时已不存在但仍会交付的文件。</translation>
    </message>
    <message>
        <source>Packages and products.</source>
        <translation>软件包和产品。</translation>
    </message>
    <message>
        <source>Licences with files and bytes.</source>
        <translation>许可证及其文件数和字节数。</translation>
    </message>
    <message>
        <source>Which images and platforms a source holds.</source>
        <translation>一个来源包含哪些镜像和平台。</translation>
    </message>
    <message>
        <source>The review as a document, signed when a key is given.</source>
        <translation>把审查写成文档；给出密钥时加以签名。</translation>
    </message>
    <message>
        <source>Where to write the PDF.</source>
        <translation>PDF 的写入位置。</translation>
    </message>
    <message>
        <source>File with the password of the key; otherwise $WAYBILL_KEY_PASSWORD.</source>
        <translation>含密钥口令的文件；否则使用 $WAYBILL_KEY_PASSWORD。</translation>
    </message>
    <message>
        <source>Reason of the signature.</source>
        <translation>签名理由。</translation>
    </message>
    <message>
        <source>Mark every page as a draft.</source>
        <translation>把每一页标为草稿。</translation>
    </message>
    <message>
        <source>Is this PDF unchanged, who signed it, when, and for which image.</source>
        <translation>此 PDF 是否未被改动，由谁、何时、为哪个镜像签名。</translation>
    </message>
    <message>
        <source>The image that the document must be about.</source>
        <translation>该文档必须对应的镜像。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust.</source>
        <translation>要信任的证书（PEM）。</translation>
    </message>
    <message>
        <source>Show only some findings, as in the window: &quot;risk:&gt;=high class:SC,NC path:/usr/** pkg:bash&quot;.</source>
        <translation>仅显示部分发现，语法与窗口相同：&quot;risk:&gt;=high class:SC,NC path:/usr/** pkg:bash&quot;。</translation>
    </message>
    <message>
        <source>A folder of the image that holds your own work; may be given again.</source>
        <translation>镜像中存放自有作品的文件夹；可多次指定。</translation>
    </message>
    <message>
        <source>The rules: check an overlay, explain a rule, list rules and questions.</source>
        <translation>规则：检查叠加文件、解释规则、列出规则与问题。</translation>
    </message>
    <message>
        <source>Overlay of the company on the shipped policy (YAML).</source>
        <translation>公司对内置策略的叠加文件（YAML）。</translation>
    </message>
    <message>
        <source>What accounts for every byte, and the files that nothing accounts for.</source>
        <translation>每个字节的来由，以及来由不明的文件。</translation>
    </message>
    <message>
        <source>A digest of the base image, or a file with one per line and a name behind it.</source>
        <translation>基础镜像的摘要，或每行一个摘要（后面可写名称）的文件。</translation>
    </message>
    <message>
        <source>Sign with this key: a .p12, .pfx or PEM file, or the pkcs11: address of a token.</source>
        <translation>用此密钥签名：.p12、.pfx 或 PEM 文件，或令牌的 pkcs11: 地址。</translation>
    </message>
    <message>
        <source>Certificate and its chain (PEM), when they are not with the key.</source>
        <translation>证书及其证书链（PEM），当它们不与密钥在一起时使用。</translation>
    </message>
    <message>
        <source>Have a time authority prove when it was signed.</source>
        <translation>由时间戳机构证明签名时间。</translation>
    </message>
    <message>
        <source>Sign with RSA-PSS.</source>
        <translation>使用 RSA-PSS 签名。</translation>
    </message>
    <message>
        <source>What changed between two images or reviews, and what that does to the verdict.</source>
        <translation>两个镜像或审查之间有何变化，以及对结论的影响。</translation>
    </message>
    <message>
        <source>The way out: what must go, the Dockerfile text, the changed image.</source>
        <translation>出路：须移除的内容、Dockerfile 文本、更改后的镜像。</translation>
    </message>
    <message>
        <source>Print Dockerfile text instead of the plan.</source>
        <translation>输出 Dockerfile 文本而非方案。</translation>
    </message>
    <message>
        <source>Write the image without what must go as a new OCI layout, and check it. The input is not touched.</source>
        <translation>将去除相应内容的镜像写为新的 OCI 布局并检查；不改动输入。</translation>
    </message>
    <message>
        <source>A removal of the plan that is not wanted; repeatable.</source>
        <translation>方案中不需要的移除项；可重复。</translation>
    </message>
    <message>
        <source>A removal, package or path pattern that goes as well; repeatable.</source>
        <translation>另外移除的移除项、软件包或路径模式；可重复。</translation>
    </message>
    <message>
        <source>The licences of loose files, or the meaning of a licence expression.</source>
        <translation>零散文件的许可证，或许可证表达式的含义。</translation>
    </message>
    <message>
        <source>Parse, normalise and classify an expression; &quot;-&quot; reads a list.</source>
        <translation>解析、规范化并归类一个表达式；“-”表示读取列表。</translation>
    </message>
    <message>
        <source>Where blobs of registries are kept.</source>
        <translation>镜像仓库数据块的保存位置。</translation>
    </message>
    <message>
        <source>Allow http for this registry; on loopback it needs no permission.</source>
        <translation>允许对此镜像仓库使用 http；在本机回环地址上无需许可。</translation>
    </message>
    <message>
        <source>The bill of materials, for other programs.</source>
        <translation>物料清单，供其他程序使用。</translation>
    </message>
    <message>
        <source>Who answers for the bill: &quot;Name &lt;mail&gt;&quot;.</source>
        <translation>清单的负责人：“姓名 &lt;邮箱&gt;”。</translation>
    </message>
    <message>
        <source>Who supplies the image, when its labels do not say: &quot;Name &lt;mail&gt;&quot;.</source>
        <translation>镜像标签未说明时的供应者：“名称 &lt;邮箱&gt;”。</translation>
    </message>
    <message>
        <source>Name of the image in the bill.</source>
        <translation>清单中的镜像名称。</translation>
    </message>
    <message>
        <source>Packages only: no files and no hashes of files.</source>
        <translation>仅软件包：不含文件及其哈希。</translation>
    </message>
    <message>
        <source>May we trust it: who made it, what is in it that should not be, what is outdated.</source>
        <translation>能否信任：谁制作的、有什么不该有的、哪些已过时。</translation>
    </message>
    <message>
        <source>JSON report of Trivy or Grype about this image; may be given again.</source>
        <translation>Trivy 或 Grype 关于此镜像的 JSON 报告；可多次给出。</translation>
    </message>
    <message>
        <source>Statements about holes, OpenVEX or CycloneDX; may be given again.</source>
        <translation>关于漏洞的声明，OpenVEX 或 CycloneDX；可多次给出。</translation>
    </message>
    <message>
        <source>A bill of materials to compare with the bytes; may be given again.</source>
        <translation>用来与内容对照的物料清单；可多次给出。</translation>
    </message>
    <message>
        <source>Run an installed Trivy on the same image.</source>
        <translation>对同一镜像运行已安装的 Trivy。</translation>
    </message>
    <message>
        <source>Judge ends of life as of this day; else today.</source>
        <translation>以此日期判断停止维护；否则以今天为准。</translation>
    </message>
    <message>
        <source>Fail from this weight on: note, low, medium, high or extreme.</source>
        <translation>从此分量起视为失败：note、low、medium、high 或 extreme。</translation>
    </message>
    <message>
        <source>Write what was decided, and what is still open, to a file for --decisions.</source>
        <translation>将已作出的决定和仍未决定的写入供 --decisions 使用的文件。</translation>
    </message>
    <message>
        <source>Compare files by size alone; their content is not read again.</source>
        <translation>仅按大小比较文件，不再读取内容。</translation>
    </message>
    <message>
        <source>List texts that must travel and are missing; with --write, add them in a layer of their own.</source>
        <translation>列出须随附而缺失的文本；与 --write 同用时，作为单独一层加入。</translation>
    </message>
    <message>
        <source>Write the missing texts, each with its source, to a NOTICE file.</source>
        <translation>将缺失的文本连同各自来源写入 NOTICE 文件。</translation>
    </message>
    <message>
        <source>Decisions kept in a text file (YAML), applied to the files whose content they name.</source>
        <translation>保存在文本文件（YAML）中的决定，用于其内容所指明的文件。</translation>
    </message>
    <message>
        <source>Public key or certificate (PEM) to check attached signatures with; may be given again.</source>
        <translation>用于检查所附签名的公钥或证书（PEM）；可多次给出。</translation>
    </message>
</context>
<context>
    <name>waybill::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu and command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>没有匹配的命令</translation>
    </message>
</context>
<context>
    <name>waybill::CompareDialog</name>
    <message>
        <source>Compare with another image</source>
        <translation>与另一个镜像比较</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Image archive, OCI folder or .waybill review</source>
        <translation>镜像归档、OCI 文件夹或 .waybill 审查</translation>
    </message>
    <message>
        <source>The other image or review</source>
        <translation>另一个镜像或审查</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Swap A and B</source>
        <translation>交换 A 和 B(&amp;S)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>OCI layout or root file system</source>
        <translation>OCI 布局或根文件系统</translation>
    </message>
    <message>
        <source>Image archive or review</source>
        <translation>镜像归档或审查</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>%1: %2 → %3.</source>
        <translation>%1：%2 → %3。</translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <translation>A：%1
B：%2</translation>
    </message>
    <message>
        <source>Packages of the running images, by name: %1 new, %2 gone, %3 changed, %4 the same.</source>
        <translation>运行镜像中的软件包（按名称）：%1 个新增，%2 个消失，%3 个变化，%4 个相同。</translation>
    </message>
</context>
<context>
    <name>waybill::CompareText</name>
    <message>
        <source>A: %1</source>
        <translation>A：%1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B：%1</translation>
    </message>
</context>
<context>
    <name>waybill::ComparisonText</name>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Risk A</source>
        <translation>风险 A</translation>
    </message>
    <message>
        <source>Risk B</source>
        <translation>风险 B</translation>
    </message>
    <message>
        <source>Licence classes</source>
        <translation>许可证类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Files A</source>
        <translation>文件 A</translation>
    </message>
    <message>
        <source>Files B</source>
        <translation>文件 B</translation>
    </message>
    <message>
        <source>Bytes A</source>
        <translation>字节 A</translation>
    </message>
    <message>
        <source>Bytes B</source>
        <translation>字节 B</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>%1 in shared layers.</source>
        <translation>共享层共 %1。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Version A</source>
        <translation>版本 A</translation>
    </message>
    <message>
        <source>Version B</source>
        <translation>版本 B</translation>
    </message>
    <message>
        <source>Licence A</source>
        <translation>许可证 A</translation>
    </message>
    <message>
        <source>Licence B</source>
        <translation>许可证 B</translation>
    </message>
    <message>
        <source>Class A</source>
        <translation>类别 A</translation>
    </message>
    <message>
        <source>Class B</source>
        <translation>类别 B</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) are the same.</source>
        <translation>
            <numerusform>%n 个软件包相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Permission A</source>
        <translation>许可 A</translation>
    </message>
    <message>
        <source>Permission B</source>
        <translation>许可 B</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>A: %1, B: %2</source>
        <translation>A：%1，B：%2</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Layers are equal when their unpacked bytes are; files in equal layers are equal byte for byte. Other files of the running images are compared by kind, mode, link target and content; what could not be read, by size.</source>
        <translation>解包后字节相同的层即相同；相同层中的文件逐字节相同。运行镜像的其他文件按类型、权限、链接目标和内容比较；无法读取的按大小比较。</translation>
    </message>
    <message>
        <source>%1 files are the same, %2 look alike but their content was not compared.</source>
        <translation>%1 个文件相同，%2 个看似相同但未比较内容。</translation>
    </message>
</context>
<context>
    <name>waybill::ComparisonView</name>
    <message>
        <source>Text beside its reference</source>
        <translation>文本与参考文本对照</translation>
    </message>
</context>
<context>
    <name>waybill::ComponentsModel</name>
    <message>
        <source>No licence established</source>
        <translation>未确定许可证</translation>
    </message>
    <message>
        <source>not established</source>
        <translation>未确定</translation>
    </message>
    <message>
        <source>%1, removed in %2</source>
        <translation>%1，在 %2 中移除</translation>
    </message>
    <message>
        <source>Part of %1</source>
        <translation>属于 %1</translation>
    </message>
    <message>
        <source>Removed in layer %1; its files are still handed over.</source>
        <translation>在第 %1 层移除；其文件仍会一并交付。</translation>
    </message>
    <message numerus="yes">
        <source>%1 — %n component(s), %2</source>
        <translation>
            <numerusform>%1 — %n 个组件，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Source package</source>
        <translation>源码包</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>发现方式</translation>
    </message>
</context>
<context>
    <name>waybill::ComponentsPanel</name>
    <message>
        <source>&amp;Group by</source>
        <translation>分组依据(&amp;G)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>group by</comment>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Group components by</source>
        <translation>组件分组依据</translation>
    </message>
    <message>
        <source>Filter: words, or kind:deb,pypi layer:3 licence:GPL* is:ghost is:unlicensed is:bundled</source>
        <translation>筛选：词语，或 kind:deb,pypi layer:3 licence:GPL* is:ghost is:unlicensed is:bundled</translation>
    </message>
    <message>
        <source>Filter components</source>
        <translation>筛选组件</translation>
    </message>
    <message>
        <source>Components shown</source>
        <translation>显示的组件</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Not understood, and therefore left out of the filter: %1</source>
        <translation>无法理解，因此未纳入筛选：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <translation>
            <numerusform>显示 %1 / %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n 个组件</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an image to see what it is made of.</source>
        <translation>打开一个镜像，查看它由什么组成。</translation>
    </message>
    <message>
        <source>Reading the layers. Components appear here as soon as the first layer is read.</source>
        <translation>正在读取各层。第一层读完后，组件就会出现在这里。</translation>
    </message>
    <message>
        <source>No package database and no known product was found. The byte ledger shows what is inside.</source>
        <translation>未找到软件包数据库，也未找到已知产品。字节账目会显示其中的内容。</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n component(s).</source>
        <translation>
            <numerusform>筛选隐藏了全部 %n 个组件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show Files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>What bills of materials claim</source>
        <translation>物料清单的声称</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ContentsPage</name>
    <message>
        <source>No image is open.</source>
        <translation>未打开任何镜像。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交付方式</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Prepared by</source>
        <translation>编制人(&amp;P)</translation>
    </message>
    <message>
        <source>Unsigned &amp;draft, with a watermark on every page</source>
        <translation>未签名的草稿，每页带水印(&amp;D)</translation>
    </message>
    <message>
        <source>The report holds the verdicts of all five ways of delivery, all findings with rule, clause, files and layers, duties, ghosts, layers, components, assumptions and the log. The review as data travels inside the file.</source>
        <translation>报告包括全部五种交付方式下的结论，所有发现项及其规则、条款、文件和层，以及义务、幽灵文件、层、组件、假设和日志。审查数据内嵌于该文件中。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>waybill::DecisionBox</name>
    <message>
        <source>&amp;Record</source>
        <translation>记录(&amp;J)</translation>
    </message>
    <message>
        <source>Record and &amp;next</source>
        <translation>记录并转到下一项(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>决定(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation>理由(&amp;A)</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>决定的理由</translation>
    </message>
    <message>
        <source>Why; it is printed in the report</source>
        <translation>决定的理由；将印入报告</translation>
    </message>
    <message>
        <source>Record and go to the next undecided finding (Ctrl+Enter)</source>
        <translation>记录并转到下一个待决定的发现项 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <comment>decision, author, time</comment>
        <translation>%1，由 %2 于 %3 决定</translation>
    </message>
    <message>
        <source>Nobody has decided on this finding yet.</source>
        <translation>尚无人对此发现项作出决定。</translation>
    </message>
</context>
<context>
    <name>waybill::DecisionFiles</name>
    <message>
        <source>Decisions (*.yaml *.yml);;All files (*)</source>
        <translation>决定 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Answers (*.txt *.answers);;All files (*)</source>
        <translation>答案 (*.txt *.answers);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Read Decisions</source>
        <translation>读取决定</translation>
    </message>
    <message>
        <source>Write Decisions</source>
        <translation>写出决定</translation>
    </message>
    <message>
        <source>Read Answers</source>
        <translation>读取答案</translation>
    </message>
    <message>
        <source>Write Answers</source>
        <translation>写出答案</translation>
    </message>
    <message>
        <source>Line %1, %2, %3: %4</source>
        <comment>line of a file, rule, decision, what became of it</comment>
        <translation>第 %1 行，%2，%3：%4</translation>
    </message>
</context>
<context>
    <name>waybill::DecisionsText</name>
    <message>
        <source>Decisions of %1:</source>
        <translation>%1 中的决定：</translation>
    </message>
    <message>
        <source>line %1, %2, %3 by %4: %5</source>
        <translation>第 %1 行，%2，%3，作者 %4：%5</translation>
    </message>
    <message>
        <source>No file can name the finding %1; its decision stays in the review.</source>
        <translation>没有文件能指明发现项 %1；其决定留在审查中。</translation>
    </message>
</context>
<context>
    <name>waybill::Docks</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>waybill::DropOutcome</name>
    <message>
        <source>Use as image reference</source>
        <translation>作为镜像引用使用</translation>
    </message>
    <message>
        <source>Cannot open %1: only files on this computer can be dropped</source>
        <translation>无法打开 %1：只能拖放本机上的文件</translation>
    </message>
    <message>
        <source>Cannot open %1: it is not there</source>
        <translation>无法打开 %1：文件不存在</translation>
    </message>
    <message>
        <source>Open the folder %1</source>
        <translation>打开文件夹 %1</translation>
    </message>
    <message>
        <source>Check the signature of %1</source>
        <translation>核验 %1 的签名</translation>
    </message>
    <message>
        <source>Open the review %1</source>
        <translation>打开审查 %1</translation>
    </message>
    <message>
        <source>Cannot open %1: this is no container image</source>
        <translation>无法打开 %1：这不是容器镜像</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (one at a time: the other %n stay(s) closed)</source>
        <translation>
            <numerusform>%1（一次只打开一个，其余 %n 个不会打开）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::DutiesDialog</name>
    <message>
        <source>Duties and choices</source>
        <translation>义务与选择</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>Choice of licence</source>
        <translation>许可证选择</translation>
    </message>
    <message>
        <source>Own work</source>
        <translation>自有作品</translation>
    </message>
    <message>
        <source>What must be done to be allowed to ship: %1. A tick says that it is done.</source>
        <translation>为获准交付须做的事：%1。打勾表示已完成。</translation>
    </message>
    <message>
        <source>These licences leave a choice. What you choose is judged from then on and stands in the report.</source>
        <translation>这些许可证可供选择。此后按所选者判断，并写入报告。</translation>
    </message>
    <message>
        <source>Folders of the image that hold your own work, one per line. Files in them are not judged as somebody else&apos;s, unless a text inside, a package or a vendor&apos;s list says otherwise.</source>
        <translation>镜像中存放自有作品的文件夹，每行一个。其中的文件不按他人作品判断，除非文件内文本、软件包或厂商清单另有说明。</translation>
    </message>
    <message>
        <source>Folders with own work</source>
        <translation>自有作品文件夹</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
</context>
<context>
    <name>waybill::DutiesModel</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>waybill::ExportDialog</name>
    <message>
        <source>Export and sign</source>
        <translation>导出并签名</translation>
    </message>
    <message>
        <source>1  Contents</source>
        <translation>1  内容</translation>
    </message>
    <message>
        <source>2  Ready?</source>
        <translation>2  是否就绪</translation>
    </message>
    <message>
        <source>3  Preview</source>
        <translation>3  预览</translation>
    </message>
    <message>
        <source>4  Sign</source>
        <translation>4  签名</translation>
    </message>
    <message>
        <source>Show the &amp;check</source>
        <translation>显示核验结果(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Sign and save</source>
        <translation>签名并保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Save the draft</source>
        <translation>保存草稿(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is nothing to show: no image is open.</source>
        <translation>没有可显示的内容：未打开任何镜像。</translation>
    </message>
    <message>
        <source>Writing the pages…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>%1 was saved, but reading it back does not confirm it. Do not pass it on.</source>
        <translation>%1 已保存，但回读核验未获确认。请勿对外提供。</translation>
    </message>
    <message>
        <source>The draft was saved as %1.</source>
        <translation>草稿已保存为 %1。</translation>
    </message>
    <message>
        <source>Saved as %1, signed by %2, read back and unchanged.</source>
        <translation>已保存为 %1，签名人 %2；回读核验未被改动。</translation>
    </message>
</context>
<context>
    <name>waybill::ExtractDialog</name>
    <message>
        <source>Extract to Folder</source>
        <translation>提取到文件夹</translation>
    </message>
    <message>
        <source>Looking what would be written …</source>
        <translation>正在查看将写入的内容…</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>请选择要写入的文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <comment>to be written</comment>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n 个文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 个链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) that this system cannot hold, changed</source>
        <translation>
            <numerusform>更改了 %n 个本系统无法使用的名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 项不提取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are taken in this folder, among them %1.</source>
        <translation>
            <numerusform>此文件夹中已有 %n 个同名项，例如 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 written</source>
        <translation>已写入 %1，共 %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, %1.</source>
        <translation>
            <numerusform>已写入 %n 个文件，%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out:</source>
        <translation>
            <numerusform>%n 项未提取：</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>提取</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>未提取的内容及原因</translation>
    </message>
    <message>
        <source>&amp;Extract</source>
        <translation>提取(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>写入的文件夹</translation>
    </message>
    <message>
        <source>The folder must exist. Nothing is written outside of it.</source>
        <translation>该文件夹必须存在。不会写入其外的任何位置。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览…(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Leave them as they are</source>
        <translation>保持原样(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keep both, the new ones under another name</source>
        <translation>两者都保留，新文件另取名称(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen files and folders</source>
        <translation>
            <numerusform>%n 个所选文件和文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>path, layer</comment>
        <translation>%1，来自%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>path, reason</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>waybill::FilePanel</name>
    <message>
        <source>Files appear as soon as the first layer is read.</source>
        <translation>读完第一层后，文件即在此显示。</translation>
    </message>
    <message>
        <source>Open an image to see its files.</source>
        <translation>打开镜像即可查看其中的文件。</translation>
    </message>
    <message>
        <source>No file matches the filter. &lt;a href=&quot;clear&quot;&gt;Clear the filter&lt;/a&gt;</source>
        <translation>没有符合筛选条件的文件。&lt;a href=&quot;clear&quot;&gt;清除筛选&lt;/a&gt;</translation>
    </message>
    <message>
        <source>The selected file is not part of this view. &lt;a href=&quot;show&quot;&gt;Show it&lt;/a&gt;</source>
        <translation>所选文件不在当前视图中。&lt;a href=&quot;show&quot;&gt;显示该文件&lt;/a&gt;</translation>
    </message>
    <message>
        <source>This view holds no files.</source>
        <translation>当前视图中没有文件。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The files of the image. A folder shows the shares of the licence classes in it and its worst risk.</source>
        <translation>镜像中的文件。文件夹显示其中各许可证类别的占比和最高风险。</translation>
    </message>
    <message>
        <source>&amp;Open in Viewer</source>
        <translation>在查看器中打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show Containing &amp;Layer</source>
        <translation>显示所在层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy Path</source>
        <translation>复制路径(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Path &amp;in Layer</source>
        <translation>复制含层号的路径(&amp;I)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
    <message>
        <source>Copy &amp;Rows</source>
        <translation>复制行(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;Finding</source>
        <translation>显示检查结果(&amp;F)</translation>
    </message>
    <message>
        <source>E&amp;xtract To…</source>
        <translation>提取到…(&amp;X)</translation>
    </message>
    <message>
        <source>Close All Fol&amp;ders</source>
        <translation>折叠所有文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Files: next match</source>
        <translation>文件：下一个匹配项</translation>
    </message>
    <message>
        <source>Files: previous match</source>
        <translation>文件：上一个匹配项</translation>
    </message>
    <message>
        <source>Files: copy paths</source>
        <translation>文件：复制路径</translation>
    </message>
    <message>
        <source>Files: extract to a folder</source>
        <translation>文件：提取到文件夹</translation>
    </message>
    <message>
        <source>Files: copy rows as a table</source>
        <translation>文件：以表格形式复制行</translation>
    </message>
</context>
<context>
    <name>waybill::FilterBar</name>
    <message>
        <source>Filter files by name or path</source>
        <translation>按名称或路径筛选文件</translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Shows only what matches, inside its folders. With a slash the whole path is compared, else the name.</source>
        <translation>仅显示匹配项及其所在文件夹。含斜杠时比较完整路径，否则比较名称。</translation>
    </message>
    <message>
        <source>How the filter is meant</source>
        <translation>筛选条件的写法</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通文本</translation>
    </message>
    <message>
        <source>Glob</source>
        <translation>通配符</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Plain: these letters. Glob: * and ? in a name, ** across folders. Regex: a regular expression on the path.</source>
        <translation>普通文本：按字面匹配。通配符：* 和 ? 匹配名称内的字符，** 可跨文件夹。正则表达式：匹配路径。</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配项 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配项 (F3)</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <translation>着色依据(&amp;C)</translation>
    </message>
    <message>
        <source>Not a valid expression: %1</source>
        <translation>表达式无效：%1</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个匹配项</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the filter looks</source>
        <translation>筛选范围</translation>
    </message>
    <message>
        <source>Search the whole image, or only what lies in the selected folder</source>
        <translation>在整个镜像中搜索，或仅在所选文件夹中搜索</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>整个镜像</translation>
    </message>
    <message>
        <source>Selected folder</source>
        <translation>所选文件夹</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns of the file tree</source>
        <translation>选择文件树的列</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>在 %1 中</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) so far …</source>
        <translation>
            <numerusform>目前 %n 个匹配项…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FindBar</name>
    <message>
        <source>Find in this file</source>
        <translation>在此文件中查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>行(&amp;L)</translation>
    </message>
    <message>
        <source>Continued at the top</source>
        <translation>已从开头继续查找</translation>
    </message>
    <message>
        <source>Continued at the end</source>
        <translation>已从末尾继续查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Go to byte</source>
        <translation>转到字节</translation>
    </message>
    <message>
        <source>&amp;Byte</source>
        <translation>字节(&amp;B)</translation>
    </message>
    <message>
        <source>Find letters, or bytes as 0x7f454c46</source>
        <translation>查找字符，或以 0x7f454c46 形式查找字节</translation>
    </message>
    <message>
        <source>Bytes need two digits each</source>
        <translation>每个字节需要两位数字</translation>
    </message>
</context>
<context>
    <name>waybill::FindingsModel</name>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>First path</source>
        <translation>首个路径</translation>
    </message>
    <message>
        <source>How much is at stake in the chosen scenario, and whether it is permitted</source>
        <translation>在所选场景下的风险程度，以及是否允许</translation>
    </message>
    <message>
        <source>The licence class: its shape and its two-letter code</source>
        <translation>许可证类别：图形及两个字母的代码</translation>
    </message>
    <message>
        <source>The SPDX expression of the terms</source>
        <translation>许可条款的 SPDX 表达式</translation>
    </message>
    <message>
        <source>Name and version of the package or product, or the folder</source>
        <translation>软件包或产品的名称和版本，或文件夹</translation>
    </message>
    <message>
        <source>Files in the final image, and files removed by a later layer that still ship</source>
        <translation>最终镜像中的文件，以及被后续层移除但仍随镜像交付的文件</translation>
    </message>
    <message>
        <source>The layers that bring the files</source>
        <translation>带入这些文件的层</translation>
    </message>
    <message>
        <source>What a reviewer decided</source>
        <translation>审查人的决定</translation>
    </message>
    <message>
        <source>The policy rule that applies</source>
        <translation>适用的策略规则</translation>
    </message>
    <message>
        <source>The first of the files</source>
        <translation>其中第一个文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>risk, permission</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>none established</source>
        <translation>未确定</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待决定</translation>
    </message>
    <message numerus="yes">
        <source>All %n file(s) are gone at run time and still ship in the layers that hold them.</source>
        <translation>
            <numerusform>全部 %n 个文件在运行时均已不存在，但仍随所在层交付。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were removed by a later layer and still ship.</source>
        <translation>
            <numerusform>%n 个文件被后续层移除，但仍随镜像交付。</numerusform>
        </translation>
    </message>
    <message>
        <source>All files are in the final image.</source>
        <translation>全部文件都在最终镜像中。</translation>
    </message>
    <message>
        <source>files: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>所在层：%1</translation>
    </message>
    <message>
        <source>No licence established</source>
        <translation>未确定许可证</translation>
    </message>
    <message>
        <source>No layer</source>
        <translation>无所在层</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n finding(s)</source>
        <translation>
            <numerusform>%1 · %n 个发现项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>permitted</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>with duties</source>
        <translation>附义务</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <comment>files</comment>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>None needed</source>
        <comment>decision</comment>
        <translation>无需决定</translation>
    </message>
</context>
<context>
    <name>waybill::FindingsPanel</name>
    <message>
        <source>&amp;Group by</source>
        <translation>分组依据(&amp;G)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>group by</comment>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Group findings by</source>
        <translation>发现项的分组依据</translation>
    </message>
    <message>
        <source>Filter: words, or risk:&gt;=high class:SC,NC status:undecided layer:7 path:/usr/** rule:…</source>
        <translation>筛选：输入文字，或 risk:&gt;=high class:SC,NC status:undecided layer:7 path:/usr/** rule:…</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选发现项</translation>
    </message>
    <message>
        <source>Words are looked for in component, licence, rule and paths. Keys narrow it down: risk:, class:, status:, layer:, path:, pkg:, rule:, re:. A minus in front of a term excludes it.</source>
        <translation>文字在组件、许可证、规则和路径中查找。可用以下键缩小范围：risk:、class:、status:、layer:、path:、pkg:、rule:、re:。在条件前加减号表示排除。</translation>
    </message>
    <message>
        <source>Undecided only</source>
        <translation>仅待决定</translation>
    </message>
    <message>
        <source>Show only findings that hold the verdict and wait for a decision</source>
        <translation>仅显示影响结论、尚待决定的发现项</translation>
    </message>
    <message>
        <source>Findings shown</source>
        <translation>显示的发现项</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>filter</comment>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>Not understood, and therefore left out of the filter: %1</source>
        <translation>以下条件无法识别，未参与筛选：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <translation>
            <numerusform>显示 %1 个，共 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an image to see what may stand in the way of shipping it.</source>
        <translation>打开镜像，即可查看有哪些因素可能妨碍交付。</translation>
    </message>
    <message>
        <source>Reading the layers. Findings appear here as soon as the first layer is read.</source>
        <translation>正在读取各层。读完第一层后，发现项即在此显示。</translation>
    </message>
    <message>
        <source>No rule of the policy applies to anything that was read.</source>
        <translation>所读内容均不适用策略中的任何规则。</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n finding(s).</source>
        <translation>
            <numerusform>全部 %n 个发现项均被筛选条件隐藏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Withdraw Decision</source>
        <translation>撤回决定</translation>
    </message>
</context>
<context>
    <name>waybill::HeaderBar</name>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the full digest</source>
        <translation>复制完整摘要</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Operating system and build date</source>
        <translation>操作系统和构建日期</translation>
    </message>
    <message>
        <source>Size and completeness</source>
        <translation>大小和完整性</translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation>下一个待决定项</translation>
    </message>
    <message>
        <source>Select the next undecided finding (F8)</source>
        <translation>选择下一个待决定的发现项 (F8)</translation>
    </message>
    <message>
        <source>%1, read from %2 (%3)</source>
        <translation>%1，读取自 %2（%3）</translation>
    </message>
    <message>
        <source>no digest named</source>
        <translation>未注明摘要</translation>
    </message>
    <message>
        <source>platform not stated</source>
        <translation>未注明平台</translation>
    </message>
    <message>
        <source>%1 (stated in the image)</source>
        <comment>operating system</comment>
        <translation>%1（镜像自述）</translation>
    </message>
    <message>
        <source>built %1</source>
        <translation>构建于 %1</translation>
    </message>
    <message>
        <source>Choose another image of the same source</source>
        <translation>选择同一来源中的其他镜像</translation>
    </message>
    <message>
        <source>The source holds one image</source>
        <translation>该来源只含一个镜像</translation>
    </message>
    <message>
        <source>%1 shipped</source>
        <translation>交付大小 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation>解包后 %1</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 more removed later, still shipped</source>
        <comment>files</comment>
        <translation>另有 %1 个后来被移除、仍随镜像交付</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 个组件</translation>
    </message>
    <message>
        <source>all layers read</source>
        <translation>所有层均已读取</translation>
    </message>
    <message>
        <source>%1 of %2 layers read</source>
        <translation>已读取 %1/%2 层</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scenario: verdict</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Risk: %1; with what is unknown: %2</source>
        <translation>风险：%1；计入未知部分：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n finding(s) of this level</source>
        <translation>
            <numerusform>显示该等级的 %n 个发现项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n finding(s)</source>
        <translation>
            <numerusform>%1：%n 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them removed later</source>
        <comment>components</comment>
        <translation>其中 %1 个后来被移除</translation>
    </message>
    <message>
        <source>Shipped: the layers as they are stored, mostly compressed.
Unpacked: the archives inside them, with headers and padding; the Bytes tab adds up the files alone.
Components: everything found in any layer, one for each version; Compare counts what the running image holds, by name.</source>
        <translation>交付：各层的存储形式，多为压缩。
解包后：层内归档的大小，含头部和填充；“字节”页只统计文件本身。
组件：任一层中发现的全部组件，每个版本一项；“比较”按名称统计运行镜像所含的组件。</translation>
    </message>
</context>
<context>
    <name>waybill::HelpPage</name>
    <message>
        <source>Why we ask</source>
        <translation>为何询问</translation>
    </message>
    <message>
        <source>Which way of delivery is it?</source>
        <translation>属于哪种交付方式？</translation>
    </message>
    <message>
        <source>Does anybody outside our company receive a copy of the software?</source>
        <translation>公司之外是否有人会收到该软件的副本？</translation>
    </message>
    <message>
        <source>Do people outside our company use it over a network?</source>
        <translation>公司之外的人是否通过网络使用它？</translation>
    </message>
    <message>
        <source>Is it inside a device that we sell or rent?</source>
        <translation>它是否位于我们出售或出租的设备中？</translation>
    </message>
    <message>
        <source>Do the recipients build it into products of their own and pass those on?</source>
        <translation>接收方是否会将其集成到自己的产品中并再次交付？</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>That is: %1. %2</source>
        <comment>way of delivery and its description</comment>
        <translation>即：%1。%2</translation>
    </message>
</context>
<context>
    <name>waybill::HexModel</name>
    <message>
        <source>Offset</source>
        <translation>偏移量</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>ASCII</source>
        <translation>ASCII</translation>
    </message>
</context>
<context>
    <name>waybill::InspectText</name>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>镜像 ID</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>构建时间</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储大小</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>解包后</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>(not recorded)</source>
        <translation>（未记录）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Removed in</source>
        <translation>移除于层</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>removed in %1</source>
        <translation>在第 %1 层移除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, removed in %2</source>
        <translation>%1（在第 %2 层移除）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1（在 %2 中）</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>解释依据</translation>
    </message>
    <message>
        <source>Ghost files</source>
        <translation>幽灵文件</translation>
    </message>
    <message>
        <source>Ghost bytes</source>
        <translation>幽灵字节</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>未解释</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the JSON form lists them</source>
        <translation>
            <numerusform>还有 %n 个；JSON 格式会全部列出</numerusform>
        </translation>
    </message>
    <message>
        <source>not established: it names terms that are not known</source>
        <translation>未确定：声明了未知的条款</translation>
    </message>
    <message>
        <source>not established: its licence file holds no known text</source>
        <translation>未确定：其许可证文件中没有已知文本</translation>
    </message>
    <message>
        <source>not established: only a list inside another package names it</source>
        <translation>未确定：仅在另一软件包的清单中提及</translation>
    </message>
    <message>
        <source>not established: compiled into a program that carries no terms of it</source>
        <translation>未确定：已编译进程序，程序中不带其条款</translation>
    </message>
    <message>
        <source>not established: its terms depend on more than its name</source>
        <translation>未确定：其条款不能仅凭名称判断</translation>
    </message>
    <message>
        <source>not established: its metadata state none and it has no licence file</source>
        <translation>未确定：元数据未声明许可证，也没有许可证文件</translation>
    </message>
    <message>
        <source>Bills of materials that came with the image. They are claims; what counts is what was found.</source>
        <translation>随镜像附带的物料清单。它们只是声称，以实际发现为准。</translation>
    </message>
    <message>
        <source>It could not be read to its end.</source>
        <translation>未能读到末尾。</translation>
    </message>
</context>
<context>
    <name>waybill::InspectorPanel</name>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Select a finding, a file or a layer to see why it is judged as it is.</source>
        <translation>选择一个发现项、文件或层，查看其判定依据。</translation>
    </message>
    <message>
        <source>Open an image, then select a finding, a file or a layer.</source>
        <translation>打开镜像，然后选择一个发现项、文件或层。</translation>
    </message>
    <message>
        <source>No licence established</source>
        <translation>未确定许可证</translation>
    </message>
    <message>
        <source>Why, in “%1”</source>
        <translation>原因（场景“%1”）</translation>
    </message>
    <message>
        <source>The policy gives no reason of its own for this scenario.</source>
        <translation>策略未就此场景另行说明理由。</translation>
    </message>
    <message>
        <source>In the five ways of delivery</source>
        <translation>在五种交付方式下</translation>
    </message>
    <message>
        <source>Files: the first %1 of %2</source>
        <translation>文件：前 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Files of this finding</source>
        <translation>此发现项的文件</translation>
    </message>
    <message>
        <source>What this asks of us</source>
        <translation>对我方的要求</translation>
    </message>
    <message>
        <source>Findings that rest on this file</source>
        <translation>基于此文件的发现项</translation>
    </message>
    <message>
        <source>None: no rule of the policy objects to it.</source>
        <translation>无：策略中没有规则对其提出异议。</translation>
    </message>
    <message>
        <source>Show finding %1</source>
        <translation>显示发现项 %1</translation>
    </message>
</context>
<context>
    <name>waybill::InstructionView</name>
    <message>
        <source>Select a layer to see its instruction.</source>
        <translation>选择一层，查看其指令。</translation>
    </message>
</context>
<context>
    <name>waybill::JobBar</name>
    <message>
        <source>Stage of the running job</source>
        <translation>正在运行的任务所处阶段</translation>
    </message>
    <message>
        <source>Amount done</source>
        <translation>已完成的数量</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop and keep what was read (Ctrl+.)</source>
        <translation>停止并保留已读取的内容 (Ctrl+.)</translation>
    </message>
</context>
<context>
    <name>waybill::JobPresenter</name>
    <message>
        <source>%1 of %2 layers</source>
        <translation>%1/%2 层</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 个条目</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>约剩 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LayerModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Layers from the bottom to the top, counted from 1.</source>
        <translation>自下而上排列的层，从 1 起计。</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>The build instruction that made the layer, as the image&apos;s history records it.</source>
        <translation>镜像历史中记录的、生成该层的构建指令。</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Bytes of the files that the layer brings, unpacked. The bar compares the layers.</source>
        <translation>该层带入的文件解包后的字节数。条形用于比较各层。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that the layer brings, with those that a later layer removes.</source>
        <translation>该层带入的文件，包括被后续层移除的文件。</translation>
    </message>
    <message>
        <source>Class mix</source>
        <translation>类别构成</translation>
    </message>
    <message>
        <source>Shares of the licence classes by bytes, and the strictest class.</source>
        <translation>各许可证类别按字节数的占比，以及最严格的类别。</translation>
    </message>
    <message>
        <source>Worst risk</source>
        <translation>最高风险</translation>
    </message>
    <message>
        <source>Worst risk of the layer&apos;s files in the chosen way of delivery.</source>
        <translation>在所选交付方式下，该层文件的最高风险。</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>The image does not record how this layer was made.</source>
        <translation>镜像未记录该层的生成方式。</translation>
    </message>
    <message>
        <source>The image refers to this layer, but the file does not hold it. Its content is not assessed.</source>
        <translation>镜像引用了该层，但文件中不含该层，其内容未评估。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>strictest class %1</source>
        <translation>最严格的类别：%1</translation>
    </message>
    <message>
        <source>worst risk %1</source>
        <translation>最高风险：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 base</source>
        <comment>number of a layer of the base image</comment>
        <translation>%1 基础</translation>
    </message>
</context>
<context>
    <name>waybill::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layers of the image from the bottom to the top, with the instruction that made each of them.</source>
        <translation>自下而上列出镜像的各层及生成该层的指令。</translation>
    </message>
    <message>
        <source>Instruction of the selected layer</source>
        <translation>所选层的指令</translation>
    </message>
    <message>
        <source>What the file tree shows</source>
        <translation>文件树显示的内容</translation>
    </message>
    <message>
        <source>&amp;This layer only</source>
        <translation>仅此层(&amp;T)</translation>
    </message>
    <message>
        <source>State &amp;up to this layer</source>
        <translation>截至此层的状态(&amp;U)</translation>
    </message>
    <message>
        <source>The file tree shows the image as it is when the selected layer is the last one.</source>
        <translation>文件树显示以所选层为最后一层时的镜像。</translation>
    </message>
    <message>
        <source>&amp;Final image</source>
        <translation>最终镜像(&amp;E)</translation>
    </message>
    <message>
        <source>The file tree shows what a running container sees.</source>
        <translation>文件树显示运行中的容器所见的内容。</translation>
    </message>
    <message>
        <source>Include files removed by later layers (still shipped)</source>
        <translation>包括被后续层移除的文件（仍随镜像交付）</translation>
    </message>
    <message>
        <source>A layer can hide a file of an earlier layer, but whoever gets the image still gets its bytes.</source>
        <translation>一个层可以隐藏较早层中的文件，但任何获得镜像的人仍会获得这些字节。</translation>
    </message>
    <message>
        <source>Copy &amp;Instruction</source>
        <translation>复制指令(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>复制摘要(&amp;D)</translation>
    </message>
    <message>
        <source>The file tree shows what the selected layer brings. Select several layers to see what they bring together.</source>
        <translation>文件树显示所选层带入的内容。选择多个层可查看它们共同带入的内容。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;These %n layers only</source>
        <translation>
            <numerusform>仅这 %n 层(&amp;T)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LedgerBar</name>
    <message>
        <source>Share of bytes by explanation</source>
        <translation>按解释划分的字节占比</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>explanation, bytes</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>waybill::LedgerModel</name>
    <message>
        <source>All bytes</source>
        <translation>全部字节</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>解释依据</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation>幽灵</translation>
    </message>
    <message>
        <source>Size of ghosts</source>
        <translation>幽灵大小</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>waybill::LedgerPanel</name>
    <message>
        <source>Layers counted</source>
        <translation>统计的层</translation>
    </message>
    <message>
        <source>Bytes by explanation</source>
        <translation>按解释划分的字节</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Kind of unexplained files</source>
        <translation>未解释文件的种类</translation>
    </message>
    <message>
        <source>Unexplained files</source>
        <translation>未解释的文件</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Open an image to see what accounts for its bytes.</source>
        <translation>打开一个镜像，查看其字节的来由。</translation>
    </message>
    <message>
        <source>No file is unexplained.</source>
        <translation>没有未解释的文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n unexplained file(s)</source>
        <translation>
            <numerusform>%n 个未解释的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of %2 in files are explained</source>
        <translation>文件共 %2，其中 %1 % 已有解释</translation>
    </message>
</context>
<context>
    <name>waybill::LegendDialog</name>
    <message>
        <source>Nothing beyond keeping notices</source>
        <translation>除保留声明外无其他要求</translation>
    </message>
    <message>
        <source>A small, routine duty</source>
        <translation>轻微的常规义务</translation>
    </message>
    <message>
        <source>A duty that needs work or a person</source>
        <translation>需要投入工作或专人处理的义务</translation>
    </message>
    <message>
        <source>Source code or the terms themselves are at stake</source>
        <translation>涉及源代码或许可条款本身</translation>
    </message>
    <message>
        <source>The product as a whole is at stake</source>
        <translation>涉及整个产品</translation>
    </message>
    <message>
        <source>Not judged yet; never counted as safe</source>
        <translation>尚未判定；绝不视为安全</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>Licence classes</source>
        <translation>许可证类别</translation>
    </message>
    <message>
        <source>Risk levels</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Risk and permission are two things: a finding can be high risk and still be permitted.</source>
        <translation>风险与许可是两回事：一个发现项可能风险高，但仍然允许。</translation>
    </message>
</context>
<context>
    <name>waybill::LicenceText</name>
    <message>
        <source>(empty line)</source>
        <translation>（空行）</translation>
    </message>
    <message>
        <source>no licence found</source>
        <translation>未找到许可证</translation>
    </message>
    <message>
        <source>  lines %1-%2: %3 (%4, %5 %)</source>
        <translation>  第 %1-%2 行：%3（%4，%5 %）</translation>
    </message>
    <message>
        <source>  declared and detected licences differ: %1, %2</source>
        <translation>  声明的许可证与检测到的不一致：%1，%2</translation>
    </message>
    <message>
        <source>  not known: %1</source>
        <translation>  未知：%1</translation>
    </message>
    <message>
        <source>  holders: %1</source>
        <translation>  版权持有人：%1</translation>
    </message>
    <message>
        <source>%1: not an expression: %2 (at character %3)</source>
        <translation>%1：不是表达式：%2（第 %3 个字符）</translation>
    </message>
    <message>
        <source>Give files or --expression, not both.</source>
        <translation>请给出文件或 --expression，不能同时使用。</translation>
    </message>
    <message>
        <source>Say which files, &quot;-&quot; for a list on standard input, or --expression.</source>
        <translation>请指明文件、表示从标准输入读取列表的“-”，或 --expression。</translation>
    </message>
</context>
<context>
    <name>waybill::LogModel</name>
    <message>
        <source>Review started</source>
        <translation>开始审查</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>回答问题</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>作出决定</translation>
    </message>
    <message>
        <source>Decision withdrawn</source>
        <translation>撤回决定</translation>
    </message>
    <message>
        <source>Scenario chosen</source>
        <translation>选择场景</translation>
    </message>
    <message>
        <source>Report signed</source>
        <translation>签署报告</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>waybill::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No review is open.</source>
        <translation>未打开任何审查。</translation>
    </message>
    <message>
        <source>Chain intact: every line follows from the line before it.</source>
        <translation>日志链完整：每一行都承接前一行。</translation>
    </message>
    <message>
        <source>Chain broken: at least one line was changed after it was written.</source>
        <translation>日志链断裂：至少有一行在写入后被改动。</translation>
    </message>
</context>
<context>
    <name>waybill::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Scenario:</source>
        <translation>场景：</translation>
    </message>
    <message>
        <source>Scenario: who gets a copy</source>
        <translation>场景：谁获得副本</translation>
    </message>
    <message>
        <source>How the image is delivered; the verdict depends on it</source>
        <translation>镜像的交付方式；结论取决于此</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message numerus="yes">
        <source>Not everything was read: %1 of %n layer(s) are complete. The verdict covers what was read.</source>
        <translation>
            <numerusform>未能读取全部内容：共 %n 层，其中 %1 层完整。结论仅涵盖已读取的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No undecided finding is shown.</source>
        <translation>当前显示中没有待决定的发现项。</translation>
    </message>
    <message>
        <source>Open an image or a review</source>
        <translation>打开镜像或审查</translation>
    </message>
    <message>
        <source>Images and reviews (*.tar *.tar.gz *.tgz *.tar.zst *.oci *.waybill);;Signed reports (*.pdf);;All files (*)</source>
        <translation>镜像和审查 (*.tar *.tar.gz *.tgz *.tar.zst *.oci *.waybill);;已签名的报告 (*.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open an OCI layout or a root file system</source>
        <translation>打开 OCI 布局或根文件系统</translation>
    </message>
    <message>
        <source>Check a signed report</source>
        <translation>核验已签名的报告</translation>
    </message>
    <message>
        <source>Signed reports (*.pdf)</source>
        <translation>已签名的报告 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>保存审查</translation>
    </message>
    <message>
        <source>Reviews (*.waybill)</source>
        <translation>审查 (*.waybill)</translation>
    </message>
    <message>
        <source>Decisions are not saved</source>
        <translation>决定尚未保存</translation>
    </message>
    <message>
        <source>This review has decisions or answers that are not saved. Save them first?</source>
        <translation>此审查中有尚未保存的决定或回答。是否先保存？</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>%1[*] — Waybill</source>
        <translation>%1[*] — Waybill</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken from %1</source>
        <translation>
            <numerusform>已从 %1 读取 %n 个答案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %1. %n finding(s) cannot be named by a file and stay in the review.</source>
        <translation>
            <numerusform>已写入：%1。%n 个发现项无法用文件指明，留在审查中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions Read</source>
        <translation>已读取决定</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n decision(s) of %2 hold for this image.</source>
        <translation>
            <numerusform>%2 的 %n 个决定中有 %1 个适用于此镜像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::Messages</name>
    <message>
        <source>Public domain</source>
        <translation>公有领域</translation>
    </message>
    <message>
        <source>Permissive</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Weak copyleft</source>
        <translation>弱著佐权</translation>
    </message>
    <message>
        <source>Strong copyleft</source>
        <translation>强著佐权</translation>
    </message>
    <message>
        <source>Network copyleft</source>
        <translation>网络著佐权</translation>
    </message>
    <message>
        <source>Source available</source>
        <translation>源码可见</translation>
    </message>
    <message>
        <source>Restricted use</source>
        <translation>限制使用</translation>
    </message>
    <message>
        <source>Vendor, redistributable</source>
        <translation>专有（可再分发）</translation>
    </message>
    <message>
        <source>Vendor, internal use</source>
        <translation>专有（仅限内部）</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Safe</source>
        <comment>risk level</comment>
        <translation>安全</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>risk level</comment>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>risk level</comment>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <comment>risk level</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>Extreme</source>
        <comment>risk level</comment>
        <translation>极高</translation>
    </message>
    <message>
        <source>Not assessed</source>
        <comment>risk level</comment>
        <translation>未评估</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Permitted with duties</source>
        <translation>附义务允许</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Can ship</source>
        <translation>可以交付</translation>
    </message>
    <message>
        <source>Can ship once duties are done</source>
        <translation>履行义务后可交付</translation>
    </message>
    <message>
        <source>Cannot tell yet</source>
        <translation>尚无法判定</translation>
    </message>
    <message>
        <source>Cannot ship as it is</source>
        <translation>目前不可交付</translation>
    </message>
    <message>
        <source>The image can ship: every finding is permitted and nothing is left to do.</source>
        <translation>该镜像可以交付：所有发现项均获允许，无待办事项。</translation>
    </message>
    <message numerus="yes">
        <source>The image can ship once %n duty(ies) are done.</source>
        <translation>
            <numerusform>履行 %n 项义务后，该镜像可以交付。</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be told yet whether the image can ship: not everything was read.</source>
        <translation>尚无法判定该镜像是否可以交付：未能读取全部内容。</translation>
    </message>
    <message numerus="yes">
        <source>It cannot be told yet whether the image can ship: %n finding(s) are undetermined.</source>
        <translation>
            <numerusform>尚无法判定该镜像是否可以交付：有 %n 个发现项未定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image cannot ship as it is: %n finding(s) are not permitted.</source>
        <translation>
            <numerusform>该镜像目前不可交付：有 %n 个发现项不被允许。</numerusform>
        </translation>
    </message>
    <message>
        <source>Internal use</source>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>Software as a service</source>
        <translation>在线服务</translation>
    </message>
    <message>
        <source>On the customer&apos;s premises</source>
        <translation>客户自行部署</translation>
    </message>
    <message>
        <source>Embedded in a device</source>
        <translation>嵌入式设备</translation>
    </message>
    <message>
        <source>Part of an SDK</source>
        <translation>第三方 SDK</translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>scenario</comment>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>SaaS</source>
        <comment>scenario</comment>
        <translation>在线服务</translation>
    </message>
    <message>
        <source>On-premises</source>
        <comment>scenario</comment>
        <translation>客户部署</translation>
    </message>
    <message>
        <source>Embedded</source>
        <comment>scenario</comment>
        <translation>嵌入式</translation>
    </message>
    <message>
        <source>SDK</source>
        <comment>scenario</comment>
        <translation>第三方 SDK</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Need information</source>
        <translation>需要更多信息</translation>
    </message>
    <message>
        <source>replaced in %1, the old version still ships in %2</source>
        <translation>在%1被替换，旧版本仍随%2交付</translation>
    </message>
    <message>
        <source>removed in %1, still ships in %2</source>
        <translation>在%1被移除，仍随%2交付</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>This review is not legal advice. Waybill applies the named policy to what it read in the image; whether the image may be shipped is decided by the person who signs.</source>
        <translation>本审查不构成法律意见。Waybill 对其在镜像中读到的内容适用所注明的策略；镜像是否可以交付，由签名人决定。</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>第 %1 字节</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place: layer 5, file x, byte 7</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>找不到 %1。</translation>
    </message>
    <message>
        <source>%1 exists, but access to it was refused.</source>
        <translation>%1 存在，但访问被拒绝。</translation>
    </message>
    <message>
        <source>%1 is neither a container image nor a Waybill file.</source>
        <translation>%1 既不是容器镜像，也不是 Waybill 文件。</translation>
    </message>
    <message>
        <source>%1 is of a kind that this version cannot read.</source>
        <translation>%1 属于此版本无法读取的类型。</translation>
    </message>
    <message>
        <source>%1 is damaged: its content breaks the rules of its own format.</source>
        <translation>%1 已损坏：其内容不符合自身格式的规则。</translation>
    </message>
    <message>
        <source>%1 ends too early; the rest is missing.</source>
        <translation>%1 提前结束，其余部分缺失。</translation>
    </message>
    <message>
        <source>%1 is not what its digest promises; the bytes were changed or damaged.</source>
        <translation>%1 与其摘要不符；字节被改动或已损坏。</translation>
    </message>
    <message>
        <source>%1 is longer or shorter than declared.</source>
        <translation>%1 的长度与声明不符。</translation>
    </message>
    <message>
        <source>%1 goes beyond a safety limit, so reading stopped there.</source>
        <translation>%1 超出安全限制，读取已在该处停止。</translation>
    </message>
    <message>
        <source>%1 refers to a part that is not there.</source>
        <translation>%1 引用了不存在的部分。</translation>
    </message>
    <message>
        <source>The system could not read or write %1.</source>
        <translation>系统无法读取或写入 %1。</translation>
    </message>
    <message>
        <source>There is not enough free space for %1.</source>
        <translation>可用空间不足，无法处理 %1。</translation>
    </message>
    <message>
        <source>The review file %1 could not be read or written.</source>
        <translation>无法读取或写入审查文件 %1。</translation>
    </message>
    <message>
        <source>The policy file %1 is not valid.</source>
        <translation>策略文件 %1 无效。</translation>
    </message>
    <message>
        <source>The password does not open %1.</source>
        <translation>该密码无法打开 %1。</translation>
    </message>
    <message>
        <source>The certificate in %1 cannot be used for signing.</source>
        <translation>%1 中的证书不能用于签名。</translation>
    </message>
    <message>
        <source>The signature of %1 could not be made or read.</source>
        <translation>无法生成或读取 %1 的签名。</translation>
    </message>
    <message>
        <source>This cannot be done with %1.</source>
        <translation>无法对 %1 执行此操作。</translation>
    </message>
    <message>
        <source>%1 could not be used.</source>
        <translation>无法使用 %1。</translation>
    </message>
    <message>
        <source>the file</source>
        <comment>stands in for a name that is not known</comment>
        <translation>该文件</translation>
    </message>
    <message>
        <source>Where: %1 (%2).</source>
        <translation>位置：%1（%2）。</translation>
    </message>
    <message>
        <source>Where: %1.</source>
        <translation>位置：%1。</translation>
    </message>
    <message>
        <source>Cause: %1.</source>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>Check the spelling and whether the drive is connected.</source>
        <translation>请检查拼写，并确认驱动器已连接。</translation>
    </message>
    <message>
        <source>Ask for the right to use it, or copy it to a folder of your own.</source>
        <translation>请申请访问权限，或将其复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose an archive made by &quot;docker save&quot;, an OCI layout, or a .waybill review.</source>
        <translation>请选择由“docker save”生成的归档、OCI 布局或 .waybill 审查文件。</translation>
    </message>
    <message>
        <source>Save the image again as a docker archive or an OCI layout.</source>
        <translation>请将镜像重新保存为 docker 归档或 OCI 布局。</translation>
    </message>
    <message>
        <source>Get the file again from where it was made; if it fails again, its maker has to repair it.</source>
        <translation>请从文件的制作处重新获取；若仍然失败，须由制作方修复。</translation>
    </message>
    <message>
        <source>Copy or download the file again; the last transfer was probably interrupted.</source>
        <translation>请重新复制或下载该文件；上次传输可能被中断。</translation>
    </message>
    <message>
        <source>Do not use this copy. Get it again and compare the digest with its publisher&apos;s.</source>
        <translation>请勿使用此副本。请重新获取，并与发布者公布的摘要核对。</translation>
    </message>
    <message>
        <source>If you trust the file, raise the limit in the settings and read it again.</source>
        <translation>如果信任该文件，请在设置中提高限制后重新读取。</translation>
    </message>
    <message>
        <source>Save or pull the image again with all of its layers.</source>
        <translation>请重新保存或拉取镜像，并包含其所有层。</translation>
    </message>
    <message>
        <source>Check the drive and the connection, then try again.</source>
        <translation>请检查驱动器和连接，然后重试。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder. Nothing was overwritten.</source>
        <translation>请释放空间或选择其他文件夹。没有任何内容被覆盖。</translation>
    </message>
    <message>
        <source>Close other programs that use this review, or save it under another name.</source>
        <translation>请关闭正在使用此审查的其他程序，或以其他名称保存。</translation>
    </message>
    <message>
        <source>Correct the line named above; &quot;waybill policy check&quot; lists every fault.</source>
        <translation>请更正上述行；“waybill policy check”可列出所有错误。</translation>
    </message>
    <message>
        <source>&quot;waybill policy check&quot; lists every fault.</source>
        <translation>“waybill policy check”可列出所有错误。</translation>
    </message>
    <message>
        <source>Type the password again; upper and lower case matter.</source>
        <translation>请重新输入密码；注意区分大小写。</translation>
    </message>
    <message>
        <source>Choose another certificate, or ask its issuer for a new one meant for signing.</source>
        <translation>请选择其他证书，或向签发者申请一份可用于签名的新证书。</translation>
    </message>
    <message>
        <source>Choose another key, or export the report again and sign the new file.</source>
        <translation>请选择其他密钥，或重新导出报告并对新文件签名。</translation>
    </message>
    <message>
        <source>See &quot;waybill help&quot; for what is possible.</source>
        <translation>可执行的操作见“waybill help”。</translation>
    </message>
    <message>
        <source>The history has more build steps than there are layers, so some instructions may stand beside the wrong layer.</source>
        <translation>历史记录中的构建步骤多于层数，因此部分指令可能对应到错误的层。</translation>
    </message>
    <message>
        <source>The image does not record which instruction made which layer.</source>
        <translation>镜像未记录各层由哪条指令生成。</translation>
    </message>
    <message>
        <source>The image does not record which instruction made %1.</source>
        <translation>镜像未记录%1由哪条指令生成。</translation>
    </message>
    <message>
        <source>The content of a layer is not the one that the image config names.</source>
        <translation>某层的内容与镜像配置所指的内容不符。</translation>
    </message>
    <message>
        <source>The content of %1 is not the one that the image config names.</source>
        <translation>%1的内容与镜像配置所指的内容不符。</translation>
    </message>
    <message>
        <source>The stored bytes of a layer differ from their digest.</source>
        <translation>某层存储的字节与其摘要不符。</translation>
    </message>
    <message>
        <source>The stored bytes of %1 differ from their digest.</source>
        <translation>%1存储的字节与其摘要不符。</translation>
    </message>
    <message>
        <source>A layer is longer or shorter than the manifest declares.</source>
        <translation>某层的长度与清单所声明的不符。</translation>
    </message>
    <message>
        <source>The size of %1 is not the one that the manifest declares.</source>
        <translation>%1的大小与清单所声明的不符。</translation>
    </message>
    <message>
        <source>A tar stream stops without its closing blocks; everything up to there was read.</source>
        <translation>某个 tar 流缺少结束块；此前的内容均已读取。</translation>
    </message>
    <message>
        <source>The tar stream of %1 stops without its closing blocks; everything up to there was read.</source>
        <translation>%1的 tar 流缺少结束块；此前的内容均已读取。</translation>
    </message>
    <message>
        <source>There are more bytes after the end of a tar stream; they were not judged.</source>
        <translation>某个 tar 流结束后仍有字节；这些字节未评估。</translation>
    </message>
    <message>
        <source>There are more bytes after the end of %1; they were not judged.</source>
        <translation>%1结束后仍有字节；这些字节未评估。</translation>
    </message>
    <message>
        <source>A layer is packed in another way than its media type says; the bytes decided.</source>
        <translation>某层的打包方式与其媒体类型所述不同；以实际字节为准。</translation>
    </message>
    <message>
        <source>%1: packed in another way than its media type says; the bytes decided.</source>
        <translation>%1：打包方式与其媒体类型所述不同；以实际字节为准。</translation>
    </message>
    <message>
        <source>A layer holds the same path more than once; the last one counts.</source>
        <translation>某层多次包含同一路径；以最后一个为准。</translation>
    </message>
    <message>
        <source>The same path stands more than once in %1; the last one counts.</source>
        <translation>同一路径在%1中多次出现；以最后一个为准。</translation>
    </message>
    <message>
        <source>A layer is not in this source and was not assessed.</source>
        <translation>有一层不在此来源中，未评估。</translation>
    </message>
    <message>
        <source>The source does not hold %1, so it was not assessed.</source>
        <translation>该来源不含%1，因此该层未评估。</translation>
    </message>
    <message>
        <source>A layer could not be read to its end; the rest was not assessed.</source>
        <translation>有一层未能读完；其余部分未评估。</translation>
    </message>
    <message>
        <source>Reading %1 to its end failed; the rest was not assessed.</source>
        <translation>%1未能读完；其余部分未评估。</translation>
    </message>
    <message>
        <source>A safety limit stopped the reading of a layer; the rest was not assessed.</source>
        <translation>安全限制中止了某层的读取；其余部分未评估。</translation>
    </message>
    <message>
        <source>A safety limit stopped the reading of %1; the rest was not assessed.</source>
        <translation>安全限制中止了%1的读取；其余部分未评估。</translation>
    </message>
    <message>
        <source>The image config names another number of layers than the manifest.</source>
        <translation>镜像配置所列的层数与清单不同。</translation>
    </message>
    <message>
        <source>The image config names a diff ID that is no digest.</source>
        <translation>镜像配置中有一个 diff ID 不是摘要。</translation>
    </message>
    <message>
        <source>The diff ID of %1 in the image config is no digest.</source>
        <translation>镜像配置中%1的 diff ID 不是摘要。</translation>
    </message>
    <message>
        <source>Behind the packed data of a layer stand bytes that are no packed data; they were not judged.</source>
        <translation>某层的压缩数据之后有非压缩数据的字节；这些字节未评估。</translation>
    </message>
    <message>
        <source>Behind the packed data of %1 stand bytes that are no packed data; they were not judged.</source>
        <translation>%1的压缩数据之后有非压缩数据的字节；这些字节未评估。</translation>
    </message>
    <message>
        <source>The head of an entry is damaged; the entry was left out.</source>
        <translation>有一个条目的头部已损坏；该条目被略去。</translation>
    </message>
    <message>
        <source>The head of an entry of %1 is damaged; the entry was left out.</source>
        <translation>%1中有一个条目的头部已损坏；该条目被略去。</translation>
    </message>
    <message>
        <source>The head of an entry is unusual; the entry was read all the same.</source>
        <translation>有一个条目的头部异常；仍已读取该条目。</translation>
    </message>
    <message>
        <source>The head of an entry of %1 is unusual; the entry was read all the same.</source>
        <translation>%1中有一个条目的头部异常；仍已读取该条目。</translation>
    </message>
    <message>
        <source>An entry has no readable path and was left out.</source>
        <translation>有一个条目没有可读的路径，被略去。</translation>
    </message>
    <message>
        <source>An entry of %1 has no readable path and was left out.</source>
        <translation>%1中有一个条目没有可读的路径，被略去。</translation>
    </message>
    <message>
        <source>An entry has an absolute path; it was taken as a path inside the image.</source>
        <translation>有一个条目使用绝对路径；已作为镜像内的路径处理。</translation>
    </message>
    <message>
        <source>An entry of %1 has an absolute path; it was taken as a path inside the image.</source>
        <translation>%1中有一个条目使用绝对路径；已作为镜像内的路径处理。</translation>
    </message>
    <message>
        <source>A hard link was refused because it leads out of the image.</source>
        <translation>有一个硬链接因指向镜像之外而被拒绝。</translation>
    </message>
    <message>
        <source>A hard link of %1 was refused because it leads out of the image.</source>
        <translation>%1中有一个硬链接因指向镜像之外而被拒绝。</translation>
    </message>
    <message>
        <source>A removal mark names nothing and was left out.</source>
        <translation>有一个移除标记未指明任何对象，被略去。</translation>
    </message>
    <message>
        <source>A removal mark of %1 names nothing and was left out.</source>
        <translation>%1中有一个移除标记未指明任何对象，被略去。</translation>
    </message>
    <message>
        <source>Two tables of contents in this archive name different images; the docker manifest was followed.</source>
        <translation>此归档中的两份目录指向不同的镜像；已以 docker 清单为准。</translation>
    </message>
    <message>
        <source>%1 Details: %2</source>
        <comment>a sentence and names or numbers</comment>
        <translation>%1详情：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a note and its details</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Exact text</source>
        <translation>文本完全一致</translation>
    </message>
    <message>
        <source>Close text</source>
        <translation>文本接近</translation>
    </message>
    <message>
        <source>Vendor agreement</source>
        <translation>厂商协议</translation>
    </message>
    <message>
        <source>Notice in the file head</source>
        <translation>文件头中的声明</translation>
    </message>
    <message>
        <source>SPDX tag</source>
        <translation>SPDX 标记</translation>
    </message>
    <message>
        <source>Mentioned only</source>
        <translation>仅提及</translation>
    </message>
    <message>
        <source>Declared by the package</source>
        <translation>软件包声明</translation>
    </message>
    <message>
        <source>a text inside the file itself</source>
        <translation>文件自身中的文本</translation>
    </message>
    <message>
        <source>the file list of a vendor agreement or product</source>
        <translation>厂商协议或产品的文件清单</translation>
    </message>
    <message>
        <source>the package that owns the file</source>
        <translation>该文件所属的软件包</translation>
    </message>
    <message>
        <source>the nearest licence text above the file</source>
        <translation>文件上级目录中最近的许可证文本</translation>
    </message>
    <message>
        <source>written by the system; no terms of its own</source>
        <translation>由系统生成，本身没有许可条款</translation>
    </message>
    <message>
        <source>no package owns it; taken for your own work</source>
        <translation>不属于任何软件包，视为自有作品</translation>
    </message>
    <message>
        <source>nothing establishes its terms</source>
        <translation>没有任何依据可确定其条款</translation>
    </message>
    <message>
        <source>only as part of your own application</source>
        <translation>仅可作为自有应用的一部分</translation>
    </message>
    <message>
        <source>only byte for byte as delivered</source>
        <translation>须与交付时逐字节一致</translation>
    </message>
    <message>
        <source>only in images that stay on the vendor&apos;s own hubs</source>
        <translation>仅限保留在厂商自有平台上的镜像</translation>
    </message>
    <message>
        <source>only with the whole Jetson SDK</source>
        <translation>须连同完整的 Jetson SDK</translation>
    </message>
    <message>
        <source>No vendor agreement speaks about this file</source>
        <translation>没有厂商协议涉及此文件</translation>
    </message>
    <message>
        <source>May be passed on</source>
        <translation>可再分发</translation>
    </message>
    <message>
        <source>May be passed on under conditions</source>
        <translation>满足条件时可再分发</translation>
    </message>
    <message>
        <source>May be passed on: %1</source>
        <translation>可再分发：%1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the conditions of a right</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>For internal use only</source>
        <translation>仅限内部使用</translation>
    </message>
    <message>
        <source>Not listed in the agreement, so not granted</source>
        <translation>协议未列明，因此未获授权</translation>
    </message>
    <message>
        <source>%1 (clause %2)</source>
        <comment>what an agreement says of a file, and where</comment>
        <translation>%1（条款 %2）</translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation>Docker 归档</translation>
    </message>
    <message>
        <source>OCI layout</source>
        <translation>OCI 布局</translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation>OCI 归档</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>根文件系统</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Container engine</source>
        <translation>容器引擎</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Reading layers</source>
        <translation>正在读取各层</translation>
    </message>
    <message>
        <source>Joining results</source>
        <translation>正在汇总结果</translation>
    </message>
    <message>
        <source>Applying the policy</source>
        <translation>正在适用策略</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写入报告</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>正在签名</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>line of the log</comment>
        <translation>创建</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>line of the log</comment>
        <translation>回答</translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>line of the log</comment>
        <translation>决定</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>line of the log</comment>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Delivery chosen</source>
        <comment>line of the log</comment>
        <translation>选择交付方式</translation>
    </message>
    <message>
        <source>Signed</source>
        <comment>line of the log</comment>
        <translation>签名</translation>
    </message>
    <message>
        <source>Read in the source text</source>
        <translation>原文如此规定</translation>
    </message>
    <message>
        <source>Our reading; open to another view</source>
        <translation>我方的解读，可有不同看法</translation>
    </message>
    <message>
        <source>Not everything was read.</source>
        <translation>未能读取全部内容。</translation>
    </message>
    <message>
        <source>A package database is damaged or cut; packages may be missing.</source>
        <translation>某个软件包数据库已损坏或被截断；可能缺少部分软件包。</translation>
    </message>
    <message>
        <source>A package database in %1 is damaged or cut; packages may be missing.</source>
        <translation>%1中的软件包数据库已损坏或被截断；可能缺少部分软件包。</translation>
    </message>
    <message>
        <source>A safety limit kept package data from being read; packages may be missing.</source>
        <translation>因安全限制，部分软件包数据未读取；可能缺少部分软件包。</translation>
    </message>
    <message>
        <source>A safety limit kept package data in %1 from being read; packages may be missing.</source>
        <translation>因安全限制，%1中的部分软件包数据未读取；可能缺少部分软件包。</translation>
    </message>
    <message>
        <source>The description of a package could not be read; the package was left out.</source>
        <translation>某个软件包的描述无法读取；该软件包被略去。</translation>
    </message>
    <message>
        <source>The description of a package in %1 could not be read; the package was left out.</source>
        <translation>%1中某个软件包的描述无法读取；该软件包被略去。</translation>
    </message>
    <message>
        <source>An archive inside the image could not be read to its end; what it holds may be missing.</source>
        <translation>镜像内的某个归档未能读完；其中的内容可能缺失。</translation>
    </message>
    <message>
        <source>An archive in %1 could not be read to its end; what it holds may be missing.</source>
        <translation>%1中的某个归档未能读完；其中的内容可能缺失。</translation>
    </message>
    <message>
        <source>in a folder that you named as your own work</source>
        <translation>位于您指明为自有作品的文件夹中</translation>
    </message>
    <message>
        <source>package</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>product without a package</source>
        <translation>无软件包的产品</translation>
    </message>
    <message>
        <source>licence text</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>rule of a vendor agreement</source>
        <translation>厂商协议条款</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>自动生成</translation>
    </message>
    <message>
        <source>own work</source>
        <translation>自有成果</translation>
    </message>
    <message>
        <source>unexplained</source>
        <translation>未解释</translation>
    </message>
    <message>
        <source>program or library</source>
        <translation>程序或库</translation>
    </message>
    <message>
        <source>static library</source>
        <translation>静态库</translation>
    </message>
    <message>
        <source>Java archive</source>
        <translation>Java 归档</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>other file</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>Nothing tells which layers are the base image.</source>
        <translation>没有信息表明哪些层是基础镜像。</translation>
    </message>
    <message>
        <source>A label names the base image%1, but not which layers it has.</source>
        <translation>有标签指出基础镜像%1，但未说明它包含哪些层。</translation>
    </message>
    <message>
        <source>Layers 1 to %1 are the base image%2: you know its digest.</source>
        <translation>第 1 至 %1 层是基础镜像%2：您已知其摘要。</translation>
    </message>
    <message>
        <source>Layers 1 to %1 are the base image%2: the label %3 says so.</source>
        <translation>第 1 至 %1 层是基础镜像%2：标签 %3 如此说明。</translation>
    </message>
    <message>
        <source>Layers 1 to %1 are the base image%2: the history has &quot;%3&quot; before further layers.</source>
        <translation>第 1 至 %1 层是基础镜像%2：历史记录在后续各层之前有“%3”。</translation>
    </message>
    <message>
        <source>Layer 1 brings the system; where the base image%1 ends above it, nothing tells.</source>
        <translation>第 1 层带来系统；基础镜像%1在其上到哪一层为止，没有信息表明。</translation>
    </message>
    <message>
        <source>object file</source>
        <translation>目标文件</translation>
    </message>
    <message>
        <source>program, statically linked</source>
        <translation>程序，静态链接</translation>
    </message>
    <message>
        <source>program, statically linked, position-independent</source>
        <translation>程序，静态链接，位置无关</translation>
    </message>
    <message>
        <source>program, dynamically linked</source>
        <translation>程序，动态链接</translation>
    </message>
    <message>
        <source>program, dynamically linked, position-independent</source>
        <translation>程序，动态链接，位置无关</translation>
    </message>
    <message>
        <source>shared library</source>
        <translation>共享库</translation>
    </message>
    <message>
        <source>memory dump</source>
        <translation>内存转储</translation>
    </message>
    <message>
        <source>other binary</source>
        <translation>其他二进制文件</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>就是 %1</translation>
    </message>
    <message>
        <source>contains %1, linked statically</source>
        <translation>包含静态链接的 %1</translation>
    </message>
    <message>
        <source>was built against %1</source>
        <translation>针对 %1 构建</translation>
    </message>
    <message>
        <source>The header of a file of model weights is broken, cut or too long to be read.</source>
        <translation>某个模型权重文件的头部已损坏、不完整或过长而无法读取。</translation>
    </message>
    <message>
        <source>The header of a file of model weights in %1 is broken, cut or too long to be read.</source>
        <translation>%1中某个模型权重文件的头部已损坏、不完整或过长而无法读取。</translation>
    </message>
    <message>
        <source>The path of an entry leads out of the image; it is shown under “(rejected path)”.</source>
        <translation>有条目的路径指向镜像之外；它显示在“(rejected path)”之下。</translation>
    </message>
    <message>
        <source>The path of an entry of %1 leads out of the image; it is shown under “(rejected path)”.</source>
        <translation>%1 中有条目的路径指向镜像之外；它显示在“(rejected path)”之下。</translation>
    </message>
    <message>
        <source>A hard link names a file that does not stand before it in its layer.</source>
        <translation>有硬链接所指的文件在其层中并不位于它之前。</translation>
    </message>
    <message>
        <source>A hard link of %1 names a file that does not stand before it in the layer.</source>
        <translation>%1 中有硬链接所指的文件在该层中并不位于它之前。</translation>
    </message>
    <message>
        <source>An entry lies below a file or link of the same layer, which it replaces by a folder.</source>
        <translation>有条目位于同一层的文件或链接之下，后者因此被文件夹取代。</translation>
    </message>
    <message>
        <source>An entry of %1 lies below a file or link of the same layer, which it replaces by a folder.</source>
        <translation>%1 中有条目位于同一层的文件或链接之下，后者因此被文件夹取代。</translation>
    </message>
    <message>
        <source>A name holds control, direction or invisible characters and could pass for another.</source>
        <translation>有名称含有控制字符、方向字符或不可见字符，可能被误认为别的名称。</translation>
    </message>
    <message>
        <source>A name in %1 holds control, direction or invisible characters and could pass for another.</source>
        <translation>%1 中有名称含有控制字符、方向字符或不可见字符，可能被误认为别的名称。</translation>
    </message>
    <message>
        <source>An entry has two extended headers; other programs may read it differently.</source>
        <translation>有条目带有两个扩展头；其他程序可能会有不同的解读。</translation>
    </message>
    <message>
        <source>An entry of %1 has two extended headers; other programs may read it differently.</source>
        <translation>%1 中有条目带有两个扩展头；其他程序可能会有不同的解读。</translation>
    </message>
    <message>
        <source>An entry has two long names; other programs may show the other one.</source>
        <translation>有条目带有两个长名称；其他程序可能显示另一个。</translation>
    </message>
    <message>
        <source>An entry of %1 has two long names; other programs may show the other one.</source>
        <translation>%1 中有条目带有两个长名称；其他程序可能显示另一个。</translation>
    </message>
    <message>
        <source>A name holds a zero byte and was cut there.</source>
        <translation>有名称含有零字节，已在该处截断。</translation>
    </message>
    <message>
        <source>A name in %1 holds a zero byte and was cut there.</source>
        <translation>%1 中有名称含有零字节，已在该处截断。</translation>
    </message>
    <message>
        <source>A header for all entries sets a path or size; it was not followed.</source>
        <translation>有全局头设定了路径或大小；未予采用。</translation>
    </message>
    <message>
        <source>A header for all entries of %1 sets a path or size; it was not followed.</source>
        <translation>%1 的全局头设定了路径或大小；未予采用。</translation>
    </message>
    <message>
        <source>An entry states two different sizes; other programs may see hidden entries in it.</source>
        <translation>有条目声明了两个不同的大小；其他程序可能在其中看到隐藏的条目。</translation>
    </message>
    <message>
        <source>An entry of %1 states two different sizes; other programs may see hidden entries in it.</source>
        <translation>%1 中有条目声明了两个不同的大小；其他程序可能在其中看到隐藏的条目。</translation>
    </message>
    <message>
        <source>A file with holes claims more bytes than a layer may hold; the claim was not counted.</source>
        <translation>有稀疏文件声称的字节数超过一层所能容纳的数量；该声明未计入。</translation>
    </message>
    <message>
        <source>A file with holes in %1 claims more bytes than a layer may hold; the claim was not counted.</source>
        <translation>%1 中有稀疏文件声称的字节数超过一层所能容纳的数量；该声明未计入。</translation>
    </message>
    <message>
        <source>Removals are marked in the way of overlayfs; they were taken as removals.</source>
        <translation>删除以 overlayfs 的方式标记；已按删除处理。</translation>
    </message>
    <message>
        <source>Removals in %1 are marked in the way of overlayfs; they were taken as removals.</source>
        <translation>%1 中的删除以 overlayfs 的方式标记；已按删除处理。</translation>
    </message>
    <message>
        <source>A layer&apos;s table of contents tells of other files than its data; programs that trust the table would install something else.</source>
        <translation>有层的目录表与其数据所含的文件不一致；信任目录表的程序会安装不同的内容。</translation>
    </message>
    <message>
        <source>The table of contents of %1 tells of other files than its data; programs that trust the table would install something else.</source>
        <translation>%1 的目录表与其数据所含的文件不一致；信任目录表的程序会安装不同的内容。</translation>
    </message>
    <message>
        <source>A layer&apos;s table of contents cannot be read or is not the one that the manifest names; the data itself was read.</source>
        <translation>有层的目录表无法读取，或不是清单所指的那一个；数据本身已读取。</translation>
    </message>
    <message>
        <source>The table of contents of %1 cannot be read or is not the one that the manifest names; the data itself was read.</source>
        <translation>%1 的目录表无法读取，或不是清单所指的那一个；数据本身已读取。</translation>
    </message>
    <message>
        <source>A layer that must be fetched from its vendor is not in this source and was not assessed.</source>
        <translation>有须从厂商获取的层不在此来源中，因此未评估。</translation>
    </message>
    <message>
        <source>The source does not hold %1, which must be fetched from its vendor, so it was not assessed.</source>
        <translation>此来源不含须从厂商获取的%1，因此未评估。</translation>
    </message>
    <message>
        <source>A layer is of a type that is not scanned; it was not assessed.</source>
        <translation>有层的类型不在扫描之列，因此未评估。</translation>
    </message>
    <message>
        <source>The type of %1 is one that is not scanned, so it was not assessed.</source>
        <translation>%1 的类型不在扫描之列，因此未评估。</translation>
    </message>
    <message>
        <source>Some files of the folder may not be read; they were not assessed.</source>
        <translation>文件夹中有些文件无权读取，因此未评估。</translation>
    </message>
    <message>
        <source>Folders on other file systems were not entered; they were not assessed.</source>
        <translation>位于其他文件系统上的文件夹未进入，因此未评估。</translation>
    </message>
    <message>
        <source>Writing the image</source>
        <translation>正在写入镜像</translation>
    </message>
    <message>
        <source>devices, pipes and sockets are not made</source>
        <translation>不创建设备、管道和套接字</translation>
    </message>
    <message>
        <source>the link leads out of the extracted folder</source>
        <translation>链接指向所提取文件夹之外</translation>
    </message>
    <message>
        <source>the name was taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>the layer does not hold its content</source>
        <translation>该层不包含其内容</translation>
    </message>
    <message>
        <source>this system refused it</source>
        <translation>本系统拒绝写入</translation>
    </message>
    <message>
        <source>Some neighbours have names that differ only in case or in how accents are written; on some systems one would overwrite the other.</source>
        <translation>有些同级名称仅在大小写或重音写法上不同；在某些系统上，其中一个会覆盖另一个。</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>The registry does not give out %1 to us.</source>
        <translation>镜像仓库不向我们提供 %1。</translation>
    </message>
    <message>
        <source>The server of %1 cannot be trusted, so nothing was sent to it.</source>
        <translation>%1 的服务器不可信，因此没有向它发送任何内容。</translation>
    </message>
    <message>
        <source>Check the name and the connection, and whether a proxy is needed; what has arrived is kept for the next try.</source>
        <translation>请检查名称和网络连接，以及是否需要代理；已收到的部分会保留，供下次继续。</translation>
    </message>
    <message>
        <source>Log in with &quot;docker login&quot; or &quot;podman login&quot;; their account files are read.</source>
        <translation>请用“docker login”或“podman login”登录；它们的账户文件会被读取。</translation>
    </message>
    <message>
        <source>Ask its operator for the authority&apos;s certificate and put it into containers/certs.d.</source>
        <translation>请向其运营者索取证书颁发机构的证书，并放入 containers/certs.d。</translation>
    </message>
    <message>
        <source>found</source>
        <comment>of a part that a bill of materials names</comment>
        <translation>已发现</translation>
    </message>
    <message>
        <source>other version</source>
        <comment>of a part that a bill of materials names</comment>
        <translation>版本不同</translation>
    </message>
    <message>
        <source>removed later</source>
        <comment>of a part that a bill of materials names</comment>
        <translation>已被后续层删除</translation>
    </message>
    <message>
        <source>not found</source>
        <comment>of a part that a bill of materials names</comment>
        <translation>未发现</translation>
    </message>
    <message>
        <source>attestation %1</source>
        <translation>证明 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>12 found</comment>
        <translation>%1 项%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) claims %n part(s): %3</source>
        <translation>
            <numerusform>%1（%2）声称含 %n 个部件：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A licence file is longer than what is read of one; its end was not judged.</source>
        <translation>有一个许可证文件超出了读取的长度上限；其末尾部分未作判断。</translation>
    </message>
    <message>
        <source>A licence file in %1 is longer than what is read of one; its end was not judged.</source>
        <translation>%1 中有一个许可证文件超出了读取的长度上限；其末尾部分未作判断。</translation>
    </message>
    <message>
        <source>Annex I category 5 part 2</source>
        <translation>附件一第 5 类第 2 部分</translation>
    </message>
    <message>
        <source>User Product, Installation Information</source>
        <translation>用户产品、安装信息</translation>
    </message>
    <message>
        <source>the product&apos;s agreement, distribution</source>
        <translation>产品协议中的分发条款</translation>
    </message>
    <message>
        <source>the firmware&apos;s licence, redistribution</source>
        <translation>固件许可证中的再分发条款</translation>
    </message>
    <message>
        <source>the firmware&apos;s licence, field of use</source>
        <translation>固件许可证中的使用领域条款</translation>
    </message>
    <message>
        <source>the vendor&apos;s end-user terms</source>
        <translation>厂商的最终用户条款</translation>
    </message>
    <message>
        <source>the vendor&apos;s agreement</source>
        <translation>厂商协议</translation>
    </message>
    <message>
        <source>the agreement of the product</source>
        <translation>产品协议</translation>
    </message>
    <message>
        <source>the driver&apos;s licence file</source>
        <translation>驱动程序的许可证文件</translation>
    </message>
    <message>
        <source>the exception</source>
        <translation>该例外条款</translation>
    </message>
    <message>
        <source>container licence</source>
        <translation>容器许可证</translation>
    </message>
    <message>
        <source>driver licence</source>
        <translation>驱动许可证</translation>
    </message>
    <message>
        <source>copyright default</source>
        <translation>版权法默认规则</translation>
    </message>
    <message>
        <source>vendor agreement</source>
        <translation>厂商协议</translation>
    </message>
    <message>
        <source>notice sentence</source>
        <translation>声明句</translation>
    </message>
    <message>
        <source>no terms of its own</source>
        <translation>无自身条款</translation>
    </message>
    <message>
        <source>file tags</source>
        <translation>文件标签</translation>
    </message>
    <message>
        <source>in the CUDA EULA</source>
        <translation>见 CUDA EULA</translation>
    </message>
    <message>
        <source>for TensorRT</source>
        <translation>TensorRT 为</translation>
    </message>
    <message>
        <source>licence notes</source>
        <translation>许可证说明</translation>
    </message>
    <message>
        <source>licence rights</source>
        <translation>许可权利</translation>
    </message>
    <message>
        <source>base text</source>
        <translation>基础文本</translation>
    </message>
    <message>
        <source>supplement</source>
        <translation>补充条款</translation>
    </message>
    <message>
        <source>runtime terms</source>
        <translation>运行库条款</translation>
    </message>
    <message>
        <source>driver rows</source>
        <translation>驱动程序条目</translation>
    </message>
    <message>
        <source>closing paragraph</source>
        <translation>末段</translation>
    </message>
    <message>
        <source>grant paragraph</source>
        <translation>授权段</translation>
    </message>
    <message>
        <source>display duty</source>
        <translation>展示义务</translation>
    </message>
    <message>
        <source>Copyright License</source>
        <translation>版权许可</translation>
    </message>
    <message>
        <source>Permitted Purpose</source>
        <translation>允许的用途</translation>
    </message>
    <message>
        <source>permitted use</source>
        <translation>允许的使用</translation>
    </message>
    <message>
        <source>Change Date</source>
        <translation>变更日期</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Limitations</source>
        <translation>限制条款</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>声明条款</translation>
    </message>
    <message>
        <source>Terms of Use</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>Terms of Service</source>
        <translation>服务条款</translation>
    </message>
    <message>
        <source>organisations and embedding</source>
        <translation>组织使用与嵌入</translation>
    </message>
    <message>
        <source>embedding and mirroring</source>
        <translation>嵌入与镜像</translation>
    </message>
    <message>
        <source>organisations</source>
        <translation>组织使用</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>redistribution</source>
        <translation>再分发</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>许可条款</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>last para</source>
        <translation>末段</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>para</source>
        <translation>段</translation>
    </message>
    <message>
        <source>list</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>s.%1</source>
        <comment>section of a licence</comment>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>cl.%1</source>
        <comment>clause of a licence</comment>
        <translation>第 %1 款</translation>
    </message>
    <message>
        <source>cond. %1</source>
        <comment>condition of a licence</comment>
        <translation>第 %1 项条件</translation>
    </message>
    <message>
        <source>Art.%1</source>
        <comment>article of a licence</comment>
        <translation>第 %1 条</translation>
    </message>
    <message numerus="yes">
        <source>applied to %n finding(s)</source>
        <translation>
            <numerusform>已用于 %n 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>not applied: it names %1, and the finding holds %2 more that nobody has looked at</source>
        <translation>未采用：它列出 %1 项，而该发现项另有 %2 项尚无人查看</translation>
    </message>
    <message>
        <source>not applied: the findings of this rule rest on other content</source>
        <translation>未采用：此规则的发现项所依据的内容不同</translation>
    </message>
    <message>
        <source>not applied: a review holds no files to compare; give the image itself</source>
        <translation>未采用：审查文件中没有可供比对的文件，请给出镜像本身</translation>
    </message>
    <message>
        <source>this rule has no finding here</source>
        <translation>此规则在这里没有发现项</translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>已于 %1 到期</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>The licence named in the finding</source>
        <translation>发现项中所列的许可证</translation>
    </message>
    <message>
        <source>The licences named in the finding</source>
        <translation>发现项中所列的各许可证</translation>
    </message>
    <message>
        <source>The agreement named in the finding</source>
        <translation>发现项中所列的协议</translation>
    </message>
    <message>
        <source>Policy of Waybill</source>
        <translation>Waybill 策略</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>The package&apos;s own statement</source>
        <translation>软件包自身的声明</translation>
    </message>
</context>
<context>
    <name>waybill::NoticeBar</name>
    <message>
        <source>Kind: %1</source>
        <translation>种类：%1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>对象：%1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Layer: %1</source>
        <translation>层：%1</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>路径：%1</translation>
    </message>
    <message>
        <source>Byte: %1</source>
        <translation>字节：%1</translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation>行：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this notice with its details</source>
        <translation>复制此通知及其详情</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>waybill::NoticeText</name>
    <message>
        <source>SPDX list; the copyright line must come from the author</source>
        <translation>SPDX 列表；版权行须由作者提供</translation>
    </message>
    <message>
        <source>SPDX list</source>
        <translation>SPDX 列表</translation>
    </message>
    <message>
        <source>not in the image; ask its author</source>
        <translation>镜像中没有，请询问作者</translation>
    </message>
    <message>
        <source>No text that must travel is missing.</source>
        <translation>须随附的文本无一缺失。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that must travel are missing:</source>
        <translation>
            <numerusform>缺少 %n 份须随附的文本：</numerusform>
        </translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Can be taken from</source>
        <translation>可取自</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added: /%1, and %n hidden text(s) put back in place</source>
        <translation>
            <numerusform>已添加：/%1，并将 %n 份被隐藏的文本放回原处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::PolicyTexts</name>
    <message>
        <source>The overlay holds. Policy %1.</source>
        <translation>叠加文件有效。策略 %1。</translation>
    </message>
    <message>
        <source>The time of exception %1 is over; it no longer counts.</source>
        <translation>例外 %1 已到期，不再生效。</translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;; see &quot;waybill policy list&quot;.</source>
        <translation>没有规则“%1”；请参见“waybill policy list”。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>策略 %1</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>可选回答</translation>
    </message>
    <message>
        <source>Say &quot;policy check FILE&quot;, &quot;policy explain RULE&quot; or &quot;policy list&quot;.</source>
        <translation>请使用“policy check FILE”、“policy explain RULE”或“policy list”。</translation>
    </message>
</context>
<context>
    <name>waybill::PreviewPage</name>
    <message>
        <source>Pages of the report</source>
        <translation>报告页面</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), %1</source>
        <translation>
            <numerusform>%n 页，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::QuestionPage</name>
    <message>
        <source>Verdict with the answers so far: %1, risk %2</source>
        <translation>按目前回答的结论：%1，风险 %2</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; would make it: %2, risk %3, %n duty(ies)</source>
        <translation>
            <numerusform>回答“%1”将变为：%2，风险 %3，%n 项义务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>In this image: %1</source>
        <translation>此镜像中：%1</translation>
    </message>
</context>
<context>
    <name>waybill::Readiness</name>
    <message>
        <source>No image is open.</source>
        <translation>未打开任何镜像。</translation>
    </message>
    <message numerus="yes">
        <source>Scan complete, %n layer(s)</source>
        <translation>
            <numerusform>扫描完整，共 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan incomplete: %1 of %2 layers were read. The report says so.</source>
        <translation>扫描不完整：已读取 %1/%2 层。报告中将予以说明。</translation>
    </message>
    <message>
        <source>Delivery: %1</source>
        <translation>交付方式：%1</translation>
    </message>
    <message>
        <source>Every question is answered</source>
        <translation>所有问题均已回答</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer; the assumptions are listed in the report</source>
        <translation>
            <numerusform>%n 个问题未回答；相应假设列于报告中</numerusform>
        </translation>
    </message>
    <message>
        <source>No finding waits for a decision</source>
        <translation>没有待决定的发现项</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) undecided</source>
        <translation>
            <numerusform>%n 个发现项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is intact</source>
        <translation>日志完整无改动</translation>
    </message>
    <message>
        <source>The log was changed outside the program; the report says so</source>
        <translation>日志曾在本程序之外被改动；报告中将予以说明</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>策略版本 %1</translation>
    </message>
</context>
<context>
    <name>waybill::ReadyPage</name>
    <message>
        <source>What is ready</source>
        <translation>就绪情况</translation>
    </message>
    <message>
        <source>Export as unsigned &amp;draft</source>
        <translation>导出为未签名的草稿(&amp;D)</translation>
    </message>
</context>
<context>
    <name>waybill::RemedyMessages</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n package(s) that need it</source>
        <translation>
            <numerusform>%1 及依赖它的 %n 个软件包</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, whole package</source>
        <translation>%1（整个软件包）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>gone at run time already</source>
        <translation>运行时已不存在</translation>
    </message>
    <message>
        <source>nothing that stays needs it</source>
        <translation>保留的内容都不需要它</translation>
    </message>
    <message>
        <source>the package stays, only these files go</source>
        <translation>保留软件包，仅移除这些文件</translation>
    </message>
    <message>
        <source>no package owns these files</source>
        <translation>这些文件不属于任何软件包</translation>
    </message>
    <message>
        <source>only if no decision settles it</source>
        <translation>仅在没有决定可解决时</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>按要求</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 需要 %2</translation>
    </message>
    <message>
        <source>/%1 loads %2</source>
        <translation>/%1 加载 %2</translation>
    </message>
    <message>
        <source>the image starts with it: %1</source>
        <translation>镜像由它启动：%1</translation>
    </message>
    <message>
        <source>%1 is essential to the system</source>
        <translation>%1 是系统必需的</translation>
    </message>
    <message>
        <source>nothing known breaks</source>
        <translation>未发现会损坏的内容</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>breaks: %1</source>
        <translation>会损坏：%1</translation>
    </message>
    <message>
        <source>%1: %2 cannot go, the image needs them to run (%3).</source>
        <translation>%1：%2不能移除，镜像运行需要它们（%3）。</translation>
    </message>
    <message>
        <source>They would be allowed under %1.</source>
        <translation>依 %1 可获许可。</translation>
    </message>
    <message>
        <source>Start from a runtime image instead of a development image: %1 (%2) of tools, headers and static libraries would not be there (%3).</source>
        <translation>从运行时镜像而非开发镜像开始：%1（%2）的工具、头文件和静态库将不会存在（%3）。</translation>
    </message>
    <message>
        <source>%1 (%2) would be allowed under %3; one recorded decision to rely on it, or an answer of the vendor, settles them.</source>
        <translation>%1（%2）依 %3 可获许可；记录一项依据该版本的决定，或取得厂商答复，即可解决。</translation>
    </message>
    <message>
        <source>A smaller base image brings fewer duties: %1 (%2) of the system are under strong copyleft (%3).</source>
        <translation>较小的基础镜像带来较少义务：系统中 %1（%2）属于强著佐权（%3）。</translation>
    </message>
    <message>
        <source>Nothing in the image says who published it; start from an image of a known publisher, named by digest.</source>
        <translation>镜像中没有说明发布者；请从已知发布者的镜像开始，并以摘要指定。</translation>
    </message>
    <message>
        <source>%1: %2 now; %3 after the chosen removals, %4 less (%5 of %6 stay).</source>
        <translation>%1：%2；移除所选内容后%3，减少 %4（保留 %5 / %6）。</translation>
    </message>
    <message>
        <source>Deleting a file in a later layer hides it but still ships it. Remove it in the same instruction, use a multi-stage build, or take another base.</source>
        <translation>在后面的层中删除文件只会隐藏它，仍会随镜像交付。请在同一条指令中移除，使用多阶段构建，或更换基础镜像。</translation>
    </message>
</context>
<context>
    <name>waybill::RemedyText</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why it can go</source>
        <translation>可移除的原因</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>If removed</source>
        <translation>移除后</translation>
    </message>
    <message numerus="yes">
        <source>and %n more open question(s)</source>
        <translation>
            <numerusform>另有 %n 个未决问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Other ways:</source>
        <translation>其他途径：</translation>
    </message>
    <message>
        <source>Written: %1, %2</source>
        <translation>已写入：%1，%2</translation>
    </message>
    <message>
        <source>Layers: %1 copied, %2 rewritten, %3 left out</source>
        <translation>层：%1 个原样复制，%2 个重写，%3 个省略</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>After, read back and judged again: %1</source>
        <translation>之后（重新读取并判定）：%1</translation>
    </message>
    <message>
        <source>--write needs the image itself, not a review of it.</source>
        <translation>--write 需要镜像本身，而非其审查文件。</translation>
    </message>
</context>
<context>
    <name>waybill::ReportDocument</name>
    <message>
        <source>The review as data</source>
        <translation>审查数据</translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation>%1 个文件，%2</translation>
    </message>
    <message>
        <source>%1 files, %2; all gone at run time, still shipped</source>
        <translation>%1 个文件，%2；运行时均已不存在，但仍随镜像交付</translation>
    </message>
    <message>
        <source>%1 files, %2; and %3 files, %4, gone at run time, still shipped</source>
        <translation>%1 个文件，%2；另有 %3 个文件，%4，运行时已不存在，但仍随镜像交付</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>There are no findings.</source>
        <translation>没有发现项。</translation>
    </message>
    <message>
        <source>Sorted by their risk for this way of delivery: %1.</source>
        <translation>按此交付方式下的风险排序：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 risk: %n finding(s)</source>
        <translation>
            <numerusform>风险等级“%1”：%n 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1，由 %2 于 %3 决定</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>%1. Reason: %2</source>
        <translation>%1。理由：%2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a clause and the document it stands in</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a licence and its class</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>and %1 more; the review inside this file names them</source>
        <translation>另有 %1 个；本文件内嵌的审查数据中逐一列明</translation>
    </message>
    <message>
        <source>Built by</source>
        <translation>构建指令</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a layer and its build instruction</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>instruction not recorded</source>
        <translation>指令未记录</translation>
    </message>
    <message numerus="yes">
        <source>and %n more layer(s)</source>
        <translation>
            <numerusform>另有 %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation>幽灵文件</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No duties come with this way of delivery.</source>
        <translation>此交付方式不产生义务。</translation>
    </message>
    <message>
        <source>To be done before the image goes out in this way.</source>
        <translation>以此方式交付镜像之前须完成。</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>须做事项</translation>
    </message>
    <message>
        <source>Ghosts: gone at run time, still shipped</source>
        <translation>幽灵文件：运行时已不存在，但仍随镜像交付</translation>
    </message>
    <message>
        <source>No layer deletes or replaces a file of a layer below it.</source>
        <translation>没有任何层删除或替换其下层的文件。</translation>
    </message>
    <message>
        <source>A later layer deletes or replaces these files. They are not in the running container, yet everyone who gets the image gets them: %1 files, %2. The largest:</source>
        <translation>这些文件被后续层删除或替换。它们不在运行中的容器内，但获得镜像的任何人都会获得它们：共 %1 个文件，%2。其中最大的：</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>files</comment>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Build instruction</source>
        <translation>构建指令</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>存储大小</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>解包后</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>%1, not to its end</source>
        <translation>%1，未读完</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>组件与许可证</translation>
    </message>
    <message>
        <source>No package database and no known product was found.</source>
        <translation>未找到软件包数据库，也未找到已知产品。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>not established</source>
        <translation>未确定</translation>
    </message>
    <message>
        <source>%1, removed in %2</source>
        <translation>%1（在第 %2 层移除）</translation>
    </message>
    <message>
        <source>Coverage and assumptions</source>
        <translation>覆盖范围与假设</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>Unknown terms</source>
        <translation>条款未知</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>incomplete; unread parts are not assessed and not counted as safe</source>
        <translation>不完整；未读取的部分未评估，也不视为安全</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>version %1, made for this program and not a law</source>
        <translation>版本 %1，为本程序制定，并非法律</translation>
    </message>
    <message>
        <source>Assumed, because nobody answered</source>
        <translation>因无人回答而作的假设</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>未审查的事项</translation>
    </message>
    <message>
        <source>Patents, trade marks, export control, data protection and security are outside this review. Contracts between the parties can allow or forbid more than the texts in the image.</source>
        <translation>专利、商标、出口管制、数据保护和安全不在本审查范围内。当事人之间的合同可能比镜像中的文本允许或禁止更多事项。</translation>
    </message>
    <message>
        <source>Seen while reading</source>
        <translation>读取时的发现</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>notes</comment>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Every line carries the hash of the one before it; the chain is intact.</source>
        <translation>每一行都带有前一行的哈希值；链条完整。</translation>
    </message>
    <message>
        <source>The chain of hashes is broken: lines were changed or removed outside the program.</source>
        <translation>哈希链已断裂：有行在本程序之外被改动或删除。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are in the review inside this file.</source>
        <translation>
            <numerusform>更早的 %n 行见本文件内嵌的审查数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>What this paper is</source>
        <translation>本文件的性质</translation>
    </message>
    <message>
        <source>Shipping review of %1</source>
        <translation>%1 的交付审查</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>策略版本 %1</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message>
        <source>DRAFT, NOT SIGNED</source>
        <translation>草稿，未签名</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Shipping review</source>
        <translation>交付审查</translation>
    </message>
    <message>
        <source>Delivery: %1</source>
        <translation>交付方式：%1</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>风险：%1</translation>
    </message>
    <message>
        <source>Risk: %1; with the unknown parts counted: %2</source>
        <translation>风险：%1；计入未知部分：%2</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Manifest digest</source>
        <translation>清单摘要</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>镜像 ID</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>构建时间</translation>
    </message>
    <message>
        <source>%1 shipped, %2 in files at run time</source>
        <translation>交付大小 %1，运行时文件 %2</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 layers, %2 files, %3 components</source>
        <translation>%1 层，%2 个文件，%3 个组件</translation>
    </message>
    <message>
        <source>%1 files gone at run time and still shipped (%2)</source>
        <translation>%1 个文件运行时已不存在，但仍随镜像交付（%2）</translation>
    </message>
    <message>
        <source>complete: every layer was read to its end</source>
        <translation>完整：每一层均已读完</translation>
    </message>
    <message>
        <source>INCOMPLETE: see &quot;Coverage&quot;</source>
        <translation>不完整：见“覆盖范围与假设”</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>编制人</translation>
    </message>
    <message>
        <source>Prepared at</source>
        <translation>编制时间</translation>
    </message>
    <message>
        <source>This is a draft without a signature. It may still change and proves nothing.</source>
        <translation>本文件为未签名的草稿，仍可能变更，不具证明作用。</translation>
    </message>
    <message>
        <source>The electronic signature of this file lies over this panel. Its signer and the state of the file are told by the signature view of a PDF reader or by &quot;waybill verify&quot;, not by what is printed here.</source>
        <translation>本文件的电子签名覆盖于此栏之上。签名人及文件状态以 PDF 阅读器的签名视图或“waybill verify”所示为准，而非以此处印刷的内容为准。</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Licence classes</source>
        <translation>许可证类别</translation>
    </message>
    <message>
        <source>The five ways of delivery</source>
        <translation>五种交付方式</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a finding is about, and its permission</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>gone at run time, still shipped</source>
        <translation>运行时已不存在，但仍随镜像交付</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The terms of %1 of %2 files (%3) are not established; they are counted apart.</source>
        <translation>%2 个文件中有 %1 个（%3）的条款未确定；这些文件单独统计。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) wait for a decision.</source>
        <translation>
            <numerusform>%n 个发现项待决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the image were not read; what they hold is not assessed.</source>
        <translation>镜像的部分内容未被读取；其中所含内容未评估。</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交付方式</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>With unknown</source>
        <translation>计入未知</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>%1 (this review)</source>
        <translation>%1（本审查）</translation>
    </message>
    <message>
        <source>The numbers are findings by risk level. Bars beside a level rise with it; a dashed meter means not assessed, which is never counted as safe.</source>
        <translation>数字为各风险等级的发现项数量。等级旁的条形随等级升高；虚线标记表示未评估，绝不视为安全。</translation>
    </message>
    <message>
        <source>Delivery and answers</source>
        <translation>交付方式与回答</translation>
    </message>
    <message>
        <source>Judged as</source>
        <translation>判定为</translation>
    </message>
    <message>
        <source>%1, because of the answers below</source>
        <translation>%1，依据以下回答</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>no questions for this way of delivery</source>
        <translation>此交付方式没有需要回答的问题</translation>
    </message>
    <message>
        <source>Draft, not signed. %1</source>
        <translation>草稿，未签名。%1</translation>
    </message>
</context>
<context>
    <name>waybill::ReportText</name>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation>已写入 %1（%2）。</translation>
    </message>
    <message>
        <source>report needs --pdf FILE.</source>
        <translation>report 需要 --pdf FILE。</translation>
    </message>
    <message>
        <source>A PDF can only be signed: name a key with --sign.</source>
        <translation>PDF 只能被签名：请用 --sign 指定密钥。</translation>
    </message>
    <message>
        <source>The signed file needs a name of its own.</source>
        <translation>签名后的文件需要另取名称。</translation>
    </message>
    <message>
        <source>A time stamp needs the network.</source>
        <translation>时间戳需要网络。</translation>
    </message>
</context>
<context>
    <name>waybill::RiskHeatMap</name>
    <message>
        <source>Scenarios by risk</source>
        <translation>各场景风险</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>scenario, risk, number</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Press Enter for the findings, Ctrl+T for the table.</source>
        <translation>按 Enter 查看相应发现，按 Ctrl+T 显示表格。</translation>
    </message>
</context>
<context>
    <name>waybill::RiskMatrixModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>scenario, risk, number</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>waybill::SbomExport</name>
    <message>
        <source>SPDX 2.3 (*.spdx.json)</source>
        <translation>SPDX 2.3 (*.spdx.json)</translation>
    </message>
    <message>
        <source>SPDX 3.0 (*.spdx3.json)</source>
        <translation>SPDX 3.0 (*.spdx3.json)</translation>
    </message>
    <message>
        <source>CycloneDX 1.6 (*.cdx.json)</source>
        <translation>CycloneDX 1.6 (*.cdx.json)</translation>
    </message>
    <message>
        <source>Export Bill of Materials</source>
        <translation>导出物料清单</translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioPage</name>
    <message>
        <source>Who will run this software?</source>
        <translation>谁将运行此软件？</translation>
    </message>
    <message>
        <source>Not sure, help me choose</source>
        <translation>不确定，帮我选择</translation>
    </message>
    <message>
        <source>Three short questions lead to one of the answers above.</source>
        <translation>三个简短的问题即可得出上述答案之一。</translation>
    </message>
    <message>
        <source>Most licences tie their conditions to who receives a copy. The same image can be fine for a service and not for a device.</source>
        <translation>多数许可证的条件取决于谁会收到副本。同一镜像用于服务可能没有问题，用于设备则未必。</translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioTable</name>
    <message>
        <source>Delivery</source>
        <translation>交付方式</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>This finding in the five ways of delivery</source>
        <translation>此发现项在五种交付方式下的情况</translation>
    </message>
    <message>
        <source>%1 (chosen)</source>
        <translation>%1（已选）</translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioWizard</name>
    <message>
        <source>Scenario wizard</source>
        <translation>场景向导</translation>
    </message>
    <message>
        <source>&amp;Save Scenario</source>
        <translation>保存场景(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;Findings</source>
        <translation>打开发现项(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>由谁运行</translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation>帮我选择</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>number and name of a step</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1, answered</source>
        <translation>%1，已回答</translation>
    </message>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation>
            <numerusform>约 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;More Questions</source>
        <translation>更多问题(&amp;M)</translation>
    </message>
</context>
<context>
    <name>waybill::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Name of your account</source>
        <translation>账户名称</translation>
    </message>
    <message>
        <source>Reviewer name</source>
        <translation>审查人姓名</translation>
    </message>
    <message>
        <source>&amp;Reviewer name</source>
        <translation>审查人姓名(&amp;R)</translation>
    </message>
    <message>
        <source>Remember what was open</source>
        <translation>记住打开过的内容</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Waybill sends nothing. The network is used only when you ask for it.</source>
        <translation>Waybill 不发送任何数据。仅在您要求时才使用网络。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language changes the next time Waybill starts.</source>
        <translation>语言将在下次启动 Waybill 时更改。</translation>
    </message>
    <message>
        <source>Company &amp;policy</source>
        <translation>公司策略(&amp;P)</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>自带策略</translation>
    </message>
    <message>
        <source>Overlay file of the company</source>
        <translation>公司的覆盖文件</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml);;All files (*)</source>
        <translation>YAML 文件 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The policy changes the next time Waybill starts.</source>
        <translation>策略将在下次启动 Waybill 时改变。</translation>
    </message>
    <message>
        <source>Not taken:</source>
        <translation>未采用：</translation>
    </message>
</context>
<context>
    <name>waybill::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Close the innermost thing, then clear the filter</source>
        <translation>关闭最内层的对象，然后清除筛选</translation>
    </message>
</context>
<context>
    <name>waybill::SignPage</name>
    <message>
        <source>From &amp;file…</source>
        <translation>从文件选择(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Certificate with key (.p12)</source>
        <translation>证书及密钥 (.p12)(&amp;C)</translation>
    </message>
    <message>
        <source>Reviewed and decided</source>
        <translation>已审查并作出决定</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>地点(&amp;L)</translation>
    </message>
    <message>
        <source>Pass&amp;word (not stored)</source>
        <translation>密码（不保存）(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>另存为(&amp;V)</translation>
    </message>
    <message>
        <source>Certificate with key</source>
        <translation>证书及密钥</translation>
    </message>
    <message>
        <source>Certificates with keys (*.p12 *.pfx);;All files (*)</source>
        <translation>证书及密钥 (*.p12 *.pfx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the report as</source>
        <translation>将报告另存为</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>waybill::StateIcon</name>
    <message>
        <source>good</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>not certain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>不符合</translation>
    </message>
</context>
<context>
    <name>waybill::StepView</name>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the file of step %1, %2</source>
        <translation>打开步骤 %1（%2）的文件</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>显示层</translation>
    </message>
    <message>
        <source>Show the layer of step %1</source>
        <translation>显示步骤 %1 的层</translation>
    </message>
</context>
<context>
    <name>waybill::StripModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why it can go</source>
        <translation>可移除的原因</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>If removed</source>
        <translation>移除后</translation>
    </message>
</context>
<context>
    <name>waybill::StripPanel</name>
    <message>
        <source>What can be removed</source>
        <translation>可移除的内容</translation>
    </message>
    <message>
        <source>Copy Dockerfile lines</source>
        <translation>复制 Dockerfile 文本</translation>
    </message>
    <message>
        <source>Write changed image…</source>
        <translation>写入更改后的镜像…</translation>
    </message>
    <message>
        <source>A new OCI layout without the chosen files in any layer. The opened image is not touched.</source>
        <translation>新的 OCI 布局，任何层都不含所选文件；不改动已打开的镜像。</translation>
    </message>
    <message>
        <source>Looking for the way out…</source>
        <translation>正在寻找出路…</translation>
    </message>
    <message>
        <source>Open an image to see what can be removed from it.</source>
        <translation>打开镜像以查看可从中移除的内容。</translation>
    </message>
    <message>
        <source>Write changed image</source>
        <translation>写入更改后的镜像</translation>
    </message>
    <message>
        <source>Written to %1, %2. Open it to check it.</source>
        <translation>已写入 %1，%2。打开它即可检查。</translation>
    </message>
    <message>
        <source>Writing the image…</source>
        <translation>正在写入镜像…</translation>
    </message>
</context>
<context>
    <name>waybill::TreeModel</name>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>符号链接</translation>
    </message>
    <message>
        <source>hard link</source>
        <translation>硬链接</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>removal mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>replaced in %1</source>
        <translation>在第 %1 层被替换</translation>
    </message>
    <message>
        <source>removed in %1</source>
        <translation>在第 %1 层被移除</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2: %n file(s), %3</source>
        <comment>code, class word, bytes</comment>
        <translation>
            <numerusform>%1 %2：%n 个文件，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the file or folder. A struck name was removed or replaced by a later layer.</source>
        <translation>文件或文件夹的名称。带删除线的名称已被后续层移除或替换。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Licence class of a file. For a folder: the shares of all classes in it and the strictest one.</source>
        <translation>文件的许可证类别。对于文件夹：其中各类别的占比和最严格的类别。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>SPDX expression of the terms that were established for a file.</source>
        <translation>为文件确定的许可条款的 SPDX 表达式。</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Risk in the chosen way of delivery. For a folder: the worst of the files in it.</source>
        <translation>在所选交付方式下的风险。对于文件夹：其中文件的最高风险。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Bytes of a file, unpacked. For a folder: the sum of the files shown in it.</source>
        <translation>文件解包后的字节数。对于文件夹：其中所示文件的合计。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The layer that removed or replaced a file. Its bytes still ship in the layer that brought it.</source>
        <translation>移除或替换该文件的层。其字节仍随带入它的层交付。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layer that brings this version of the file.</source>
        <translation>带入该文件此版本的层。</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Package or product that the file belongs to.</source>
        <translation>该文件所属的软件包或产品。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>link and its target</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Established by %1</source>
        <translation>确定依据：%1</translation>
    </message>
    <message>
        <source>%L1 bytes</source>
        <translation>%L1 字节</translation>
    </message>
    <message>
        <source>mixed, strictest %1</source>
        <translation>混合，最严格：%1</translation>
    </message>
    <message>
        <source>risk %1</source>
        <translation>风险：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <comment>of a folder, with their bytes</comment>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n that later layers removed or replaced, %1</source>
        <comment>files and their bytes</comment>
        <translation>
            <numerusform>另有 %n 个被后续层移除或替换，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>File, folder, link or device.</source>
        <translation>文件、文件夹、链接或设备。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Permissions as the layer says: read, write and execute for owner, group and others.</source>
        <translation>层中记录的权限：所有者、组和其他用户的读、写、执行权限。</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Bytes in a folder that later layers removed or replaced and that still ship.</source>
        <translation>文件夹中已被后续层移除或替换、但仍随镜像交付的字节数。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件数</translation>
    </message>
    <message>
        <source>Number of files shown in a folder. Names of one hard-linked file count once.</source>
        <translation>文件夹中所示文件的数量。同一硬链接文件的多个名称只计一次。</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What established the terms of a file: its own text, a vendor rule, its package.</source>
        <translation>文件的条款由什么确定：自身文本、厂商规则或所属软件包。</translation>
    </message>
</context>
<context>
    <name>waybill::TreemapPanel</name>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Colour by class</source>
        <translation>按类别着色</translation>
    </message>
    <message>
        <source>Colour by risk</source>
        <translation>按风险着色</translation>
    </message>
    <message>
        <source>Include files removed by later layers (still shipped)</source>
        <translation>包括被后续层删除的文件（仍会交付）</translation>
    </message>
    <message>
        <source>Into the folder (+)</source>
        <translation>进入文件夹 (+)</translation>
    </message>
    <message>
        <source>One folder up (−)</source>
        <translation>返回上级文件夹 (−)</translation>
    </message>
    <message>
        <source>Open an image to see what takes its bytes.</source>
        <translation>打开镜像即可查看其空间占用。</translation>
    </message>
</context>
<context>
    <name>waybill::TreemapView</name>
    <message>
        <source>Treemap of bytes</source>
        <translation>字节矩形树图</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n small file(s), %2</source>
        <comment>folder, number and bytes</comment>
        <translation>
            <numerusform>%1：%n 个小文件，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3, risk %4</source>
        <comment>path, bytes, class, risk</comment>
        <translation>%1：%2，%3，风险 %4</translation>
    </message>
    <message>
        <source>Arrow keys go from tile to tile, Enter opens a folder, Backspace goes up.</source>
        <translation>方向键在图块间移动，Enter 打开文件夹，Backspace 返回上级。</translation>
    </message>
</context>
<context>
    <name>waybill::TrustMessages</name>
    <message>
        <source>Who made it?</source>
        <translation>谁制作的？</translation>
    </message>
    <message>
        <source>Is it what it says?</source>
        <translation>与所述相符吗？</translation>
    </message>
    <message>
        <source>Is anything in it that should not be?</source>
        <translation>其中有不该有的东西吗？</translation>
    </message>
    <message>
        <source>How old is it?</source>
        <translation>有多旧？</translation>
    </message>
    <message>
        <source>Not searched. Scan the image again.</source>
        <translation>未搜索。请重新扫描镜像。</translation>
    </message>
    <message>
        <source>Nothing of the list of outdated parts was found.</source>
        <translation>未发现过时部件列表中的内容。</translation>
    </message>
    <message>
        <source>Nothing was noticed.</source>
        <translation>未发现异常。</translation>
    </message>
    <message>
        <source>Only notes.</source>
        <translation>只有备注。</translation>
    </message>
    <message>
        <source>Heaviest finding: %1.</source>
        <translation>最重的发现：%1。</translation>
    </message>
    <message>
        <source>Not every layer could be read.</source>
        <translation>并非每一层都能读取。</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>极高</translation>
    </message>
    <message>
        <source>No publisher is named</source>
        <translation>未指明发布者</translation>
    </message>
    <message>
        <source>Account of a known publisher</source>
        <translation>已知发布者的账户</translation>
    </message>
    <message>
        <source>Name that looks like a known one</source>
        <translation>与知名名称相似</translation>
    </message>
    <message>
        <source>Known name under another account</source>
        <translation>其他账户下的知名名称</translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation>未知账户</translation>
    </message>
    <message>
        <source>cannot be told from this source</source>
        <translation>无法从此来源得知</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>present, not checked</source>
        <translation>存在，未检查</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>removed in %1, still shipped</source>
        <translation>在%1中移除，仍随镜像分发</translation>
    </message>
    <message>
        <source>No vulnerability scanner has looked at this image. That does not mean it has no holes.</source>
        <translation>没有漏洞扫描器检查过此镜像。这不表示它没有漏洞。</translation>
    </message>
    <message>
        <source>present, and does not fit</source>
        <translation>存在，但不相符</translation>
    </message>
</context>
<context>
    <name>waybill::TrustModel</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Attestation</source>
        <translation>证明</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Known holes, by somebody else&apos;s scanner</source>
        <translation>已知漏洞（由其他扫描器报告）</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message numerus="yes">
        <source>%n open hole(s), %1 dismissed; data of %2</source>
        <translation>
            <numerusform>%n 个未解决的漏洞，%1 个已排除；数据日期 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Bill of materials %1</source>
        <translation>物料清单 %1</translation>
    </message>
    <message>
        <source>%1 found, %2 in another version, %3 absent, %4 not claimed, %5 with another licence</source>
        <translation>%1 存在，%2 版本不同，%3 不存在，%4 未声称，%5 许可不同</translation>
    </message>
    <message>
        <source>Claimed and found</source>
        <translation>声称且存在</translation>
    </message>
    <message>
        <source>Claimed in another version</source>
        <translation>声称的版本不同</translation>
    </message>
    <message>
        <source>Claimed, and removed by a layer</source>
        <translation>声称，但已被某层移除</translation>
    </message>
    <message>
        <source>Claimed and absent</source>
        <translation>声称但不存在</translation>
    </message>
    <message>
        <source>Found and not claimed</source>
        <translation>存在但未声称</translation>
    </message>
    <message>
        <source>Claimed under another licence</source>
        <translation>声称的许可不同</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>waybill::TrustPanel</name>
    <message>
        <source>Questions of trust and their evidence</source>
        <translation>信任问题及其证据</translation>
    </message>
    <message>
        <source>Import report or bill…</source>
        <translation>导入报告或清单…</translation>
    </message>
    <message>
        <source>JSON of Trivy or Grype, OpenVEX or CycloneDX statements, or a bill of materials to compare. Drop works as well.</source>
        <translation>Trivy 或 Grype 的 JSON、OpenVEX 或 CycloneDX 声明，或用于对照的物料清单。也可拖放。</translation>
    </message>
    <message>
        <source>Import report or bill</source>
        <translation>导入报告或清单</translation>
    </message>
    <message>
        <source>JSON files (*.json *.spdx *.cdx);;All files (*)</source>
        <translation>JSON 文件 (*.json *.spdx *.cdx);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>waybill::TrustVerbText</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned by digest: %1. Signature: %2. Attestation: %3. Bill of materials attached: %4.</source>
        <translation>以摘要固定：%1。签名：%2。证明：%3。附带的物料清单：%4。</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 reports %n open hole(s); %3 dismissed by statements; its data is of: %4</source>
        <translation>
            <numerusform>%1 %2 报告 %n 个未解决的漏洞；%3 个被声明排除；其数据日期：%4</numerusform>
        </translation>
    </message>
    <message>
        <source>claimed and found: %1; another version: %2; removed again: %3; claimed and absent: %4; found and unclaimed: %5; another licence: %6</source>
        <translation>声称且存在：%1；版本不同：%2；已被移除：%3；声称但不存在：%4；存在但未声称：%5；许可不同：%6</translation>
    </message>
    <message>
        <source>Trivy is not installed; nobody has looked for known holes.</source>
        <translation>未安装 Trivy；没有查找已知漏洞。</translation>
    </message>
    <message>
        <source>Unknown weight &quot;%1&quot;; there are note, low, medium, high and extreme.</source>
        <translation>未知分量“%1”；可用 note、low、medium、high 和 extreme。</translation>
    </message>
    <message>
        <source>--date takes a date like 2026-11-25.</source>
        <translation>--date 需要形如 2026-11-25 的日期。</translation>
    </message>
    <message>
        <source>Compared with package databases: %1 files, %2 differ, %3 not compared. Rules of %4, outdated parts as of %5.</source>
        <translation>与软件包数据库对照：%1 个文件，%2 个不同，%3 个未对照。规则日期 %4，过时部件数据截至 %5。</translation>
    </message>
    <message>
        <source>Signed for %1, verified with %2 (%3).</source>
        <translation>为 %1 签署，已用 %2 验证（%3）。</translation>
    </message>
    <message>
        <source>Trivy failed, so nobody has looked for known holes: %1</source>
        <translation>Trivy 运行失败，因此没有检查已知漏洞：%1</translation>
    </message>
</context>
<context>
    <name>waybill::UnexplainedModel</name>
    <message>
        <source>What it is</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>waybill::VerdictPage</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>No image has been read yet.</source>
        <translation>尚未读取任何镜像。</translation>
    </message>
    <message>
        <source>The answers are kept; the verdict appears here once an image is open.</source>
        <translation>回答已保留；打开镜像后，结论即在此显示。</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>风险：%1</translation>
    </message>
    <message>
        <source>Treated as &quot;%1&quot; from here on, because a copy leaves the company.</source>
        <translation>由于有副本离开公司，自此按“%1”处理。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) must be removed or replaced</source>
        <translation>
            <numerusform>%n 个发现项须移除或替换</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need a decision</source>
        <translation>
            <numerusform>%n 个发现项需要作出决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need source code offered</source>
        <translation>
            <numerusform>%n 个发现项须提供源代码</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): keep their notices</source>
        <translation>
            <numerusform>%n 个发现项：保留其声明</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not known, taken cautiously</source>
        <translation>%1：不清楚，按谨慎原则处理</translation>
    </message>
    <message>
        <source>%1: not answered</source>
        <translation>%1：未回答</translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n 项移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies)</source>
        <translation>
            <numerusform>%n 项义务</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules %1 were applied.</source>
        <translation>已适用规则版本 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were read</source>
        <translation>
            <numerusform>已读取 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the terms of %n file(s) are not known</source>
        <translation>
            <numerusform>%n 个文件的条款未知</numerusform>
        </translation>
    </message>
    <message>
        <source>The image was read completely</source>
        <translation>镜像已完整读取</translation>
    </message>
    <message>
        <source>The image was not read completely</source>
        <translation>镜像未能完整读取</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>completeness, files read, files unknown</comment>
        <translation>%1：%2，%3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question and answer</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>What has to be done</source>
        <translation>须完成的事项</translation>
    </message>
    <message>
        <source>Open assumptions</source>
        <translation>未决假设</translation>
    </message>
    <message>
        <source>Answers that would change the verdict</source>
        <translation>会改变结论的答案</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>您的答案</translation>
    </message>
    <message>
        <source>Other ways of delivery</source>
        <translation>其他交付方式</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1, &quot;%2&quot;: %3</source>
        <comment>question, answer, verdict</comment>
        <translation>%1，“%2”：%3</translation>
    </message>
    <message>
        <source>%1: %2; %3, %4</source>
        <comment>way of delivery, verdict, removals, duties</comment>
        <translation>%1：%2；%3，%4</translation>
    </message>
</context>
<context>
    <name>waybill::VerificationDialog</name>
    <message>
        <source>Signature of %1</source>
        <translation>%1 的签名</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>&amp;Trust certificates of a file…</source>
        <translation>信任文件中的证书(&amp;T)…</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>无法核验</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>受信任的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>waybill::VerificationWords</name>
    <message>
        <source>Unchanged?</source>
        <translation>是否未被改动？</translation>
    </message>
    <message>
        <source>Unchanged since signing; the signature covers the whole file.</source>
        <translation>签名后未被改动；签名涵盖整个文件。</translation>
    </message>
    <message>
        <source>The file was changed after it was signed.</source>
        <translation>该文件在签名后被改动。</translation>
    </message>
    <message>
        <source>There is a signature, but it cannot be read.</source>
        <translation>存在签名，但无法读取。</translation>
    </message>
    <message>
        <source>Nobody signed this file, so nothing tells whether it was changed.</source>
        <translation>该文件未经任何人签名，因此无从判断是否被改动。</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>由谁签名？</translation>
    </message>
    <message>
        <source>No signer.</source>
        <translation>无签名人。</translation>
    </message>
    <message>
        <source>The signer cannot be read.</source>
        <translation>无法读取签名人。</translation>
    </message>
    <message>
        <source>trusted here</source>
        <translation>在此受信任</translation>
    </message>
    <message>
        <source>made by the signer&apos;s own hand, identity not proven</source>
        <translation>由签名人自行签发，身份未经证明</translation>
    </message>
    <message>
        <source>issuer not known here</source>
        <translation>此处不认识其签发者</translation>
    </message>
    <message>
        <source>%1, certificate not valid today</source>
        <translation>%1，证书目前不在有效期内</translation>
    </message>
    <message>
        <source>%1, certified by %2: %3.</source>
        <translation>%1，由 %2 认证：%3。</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>何时签名？</translation>
    </message>
    <message>
        <source>No time is recorded.</source>
        <translation>未记录时间。</translation>
    </message>
    <message>
        <source>%1 by the signer&apos;s clock, not proven.</source>
        <translation>%1，依据签名人的时钟，未经证明。</translation>
    </message>
    <message>
        <source>Which image?</source>
        <translation>对应哪个镜像？</translation>
    </message>
    <message>
        <source>No review of ours is inside this file.</source>
        <translation>该文件中没有 Waybill 的审查。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The review names no digest: %1.</source>
        <translation>审查未注明摘要：%1。</translation>
    </message>
    <message>
        <source>It describes %1. No image is open to compare with.</source>
        <translation>其对应的镜像为 %1。当前未打开可供比对的镜像。</translation>
    </message>
    <message>
        <source>It describes the open image, %1.</source>
        <translation>其对应当前打开的镜像 %1。</translation>
    </message>
    <message>
        <source>It describes another image than the open one: %1.</source>
        <translation>其对应的镜像并非当前打开的镜像：%1。</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>签名后被改动</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Valid, but about another image</source>
        <translation>有效，但对应另一镜像</translation>
    </message>
    <message>
        <source>Valid, signer not known here</source>
        <translation>有效，但此处不认识签名人</translation>
    </message>
    <message>
        <source>Valid, certificate not valid today</source>
        <translation>有效，但证书目前不在有效期内</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>unknown format</source>
        <translation>未知格式</translation>
    </message>
    <message>
        <source>covers the whole file</source>
        <translation>涵盖整个文件</translation>
    </message>
    <message>
        <source>covers an earlier revision or less</source>
        <translation>仅涵盖较早的修订版或更少内容</translation>
    </message>
    <message>
        <source>Signature %1: %2</source>
        <translation>签名 %1：%2</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>策略版本 %1</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>镜像 %1</translation>
    </message>
    <message>
        <source>Unchanged since signing; what was added later is permitted.</source>
        <translation>签名后未更改；之后添加的内容是允许的。</translation>
    </message>
    <message>
        <source>%1, proven by %2.</source>
        <translation>%1，由 %2 证明。</translation>
    </message>
    <message>
        <source>%1, stamped by %2, who is not trusted here.</source>
        <translation>%1，由 %2 加盖时间戳，但此处不信任该机构。</translation>
    </message>
</context>
<context>
    <name>waybill::VerifyText</name>
    <message>
        <source>unchanged since it was signed</source>
        <translation>签名后未被改动</translation>
    </message>
    <message>
        <source>changed after it was signed</source>
        <translation>签名后已被改动</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>the signature cannot be read</source>
        <translation>无法读取签名</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Unchanged?</source>
        <translation>是否未被改动？</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>受信任</translation>
    </message>
    <message>
        <source>self-signed, identity not verified</source>
        <translation>自签名，身份未核实</translation>
    </message>
    <message>
        <source>issuer not known here, identity not verified</source>
        <translation>此处不认识其签发者，身份未核实</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>由谁签名？</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>何时签名？</translation>
    </message>
    <message>
        <source>%1 by the signer&apos;s clock, not proven</source>
        <translation>%1，依据签名人的时钟，未经证明</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Which image?</source>
        <translation>对应哪个镜像？</translation>
    </message>
    <message>
        <source>the document holds no review of ours</source>
        <translation>该文档不含 Waybill 的审查</translation>
    </message>
    <message>
        <source>this is the image given</source>
        <translation>即所给镜像</translation>
    </message>
    <message>
        <source>NOT the image given</source>
        <translation>并非所给镜像</translation>
    </message>
    <message>
        <source>a further signature</source>
        <translation>另一个签名</translation>
    </message>
    <message>
        <source>a time stamp over the document</source>
        <translation>覆盖文档的时间戳</translation>
    </message>
    <message>
        <source>proofs of validity</source>
        <translation>有效性证明</translation>
    </message>
    <message>
        <source>field filled: %1</source>
        <translation>已填写字段：%1</translation>
    </message>
    <message>
        <source>remark added: %1</source>
        <translation>已添加批注：%1</translation>
    </message>
    <message>
        <source>facts about the document</source>
        <translation>文档属性</translation>
    </message>
    <message>
        <source>objects that nothing shows</source>
        <translation>不会显示的对象</translation>
    </message>
    <message>
        <source>NOT PERMITTED: %1</source>
        <translation>不允许：%1</translation>
    </message>
    <message>
        <source>certificate revoked</source>
        <translation>证书已吊销</translation>
    </message>
    <message>
        <source>%1, certificate not valid today</source>
        <translation>%1，证书目前不在有效期内</translation>
    </message>
    <message>
        <source>%1, proven by %2</source>
        <translation>%1，由 %2 证明</translation>
    </message>
    <message>
        <source>%1, stamped by %2, which is not trusted here</source>
        <translation>%1，由 %2 加盖时间戳，但此处不信任该机构</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>nothing that can be told</source>
        <translation>无法判断</translation>
    </message>
    <message numerus="yes">
        <source>revision %1 (%n byte(s)); later: %2</source>
        <translation>
            <numerusform>修订版 %1（%n 字节）；之后：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>认证签名</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>覆盖范围</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>the file names &quot;%1&quot;, which anyone can write</source>
        <translation>文件中写的是“%1”，但任何人都可以这样写</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Review inside</source>
        <translation>内嵌审查</translation>
    </message>
    <message>
        <source>NOT the one that the pages were made from</source>
        <translation>不是生成这些页面所用的审查</translation>
    </message>
</context>
<context>
    <name>waybill::ViewerPanel</name>
    <message>
        <source>Select a file to see its content.</source>
        <translation>选择一个文件，查看其内容。</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>此文件为空。</translation>
    </message>
    <message>
        <source>no syntax colours, because the file is large</source>
        <translation>文件较大，不显示语法颜色</translation>
    </message>
    <message>
        <source>not UTF-8, shown as Latin-1</source>
        <translation>非 UTF-8 编码，按 Latin-1 显示</translation>
    </message>
    <message>
        <source>very long lines are folded</source>
        <translation>过长的行已折行</translation>
    </message>
    <message>
        <source>control characters are made visible</source>
        <translation>控制字符已显示为可见形式</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>仅显示前 %1，共 %2。</translation>
    </message>
    <message>
        <source>instruction not recorded</source>
        <translation>指令未记录</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>layer, what became of the file</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation>第 %1 至 %2 行</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>licence, kind of match, lines</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>which licence of how many, what it is</comment>
        <translation>%1/%2：%3</translation>
    </message>
    <message>
        <source>File content</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>File content as bytes</source>
        <translation>文件内容（字节）</translation>
    </message>
    <message>
        <source>Load &amp;More</source>
        <translation>加载更多(&amp;M)</translation>
    </message>
    <message>
        <source>Path in the image</source>
        <translation>镜像中的路径</translation>
    </message>
    <message>
        <source>Instruction that made the layer</source>
        <translation>生成该层的指令</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The layers that hold a version of this file</source>
        <translation>包含此文件某一版本的层</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>自动换行(&amp;W)</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous licence text (Shift+F7)</source>
        <translation>上一处许可证文本 (Shift+F7)</translation>
    </message>
    <message>
        <source>Next licence text (F7)</source>
        <translation>下一处许可证文本 (F7)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&amp;Next Part</source>
        <translation>下一部分(&amp;N)</translation>
    </message>
    <message>
        <source>%1 to %2 of %3 are shown.</source>
        <comment>amounts of bytes</comment>
        <translation>显示第 %1 至 %2，共 %3。</translation>
    </message>
    <message>
        <source>&amp;Earlier Part</source>
        <translation>上一部分(&amp;E)</translation>
    </message>
    <message>
        <source>Larger text (Ctrl++)</source>
        <translation>放大文字 (Ctrl++)</translation>
    </message>
    <message>
        <source>Smaller text (Ctrl+-)</source>
        <translation>缩小文字 (Ctrl+-)</translation>
    </message>
    <message>
        <source>Viewer: find</source>
        <translation>查看器：查找</translation>
    </message>
    <message>
        <source>Viewer: go to line or byte</source>
        <translation>查看器：转到行或字节</translation>
    </message>
    <message>
        <source>Viewer: larger text</source>
        <translation>查看器：放大文字</translation>
    </message>
    <message>
        <source>Viewer: smaller text</source>
        <translation>查看器：缩小文字</translation>
    </message>
    <message>
        <source>Viewer: text of normal size</source>
        <translation>查看器：恢复文字大小</translation>
    </message>
    <message>
        <source>Not found up to the end</source>
        <translation>直到末尾均未找到</translation>
    </message>
    <message>
        <source>Not found before this place in this part</source>
        <translation>此部分中该位置之前未找到</translation>
    </message>
    <message>
        <source>Looking at %1 of %2 …</source>
        <translation>正在查找：%1，共 %2…</translation>
    </message>
    <message>
        <source>There is no reference text of %1 to compare with.</source>
        <translation>没有可与 %1 对照的参考文本。</translation>
    </message>
    <message>
        <source>%1; the same words as the reference</source>
        <comment>which licence text</comment>
        <translation>%1；用词与参考文本相同</translation>
    </message>
    <message>
        <source>%1; differences: %2</source>
        <comment>which licence text, how many</comment>
        <translation>%1；差异：%2 处</translation>
    </message>
    <message>
        <source>%1; difference %2 of %3</source>
        <comment>which licence text</comment>
        <translation>%1；第 %2 处差异，共 %3 处</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对照(&amp;C)</translation>
    </message>
    <message>
        <source>Compare with the reference text</source>
        <translation>与参考文本对照</translation>
    </message>
    <message>
        <source>This licence text beside the reference text of the SPDX list, word by word (Ctrl+Shift+B)</source>
        <translation>将此许可证文本与 SPDX 列表的参考文本逐词对照 (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Viewer: next licence text, or difference</source>
        <translation>查看器：下一个许可证文本或差异</translation>
    </message>
    <message>
        <source>Viewer: previous licence text, or difference</source>
        <translation>查看器：上一个许可证文本或差异</translation>
    </message>
    <message>
        <source>Viewer: compare with the reference text</source>
        <translation>查看器：与参考文本对照</translation>
    </message>
</context>
<context>
    <name>waybill::WelcomePage</name>
    <message>
        <source>What is in this image, and may we ship it?</source>
        <translation>镜像里有什么，可以交付吗？</translation>
    </message>
    <message>
        <source>Drop an image or a review here</source>
        <translation>将镜像或审查拖放到此处</translation>
    </message>
    <message>
        <source>Image archives (.tar, .tar.gz, .tar.zst), OCI layout folders, root file systems, reviews (.waybill), and signed PDFs (.pdf) to check</source>
        <translation>镜像归档（.tar、.tar.gz、.tar.zst）、OCI 布局文件夹、根文件系统、审查（.waybill），以及待核验的已签名 PDF（.pdf）</translation>
    </message>
    <message>
        <source>Open &amp;File…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation>打开文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;P)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter recent images</source>
        <translation>筛选最近的镜像</translation>
    </message>
    <message>
        <source>Recent images and reviews</source>
        <translation>最近的镜像和审查</translation>
    </message>
    <message>
        <source>Nothing was open yet. The sample image below shows every licence class.</source>
        <translation>尚未打开过任何内容。下方的示例镜像展示了每一种许可证类别。</translation>
    </message>
    <message>
        <source>&amp;Keep this list</source>
        <translation>保留此列表(&amp;K)</translation>
    </message>
    <message>
        <source>When off, nothing that you open is remembered</source>
        <translation>关闭后，不记录任何打开过的内容</translation>
    </message>
    <message>
        <source>File, folder or &amp;image reference</source>
        <translation>文件、文件夹或镜像引用(&amp;I)</translation>
    </message>
    <message>
        <source>File, folder or image reference</source>
        <translation>文件、文件夹或镜像引用</translation>
    </message>
    <message>
        <source>/path/to/image.tar</source>
        <translation>/path/to/image.tar</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try the sample image</source>
        <translation>试用示例镜像(&amp;T)</translation>
    </message>
    <message>
        <source>What the colours &amp;mean</source>
        <translation>颜色的含义(&amp;M)</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation>键盘快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>尚未评估</translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n 项待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3
%4</source>
        <comment>title, state, date, path</comment>
        <translation>%1 · %2 · %3
%4</translation>
    </message>
    <message>
        <source>%1 is no longer there. Delete removes it from this list.</source>
        <translation>%1 已不存在。按 Delete 键可将其从列表中移除。</translation>
    </message>
</context>
<context>
    <name>waybill::Why</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed by a later layer, gone at run time and still shipped</source>
        <translation>
            <numerusform>%n 个文件被后续层移除，运行时已不存在，但仍随镜像交付</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <translation>%1，以及 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more layer(s) hold such files.</source>
        <translation>
            <numerusform>另有 %n 层包含此类文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>策略版本 %1</translation>
    </message>
    <message>
        <source>This rule is not part of the policy of this program. The finding was saved with %1.</source>
        <translation>此规则不属于本程序的策略。该发现项保存时所用的是%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule id, rule title</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>The rule names no clause in this scenario.</source>
        <translation>该规则在此场景下未注明条款。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>declared licence, field</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>No package and no known product.</source>
        <translation>没有软件包，也没有已知产品。</translation>
    </message>
    <message>
        <source>No package owns these files.</source>
        <translation>这些文件不属于任何软件包。</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>种类：%1</translation>
    </message>
    <message>
        <source>Supplier: %1</source>
        <translation>供应商：%1</translation>
    </message>
    <message>
        <source>Declared licence: none</source>
        <translation>声明的许可证：无</translation>
    </message>
    <message>
        <source>Declared licence: %1</source>
        <translation>声明的许可证：%1</translation>
    </message>
    <message>
        <source>Licence established: none</source>
        <translation>确定的许可证：无</translation>
    </message>
    <message>
        <source>Licence established: %1</source>
        <translation>确定的许可证：%1</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>读取自 %1</translation>
    </message>
    <message>
        <source>Vendor agreement</source>
        <translation>厂商协议</translation>
    </message>
    <message>
        <source>This edition was found in the image.</source>
        <translation>该版协议见于镜像之中。</translation>
    </message>
    <message>
        <source>No edition of the agreement was found in the image; this one is assumed.</source>
        <translation>镜像中未找到任何版本的协议；此版本为推定。</translation>
    </message>
    <message>
        <source>A newer edition lists the file: %1</source>
        <translation>新版协议列出了该文件：%1</translation>
    </message>
    <message>
        <source>%1, lines %2–%3</source>
        <translation>%1，第 %2–%3 行</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of match, licence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 % of the reference text</source>
        <translation>与参考文本一致 %1%</translation>
    </message>
    <message>
        <source>As written: %1</source>
        <translation>原文写法：%1</translation>
    </message>
    <message>
        <source>No licence text, tag or declaration was seen.</source>
        <translation>未见任何许可证文本、标记或声明。</translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) say the same or less.</source>
        <translation>
            <numerusform>另有 %n 处内容相同或更少。</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>build instruction not recorded</source>
        <translation>构建指令未记录</translation>
    </message>
    <message>
        <source>Gone at run time</source>
        <translation>运行时已不存在</translation>
    </message>
    <message>
        <source>Whoever gets the image gets this file: layers are handed over whole.</source>
        <translation>任何获得镜像的人都会获得此文件：层总是整体交付。</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>许可条款</translation>
    </message>
    <message>
        <source>No terms established</source>
        <translation>未确定许可条款</translation>
    </message>
    <message>
        <source>Established by: %1</source>
        <translation>确定依据：%1</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评估</translation>
    </message>
    <message>
        <source>Links and devices hold no content of their own.</source>
        <translation>链接和设备本身没有内容。</translation>
    </message>
    <message>
        <source>Points to %1</source>
        <translation>指向 %1</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>not named by the source</source>
        <translation>来源未注明</translation>
    </message>
    <message>
        <source>Uncompressed: %1</source>
        <translation>未压缩：%1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation>解包后 %1</translation>
    </message>
    <message>
        <source>It has not been read to its end.</source>
        <translation>未能读完。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read to the end</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>The answer &quot;%1&quot; to &quot;%2&quot;: %3, risk %4</source>
        <translation>对“%2”回答“%1”：%3，风险 %4</translation>
    </message>
    <message numerus="yes">
        <source>Taking its %n file(s) out of the layers that bring them</source>
        <translation>
            <numerusform>将其 %n 个文件从引入它们的层中移除</numerusform>
        </translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>如何改变</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>基础镜像</translation>
    </message>
    <message>
        <source>not told apart</source>
        <translation>未能区分</translation>
    </message>
    <message>
        <source>this layer belongs to the base image</source>
        <translation>此层属于基础镜像</translation>
    </message>
    <message>
        <source>this layer was added to the base image</source>
        <translation>此层是在基础镜像之上添加的</translation>
    </message>
    <message>
        <source>%1 in %2, removed in %3</source>
        <comment>version, layer, layer</comment>
        <translation>%1 在%2，于%3移除</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>version, layer</comment>
        <translation>%1 在%2</translation>
    </message>
    <message>
        <source>Also in this image: %1</source>
        <translation>此镜像中还有：%1</translation>
    </message>
    <message>
        <source>Removed in %1</source>
        <translation>在%1移除</translation>
    </message>
    <message>
        <source>Whoever gets the image gets its files: layers are handed over whole.</source>
        <translation>得到镜像的人也会得到它的文件：各层是完整交付的。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Its own texts</source>
        <translation>自带的文本</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n 个文件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Source package</source>
        <translation>源码包</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应方</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>finder, file</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>How it was found</source>
        <translation>如何发现</translation>
    </message>
    <message>
        <source>Layer of the base image</source>
        <translation>基础镜像的层</translation>
    </message>
    <message>
        <source>Layer of this build</source>
        <translation>本次构建的层</translation>
    </message>
    <message>
        <source>Soname: %1</source>
        <translation>Soname：%1</translation>
    </message>
    <message>
        <source>Asks for: %1</source>
        <translation>需要：%1</translation>
    </message>
    <message>
        <source>Build id: %1</source>
        <translation>构建标识：%1</translation>
    </message>
    <message>
        <source>Not all of its tables could be read.</source>
        <translation>它的部分表无法读取。</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>二进制文件</translation>
    </message>
    <message>
        <source>Its own words: %1</source>
        <translation>其中的原文：%1</translation>
    </message>
    <message>
        <source>Built with: %1</source>
        <translation>构建选项：%1</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内含</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>被使用</translation>
    </message>
    <message numerus="yes">
        <source>%n binary(ies)</source>
        <translation>
            <numerusform>%n 个二进制文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Its licence: %1</source>
        <translation>其许可证：%1</translation>
    </message>
</context>
</TS>
