// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Whatever the matcher leaves out or remembers, it finds what RE2 alone finds: every pattern tried on every
// line. Built-in signatures over the recorded logs, and random patterns over random lines.

#include "diagnose/matcher.h"
#include "support/builtinlogs.h"
#include "support/packbuilder.h"

#include <re2/re2.h>

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

constexpr qsizetype kLongestLine = 16 * 1024; // what matcher.h promises to read of a line

/// "signature line" of each hit.
QStringList listed(const KnowledgeBase &knowledge, const QVector<SignatureHits> &found)
{
    QStringList hits;
    for (const SignatureHits &each : found) {
        for (const Hit &hit : each.hits) {
            hits.append(knowledge.signatures().at(each.signature).id + QLatin1Char(' ')
                        + QString::number(hit.line));
        }
    }
    return hits;
}

QStringList plainly(const KnowledgeBase &knowledge, const QByteArray &text)
{
    RE2::Options options(RE2::Latin1);
    options.set_log_errors(false);
    QList<QByteArray> lines = text.split('\n');
    if (lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    QStringList hits;
    for (const Signature &signature : knowledge.signatures()) {
        const RE2 pattern(signature.pattern.toStdString(), options);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QByteArray &line = lines.at(i);
            if (RE2::PartialMatch(
                    re2::StringPiece(line.constData(), std::size_t(std::min(line.size(), kLongestLine))),
                    pattern)) {
                hits.append(signature.id + QLatin1Char(' ') + QString::number(i + 1));
            }
        }
    }
    return hits;
}

QStringList withAll(const KnowledgeBase &knowledge, const QByteArray &text)
{
    Artifact artifact;
    artifact.probe = unsortedText();
    artifact.state = ArtifactState::Collected;
    artifact.output = text;
    return listed(knowledge, Matcher(knowledge).match(artifact));
}

QString firstDifference(const QStringList &found, const QStringList &expected)
{
    for (qsizetype i = 0; i < std::max(found.size(), expected.size()); ++i) {
        if (found.value(i) != expected.value(i)) {
            return QStringLiteral("found \"%1\", expected \"%2\"").arg(found.value(i), expected.value(i));
        }
    }
    return {};
}

/// A few of the lines, again and with one digit changed: times go on, ports and counts change.
QByteArray withOtherDigits(const QByteArray &text, QRandomGenerator &random)
{
    constexpr int kOneIn = 3;
    QByteArray made;
    const QList<QByteArray> lines = text.split('\n');
    for (QByteArray line : lines) {
        QVector<qsizetype> digits;
        for (qsizetype at = 0; at < line.size(); ++at) {
            if (line.at(at) >= '0' && line.at(at) <= '9') {
                digits.append(at);
            }
        }
        if (!digits.isEmpty() && random.bounded(kOneIn) == 0) {
            line[digits.at(random.bounded(int(digits.size())))] = char('0' + random.bounded(10));
            made += line + '\n';
        }
    }
    return made;
}

/// All lines with an identifier, for another container: each as many characters, and some digits alone.
QByteArray withOtherIdentifiers(const QByteArray &text, QRandomGenerator &random)
{
    static const QRegularExpression identifier(QStringLiteral("(?<![0-9A-Za-z])[0-9a-f]{8,}(?![0-9A-Za-z])"));
    QByteArray made;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        QByteArray other = line;
        auto found = identifier.globalMatch(QString::fromLatin1(line));
        while (found.hasNext()) {
            const auto match = found.next();
            const int most = random.bounded(4) == 0 ? 10 : 16;
            for (qsizetype at = match.capturedStart(); at < match.capturedEnd(); ++at) {
                other[at] = "0123456789abcdef"[random.bounded(most)];
            }
        }
        made += other != line ? other + '\n' : QByteArray();
    }
    return made;
}

