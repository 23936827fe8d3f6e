<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>waybill::CheckText</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more finding(s)</source>
        <translation>
            <numerusform>and %n more finding</numerusform>
            <numerusform>and %n more findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would go with its %n file(s) taken out of %1 itself</source>
        <translation>
            <numerusform>would go with its %n file taken out of %1 itself</numerusform>
            <numerusform>would go with its %n files taken out of %1 itself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more source package(s)</source>
        <translation>
            <numerusform>and %n more source package</numerusform>
            <numerusform>and %n more source packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::CheckWords</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more finding(s)</source>
        <translation>
            <numerusform>and %n more finding</numerusform>
            <numerusform>and %n more findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ComparisonText</name>
    <message numerus="yes">
        <source>%n package(s) are the same.</source>
        <translation>
            <numerusform>%n package is the same.</numerusform>
            <numerusform>%n packages are the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ComponentsModel</name>
    <message numerus="yes">
        <source>%1 — %n component(s), %2</source>
        <translation>
            <numerusform>%1 — %n component, %2</numerusform>
            <numerusform>%1 — %n components, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ComponentsPanel</name>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <translation>
            <numerusform>%1 of %n shown</numerusform>
            <numerusform>%1 of %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n component(s).</source>
        <translation>
            <numerusform>The filter hides the %n component.</numerusform>
            <numerusform>The filter hides all %n components.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::DropOutcome</name>
    <message numerus="yes">
        <source>%1 (one at a time: the other %n stay(s) closed)</source>
        <translation>
            <numerusform>%1 (one at a time: the other %n stays closed)</numerusform>
            <numerusform>%1 (one at a time: the other %n stay closed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ExtractDialog</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <comment>to be written</comment>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) that this system cannot hold, changed</source>
        <translation>
            <numerusform>%n name that this system cannot hold, changed</numerusform>
            <numerusform>%n names that this system cannot hold, changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are taken in this folder, among them %1.</source>
        <translation>
            <numerusform>One name is taken in this folder: %1.</numerusform>
            <numerusform>%n names are taken in this folder, among them %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written, %1.</source>
        <translation>
            <numerusform>%n file written, %1.</numerusform>
            <numerusform>%n files written, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out:</source>
        <translation>
            <numerusform>%n left out:</numerusform>
            <numerusform>%n left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen files and folders</source>
        <translation>
            <numerusform>%n chosen file or folder</numerusform>
            <numerusform>%n chosen files and folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FilterBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) so far …</source>
        <translation>
            <numerusform>%n match so far …</numerusform>
            <numerusform>%n matches so far …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FindingsModel</name>
    <message numerus="yes">
        <source>All %n file(s) are gone at run time and still ship in the layers that hold them.</source>
        <translation>
            <numerusform>The file is gone at run time and still ships in the layer that holds it.</numerusform>
            <numerusform>All %n files are gone at run time and still ship in the layers that hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were removed by a later layer and still ship.</source>
        <translation>
            <numerusform>%n file was removed by a later layer and still ships.</numerusform>
            <numerusform>%n files were removed by a later layer and still ship.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n finding(s)</source>
        <translation>
            <numerusform>%1 · %n finding</numerusform>
            <numerusform>%1 · %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FindingsPanel</name>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <translation>
            <numerusform>%1 of %n shown</numerusform>
            <numerusform>%1 of %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n finding(s).</source>
        <translation>
            <numerusform>The filter hides the only finding.</numerusform>
            <numerusform>The filter hides all %n findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::HeaderBar</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n finding(s) of this level</source>
        <translation>
            <numerusform>Show the %n finding of this level</numerusform>
            <numerusform>Show the %n findings of this level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n finding(s)</source>
        <translation>
            <numerusform>%1: %n finding</numerusform>
            <numerusform>%1: %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::InspectText</name>
    <message numerus="yes">
        <source>and %n more; the JSON form lists them</source>
        <translation>
            <numerusform>and %n more; the JSON form lists it</numerusform>
            <numerusform>and %n more; the JSON form lists them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::JobPresenter</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LayerModel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LayerPanel</name>
    <message numerus="yes">
        <source>&amp;These %n layers only</source>
        <translation>
            <numerusform>&amp;This layer only</numerusform>
            <numerusform>&amp;These %n layers only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LedgerPanel</name>
    <message numerus="yes">
        <source>%n unexplained file(s)</source>
        <translation>
            <numerusform>%n unexplained file</numerusform>
            <numerusform>%n unexplained files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::MainWindow</name>
    <message numerus="yes">
        <source>Not everything was read: %1 of %n layer(s) are complete. The verdict covers what was read.</source>
        <translation>
            <numerusform>Not everything was read: %1 of %n layer is complete. The verdict covers what was read.</numerusform>
            <numerusform>Not everything was read: %1 of %n layers are complete. The verdict covers what was read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken from %1</source>
        <translation>
            <numerusform>%n answer taken from %1</numerusform>
            <numerusform>%n answers taken from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: %1. %n finding(s) cannot be named by a file and stay in the review.</source>
        <translation>
            <numerusform>Written: %1. %n finding cannot be named by a file and stay in the review.</numerusform>
            <numerusform>Written: %1. %n findings cannot be named by a file and stay in the review.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n decision(s) of %2 hold for this image.</source>
        <translation>
            <numerusform>%1 of %n decision of %2 hold for this image.</numerusform>
            <numerusform>%1 of %n decisions of %2 hold for this image.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::Messages</name>
    <message numerus="yes">
        <source>The image can ship once %n duty(ies) are done.</source>
        <translation>
            <numerusform>The image can ship once %n duty is done.</numerusform>
            <numerusform>The image can ship once %n duties are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It cannot be told yet whether the image can ship: %n finding(s) are undetermined.</source>
        <translation>
            <numerusform>It cannot be told yet whether the image can ship: %n finding is undetermined.</numerusform>
            <numerusform>It cannot be told yet whether the image can ship: %n findings are undetermined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image cannot ship as it is: %n finding(s) are not permitted.</source>
        <translation>
            <numerusform>The image cannot ship as it is: %n finding is not permitted.</numerusform>
            <numerusform>The image cannot ship as it is: %n findings are not permitted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) claims %n part(s): %3</source>
        <translation>
            <numerusform>%1 (%2) claims %n part: %3</numerusform>
            <numerusform>%1 (%2) claims %n parts: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>applied to %n finding(s)</source>
        <translation>
            <numerusform>applied to %n finding</numerusform>
            <numerusform>applied to %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::NoticeText</name>
    <message numerus="yes">
        <source>%n text(s) that must travel are missing:</source>
        <translation>
            <numerusform>%n text that must travel is missing:</numerusform>
            <numerusform>%n texts that must travel are missing:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added: /%1, and %n hidden text(s) put back in place</source>
        <translation>
            <numerusform>Added: /%1, and %n hidden text put back in place</numerusform>
            <numerusform>Added: /%1, and %n hidden texts put back in place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::PreviewPage</name>
    <message numerus="yes">
        <source>%n page(s), %1</source>
        <translation>
            <numerusform>%n page, %1</numerusform>
            <numerusform>%n pages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::QuestionPage</name>
    <message numerus="yes">
        <source>&quot;%1&quot; would make it: %2, risk %3, %n duty(ies)</source>
        <translation>
            <numerusform>&quot;%1&quot; would make it: %2, risk %3, %n duty</numerusform>
            <numerusform>&quot;%1&quot; would make it: %2, risk %3, %n duties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::Readiness</name>
    <message numerus="yes">
        <source>Scan complete, %n layer(s)</source>
        <translation>
            <numerusform>Scan complete, %n layer</numerusform>
            <numerusform>Scan complete, %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without an answer; the assumptions are listed in the report</source>
        <translation>
            <numerusform>%n question without an answer; the assumptions are listed in the report</numerusform>
            <numerusform>%n questions without an answer; the assumptions are listed in the report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) undecided</source>
        <translation>
            <numerusform>%n finding undecided</numerusform>
            <numerusform>%n findings undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::RemedyMessages</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n package(s) that need it</source>
        <translation>
            <numerusform>%1 and %n package that needs it</numerusform>
            <numerusform>%1 and %n packages that need it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::RemedyText</name>
    <message numerus="yes">
        <source>and %n more open question(s)</source>
        <translation>
            <numerusform>and %n more open question</numerusform>
            <numerusform>and %n more open questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ReportDocument</name>
    <message numerus="yes">
        <source>%1 risk: %n finding(s)</source>
        <translation>
            <numerusform>%1 risk: %n finding</numerusform>
            <numerusform>%1 risk: %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more layer(s)</source>
        <translation>
            <numerusform>and %n more layer</numerusform>
            <numerusform>and %n more layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are in the review inside this file.</source>
        <translation>
            <numerusform>%n earlier line is in the review inside this file.</numerusform>
            <numerusform>%n earlier lines are in the review inside this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) wait for a decision.</source>
        <translation>
            <numerusform>%n finding waits for a decision.</numerusform>
            <numerusform>%n findings wait for a decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioWizard</name>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation>
            <numerusform>about %n page</numerusform>
            <numerusform>about %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::TreeModel</name>
    <message numerus="yes">
        <source>%1 %2: %n file(s), %3</source>
        <comment>code, class word, bytes</comment>
        <translation>
            <numerusform>%1 %2: %n file, %3</numerusform>
            <numerusform>%1 %2: %n files, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <comment>of a folder, with their bytes</comment>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n that later layers removed or replaced, %1</source>
        <comment>files and their bytes</comment>
        <translation>
            <numerusform>and %n that a later layer removed or replaced, %1</numerusform>
            <numerusform>and %n that later layers removed or replaced, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::TreemapView</name>
    <message numerus="yes">
        <source>%1: %n small file(s), %2</source>
        <comment>folder, number and bytes</comment>
        <translation>
            <numerusform>%1: %n small file, %2</numerusform>
            <numerusform>%1: %n small files, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::TrustModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open hole(s), %1 dismissed; data of %2</source>
        <translation>
            <numerusform>%n open hole, %1 dismissed; data of %2</numerusform>
            <numerusform>%n open holes, %1 dismissed; data of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::TrustVerbText</name>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 reports %n open hole(s); %3 dismissed by statements; its data is of: %4</source>
        <translation>
            <numerusform>%1 %2 reports %n open hole; %3 dismissed by statements; its data is of: %4</numerusform>
            <numerusform>%1 %2 reports %n open holes; %3 dismissed by statements; its data is of: %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::VerdictPage</name>
    <message numerus="yes">
        <source>%n finding(s) must be removed or replaced</source>
        <translation>
            <numerusform>%n finding must be removed or replaced</numerusform>
            <numerusform>%n findings must be removed or replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need a decision</source>
        <translation>
            <numerusform>%n finding needs a decision</numerusform>
            <numerusform>%n findings need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need source code offered</source>
        <translation>
            <numerusform>%n finding needs source code offered</numerusform>
            <numerusform>%n findings need source code offered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): keep their notices</source>
        <translation>
            <numerusform>%n finding: keep its notices</numerusform>
            <numerusform>%n findings: keep their notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n removal</numerusform>
            <numerusform>%n removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies)</source>
        <translation>
            <numerusform>%n duty</numerusform>
            <numerusform>%n duties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were read</source>
        <translation>
            <numerusform>%n file was read</numerusform>
            <numerusform>%n files were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the terms of %n file(s) are not known</source>
        <translation>
            <numerusform>the terms of %n file are not known</numerusform>
            <numerusform>the terms of %n files are not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::VerifyText</name>
    <message numerus="yes">
        <source>revision %1 (%n byte(s)); later: %2</source>
        <translation>
            <numerusform>revision %1 (%n byte); later: %2</numerusform>
            <numerusform>revision %1 (%n bytes); later: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::WelcomePage</name>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::Why</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed by a later layer, gone at run time and still shipped</source>
        <translation>
            <numerusform>%n file removed by a later layer, gone at run time and still shipped</numerusform>
            <numerusform>%n files removed by a later layer, gone at run time and still shipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more layer(s) hold such files.</source>
        <translation>
            <numerusform>%n more layer holds such files.</numerusform>
            <numerusform>%n more layers hold such files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) say the same or less.</source>
        <translation>
            <numerusform>%n more place says the same or less.</numerusform>
            <numerusform>%n more places say the same or less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking its %n file(s) out of the layers that bring them</source>
        <translation>
            <numerusform>Taking its %n file out of the layer that brings it</numerusform>
            <numerusform>Taking its %n files out of the layers that bring them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n binary(ies)</source>
        <translation>
            <numerusform>%n binary</numerusform>
            <numerusform>%n binaries</numerusform>
        </translation>
    </message>
</context>
</TS>
