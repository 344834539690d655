// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/framereader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gordian;

namespace {

const QByteArray nonce = QByteArrayLiteral("0123456789abcdef0123456789abcdef");

QByteArray mark(const QByteArray &rest)
{
    return nonce + ' ' + rest + '\n';
}

QByteArray describe(const QVector<Frame> &frames)
{
    QByteArray text;
    for (const Frame &frame : frames) {
        text += QByteArray::number(static_cast<int>(frame.kind)) + '|' + QByteArray::number(frame.wave) + '|'
            + frame.probe.toLatin1() + '|' + frame.state + '|' + QByteArray::number(frame.exitCode) + '|'
            + QByteArray::number(frame.milliseconds) + '|' + frame.body.toHex() + '|'
            + (frame.torn ? "torn" : "") + '\n';
    }
    return text;
}

QByteArray stream()
{
    QByteArray binary("\0\1\2\xff\xfe\n\r\0", 8);
    return "Welcome to k8s!\nLast login: never\n" + mark("H 0") + "uid=0\nhost=x\n" + mark("E 0 hello")
        + mark("S 1 a.b ran 3 10") + "some error" + mark("E 1 a.b") + mark("D 1 a.b") + binary
        + mark("E 1 a.b") + mark("B") + mark("D 1 empty") + mark("E 1 empty") + mark("S 1 late late - 5000")
        + mark("E 1 late") + mark("W 1") + "goodbye\n";
}

} // namespace

class TestFrameReader : public QObject {
    Q_OBJECT

private slots:
    void wholeStream()
    {
        FrameReader reader(nonce);
        const QVector<Frame> frames = reader.feed(stream());
        QCOMPARE(frames.size(), 7);
        QCOMPARE(frames[0].kind, Frame::Kind::Hello);
        QCOMPARE(frames[0].body, QByteArray("uid=0\nhost=x\n"));
        QCOMPARE(frames[1].state, QByteArray("ran"));
        QCOMPARE(frames[1].exitCode, 3);
        QCOMPARE(frames[1].body, QByteArray("some error"));
        QCOMPARE(frames[2].body, QByteArray("\0\1\2\xff\xfe\n\r\0", 8));
        QCOMPARE(frames[5].exitCode, -1);
        QCOMPARE(frames[6].kind, Frame::Kind::WaveDone);
        QCOMPARE(reader.foreign(), QByteArray("Welcome to k8s!\nLast login: never\ngoodbye\n"));
    }

    void lanes()
    {
        FrameReader reader(nonce);
        const QVector<Frame> frames =
            reader.feed(mark("D 1 a") + "x" + mark("E 1 a") + mark("S 1 a ran 0 10 +") + mark("E 1 a")
                        + mark("D 1 b") + "cut" + mark("F 1 a") + "why\n" + mark("E 1 a") + mark("L 1"));
        QCOMPARE(frames.size(), 5);
        QVERIFY(frames[1].errorsFollow);
        QVERIFY(frames[2].torn);
        QCOMPARE(frames[3].kind, Frame::Kind::Errors);
        QCOMPARE(frames[3].body, QByteArray("why\n"));
        QCOMPARE(frames[4].kind, Frame::Kind::LaneDone);
    }

    void tornAnywhere()
    {
        const QByteArray expected = describe(FrameReader(nonce).feed(stream()));
        for (qsizetype cut = 0; cut <= stream().size(); ++cut) {
            FrameReader reader(nonce);
            QVector<Frame> frames = reader.feed(stream().left(cut));
            frames += reader.feed(stream().mid(cut));
            QCOMPARE(describe(frames), expected);
        }
    }

    void byteByByte()
    {
        FrameReader reader(nonce);
        QVector<Frame> frames;
        for (const char c : stream()) {
            frames += reader.feed(QByteArray(1, c));
        }
        QCOMPARE(describe(frames), describe(FrameReader(nonce).feed(stream())));
    }

