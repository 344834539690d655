// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/answer.h"

#include <algorithm>

namespace gordian {

namespace {

constexpr int brokenPipe = 141; // 128 + SIGPIPE
constexpr qsizetype errorCap = 4096;

// A cut may go through a mark; what is left of it at either end is no output.
QByteArray withoutTornMarks(QByteArray body, const QByteArray &mark, bool cutBefore, bool cutAfter)
{
    if (cutBefore) {
        for (qsizetype length = mark.size() - 1; length >= 4; --length) {
            if (body.startsWith(mark.right(length)) && QByteArray("+!").contains(body.mid(length, 1))) {
                body.remove(0, body.indexOf('\n') + 1);
                break;
            }
        }
    }
    if (cutAfter) {
        const qsizetype last = body.lastIndexOf(mark);
        if (last >= 0 && body.indexOf('\n', last) < 0) {
            body.truncate(last);
        }
        for (qsizetype length = mark.size() - 1; length >= 4; --length) {
            if (body.endsWith(mark.left(length))) {
                body.chop(length);
                break;
            }
        }
    }
    return body;
}

ArtifactState stateOf(const QByteArray &word)
{
    if (word == "ran") {
        return ArtifactState::Collected;
    }
    if (word == "late") {
        return ArtifactState::TimedOut;
    }
    if (word == "missing") {
        return ArtifactState::CommandMissing;
    }
    return word == "denied" ? ArtifactState::NotPermitted : ArtifactState::NotCollected;
}

QString noteOf(ArtifactState state, const Probe &probe)
{
    switch (state) {
    case ArtifactState::CommandMissing:
        return probe.anyOf.join(QLatin1Char(' '));
    case ArtifactState::NotPermitted:
        return QStringLiteral("needs-root");
    case ArtifactState::NotCollected:
        return QStringLiteral("not-understood");
    default:
        return {};
    }
}

} // namespace

Parts takeApart(const QByteArray &raw, const QByteArray &mark, bool cutBefore, bool cutAfter)
{
    const QByteArray body = withoutTornMarks(raw, mark, cutBefore, cutAfter);
    Parts parts;
    qsizetype at = 0;
    const auto closeSection = [&parts] {
        if (!parts.sections.isEmpty()) {
            parts.sections.last().length = parts.output.size() - parts.sections.last().offset;
        }
    };
    for (;;) {
        const qsizetype next = body.indexOf(mark, at);
        parts.output += next < 0 ? body.mid(at) : body.mid(at, next - at);
        if (next < 0) {
            break;
        }
        const qsizetype end = body.indexOf('\n', next);
        const QByteArray line = body.mid(next + mark.size(), end < 0 ? -1 : end - next - mark.size());
        at = end < 0 ? body.size() : end + 1;
        if (line.startsWith('+')) {
            closeSection();
            parts.sections.append({QString::fromUtf8(line.mid(1)), parts.output.size(), 0});
        } else if (line.startsWith('!')) {
            parts.notApplicable = true;
            parts.note = QString::fromUtf8(line.mid(1));
        }
    }
    closeSection();
    // What stands before the first name belongs to a part without one.
    if (!parts.sections.isEmpty() && parts.sections.first().offset > 0) {
        parts.sections.prepend({QString(), 0, parts.sections.first().offset});
    }
    return parts;
}

Artifact answered(const QString &node, const Question &question, const Frame &status, const Frame &output)
{
    Artifact made;
    made.node = node;
    made.probe = question.probe.id;
    made.command = question.probe.run;
    made.state = stateOf(status.state);
    made.note = noteOf(made.state, question.probe);
    made.exitCode = status.exitCode;
    made.milliseconds = status.milliseconds;
    made.collectedAt = QDateTime::currentDateTimeUtc();
    made.errors = status.body.left(errorCap);
    while (made.errors.endsWith('\n')) {
        made.errors.chop(1);
    }

    const bool head = question.probe.keep == Keep::Head;
    const bool over = output.body.size() > question.cap;
    made.truncated = over || output.torn;
    const QByteArray kept = !over ? output.body
        : head                    ? output.body.left(question.cap)
                                  : output.body.right(question.cap);
    Parts parts = takeApart(kept, question.mark, made.truncated && !head, made.truncated && head);
    made.output = parts.output;
    made.sections = parts.sections;
    made.outputBytes = made.truncated ? -1 : made.output.size();
    if (parts.notApplicable && made.state == ArtifactState::Collected) {
        made.state = ArtifactState::NotApplicable;
        made.note = parts.note;
    }
    // Its reader left at the cap: that end is ours, not the command's.
    if (made.truncated && head && made.exitCode == brokenPipe) {
        made.exitCode = 0;
    }
    return made;
}

Artifact notCollected(const QString &node, const Probe &probe, const QString &note)
{
    Artifact made;
    made.node = node;
    made.probe = probe.id;
    made.command = probe.run;
    made.state = ArtifactState::NotCollected;
    made.note = note;
    made.exitCode = -1;
    made.collectedAt = QDateTime::currentDateTimeUtc();
    return made;
}

} // namespace gordian
