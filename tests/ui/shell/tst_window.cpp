// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The window as a person uses it: real clicks and keys, real plugins, the demo node over real SSH; and what
// it remembers from one start to the next.

#include "connect/connectpage.h"
#include "shared/messagebar.h"
#include "shell/rail.h"
#include "ui/shell/desk.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace gordian;
using namespace gordian::ui;
using gordian::test::Desk;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void shortcutsLeadToEveryPlace();
    void typedMachinesBecomeRows();
    void whatIsNotUnderstoodIsTold();
    void aPastedStoryIsReadAndReported();
    void theDemoIsWalkedToAReport();
    void aScriptForANodeOutOfReachBringsItBack();
    void theWindowComesBackAsItWas();
    void languageSwitchesWhileOpen();
    void everyControlHasAnAccessibleName_data();
    void everyControlHasAnAccessibleName();
    void aDroppedInventoryAddsMachines();
};

void TestWindow::shortcutsLeadToEveryPlace()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
    for (int place = PlaceCount - 1; place >= 0; --place) {
        QTest::keyClick(desk.window.get(), Qt::Key(Qt::Key_1 + place), Qt::ControlModifier);
        QCOMPARE(desk.window->place(), Place(place));
    }
    QTest::mouseClick(desk.find<QAbstractButton>("rail-report"), Qt::LeftButton);
    QCOMPARE(desk.window->place(), Place::Report);
}

void TestWindow::typedMachinesBecomeRows()
{
    Desk desk;
    desk.window->show();
    auto *lines = desk.find<QPlainTextEdit>("nodeLines");
    QTest::keyClicks(lines, QStringLiteral("root@127.0.0.1:2"));
    QTest::keyClick(lines, Qt::Key_Return);
    QTest::keyClicks(lines, QStringLiteral("ops@127.0.0.2"));
    QTest::mouseClick(desk.find<QPushButton>("addNodesButton"), Qt::LeftButton);
    QCOMPARE(desk.investigation->currentCase().nodes.size(), 2);
    QTRY_COMPARE(desk.find<QListView>("railNodes")->model()->rowCount(), 2);
    QVERIFY(desk.find<QPushButton>("connectNow")->isVisible());
}

void TestWindow::whatIsNotUnderstoodIsTold()
{
    Desk desk;
    desk.window->show();
    QTest::keyClicks(desk.find<QPlainTextEdit>("nodeLines"), QStringLiteral("root@cp-1:99999"));
    QTest::mouseClick(desk.find<QPushButton>("addNodesButton"), Qt::LeftButton);
    QVERIFY(desk.window->messages().isVisible());
    QVERIFY(!desk.window->messages().text().isEmpty());
    QVERIFY(desk.investigation->currentCase().nodes.isEmpty());
}

void TestWindow::aPastedStoryIsReadAndReported()
{
    Desk desk;
    desk.window->show();
    QTest::mouseClick(desk.find<QAbstractButton>("pasteCard"), Qt::LeftButton);
    auto *text = desk.find<QPlainTextEdit>("pastedText");
    QVERIFY(text->isVisible());
    text->setPlainText(QString::fromUtf8(test::story()));
    QTest::mouseClick(desk.find<QPushButton>("readPasted"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->place(), Place::Findings, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.investigation->diagnosis().findings.isEmpty(), 20000);
    desk.window->goTo(Place::Report);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QTextBrowser>("reportPreview")->toPlainText().isEmpty(), 20000);
}

void TestWindow::theDemoIsWalkedToAReport()
{
    Desk desk;
    desk.window->show();
    QVERIFY(desk.examineDemo());
    QVERIFY(desk.window->place() == Place::Collect || desk.window->place() == Place::Connect);
    QVERIFY(desk.window->windowTitle().contains(QStringLiteral("saved")));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.investigation->diagnosis().causes.isEmpty(), 20000);
    desk.window->goTo(Place::Collect);
    QTest::mouseClick(desk.find<QPushButton>("showFindings"), Qt::LeftButton);
    QCOMPARE(desk.window->place(), Place::Findings);
    desk.window->goTo(Place::Fix);
    QVERIFY(desk.find<QPushButton>("copyCommand"));
    desk.window->goTo(Place::Report);
    QTest::mouseClick(desk.find<QPushButton>("exportHtml"), Qt::LeftButton);
    auto *dialog = desk.window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = desk.folder.filePath(QStringLiteral("report.html"));
    emit dialog->fileSelected(path);
    dialog->close();
    QVERIFY(desk.find<QProgressBar>("exportBusy")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
    QTRY_VERIFY(!desk.find<QProgressBar>("exportBusy")->isVisible());
    QTRY_VERIFY(desk.window->messages().text().contains(path));
}

