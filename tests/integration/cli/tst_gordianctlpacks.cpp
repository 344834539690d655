// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A user's own packs, as CONTRIBUTING describes them: what it says is done word for word.

#include "gordianctlrun.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

/// The block of `language` in the section "Add a check in five minutes".
QByteArray block(const QString &language)
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/.github/CONTRIBUTING.md"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString text = QString::fromUtf8(file.readAll());
    const QString section = text.section(QStringLiteral("## Add a check in five minutes"), 1)
                                .section(QStringLiteral("\n## "), 0, 0);
    return section.section(QStringLiteral("```%1\n").arg(language), 1)
        .section(QStringLiteral("```"), 0, 0)
        .toUtf8();
}

} // namespace

class TestGordianctlPacks : public QObject {
    Q_OBJECT

private slots:
    void theGuideWorksAsWritten();
    void ownPacksAreFoundInTheDataFolder();
    void everyMistakeIsNamed();
    void builtInPacksAreListed();
};

void TestGordianctlPacks::theGuideWorksAsWritten()
{
    const Gordianctl home;
    QVERIFY(QDir(home.folder()).mkpath(QStringLiteral("my-packs")));
    home.write(QStringLiteral("my-packs/elastic.json"), block(QStringLiteral("json")));
    const RunResult listed =
        home.run({QStringLiteral("packs"), QStringLiteral("--pack"), home.path(QStringLiteral("my-packs"))});
    QVERIFY2(listed.code == 0 && listed.out.contains("elastic"), listed.all());

    QString commands = QString::fromUtf8(block(QStringLiteral("sh")));
    QVERIFY(commands.contains(QLatin1String("gordianctl explain --pack my-packs node.txt")));
    commands.replace(QLatin1String("gordianctl explain"),
                     Gordianctl::program() + QStringLiteral(" explain --lang en"));
    QProcess shell;
    shell.setWorkingDirectory(home.folder());
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    surroundings.insert(QStringLiteral("HOME"), home.folder());
    surroundings.remove(QStringLiteral("XDG_DATA_HOME"));
    shell.setProcessEnvironment(surroundings);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-ec"), commands});
    QVERIFY(shell.waitForFinished());
    const QByteArray said = shell.readAllStandardOutput().simplified();
    QVERIFY2(said.contains("vm.max_map_count is 65530; Elasticsearch wants 262144"),
             said + '\n' + shell.readAllStandardError());
}

void TestGordianctlPacks::ownPacksAreFoundInTheDataFolder()
{
    const Gordianctl home;
    const QString folder = QStringLiteral(".local/share/gordian/gordian/packs/elastic");
    QVERIFY(QDir(home.folder()).mkpath(folder));
    home.write(folder + QStringLiteral("/elastic.json"), block(QStringLiteral("json")));
    const RunResult listed = home.run({QStringLiteral("packs")});
    QVERIFY2(listed.code == 0 && listed.out.contains("/packs/elastic"), listed.all());
}

void TestGordianctlPacks::everyMistakeIsNamed()
{
    const Gordianctl home;
    QVERIFY(QDir(home.folder()).mkpath(QStringLiteral("my-packs")));
    QByteArray pack = block(QStringLiteral("json"));
    pack.replace("\"health\": \"degraded\"", "\"health\": \"poor\"").replace("\"below\"", "\"under\"");
    home.write(QStringLiteral("my-packs/elastic.json"), pack);
    const RunResult listed =
        home.run({QStringLiteral("packs"), QStringLiteral("--pack"), home.path(QStringLiteral("my-packs"))});
    QCOMPARE(listed.code, 1);
    const QByteArray place = "my-packs/elastic.json: /checks/0/outcomes/0";
    QVERIFY2(listed.err.count(place) >= 2, listed.all());
    // The rest of what Gordian knows is not lost with it.
    QVERIFY2(listed.out.contains("kubelet"), listed.all());
    const RunResult missing =
        home.run({QStringLiteral("packs"), QStringLiteral("--pack"), home.path(QStringLiteral("none"))});
    QVERIFY2(missing.code == 1 && missing.err.contains("none"), missing.all());
}

void TestGordianctlPacks::builtInPacksAreListed()
{
    const Gordianctl home;
    const RunResult listed = home.run({QStringLiteral("packs")});
    QVERIFY2(listed.code == 0, listed.all());
    static const QRegularExpression line(QStringLiteral("kubelet +causes [1-9][0-9]*, checks [1-9][0-9]*"));
    QVERIFY2(line.match(QString::fromUtf8(listed.out)).hasMatch(), listed.all());
}

QTEST_GUILESS_MAIN(TestGordianctlPacks)
#include "tst_gordianctlpacks.moc"
