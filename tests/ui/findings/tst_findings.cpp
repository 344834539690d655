// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidenceeditor.h"
#include "evidence/evidenceview.h"
#include "findings/changesbar.h"
#include "findings/cyclecard.h"
#include "findings/findingspanel.h"
#include "findings/inspector.h"
#include "findings/timelinepanel.h"
#include "findings/timelineview.h"
#include "findings/verdictbanner.h"
#include "graph/graphpanel.h"
#include "graph/graphview.h"
#include "shared/language.h"
#include "shared/theme.h"
#include "ui/findings/sample.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace gordian;
using namespace gordian::ui;

class TestFindings : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Phrases> m_english = std::make_shared<const Phrases>(QStringLiteral("en"));

    std::unique_ptr<FindingsView> shownView(const FindingsContent &content, QSize size = {1900, 1300})
    {
        auto view = std::make_unique<FindingsView>();
        view->resize(size);
        view->setContent(content, m_english);
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowExposed(view.get())
            || !QTest::qWaitFor([&] { return !view->graph()->view()->isPlacing(); }, 20'000)) {
            return nullptr;
        }
        return view;
    }

    static void clickLink(FindingsView &view, const QString &link)
    {
        emit view.inspector()->text()->anchorClicked(QUrl(link));
    }

private slots:
    void init() { qApp->setStyle(QStringLiteral("Fusion")); }

    void theVerdictIsWhatTheEyeMeetsFirst()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        QCOMPARE(view->findChild<QLabel *>(QStringLiteral("verdictHeadline"))->text(),
                 QStringLiteral("containerd on cp-1 uses the cgroupfs driver, but its kubelet uses systemd"));
        QVERIFY(view->banner()->accessibleName().contains(QStringLiteral("cgroupfs")));
        QSignalSpy fix(view.get(), &FindingsView::fixRequested);
        QTest::mouseClick(view->findChild<QPushButton *>(QStringLiteral("verdictFix")), Qt::LeftButton);
        QCOMPARE(fix.size(), 1);
        QCOMPARE(fix.first().first().toString(), QStringLiteral("containerd-systemdcgroup-false"));
        QCOMPARE(fix.first().last().toString(), QStringLiteral("cp-1"));
    }

    void whyShowsTheProofAndOpensIt()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        QTest::mouseClick(view->findChild<QPushButton *>(QStringLiteral("verdictWhy")), Qt::LeftButton);
        QCOMPARE(view->inspector()->subject().kind, InspectorSubject::Kind::Cause);
        QVERIFY(view->inspector()->text()->toPlainText().contains(QStringLiteral("SystemdCgroup = false")));
        QCOMPARE(view->graph()->view()->current(), QStringLiteral("cp-1/runtime"));
        clickLink(*view, QStringLiteral("evidence:0"));
        QVERIFY(view->isEvidenceOpen());
        QCOMPARE(view->evidence()->editor()->lineText(14),
                 QStringLiteral("            SystemdCgroup = false"));
        QCOMPARE(view->evidence()->editor()->chosenLines(), (LineRange{14, 14}));
        QTest::keyClick(view->evidence()->editor(), Qt::Key_Escape);
        QVERIFY(!view->isEvidenceOpen());
    }

    void aComponentShowsItsChecks()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        GraphView *graph = view->graph()->view();
        QTest::mouseClick(graph, Qt::LeftButton, {},
                          graph->screenBox(QStringLiteral("cp-1/apiserver")).center().toPoint());
        const QString text = view->inspector()->text()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("blocked by containerd")));
        QVERIFY(text.contains(QStringLiteral("connection refused on 192.168.124.8:6443")));
        QVERIFY(text.contains(QStringLiteral("only seems to be needed")));
        clickLink(*view, QStringLiteral("vertex:cp-1/runtime"));
        QCOMPARE(graph->current(), QStringLiteral("cp-1/runtime"));
    }

    void theKnotIsExplainedInACardOfItsOwn()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        auto *card = view->findChild<CycleCard *>(QStringLiteral("cycleCard"));
        QVERIFY(card->isVisible());
        QVERIFY(card->text().contains(QStringLiteral("needs no CNI")));
        QTest::mouseClick(card->findChild<QToolButton *>(QStringLiteral("cycleShow")), Qt::LeftButton);
        QCOMPARE(view->graph()->view()->current(), QStringLiteral("cp-1/apiserver"));
        view->setContent(test::healthyContent(), m_english);
        QVERIFY(!card->isVisible());
    }

    void everyKnotHasItsPage()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        auto *card = view->findChild<CycleCard *>(QStringLiteral("cycleCard"));
        QVERIFY(!view->findChild<QToolButton *>(QStringLiteral("cycleAfter"))->isVisible());
        FindingsContent two = test::storyContent();
        CycleExplanation other = two.diagnosis.cycles.first();
        other.id = QStringLiteral("dns-api");
        other.title = test::text("DNS waits for the API", "DNS ждёт API");
        two.diagnosis.cycles.prepend(other);
        view->setContent(two, m_english);
        QVERIFY(card->text().contains(QStringLiteral("needs no CNI"))); // the one that was read stays in view
        QVERIFY(!card->text().contains(QStringLiteral("DNS waits")));
        QTest::mouseClick(view->findChild<QToolButton *>(QStringLiteral("cycleAfter")), Qt::LeftButton);
        QVERIFY(card->text().contains(QStringLiteral("DNS waits for the API")));
        QTest::mouseClick(view->findChild<QToolButton *>(QStringLiteral("cycleBefore")), Qt::LeftButton);
        QVERIFY(!card->text().contains(QStringLiteral("DNS waits")));
    }

    void whatChangedIsSaidUntilItIsRead()
    {
        FindingsContent content = test::storyContent();
        const auto view = shownView(content);
        QVERIFY(view);
        QVERIFY(!view->changes()->isVisible());
        Changes changes;
        changes.since = QDateTime::currentDateTimeUtc();
        content.changes = changes;
        view->setContent(content, m_english);
        QVERIFY(view->changes()->isVisible());
        QVERIFY(view->changes()->text().startsWith(QStringLiteral("Nothing has changed")));
        changes.gone = {{QStringLiteral("a"), {}, test::text("the disk is full", "диск полон")}};
        changes.untold = {{QStringLiteral("b"), {}, test::text("the clock is wrong", "часы неверны")}};
        changes.health = {{QStringLiteral("cp-1/runtime"),
                           QStringLiteral("cp-1"),
                           QStringLiteral("runtime"),
                           {},
                           Health::Failed,
                           Health::Healthy}};
        content.changes = changes;
        view->setContent(content, m_english);
        const QString told = view->changes()->text();
        QVERIFY2(told.contains(QStringLiteral("Gone: the disk is full")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("Cannot be told this time: the clock is wrong")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("failed → healthy")), qPrintable(told));
        QTest::mouseClick(view->findChild<QToolButton *>(QStringLiteral("closeChanges")), Qt::LeftButton);
        QVERIFY(!view->changes()->isVisible());
        view->setContent(content, m_english);
        QVERIFY(!view->changes()->isVisible());
        changes.since = changes.since.addSecs(1);
        content.changes = changes;
        view->setContent(content, m_english); // another examination
        QVERIFY(view->changes()->isVisible());
    }

    void nextAndPreviousWalkTheFindings()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        view->nextFinding();
        QVERIFY(view->findings()->isVisible());
        const QString first = view->inspector()->subject().id;
        QVERIFY(!first.isEmpty());
        view->nextFinding();
        QVERIFY(view->inspector()->subject().id != first);
        view->previousFinding();
        QCOMPARE(view->inspector()->subject().id, first);
        view->findings()->list()->setFocus();
        QTest::keyClick(view->findings()->list(), Qt::Key_Return);
        QVERIFY(view->isEvidenceOpen());
    }

    void searchGoesToWhatIsInView()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        view->focusSearch();
        QTRY_COMPARE(QApplication::focusWidget(), view->findings()->field());
        view->openEvidence({QStringLiteral("cp-1"), QStringLiteral("kubelet.journal"), {}, 3, 3});
        view->focusSearch();
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("evidenceFind"));
    }

    void aNewDiagnosisMovesNothing()
    {
        FindingsContent content = test::storyContent();
        const auto view = shownView(content);
        QVERIFY(view);
        view->showVertex(QStringLiteral("cp-1/apiserver"));
        view->graph()->view()->zoomIn();
        view->inspector()->text()->verticalScrollBar()->setValue(20);
        const int scroll = view->inspector()->text()->verticalScrollBar()->value();
        const QRectF box = view->graph()->view()->screenBox(QStringLiteral("cp-1/apiserver"));
        const QList<int> sizes = view->findChild<QSplitter *>(QStringLiteral("findingsColumns"))->sizes();
        const int banner = view->banner()->height();
        content.diagnosis.vertices.last().health = Health::Failed;
        content.diagnosis.findings.removeLast();
        content.diagnosis.timeline.removeLast();
        view->setContent(content, m_english);
        QCOMPARE(view->inspector()->subject().id, QStringLiteral("cp-1/apiserver"));
        QCOMPARE(view->inspector()->text()->verticalScrollBar()->value(), scroll);
        QCOMPARE(view->graph()->view()->screenBox(QStringLiteral("cp-1/apiserver")), box);
        QCOMPARE(view->findChild<QSplitter *>(QStringLiteral("findingsColumns"))->sizes(), sizes);
        QCOMPARE(view->banner()->height(), banner);
    }

    void theTimelineIsWalkedByKeys()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        TimelineView *timeline = view->timeline()->view();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Right);
        QCOMPARE(timeline->current(), 3);
        QVERIFY(timeline->accessibleDescription().contains(QStringLiteral("etcd")));
        QCOMPARE(view->inspector()->subject().id, QStringLiteral("cp-1/etcd"));
        QTest::keyClick(timeline, Qt::Key_Right);
        QCOMPARE(timeline->current(), 4);
        QTest::keyClick(timeline, Qt::Key_End);
        QTest::keyClick(timeline, Qt::Key_Return);
        QVERIFY(view->isEvidenceOpen());
        QTest::mouseClick(view->findChild<QToolButton *>(QStringLiteral("timelineAsTable")), Qt::LeftButton);
        QVERIFY(view->timeline()->table()->isVisible());
        QCOMPARE(view->timeline()->table()->currentIndex().row(), timeline->current());
    }

    void severalCausesAreListed()
    {
        const auto view = shownView(test::unprovenContent());
        QVERIFY(view);
        QCOMPARE(view->banner()->verdict().causes.size(), 2);
        view->banner()->setCause(1);
        QCOMPARE(view->inspector()->subject().id, QStringLiteral("swap-on"));
        QVERIFY(view->findChild<QLabel *>(QStringLiteral("verdictHeadline"))
                    ->text()
                    .contains(QStringLiteral("Swap")));
    }

    void hostileTextIsNeverMarkup()
    {
        FindingsContent content = test::storyContent();
        const QString hostile = QString::fromUtf8(test::hostileLine());
        Finding &finding = content.diagnosis.findings[1];
        finding.says.byLanguage = {{QStringLiteral("en"), hostile}};
        finding.evidence.first().lines = {hostile};
        finding.evidence.first().command = hostile;
        content.diagnosis.causes.first().sentence.byLanguage = {{QStringLiteral("en"), hostile}};
        content.names.nodes[QStringLiteral("cp-1")] = QStringLiteral("<b>cp</b>");
        const auto view = shownView(content);
        QVERIFY(view);
        view->showVertex(QStringLiteral("cp-1/runtime"));
        const QString text = view->inspector()->text()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("<img src=x onerror=alert(1)>")));
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(!view->inspector()->page().html.contains(QStringLiteral("<img src=x")));
        QVERIFY(!view->inspector()->page().html.contains(QStringLiteral("<b>cp</b>")));
    }

    void aPlaceIsNamedByWhatIsKnownOfIt()
    {
        const FindingsNames names = test::storyContent().names;
        const QString english = QStringLiteral("en");
        QVERIFY(names.place(QStringLiteral("kubelet"), QStringLiteral("cp-1"), english)
                    .endsWith(QStringLiteral(" on cp-1")));
        QCOMPARE(names.place({}, QStringLiteral("cp-1"), english), QStringLiteral("cp-1"));
    }

    void aCommandIsShownWithoutItsFunctions()
    {
        FindingsContent content = test::storyContent();
        content.diagnosis.findings[1].evidence.first().command =
            QStringLiteral("hide() {\n  sed s/a/b/\n}\n\ncontainerd config dump | hide");
        const auto view = shownView(content);
        QVERIFY(view);
        view->showVertex(QStringLiteral("cp-1/runtime"));
        const QString text = view->inspector()->text()->toPlainText();
        QVERIFY(text.contains(QStringLiteral("containerd config dump | hide")));
        QVERIFY(!text.contains(QStringLiteral("sed s/a/b/")));
    }

    void everyControlIsNamed()
    {
        const auto view = shownView(test::unprovenContent());
        QVERIFY(view);
        for (const QWidget *control : view->findChildren<QWidget *>()) {
            const bool own = control->window() == view->window()
                && !control->objectName().startsWith(QLatin1String("qt_"));
            if (own && control->focusPolicy() & Qt::TabFocus && control->focusProxy() == nullptr) {
                QVERIFY2(!control->accessibleName().isEmpty(),
                         qPrintable(QString::fromLatin1(control->metaObject()->className())
                                    + control->objectName()));
            }
        }
    }

    void copyIsATicket()
    {
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        view->copyAsMarkdown();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("## containerd on cp-1")));
        view->openEvidence({QStringLiteral("cp-1"), QStringLiteral("kubelet.journal"), {}, 3, 3});
        view->copyAsMarkdown();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("connection refused")));
    }

    void layoutIsKept()
    {
        FindingsView one;
        one.resize(1180, 700);
        one.findChild<QSplitter *>(QStringLiteral("findingsColumns"))->setSizes({600, 580});
        one.findChild<QTabWidget *>(QStringLiteral("findingsTabs"))->setCurrentIndex(1);
        FindingsView other;
        other.resize(1180, 700);
        other.restoreState(one.saveState());
        QCOMPARE(other.findChild<QTabWidget *>(QStringLiteral("findingsTabs"))->currentIndex(), 1);
        other.restoreState("rubbish");
    }

    void russianIsComplete()
    {
        QTranslator pages;
        QVERIFY(pages.load(QStringLiteral(":/i18n/findings_ru")));
        qApp->installTranslator(&pages);
        const auto view = shownView(test::storyContent());
        QVERIFY(view);
        QCOMPARE(view->findChild<QPushButton *>(QStringLiteral("verdictWhy"))->text(),
                 QStringLiteral("Почему"));
        QVERIFY(view->findChild<QLabel *>(QStringLiteral("verdictDetail"))
                    ->text()
                    .contains(QStringLiteral("доказано 2 фактами")));
        qApp->removeTranslator(&pages);
        QTRY_COMPARE(view->findChild<QPushButton *>(QStringLiteral("verdictWhy"))->text(),
                     QStringLiteral("Why"));
    }

    void pagesAreGrabbed_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("english light laptop")
            << QStringLiteral("en") << int(ThemeChoice::Light) << QSize(1186, 700);
        QTest::newRow("russian dark laptop")
            << QStringLiteral("ru") << int(ThemeChoice::Dark) << QSize(1186, 700);
        QTest::newRow("english dark desk")
            << QStringLiteral("en") << int(ThemeChoice::Dark) << QSize(1740, 1010);
        QTest::newRow("russian light desk")
            << QStringLiteral("ru") << int(ThemeChoice::Light) << QSize(1740, 1010);
    }
    void pagesAreGrabbed()
    {
        const QString folder = qEnvironmentVariable("GORDIAN_SCREENSHOTS");
        if (folder.isEmpty()) {
            QSKIP("GORDIAN_SCREENSHOTS names no folder");
        }
        QDir().mkpath(folder);
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(QSize, size);
        Theme look(*qApp);
        look.setChoice(ThemeChoice(theme));
        Language spoken(language);
        QTranslator pages;
        QVERIFY(pages.load(QStringLiteral(":/i18n/findings_") + language));
        qApp->installTranslator(&pages);
        m_english = std::make_shared<const Phrases>(language);
        const QString base =
            QStringLiteral("%1/findings-%2-")
                .arg(folder, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        const auto view = shownView(test::storyContent(), size);
        QVERIFY(view);
        view->grab().save(base + QStringLiteral("story.png"));
        view->showVertex(QStringLiteral("cp-1/apiserver"));
        view->nextFinding();
        view->grab().save(base + QStringLiteral("component.png"));
        view->openEvidence({QStringLiteral("cp-1"), QStringLiteral("kubelet.journal"), {}, 3, 4});
        view->grab().save(base + QStringLiteral("evidence.png"));
        view->closeEvidence();
        view->setContent(test::unprovenContent(), m_english);
        view->clearChoice();
        view->grab().save(base + QStringLiteral("unproven.png"));
        view->graph()->setMode(GraphPanel::Mode::List);
        view->setContent(test::healthyContent(), m_english);
        view->grab().save(base + QStringLiteral("healthy.png"));
        FindingsContent big = test::storyContent();
        big.diagnosis = test::bigDiagnosis(50);
        const auto many = shownView(big, size);
        QVERIFY(many);
        many->grab().save(base + QStringLiteral("fifty.png"));
        m_english = std::make_shared<const Phrases>(QStringLiteral("en"));
    }
};

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