void TestWindow::aScriptForANodeOutOfReachBringsItBack()
{
    Desk desk;
    desk.window->show();
    QTest::mouseClick(desk.find<QAbstractButton>("scriptCard"), Qt::LeftButton);
    auto *dialog = desk.window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString script = desk.folder.filePath(QStringLiteral("collect.sh"));
    emit dialog->fileSelected(script);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->messages().text().contains(script), 20000);
    const QString printed = desk.folder.filePath(QStringLiteral("node.txt"));
    QProcess shell;
    shell.setStandardOutputFile(printed);
    shell.start(QStringLiteral("sh"), {script});
    QVERIFY(shell.waitForFinished(120000));
    desk.window->openFiles({printed});
    QTRY_VERIFY_WITH_TIMEOUT(!desk.investigation->currentCase().artifacts.isEmpty(), 20000);
    const Case &opened = desk.investigation->currentCase();
    QCOMPARE(opened.nodes.size(), 1);
    QVERIFY(opened.artifact(opened.nodes.first().node.id, QStringLiteral("host.disks"))->answered());
}

void TestWindow::theWindowComesBackAsItWas()
{
    QTemporaryDir home;
    QSize size;
    {
        Desk desk{QDir(home.path())};
        desk.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
        desk.window->resize(1111, 707);
        QAction *russian = nullptr;
        QAction *dark = nullptr;
        const auto actions = desk.window->findChildren<QAction *>();
        for (QAction *action : actions) {
            russian = action->text() == QStringLiteral("&Русский") ? action : russian;
            dark = action->text() == QStringLiteral("&Dark") ? action : dark;
        }
        QVERIFY(russian && dark);
        dark->trigger();
        russian->trigger();
        size = desk.window->size();
        desk.window->close();
    }
    Desk desk{QDir(home.path())};
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(desk.window.get()));
    // Later versions of Qt keep a restored window within the screen, and the offscreen one is small.
    const QSize screen = desk.window->screen()->availableSize();
    const QSize within = size.boundedTo(screen.expandedTo(desk.window->minimumSize()));
    QVERIFY2(desk.window->size() == size || desk.window->size() == within,
             qPrintable(QStringLiteral("%1 wide").arg(desk.window->width())));
    QCOMPARE(desk.words->code(), QStringLiteral("ru"));
    QCOMPARE(desk.theme->choice(), ThemeChoice::Dark);
    QCOMPARE(desk.find<QAbstractButton>("rail-connect")->text(), QStringLiteral("Подключение"));
}

void TestWindow::languageSwitchesWhileOpen()
{
    Desk desk;
    desk.window->show();
    auto *connectButton = desk.find<QAbstractButton>("rail-connect");
    QCOMPARE(connectButton->text(), QStringLiteral("Connect"));
    desk.words->setCode(QStringLiteral("ru"));
    QTRY_COMPARE(connectButton->text(), QStringLiteral("Подключение"));
    desk.words->setCode(QStringLiteral("en"));
    QTRY_COMPARE(connectButton->text(), QStringLiteral("Connect"));
}

void TestWindow::everyControlHasAnAccessibleName_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("an empty window") << false;
    QTest::newRow("a window with a case") << true;
}

void TestWindow::everyControlHasAnAccessibleName()
{
    QFETCH(bool, full);
    Desk desk;
    if (full) {
        desk.investigation->openText({test::story()});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.investigation->diagnosis().findings.isEmpty(), 20000);
    }
    desk.window->show();
    QStringList nameless;
    const auto widgets = desk.window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // What a combo box pops up is Qt's own, and speaks through the combo box.
        const bool internal =
            widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QComboBoxListView");
        if (internal || widget->focusPolicy() == Qt::NoFocus || widget->isHidden() || widget->focusProxy()
            || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget())
            || qobject_cast<const QComboBox *>(widget->parentWidget()) || widget->inherits("QLabel")) {
            continue;
        }
        if (widget->accessibleName().isEmpty()) {
            const QWidget *parent = widget->parentWidget();
            nameless.append(
                QStringLiteral("%1 '%2' in %3")
                    .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                         parent ? QLatin1String(parent->metaObject()->className()) : QLatin1String()));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
}

void TestWindow::aDroppedInventoryAddsMachines()
{
    Desk desk;
    QFile file(desk.folder.filePath(QStringLiteral("hosts.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "[masters]\ncp-1 ansible_host=127.0.0.1 ansible_user=root\n[workers]\nw-1 ansible_host=127.0.0.2\n");
    file.close();
    desk.window->show();
    desk.window->openFiles({file.fileName()});
    QTRY_COMPARE(desk.investigation->currentCase().nodes.size(), 2);
    QCOMPARE(desk.window->place(), Place::Connect);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
