// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/plaintext.h"

#include "casefile/wrappedlines.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace gordian {

namespace {

/// Numbers and line breaks are put into posts, not into files of many megabytes.
constexpr qsizetype LargestPost = qsizetype(4) * 1024 * 1024;
constexpr int FewestNumbered = 4;

using Spelling = std::pair<const char *, const char *>;

/// What editors, chats and web pages make of plain characters, and what they were.
constexpr std::array<Spelling, 9> Characters{{{"\xE2\x80\x9C", "\""},
                                              {"\xE2\x80\x9D", "\""},
                                              {"\xE2\x80\x9E", "\""},
                                              {"\xE2\x80\x98", "'"},
                                              {"\xE2\x80\x99", "'"},
                                              {"\xC2\xA0", " "},
                                              {"\xE2\x80\x8B", ""},
                                              {"\xEF\xBB\xBF", ""},
                                              {"\r\n", "\n"}}};

/// `&amp;` last: what it stands for could begin another.
constexpr std::array<Spelling, 10> Entities{{{"&gt;", ">"},
                                             {"&lt;", "<"},
                                             {"&quot;", "\""},
                                             {"&#34;", "\""},
                                             {"&#39;", "'"},
                                             {"&#x27;", "'"},
                                             {"&apos;", "'"},
                                             {"&nbsp;", " "},
                                             {"&#x2F;", "/"},
                                             {"&amp;", "&"}}};

template <std::size_t Count> void respell(QByteArray &text, const std::array<Spelling, Count> &spellings)
{
    for (const auto &[foreign, plain] : spellings) {
        text.replace(foreign, plain);
    }
}

void replaceAll(QByteArray &text, const QRegularExpression &form, const QString &by)
{
    QString changed = QString::fromUtf8(text);
    changed.replace(form, by);
    text = changed.toUtf8();
}

/// Colours and cursor movements, as a terminal gets them, as `less` shows them (`ESC[31m`, `^[[31m`) and as
/// rsyslog writes them (`#033[31m`).
void dropColours(QByteArray &text)
{
    if (text.contains('\x1b') || text.contains("^[[") || text.contains("#033[") || text.contains("ESC[")) {
        static const QRegularExpression colour(
            QStringLiteral(R"((?:\x1b|\^\[|#033|ESC)\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\n]*\x07)"));
        replaceAll(text, colour, QString());
    }
}

/// Two hyphens become one dash in editors that mean well: "unknown flag: –network-plugin".
void restoreHyphens(QByteArray &text)
{
    if (text.contains("\xE2\x80\x93") || text.contains("\xE2\x80\x94")) {
        static const QRegularExpression dash(QStringLiteral("(?<=^|[\\s\"'=(\\[])[\u2013\u2014](?=[a-z])"),
                                             QRegularExpression::MultilineOption);
        replaceAll(text, dash, QStringLiteral("--"));
    }
}

/// "> " of mail and Markdown. What curl -v sends begins so too, and is left.
QByteArray withoutQuoting(const QByteArray &line)
{
    static const QRegularExpression marks(QStringLiteral(
        R"(^ {0,3}(?:> ?)++(?!(?:CONNECT|GET|POST|PUT|PATCH|DELETE|HEAD) |[A-Z][\w-]+: \S|$))"));
    if (!line.left(8).contains('>')) {
        return line;
    }
    const auto hit = marks.match(QString::fromUtf8(line.left(80)));
    return hit.hasMatch() ? line.mid(hit.capturedLength()) : line;
}

/// A line set in bold or as code.
QByteArray withoutMarkdown(const QByteArray &line)
{
    if (line.startsWith("**") && line.size() > 4) {
        return line.endsWith("**") ? line.mid(2, line.size() - 4) : line.mid(2);
    }
    const bool code =
        line.size() > 2 && line.startsWith('`') && line.endsWith('`') && !line.startsWith("```");
    return code ? line.mid(1, line.size() - 2) : line;
}

bool isFence(const QByteArray &line)
{
    return line.startsWith("```") && line.size() < 20 && !line.contains(' ');
}

/// strftime's %b of journalctl where the language is not English.
QByteArray withEnglishMonth(const QByteArray &line)
{
    static const QRegularExpression stamp(
        QStringLiteral(R"(^\s*(\d{1,2}月|\p{L}{3,5})\.?( +\d{1,2} \d\d:\d\d:\d\d ))"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const std::array<QString, 12> months{QStringLiteral(" янв jän janv ene gen stycz 1月 "),
                                                QStringLiteral(" фев févr fev luty 2月 "),
                                                QStringLiteral(" мар mär mars märz marca 3月 "),
                                                QStringLiteral(" апр avril abr kwi 4月 "),
                                                QStringLiteral(" май мая mai mag maj 5月 "),
                                                QStringLiteral(" июн juin giu cze 6月 "),
                                                QStringLiteral(" июл juil lug lip 7月 "),
                                                QStringLiteral(" авг août ago sie 8月 "),
                                                QStringLiteral(" сен сент sept set wrz 9月 "),
                                                QStringLiteral(" окт okt ott out paź 10月 "),
                                                QStringLiteral(" ноя нояб lis 11月 "),
                                                QStringLiteral(" дек dez déc dic gru 12月 ")};
    static const char *const english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto hit = stamp.match(QString::fromUtf8(line.left(60)));
    if (!hit.hasMatch()) {
        return line;
    }
    const QString named = QLatin1Char(' ') + hit.captured(1).toLower() + QLatin1Char(' ');
    for (std::size_t month = 0; month < months.size(); ++month) {
        if (months.at(month).contains(named)) {
            return english[month] + hit.captured(2).toUtf8() + line.mid(hit.captured(0).toUtf8().size());
        }
    }
    return line;
}

QByteArray plainLine(const QByteArray &line)
{
    QByteArray plain = withEnglishMonth(withoutMarkdown(withoutQuoting(line)));
    if (plain.endsWith("\xE2\x80\xA6")) {
        plain.chop(3);
    }
    return plain;
}

/// Where the text behind a line's number begins; the number itself in \a number.
qsizetype behindNumber(const QByteArray &line, int &number)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(\d{1,5})(?:\t|\s?[|:.)]\s?| {1,3}|$))"));
    const auto hit = form.match(QString::fromLatin1(line.left(16)));
    number = hit.hasMatch() ? hit.captured(1).toInt() : -1;
    return hit.hasMatch() ? hit.capturedLength() : -1;
}

