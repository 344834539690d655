// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A whole investigation over real SSH to demo nodes: collected, judged, saved, opened again, and disturbed.

#include "casefile/casestore.h"
#include "session/investigation.h"
#include "support/democluster.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace gordian;

namespace {

constexpr int kPatience = 60000;
const auto kCause = QStringLiteral("containerd-systemdcgroup-false");

int answered(const Case &whole, const QString &node = {})
{
    return static_cast<int>(
        std::count_if(whole.artifacts.cbegin(), whole.artifacts.cend(), [&](const Artifact &artifact) {
            return artifact.answered() && (node.isEmpty() || artifact.node == node);
        }));
}

/// What the diagnosis says, without what a saved case cannot change.
QStringList gist(const Diagnosis &diagnosis)
{
    QStringList lines{QString::number(static_cast<int>(diagnosis.overall))};
    for (const CauseVerdict &cause : diagnosis.causes) {
        lines.append(cause.id + QLatin1Char(' ') + cause.node + QLatin1Char(' ')
                     + cause.sentence.in(QStringLiteral("en")));
    }
    for (const Finding &finding : diagnosis.findings) {
        lines.append(finding.node + QLatin1Char('/') + finding.id + QLatin1Char(' ')
                     + QString::number(static_cast<int>(finding.health)));
    }
    lines.append(QString::number(diagnosis.timeline.size()));
    return lines;
}

/// No file of this process grows beyond `bytes` while it lives: as good as a full disk, and no mount is
/// needed.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

} // namespace

class TestInvestigation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theSavedCaseGivesTheSameDiagnosis();
    void twoNodesAreJudgedTogether();
    void cancellingKeepsWhatCame();
    void collectingAgainReplacesWhatWas();
    void aNodeMayGoWhileItIsCollected();
    void aNodeMayBeCollectedAgainWhileOthersRun();
    void aFullDiskIsSaidOnceAndTheCaseStaysWhole();
    void aFileThatDoesNotOpenChangesNothing();
    void aFailedSaveKeepsTheFileInUse();
    void anotherCaseGetsNothingOfTheLast();
    void savingLaterLosesNothing();
    void aResumedCaseGoesOnInItsFile();
    void aFailedSaveLaterIsTold();
    void changesComeOnlyOnceAllIsJudged();

private:
    bool finish();
    QString path(const QString &name) const { return m_folder->filePath(name); }

    PluginHost m_plugins;
    DemoCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Investigation> m_session;
};

void TestInvestigation::initTestCase()
{
    QVERIFY(m_plugins.load({}, {}).has_value());
    QVERIFY(m_cluster.start(2));
}

void TestInvestigation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Investigation>(m_plugins, m_cluster);
}

void TestInvestigation::cleanup()
{
    m_session.reset();
}

bool TestInvestigation::finish()
{
    return QTest::qWaitFor([this] { return !m_session->isCollecting() && !m_session->isDiagnosing(); },
                           kPatience);
}

void TestInvestigation::theSavedCaseGivesTheSameDiagnosis()
{
    QVERIFY(m_session->startNew(QStringLiteral("story")).has_value());
    QSignalSpy judged(m_session.get(), &Investigation::diagnosisChanged);
    m_session->addNodes({m_cluster.nodes().first()});
    m_session->collect();
    QVERIFY(finish());
    QVERIFY(!judged.isEmpty());
    QCOMPARE(m_session->diagnosis().causes.value(0).id, kCause);
    QVERIFY(m_session->saveAs(path(QStringLiteral("story.gordian"))).has_value());
    const QStringList before = gist(m_session->diagnosis());

    m_session = std::make_unique<Investigation>(m_plugins, m_cluster);
    QVERIFY(m_session->openFile(path(QStringLiteral("story.gordian"))).has_value());
    QVERIFY(finish());
    QCOMPARE(gist(m_session->diagnosis()), before);
    QCOMPARE(m_session->filePath(), path(QStringLiteral("story.gordian")));
}

void TestInvestigation::twoNodesAreJudgedTogether()
{
    const QStringList ids = m_session->addNodes(m_cluster.nodes());
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids.first() != ids.last());
    m_session->collect();
    QVERIFY(finish());
    QCOMPARE(m_session->diagnosis().coverage.nodesExamined, 2);
    for (const QString &id : ids) {
        const auto &causes = m_session->diagnosis().causes;
        QVERIFY(std::any_of(causes.cbegin(), causes.cend(), [&](const CauseVerdict &cause) {
            return cause.id == kCause && cause.node == id;
        }));
    }
}

void TestInvestigation::cancellingKeepsWhatCame()
{
    const QString node = m_session->addNodes({m_cluster.nodes().first()}).value(0);
    m_session->collect();
    QTRY_VERIFY_WITH_TIMEOUT(answered(m_session->currentCase()) >= 5, kPatience);
    const int came = answered(m_session->currentCase());
    m_session->cancel();
    QVERIFY(finish());
    QVERIFY(answered(m_session->currentCase()) >= came);
    const auto &artifacts = m_session->currentCase().artifacts;
    QVERIFY(std::any_of(artifacts.cbegin(), artifacts.cend(), [](const Artifact &artifact) {
        return artifact.state == ArtifactState::NotCollected && artifact.note == QLatin1String("cancelled");
    }));
    QCOMPARE(m_session->currentCase().node(node)->state, ConnectState::Closed);
    QVERIFY(m_session->diagnosis().coverage.gaps.size() > 0);
}

