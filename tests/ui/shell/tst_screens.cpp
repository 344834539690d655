// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Takes a picture of every place, for eyes: GORDIAN_SCREENSHOTS names the folder. Without it the pictures are
// only taken, which shows at least that every place can be drawn in every look.

#include "ui/shell/desk.h"

#include <QDir>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;
using gordian::test::Desk;

class TestScreens : public QObject {
    Q_OBJECT

private slots:
    void everyPlaceInEveryLook_data();
    void everyPlaceInEveryLook();

private:
    void take(Desk &desk, const QString &name);
};

void TestScreens::everyPlaceInEveryLook_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light, English") << QStringLiteral("en") << false;
    QTest::newRow("dark, English") << QStringLiteral("en") << true;
    QTest::newRow("light, Russian") << QStringLiteral("ru") << false;
    QTest::newRow("dark, Russian") << QStringLiteral("ru") << true;
}

void TestScreens::take(Desk &desk, const QString &name)
{
    const char *const places[] = {"connect", "collect", "findings", "fix", "report"};
    for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
        desk.window->resize(size);
        for (int place = 0; place < PlaceCount; ++place) {
            desk.window->goTo(Place(place));
            QTRY_VERIFY_WITH_TIMEOUT(desk.window->isSettled(), 30000);
            const QPixmap picture = desk.window->grab();
            QCOMPARE(picture.size(), size);
            const QString folder = qEnvironmentVariable("GORDIAN_SCREENSHOTS");
            if (!folder.isEmpty()) {
                QDir().mkpath(folder);
                QVERIFY(picture.save(QStringLiteral("%1/%2-%3-%4.png")
                                         .arg(folder, name, QLatin1String(places[place]))
                                         .arg(size.width())));
            }
        }
    }
}

void TestScreens::everyPlaceInEveryLook()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    Desk desk(language, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.window->show();
    const QString look = language + (dark ? QStringLiteral("-dark") : QStringLiteral("-light"));
    take(desk, look + QStringLiteral("-empty"));
    QVERIFY(desk.examineDemo());
    take(desk, look + QStringLiteral("-demo"));
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