/// Lines numbered one by one lose their numbers. `ip link` and `iptables --line-numbers` number theirs too.
void dropLineNumbers(QList<QByteArray> &lines)
{
    int last = -1;
    int numbered = 0;
    for (const QByteArray &line : std::as_const(lines)) {
        int number = -1;
        if (line.trimmed().isEmpty()) {
            continue;
        }
        if (behindNumber(line, number) < 0 || (last >= 0 && number != last + 1) || line.contains(" mtu ")
            || line.contains(" inet") || line.contains("  all  ")) {
            return;
        }
        last = number;
        ++numbered;
    }
    if (numbered < FewestNumbered) {
        return;
    }
    for (QByteArray &line : lines) {
        int number = -1;
        line = line.mid(std::max<qsizetype>(0, behindNumber(line, number)));
    }
}

} // namespace

QByteArray plainText(const QByteArray &pasted)
{
    QByteArray text = pasted;
    respell(text, Characters);
    if (text.contains("&gt;") || text.contains("&lt;") || text.contains("&quot;") || text.contains("&#")) {
        respell(text, Entities);
    }
    dropColours(text);
    text.replace("#011", "\t");
    restoreHyphens(text);
    QList<QByteArray> lines = text.split('\n');
    if (pasted.size() <= LargestPost) {
        dropLineNumbers(lines);
    }
    lines.erase(std::remove_if(lines.begin(), lines.end(), isFence), lines.end());
    std::transform(lines.begin(), lines.end(), lines.begin(), plainLine);
    if (pasted.size() <= LargestPost) {
        joinWrapped(lines);
    }
    return lines.join('\n');
}

} // namespace gordian
