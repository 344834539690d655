// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/answer.h"
#include "collect/hello.h"
#include "core/utc.h"

#include <QTest>

using namespace gordian;

namespace {

const QByteArray mark = QByteArrayLiteral("feedfacefeedfacefeedfacefeedface");

Question question(qint64 cap, Keep keep = Keep::Head)
{
    Question made;
    made.probe.id = QStringLiteral("kubelet.config");
    made.probe.keep = keep;
    made.probe.anyOf = QStringList{QStringLiteral("crictl")};
    made.mark = mark;
    made.cap = cap;
    return made;
}

Frame status(const QByteArray &state, int exitCode = 0)
{
    Frame made;
    made.kind = Frame::Kind::Status;
    made.state = state;
    made.exitCode = exitCode;
    return made;
}

Frame output(const QByteArray &body)
{
    Frame made;
    made.kind = Frame::Kind::Output;
    made.body = body;
    return made;
}

Artifact make(const Question &asked, const QByteArray &body, int exitCode = 0)
{
    return answered(QStringLiteral("n"), asked, status("ran", exitCode), output(body));
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT

private slots:
    void withoutSections()
    {
        const Artifact artifact = make(question(100), "plain\n", 3);
        QCOMPARE(artifact.state, ArtifactState::Collected);
        QCOMPARE(artifact.output, QByteArray("plain\n"));
        QCOMPARE(artifact.exitCode, 3);
        QCOMPARE(artifact.outputBytes, 6);
        QVERIFY(!artifact.truncated);
        QVERIFY(artifact.sections.isEmpty());
    }

    void withSections()
    {
        const Artifact artifact = make(
            question(1000), mark + "+/etc/a\none\nno line end" + mark + "+/etc/b c\n" + mark + "+empty\n");
        QCOMPARE(artifact.output, QByteArray("one\nno line end"));
        QCOMPARE(artifact.sections.size(), 3);
        QCOMPARE(artifact.section(QStringLiteral("/etc/a")), QByteArray("one\nno line end"));
        QCOMPARE(artifact.sections[1].name, QStringLiteral("/etc/b c"));
        QCOMPARE(artifact.sections[2].length, 0);
    }

    void whatComesBeforeTheFirstSectionIsKept()
    {
        const Artifact artifact = make(question(1000), "before\n" + mark + "+a\nafter\n");
        QCOMPARE(artifact.sections.size(), 2);
        QCOMPARE(artifact.section(QString()), QByteArray("before\n"));
        QCOMPARE(artifact.section(QStringLiteral("a")), QByteArray("after\n"));
    }

    void notApplicable()
    {
        const Artifact artifact = make(question(1000), mark + "!no-such-unit\n");
        QCOMPARE(artifact.state, ArtifactState::NotApplicable);
        QCOMPARE(artifact.note, QStringLiteral("no-such-unit"));
        QVERIFY(artifact.output.isEmpty());
    }

    void cutOfTheHead()
    {
        const Artifact artifact = make(question(10), "0123456789x", 141);
        QCOMPARE(artifact.output, QByteArray("0123456789"));
        QVERIFY(artifact.truncated);
        QCOMPARE(artifact.outputBytes, -1);
        QCOMPARE(artifact.exitCode, 0);
    }

    void cutOfTheTail()
    {
        const Artifact artifact = make(question(10, Keep::Tail), "x0123456789");
        QCOMPARE(artifact.output, QByteArray("0123456789"));
        QVERIFY(artifact.truncated);
    }

    void exactlyTheCapIsWhole() { QVERIFY(!make(question(10), "0123456789").truncated); }

    void marksTornByTheCapAreNoOutput()
    {
        const QByteArray whole = mark + "+first\naaaa" + mark + "+second\nbbbb\n";
        for (qint64 cap = 1; cap < whole.size(); ++cap) {
            const Artifact head = make(question(cap), whole.left(cap + 1));
            const Artifact tail = make(question(cap, Keep::Tail), whole.right(cap + 1));
            // Less than four characters of a mark cannot be told from output.
            QVERIFY2(!head.output.contains("feed") && !head.output.contains("first"),
                     head.output.constData());
            QVERIFY2(!tail.output.contains("face"), tail.output.constData());
        }
    }

    void states_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<ArtifactState>("state");
        QTest::addColumn<QString>("note");
        QTest::newRow("ran") << QByteArray("ran") << ArtifactState::Collected << QString();
        QTest::newRow("over its time") << QByteArray("late") << ArtifactState::TimedOut << QString();
        QTest::newRow("no program") << QByteArray("missing") << ArtifactState::CommandMissing
                                    << QStringLiteral("crictl");
        QTest::newRow("no rights") << QByteArray("denied") << ArtifactState::NotPermitted
                                   << QStringLiteral("needs-root");
        QTest::newRow("a word of tomorrow")
            << QByteArray("asleep") << ArtifactState::NotCollected << QStringLiteral("not-understood");
    }

    void states()
    {
        QFETCH(QByteArray, word);
        const Artifact artifact = answered(QStringLiteral("n"), question(10), status(word, -1), output("x"));
        QTEST(artifact.state, "state");
        QTEST(artifact.note, "note");
    }

    void hello_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("uid");
        QTest::addColumn<Privilege>("privilege");
        QTest::newRow("root") << QByteArray("uid=0\nuser=root\nsudoer=\n") << 0 << Privilege::Root;
        QTest::newRow("sudo") << QByteArray("uid=0\nuser=root\nsudoer=lab\n") << 0 << Privilege::Sudo;
        QTest::newRow("a plain account") << QByteArray("uid=1000\nuser=guest\n") << 1000 << Privilege::None;
        QTest::newRow("rubbish") << QByteArray("uid=root\n\0\n=\n") << -1 << Privilege::None;
    }

    void hello()
    {
        QFETCH(QByteArray, body);
        const Hello read = readHello(body);
        QTEST(read.uid, "uid");
        QTEST(privilegeOf(read, false), "privilege");
    }

    void clock_data()
    {
        QTest::addColumn<QByteArray>("clock");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("atMost");
        // The laptop asks at second 1000 and hears at 1000.3; the round trip is 100 ms.
        QTest::newRow("same time") << QByteArray("1000.250000000") << qint64(0) << 51;
        QTest::newRow("an hour ahead") << QByteArray("4600.250000000") << qint64(3600000) << 51;
        QTest::newRow("behind") << QByteArray("990.250000000") << qint64(-10000) << 51;
        QTest::newRow("whole seconds only") << QByteArray("1000") << qint64(250) << 550;
        QTest::newRow("a date that knows no %N") << QByteArray("1000.%N") << qint64(250) << 550;
    }

    void clock()
    {
        QFETCH(QByteArray, clock);
        const QDateTime asked = QDateTime::fromMSecsSinceEpoch(1000000, Utc);
        const ClockReading reading =
            readClock(readHello("clock=" + clock + '\n'), asked, asked.addMSecs(300), 100);
        QVERIFY(reading.offsetMs.has_value());
        QTEST(*reading.offsetMs, "offset");
        QTEST(reading.uncertaintyMs, "atMost");
    }

    void noClock()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(!readClock(readHello("clock=\n"), now, now, 10).offsetMs.has_value());
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
