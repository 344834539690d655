// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What a change ticket asks for is in every form of the report, and an opened case has it still.

#include "casefile/casedatabase.h"
#include "casefile/casestore.h"
#include "report/mendingtranscript.h"
#include "report/report.h"
#include "support/samplecase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QtTest>

using namespace gordian;

namespace {

LocalText words(const char *english, const char *russian)
{
    return {{{QStringLiteral("en"), QString::fromUtf8(english)},
             {QStringLiteral("ru"), QString::fromUtf8(russian)}},
            {}};
}

QDateTime second(int number)
{
    return QDateTime::fromString(QStringLiteral("2026-03-16T01:50:00.000Z"), Qt::ISODateWithMs)
        .addSecs(number);
}

MendingRecord sampleMending(const Diagnosis &diagnosis)
{
    MendingRecord made;
    made.id = QStringLiteral("20260316-015000-0badcafe");
    made.node = QStringLiteral("cp1");
    made.nodeName = QStringLiteral("cp-1");
    made.address = QStringLiteral("ops@10.0.0.11");
    made.by = QStringLiteral("anna@desk-7");
    made.account = QStringLiteral("ops");
    made.cause = QStringLiteral("a-cause");
    made.remedy = QStringLiteral("a-remedy");
    made.title = words("Switch it on", "Включить");
    made.planHash = QString(64, u'a');
    made.state = MendingState::Applied;
    made.plannedAt = second(0);
    MendingStep edit;
    edit.text = words("Change the file.", "Изменить файл.");
    edit.deed = QStringLiteral("--- /etc/c\n+++ /etc/c\n-on = <script>\n+on = true\n");
    edit.isDiff = true;
    edit.places = {{QStringLiteral("/etc/c"), QString(64, u'b') + QStringLiteral(":644:0:0"),
                    QString(64, u'c') + QStringLiteral(":644:0:0")}};
    edit.state = ActionState::Done;
    edit.began = second(1);
    edit.ended = second(2);
    MendingStep restart;
    restart.text = words("Restart it.", "Перезапустить.");
    restart.deed = QStringLiteral("systemctl restart containerd");
    restart.state = ActionState::Done;
    made.steps = {edit, restart};
    made.verification = words("It answers.", "Отвечает.");
    made.verificationCommand = QStringLiteral("crictl info");
    for (const Finding &finding : diagnosis.findings) {
        const Foretold foretold{finding.node + u'/' + finding.id, finding.says};
        const bool isWrong = finding.health == Health::Failed || finding.health == Health::Degraded;
        // One that is still so, and one that is not any more.
        if ((isWrong && made.clears.isEmpty()) || (!isWrong && made.clears.size() == 1)) {
            made.clears.append(foretold);
        }
    }
    made.events = {{second(0), QStringLiteral("opening"), -1, {}},
                   {second(1), QStringLiteral("begin"), 0, {}},
                   {second(2), QStringLiteral("done"), 0, {}},
                   {second(3), QStringLiteral("state"), -1, QStringLiteral("applied")}};
    return made;
}

} // namespace

class TestMendingTranscript : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFormHasIt_data();
    void everyFormHasIt();
    void theJsonHasItForScripts();
    void itSaysWhatHasCleared();
    void anOpenedCaseHasItStill_data();
    void anOpenedCaseHasItStill();
    void aCaseOfBeforeIsGoneOnWith();
    void withoutMendingsNothingIsSaidOfThem();

private:
    ReportInput input() const { return {m_case, m_diagnosis, m_knowledge}; }
    static ReportOptions in(const QString &language)
    {
        ReportOptions options;
        options.language = language;
        options.embedCase = false;
        return options;
    }

    QTemporaryDir m_folder;
    Case m_case = test::sampleCase();
    const Diagnosis m_diagnosis = test::sampleDiagnosis();
    const KnowledgeBase m_knowledge;
};

void TestMendingTranscript::initTestCase()
{
    m_case.put(sampleMending(m_diagnosis));
    QCOMPARE(m_case.mendings.first().clears.size(), 2);
}

void TestMendingTranscript::everyFormHasIt_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
        const ReportOptions options = in(language);
        QTest::addRow("page, %s", qPrintable(language))
            << language << QString::fromUtf8(renderHtml(input(), options));
        QTest::addRow("Markdown, %s", qPrintable(language))
            << language << QString::fromUtf8(renderMarkdown(input(), options)).remove(u'\\');
        QTest::addRow("paper, %s", qPrintable(language))
            << language << renderDocument(input(), options)->toPlainText();
    }
}

