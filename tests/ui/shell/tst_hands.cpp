// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The window in the hands of a person: the Tab key through every place, things dropped on it, F5, the graph
// by keys and wheel.

#include "casefile/casestore.h"
#include "graph/graphview.h"
#include "report/report.h"
#include "shared/messagebar.h"
#include "ui/shell/desk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QUrl>
#include <QWheelEvent>

using namespace gordian;
using namespace gordian::ui;
using gordian::test::Desk;

Q_DECLARE_METATYPE(gordian::ui::Place)

namespace {

constexpr int Patience = 60000;

QString nameOf(const QWidget *widget)
{
    return QStringLiteral("%1 '%2'").arg(QLatin1String(widget->metaObject()->className()),
                                         widget->objectName().isEmpty() ? widget->accessibleName()
                                                                        : widget->objectName());
}

/// As a hand drops it: entered first, then let go, on the widget that is there.
bool drop(QWidget *target, QMimeData *data)
{
    const QPoint at = target->rect().center();
    QDragEnterEvent entered(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &entered);
    QWidget *taker = target;
    while (taker && !(entered.isAccepted() && taker->acceptDrops())) {
        taker = taker->parentWidget();
    }
    if (!taker) {
        return false;
    }
    QDropEvent dropped(taker->mapFrom(taker->window(), target->mapTo(target->window(), at)), Qt::CopyAction,
                       data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(taker, &dropped);
    return dropped.isAccepted();
}

/// The graph on Findings once the story is judged and drawn; null: it did not come to that.
GraphView *graphOfTheStory(Desk &desk)
{
    desk.window->show();
    if (!QTest::qWaitForWindowActive(desk.window.get())) {
        return nullptr;
    }
    desk.investigation->openText({test::story()});
    desk.window->goTo(Place::Findings);
    const auto isShown = [&] {
        return !desk.investigation->diagnosis().vertices.isEmpty() && desk.window->isSettled();
    };
    return QTest::qWaitFor(isShown, Patience) ? desk.window->findChild<GraphView *>() : nullptr;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestHands : public QObject {
    Q_OBJECT

private slots:
    void tabGoesEverywhereOnce_data();
    void tabGoesEverywhereOnce();
    void f5ExaminesAgain();
    void f5WithoutMachinesLeadsToConnect();
    void theGraphFollowsKeysAndWheel();
    void theGraphIsWalkedByKeys();
    void whatIsDroppedIsTaken_data();
    void whatIsDroppedIsTaken();
    void aDroppedNoteHarmsNoCase();
    void whatOfTheSshConfigIsNotFollowedIsTold();

private:
    QVector<QWidget *> stops(const Desk &desk) const;
    QStringList walk(Desk &desk, const QVector<QWidget *> &wanted, QVector<QWidget *> *visited) const;
};

// What can be reached by Tab: visible, enabled, and asking for it. Parts of a control that speak through it
// are not counted.
QVector<QWidget *> TestHands::stops(const Desk &desk) const
{
    QVector<QWidget *> found;
    const auto widgets = desk.window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool wants = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
        if (wants && widget->isVisible() && widget->isEnabled() && !widget->isWindow()) {
            found.append(widget);
        }
    }
    return found;
}

/// Presses Tab until it is back where it began; says what is wrong on the way.
QStringList TestHands::walk(Desk &desk, const QVector<QWidget *> &wanted, QVector<QWidget *> *visited) const
{
    constexpr int MostInOne = 40; // links of a page, boxes of the graph
    QStringList wrong;
    QWidget *start = wanted.first();
    start->setFocus(Qt::TabFocusReason);
    QWidget *now = QApplication::focusWidget();
    int inside = 0;
    while (now && inside < MostInOne) {
        if (visited->isEmpty() || visited->last() != now) {
            if (visited->contains(now)) {
                if (now != visited->first()) {
                    wrong.append(QStringLiteral("twice: ") + nameOf(now));
                }
                break;
            }
            visited->append(now);
            inside = 0;
        }
        const QRect place(now->mapTo(desk.window.get(), QPoint()), now->size());
        const QRect around = place.adjusted(-3, -3, 3, 3) & desk.window->rect();
        const QImage with = desk.window->grab(around).toImage();
        QTest::keyClick(now, Qt::Key_Tab);
        QWidget *next = QApplication::focusWidget();
        // Where the walk scrolled the page, there is nothing to compare.
        const bool stayed = now->mapTo(desk.window.get(), QPoint()) == place.topLeft();
        if (next != now && stayed && desk.window->grab(around).toImage() == with) {
            wrong.append(QStringLiteral("focus is not seen: ") + nameOf(now));
        }
        ++inside;
        now = next;
    }
    if (inside >= MostInOne) {
        wrong.append(QStringLiteral("no way out of ") + nameOf(now));
    }
    return wrong;
}

void TestHands::tabGoesEverywhereOnce_data()
{
    QTest::addColumn<bool>("examined");
    QTest::newRow("nothing is named yet") << false;
    QTest::newRow("a machine was examined") << true;
}

void TestHands::tabGoesEverywhereOnce()
{
    QFETCH(bool, examined);
    Desk desk;
    desk.window->resize(1366, 768);
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    if (examined) {
        QVERIFY(desk.examineDemo());
    }
    QStringList wrong;
    for (int place = 0; place < PlaceCount; ++place) {
        desk.window->goTo(Place(place));
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->isSettled(), Patience);
        const QVector<QWidget *> wanted = stops(desk);
        QVERIFY(wanted.size() >= PlaceCount); // the rail at least
        QVector<QWidget *> visited;
        QStringList here = walk(desk, wanted, &visited);
        for (const QWidget *widget : wanted) {
            if (!visited.contains(widget) && widget->isVisible() && widget->isEnabled()) {
                here.append(QStringLiteral("not reached: ") + nameOf(widget));
            }
        }
        for (const QString &each : std::as_const(here)) {
            wrong.append(QStringLiteral("place %1, %2").arg(place + 1).arg(each));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
}

void TestHands::f5ExaminesAgain()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QVERIFY(desk.examineDemo());
    const QDateTime first = desk.investigation->currentCase().artifacts.first().collectedAt;
    desk.window->goTo(Place::Findings);
    QTest::keyClick(desk.window.get(), Qt::Key_F5);
    QCOMPARE(desk.window->place(), Place::Collect);
    QVERIFY(desk.investigation->isCollecting());
    QVERIFY(!desk.find<QWidget>("changesBar")->isVisibleTo(desk.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.investigation->isCollecting() && !desk.investigation->isDiagnosing(),
                             Patience);
    desk.window->goTo(Place::Findings);
    QTRY_VERIFY(desk.find<QWidget>("changesBar")->isVisible());
    QVERIFY(desk.investigation->changes().has_value());
    QCOMPARE(desk.investigation->changes()->stayed.size(), 1);
    QVERIFY(desk.investigation->changes()->gone.isEmpty() && desk.investigation->changes()->came.isEmpty());
    QVERIFY(desk.investigation->currentCase().artifacts.first().collectedAt > first);
    QCOMPARE(desk.investigation->currentCase().nodes.size(), 1);
    QCOMPARE(desk.investigation->diagnosis().causes.value(0).id,
             QStringLiteral("containerd-systemdcgroup-false"));
}

void TestHands::f5WithoutMachinesLeadsToConnect()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.window->goTo(Place::Report);
    QTest::keyClick(desk.window.get(), Qt::Key_F5);
    QCOMPARE(desk.window->place(), Place::Connect);
}

void TestHands::theGraphFollowsKeysAndWheel()
{
    Desk desk;
    desk.window->resize(1366, 768);
    auto *graph = graphOfTheStory(desk);
    QVERIFY(graph);
    graph->setFocus();
    QTest::keyClick(graph, Qt::Key_0);
    const qreal whole = graph->camera().scale();
    for (const GraphVertex &vertex : desk.investigation->diagnosis().vertices) {
        QVERIFY2(QRectF(graph->rect()).contains(graph->screenBox(vertex.id)), qPrintable(vertex.id));
    }
    QTest::keyClick(graph, Qt::Key_Plus);
    QVERIFY(graph->camera().scale() > whole);
    QTest::keyClick(graph, Qt::Key_Minus);
    QTest::keyClick(graph, Qt::Key_Minus);
    QVERIFY(graph->camera().scale() < whole);
    QTest::mouseClick(desk.find<QAbstractButton>("graphFit"), Qt::LeftButton);
    QCOMPARE(graph->camera().scale(), whole);
    QWheelEvent wheel(QPointF(graph->rect().center()), graph->mapToGlobal(QPointF(graph->rect().center())),
                      {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(graph, &wheel);
    QVERIFY(graph->camera().scale() > whole);
    QTest::mouseClick(desk.find<QAbstractButton>("graphZoomOut"), Qt::LeftButton);
    QTest::keyClick(graph, Qt::Key_F);
    QCOMPARE(graph->camera().scale(), whole);
}

void TestHands::theGraphIsWalkedByKeys()
{
    Desk desk;
    auto *graph = graphOfTheStory(desk);
    QVERIFY(graph);
    graph->setFocus();
    QTest::keyClick(graph, Qt::Key_Home);
    QStringList met{graph->current()};
    QVERIFY(!met.first().isEmpty());
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}) {
        for (int step = 0; step < 6; ++step) {
            QTest::keyClick(graph, key);
            met.append(graph->current());
        }
    }
    met.removeDuplicates();
    QVERIFY2(met.size() >= 5, qPrintable(met.join(QLatin1Char(' '))));
    QTest::keyClick(graph, Qt::Key_Return);
    QVERIFY(!graph->hasFocus()); // what there is to read has it now
    graph->setFocus();
    QTest::keyClick(graph, Qt::Key_Escape);
    QVERIFY(graph->current().isEmpty());
}

void TestHands::whatIsDroppedIsTaken_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("onto");
    QTest::addColumn<Place>("place");
    QTest::addColumn<int>("nodes");
    const auto row = [](const char *name, const char *file, const QByteArray &text, const char *onto,
                        Place place, int nodes) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromUtf8(text) << QByteArray(onto)
                            << place << nodes;
    };
    row("a case on the window", "case.gordian", {}, "findingsPage", Place::Findings, 1);
    row("a report on the window", "report.html", {}, "connectPage", Place::Findings, 1);
    row("a case on the field for machines", "case.gordian", {}, "nodeLines", Place::Findings, 1);
    row("an inventory on the window", "hosts.ini", {}, "connectPage", Place::Connect, 2);
    row("an inventory on the field for machines", "hosts.ini", {}, "nodeLines", Place::Connect, 2);
    row("a file of lines on the window", "machines.txt", {}, "connectPage", Place::Connect, 3);
    row("lines of machines as text", "", "root@127.0.0.1\nroot@127.0.0.2:2222\n", "connectPage",
        Place::Connect, 2);
    row("a log as a file", "kubelet.log", {}, "connectPage", Place::Findings, 1);
    row("a log as text", "", test::story(), "connectPage", Place::Findings, 1);
}

