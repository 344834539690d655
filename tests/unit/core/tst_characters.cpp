// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/characters.h"

#include <QtTest>

using namespace gordian;

class TestCharacters : public QObject {
    Q_OBJECT

private slots:
    void kinds_data()
    {
        using Kind = CharacterKind;
        QTest::addColumn<uint>("first");
        QTest::addColumn<uint>("last");
        QTest::addColumn<CharacterKind>("kind");
        QTest::newRow("C0 with tab and line feed is control") << 0x00u << 0x1fu << Kind::Control;
        QTest::newRow("ASCII is seen") << 0x20u << 0x7eu << Kind::Seen;
        QTest::newRow("DEL and C1 are control") << 0x7fu << 0x9fu << Kind::Control;
        QTest::newRow("Latin 1 before the soft hyphen is seen") << 0xa0u << 0xacu << Kind::Seen;
        QTest::newRow("the soft hyphen is not") << 0xadu << 0xadu << Kind::Invisible;
        QTest::newRow("Cyrillic is seen") << 0x400u << 0x45fu << Kind::Seen;
        QTest::newRow("the Arabic letter mark is not") << 0x61cu << 0x61cu << Kind::Invisible;
        QTest::newRow("Hangul fillers are not") << 0x115fu << 0x1160u << Kind::Invisible;
        QTest::newRow("wide spaces are room") << 0x2000u << 0x200au << Kind::Seen;
        QTest::newRow("zero width and marks are invisible") << 0x200bu << 0x200fu << Kind::Invisible;
        QTest::newRow("dashes and quotes are seen") << 0x2010u << 0x2027u << Kind::Seen;
        QTest::newRow("separators and overrides are invisible") << 0x2028u << 0x202eu << Kind::Invisible;
        QTest::newRow("joiners and isolates are invisible") << 0x2060u << 0x206fu << Kind::Invisible;
        QTest::newRow("Han is seen") << 0x4e00u << 0x9fffu << Kind::Seen;
        QTest::newRow("surrogates alone are broken") << 0xd800u << 0xdfffu << Kind::Broken;
        QTest::newRow("private use is seen") << 0xe000u << 0xe0ffu << Kind::Seen;
        QTest::newRow("non-characters are broken") << 0xfdd0u << 0xfdefu << Kind::Broken;
        QTest::newRow("selectors of a look are left alone") << 0xfe00u << 0xfe0fu << Kind::Seen;
        QTest::newRow("the byte order mark is invisible") << 0xfeffu << 0xfeffu << Kind::Invisible;
        QTest::newRow("annotations are invisible") << 0xfff9u << 0xfffbu << Kind::Invisible;
        QTest::newRow("the replacement character is seen") << 0xfffdu << 0xfffdu << Kind::Seen;
        QTest::newRow("a plane's last two are broken") << 0xfffeu << 0xffffu << Kind::Broken;
        QTest::newRow("emoji are seen") << 0x1f300u << 0x1faffu << Kind::Seen;
        QTest::newRow("so are the last two of plane 1 broken") << 0x1fffeu << 0x1ffffu << Kind::Broken;
        QTest::newRow("tags are an invisible alphabet") << 0xe0000u << 0xe007fu << Kind::Invisible;
        QTest::newRow("beyond Unicode is broken") << 0x110000u << 0x110001u << Kind::Broken;
    }

    void kinds()
    {
        QFETCH(uint, first);
        QFETCH(uint, last);
        QFETCH(CharacterKind, kind);
        for (uint code = first; code <= last; ++code) {
            QVERIFY2(kindOf(code) == kind, QByteArray::number(code, 16));
        }
    }

    void pictures()
    {
        QCOMPARE(pictureOf(0x00), u'␀');
        QCOMPARE(pictureOf(0x1b), u'␛');
        QCOMPARE(pictureOf(0x7f), u'␡');
        QCOMPARE(pictureOf(0x85), u'\0');
    }

    void codePoints()
    {
        const QString text = QStringLiteral("a🙂") + QChar(0xd83d) + QStringLiteral("б") + QChar(0xde42);
        QVector<char32_t> found;
        for (qsizetype at = 0; at < text.size();) {
            found.append(takeCodePoint(text, at));
        }
        QCOMPARE(found, (QVector<char32_t>{U'a', U'🙂', 0xd83d, U'б', 0xde42}));
    }
};

QTEST_APPLESS_MAIN(TestCharacters)
#include "tst_characters.moc"
