// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/wrappedlines.h"

#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

constexpr qsizetype Narrowest = 60;
constexpr qsizetype Widest = 260;
constexpr int FewestBreaks = 2;

/// One line of such a width is no accident.
bool isUsualWidth(qsizetype width)
{
    return width == 79 || width == 80 || width == 100 || width == 120 || width == 132;
}

qsizetype widthOf(const QByteArray &line)
{
    return std::count_if(line.cbegin(), line.cend(), [](char byte) { return (byte & 0xC0) != 0x80; });
}

/// Does a record of a log begin here? Its time says so.
bool beginsLog(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |[IWEF]\d{4} \d\d:\d\d|time=|\{"|\[ *\d+\.\d+\]|type=AVC ))"));
    return form.match(QString::fromUtf8(line.left(60))).hasMatch();
}

/// Or an event, a prompt, the complaint of a program?
bool beginsRecord(const QByteArray &line)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:level=|ts=|(?:INFO|WARN|ERRO|FATA|DEBU)\[\d|[\w.-]+\[\d+\]: |\w+\.go:\d+\] |(?:\S+\s+)?(?:Warning|Normal)\s+[A-Z]\w+\s|\s*\[(?:ERROR|WARNING) |\[[a-z][\w/-]*\] |[Ee]rror\b|[Ff]ailed\b|panic: |FATAL|[Uu]nable to |The connection |\S{0,40}[#$%λ❯] \S))"));
    return beginsLog(line) || form.match(QString::fromUtf8(line.left(120))).hasMatch();
}

/// Whoever breaks lines does so because the next word would not fit.
bool wasBroken(const QByteArray &line, const QByteArray &next, qsizetype width)
{
    const qsizetype space = next.indexOf(' ');
    const qsizetype word = widthOf(space < 0 ? next : next.left(space));
    return widthOf(line) + 1 + word > width;
}

/// May the line be the rest of the one above it? Lists, tables and what is indented are not; behind a cut in
/// the middle of a word only a time shows that another record begins.
bool mayContinue(const QByteArray &line, const QByteArray &above, qsizetype width)
{
    if (line.trimmed().isEmpty() || line.startsWith("  ") || line.startsWith('\t')) {
        return false;
    }
    return widthOf(above) == width ? !beginsLog(line) : !beginsRecord(line);
}

struct Breaks {
    int all = 0; ///< lines that were broken at this width
    int sharp = 0; ///< of them, those cut right at the width, in the middle of a word
    int wrong = 0; ///< lines below a record that had room on its line
};

Breaks breaksAt(const QList<QByteArray> &lines, qsizetype width)
{
    Breaks found;
    bool inRecord = false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        inRecord =
            beginsRecord(lines.at(i)) || (inRecord && mayContinue(lines.at(i), lines.at(i - 1), width));
        if (!inRecord || !mayContinue(lines.at(i + 1), lines.at(i), width)) {
            continue;
        }
        if (wasBroken(lines.at(i), lines.at(i + 1), width)) {
            ++found.all;
            found.sharp += widthOf(lines.at(i)) >= width ? 1 : 0;
        } else {
            ++found.wrong;
            inRecord = false;
        }
    }
    return found;
}

} // namespace

void joinWrapped(QList<QByteArray> &lines)
{
    qsizetype width = 0;
    for (const QByteArray &line : std::as_const(lines)) {
        width = std::max(width, widthOf(line));
    }
    if (width < Narrowest || width > Widest) {
        return;
    }
    const Breaks breaks = breaksAt(lines, width);
    const int fewest = breaks.sharp > 0 && isUsualWidth(width) ? 1 : FewestBreaks;
    if (breaks.all < fewest || breaks.wrong * 2 > breaks.all) {
        return;
    }
    const bool sharp = breaks.sharp * 2 > breaks.all;
    QList<QByteArray> joined;
    bool open = false; // the last line may go on
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        if (open && mayContinue(line, lines.at(i - 1), width) && wasBroken(lines.at(i - 1), line, width)) {
            // A space at the very end of a line is lost on the way.
            const bool spaced = !sharp || widthOf(lines.at(i - 1)) < width;
            joined.last() += (spaced && !line.startsWith(' ') ? QByteArray(" ") : QByteArray()) + line;
            continue;
        }
        open = beginsRecord(line);
        joined.append(line);
    }
    lines = joined;
}

} // namespace gordian
