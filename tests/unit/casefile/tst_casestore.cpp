// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "casefile/caserecords.h"
#include "casefile/casestore.h"
#include "casefile/deflate.h"
#include "support/samplecase.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace gordian;

namespace {

/// Everything that is kept, as one value to compare.
QByteArray fingerprint(const Case &whole)
{
    QByteArray all = compactJson(headToJson(whole));
    for (const NodeRecord &node : whole.nodes) {
        all += compactJson(nodeToJson(node));
    }
    for (const Artifact &artifact : whole.artifacts) {
        all += compactJson(artifactToJson(artifact)) + artifact.output + artifact.errors;
    }
    for (const RunEntry &entry : whole.runs) {
        all += compactJson(runToJson(entry));
    }
    return all;
}

Artifact numbered(int number)
{
    Artifact artifact;
    artifact.node = QStringLiteral("n");
    artifact.probe = QStringLiteral("p.%1").arg(number);
    artifact.state = ArtifactState::Collected;
    artifact.output = QByteArray(2000, 'x') + QByteArray::number(number);
    return artifact;
}

/// Puts artifacts until it is killed, saying each number once it is put.
int writeUntilKilled(const QString &path)
{
    auto store = CaseStore::create(path, newCase(QStringLiteral("killed")));
    for (int i = 0; store && i < 100000; ++i) {
        if (!(*store)->putArtifact(numbered(i))) {
            return 1;
        }
        printf("%d\n", i);
        fflush(stdout);
    }
    return 1;
}

void setPragma(const QString &path, const QString &pragma)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(pragma));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

} // namespace

