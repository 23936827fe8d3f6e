// SPDX-FileCopyrightText: 2026 The Waybill authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/syntax.h"

#include "core/base/datafiles.h"
#include "ui/theme/palette.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QFileInfo>
#include <QTextDocument>

namespace waybill {

struct Syntax::Private {
    KSyntaxHighlighting::Repository repository;
    // Kept without a parent, and declared after the repository, so that it goes first.
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> highlighter;

    void apply(const KSyntaxHighlighting::Definition &definition)
    {
        followPalette();
        highlighter->setDefinition(definition);
    }
    void followPalette()
    {
        const auto kind
            = Theme::isDark() ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme;
        highlighter->setTheme(repository.defaultTheme(kind));
    }
};

Syntax::Syntax(QTextDocument *document) : d(std::make_unique<Private>())
{
#ifdef WAYBILL_SYNTAX_DEFINITIONS
    d->repository.addCustomSearchPath(QStringLiteral(WAYBILL_SYNTAX_DEFINITIONS));
#endif
    const QString own = dataFile(QStringLiteral("syntax/waybill-dockerfile.xml"));
    if (!own.isEmpty())
        d->repository.addCustomSearchPath(QFileInfo(QFileInfo(own).path()).path());
    d->highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document);
}

Syntax::~Syntax() = default;

void Syntax::setFile(const QString &fileName, const QByteArray &start)
{
    auto definition = d->repository.definitionForFileName(fileName);
    if (!definition.isValid() && start.startsWith("#!")) {
        const QByteArray line = start.left(start.indexOf('\n')).toLower();
        for (const auto &[word, name] : {std::pair {"python", "Python"}, std::pair {"perl", "Perl"}, std::pair {"sh", "Bash"}}) {
            if (line.contains(word)) {
                definition = d->repository.definitionForName(QString::fromLatin1(name));
                break;
            }
        }
    }
    d->apply(definition);
}

void Syntax::setInstruction()
{
    d->apply(d->repository.definitionForName(QStringLiteral("Image build instruction")));
}

void Syntax::setNone()
{
    d->apply({});
}

QString Syntax::definitionName() const
{
    return d->highlighter->definition().isValid() ? d->highlighter->definition().translatedName() : QString();
}

void Syntax::followPalette()
{
    d->followPalette();
    d->highlighter->rehighlight();
}

}  // namespace waybill
