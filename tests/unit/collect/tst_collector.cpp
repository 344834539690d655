// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "collect/collector.h"
#include "faketransport.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace gordian;

namespace {

Node node(const QString &id, const QString &host = QStringLiteral("10.0.0.1"))
{
    Node made;
    made.id = id;
    made.endpoint.host = host;
    return made;
}

QVector<Node> several(int count)
{
    QVector<Node> nodes;
    for (int i = 0; i < count; ++i) {
        nodes.append(node(QString::number(i), QStringLiteral("10.0.0.%1").arg(i)));
    }
    return nodes;
}

ConnectFailure hungUp()
{
    ConnectFailure failure;
    failure.layer = ConnectLayer::Banner;
    failure.detail = QStringLiteral("Socket error: disconnected");
    return failure;
}

QVector<Probe> probes(int wave)
{
    QVector<Probe> made;
    if (wave <= 2) {
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b")}) {
            Probe probe;
            probe.id = name + QString::number(wave);
            probe.run = QStringLiteral("true");
            made.append(probe);
        }
    }
    return made;
}

QByteArray hello(const QByteArray &nonce)
{
    return nonce + " H 0\nclock=1000.5\nuid=0\nuser=root\nhost=k8s\nsudoer=lab\n" + nonce + " E 0 hello\n";
}

QByteArray answer(const QByteArray &nonce, int wave, const QByteArray &id)
{
    const QByteArray where = QByteArray::number(wave) + ' ' + id;
    return nonce + " S " + where + " ran 0 10\n" + nonce + " E " + where + '\n' + nonce + " D " + where
        + "\nout of " + id + nonce + " E " + where + '\n';
}

} // namespace

