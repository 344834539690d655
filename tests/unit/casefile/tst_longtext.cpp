// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/casestore.h"
#include "casefile/longtext.h"

#include <QTest>

#include <algorithm>

using namespace gordian;

namespace {

constexpr qsizetype kMost = 100'000;

QByteArray line(int number)
{
    return "Nov 23 12:00:00 cp1 kubelet[811]: E1123 said again, for the " + QByteArray::number(number)
        + ". time\n";
}

/// Says the same again and again, and one thing once.
QByteArray longLog(int lines)
{
    QByteArray text = "the first line\n";
    for (int i = 0; i < lines; ++i) {
        text += i == lines / 2 ? QByteArray("etcd: no space left, once\n") : line(i);
    }
    return text + "the last line\n";
}

} // namespace

class TestLongText : public QObject {
    Q_OBJECT

private slots:
    void whatIsShortIsKeptWhole();
    void whatIsLongFits();
    void whatIsNewsSurvives();
    void blocksMayEndAnywhere();
    void aTextWithoutLinesIsBoundedToo();
    void aCaseTells();
};

void TestLongText::whatIsShortIsKeptWhole()
{
    const QByteArray text = longLog(1000);
    const KeptText kept = shortened(text, kMost);
    QCOMPARE(kept.bytes, text);
    QVERIFY(!kept.shortened);
    QCOMPARE(shortened({}, kMost).bytes, QByteArray());
}

void TestLongText::whatIsLongFits()
{
    const QByteArray text = longLog(50'000);
    const KeptText kept = shortened(text, kMost);
    QVERIFY(kept.shortened);
    QVERIFY(kept.bytes.size() <= kMost + line(0).size());
    QCOMPARE(kept.bytes.left(kMost / 20), text.left(kMost / 20));
    QCOMPARE(kept.bytes.right(kMost / 3), text.right(kMost / 3));
    const QList<QByteArray> lines = kept.bytes.split('\n');
    QVERIFY(std::all_of(lines.cbegin(), lines.cend(), [&](const QByteArray &each) {
        return text.contains(each + '\n') || each.isEmpty();
    }));
}

void TestLongText::whatIsNewsSurvives()
{
    const QByteArray kept = shortened(longLog(50'000), kMost).bytes;
    QCOMPARE(kept.count("no space left, once"), 1);
    QVERIFY(kept.startsWith("the first line\n"));
    QVERIFY(kept.endsWith("the last line\n"));
}

void TestLongText::blocksMayEndAnywhere()
{
    const QByteArray text = longLog(20'000);
    LongText inBlocks(kMost);
    constexpr qsizetype odd = 4099;
    for (qsizetype at = 0; at < text.size(); at += odd) {
        inBlocks.add(QByteArrayView(text).sliced(at, std::min(odd, text.size() - at)));
    }
    const QByteArray kept = inBlocks.take().bytes;
    QVERIFY(kept.size() <= kMost + line(0).size());
    for (const QByteArray &each : kept.split('\n')) {
        QVERIFY2(text.contains(each), each.constData());
    }
    QCOMPARE(kept.count("no space left, once"), 1);
}

void TestLongText::aTextWithoutLinesIsBoundedToo()
{
    const KeptText kept = shortened(QByteArray(20 * kMost, 'x'), kMost);
    QVERIFY(kept.shortened);
    QVERIFY(kept.bytes.size() <= 2 * kMost);
}

void TestLongText::aCaseTells()
{
    const Case whole = caseFromKeptText({{longLog(10), false}}, {});
    QVERIFY(whole.runs.isEmpty());
    QVERIFY(!whole.artifacts.first().truncated);
    const Case cut = caseFromKeptText({{longLog(10), true}}, {});
    QCOMPARE(cut.runs.first().what, QString::fromLatin1(ShortenedText));
    QVERIFY(cut.artifacts.first().truncated);
}

QTEST_GUILESS_MAIN(TestLongText)
#include "tst_longtext.moc"