/// A pattern of what packs use, as short as lines of few letters can match.
QString randomPattern(QRandomGenerator &random, int depth)
{
    static const QStringList pieces{
        QStringLiteral("abc"),      QStringLiteral("aab"),      QStringLiteral("1"),
        QStringLiteral(":12"),      QStringLiteral("12"),       QStringLiteral("[1-2]"),
        QStringLiteral("[^1]"),     QStringLiteral("\\d"),      QStringLiteral("."),
        QStringLiteral("\\S"),      QStringLiteral("[a2]"),     QStringLiteral("\\b"),
        QStringLiteral("b"),        QStringLiteral("[^a ]"),    QStringLiteral("c:\\w"),
        QStringLiteral("[[]"),      QStringLiteral("\\."),      QStringLiteral("CAB"),
        QStringLiteral("[Aa]bc"),   QStringLiteral("\\D"),      QStringLiteral("bad"),
        QStringLiteral("ed "),      QStringLiteral("[0-9a-f]"), QStringLiteral("[a-z]"),
        QStringLiteral("[A-F0-9]"), QStringLiteral("[^0-9]"),   QStringLiteral("\\w-1"),
        QStringLiteral("[^A-C]"),   QStringLiteral(" dead"),    QStringLiteral("[0-9a-f]{8}"),
        QStringLiteral("\\W"),      QStringLiteral("\\(c"),
    };
    static const QStringList repeats{QString(),
                                     QString(),
                                     QString(),
                                     QStringLiteral("?"),
                                     QStringLiteral("*"),
                                     QStringLiteral("+"),
                                     QStringLiteral("{2}"),
                                     QStringLiteral("{1,2}"),
                                     QStringLiteral("{0,1}"),
                                     QStringLiteral("+?")};
    QString made;
    const int parts = 1 + random.bounded(3);
    for (int i = 0; i < parts; ++i) {
        if (depth > 0 && random.bounded(3) == 0) {
            static const QStringList opens{QStringLiteral("("), QStringLiteral("(?:"), QStringLiteral("(?i:"),
                                           QStringLiteral("(?P<x>")};
            made += opens.at(random.bounded(int(opens.size()))) + randomPattern(random, depth - 1)
                + (random.bounded(2) == 0 ? QLatin1Char('|') + randomPattern(random, 0) : QString())
                + QLatin1Char(')');
        } else {
            made += pieces.at(random.bounded(int(pieces.size())));
        }
        const bool repeatable = !made.endsWith(QLatin1String("\\b"));
        made += repeatable ? repeats.at(random.bounded(int(repeats.size()))) : QString();
    }
    return made;
}

QByteArray randomLines(QRandomGenerator &random, int count)
{
    static const QByteArray pieces[] = {"abc",
                                        "aab",
                                        "1",
                                        ":12",
                                        "2",
                                        "b",
                                        " ",
                                        "C",
                                        "c:",
                                        ".",
                                        "[",
                                        "AB",
                                        " 1bad5678 ",
                                        "(c0ffee12",
                                        ")",
                                        " 12121212 ",
                                        "1deadbee-1abc-",
                                        "aabad123"};
    QByteArray made;
    for (int i = 0; i < count; ++i) {
        for (int piece = random.bounded(8); piece > 0; --piece) {
            made += pieces[random.bounded(int(std::size(pieces)))];
        }
        made += '\n';
    }
    return made;
}

} // namespace

class TestMatching : public QObject {
    Q_OBJECT

private slots:
    void builtInSignatures();
    void randomPatterns();
};

void TestMatching::builtInSignatures()
{
    const KnowledgeBase knowledge = builtInKnowledge();
    QVERIFY(knowledge.signatures().size() > 400);
    QRandomGenerator random(1);
    QByteArray logs = recordedLogs(knowledge);
    QVERIFY(logs.size() > 500'000);
    logs += withOtherDigits(logs, random);
    const QByteArray identified = withOtherIdentifiers(logs, random);
    QVERIFY(identified.size() > 100'000);
    logs += identified;
    const QStringList expected = plainly(knowledge, logs);
    QVERIFY(expected.size() > 1000);
    const QStringList found = withAll(knowledge, logs);
    QCOMPARE(firstDifference(found, expected), QString());
    // The comparison itself sees a hit too few, and one on another line.
    QVERIFY(!firstDifference(found.mid(1), expected).isEmpty());
    QStringList moved = found;
    moved.last() += QLatin1Char('0');
    QVERIFY(!firstDifference(moved, expected).isEmpty());
}

void TestMatching::randomPatterns()
{
    constexpr int kRounds = 12;
    constexpr int kSignatures = 120;
    for (int round = 0; round < kRounds; ++round) {
        QRandomGenerator random(quint32(round) + 7);
        PackBuilder pack;
        pack.component(QStringLiteral("kubelet"), 30);
        for (int i = 0; i < kSignatures;) {
            const QString pattern =
                (random.bounded(5) == 0 ? QStringLiteral("(?i)") : QString()) + randomPattern(random, 2);
            RE2::Options quiet(RE2::Latin1);
            quiet.set_log_errors(false);
            const RE2 compiled(pattern.toStdString(), quiet);
            if (compiled.ok() && !RE2::PartialMatch("", compiled)) {
                pack.signature(QStringLiteral("s.n%1").arg(i++), QStringLiteral("kubelet"), pattern);
            }
        }
        const KnowledgeBase knowledge = pack.load();
        QByteArray text = randomLines(random, 300);
        text += withOtherDigits(text, random);
        text += withOtherDigits(text, random);
        text += withOtherIdentifiers(text, random);
        text += withOtherIdentifiers(text, random);
        QCOMPARE(firstDifference(withAll(knowledge, text), plainly(knowledge, text)), QString());
    }
}

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
