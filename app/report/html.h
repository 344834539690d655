// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Markup as a type: a text can become Html only by being escaped, so that forgetting it does not compile.
// Small pieces are put together to a page. Pure; any thread.

#include <QByteArray>
#include <QString>

#include <initializer_list>

namespace gordian {

struct HtmlAttribute {
    const char *name;
    QString value; ///< escaped when written
};

class Html {
public:
    Html() = default;
    /// Any text, also from a node: made visible and escaped.
    static Html text(const QString &hostile);
    /// The same for several lines, in which line feeds stay.
    static Html lines(const QString &hostile);
    /// Markup of our own: a literal of the program, never a value.
    template <qsizetype N> static Html markup(const char (&literal)[N])
    {
        return Html(QString::fromUtf8(literal, N - 1));
    }
    /// A style sheet or a data block of ours, as it is.
    static Html verbatim(const char *name, std::initializer_list<HtmlAttribute> attributes,
                         const QByteArray &contents);

    Html &operator<<(const Html &more);
    bool isEmpty() const { return m_markup.isEmpty(); }
    QByteArray toUtf8() const { return m_markup.toUtf8(); }

    friend Html element(const char *name, std::initializer_list<HtmlAttribute> attributes,
                        const Html &contents);
    friend Html element(const char *name, std::initializer_list<HtmlAttribute> attributes);

private:
    explicit Html(QString markup) : m_markup(std::move(markup)) { }
    QString m_markup;
};

/// <name attributes>contents</name>
Html element(const char *name, std::initializer_list<HtmlAttribute> attributes, const Html &contents);
/// <name attributes/>: what has no contents (a line of a drawing, a meta)
Html element(const char *name, std::initializer_list<HtmlAttribute> attributes);

// Shorthands for what a report is made of.
Html withClass(const char *name, const char *classes, const Html &contents);
Html withClass(const char *name, const char *classes, const QString &text);

} // namespace gordian
