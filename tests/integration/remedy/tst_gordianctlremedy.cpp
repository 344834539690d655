// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// gordianctl mends a node behind a real sshd from the list to the undoing, by a pack of the test's own:
// nothing without the plan's exact hash, and the transcript in every form for the change ticket.

#include "../cli/gordianctlrun.h"
#include "loopbacknode.h"
#include "mendingscene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace gordian;

namespace {

/// A pack that knows one switch in one file.
QByteArray packFor(const QString &file)
{
    QFile pack(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/remedy/scene-pack.json"));
    return pack.open(QIODevice::ReadOnly) ? pack.readAll().replace("@FILE@", file.toUtf8()) : QByteArray();
}

} // namespace

class TestGordianctlRemedy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void mendsByThePlansHashAlone();
    void looksAgainForACauseThatHides();
    void aRemedyThatNoPackHasIsRefusedAtOnce();

private:
    RunResult remedy(const QStringList &words) const
    {
        return m_home.run(QStringList{QStringLiteral("remedy")} + words + m_options, {}, 300);
    }
    static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

    LoopbackNode m_node;
    Gordianctl m_home;
    QStringList m_options;
};

void TestGordianctlRemedy::initTestCase()
{
    if (!LoopbackNode::isPossible()) {
        QSKIP("needs root, an sshd and namespaces");
    }
    SshdFixture &server = m_node.server();
    QVERIFY(m_node.start());
    server.makeKey(QStringLiteral("key"));
    QVERIFY(server.writeFile(QStringLiteral("known_hosts"), server.knownHostsLine()));
    // Something of Kubernetes, or nothing else would be said of the node.
    QVERIFY(QDir().mkpath(m_node.varLib() + QStringLiteral("/kubelet")));
    m_options = {QStringLiteral("--ssh-config=none"), QStringLiteral("--pack=") + m_home.folder(),
                 QStringLiteral("--known-hosts=") + server.path(QStringLiteral("known_hosts")),
                 QStringLiteral("--identity=") + server.path(QStringLiteral("key"))};
}