void TestInvestigation::collectingAgainReplacesWhatWas()
{
    Case old = newCase(QStringLiteral("old"));
    NodeRecord record;
    record.node = m_cluster.nodes().first();
    record.node.id = QStringLiteral("cp");
    old.nodes.append(record);
    Artifact leftover;
    leftover.node = QStringLiteral("cp");
    leftover.probe = QStringLiteral("no.longer.asked");
    leftover.state = ArtifactState::Collected;
    leftover.output = "old\n";
    old.put(leftover);
    leftover.probe = QStringLiteral("host.identity");
    old.put(leftover);
    const QString file = path(QStringLiteral("old.gordian"));
    QVERIFY(CaseStore::create(file, old).has_value());
    QVERIFY(m_session->openFile(file).has_value());
    m_session->collect();
    QVERIFY(finish());
    const QVector<Artifact> fresh = m_session->currentCase().artifacts;
    QVERIFY(fresh.size() > 20);
    m_session.reset(); // all is written
    const auto saved = CaseStore::read(file);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->artifacts.size(), fresh.size());
    for (const QVector<Artifact> &artifacts : {fresh, saved->artifacts}) {
        for (const Artifact &artifact : artifacts) {
            QVERIFY2(artifact.output != "old\n", qPrintable(artifact.probe));
        }
    }
}

void TestInvestigation::aNodeMayGoWhileItIsCollected()
{
    const QString file = path(QStringLiteral("gone.gordian"));
    QVERIFY(m_session->startNew({}, file).has_value());
    const QStringList ids = m_session->addNodes(m_cluster.nodes());
    m_session->collect();
    QTRY_VERIFY_WITH_TIMEOUT(answered(m_session->currentCase(), ids.first()) > 0, kPatience);
    m_session->removeNode(ids.first());
    QVERIFY(finish());
    QVERIFY(m_session->currentCase().node(ids.first()) == nullptr);
    QCOMPARE(answered(m_session->currentCase(), ids.first()), 0);
    QVERIFY(answered(m_session->currentCase(), ids.last()) > 20);
    QCOMPARE(m_session->diagnosis().coverage.nodes, 1);
    m_session.reset();
    const auto saved = CaseStore::read(file);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->nodes.size(), 1);
    QCOMPARE(answered(*saved, ids.first()), 0);
}

void TestInvestigation::aNodeMayBeCollectedAgainWhileOthersRun()
{
    const QStringList ids = m_session->addNodes(m_cluster.nodes());
    m_session->collect();
    QTRY_VERIFY_WITH_TIMEOUT(answered(m_session->currentCase(), ids.first()) > 0, kPatience);
    m_session->removeNode(ids.first());
    const QStringList again = m_session->addNodes({m_cluster.nodes().first()});
    QCOMPARE(again.size(), 1);
    m_session->collectNode(again.first());
    QVERIFY(finish());
    QVERIFY(answered(m_session->currentCase(), again.first()) > 20);
}

void TestInvestigation::aFullDiskIsSaidOnceAndTheCaseStaysWhole()
{
    QVERIFY(m_session->startNew({}, path(QStringLiteral("small.gordian"))).has_value());
    QSignalSpy failed(m_session.get(), &Investigation::savingFailed);
    {
        constexpr rlim_t someArtifacts = 100000;
        const SmallDisk small(someArtifacts);
        m_session->addNodes({m_cluster.nodes().first()});
        m_session->collect();
        QVERIFY(finish());
        QTRY_COMPARE(failed.size(), 1);
    }
    QCOMPARE(m_session->diagnosis().causes.value(0).id, kCause);
    const qsizetype whole = m_session->currentCase().artifacts.size();
    QVERIFY(m_session->saveAs(path(QStringLiteral("roomy.gordian"))).has_value());
    m_session.reset();
    QCOMPARE(failed.size(), 1);
    const auto saved = CaseStore::read(path(QStringLiteral("roomy.gordian")));
    QVERIFY(saved.has_value());
    QCOMPARE(saved->artifacts.size(), whole);
    QVERIFY(CaseStore::read(path(QStringLiteral("small.gordian"))).has_value());
}

void TestInvestigation::aFileThatDoesNotOpenChangesNothing()
{
    const QString file = path(QStringLiteral("mine.gordian"));
    QVERIFY(m_session->startNew(QStringLiteral("mine"), file).has_value());
    m_session->addNodes({m_cluster.nodes().first()});
    m_session->collect();
    QVERIFY(!m_session->openFile(path(QStringLiteral("absent.gordian"))).has_value());
    QVERIFY(!m_session->startNew({}, QStringLiteral("/nowhere/x.gordian")).has_value());
    QCOMPARE(m_session->filePath(), file);
    QVERIFY(m_session->isCollecting());
    QVERIFY(finish());
    QCOMPARE(m_session->currentCase().title, QStringLiteral("mine"));
    m_session.reset();
    const auto saved = CaseStore::read(file);
    QVERIFY(saved.has_value());
    QVERIFY(answered(*saved) > 20);
}

