// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A real gordianctl mends a node behind a real sshd, and at every call the link breaks, the program is killed
// with -9 or the node restarts. The next gordianctl finds it, shows it, goes on or takes it back, and nothing
// is lost.

#include "../cli/gordianctlrun.h"
#include "loopbacknode.h"
#include "mendingscene.h"

#include <QtTest>

#include <csignal>
#include <unistd.h>

using namespace gordian;
using What = LoopbackNode::What;
using When = LoopbackNode::When;

namespace {

const QString Account = QStringLiteral("gordian-mend-%1").arg(getpid());

/// A laptop with a plan for the node that is to be carried out.
class Laptop {
public:
    Laptop(MendingScene &scene, LoopbackNode &node, const QString &account = QStringLiteral("root"))
    {
        m_options = {QStringLiteral("--ssh-config=none"),
                     QStringLiteral("--known-hosts=") + node.server().path(QStringLiteral("known_hosts")),
                     QStringLiteral("--identity=") + node.server().path(QStringLiteral("key"))};
        plan = scene.plan(scene.shortRemedy());
        plan.node.name = QStringLiteral("cp-1");
        plan.node.via = Via::Ssh;
        plan.node.endpoint = {account, QStringLiteral("127.0.0.1"), node.server().port()};
        auto journal = Journal::begin(journals(), plan);
        isReady = journal && journal->write(QStringLiteral("opening"));
    }
    QString journals() const { return home.path(QStringLiteral(".local/share/gordian/gordian/mendings")); }
    RunResult remedy(const QString &verb) const { return home.run(words(verb)); }
    std::unique_ptr<QProcess> start(const QString &verb) const { return home.start({}, words(verb)); }
    MendingState state() const { return mendingsIn(journals()).first().state; }

    Gordianctl home;
    Plan plan;
    bool isReady = false;

private:
    QStringList words(const QString &verb) const
    {
        return QStringList{QStringLiteral("remedy"), verb, plan.id} + m_options;
    }
    QStringList m_options;
};

} // namespace

class TestMendingKilled : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { m_node->disarm(); }
    void survivesAtEveryCall_data();
    void survivesAtEveryCall();
    void survivesRefusedSudo_data();
    void survivesRefusedSudo();
    void twoAtOnceAreRefused();
    void aMendingThatIsLeftIsNoMoreWaitedFor();

private:
    void run(Laptop &laptop, const QString &verb, What what, When when, int call);
    bool allowSudo(bool isAllowed) const;

    std::unique_ptr<LoopbackNode> m_node;
    QByteArrayList m_applying;
    QByteArrayList m_undoing;
    QString m_rules = QStringLiteral("/etc/sudoers.d/") + Account;
};

void TestMendingKilled::initTestCase()
{
    if (!LoopbackNode::isPossible()) {
        QSKIP("needs root, an sshd and namespaces");
    }
    m_node = std::make_unique<LoopbackNode>();
    SshdFixture &server = m_node->server();
    QVERIFY(m_node->start());
    server.makeKey(QStringLiteral("key"));
    QFile::setPermissions(server.path(QStringLiteral("authorized_keys")), QFile::Permissions(0x6644));
    QVERIFY(server.writeFile(QStringLiteral("known_hosts"), server.knownHostsLine()));
    MendingScene scene;
    m_node->setPrograms(scene.path(QStringLiteral("bin")));
    const Laptop laptop(scene, *m_node);
    QVERIFY(laptop.isReady);
    RunResult done = laptop.remedy(QStringLiteral("resume"));
    QVERIFY2(done.code == 0, done.all().constData());
    m_applying = m_node->asked();
    m_node->disarm();
    done = laptop.remedy(QStringLiteral("undo"));
    QVERIFY2(done.code == 0, done.all().constData());
    m_undoing = m_node->asked();
    QVERIFY(m_applying.size() > 15 && m_undoing.size() > 5);
}

void TestMendingKilled::cleanupTestCase()
{
    if (QFile::exists(m_rules)) {
        QFile::remove(m_rules);
        SshdFixture::run(QStringLiteral("userdel"), {QStringLiteral("-f"), QStringLiteral("-r"), Account});
    }
}

