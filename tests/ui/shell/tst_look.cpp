// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Colours, shapes and words that the whole window relies on.

#include "shared/basestyle.h"
#include "shared/colours.h"
#include "shared/healthstyle.h"
#include "shared/labels.h"
#include "shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;

Q_DECLARE_METATYPE(gordian::Health)

namespace {

QPalette highContrast()
{
    QPalette palette(Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Text, Qt::white);
    return palette;
}

const Health AllHealths[] = {Health::Healthy, Health::Degraded, Health::Failed, Health::Blocked,
                             Health::Unknown};

QImage drawn(Health health)
{
    QImage image(32, 32, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawPath(healthShape(health, QRectF(2, 2, 28, 28)));
    return image;
}

} // namespace

/// Hears what is written.
class ListeningStyle : public BaseStyle {
public:
    void drawItemText(QPainter *painter, const QRect &place, int flags, const QPalette &palette,
                      bool isEnabled, const QString &text, QPalette::ColorRole role) const override
    {
        drawn = text;
        BaseStyle::drawItemText(painter, place, flags, palette, isEnabled, text, role);
    }
    mutable QString drawn;
};

class TestLook : public QObject {
    Q_OBJECT

private slots:
    void healthStandsOut_data();
    void healthStandsOut();
    void shapesDifferWithoutColour();
    void lettersDiffer();
    void hostileTextIsMadeVisible();
    void aCommandOfSeveralLinesFitsInOne();
    void aBoxTooNarrowForItsTextSaysSo();
    void translationsAreFinished_data();
    void translationsAreFinished();
};

void TestLook::healthStandsOut_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("on the light ground") << lightPalette();
    QTest::newRow("on the dark ground") << darkPalette();
    QTest::newRow("on a high-contrast ground") << highContrast();
    QTest::newRow("on a grey desktop's ground") << QPalette(QColor(0xef, 0xef, 0xef));
}

void TestLook::healthStandsOut()
{
    QFETCH(QPalette, palette);
    for (const Health health : AllHealths) {
        for (const auto role : {QPalette::Base, QPalette::Window}) {
            QVERIFY(contrast(healthColor(health, palette), palette.color(role)) >= ShapeContrast);
            QVERIFY(contrast(healthTextColor(health, palette), palette.color(role)) >= TextContrast);
        }
    }
    QVERIFY(contrast(mutedText(palette), palette.color(QPalette::Base)) >= TextContrast);
    QVERIFY(contrast(mutedText(palette), palette.color(QPalette::Window)) >= TextContrast);
}

void TestLook::shapesDifferWithoutColour()
{
    for (const Health one : AllHealths) {
        for (const Health other : AllHealths) {
            if (one == other) {
                continue;
            }
            const QImage a = drawn(one);
            const QImage b = drawn(other);
            int different = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x) {
                    different += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 128 ? 1 : 0;
                }
            }
            QVERIFY2(different > 60, qPrintable(QString::number(different)));
        }
    }
}

void TestLook::lettersDiffer()
{
    QStringList letters;
    for (const Health health : AllHealths) {
        letters.append(healthLetter(health));
    }
    QCOMPARE(letters.removeDuplicates(), 0);
}

void TestLook::hostileTextIsMadeVisible()
{
    const QString hostile =
        QStringLiteral("a") + QChar(0x202e) + QChar(0x1b) + QChar(0) + QStringLiteral("b\n");
    const QString shown = safeText(hostile);
    QCOMPARE(shown.count(QChar(QChar::ReplacementCharacter)), 3);
    QVERIFY(shown.endsWith(QStringLiteral("b\n")));
}

void TestLook::aCommandOfSeveralLinesFitsInOne()
{
    ElidedLabel label;
    label.setText(QStringLiteral("one\n\ttwo"));
    QCOMPARE(label.inOneLine(), QStringLiteral("one  two"));
    QCOMPARE(label.text(), QStringLiteral("one\n\ttwo"));
}

void TestLook::aBoxTooNarrowForItsTextSaysSo()
{
    ListeningStyle style;
    QComboBox box;
    box.setStyle(&style);
    const QString text = QStringLiteral("Cause 2: containerd does not use the systemd cgroup driver");
    box.addItem(text);
    box.resize(140, box.sizeHint().height());
    box.grab();
    QVERIFY(style.drawn.endsWith(u'…') && text.startsWith(style.drawn.chopped(1)));
    QVERIFY(box.fontMetrics().horizontalAdvance(style.drawn) < box.width());
    box.resize(box.sizeHint());
    box.grab();
    QCOMPARE(style.drawn, text);
}

void TestLook::translationsAreFinished_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English plural forms") << QStringLiteral("gordian_en.ts");
    QTest::newRow("Russian") << QStringLiteral("gordian_ru.ts");
}

void TestLook::translationsAreFinished()
{
    QFETCH(QString, file);
    QFile ts(QStringLiteral(GORDIAN_SOURCE_DIR "/resources/translations/") + file);
    QVERIFY(ts.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(ts.readAll());
    QVERIFY(text.contains(QLatin1String("<message")));
    QVERIFY(!text.contains(QLatin1String("unfinished")));
    QVERIFY(!text.contains(QLatin1String("vanished")));
    static const QRegularExpression empty(QStringLiteral("<translation ?/>|<translation></translation>"));
    QVERIFY(!text.contains(empty));
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
