// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/casestore.h"
#include "report/documentpieces.h"
#include "report/graphpicture.h"
#include "report/phrases.h"
#include "report/report.h"
#include "report/reportcontext.h"
#include "support/samplecase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gordian;

class TestReport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const Case m_case = test::sampleCase();
    const Diagnosis m_diagnosis = test::sampleDiagnosis();
    const KnowledgeBase m_knowledge;

    ReportInput input() const { return {m_case, m_diagnosis, m_knowledge}; }
    static ReportOptions in(const char *language)
    {
        ReportOptions options;
        options.language = QString::fromLatin1(language);
        return options;
    }

private slots:
    void givesTheCaseBack_data()
    {
        QTest::addColumn<QByteArray>("report");
        QTest::newRow("from the page") << renderHtml(input(), in("ru"));
        QTest::newRow("from the JSON") << renderJson(input(), in("en"));
        QTest::newRow("from the packed case") << packCase(m_case);
    }

    void givesTheCaseBack()
    {
        QFETCH(QByteArray, report);
        const QString path = m_folder.filePath(QStringLiteral("report"));
        QVERIFY(writeFile(path, report));
        const auto read = CaseStore::read(path);
        QVERIFY(read);
        QCOMPARE(packCase(*read), packCase(m_case));
    }

    void keepsTheCaseToItselfIfAsked()
    {
        ReportOptions options;
        options.embedCase = false;
        QVERIFY(!renderHtml(input(), options).contains("<script"));
        QVERIFY(!renderJson(input(), options).contains("vnd.gordian.case"));
    }

    void saysHowLongInFewWords_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("said");
        constexpr qint64 second = 1000;
        QTest::newRow("less than a second") << qint64(400) << QStringLiteral("400 ms");
        QTest::newRow("seconds and a part") << qint64(1300) << QStringLiteral("1.3 s");
        QTest::newRow("whole seconds") << 30 * second << QStringLiteral("30 s");
        QTest::newRow("a whole minute") << 60 * second << QStringLiteral("1 min");
        QTest::newRow("a minute and a half") << 90 * second << QStringLiteral("1 min 30 s");
        QTest::newRow("whole hours") << 7200 * second << QStringLiteral("2 h");
        QTest::newRow("an hour and minutes") << 3900 * second << QStringLiteral("1 h 5 min");
    }

    void saysHowLongInFewWords()
    {
        QFETCH(qint64, milliseconds);
        QTEST(Phrases(QStringLiteral("en")).duration(milliseconds), "said");
    }

    void saysTheHeadlineOnce()
    {
        int said = 0;
        const QString headline = input().diagnosis.causes.first().sentence.in(QStringLiteral("en"));
        for (const DocumentPiece &piece : documentPieces(input(), in("en"))) {
            const auto *words = std::get_if<DocumentWords>(&piece);
            said += words != nullptr && words->text == headline ? 1 : 0;
        }
        QCOMPARE(said, 1);
    }

    void isWellFormed()
    {
        for (const char *language : {"en", "ru"}) {
            QByteArray page = renderHtml(input(), in(language));
            page.replace("<!DOCTYPE html>", "");
            QXmlStreamReader reader(page);
            while (!reader.atEnd()) {
                reader.readNext();
            }
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
    }

    void takesACaseThatIsPackedAlready()
    {
        ReportInput shared = input();
        shared.packed = packCase(m_case);
        QCOMPARE(renderHtml(shared, in("en")), renderHtml(input(), in("en")));
        QCOMPARE(renderJson(shared, in("en")), renderJson(input(), in("en")));
    }

    void namesCommandsAndNoScripts()
    {
        const ReportOptions options;
        const ReportInput whole = input();
        const ReportContext context(whole, options);
        const QString probe = QStringLiteral("runtime.sandboxes");
        const QString command = QStringLiteral("containerd config dump");
        QCOMPARE(context.asked(probe, command), command);
        QCOMPARE(context.asked(probe, QStringLiteral("cri pods -o json | sed 's/x/y/'")),
                 context.probeTitle(probe));
        QCOMPARE(context.asked(probe, QStringLiteral("echo one\necho two")), context.probeTitle(probe));
    }

    void writesShortNamesOutInTheGraph()
    {
        Diagnosis named = m_diagnosis;
        for (qsizetype i = 0; i < named.vertices.size(); ++i) {
            LocalText name;
            name.byLanguage.insert(QStringLiteral("en"), QString(3 + i % 18, QLatin1Char('n')));
            named.vertices[i].name = name;
        }
        const ReportOptions options;
        const ReportInput whole{m_case, named, m_knowledge};
        const ReportContext context(whole, options);
        const GraphPicture picture = graphPicture(context);
        QVERIFY(!picture.vertices.isEmpty());
        for (const PictureVertex &vertex : picture.vertices) {
            QVERIFY2(!vertex.name.contains(QChar(0x2026)), qPrintable(vertex.name));
        }
    }

    void printsTheWorstFindingsFirst()
    {
        const QString text = renderDocument(input(), in("en"))->toPlainText();
        const qsizetype findings = text.indexOf(QStringLiteral("What was found"));
        QVERIFY(findings >= 0);
        const qsizetype healthy = text.indexOf(QStringLiteral("\nhealthy\n"), findings);
        QVERIFY(healthy > text.lastIndexOf(QStringLiteral("\nfailed\n")));
        QVERIFY(text.lastIndexOf(QStringLiteral("\nfailed\n")) > findings);
    }

    void saysTheVerdictFirst()
    {
        const QString page = QString::fromUtf8(renderHtml(input(), in("en")));
        QVERIFY(page.contains(QStringLiteral("explains 5 of 6 symptoms")));
        QVERIFY(page.indexOf(QStringLiteral("containerd on k8s manages cgroups itself"))
                < page.indexOf(QStringLiteral("What needs what")));
        QVERIFY(
            QString::fromUtf8(renderHtml(input(), in("ru"))).contains(QStringLiteral("<html lang=\"ru\">")));
    }

    void isTheSameEveryTime() { QCOMPARE(renderHtml(input(), in("en")), renderHtml(input(), in("en"))); }

    void ticketsHoldNoMarkupFromANode()
    {
        Diagnosis hostile = m_diagnosis;
        hostile.causes[0].proof[0].lines = QStringList{QStringLiteral("```"), test::hostileLine()};
        const QString text = QString::fromUtf8(renderMarkdown({m_case, hostile, m_knowledge}, in("en")));
        QVERIFY(text.contains(QStringLiteral("\n````\n")));
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0)) && !text.contains(QChar(0x202e)));
    }

    void jsonNamesItsSchemaAndCauses()
    {
        const QJsonObject json = QJsonDocument::fromJson(renderJson(input(), in("en"))).object();
        QCOMPARE(json.value(QLatin1String("schema")).toString(), QStringLiteral("gordian.report/1"));
        const QJsonObject cause = json.value(QLatin1String("causes")).toArray().at(0).toObject();
        QCOMPARE(cause.value(QLatin1String("id")).toString(),
                 QStringLiteral("containerd-systemdcgroup-false"));
        QCOMPARE(cause.value(QLatin1String("confidence")).toString(), QStringLiteral("proved"));
    }

    void everyFormNamesTheRightsThatAreWanting()
    {
        const ReportOptions english = in("en");
        const QString rule = QStringLiteral("lab ALL=(root) NOPASSWD: /bin/sh -s, /usr/bin/sh -s");
        const auto holds = [&](const ReportInput &of) {
            const QJsonObject json = QJsonDocument::fromJson(renderJson(of, english)).object();
            return QVector<bool>{
                renderHtml(of, english).contains(rule.toUtf8()),
                renderMarkdown(of, english).contains(rule.toUtf8()),
                renderDocument(of, english)->toPlainText().contains(rule),
                json.value(QLatin1String("coverage"))[QLatin1String("sudoers")].toArray().contains(rule)};
        };
        QCOMPARE(holds(input()), QVector<bool>(4, true));
        Case asRoot = m_case;
        for (NodeRecord &record : asRoot.nodes) {
            record.privilege = Privilege::Root;
        }
        QCOMPARE(holds({asRoot, m_diagnosis, m_knowledge}), QVector<bool>(4, false));
        Diagnosis whole = m_diagnosis;
        whole.coverage.gaps.clear();
        QCOMPARE(holds({m_case, whole, m_knowledge}), QVector<bool>(4, false));
    }

    void printsAndPreviews()
    {
        QVERIFY(renderPdf(input(), in("ru")).startsWith("%PDF-"));
        const auto document = renderDocument(input(), in("en"));
        QVERIFY(document->toPlainText().contains(QStringLiteral("SystemdCgroup = false")));
    }

    void aCutTableHoldsWhatTheWholeOneHolds()
    {
        const QVector<DocumentPiece> whole = documentPieces(input(), in("en"));
        const QVector<DocumentPiece> cut = withTablesCut(whole, 2);
        QVERIFY(cut.size() > whole.size());
        QVector<QStringList> rows;
        QVector<QStringList> again;
        for (const auto &[pieces, into] : {std::pair(&whole, &rows), std::pair(&cut, &again)}) {
            for (const DocumentPiece &piece : *pieces) {
                if (const auto *table = std::get_if<DocumentTable>(&piece)) {
                    QVERIFY(pieces == &whole || table->rows.size() <= 2);
                    *into << table->heads << table->rows;
                }
            }
        }
        again.removeAll(QStringList());
        QCOMPARE(again, rows);
    }

    void leavesTheOldFileWhole()
    {
        QCOMPARE(int(writeFile(QStringLiteral("/proc/none/x"), "y").error().code),
                 int(ErrorCode::FileNotWritable));
    }

    void everyLayerHasItsWords()
    {
        const Phrases english(QStringLiteral("en"));
        const Phrases russian(QStringLiteral("ru"));
        for (int layer = 0; layer <= int(ConnectLayer::Internal); ++layer) {
            ConnectFailure failure;
            failure.layer = ConnectLayer(layer);
            failure.hop = {QStringLiteral("lab"), QStringLiteral("cp-1"), 2222};
            const auto words = english.failure(failure);
            QVERIFY(words.title.contains(QLatin1String("cp-1")));
            QVERIFY(!words.advice.isEmpty() && !words.advice.contains(QLatin1Char('%')));
            QVERIFY(russian.failure(failure).title != words.title);
            QVERIFY(russian.failure(failure).advice != words.advice);
        }
    }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"