void TestMendingKilled::survivesAtEveryCall_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("call");
    QTest::addColumn<What>("what");
    QTest::addColumn<When>("when");
    const auto add = [](const QString &verb, const QByteArrayList &calls, What what, const char *name) {
        for (int call = 1; call <= calls.size(); ++call) {
            const bool isBefore = what == What::LinkBreaks || (what == What::NodeRestarts && call % 2 == 0);
            QTest::addRow("%s, %s %s call %d: %s", qPrintable(verb), name, isBefore ? "before" : "after",
                          call, calls.at(call - 1).constData())
                << verb << call << what << (isBefore ? When::BeforeTheCall : When::AfterTheCall);
        }
    };
    for (const auto &[what, name] :
         {std::pair{What::LinkBreaks, "the link breaks"}, std::pair{What::AppIsKilled, "killed"},
          std::pair{What::NodeRestarts, "the node restarts"}}) {
        add(QStringLiteral("resume"), m_applying, what, name);
        add(QStringLiteral("undo"), m_undoing, what, name);
    }
}

/// To where it happens, and until the node has done what it still does.
void TestMendingKilled::run(Laptop &laptop, const QString &verb, What what, When when, int call)
{
    m_node->arm(what, when, call);
    const auto process = laptop.start(verb);
    m_node->setClient(process->processId());
    QVERIFY(QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000));
    const QByteArray said = process->readAllStandardError();
    if (what == What::AppIsKilled) {
        QVERIFY2(process->exitStatus() == QProcess::CrashExit, said.constData());
    } else {
        QVERIFY2(process->exitCode() == 2 && said.contains("gordianctl remedy undo"), said.constData());
    }
    QCOMPARE(int(m_node->asked().size()), call);
    if (what == What::NodeRestarts) {
        QVERIFY(QTest::qWaitFor([this] { return m_node->isHit(); }, 60'000));
        QVERIFY(m_node->restart());
    }
    m_node->disarm();
}

void TestMendingKilled::survivesAtEveryCall()
{
    QFETCH(QString, verb);
    QFETCH(int, call);
    QFETCH(What, what);
    QFETCH(When, when);
    MendingScene scene;
    m_node->setPrograms(scene.path(QStringLiteral("bin")));
    const QByteArray before = scene.everything();
    Laptop laptop(scene, *m_node);
    const bool isUndoing = verb == QLatin1String("undo");
    if (isUndoing) {
        const RunResult applied = laptop.remedy(QStringLiteral("resume"));
        QVERIFY2(applied.code == 0, applied.all().constData());
    }
    run(laptop, verb, what, when, call);
    if (QTest::currentTestFailed()) {
        return;
    }
    // What is to be done next is found, and said.
    const RunResult status = laptop.home.run({QStringLiteral("remedy"), QStringLiteral("status")});
    const bool isOver = !mendingsIn(laptop.journals()).first().isUnfinished();
    QVERIFY2(status.out.contains(laptop.plan.id.toUtf8()) && status.code == (isOver ? 0 : 3),
             status.all().constData());
    if (call % 2 == 1 && !isOver) {
        const RunResult resumed = laptop.remedy(QStringLiteral("resume"));
        QVERIFY2(resumed.code == 0, resumed.all().constData());
        // On in the direction in which it went.
        QVERIFY(laptop.state() == MendingState::Applied
                || (isUndoing && laptop.state() == MendingState::Undone));
    }
    if (laptop.state() != MendingState::Undone) {
        const RunResult undone = laptop.remedy(QStringLiteral("undo"));
        QVERIFY2(undone.code == 0, undone.all().constData());
    }
    QCOMPARE(laptop.state(), MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY2(!QFile::exists(m_node->varLib() + QStringLiteral("/gordian")), "something is left on the node");
}

bool TestMendingKilled::allowSudo(bool isAllowed) const
{
    QFile file(m_rules);
    const QByteArray text = "Defaults:" + Account.toUtf8() + " !secure_path\n"
        + (isAllowed ? Account.toUtf8() + " ALL=(ALL) NOPASSWD: ALL\n" : QByteArray());
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

void TestMendingKilled::survivesRefusedSudo_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("call");
    for (int call = 3; call <= m_applying.size(); call += 4) {
        QTest::addRow("resume, call %d", call) << QStringLiteral("resume") << call;
    }
    for (int call = 3; call <= m_undoing.size(); call += 4) {
        QTest::addRow("undo, call %d", call) << QStringLiteral("undo") << call;
    }
}

/// sudo is asked once a session: in the middle it can only be refused when the next one begins.
void TestMendingKilled::survivesRefusedSudo()
{
    if (QStandardPaths::findExecutable(QStringLiteral("sudo")).isEmpty()) {
        QSKIP("needs sudo");
    }
    QFETCH(QString, verb);
    QFETCH(int, call);
    if (!QFile::exists(m_rules)) {
        SshdFixture::run(QStringLiteral("useradd"),
                         {QStringLiteral("-m"), QStringLiteral("-s"), QStringLiteral("/bin/sh"), Account});
        // Without a password it is locked, and sshd lets nobody in.
        SshdFixture::run(QStringLiteral("chpasswd"), {}, Account.toUtf8() + ":no-4711-word\n");
    }
    QVERIFY(allowSudo(true));
    MendingScene scene;
    QFile::setPermissions(scene.path({}), QFile::Permissions(0x7755));
    m_node->setPrograms(scene.path(QStringLiteral("bin")));
    const QByteArray before = scene.everything();
    Laptop laptop(scene, *m_node, Account);
    if (verb == QLatin1String("undo")) {
        const RunResult applied = laptop.remedy(QStringLiteral("resume"));
        QVERIFY2(applied.code == 0, applied.all().constData());
    }
    run(laptop, verb, What::LinkBreaks, When::AfterTheCall, call);
    const MendingState stood = laptop.state();
    QVERIFY(allowSudo(false));
    const RunResult refused = laptop.remedy(verb);
    QVERIFY2(refused.code != 0, refused.all().constData());
    QCOMPARE(laptop.state(), stood);
    QVERIFY(allowSudo(true));
    const RunResult undone = laptop.remedy(QStringLiteral("undo"));
    QVERIFY2(undone.code == 0, undone.all().constData());
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingKilled::twoAtOnceAreRefused()
{
    MendingScene scene;
    m_node->setPrograms(scene.path(QStringLiteral("bin")));
    Laptop laptop(scene, *m_node);
    Laptop other(scene, *m_node);
    run(laptop, QStringLiteral("resume"), What::LinkBreaks, When::BeforeTheCall, 9);
    const RunResult refused = other.remedy(QStringLiteral("resume"));
    QVERIFY2(refused.code == 3 && refused.err.contains(laptop.plan.id.toUtf8()), refused.all().constData());
    const RunResult undone = laptop.remedy(QStringLiteral("undo"));
    QVERIFY2(undone.code == 0, undone.all().constData());
    // What was refused has not begun, and nobody waits for it.
    QCOMPARE(other.remedy(QStringLiteral("resume")).code, 1);
    QCOMPARE(other.home.run({QStringLiteral("remedy"), QStringLiteral("status")}).code, 0);
}

void TestMendingKilled::aMendingThatIsLeftIsNoMoreWaitedFor()
{
    MendingScene scene;
    m_node->setPrograms(scene.path(QStringLiteral("bin")));
    const QByteArray before = scene.everything();
    Laptop laptop(scene, *m_node);
    run(laptop, QStringLiteral("resume"), What::LinkBreaks, When::BeforeTheCall, 9);
    QCOMPARE(laptop.remedy(QStringLiteral("leave")).code, 0);
    QCOMPARE(laptop.state(), MendingState::Left);
    QCOMPARE(laptop.home.run({QStringLiteral("remedy"), QStringLiteral("status")}).code, 0);
    // It can be taken back all the same.
    const RunResult undone = laptop.remedy(QStringLiteral("undo"));
    QVERIFY2(undone.code == 0, undone.all().constData());
    QCOMPARE(scene.changedSince(before), QByteArray());
}

QTEST_GUILESS_MAIN(TestMendingKilled)
#include "tst_mendingkilled.moc"