void TestGordianctlRemedy::mendsByThePlansHashAlone()
{
    MendingScene scene;
    const QString file = QStringLiteral("etc/config.toml");
    m_home.write(QStringLiteral("scene.json"), packFor(scene.path(file)));
    const QByteArray before = scene.everything();
    const QString target = QStringLiteral("root@127.0.0.1:%1").arg(m_node.server().port());
    const QStringList named{QStringLiteral("--remedy"), QStringLiteral("scene-switch-on")};
    const QStringList asJson{QStringLiteral("--json"), QStringLiteral("-")};

    const RunResult listed = remedy({QStringLiteral("list"), target, asJson[0], asJson[1]});
    QVERIFY2(listed.code == 0, listed.all().constData());
    bool isOffered = false;
    const QJsonArray offers = json(listed.out).value(QStringLiteral("remedies")).toArray();
    for (const auto &offer : offers) {
        isOffered = isOffered || offer.toObject().value(QStringLiteral("remedy")) == named.last();
    }
    QVERIFY2(isOffered, listed.all().constData());

    const RunResult planned = remedy(QStringList{QStringLiteral("plan"), target} + named + asJson);
    QVERIFY2(planned.code == 0, planned.all().constData());
    const QJsonObject plan = json(planned.out);
    const QString hash = plan.value(QStringLiteral("hash")).toString();
    QCOMPARE(hash.size(), 64);
    QVERIFY(plan.value(QStringLiteral("allowed")).toBool());
    QVERIFY(
        plan.value(QStringLiteral("steps")).toArray().first().toObject().contains(QStringLiteral("diff")));
    QCOMPARE(plan.value(QStringLiteral("clears")).toArray().size(), 1);
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY(!QFile::exists(m_node.varLib() + QStringLiteral("/gordian")));

    // Nearly the hash is not the hash.
    const QString nearly = hash.left(63) + (hash.endsWith(u'0') ? QLatin1String("1") : QLatin1String("0"));
    const QStringList apply = QStringList{QStringLiteral("apply"), target} + named;
    const RunResult refused = remedy(apply + QStringList{QStringLiteral("--yes"), nearly});
    QVERIFY2(refused.code == 3 && refused.err.contains("--yes"), refused.all().constData());
    QCOMPARE(scene.changedSince(before), QByteArray());

    const RunResult applied =
        remedy(apply
               + QStringList{QStringLiteral("--yes"), hash, QStringLiteral("--case"),
                             m_home.path(QStringLiteral("after.gordian")), QStringLiteral("--markdown"),
                             m_home.path(QStringLiteral("after.md"))});
    QVERIFY2(applied.code == 0, applied.all().constData());
    QVERIFY(scene.text(file).contains("SystemdCgroup = true"));
    QVERIFY2(applied.out.contains("1 of 1"), applied.all().constData());
    QVERIFY(m_home.contents(QStringLiteral("after.md")).contains(hash.toUtf8()));
    const QVector<Mending> all =
        mendingsIn(m_home.path(QStringLiteral(".local/share/gordian/gordian/mendings")));
    QCOMPARE(all.size(), 1);
    const QString id = all.first().plan.id;

    // The case that was kept has it too, in the other language as well.
    const RunResult again = m_home.run(
        {QStringLiteral("report"), m_home.path(QStringLiteral("after.gordian")), QStringLiteral("--lang=ru"),
         QStringLiteral("--html"), m_home.path(QStringLiteral("a.html"))});
    QVERIFY2(m_home.contents(QStringLiteral("a.html")).contains("Что изменено"), again.all().constData());

    const RunResult undone = remedy({QStringLiteral("undo"), id});
    QVERIFY2(undone.code == 0, undone.all().constData());
    QCOMPARE(scene.changedSince(before), QByteArray());
    const RunResult twice = remedy({QStringLiteral("undo"), id});
    QCOMPARE(twice.code, 1);

    const RunResult status = remedy({QStringLiteral("status"), id, QStringLiteral("--markdown"),
                                     m_home.path(QStringLiteral("change.md"))});
    QVERIFY2(status.code == 0 && status.out.contains(hash.toUtf8()), status.all().constData());
    QByteArray ticket = m_home.contents(QStringLiteral("change.md"));
    ticket.replace("\\", "");
    for (const QByteArray &each : {id.toUtf8(), hash.toUtf8(), QByteArray("SystemdCgroup = true"),
                                   QByteArray("127.0.0.1"), QByteArray(":644:0:0")}) {
        QVERIFY2(ticket.contains(each), ticket.constData());
    }
    const QJsonObject remembered = json(remedy(QStringList{QStringLiteral("status")} + asJson).out);
    QCOMPARE(remembered.value(QStringLiteral("mendings"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("state")),
             QJsonValue(QStringLiteral("undone")));
}

/// A kubelet that is started every ten seconds runs when it is looked at.
void TestGordianctlRemedy::looksAgainForACauseThatHides()
{
    MendingScene scene;
    const QString file = QStringLiteral("etc/config.toml");
    m_home.write(QStringLiteral("scene.json"), packFor(scene.path(file)));
    const QByteArray sick = scene.text(file);
    QVERIFY(sick.contains("SystemdCgroup = false"));
    scene.put(file, QByteArray(sick).replace("SystemdCgroup = false", "SystemdCgroup = true"));
    QVERIFY(QProcess::startDetached(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral("sleep 12; sed -i 's/SystemdCgroup = true/SystemdCgroup = false/' \"$0\""),
         scene.path(file)}));

    const QString target = QStringLiteral("root@127.0.0.1:%1").arg(m_node.server().port());
    const RunResult planned = remedy(
        {QStringLiteral("plan"), target, QStringLiteral("--remedy"), QStringLiteral("scene-switch-on")});
    QVERIFY2(planned.code == 0, planned.all().constData());
    QVERIFY2(planned.err.contains("looking again"), planned.all().constData());
    QVERIFY2(planned.out.contains("--yes"), planned.all().constData());
}

void TestGordianctlRemedy::aRemedyThatNoPackHasIsRefusedAtOnce()
{
    const QString target = QStringLiteral("root@127.0.0.1:%1").arg(m_node.server().port());
    const RunResult planned =
        remedy({QStringLiteral("plan"), target, QStringLiteral("--remedy"), QStringLiteral("no-such-thing")});
    QCOMPARE(planned.code, 1);
    QVERIFY2(planned.err.contains("no such remedy") && !planned.err.contains("looking again"),
             planned.all().constData());
}

QTEST_GUILESS_MAIN(TestGordianctlRemedy)
#include "tst_gordianctlremedy.moc"