void TestMendingTranscript::everyFormHasIt()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    const MendingRecord &record = m_case.mendings.first();
    const bool isRussian = language == QLatin1String("ru");
    QStringList wanted{record.id,
                       record.planHash,
                       record.by,
                       record.address,
                       QStringLiteral("/etc/c"),
                       record.steps.first().places.first().before,
                       record.steps.first().places.first().after,
                       QStringLiteral("systemctl restart containerd"),
                       QStringLiteral("crictl info"),
                       record.title.in(language),
                       record.steps.first().text.in(language),
                       QStringLiteral("2026-03-16")};
    wanted << (isRussian ? QStringLiteral("Что изменено") : QStringLiteral("What was changed"))
           << (isRussian ? QStringLiteral("Шаг 1 выполнен") : QStringLiteral("Step 1 is done"));
    for (const QString &each : std::as_const(wanted)) {
        QVERIFY2(text.contains(each), qPrintable(each));
    }
}

void TestMendingTranscript::theJsonHasItForScripts()
{
    const QJsonObject report =
        QJsonDocument::fromJson(renderJson(input(), in(QStringLiteral("en")))).object();
    const QJsonArray mendings = report.value(QStringLiteral("mendings")).toArray();
    QCOMPARE(mendings.size(), 1);
    const QJsonObject mending = mendings.first().toObject();
    QCOMPARE(mending.value(QStringLiteral("state")).toString(), QStringLiteral("applied"));
    QCOMPARE(mending.value(QStringLiteral("steps")).toArray().size(), 2);
    QCOMPARE(mending.value(QStringLiteral("cleared")).toArray().size(), 1);
    QCOMPARE(mending.value(QStringLiteral("notCleared")).toArray().size(), 1);
    QCOMPARE(mending.value(QStringLiteral("events")).toArray().at(1).toObject().value(QStringLiteral("step")),
             QJsonValue(1));
}

void TestMendingTranscript::itSaysWhatHasCleared()
{
    const Phrases phrases(QStringLiteral("en"));
    Transcript text = transcriptText(m_case.mendings.first(), m_diagnosis, phrases);
    QCOMPARE(text.outcome, QStringLiteral("1 of 2 symptoms that were foretold to clear have cleared"));
    QCOMPARE(text.cleared.size(), 1);
    QCOMPARE(text.notCleared.size(), 1);
    MendingRecord undone = m_case.mendings.first();
    undone.state = MendingState::Undone;
    text = transcriptText(undone, m_diagnosis, phrases);
    QVERIFY(text.outcome.isEmpty() && text.cleared.isEmpty());
    QCOMPARE(text.notCleared.size(), 2);
}

void TestMendingTranscript::anOpenedCaseHasItStill_data()
{
    QTest::addColumn<QString>("file");
    ReportOptions whole;
    const auto file = [this](const char *name) { return m_folder.filePath(QString::fromLatin1(name)); };
    QVERIFY(writeFile(file("report.html"), renderHtml(input(), whole)));
    QVERIFY(writeFile(file("report.json"), renderJson(input(), whole)));
    QVERIFY(CaseStore::create(file("case.gordian"), m_case));
    QTest::newRow("a page") << file("report.html");
    QTest::newRow("a JSON report") << file("report.json");
    QTest::newRow("a case file") << file("case.gordian");
}

void TestMendingTranscript::anOpenedCaseHasItStill()
{
    QFETCH(QString, file);
    const auto read = CaseStore::read(file);
    QVERIFY(read);
    QCOMPARE(read->mendings, m_case.mendings);
}

void TestMendingTranscript::aCaseOfBeforeIsGoneOnWith()
{
    const QString path = m_folder.filePath(QStringLiteral("older.gordian"));
    QVERIFY(CaseStore::create(path, test::sampleCase()));
    {
        auto database = CaseDatabase::open(path, CaseDatabase::Mode::ReadWrite);
        QVERIFY(database && (*database)->run(QStringLiteral("DROP TABLE mending")));
    }
    const auto older = CaseStore::read(path);
    QVERIFY(older && older->mendings.isEmpty());
    {
        auto store = CaseStore::open(path);
        QVERIFY(store && (*store)->putMending(m_case.mendings.first()));
        MendingRecord later = m_case.mendings.first();
        later.state = MendingState::Undone;
        QVERIFY((*store)->putMending(later));
    }
    const auto now = CaseStore::read(path);
    QVERIFY(now);
    QCOMPARE(now->mendings.size(), 1);
    QCOMPARE(now->mendings.first().state, MendingState::Undone);
}

void TestMendingTranscript::withoutMendingsNothingIsSaidOfThem()
{
    const Case untouched = test::sampleCase();
    const ReportInput plain{untouched, m_diagnosis, m_knowledge};
    const QByteArray page = renderHtml(plain, in(QStringLiteral("en")));
    QVERIFY(!page.contains("What was changed"));
    QVERIFY(page.contains("Nothing was written, installed or left behind"));
    QVERIFY(!renderHtml(input(), in(QStringLiteral("en"))).contains("Nothing was written, installed"));
    QVERIFY(!renderMarkdown(plain, in(QStringLiteral("en"))).contains("What was changed"));
}

QTEST_MAIN(TestMendingTranscript)
#include "tst_mendingtranscript.moc"
