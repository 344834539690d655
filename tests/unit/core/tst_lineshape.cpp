// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What lines have in common that a program writes again and again, and where they may still differ.

#include "core/lineshape.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gordian;

namespace {

QByteArray shapeOf(const QByteArray &line)
{
    QByteArray shape(line.size(), '?');
    foldIdentifiers(line, shape.data());
    return shape;
}

QByteArray marked(const QByteArray &shape)
{
    QByteArray made(shape.size(), '?');
    markIdentifiers(shape, '#', made.data());
    return made;
}

} // namespace

class TestLineShape : public QObject {
    Q_OBJECT

private slots:
    void folds_data();
    void folds();
    void foldsWhereverItStands();
    void whatDiffersIsMarked();
};

void TestLineShape::folds_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QByteArray>("places");
    const auto row = [](const char *name, const char *line, const char *shape, const char *places) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(shape) << QByteArray(places);
    };
    row("nothing", "", "", "");
    row("digits", "E1123 12:00:01.5 pid 811", "E0000 00:00:00.0 pid 000", "E0000 00:00:00.0 pid 000");
    row("a container", "id \"8c7f6a5d4e3b2a19\" died", "id \"0000000000000000\" died",
        "id \"################\" died");
    row("a pod", "pod 0123abcd-1a2b-3c4d-5e6f-0123456789ab is", "pod 00000000-0000-0000-0000-000000000000 is",
        "pod ########-####-####-####-############ is");
    row("a pod's parts in digits", "12345678-1234-1234-1234-12345678abcd",
        "00000000-0000-0000-0000-000000000000", "########-####-####-####-############");
    row("a long number may have been one", "inode 12345678.", "inode 00000000.", "inode ########.");
    row("a date is none", "2026-11-23T12:00:00.123456789Z", "0000-00-00T00:00:00.000000000Z",
        "0000-00-00T00:00:00.000000000Z");
    row("a part of a word is none", "veth1a2b3c4d0 0x1a2b3c4d5e", "veth0a0b0c0d0 0x0a0b0c0d0e",
        "veth0a0b0c0d0 0x0a0b0c0d0e");
    row("short ones are none", "1a2b3c4 1a2b-3c4d", "0a0b0c0 0a0b-0c0d", "0a0b0c0 0a0b-0c0d");
    row("four between dashes are one beside one alone", "x-1a2b-3c4d-y 1a2b3c4d-5e6f-y",
        "x-0a0b-0c0d-y 00000000-0000-y", "x-0a0b-0c0d-y ########-####-y");
    row("large letters are none", "1A2B3C4D5E", "0A0B0C0D0E", "0A0B0C0D0E");
    row("what is no ASCII stands beside",
        "\xc3\xa9"
        "1a2b3c4d\xff",
        "\xc3\xa9"
        "00000000\xff",
        "\xc3\xa9"
        "########\xff");
}

void TestLineShape::folds()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, shape);
    QFETCH(QByteArray, places);
    QCOMPARE(shapeOf(line), shape);
    QCOMPARE(marked(shape), places);
    QCOMPARE(mayHoldIdentifiers(shape), places.contains('#'));
}

/// Eight bytes are read at a time.
void TestLineShape::foldsWhereverItStands()
{
    for (qsizetype before = 0; before < 20; ++before) {
        for (qsizetype behind = 0; behind < 20; ++behind) {
            const QByteArray start(before, '.');
            const QByteArray rest(behind, '.');
            for (const char *each : {"abcdef1a", "a1b2c3d4e5f6", "fedcba98-fedc-abcd-abcd-abcdefabcdef"}) {
                const QByteArray line = start + each + rest;
                QCOMPARE(marked(shapeOf(line)).count('#'), QByteArray(each).replace('-', "").size());
            }
        }
    }
}

/// Lines of one shape are equal wherever the shape has no '0', and differ in digits where nothing is marked.
void TestLineShape::whatDiffersIsMarked()
{
    constexpr int kLines = 20'000;
    static constexpr char kLetters[] = "0123456789abcdef-- .gZ_";
    QRandomGenerator random(4);
    int folded = 0;
    for (int i = 0; i < kLines; ++i) {
        QByteArray line;
        for (int size = random.bounded(40); size > 0; --size) {
            line += kLetters[random.bounded(random.bounded(8) == 0 ? int(sizeof kLetters) - 1 : 16)];
        }
        const QByteArray shape = shapeOf(line);
        const QByteArray places = marked(shape);
        for (qsizetype at = 0; at < line.size(); ++at) {
            const bool isDigit = line.at(at) >= '0' && line.at(at) <= '9';
            if (places.at(at) == '#') {
                QVERIFY(isDigit || (line.at(at) >= 'a' && line.at(at) <= 'f'));
                folded += isDigit ? 0 : 1;
            } else {
                QCOMPARE(shape.at(at), isDigit ? '0' : line.at(at));
            }
        }
    }
    QVERIFY(folded > kLines);
}

QTEST_APPLESS_MAIN(TestLineShape)
#include "tst_lineshape.moc"
