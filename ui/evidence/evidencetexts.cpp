// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidencetexts.h"

#include "shared/visibletext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace gordian::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EvidenceTexts)
};

constexpr int CopiedLines = 5000;
constexpr qsizetype CopiedLineBytes = 8192;

QString whyNone(const Artifact &artifact)
{
    switch (artifact.state) {
    case ArtifactState::TimedOut:
        return Texts::tr("The command was ended at its time limit; this is what came until then.");
    case ArtifactState::CommandMissing:
        return Texts::tr("None of the programs that this command needs is installed on the node.");
    case ArtifactState::NotApplicable:
        return Texts::tr("There is nothing to ask on this node (%1).").arg(visibleText(artifact.note));
    case ArtifactState::NotPermitted:
        return Texts::tr("The account may not run this. With root's rights there would be an answer.");
    case ArtifactState::NotCollected:
        return Texts::tr("This was not collected (%1). Collect again to have it.")
            .arg(visibleText(artifact.note));
    case ArtifactState::Collected:
        break;
    }
    return {};
}

} // namespace

QVector<EvidencePart> evidenceParts(const Artifact &artifact)
{
    QVector<EvidencePart> parts{{EvidencePart::Kind::Whole, {}, 0, artifact.output.size()}};
    for (const Section &section : artifact.sections) {
        if (!section.name.isEmpty()) {
            parts << EvidencePart{EvidencePart::Kind::Section, section.name, section.offset, section.length};
        }
    }
    if (!artifact.errors.isEmpty()) {
        parts << EvidencePart{EvidencePart::Kind::Errors, {}, 0, artifact.errors.size()};
    }
    return parts;
}

int startingPart(const QVector<EvidencePart> &parts, const QString &section, const Artifact &artifact)
{
    for (int number = 0; number < parts.size(); ++number) {
        const EvidencePart &part = parts[number];
        const bool named =
            part.kind == EvidencePart::Kind::Section && part.name == section && !section.isEmpty();
        if (named || (part.kind == EvidencePart::Kind::Errors && artifact.output.isEmpty())) {
            return number;
        }
    }
    return 0;
}

QString partTitle(const EvidencePart &part, const Phrases &phrases)
{
    switch (part.kind) {
    case EvidencePart::Kind::Whole:
        return Texts::tr("Whole output (%1)").arg(phrases.bytes(part.length));
    case EvidencePart::Kind::Errors:
        return Texts::tr("Standard error (%1)").arg(phrases.bytes(part.length));
    case EvidencePart::Kind::Section:
        break;
    }
    return visibleText(part.name);
}

QString evidenceStatus(const Artifact &artifact, const Phrases &phrases)
{
    QStringList parts;
    if (artifact.answered()) {
        parts << Texts::tr("exit code %1").arg(artifact.exitCode) << phrases.duration(artifact.milliseconds);
    }
    if (artifact.collectedAt.isValid()) {
        parts << QLocale(phrases.language())
                     .toString(artifact.collectedAt.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
    }
    if (!artifact.output.isEmpty()) {
        parts << phrases.bytes(artifact.output.size());
    }
    return parts.join(QStringLiteral(" · "));
}

QString evidenceNote(const Artifact &artifact, const Phrases &phrases)
{
    QStringList notes;
    const QString reason = whyNone(artifact);
    if (!reason.isEmpty()) {
        notes << reason;
    }
    if (artifact.truncated) {
        notes << (artifact.outputBytes > artifact.output.size()
                      ? Texts::tr("The command printed %1; %2 of it were kept.")
                            .arg(phrases.bytes(artifact.outputBytes), phrases.bytes(artifact.output.size()))
                      : Texts::tr("The command printed more than was kept."));
    } else if (artifact.state == ArtifactState::Collected && artifact.output.isEmpty()) {
        notes << Texts::tr("The command printed nothing.");
    }
    return notes.join(u' ');
}

QString evidenceMarkdown(const Artifact &artifact, const QString &node, const LineIndex &index,
                         const LineRange &range)
{
    QStringList body;
    qsizetype longestFence = 2;
    static const QRegularExpression ticks(QStringLiteral("`+"));
    const int last = std::min(range.last, range.first + CopiedLines - 1);
    const int width = int(QString::number(last).size());
    for (int line = range.first; line <= last; ++line) {
        const QString text = visibleText(index.line(line, CopiedLineBytes));
        for (auto match = ticks.globalMatch(text); match.hasNext();) {
            longestFence = std::max(longestFence, match.next().capturedLength());
        }
        body << QStringLiteral("%1  %2").arg(line, width).arg(text);
    }
    const QString fence(longestFence + 1, u'`');
    QString command = visibleText(artifact.command).simplified();
    command.replace(u'`', QStringLiteral("'"));
    return Texts::tr("**%1**, `%2`, lines %3–%4:")
               .arg(visibleText(node), command, QString::number(range.first), QString::number(last))
        + QStringLiteral("\n\n%1\n%2\n%1\n").arg(fence, body.join(u'\n'));
}

} // namespace gordian::ui
