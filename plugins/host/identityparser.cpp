// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "host/identityparser.h"

#include "sdk/lines.h"

#include <QHash>
#include <QRegularExpression>

namespace gordian {
namespace {

constexpr qsizetype kLongestLine = 300; // an identity stands in a short line
constexpr qsizetype kMostIdentities = 1000;

struct Claim {
    QString identity;
    QString bearer; ///< whose it is, as far as the text says: the same machine may be told of twice
};

/// Whose output the lines are: "Name: w1" of `kubectl describe node`, "root@w1:~# cat ..." of a terminal.
struct Speaker {
    QString node;
    QString host;

    void hear(const QString &text)
    {
        static const QRegularExpression name(QStringLiteral("^Name: +(\\S+)$"));
        static const QRegularExpression prompt(QStringLiteral(
            "^\\[?[\\w.-]+@([\\w.-]+)[: ][^$#]*[$#] |^([\\w.-]+)[$#] (?:sudo |cat |hostname)"));
        if (const auto match = name.match(text); match.hasMatch()) {
            node = match.captured(1);
        } else if (const auto typed = prompt.match(text); typed.hasMatch()) {
            host = typed.captured(1) + typed.captured(2);
        }
    }
};

/// A line that is nothing but an identity, names one as such, or is Weave's word of its own peer name.
Claim claimIn(const QString &text, const Speaker &speaker)
{
    static const QRegularExpression form(
        QStringLiteral(
            "(?:^|((?:machine[-_ ]?id|product_uuid|system ?uuid)\\b)[^0-9a-f]{0,12})"
            "([0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[\"',]*\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression peer(QStringLiteral("Our name is ([0-9a-f:]{17})\\(([^)]+)\\)"));
    if (const auto match = peer.match(text); match.hasMatch()) {
        return {match.captured(1), match.captured(2)};
    }
    const auto match = form.match(text);
    return {match.captured(2).toLower().remove(u'-'),
            match.captured(1).isEmpty() ? speaker.host : speaker.node};
}

} // namespace

QStringList IdentityParser::probes() const
{
    return {QStringLiteral("pasted.text")};
}

void IdentityParser::parse(const Artifact &artifact, FactSink &sink) const
{
    QHash<QString, QString> bearers; // by identity
    Speaker speaker;
    const QVector<ArtifactLine> lines = linesOf(artifact);
    for (const ArtifactLine &line : lines) {
        if (line.text.size() > kLongestLine || bearers.size() > kMostIdentities) {
            continue;
        }
        const QString text = QString::fromUtf8(line.text);
        speaker.hear(text);
        const Claim claim = claimIn(text, speaker);
        if (claim.identity.isEmpty() || claim.bearer.isEmpty()) {
            continue;
        }
        const auto known = bearers.constFind(claim.identity);
        if (known != bearers.cend() && *known != claim.bearer) {
            sink.add(factAt(sourceAt(artifact, line, line), QStringLiteral("host.identity-shared"),
                            claim.identity));
            return;
        }
        bearers.insert(claim.identity, claim.bearer);
    }
}

} // namespace gordian
