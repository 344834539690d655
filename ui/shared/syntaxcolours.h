// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Colours for evidence and diffs by KSyntaxHighlighting, fitted to the palette so that they keep their
// contrast in every theme. Without the library it is a highlighter that colours nothing. Owned by the viewer;
// GUI thread.

#include <QObject>
#include <QPalette>
#include <QString>

#include <memory>

class QTextDocument;

namespace gordian::ui {

/// The definition's name for a probe's syntax ("journal", "yaml", ...) or, for a part that is a file, by its
/// path.
QString syntaxDefinition(const QString &syntax, const QString &section);

class SyntaxColours {
public:
    explicit SyntaxColours(QTextDocument *document);
    ~SyntaxColours();

    static bool isAvailable();
    /// Empty, or a name that nobody defines: no colours.
    void setDefinition(const QString &name);
    QString definition() const;
    void setPalette(const QPalette &palette);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian::ui