void TestHands::whatIsDroppedIsTaken()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QByteArray, onto);
    QFETCH(Place, place);
    QFETCH(int, nodes);
    Desk desk;
    const Case told = caseFromText({test::story()}, desk.plugins.knowledge().probes());
    const auto in = [&](const char *name) { return desk.folder.filePath(QLatin1String(name)); };
    QVERIFY(CaseStore::create(in("case.gordian"), told).has_value());
    const Diagnosis judged;
    QVERIFY(write(in("report.html"), renderHtml({told, judged, desk.plugins.knowledge()}, {})));
    QVERIFY(write(in("hosts.ini"),
                  "[masters]\ncp-1 ansible_host=127.0.0.1\n[workers]\nw-1 ansible_host=127.0.0.2\n"));
    QVERIFY(write(in("machines.txt"), "# ours\nroot@127.0.0.1\nroot@127.0.0.2\nops@127.0.0.3:2222\n"));
    QVERIFY(write(in("kubelet.log"), test::story()));
    desk.window->show();
    QMimeData data;
    if (file.isEmpty()) {
        data.setText(text);
    } else {
        data.setUrls({QUrl::fromLocalFile(desk.folder.filePath(file))});
        data.setText(data.urls().first().toString());
    }
    auto *target = desk.find<QWidget>(onto.constData());
    QVERIFY(target);
    auto *area = qobject_cast<QAbstractScrollArea *>(target);
    QVERIFY(drop(area ? area->viewport() : target, &data));
    QTRY_COMPARE_WITH_TIMEOUT(desk.investigation->currentCase().nodes.size(), nodes, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->place(), place, Patience);
    QVERIFY(desk.find<QPlainTextEdit>("nodeLines")->toPlainText().isEmpty());
}

// Something let go over the window by mistake.
void TestHands::aDroppedNoteHarmsNoCase()
{
    Desk desk;
    desk.window->show();
    desk.investigation->openText({test::story()});
    const QString before = desk.investigation->currentCase().id;
    QMimeData data;
    data.setText(QStringLiteral("  \n "));
    drop(desk.window.get(), &data);
    QCOMPARE(desk.investigation->currentCase().id, before);
}

void TestHands::whatOfTheSshConfigIsNotFollowedIsTold()
{
    Desk desk;
    QVERIFY(QDir(desk.folder.path()).mkdir(QStringLiteral(".ssh")));
    QVERIFY(write(desk.folder.filePath(QStringLiteral(".ssh/config")),
                  "Host cp-1\n  User root\nMatch exec \"test -f /vpn\"\n  ProxyJump bastion\n"));
    desk.window->show();
    desk.window->addLines(QStringLiteral("root@127.0.0.1:2"));
    QTRY_VERIFY(desk.window->messages().isVisible());
    const QString told = desk.window->messages().text();
    QVERIFY2(told.contains(QLatin1String("line 3: Match exec")), qPrintable(told));
}

QTEST_MAIN(TestHands)
#include "tst_hands.moc"
