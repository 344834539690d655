// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/syntaxcolours.h"

#include "shared/colours.h"
#include "shared/healthstyle.h"

#include <QFileInfo>
#include <QHash>
#include <QTextDocument>

#if GORDIAN_HAS_HIGHLIGHTING
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#endif

namespace gordian::ui {

QString syntaxDefinition(const QString &syntax, const QString &section)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("journal"), QStringLiteral("Gordian Log")},
        {QStringLiteral("klog"), QStringLiteral("Gordian Log")},
        {QStringLiteral("log"), QStringLiteral("Gordian Log")},
        {QStringLiteral("crictl"), QStringLiteral("Gordian Table")},
        {QStringLiteral("yaml"), QStringLiteral("YAML")},
        {QStringLiteral("yml"), QStringLiteral("YAML")},
        {QStringLiteral("toml"), QStringLiteral("TOML")},
        {QStringLiteral("json"), QStringLiteral("JSON")},
        {QStringLiteral("conflist"), QStringLiteral("JSON")},
        {QStringLiteral("ini"), QStringLiteral("INI Files")},
        {QStringLiteral("service"), QStringLiteral("INI Files")},
        {QStringLiteral("conf"), QStringLiteral("INI Files")},
        {QStringLiteral("sh"), QStringLiteral("Bash")},
        {QStringLiteral("shell"), QStringLiteral("Bash")},
        {QStringLiteral("diff"), QStringLiteral("Diff")},
        {QStringLiteral("patch"), QStringLiteral("Diff")},
    };
    const QString given = names.value(syntax.toLower());
    return given.isEmpty() ? names.value(QFileInfo(section).suffix().toLower()) : given;
}

#if GORDIAN_HAS_HIGHLIGHTING

namespace {

// Levels take the window's own colours of health, so that an error looks the same wherever it is met; so do
// the lines of a diff, because the themes give an added line the colour of its headers.
QColor levelColor(const QString &format, const QPalette &palette)
{
    if (format == QLatin1String("Level Error") || format == QLatin1String("Removed line")) {
        return healthTextColor(Health::Failed, palette);
    }
    if (format == QLatin1String("Level Warning")) {
        return healthTextColor(Health::Degraded, palette);
    }
    return format == QLatin1String("Level Good") || format == QLatin1String("Added line")
        ? healthTextColor(Health::Healthy, palette)
        : QColor();
}

bool isSecondInRank(const QString &definition, const QString &format)
{
    return format == QLatin1String("Level Info")
        || (definition == QLatin1String("Diff")
            && (format == QLatin1String("File") || format == QLatin1String("Header")));
}

// Reading what there is takes longer than colouring: once for all views. GUI thread.
KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository known;
    return known;
}

class FittedHighlighter : public KSyntaxHighlighting::SyntaxHighlighter {
public:
    using SyntaxHighlighter::SyntaxHighlighter;
    QPalette palette;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0 || format.isDefaultTextStyle(theme())) {
            return;
        }
        auto known = m_formats.find(format.id());
        if (known == m_formats.end()) {
            known = m_formats.insert(format.id(), fitted(format));
        }
        setFormat(offset, length, *known);
    }

public:
    void forgetFormats() { m_formats.clear(); }

private:
    QTextCharFormat fitted(const KSyntaxHighlighting::Format &format) const
    {
        QTextCharFormat made;
        const QColor level = levelColor(format.name(), palette);
        if (isSecondInRank(definition().name(), format.name())) {
            made.setForeground(mutedText(palette));
            return made;
        }
        if (level.isValid()) {
            made.setForeground(level);
            made.setFontWeight(QFont::DemiBold);
        } else if (format.hasTextColor(theme())) {
            made.setForeground(readable(format.textColor(theme()), palette, TextContrast));
        }
        if (format.isBold(theme())) {
            made.setFontWeight(QFont::DemiBold);
        }
        made.setFontItalic(format.isItalic(theme()));
        return made;
    }

    QHash<int, QTextCharFormat> m_formats;
};

} // namespace

struct SyntaxColours::Private {
    explicit Private(QTextDocument *document) : highlighter(document) { }
    FittedHighlighter highlighter;
};

SyntaxColours::SyntaxColours(QTextDocument *document) : d(std::make_unique<Private>(document))
{
}

bool SyntaxColours::isAvailable()
{
    return true;
}

void SyntaxColours::setDefinition(const QString &name)
{
    d->highlighter.forgetFormats();
    d->highlighter.setDefinition(repository().definitionForName(name));
}

QString SyntaxColours::definition() const
{
    return d->highlighter.definition().isValid() ? d->highlighter.definition().name() : QString();
}

void SyntaxColours::setPalette(const QPalette &palette)
{
    d->highlighter.palette = palette;
    d->highlighter.forgetFormats();
    d->highlighter.setTheme(repository().defaultTheme(isDark(palette)
                                                          ? KSyntaxHighlighting::Repository::DarkTheme
                                                          : KSyntaxHighlighting::Repository::LightTheme));
    d->highlighter.rehighlight();
}

#else

struct SyntaxColours::Private { };

SyntaxColours::SyntaxColours(QTextDocument *)
{
}

bool SyntaxColours::isAvailable()
{
    return false;
}

void SyntaxColours::setDefinition(const QString &)
{
}

QString SyntaxColours::definition() const
{
    return {};
}

void SyntaxColours::setPalette(const QPalette &)
{
}

#endif

SyntaxColours::~SyntaxColours() = default;

} // namespace gordian::ui