class TestCaseStore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void keepsEverything()
    {
        const Case whole = test::sampleCase();
        auto store = CaseStore::create(path("a.gordian"), whole);
        QVERIFY(store);
        QCOMPARE(fingerprint(*(*store)->load()), fingerprint(whole));
        store->reset();
        QCOMPARE(fingerprint(*CaseStore::read(path("a.gordian"))), fingerprint(whole));
        QVERIFY(!QFile::exists(path("a.gordian-wal")));
    }

    void goesOnInTheSameFileAndKeepsTheOrder()
    {
        Case whole = test::sampleCase();
        {
            auto created = CaseStore::create(path("b.gordian"), whole);
            QVERIFY(created);
        }
        auto store = CaseStore::open(path("b.gordian"));
        QVERIFY(store);
        whole.artifacts[2].output = "changed";
        whole.artifacts[2].sections.clear();
        whole.nodes[0].account = QStringLiteral("other");
        whole.title = QStringLiteral("renamed");
        whole.runs.append(
            {whole.createdAt, QStringLiteral("k8s"), QStringLiteral("cancel"), QStringLiteral("ok")});
        QVERIFY((*store)->putArtifact(whole.artifacts[2]));
        QVERIFY((*store)->putNode(whole.nodes[0]));
        QVERIFY((*store)->setTitle(whole.title));
        QVERIFY((*store)->addRun(whole.runs.constLast()));
        QCOMPARE(fingerprint(*(*store)->load()), fingerprint(whole));
    }

    void losesNothingWhenTheProgramIsKilled()
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--write-until-killed"), path("k.gordian")});
        QVERIFY(child.waitForStarted());
        QByteArray said;
        while (said.count('\n') < 50) {
            QVERIFY(child.waitForReadyRead(20000));
            said += child.readAllStandardOutput();
        }
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        said += child.readAllStandardOutput();
        const auto whole = CaseStore::read(path("k.gordian"));
        QVERIFY(whole);
        QVERIFY(whole->artifacts.size() >= said.count('\n'));
        QCOMPARE(whole->artifacts.at(49).output, numbered(49).output);
        QVERIFY(CaseStore::open(path("k.gordian")));
    }

    void refusesWhatItCannotOpen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("an empty file") << QByteArray() << int(ErrorCode::NotAGordianFile);
        QTest::newRow("somebody's web page")
            << QByteArray("<html></html>") << int(ErrorCode::NotAGordianFile);
        QTest::newRow("somebody's JSON") << QByteArray("{\"a\":1}") << int(ErrorCode::NotAGordianFile);
        QTest::newRow("somebody's JSON, cut off") << QByteArray("{\"a\":") << int(ErrorCode::NotAGordianFile);
        QTest::newRow("an export that was cut off")
            << QByteArray("{\"schema\": \"gordian.report/1\", \"a\":") << int(ErrorCode::Malformed);
        QTest::newRow("a database cut in its header")
            << QByteArray("SQLite format 3\0\x10", 17) << int(ErrorCode::NotAGordianFile);
        QTest::newRow("a page whose case is no base64")
            << QByteArray("<script type=\"application/vnd.gordian.case\">%%%</script>")
            << int(ErrorCode::Malformed);
    }

    void refusesWhatItCannotOpen()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFile file(path("odd"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto read = CaseStore::read(path("odd"));
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
    }

    void tellsALaterFormatAndAForeignDatabase()
    {
        {
            auto created = CaseStore::create(path("later.gordian"), test::sampleCase());
            QVERIFY(created);
        }
        setPragma(path("later.gordian"), QStringLiteral("PRAGMA user_version=9"));
        const auto later = CaseStore::read(path("later.gordian"));
        QCOMPARE(int(later.error().code), int(ErrorCode::NewerFormat));
        QCOMPARE(later.error().context.value(QStringLiteral("version")), QStringLiteral("9"));
        setPragma(path("later.gordian"), QStringLiteral("PRAGMA application_id=1"));
        QCOMPARE(int(CaseStore::open(path("later.gordian")).error().code), int(ErrorCode::NotAGordianFile));
    }

    void saysWhyItCannotWrite()
    {
        QCOMPARE(int(CaseStore::create(QStringLiteral("/proc/none/a.gordian"), Case{}).error().code),
                 int(ErrorCode::FileNotWritable));
        QCOMPARE(int(CaseStore::open(path("none.gordian")).error().code), int(ErrorCode::FileNotFound));
    }

    void packsAndUnpacks()
    {
        const Case whole = test::sampleCase();
        const QByteArray packed = packCase(whole);
        QCOMPARE(fingerprint(*unpackCase(packed)), fingerprint(whole));
        QCOMPARE(packCase(whole), packed);
    }

    void noticesEveryDamagedByte()
    {
        const QByteArray packed = packCase(test::sampleCase());
        for (qsizetype at = 0; at < packed.size(); at += 1 + packed.size() / 400) {
            QByteArray damaged = packed;
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x20);
            // A bit that the compression does not use may change without changing anything.
            const auto read = unpackCase(damaged);
            QVERIFY2(!read || packCase(*read) == packed, qPrintable(QString::number(at)));
        }
        QVERIFY(!unpackCase(packed.chopped(1)));
        QVERIFY(!unpackCase(packed + 'x'));
    }

    void stopsUnpackingABomb()
    {
        const QByteArray bomb = deflated(QByteArray(64 * 1024 * 1024, '\0'), 9);
        QCOMPARE(int(inflated(bomb, 1024 * 1024).error().code), int(ErrorCode::TooLarge));
        QByteArray packed = packCase(Case{});
        packed.truncate(52);
        QVERIFY(!unpackCase(packed + bomb)); // the frame says how much there may be
    }

    void keepsNoSecret()
    {
        const Case whole = test::sampleCase();
        const QJsonObject json = nodeToJson(whole.nodes.constFirst());
        for (const QString &key : json.keys()) {
            QVERIFY2(!key.contains(QLatin1String("password"), Qt::CaseInsensitive), qPrintable(key));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--write-until-killed")) {
        return writeUntilKilled(app.arguments().value(2));
    }
    TestCaseStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_casestore.moc"
