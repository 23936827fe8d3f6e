<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Options</name>
    <message>
        <source>Judges whether a container image may be shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image archive, OCI folder, review (.waybill) or signed PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open IMAGE, save a picture of the window as FILE, exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open IMAGE, save pictures of all pages to DIR, exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal, saas, on-premises, embedded or sdk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one image can be opened at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown theme: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown scenario: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screenshot needs an image.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill</name>
    <message>
        <source>and %n more file(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more finding(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duties:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files with established terms: %1 of %2. Policy %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: %1; with what is unknown: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown format &quot;%1&quot;; there are table and json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown scenario &quot;%1&quot;; there are internal, saas, on-prem, embedded and sdk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown level &quot;%1&quot;; there are low, medium, high and extreme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to do: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown verb &quot;%1&quot;; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cat takes an image and a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes one image or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report needs --pdf FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not recorded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, removed in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged since it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed after it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the signature cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-signed, identity not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issuer not known here, identity not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the signer&apos;s clock, not proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which image?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document holds no review of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the image given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT the image given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::AboutDialog</name>
    <message>
        <source>About Waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judges whether a container image may be shipped, and says what has to change if not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 · Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copyright 2026 The Waybill authors. Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses Qt (LGPL-3.0), Qt Charts (GPL-3.0, the reason for the licence of the whole program), KSyntaxHighlighting (MIT), libarchive (BSD-2-Clause), zlib, ISA-L and zstd, OpenSSL (Apache-2.0), qpdf (Apache-2.0), yaml-cpp (MIT), and the SPDX licence list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::Actions</name>
    <message>
        <source>&amp;Open File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image archive or a saved review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an OCI layout or a root file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export &amp;&amp; Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the review as a PDF and sign it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a Si&amp;gnature…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a signed PDF is unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record and Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdraw Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected findings are undecided again; the log keeps both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario &amp;Wizard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out which delivery applies, question by question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read &amp;Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all layers again; decisions stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel the Running Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore Default Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme as the &amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the &amp;Colours Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the Sample Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::Centre</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ChartsPanel</name>
    <message>
        <source>Class share by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class share by layer, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image to see which licence classes its layers hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include files removed by later layers (still shipped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as Table (Ctrl+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest share of the whole image: %1, %2 %. Press Ctrl+T for the table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ChoiceList</name>
    <message>
        <source>%1  %2</source>
        <comment>number and text of an answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ClassChip</name>
    <message>
        <source>Risk: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ClassLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>class code and class word</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ClassShareChart</name>
    <message>
        <source>%1 %2 %</source>
        <comment>class code and share</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ClassShareModel</name>
    <message>
        <source>Whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::CommandLine</name>
    <message>
        <source>How to print the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the result to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which platform of an image with several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which image of a source with several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers to read at once; one per processor when not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress and no warnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never use the network. Local images never do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect: the layers only, without reading their content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect: every file with layer, class and licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect: files that are gone at run time and still shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect: packages and products.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect: licences with files and bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cat: the layer to read from, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal, saas, on-prem, embedded or sdk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: all five scenarios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: fail from this risk level on: low, medium, high or extreme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to the questions of the scenario, one &quot;question: answer&quot; per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review to a .waybill file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report: where to write the PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report: sign with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report: file with the password of the key; otherwise $WAYBILL_KEY_PASSWORD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report: reason of the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report: mark every page as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify: the image that the document must be about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verify: certificates (PEM) to trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspect, list, cat, check, report or verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image archive, an OCI layout, a review (.waybill) or, for verify, a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what is inside a container image and whether it may be shipped.
Exit codes: 0 ok, 1 policy failed or signature not valid, 2 usage, 3 unreadable, 4 incomplete, 130 cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::DecisionBox</name>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record and &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why; it is printed in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record and go to the next undecided finding (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <comment>decision, author, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has decided on this finding yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::Docks</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::DropOutcome</name>
    <message>
        <source>Use as image reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open %1: only files on this computer can be dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open %1: it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the signature of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the review %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open %1: this is no container image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (one at a time: the other %n stay(s) closed)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FilePanel</name>
    <message>
        <source>Files appear as soon as the first layer is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image to see its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file matches the filter. &lt;a href=&quot;clear&quot;&gt;Clear the filter&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected file is not part of this view. &lt;a href=&quot;show&quot;&gt;Show it&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view holds no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of the image. A folder shows the shares of the licence classes in it and its worst risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Containing &amp;Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Path &amp;in Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close All &amp;Folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::FilterBar</name>
    <message>
        <source>Filter files by name or path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only what matches, inside its folders. With a slash the whole path is compared, else the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the filter is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain: these letters. Glob: * and ? in a name, ** across folders. Regex: a regular expression on the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a valid expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FindBar</name>
    <message>
        <source>Find in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continued at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continued at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::FindingsModel</name>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is at stake in the chosen scenario, and whether it is permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence class: its shape and its two-letter code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SPDX expression of the terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and version of the package or product, or the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in the final image, and files removed by a later layer that still ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers that bring the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a reviewer decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy rule that applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>risk, permission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed later</source>
        <comment>files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n file(s) are gone at run time and still ship in the layers that hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were removed by a later layer and still ship.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files are in the final image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No licence established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::FindingsPanel</name>
    <message>
        <source>&amp;Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>group by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group findings by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, or risk:&gt;=high class:SC,NC status:undecided layer:7 path:/usr/** rule:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are looked for in component, licence, rule and paths. Keys narrow it down: risk:, class:, status:, layer:, path:, pkg:, rule:, re:. A minus in front of a term excludes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only findings that hold the verdict and wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood, and therefore left out of the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open an image to see what may stand in the way of shipping it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the layers. Findings appear here as soon as the first layer is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule of the policy applies to anything that was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all %n finding(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw Decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::HeaderBar</name>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the full digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system and build date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next undecided finding (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, read from %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no digest named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (stated in the image)</source>
        <comment>operating system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another image of the same source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source holds one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more removed later, still shipped</source>
        <comment>files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 layers read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scenario: verdict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: %1; with what is unknown: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n finding(s) of this level</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::HelpPage</name>
    <message>
        <source>Why we ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way of delivery is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does anybody outside our company receive a copy of the software?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do people outside our company use it over a network?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it inside a device that we sell or rent?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the recipients build it into products of their own and pass those on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is: %1. %2</source>
        <comment>way of delivery and its description</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::HexModel</name>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASCII</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::InspectorPanel</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a finding, a file or a layer to see why it is judged as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image, then select a finding, a file or a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No licence established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy gives no reason of its own for this scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the five ways of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: the first %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this asks of us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings that rest on this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: no rule of the policy objects to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show finding %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::InstructionView</name>
    <message>
        <source>Select a layer to see its instruction.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::JobBar</name>
    <message>
        <source>Stage of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep what was read (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::JobPresenter</name>
    <message>
        <source>%1 of %2 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::LayerModel</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers from the bottom to the top, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The build instruction that made the layer, as the image&apos;s history records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the files that the layer brings, unpacked. The bar compares the layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that the layer brings, with those that a later layer removes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the licence classes by bytes, and the strictest class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst risk of the layer&apos;s files in the chosen way of delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image does not record how this layer was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image refers to this layer, but the file does not hold it. Its content is not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>strictest class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst risk %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of the image from the bottom to the top, with the instruction that made each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction of the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file tree shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This layer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file tree shows what the selected layer brings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State &amp;up to this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file tree shows the image as it is when the selected layer is the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Final image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file tree shows what a running container sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include files removed by later layers (still shipped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer can hide a file of an earlier layer, but whoever gets the image still gets its bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::LegendDialog</name>
    <message>
        <source>Nothing beyond keeping notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small, routine duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duty that needs work or a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source code or the terms themselves are at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product as a whole is at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged yet; never counted as safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk and permission are two things: a finding can be high risk and still be permitted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::LogModel</name>
    <message>
        <source>Review started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::LogPanel</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain intact: every line follows from the line before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain broken: at least one line was changed after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::MainWindow</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: who gets a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the image is delivered; the verdict depends on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not everything was read: %1 of %n layer(s) are complete. The verdict covers what was read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No undecided finding is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an image or a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and reviews (*.tar *.tar.gz *.tgz *.tar.zst *.oci *.waybill);;Signed reports (*.pdf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an OCI layout or a root file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a signed report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed reports (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews (*.waybill)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This review has decisions or answers that are not saved. Save them first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] — Waybill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::Messages</name>
    <message>
        <source>Public domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permissive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak copyleft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong copyleft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network copyleft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor, redistributable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor, internal use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extreme</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed</source>
        <comment>risk level</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permitted with duties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can ship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can ship once duties are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot ship as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image can ship: every finding is permitted and nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The image can ship once %n duty(ies) are done.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be told yet whether the image can ship: not everything was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It cannot be told yet whether the image can ship: %n finding(s) are undetermined.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The image cannot ship as it is: %n finding(s) are not permitted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Internal use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software as a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the customer&apos;s premises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded in a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of an SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <comment>scenario</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SaaS</source>
        <comment>scenario</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On-premises</source>
        <comment>scenario</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded</source>
        <comment>scenario</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDK</source>
        <comment>scenario</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced in %1, the old version still ships in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed in %1, still ships in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This review is not legal advice. Waybill applies the named policy to what it read in the image; whether the image may be shipped is decided by the person who signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a place: layer 5, file x, byte 7</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists, but access to it was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a container image nor a Waybill file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of a kind that this version cannot read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: its content breaks the rules of its own format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends too early; the rest is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not what its digest promises; the bytes were changed or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is longer or shorter than declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes beyond a safety limit, so reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refers to a part that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system could not read or write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough free space for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review file %1 could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy file %1 is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not open %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate in %1 cannot be used for signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of %1 could not be made or read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <comment>stands in for a name that is not known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and whether the drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right to use it, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an archive made by &quot;docker save&quot;, an OCI layout, or a .waybill review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image again as a docker archive or an OCI layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again from where it was made; if it fails again, its maker has to repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download the file again; the last transfer was probably interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this copy. Get it again and compare the digest with its publisher&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you trust the file, raise the limit in the settings and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or pull the image again with all of its layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the drive and the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder. Nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use this review, or save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the line named above; &quot;waybill policy check&quot; lists every fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;waybill policy check&quot; lists every fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password again; upper and lower case matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another certificate, or ask its issuer for a new one meant for signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key, or export the report again and sign the new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See &quot;waybill help&quot; for what is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has more build steps than there are layers, so some instructions may stand beside the wrong layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image does not record which instruction made which layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image does not record which instruction made %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of a layer is not the one that the image config names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of %1 is not the one that the image config names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored bytes of a layer differ from their digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored bytes of %1 differ from their digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is longer or shorter than the manifest declares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of %1 is not the one that the manifest declares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tar stream stops without its closing blocks; everything up to there was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tar stream of %1 stops without its closing blocks; everything up to there was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more bytes after the end of a tar stream; they were not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more bytes after the end of %1; they were not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is packed in another way than its media type says; the bytes decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: packed in another way than its media type says; the bytes decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer holds the same path more than once; the last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same path stands more than once in %1; the last one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry was refused because its path leads out of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of %1 was refused because its path leads out of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is not in this source and was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source does not hold %1, so it was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer could not be read to its end; the rest was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 to its end failed; the rest was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safety limit stopped the reading of a layer; the rest was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safety limit stopped the reading of %1; the rest was not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image config names another number of layers than the manifest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image config names a diff ID that is no digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diff ID of %1 in the image config is no digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the packed data of a layer stand bytes that are no packed data; they were not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the packed data of %1 stand bytes that are no packed data; they were not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of an entry is damaged; the entry was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of an entry of %1 is damaged; the entry was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of an entry is unusual; the entry was read all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head of an entry of %1 is unusual; the entry was read all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry has no readable path and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of %1 has no readable path and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry has an absolute path; it was taken as a path inside the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of %1 has an absolute path; it was taken as a path inside the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hard link was refused because it leads out of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hard link of %1 was refused because it leads out of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A removal mark names nothing and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A removal mark of %1 names nothing and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two tables of contents in this archive name different images; the docker manifest was followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Details: %2</source>
        <comment>a sentence and names or numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a note and its details</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice in the file head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPDX tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentioned only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declared by the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text inside the file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file list of a vendor agreement or product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the package that owns the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nearest licence text above the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written by the system; no terms of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no package owns it; taken for your own work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing establishes its terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only as part of your own application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only byte for byte as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in images that stay on the vendor&apos;s own hubs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with the whole Jetson SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vendor agreement speaks about this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be passed on under conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be passed on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the conditions of a right</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For internal use only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed in the agreement, so not granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (clause %2)</source>
        <comment>what an agreement says of a file, and where</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery chosen</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <comment>line of the log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in the source text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our reading; open to another view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything was read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::NoticeBar</name>
    <message>
        <source>Kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this notice with its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ReportDocument</name>
    <message>
        <source>The review as data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2; all gone at run time, still shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files, %2; and %3 files, %4, gone at run time, still shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by their risk for this way of delivery: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 risk: %n finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Reason: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a clause and the document it stands in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a licence and its class</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more; the review inside this file names them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a layer and its build instruction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instruction not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No duties come with this way of delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be done before the image goes out in this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ghosts: gone at run time, still shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer deletes or replaces a file of a layer below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later layer deletes or replaces these files. They are not in the running container, yet everyone who gets the image gets them: %1 files, %2. The largest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No package database and no known product was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, removed in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage and assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete; unread parts are not assessed and not counted as safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, made for this program and not a law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed, because nobody answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patents, trade marks, export control, data protection and security are outside this review. Contracts between the parties can allow or forbid more than the texts in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen while reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>notes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line carries the hash of the one before it; the chain is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain of hashes is broken: lines were changed or removed outside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier line(s) are in the review inside this file.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What this paper is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping review of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DRAFT, NOT SIGNED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: %1; with the unknown parts counted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shipped, %2 in files at run time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers, %2 files, %3 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files gone at run time and still shipped (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete: every layer was read to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCOMPLETE: see &quot;Coverage&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a draft without a signature. It may still change and proves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The electronic signature of this file lies over this panel. Its signer and the state of the file are told by the signature view of a PDF reader or by &quot;waybill verify&quot;, not by what is printed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five ways of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a finding is about, and its permission</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone at run time, still shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The terms of %1 of %2 files (%3) are not established; they are counted apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) wait for a decision.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the image were not read; what they hold is not assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (this review)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are findings by risk level. Bars beside a level rise with it; a dashed meter means not assessed, which is never counted as safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, because of the answers below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no questions for this way of delivery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioPage</name>
    <message>
        <source>Who will run this software?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure, help me choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three short questions lead to one of the answers above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most licences tie their conditions to who receives a copy. The same image can be fine for a service and not for a device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioTable</name>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This finding in the five ways of delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (chosen)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ScenarioWizard</name>
    <message>
        <source>Scenario wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help me choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>number and name of a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waybill::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reviewer name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember what was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waybill sends nothing. The network is used only when you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes the next time Waybill starts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the innermost thing, then clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::StepView</name>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file of step %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the layer of step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::TreeModel</name>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 %2: %n file(s), %3</source>
        <comment>code, class word, bytes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file or folder. A struck name was removed or replaced by a later layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence class of a file. For a folder: the shares of all classes in it and the strictest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPDX expression of the terms that were established for a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk in the chosen way of delivery. For a folder: the worst of the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of a file, unpacked. For a folder: the sum of the files shown in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer that removed or replaced a file. Its bytes still ship in the layer that brought it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer that brings this version of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package or product that the file belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>link and its target</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Established by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed, strictest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken row</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::VerdictPage</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers are kept; the verdict appears here once an image is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated as &quot;%1&quot; from here on, because a copy leaves the company.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) must be removed or replaced</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need a decision</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) need source code offered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): keep their notices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not known, taken cautiously</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Open assumptions (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duty(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>If you choose &quot;%1&quot; instead: %2; %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules %1 were applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the terms of %n file(s) are not known</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The image was read completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image was not read completely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>completeness, files read, files unknown</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::ViewerPanel</name>
    <message>
        <source>Select a file to see its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no syntax colours, because the file is large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not UTF-8, shown as Latin-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very long lines are folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control characters are made visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instruction not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>layer, what became of the file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>licence, kind of match, lines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>which licence of how many, what it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File content as bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load &amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path in the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruction that made the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers that hold a version of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text or bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous licence text (Shift+F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next licence text (F7)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::WelcomePage</name>
    <message>
        <source>What is in this image, and may we ship it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an image or a review here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image archives (.tar, .tar.gz, .tar.zst), OCI layout folders, root file systems, reviews (.waybill), and signed PDFs (.pdf) to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter recent images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent images and reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was open yet. The sample image below shows every licence class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When off, nothing that you open is remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, folder or &amp;image reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File, folder or image reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/path/to/image.tar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the sample image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours &amp;mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n undecided</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3
%4</source>
        <comment>title, state, date, path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there. Delete removes it from this list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waybill::Why</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed by a later layer, gone at run time and still shipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more layer(s) hold such files.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule is not part of the policy of this program. The finding was saved with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule id, rule title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule names no clause in this scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>declared licence, field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No package and no known product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No package owns these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplier: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declared licence: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declared licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence established: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence established: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This edition was found in the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No edition of the agreement was found in the image; this one is assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer edition lists the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, lines %2–%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of match, licence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the reference text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No licence text, tag or declaration was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) say the same or less.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build instruction not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone at run time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever gets the image gets this file: layers are handed over whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No terms established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Established by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links and devices hold no content of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not named by the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncompressed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been read to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read to the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