void TestInvestigation::aFailedSaveKeepsTheFileInUse()
{
    const QString file = path(QStringLiteral("mine.gordian"));
    QVERIFY(m_session->startNew({}, file).has_value());
    QVERIFY(!m_session->saveAs(QStringLiteral("/nowhere/x.gordian")).has_value());
    QCOMPARE(m_session->filePath(), file);
    m_session->addNodes({m_cluster.nodes().first()});
    QVERIFY(m_session->saveAs(file).has_value()); // over itself
    m_session->addNodes({m_cluster.nodes().last()});
    m_session.reset();
    const auto saved = CaseStore::read(file);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->nodes.size(), 2);
}

void TestInvestigation::anotherCaseGetsNothingOfTheLast()
{
    const QString first = path(QStringLiteral("first.gordian"));
    const QString second = path(QStringLiteral("second.gordian"));
    QVERIFY(m_session->startNew({}, first).has_value());
    m_session->addNodes({m_cluster.nodes().first()});
    m_session->collect();
    QTRY_VERIFY_WITH_TIMEOUT(answered(m_session->currentCase()) > 0, kPatience);
    QVERIFY(m_session->startNew({}, second).has_value());
    QVERIFY(finish());
    QVERIFY(m_session->currentCase().artifacts.isEmpty());
    m_session.reset();
    const auto old = CaseStore::read(first);
    QVERIFY(old.has_value());
    QVERIFY(answered(*old) > 0);
    QVERIFY(std::any_of(old->artifacts.cbegin(), old->artifacts.cend(), [](const Artifact &artifact) {
        return artifact.note == QLatin1String("cancelled");
    }));
    const auto fresh = CaseStore::read(second);
    QVERIFY(fresh.has_value());
    QVERIFY(fresh->nodes.isEmpty());
    QVERIFY(fresh->artifacts.isEmpty());
    QVERIFY(fresh->runs.isEmpty());
}

void TestInvestigation::savingLaterLosesNothing()
{
    QSignalSpy saved(m_session.get(), &Investigation::saved);
    m_session->addNodes({m_cluster.nodes().first()});
    m_session->saveLater(path(QStringLiteral("later.gordian")));
    m_session->collect(); // artifacts come before and after the file is there
    QVERIFY(finish());
    QCOMPARE(saved.size(), 1);
    QCOMPARE(m_session->filePath(), path(QStringLiteral("later.gordian")));
    const qsizetype artifacts = m_session->currentCase().artifacts.size();
    const qsizetype runs = m_session->currentCase().runs.size();
    m_session.reset(); // all is written
    const auto read = CaseStore::read(path(QStringLiteral("later.gordian")));
    QVERIFY(read.has_value());
    QCOMPARE(read->artifacts.size(), artifacts);
    QCOMPARE(read->runs.size(), runs);
}

void TestInvestigation::aResumedCaseGoesOnInItsFile()
{
    const QString file = path(QStringLiteral("resumed.gordian"));
    QVERIFY(CaseStore::create(file, newCase(QStringLiteral("resumed"))).has_value());
    m_session->resume(*CaseStore::read(file), file);
    QCOMPARE(m_session->filePath(), file);
    m_session->addNodes({m_cluster.nodes().first()});
    m_session.reset();
    QCOMPARE(CaseStore::read(file)->nodes.size(), 1);
}

void TestInvestigation::aFailedSaveLaterIsTold()
{
    QSignalSpy failed(m_session.get(), &Investigation::savingFailed);
    m_session->saveLater(QStringLiteral("/nowhere/x.gordian"));
    QVERIFY(failed.wait(kPatience));
    QVERIFY(m_session->filePath().isEmpty());
    m_session->saveLater(path(QStringLiteral("somewhere.gordian")));
    QTRY_COMPARE(m_session->filePath(), path(QStringLiteral("somewhere.gordian")));
}

void TestInvestigation::changesComeOnlyOnceAllIsJudged()
{
    m_session->addNodes({m_cluster.nodes().first()});
    m_session->collect();
    QVERIFY(finish());
    QVERIFY(!m_session->changes()); // nothing to compare with
    bool early = false;
    connect(m_session.get(), &Investigation::diagnosisChanged, this,
            [&] { early = early || (m_session->isCollecting() && m_session->changes()); });
    m_session->collect();
    QVERIFY(finish());
    QVERIFY(!early);
    QVERIFY(m_session->changes().has_value());
    QCOMPARE(m_session->changes()->stayed.value(0).id, kCause);
    QVERIFY(m_session->changes()->since.isValid());
    QVERIFY(m_session->startNew(QStringLiteral("another")).has_value());
    QVERIFY(!m_session->changes());
}

QTEST_GUILESS_MAIN(TestInvestigation)
#include "tst_investigation.moc"