    void randomCuts()
    {
        const QByteArray expected = describe(FrameReader(nonce).feed(stream()));
        QRandomGenerator random(20260316);
        for (int round = 0; round < 300; ++round) {
            FrameReader reader(nonce);
            QVector<Frame> frames;
            for (qsizetype at = 0; at < stream().size();) {
                const qsizetype length = 1 + random.bounded(40);
                frames += reader.feed(stream().mid(at, length));
                at += length;
            }
            QCOMPARE(describe(frames), expected);
        }
    }

    void hostileBytes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another nonce") << QByteArray("fedcba9876543210fedcba9876543210 E 1 a\n");
        QTest::newRow("half of the nonce") << nonce.left(31);
        QTest::newRow("halves of the nonce, many") << nonce.left(16).repeated(50);
        QTest::newRow("the nonce but for the last character") << (nonce.left(31) + "0 E 1 a\n");
        QTest::newRow("NUL and invalid UTF-8") << QByteArray("\0\0\xc3\x28\xa0\xa1\0", 7);
        QTest::newRow("the script itself") << QByteArray("echo \"$gn_n E $gn_w $gn_id\"\n");
        QTest::newRow("line ends of all kinds") << QByteArray("\r\n\n\r\v\f\n");
    }

    void hostileBytes()
    {
        QFETCH(QByteArray, body);
        FrameReader reader(nonce);
        const QVector<Frame> frames = reader.feed(mark("D 1 a") + body + mark("E 1 a") + mark("W 1"));
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames[0].body, body);
        QVERIFY(!frames[0].torn);
    }

    void randomRubbishIsForeign()
    {
        QRandomGenerator random(7);
        FrameReader reader(nonce);
        for (int i = 0; i < 1000; ++i) {
            QByteArray rubbish(random.bounded(2000), Qt::Uninitialized);
            for (char &c : rubbish) {
                c = static_cast<char>(random.bounded(256));
            }
            QVERIFY(reader.feed(rubbish).isEmpty());
            QVERIFY(reader.held() < 100);
        }
        QCOMPARE(reader.foreign().size(), 4096);
        QCOMPARE(reader.feed(mark("B")).size(), 1);
    }

    void bodyIsBounded()
    {
        FrameReader reader(nonce);
        reader.setBodyLimit(10000);
        reader.feed(mark("D 1 a"));
        const QByteArray line(1024 * 1024, 'x');
        for (int i = 0; i < 100; ++i) {
            QVERIFY(reader.feed(line).isEmpty());
            QVERIFY(reader.held() < 11000);
        }
        const QVector<Frame> frames = reader.feed(mark("E 1 a"));
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames[0].body.size(), 10000);
        QVERIFY(frames[0].torn);
    }

    void frameInsideAFrameEndsIt()
    {
        FrameReader reader(nonce);
        const QVector<Frame> frames =
            reader.feed(mark("D 1 a") + "half" + mark("D 1 b") + "whole" + mark("E 1 b"));
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames[0].body, QByteArray("half"));
        QVERIFY(frames[0].torn);
        QCOMPARE(frames[1].body, QByteArray("whole"));
        QVERIFY(!frames[1].torn);
    }

    void malformedHeads_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("unknown kind") << mark("Q 1 a");
        QTest::newRow("no kind") << (nonce + '\n');
        QTest::newRow("too few words") << mark("S 1 a ran");
        QTest::newRow("too many words") << mark("D 1 a b c");
        QTest::newRow("endless line") << (nonce + " D 1 " + QByteArray(5000, 'a') + '\n');
    }

    void malformedHeads()
    {
        QFETCH(QByteArray, head);
        FrameReader reader(nonce);
        const QVector<Frame> frames = reader.feed(head + mark("B"));
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames[0].kind, Frame::Kind::Beat);
    }
};

QTEST_GUILESS_MAIN(TestFrameReader)
#include "tst_framereader.moc"
