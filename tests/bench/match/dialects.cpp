// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "dialects.h"

#include "diagnose/patterntokens.h"

#include <QRegularExpression>

namespace gordian::bench {

namespace {

QString withoutNames(QString pattern)
{
    static const QRegularExpression name(QStringLiteral(R"(\(\?P<\w+>)"));
    return pattern.replace(name, QStringLiteral("(?:"));
}

/// "[...]" as POSIX writes it, where a backslash is a byte like others; empty if that is not so easy.
QByteArray bracket(const QByteArray &text)
{
    QByteArray inner = text.mid(1, text.size() - 2);
    QByteArray made;
    for (qsizetype at = 0; at < inner.size(); ++at) {
        const char escaped = inner.at(at) == '\\' && at + 1 < inner.size() ? inner.at(++at) : '\0';
        if (escaped == '\0') {
            made += inner.at(at);
        } else if (escaped == 'd' || escaped == 's' || escaped == 'w') {
            made += escaped == 'd' ? "0-9" : escaped == 's' ? "[:space:]" : "[:alnum:]_";
        } else if (escaped != 'n' && QByteArray("]-^[SDW").contains(escaped)) {
            return {};
        } else if (escaped != 'n') {
            made += escaped;
        }
    }
    return made == "^" ? QByteArray(".") : '[' + made + ']';
}

/// One byte or class; empty if grep -E cannot say it.
QByteArray extendedByte(const QByteArray &text, bool anyCase)
{
    const char last = text.back();
    const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
    if (text.front() == '[') {
        return anyCase ? QByteArray() : bracket(text);
    }
    if (text == "\\d" || text == "\\D") {
        return last == 'd' ? "[0-9]" : "[^0-9]";
    }
    if (text == "." || (text.size() == 2 && letter)) {
        return text;
    }
    if (letter && anyCase) {
        return QByteArray("[") + char(last & ~0x20) + char(last | 0x20) + ']';
    }
    return QByteArray(".[]{}()*+?^$|\\").contains(last) ? QByteArray("\\") + last : QByteArray(1, last);
}

} // namespace

QByteArray asRust(const QString &pattern)
{
    QByteArray made;
    const QByteArray given = withoutNames(pattern).toUtf8();
    const auto tokens = patternTokens(given);
    if (!tokens) {
        return given;
    }
    for (const PatternToken &token : *tokens) {
        QByteArray text = QByteArray::fromStdString(token.text);
        const bool plain =
            text.size() == 2 && text.at(0) == '\\' && QByteArray("\"'/ :=<>,!@%;_`").contains(text.at(1));
        if (plain) {
            text = text.mid(1);
        } else if (text == "{" || text == "}") {
            text.prepend('\\');
        } else if (text.startsWith('[')) {
            for (const char escaped : QByteArray("\"'/ :=<>,!@%;")) {
                text.replace(QByteArray("\\") + escaped, QByteArray(1, escaped));
            }
            QByteArray inner = text.mid(1, text.size() - 2);
            inner.replace("\\[", "[").replace("[", "\\[").replace("&&", "\\&&").replace("~~", "\\~~");
            text = '[' + inner + ']';
        }
        made += text;
    }
    return made;
}

QByteArray asExtended(const QString &pattern)
{
    QByteArray made;
    const QByteArray given = withoutNames(pattern).toUtf8();
    const auto tokens = patternTokens(given);
    const bool anyCase = given.startsWith("(?i)");
    if (!tokens || given.indexOf("(?i", 1) > 0 || given.contains("\\z") || given.contains("\\A")) {
        return {};
    }
    for (const PatternToken &token : *tokens) {
        QByteArray text = QByteArray::fromStdString(token.text);
        if (token.kind == PatternToken::Bytes) {
            const QByteArray byte = extendedByte(text, anyCase);
            if (byte.isEmpty()) {
                return {};
            }
            made += byte;
        } else if (token.kind == PatternToken::Open) {
            made += '(';
        } else if (token.kind == PatternToken::Maybe || token.kind == PatternToken::Again) {
            made += text.size() > 1 && text.endsWith('?') ? text.chopped(1) : text;
        } else if (text != "(?i)") {
            made += text;
        }
    }
    return made;
}

} // namespace gordian::bench