class TestCollector : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_factory = std::make_unique<FakeFactory>();
        m_collector = std::make_unique<Collector>(
            *m_factory, [](const NodeRecord &, int wave, const QVector<Artifact> &) { return probes(wave); });
        m_artifacts.clear();
        m_runs.clear();
        m_records.clear();
        m_finished = 0;
        connect(m_collector.get(), &Collector::artifactCollected, this,
                [this](const Artifact &a) { m_artifacts.append(a); });
        connect(m_collector.get(), &Collector::ran, this, [this](const RunEntry &r) { m_runs.append(r); });
        connect(m_collector.get(), &Collector::nodeChanged, this,
                [this](const NodeRecord &r) { m_records.insert(r.node.id, r); });
        connect(m_collector.get(), &Collector::finished, this, [this] { ++m_finished; });
    }

    void twoWaves()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        const QByteArray nonce = transport->nonce();
        QVERIFY(transport->written.contains("gn_wave 8 60 1,2\n"));
        emit transport->output(hello(nonce));
        QCOMPARE(m_records[m_id].privilege, Privilege::Sudo);
        QCOMPARE(m_records[m_id].account, QStringLiteral("root"));
        QVERIFY(m_records[m_id].clockOffsetMs.has_value());
        emit transport->output(answer(nonce, 1, "a1") + answer(nonce, 1, "b1"));
        QCOMPARE(m_collector->progress(m_id).probesDone, 2);
        emit transport->output(nonce + " W 1\n");
        QCOMPARE(m_collector->progress(m_id).wave, 2);
        emit transport->output(answer(nonce, 2, "b2") + answer(nonce, 2, "a2") + nonce + " W 2\n");
        // Nothing runs between waves: nobody waits for the shell's end.
        QVERIFY(transport->wasClosed);
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_artifacts.size(), 4);
        QCOMPARE(m_artifacts[2].output, QByteArray("out of b2"));
        QCOMPARE(m_runs.size(), 3);
        QCOMPARE(m_runs[0].what, QStringLiteral("connect"));
        QCOMPARE(m_runs[1].what, QStringLiteral("script wave 1: 2 probes"));
        QCOMPARE(m_runs[1].outcome, QStringLiteral("ok"));
        QCOMPARE(m_records[m_id].state, ConnectState::Closed);
    }

    void namesTheNode_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("name");
        QTest::newRow("without a name it goes by its host name") << QString() << QStringLiteral("k8s");
        QTest::newRow("an IPv4 address is no name") << QStringLiteral("10.0.0.1") << QStringLiteral("k8s");
        QTest::newRow("an IPv6 address is no name")
            << QStringLiteral("fe80::1%eth0") << QStringLiteral("k8s");
        QTest::newRow("a given name is kept") << QStringLiteral("first") << QStringLiteral("first");
        QTest::newRow("a host with digits is a name")
            << QStringLiteral("node-10.0.lan") << QStringLiteral("node-10.0.lan");
    }

    void namesTheNode()
    {
        QFETCH(QString, given);
        Node typed = node(m_id);
        typed.name = given;
        m_collector->start({typed}, {});
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->opened({});
        emit transport->output(hello(transport->nonce()));
        QTEST(m_records[m_id].node.name, "name");
        m_collector->cancel();
    }

    void linkLostKeepsWhatCame()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->output(hello(transport->nonce()) + answer(transport->nonce(), 1, "b1"));
        ShellEnd end;
        end.linkLost = true;
        emit transport->shellEnded(end);
        QCOMPARE(m_finished, 1);
        QCOMPARE(m_artifacts.size(), 2);
        QCOMPARE(m_artifacts[0].state, ArtifactState::Collected);
        QCOMPARE(m_artifacts[1].state, ArtifactState::NotCollected);
        QCOMPARE(m_artifacts[1].note, QStringLiteral("link-lost"));
        QCOMPARE(m_records[m_id].failure->layer, ConnectLayer::LinkLost);
    }

    void cancelKeepsWhatCame()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->output(hello(transport->nonce()) + answer(transport->nonce(), 1, "b1"));
        m_collector->cancel();
        QCOMPARE(m_finished, 1);
        QVERIFY(transport->wasClosed);
        QCOMPARE(m_artifacts.size(), 2);
        QCOMPARE(m_artifacts[1].note, QStringLiteral("cancelled"));
        QVERIFY(!m_collector->isRunning());
    }

    void cancelBeforeTheTurn()
    {
        CollectOptions options;
        options.nodesAtOnce = 1;
        m_collector->start({node(QStringLiteral("x")), node(QStringLiteral("y"))}, options);
        QVERIFY(!(*m_factory)[QStringLiteral("y")]->opened_);
        m_collector->cancelNode(QStringLiteral("y"));
        QCOMPARE(m_records[QStringLiteral("y")].failure->layer, ConnectLayer::Cancelled);
        QCOMPARE(m_finished, 0);
        m_collector->cancel();
        QCOMPARE(m_finished, 1);
    }

    void failureToConnect()
    {
        m_collector->start({node(m_id)}, {});
        ConnectFailure failure;
        failure.layer = ConnectLayer::TcpRefused;
        emit(*m_factory)[m_id]->failed(failure);
        QCOMPARE(m_finished, 1);
        QVERIFY(m_artifacts.isEmpty());
        QCOMPARE(m_records[m_id].state, ConnectState::Failed);
        QCOMPARE(m_records[m_id].failure->layer, ConnectLayer::TcpRefused);
        QCOMPARE(m_runs.size(), 1);
        QCOMPARE(m_runs[0].outcome, QStringLiteral("failed"));
    }

    void shellThatIsNone()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->output("This account is currently not available.\n");
        ShellEnd end;
        end.exitCode = 1;
        emit transport->shellEnded(end);
        QCOMPARE(m_records[m_id].failure->layer, ConnectLayer::Shell);
        QVERIFY(m_records[m_id].failure->detail.contains(QStringLiteral("not available")));
        QCOMPARE(m_artifacts.size(), 2);
    }

    void limitOfSignIns()
    {
        CollectOptions options;
        options.signInsAtOnce = 2;
        QVector<Node> nodes;
        for (int i = 0; i < 5; ++i) {
            Node one = node(QString::number(i), QStringLiteral("10.0.0.%1").arg(i));
            one.jumps = {parseEndpoint(QStringLiteral("bastion"))};
            nodes.append(one);
        }
        m_collector->start(nodes, options);
        QCOMPARE(openedCount(), 2);
        emit(*m_factory)[QStringLiteral("0")]->opened({});
        QCOMPARE(openedCount(), 3);
        emit(*m_factory)[QStringLiteral("1")]->failed({});
        QCOMPARE(openedCount(), 4);
    }

    void limitOfSignInsThroughAJumpHostThatNoNodeNames()
    {
        m_factory->everyonesJump = parseEndpoint(QStringLiteral("bastion"));
        CollectOptions options;
        options.signInsAtOnce = 2;
        m_collector->start(several(5), options);
        QCOMPARE(openedCount(), 2);
    }

    // MaxStartups 2, say: the third caller is hung up on before the server says its name.
    void aNodeThatWasTurnedAwayIsCalledAgain()
    {
        m_factory->everyonesJump = parseEndpoint(QStringLiteral("bastion"));
        m_collector->start(several(4), {});
        QCOMPARE(openedCount(), 4);
        QSignalSpy done(m_collector.get(), &Collector::nodeFinished);
        for (const auto *id : {"2", "3"}) {
            emit(*m_factory)[QString::fromLatin1(id)]->failed(hungUp());
        }
        QCOMPARE(done.size(), 0);
        QCOMPARE(m_records[QStringLiteral("2")].failure.has_value(), false);
        QCOMPARE(openedCount(), 2); // the two that are let in
        emit(*m_factory)[QStringLiteral("0")]->opened({});
        QCOMPARE(openedCount(), 3);
        finishNode((*m_factory)[QStringLiteral("2")]);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done[0][0].toString(), QStringLiteral("2"));
        m_collector->cancel();
    }

    void aServerThatTurnsEverybodyAwayIsGivenUp()
    {
        m_factory->everyonesJump = parseEndpoint(QStringLiteral("bastion"));
        m_collector->start(several(3), {});
        QSignalSpy done(m_collector.get(), &Collector::nodeFinished);
        for (int calls = 0; m_collector->isRunning() && calls < 100; ++calls) {
            for (const auto &transport : std::as_const(m_factory->transports)) {
                if (transport && transport->opened_ && !transport->wasClosed) {
                    emit transport->failed(hungUp());
                    break;
                }
            }
        }
        QCOMPARE(done.size(), 3);
        QCOMPARE(m_records[QStringLiteral("1")].failure->layer, ConnectLayer::Banner);
    }

    void aNodeAloneIsCalledOnce()
    {
        m_collector->start({node(m_id)}, {});
        QSignalSpy done(m_collector.get(), &Collector::nodeFinished);
        emit(*m_factory)[m_id]->failed(hungUp());
        QCOMPARE(done.size(), 1);
    }

    void deadNodeDelaysNobody()
    {
        m_collector->start(
            {node(QStringLiteral("dead"), QStringLiteral("h1")), node(m_id, QStringLiteral("h2"))}, {});
        QCOMPARE(openedCount(), 2);
        QSignalSpy done(m_collector.get(), &Collector::nodeFinished);
        finishNode((*m_factory)[m_id]);
        QCOMPARE(done.size(), 1);
        QCOMPARE(done[0][0].toString(), m_id);
        QVERIFY(m_collector->isRunning());
        m_collector->cancel();
    }

    void questionsArePassedOn()
    {
        m_collector->start({node(m_id)}, {});
        FakeTransport *transport = (*m_factory)[m_id];
        QSignalSpy keys(m_collector.get(), &Collector::hostKeyUnknown);
        emit transport->hostKeyUnknown({});
        QCOMPARE(keys.size(), 1);
        QVERIFY(m_collector->progress(m_id).waitsForUser);
        m_collector->acceptHostKey(m_id);
        QCOMPARE(transport->accepted, 1);
        QVERIFY(!m_collector->progress(m_id).waitsForUser);

        emit transport->opened({});
        SecretRequest request;
        request.kind = SecretKind::SudoPassword;
        request.number = 7;
        emit transport->secretNeeded(request);
        m_collector->answerSecret(m_id, 7, {Secret("s")});
        QCOMPARE(transport->answeredNumbers, QVector<quint64>{7});
        emit transport->output(hello(transport->nonce()));
        QCOMPARE(m_records[m_id].privilege, Privilege::SudoPassword);
        m_collector->cancel();
    }

    void waveEndsWithoutSomeAnswers()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        const QByteArray nonce = transport->nonce();
        emit transport->output(hello(nonce) + answer(nonce, 1, "a1") + nonce + " W 1\n");
        // What a lane lost is asked for once more, alone.
        QCOMPARE(m_artifacts.size(), 1);
        QVERIFY(transport->written.endsWith("gn_wave 8 60 1\n"));
        emit transport->output(nonce + " W 2\n");
        QCOMPARE(m_artifacts.size(), 2);
        QCOMPARE(m_artifacts[1].note, QStringLiteral("wave-time-limit"));
        // What comes too late is not taken for an answer of the next wave.
        emit transport->output(answer(nonce, 1, "b1") + answer(nonce, 1, "a2"));
        QCOMPARE(m_artifacts.size(), 2);
    }

    void whatALaneLostComesAlone()
    {
        begin();
        FakeTransport *transport = (*m_factory)[m_id];
        const QByteArray nonce = transport->nonce();
        // Its output came, but not how it ended: the cap of the lane was used up by a neighbour.
        emit transport->output(hello(nonce) + answer(nonce, 1, "a1") + nonce + " D 1 b1\nhalf" + nonce
                               + " L 1\n" + nonce + " W 1\n");
        emit transport->output(answer(nonce, 2, "b1") + nonce + " W 2\n");
        QCOMPARE(m_artifacts.size(), 2);
        QCOMPARE(m_artifacts[1].state, ArtifactState::Collected);
        QVERIFY(!m_artifacts[1].output.startsWith("half"));
        QVERIFY(!m_artifacts[1].truncated);
        m_collector->cancel();
    }

    void hungShellIsAbandoned()
    {
        CollectOptions options;
        options.limits.totalSeconds = -9; // with the node's grace of ten seconds: one second
        m_collector->start({node(m_id)}, options);
        emit(*m_factory)[m_id]->opened({});
        emit(*m_factory)[m_id]->output(hello((*m_factory)[m_id]->nonce()));
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, 5000);
        QCOMPARE(m_artifacts.size(), 2);
        QCOMPARE(m_artifacts[0].note, QStringLiteral("no-answer"));
    }

    // While the script is still on its way, the node's time has not begun; later it ends as ever.
    void aSlowLinkIsWaitedFor()
    {
        CollectOptions options;
        options.limits.totalSeconds = -9; // with the node's grace of ten seconds: one second
        m_collector->start({node(m_id)}, options);
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->opened({});
        emit transport->output(hello(transport->nonce()));
        QElapsedTimer clock;
        clock.start();
        QTimer link;
        connect(&link, &QTimer::timeout, transport, [&] {
            emit transport->inputCarried();
            if (clock.elapsed() > 2500) {
                link.stop();
            }
        });
        link.start(200);
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, 10000);
        QVERIFY2(clock.elapsed() > 3000, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE(m_artifacts[0].note, QStringLiteral("no-answer"));
    }

    // Answers that still come after the time are taken as long as they come.
    void answersUnderWayAreWaitedFor()
    {
        CollectOptions options;
        options.limits.totalSeconds = -9;
        m_collector->start({node(m_id)}, options);
        FakeTransport *transport = (*m_factory)[m_id];
        emit transport->opened({});
        const QByteArray nonce = transport->nonce();
        QByteArray rest = hello(nonce) + answer(nonce, 1, "a1") + answer(nonce, 1, "b1");
        QTimer link;
        connect(&link, &QTimer::timeout, transport, [&] {
            if (!rest.isEmpty()) {
                emit transport->output(rest.left(20));
                rest.remove(0, 20);
            }
        });
        link.start(150);
        QTRY_COMPARE_WITH_TIMEOUT(m_artifacts.size(), 2, 10000);
        QVERIFY(m_artifacts[0].answered() && m_artifacts[1].answered());
        link.stop();
        m_collector->cancel();
    }

private:
    void begin()
    {
        m_collector->start({node(m_id)}, {});
        emit(*m_factory)[m_id]->opened({});
    }

    void finishNode(FakeTransport *transport)
    {
        emit transport->opened({});
        const QByteArray nonce = transport->nonce();
        emit transport->output(hello(nonce) + nonce + " W 1\n" + nonce + " W 2\n");
        emit transport->shellEnded({});
    }

    int openedCount() const
    {
        int count = 0;
        for (const auto &transport : std::as_const(m_factory->transports)) {
            count += transport && transport->opened_ ? 1 : 0;
        }
        return count;
    }

    const QString m_id = QStringLiteral("n1");
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<Collector> m_collector;
    QVector<Artifact> m_artifacts;
    QVector<RunEntry> m_runs;
    QHash<QString, NodeRecord> m_records;
    int m_finished = 0;
};

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
