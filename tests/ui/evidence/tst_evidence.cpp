// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidenceeditor.h"
#include "evidence/evidenceview.h"
#include "shared/labels.h"
#include "shared/visibletext.h"
#include "ui/findings/sample.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace gordian;
using namespace gordian::ui;

class TestEvidence : public QObject {
    Q_OBJECT

private:
    Phrases m_english{QStringLiteral("en")};

    static EvidenceRequest request(const QByteArray &output, const QString &syntax = {}, int first = 0,
                                   int last = 0)
    {
        EvidenceRequest made;
        made.artifact.node = QStringLiteral("cp-1");
        made.artifact.probe = QStringLiteral("kubelet.journal");
        made.artifact.command = QStringLiteral("journalctl -u kubelet");
        made.artifact.state = ArtifactState::Collected;
        made.artifact.output = output;
        made.syntax = syntax;
        made.source = {QStringLiteral("cp-1"), QStringLiteral("kubelet.journal"), {}, first, last};
        made.nodeName = QStringLiteral("cp-1");
        return made;
    }

    static QByteArray numbered(int lines)
    {
        QByteArray text;
        for (int line = 1; line <= lines; ++line) {
            text += "line " + QByteArray::number(line) + (line % 100 == 0 ? " needle" : "") + '\n';
        }
        return text;
    }

