// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/matcher.h"
#include "knowledge/literals.h"
#include "support/packbuilder.h"

#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

PackBuilder pack()
{
    PackBuilder made;
    made.component(QStringLiteral("kubelet"), 30)
        .probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\""))
        .probe(QStringLiteral("kubelet.config"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"yaml\""))
        .signature(QStringLiteral("log.cni"), QStringLiteral("kubelet"),
                   QStringLiteral("cni plugin not initialized|cni config uninitialized"))
        .signature(QStringLiteral("log.dial"), QStringLiteral("kubelet"),
                   QStringLiteral("dial tcp (?P<addr>\\S+): connect: (?P<why>[a-z ]+)"))
        .signature(QStringLiteral("config.only"), QStringLiteral("kubelet"),
                   QStringLiteral("^cgroupDriver: "), QStringLiteral("\"in\": [\"kubelet.conf*\"]"));
    return made;
}

Artifact journal(const QByteArray &output)
{
    Artifact made;
    made.node = QStringLiteral("cp1");
    made.probe = QStringLiteral("kubelet.journal");
    made.state = ArtifactState::Collected;
    made.output = output;
    return made;
}

} // namespace

class TestMatcher : public QObject {
    Q_OBJECT

private slots:
    void findsEachOnItsLine();
    void looksOnlyWhereItShould();
    void unsortedTextMayHoldAnything();
    void aLongLineCountsByItsBeginning();
    void keepsTheLastOfTooMany();
    void capturesAreDecoded();
    void literalsOnlySpareWork_data();
    void literalsOnlySpareWork();
};

void TestMatcher::findsEachOnItsLine()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    const auto found = matcher.match(journal("nothing\ncni plugin not initialized\ndial tcp 1.2.3.4:6443: "
                                             "connect: connection refused and cni config uninitialized"));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0).signature, 0);
    QCOMPARE(found.at(0).hits.size(), 2);
    QCOMPARE(found.at(0).hits.at(0).line, 2);
    QCOMPARE(found.at(0).hits.at(1).line, 3);
    QCOMPARE(found.at(1).hits.at(0).line, 3);
}

void TestMatcher::looksOnlyWhereItShould()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    QVERIFY(matcher.match(journal("cgroupDriver: systemd\n")).isEmpty());
    Artifact config = journal("cgroupDriver: systemd\ncni plugin not initialized\n");
    config.probe = QStringLiteral("kubelet.config");
    QCOMPARE(matcher.match(config).size(), 1);
    config.probe = QStringLiteral("nobody.asks");
    QVERIFY(matcher.match(config).isEmpty());
}

void TestMatcher::unsortedTextMayHoldAnything()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    Artifact pasted = journal("cni plugin not initialized\ncgroupDriver: systemd\n");
    pasted.probe = unsortedText();
    QCOMPARE(matcher.match(pasted).size(), 2);
}

void TestMatcher::aLongLineCountsByItsBeginning()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    const QByteArray filler(20 * 1024, 'x');
    QVERIFY(matcher.match(journal(filler + "cni plugin not initialized\n")).isEmpty());
    QCOMPARE(matcher.match(journal("cni plugin not initialized" + filler + "\nx\n")).size(), 1);
}

void TestMatcher::keepsTheLastOfTooMany()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    QByteArray many;
    for (int i = 0; i < 45'000; ++i) {
        many += "cni plugin not initialized\n";
    }
    const auto found = matcher.match(journal(many));
    QVERIFY(found.first().hits.size() <= 20'000);
    QCOMPARE(found.first().hits.last().line, 45'000);
}

void TestMatcher::capturesAreDecoded()
{
    const KnowledgeBase knowledge = pack().load();
    const Matcher matcher(knowledge);
    const auto captured = matcher.captures(1, "dial tcp \xff[::1]:6443: connect: connection refused");
    QCOMPARE(captured.value(QStringLiteral("why")), QStringLiteral("connection refused"));
    QVERIFY(captured.value(QStringLiteral("addr")).endsWith(QLatin1String("[::1]:6443")));
    QVERIFY(matcher.captures(0, "cni plugin not initialized").isEmpty());
}

void TestMatcher::literalsOnlySpareWork_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("hasLiterals");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QVector<int>>("lines");
    const auto row = [](const char *name, const QString &pattern, bool hasLiterals, const QByteArray &text,
                        const QVector<int> &lines) {
        QTest::newRow(name) << pattern << hasLiterals << text << lines;
    };
    row("three bytes end the text", QStringLiteral("mtu|MTU"), true, "x\nmt\nmtu", {3});
    row("the text is no longer than the literal", QStringLiteral("oom"), true, "oom", {1});
    row("the text is shorter than any literal", QStringLiteral("oom"), true, "oo", {});
    row("capitals count where the pattern says so", QStringLiteral("Refused by"), true,
        "refused by\nRefused by\n", {2});
    row("capitals do not count where it says so", QStringLiteral("(?i)refused by"), true,
        "REFUSED BY\nReFused By\nno\n", {1, 2});
    row("each of several words will do", QStringLiteral("timed out|reset by peer"), true,
        "reset by peer\n\ntimed out and reset by peer\n", {1, 3});
    row("no literal at all", QStringLiteral("^\\d+/\\d+ "), false, "1/2 x\n\nx 1/2 x\n3/4 y", {1, 4});
    row("the literal alone is no match", QStringLiteral("code=\\d+ refused$"), true,
        "code= refused\ncode=1 refused\ncode=1 refused.\n", {2});
    row("bytes that are no text", QStringLiteral("pod.*gone"), true,
        QByteArray("pod\0gone\n\xff\xfepod\xff gone\r\n", 23), {1, 2});
    row("a match never reaches over the end of a line", QStringLiteral("refused\\s+again"), true,
        "refused\nagain\nrefused again\n", {3});
}

void TestMatcher::literalsOnlySpareWork()
{
    QFETCH(QString, pattern);
    QFETCH(bool, hasLiterals);
    QFETCH(QByteArray, text);
    QFETCH(QVector<int>, lines);
    QCOMPARE(!neededLiterals(pattern).isEmpty(), hasLiterals);
    PackBuilder with = pack();
    with.signature(QStringLiteral("log.extra"), QStringLiteral("kubelet"), pattern);
    const KnowledgeBase knowledge = with.load();
    const auto found = Matcher(knowledge).match(journal(text));
    QVector<int> hits;
    for (const SignatureHits &each : found) {
        for (const Hit &hit : each.hits) {
            hits.append(hit.line);
            const QByteArray line = text.mid(hit.offset, hit.length);
            QVERIFY(!line.contains('\n'));
            QCOMPARE(line, text.split('\n').at(hit.line - 1));
        }
    }
    QCOMPARE(hits, lines);
}

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"
