// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Every probe of every pack is read by the shells that nodes have: dash, busybox ash and whatever /bin/sh is.

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

class TestProbeShells : public QObject {
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
};

void TestProbeShells::parses_data()
{
    QTest::addColumn<QByteArray>("script");
    const QDir plugins(QStringLiteral(GORDIAN_SOURCE_DIR "/plugins"));
    for (const QString &plugin : plugins.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir pack(plugins.filePath(plugin + QStringLiteral("/pack")));
        for (const QString &name : pack.entryList({QStringLiteral("*.json")})) {
            QFile file(pack.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonArray probes =
                QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("probes")).toArray();
            for (const QJsonValue &probe : probes) {
                const QJsonValue run = probe.toObject().value(QStringLiteral("run"));
                QStringList lines{run.toString()};
                for (const QJsonValue &line : run.toArray()) {
                    lines.append(line.toString());
                }
                QTest::newRow(qPrintable(probe.toObject().value(QStringLiteral("id")).toString()))
                    << lines.join(QLatin1Char('\n')).toUtf8();
            }
        }
    }
}

void TestProbeShells::parses()
{
    QFETCH(QByteArray, script);
    const QList<QStringList> shells{
        {QStringLiteral("sh")}, {QStringLiteral("dash")}, {QStringLiteral("busybox"), QStringLiteral("ash")}};
    for (const QStringList &shell : shells) {
        if (QStandardPaths::findExecutable(shell.first()).isEmpty()) {
            continue;
        }
        QProcess process;
        process.start(shell.first(), shell.mid(1) + QStringList{QStringLiteral("-n")});
        process.write(script);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(10000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }
}

QTEST_GUILESS_MAIN(TestProbeShells)
#include "tst_probeshells.moc"