    static QVector<QTextLayout::FormatRange> formats(const EvidenceView &view, int line)
    {
        return view.editor()->document()->findBlockByNumber(line - 1).layout()->formats();
    }

private slots:
    void indexFindsLinesAndOffsets_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing has no lines") << QByteArray() << 0;
        QTest::newRow("a last line without an end counts") << QByteArray("a\nb") << 2;
        QTest::newRow("an end does not begin a line") << QByteArray("a\nb\n") << 2;
        QTest::newRow("empty lines count") << QByteArray("\n\n\n") << 3;
        QTest::newRow("more lines than one stride") << numbered(1000) << 1000;
    }
    void indexFindsLinesAndOffsets()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, count);
        const LineIndex index(bytes);
        QCOMPARE(index.count(), count);
        const QList<QByteArray> lines = bytes.split('\n');
        for (int line = 1; line <= count; ++line) {
            QCOMPARE(index.line(line), lines[line - 1]);
            QCOMPARE(index.lineAt(index.offset(line)), line);
        }
        QVERIFY(index.line(count + 1).isEmpty());
    }

    void aCommandOfSeveralLinesIsShownAsOne()
    {
        EvidenceRequest asked = request("a\n");
        asked.artifact.command = QStringLiteral("hide() {\n\tsed s/a/b/\n}\ncat x\u202e | hide");
        EvidenceView view;
        view.open(asked, m_english);
        const auto *command = view.findChild<ElidedLabel *>(QStringLiteral("evidenceCommand"));
        QCOMPARE(command->text(), QStringLiteral("hide() { sed s/a/b/ } cat x⟦U+202E⟧ | hide"));
    }

    void noNumberStandsBesideTheScrollBar()
    {
        EvidenceView view;
        view.resize(500, 400);
        view.show();
        view.open(request(QByteArray(2000, 'x') + '\n' + numbered(200)), m_english);
        const auto *gutter = view.findChild<QWidget *>(QStringLiteral("evidenceGutter"));
        QTRY_VERIFY(view.editor()->horizontalScrollBar()->isVisible());
        QTRY_COMPARE(gutter->height(), view.editor()->viewport()->height());
    }

    void hostileTextIsVisibleAndHarmless()
    {
        const QString shown = visibleText(test::hostileLine());
        QVERIFY(shown.contains(QStringLiteral("␛[31m")));
        QVERIFY(shown.contains(QStringLiteral("␀nul")));
        QVERIFY(shown.contains(QStringLiteral("⟦U+202E⟧")));
        QVERIFY(shown.contains(QStringLiteral("⟦U+2066⟧")));
        QVERIFY(shown.contains(QChar::ReplacementCharacter));
        for (const QChar character : shown) {
            QVERIFY(character.unicode() >= 0x20 && character.unicode() != 0x202e);
        }
        QCOMPARE(visibleText(QStringLiteral("tab\tстрока")), QStringLiteral("tab\tстрока"));
        QCOMPARE(visibleText(QString(QChar(0x2029))), QStringLiteral("⟦U+2029⟧"));
    }

    void hostileTextStaysOneLineInTheViewer()
    {
        EvidenceView view;
        view.open(request("first\n" + test::hostileLine() + "\nthird\n"), m_english);
        QCOMPARE(view.editor()->document()->blockCount(), 3);
        QVERIFY(view.editor()->toPlainText().contains(QStringLiteral("<img src=x onerror=alert(1)>")));
        QCOMPARE(view.editor()->document()->defaultTextOption().textDirection(), Qt::LeftToRight);
    }

    void theLineThatMatteredIsMarkedAndInView()
    {
        EvidenceView view;
        view.resize(800, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.open(request(numbered(10'000), {}, 7'321, 7'323), m_english);
        QVERIFY(view.editor()->page().range.contains(7'321));
        QCOMPARE(view.editor()->lineText(7'321), QStringLiteral("line 7321"));
        QVERIFY(view.editor()->firstVisibleLine() <= 7'321);
        QVERIFY(view.editor()->firstVisibleLine() > 7'250);
        QCOMPARE(view.editor()->chosenLines(), (LineRange{7'321, 7'323}));
        QVERIFY(view.markdown().contains(QStringLiteral("7321  line 7321")));
    }

    void klogIsColoured()
    {
        QVERIFY2(SyntaxColours::isAvailable(),
                 "built without KSyntaxHighlighting; installer/bootstrap provides it");
        EvidenceView view;
        view.open(
            request(
                "Mar 16 01:48:44 k8s kubelet[1720]: E0316 01:48:44.801833 1720 kubelet.go:3002] \"not "
                "ready\" "
                "err=\"dial tcp 10.0.0.1:6443\"\n"
                "Mar 16 01:48:44 k8s kubelet[1720]: I0316 01:48:44.801833 1720 kubelet.go:3002] \"ready\"\n",
                QStringLiteral("journal")),
            m_english);
        const auto first = formats(view, 1);
        QVERIFY(first.size() >= 4);
        const QString text = view.editor()->lineText(1);
        const auto level =
            std::find_if(first.cbegin(), first.cend(), [&text](const QTextLayout::FormatRange &range) {
                return text.mid(range.start, range.length).startsWith(QLatin1String("E0316"));
            });
        QVERIFY(level != first.cend());
        const QColor error = level->format.foreground().color();
        const auto second = formats(view, 2);
        const QString other = view.editor()->lineText(2);
        const auto info =
            std::find_if(second.cbegin(), second.cend(), [&other](const QTextLayout::FormatRange &range) {
                return other.mid(range.start, range.length).startsWith(QLatin1String("I0316"));
            });
        QVERIFY(info != second.cend());
        QVERIFY(info->format.foreground().color() != error);
    }

    void everySyntaxIsColoured_data()
    {
        QTest::addColumn<QString>("syntax");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("yaml") << QStringLiteral("yaml") << QByteArray("cgroupDriver: systemd # why\n");
        QTest::newRow("toml") << QStringLiteral("toml") << QByteArray("SystemdCgroup = false\n");
        QTest::newRow("json") << QStringLiteral("json")
                              << QByteArray("{\"cniVersion\": \"0.3.1\", \"a\": true}\n");
        QTest::newRow("ini") << QStringLiteral("ini")
                             << QByteArray("[Service]\nExecStart=/usr/bin/kubelet\n");
        QTest::newRow("shell") << QStringLiteral("sh") << QByteArray("if true; then echo \"$HOME\"; fi\n");
        QTest::newRow("diff") << QStringLiteral("diff")
                              << QByteArray("-SystemdCgroup = false\n+SystemdCgroup = true\n");
        QTest::newRow("klog") << QStringLiteral("klog")
                              << QByteArray("W0316 01:48:44.801833 1 a.go:1] \"slow\"\n");
        QTest::newRow("logfmt") << QStringLiteral("log")
                                << QByteArray("time=\"2026-03-16\" level=error msg=\"no\"\n");
        QTest::newRow("zap") << QStringLiteral("log")
                             << QByteArray("{\"level\":\"warn\",\"ts\":\"2026\",\"msg\":\"slow\"}\n");
        QTest::newRow("crictl") << QStringLiteral("crictl")
                                << QByteArray("409c2195fe24a  4 minutes ago  NotReady  kube-proxy\n");
    }
    void everySyntaxIsColoured()
    {
        QVERIFY2(SyntaxColours::isAvailable(),
                 "built without KSyntaxHighlighting; installer/bootstrap provides it");
        QFETCH(QString, syntax);
        QFETCH(QByteArray, text);
        EvidenceView view;
        view.open(request(text, syntax), m_english);
        bool coloured = false;
        for (const QTextLayout::FormatRange &range : formats(view, 1)) {
            coloured = coloured || range.format.hasProperty(QTextFormat::ForegroundBrush)
                || range.format.fontWeight() > QFont::Normal;
        }
        QVERIFY(coloured);
    }

    void searchCountsWalksAndWraps()
    {
        EvidenceView view;
        view.resize(800, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.open(request(numbered(10'000)), m_english);
        view.focusSearch();
        QTest::keyClicks(view.findChild<QLineEdit *>(QStringLiteral("evidenceFind")),
                         QStringLiteral("NEEDLE"));
        QTRY_COMPARE(view.hitCount(), 100);
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("evidenceFind"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(view.currentHit(), 0);
        QCOMPARE(view.editor()->textCursor().selectedText(), QStringLiteral("needle"));
        view.findPrevious();
        QCOMPARE(view.currentHit(), 99);
        QVERIFY(view.editor()->page().range.contains(10'000));
        QCOMPARE(view.findChild<QLabel *>(QStringLiteral("evidenceCount"))->text(),
                 QStringLiteral("100 of 100"));
        QTest::mouseClick(view.findChild<QToolButton *>(QStringLiteral("evidenceCase")), Qt::LeftButton);
        QTRY_COMPARE(view.findChild<QLabel *>(QStringLiteral("evidenceCount"))->text(),
                     QStringLiteral("not found"));
    }

    void slashSearchesAndEscapeCloses()
    {
        EvidenceView view;
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        view.open(request("one\ntwo\n"), m_english);
        view.editor()->setFocus();
        QTRY_VERIFY(view.editor()->hasFocus());
        QTest::keyClick(view.editor(), Qt::Key_Slash);
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("evidenceFind"));
        QVERIFY(field->hasFocus());
        QSignalSpy closed(&view, &EvidenceView::closeRequested);
        QTest::keyClicks(field, QStringLiteral("two"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QCOMPARE(closed.size(), 0);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void aHundredMegabytesCostAPage()
    {
        QByteArray big;
        big.reserve(100'000'000);
        const QByteArray part = numbered(10'000);
        while (big.size() < 100'000'000) {
            big += part;
        }
        EvidenceView view;
        view.open(request(big), m_english);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy() && view.editor()->page().range.last > 1, 20'000);
        QVERIFY(view.editor()->document()->blockCount() <= PageLimits().lines);
        QVERIFY(view.partLines().last > 1'000'000);
        const int last = view.editor()->page().range.last;
        view.showLater();
        QCOMPARE(view.editor()->page().range.first, last + 1);
        view.showEarlier();
        QVERIFY(view.editor()->page().range.contains(last));
    }

    void oneLineOfAHundredMegabytesIsCut()
    {
        EvidenceView view;
        view.open(request(QByteArray(100'000'000, 'x')), m_english);
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy() && view.editor()->page().cutLines == 1, 20'000);
        QVERIFY(view.editor()->toPlainText().size() < 10'000);
        QVERIFY(view.editor()->toPlainText().endsWith(QStringLiteral("(+99995904)")));
        auto *more = view.findChild<QToolButton *>(QStringLiteral("evidenceWhole"));
        QVERIFY(!more->isHidden());
        more->click();
        QVERIFY(view.editor()->toPlainText().size() > 200'000);
    }

    void sectionsAndErrorsAreParts()
    {
        EvidenceRequest made = request("aaa\nbbb\nccc\n");
        made.artifact.sections = {{QStringLiteral("/etc/one.yaml"), 0, 4},
                                  {QStringLiteral("/etc/two"), 4, 8}};
        made.artifact.errors = "no such file\n";
        made.source.section = QStringLiteral("/etc/two");
        made.source.firstLine = made.source.lastLine = 3;
        EvidenceView view;
        view.open(made, m_english);
        auto *part = view.findChild<QComboBox *>(QStringLiteral("evidencePart"));
        QCOMPARE(part->count(), 4);
        QCOMPARE(part->currentText(), QStringLiteral("/etc/two"));
        QCOMPARE(view.partLines(), (LineRange{2, 3}));
        QCOMPARE(view.editor()->toPlainText(), QStringLiteral("bbb\nccc"));
        part->setCurrentIndex(3);
        QCOMPARE(view.editor()->toPlainText(), QStringLiteral("no such file"));
    }

    void markdownCannotBeBrokenOutOf()
    {
        EvidenceView view;
        view.open(request(test::hostileLine() + "\n````` five\n"), m_english);
        const QString markdown = view.markdown();
        QVERIFY(markdown.contains(QStringLiteral("\n``````\n")));
        QVERIFY(markdown.trimmed().endsWith(QStringLiteral("\n``````")));
        view.copyAsMarkdown();
        QCOMPARE(QGuiApplication::clipboard()->text(), markdown);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<ArtifactState>("state");
        QTest::newRow("timed out") << ArtifactState::TimedOut;
        QTest::newRow("command missing") << ArtifactState::CommandMissing;
        QTest::newRow("not applicable") << ArtifactState::NotApplicable;
        QTest::newRow("not permitted") << ArtifactState::NotPermitted;
        QTest::newRow("not collected") << ArtifactState::NotCollected;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(ArtifactState, state);
        EvidenceRequest made = request({});
        made.artifact.state = state;
        EvidenceView view;
        view.open(made, m_english);
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("evidenceNote"))->text().isEmpty());
    }

    void everyControlIsNamed()
    {
        EvidenceView view;
        view.open(request("a\n"), m_english);
        for (const QWidget *control : view.findChildren<QWidget *>()) {
            const bool own =
                control->window() == view.window() && !control->objectName().startsWith(QLatin1String("qt_"));
            if (own && control->focusPolicy() & Qt::TabFocus) {
                QVERIFY2(!control->accessibleName().isEmpty(), control->metaObject()->className());
            }
        }
    }
};

QTEST_MAIN(TestEvidence)
#include "tst_evidence.moc"
