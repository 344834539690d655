// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The script for a node out of reach, run by a real shell, and what it prints read back: whole, cut off, and
// as mails and other systems' shells mangle it.

#include "collect/transcript.h"

#include <QProcess>
#include <QStringEncoder>
#include <QTest>

using namespace gordian;

namespace {

Probe probe(const QString &id, int wave, const QString &run)
{
    Probe made;
    made.id = id;
    made.wave = wave;
    made.run = run;
    made.seconds = 5;
    return made;
}

QVector<Probe> probes()
{
    return {probe(QStringLiteral("host.words"), 1, QStringLiteral("echo one two; echo trouble >&2; exit 3")),
            probe(QStringLiteral("host.parts"), 1,
                  QStringLiteral("section a; echo first; section b; echo second")),
            probe(QStringLiteral("host.none"), 1, QStringLiteral("na nothing-here")),
            probe(QStringLiteral("host.deep"), 2, QStringLiteral("seq 1 2000"))};
}

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ran runByHand(const QByteArray &script)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(script)});
    shell.closeWriteChannel();
    Ran ran;
    if (shell.waitForFinished(30000)) {
        ran = {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError()};
    }
    return ran;
}

const Artifact *find(const TranscribedNode &node, const QString &probe)
{
    for (const Artifact &artifact : node.artifacts) {
        if (artifact.probe == probe) {
            return &artifact;
        }
    }
    return nullptr;
}

} // namespace

class TestTranscript : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Ran ran = runByHand(transcriptScript(probes()));
        QCOMPARE(ran.code, 0);
        m_printed = ran.out;
        QVERIFY(isTranscript(m_printed));
    }
    void whatAShellPrintsIsReadBack();
    void otherHandsDoNotHurtIt_data();
    void otherHandsDoNotHurtIt();
    void whatIsMissingIsNamed();
    void textIsNoTranscript();
    void aTranscriptWithoutHelloIsRefused();

private:
    QByteArray m_printed;
};

void TestTranscript::whatAShellPrintsIsReadBack()
{
    const auto node = readTranscript(m_printed, probes());
    QVERIFY(node);
    QCOMPARE(node->artifacts.size(), 4);
    QCOMPARE(node->record.node.via, Via::Offline);
    QVERIFY(!node->record.node.name.isEmpty());
    const Artifact *words = find(*node, QStringLiteral("host.words"));
    QVERIFY(words);
    QCOMPARE(words->output, QByteArray("one two\n"));
    QCOMPARE(words->errors.trimmed(), QByteArray("trouble"));
    QCOMPARE(words->exitCode, 3);
    QCOMPARE(find(*node, QStringLiteral("host.parts"))->section(QStringLiteral("b")), QByteArray("second\n"));
    QCOMPARE(find(*node, QStringLiteral("host.none"))->state, ArtifactState::NotApplicable);
    QVERIFY(find(*node, QStringLiteral("host.deep"))->output.endsWith("\n2000\n"));
    QCOMPARE(node->runs.size(), 2);
}

void TestTranscript::otherHandsDoNotHurtIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray windowsLines = m_printed;
    windowsLines.replace("\n", "\r\n");
    QTest::newRow("line ends of Windows") << windowsLines;
    QStringEncoder wide(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray encoded = wide.encode(QString::fromUtf8(windowsLines));
    QTest::newRow("UTF-16 of PowerShell") << encoded;
    QTest::newRow("a banner before it") << QByteArray("Welcome to cp-1!\nAuthorised use only.\n") + m_printed;
    QTest::newRow("a prompt after it") << m_printed + "root@cp-1:~# exit\n";
}

void TestTranscript::otherHandsDoNotHurtIt()
{
    QFETCH(QByteArray, text);
    QVERIFY(isTranscript(text));
    const auto node = readTranscript(text, probes());
    QVERIFY(node);
    const Artifact *words = find(*node, QStringLiteral("host.words"));
    QVERIFY(words && words->state == ArtifactState::Collected);
    QCOMPARE(words->output, QByteArray("one two\n"));
    QCOMPARE(find(*node, QStringLiteral("host.deep"))->state, ArtifactState::Collected);
}

void TestTranscript::whatIsMissingIsNamed()
{
    const qsizetype wave = m_printed.indexOf("host.deep");
    const auto node = readTranscript(m_printed.left(wave), probes());
    QVERIFY(node);
    QCOMPARE(find(*node, QStringLiteral("host.words"))->state, ArtifactState::Collected);
    const Artifact *deep = find(*node, QStringLiteral("host.deep"));
    QCOMPARE(deep->state, ArtifactState::NotCollected);
    QCOMPARE(deep->note, QStringLiteral("transcript-ends"));
}

void TestTranscript::textIsNoTranscript()
{
    QVERIFY(!isTranscript("Nov 23 12:00:00 cp1 kubelet[1]: gordian-transcript 1 is not here\n"));
    QVERIFY(!isTranscript(QByteArray()));
    QCOMPARE(readTranscript("nothing", probes()).error().code, ErrorCode::NotAGordianFile);
}

void TestTranscript::aTranscriptWithoutHelloIsRefused()
{
    const QByteArray first = m_printed.left(m_printed.indexOf('\n') + 1);
    QCOMPARE(readTranscript(first, probes()).error().code, ErrorCode::Malformed);
}

QTEST_GUILESS_MAIN(TestTranscript)
#include "tst_transcript.moc"
