// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What may go wrong, at every boundary of a mending, while it is applied and while it is undone: nothing is
// lost, nothing that is somebody else's is overwritten, and what is called undone is as it was.

#include "mendingscene.h"

#include <QDirIterator>
#include <QtTest>

#include <unistd.h>

using namespace gordian;
using Way = MendingScene::Way;

namespace {

const auto Garbage = QByteArrayLiteral("garbage, and no backup\n");
const auto Theirs = QByteArrayLiteral("# somebody else's line\n");

/// A file system of its own that can be full. Only root may; without it the test is skipped.
class SmallDisk {
public:
    explicit SmallDisk(const QString &folder) : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_isMounted = run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"),
                           QStringLiteral("-o"), QStringLiteral("size=1m"), QStringLiteral("tmpfs"), folder});
    }
    ~SmallDisk()
    {
        if (m_isMounted) {
            run({QStringLiteral("umount"), QStringLiteral("-l"), m_folder});
        }
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_isMounted; }
    void fill() const
    {
        QFile file(filler());
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            while (file.write(QByteArray(4096, 'x')) == 4096) { }
        }
    }
    void free() const { QFile::remove(filler()); }

private:
    QString filler() const { return m_folder + QStringLiteral("/filler"); }
    static bool run(const QStringList &words) { return QProcess::execute(words.first(), words.mid(1)) == 0; }
    QString m_folder;
    bool m_isMounted = false;
};

/// Every call of a mending that is applied, and of one that is undone.
struct Boundaries {
    QByteArrayList applying;
    QByteArrayList undoing;
};

const Boundaries &boundaries()
{
    static const Boundaries measured = [] {
        MendingScene scene;
        const Plan plan = scene.plan(scene.shortRemedy());
        Boundaries made;
        made.applying = scene.begin(plan).asked;
        made.undoing = scene.goOn(plan.id, Way::Undo).asked;
        return made;
    }();
    return measured;
}

void everyBoundary()
{
    QTest::addColumn<bool>("isUndoing");
    QTest::addColumn<int>("call");
    const Boundaries &all = boundaries();
    for (const bool isUndoing : {false, true}) {
        const QByteArrayList &calls = isUndoing ? all.undoing : all.applying;
        for (int call = 1; call <= calls.size(); ++call) {
            QTest::addRow("%s, before call %d: %s", isUndoing ? "undoing" : "applying", call,
                          calls.at(call - 1).constData())
                << isUndoing << call;
        }
    }
}

/// A mending to which `deed` happens before the call of the row.
struct Run {
    explicit Run(MendingScene &onScene) : scene(onScene), before(onScene.everything())
    {
        plan = scene.plan(scene.shortRemedy());
    }
    MendingScene::Outcome with(const std::function<void()> &deed)
    {
        QFETCH(bool, isUndoing);
        QFETCH(int, call);
        const Cut cut{Cut::When::OnlyTheDeed, call, [deed] {
                          deed();
                          return true;
                      }};
        if (!isUndoing) {
            return scene.begin(plan, cut);
        }
        scene.begin(plan);
        return scene.goOn(plan.id, Way::Undo, cut);
    }
    MendingState state() const { return mendingsIn(scene.journalFolder()).first().state; }
    /// Back to how it was, if it is not.
    MendingScene::Outcome takeBack()
    {
        return state() == MendingState::Undone ? MendingScene::Outcome() : scene.goOn(plan.id, Way::Undo);
    }

    MendingScene &scene;
    QByteArray before;
    Plan plan;
};

} // namespace

class TestMendingFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theNodesDiskIsFull_data() { everyBoundary(); }
    void theNodesDiskIsFull();
    void theLaptopsDiskIsFull_data() { everyBoundary(); }
    void theLaptopsDiskIsFull();
    void somebodyElseChangesAFile_data() { everyBoundary(); }
    void somebodyElseChangesAFile();
    void somebodyElsePutsAFileIntoAFolder_data() { everyBoundary(); }
    void somebodyElsePutsAFileIntoAFolder();
    void theBackupIsAltered_data() { everyBoundary(); }
    void theBackupIsAltered();
    void theBackupIsGone_data() { everyBoundary(); }
    void theBackupIsGone();
    void aPersonStopsIt_data() { everyBoundary(); }
    void aPersonStopsIt();
};

void TestMendingFaults::initTestCase()
{
    if (geteuid() != 0) {
        QSKIP("files are given back to their owners, which only root may");
    }
}

void TestMendingFaults::theNodesDiskIsFull()
{
    MendingScene scene;
    const SmallDisk var(scene.path(QStringLiteral("var")));
    const QString etc = scene.path(QStringLiteral("etc"));
    QVERIFY(QDir().rename(etc, scene.path(QStringLiteral("old"))));
    const SmallDisk disk(etc);
    if (!disk.isMounted() || !var.isMounted()) {
        QSKIP("a small file system cannot be mounted here");
    }
    QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), scene.path(QStringLiteral("old/.")), etc});
    Run run(scene);
    const auto outcome = run.with([&] {
        var.fill();
        disk.fill();
    });
    var.free();
    disk.free();
    QVERIFY2(outcome.end, "a full disk is no broken link");
    const bool isWell = !outcome.end->trouble
        && (outcome.end->state == MendingState::Applied || outcome.end->state == MendingState::Undone);
    const bool isSaid = outcome.end->trouble.has_value();
    QVERIFY2(isWell || isSaid, MendingScene::told(outcome).constData());
    const auto back = run.takeBack();
    QVERIFY2(run.state() == MendingState::Undone || run.state() == MendingState::Planned,
             (MendingScene::told(outcome) + " then " + MendingScene::told(back)).constData());
    QCOMPARE(scene.changedSince(run.before), QByteArray());
}

void TestMendingFaults::theLaptopsDiskIsFull()
{
    MendingScene scene;
    const SmallDisk disk(scene.journalFolder());
    if (!disk.isMounted()) {
        QSKIP("a small file system cannot be mounted here");
    }
    Run run(scene);
    const auto outcome = run.with([&] { disk.fill(); });
    disk.free();
    QVERIFY2(outcome.end, "a full disk is no broken link");
    // A block may have had room for the last lines.
    if (outcome.end->trouble) {
        QCOMPARE(outcome.end->trouble->trouble, Trouble::JournalFailed);
    }
    const auto back = run.takeBack();
    QVERIFY2(run.state() == MendingState::Undone,
             (MendingScene::told(outcome) + " then " + MendingScene::told(back)).constData());
    QCOMPARE(scene.changedSince(run.before), QByteArray());
}

void TestMendingFaults::somebodyElseChangesAFile()
{
    MendingScene scene;
    Run run(scene);
    const QString name = QStringLiteral("etc/config.toml");
    const auto outcome = run.with([&] { scene.put(name, scene.text(name) + Theirs); });
    QVERIFY(outcome.end);
    QVERIFY2(scene.text(name).endsWith(Theirs), MendingScene::told(outcome).constData());
    const auto back = run.takeBack();
    QVERIFY2(scene.text(name).endsWith(Theirs), MendingScene::told(back).constData());
    QVERIFY2(run.state() == MendingState::Undone || run.state() == MendingState::Stuck,
             (MendingScene::told(outcome) + " then " + MendingScene::told(back)).constData());
    // What is ours is back all the same.
    QVERIFY(!QFile::exists(scene.path(QStringLiteral("etc/pki/extra"))));
    QCOMPARE(scene.text(QStringLiteral("etc/pki/ca.crt")), "old\n");
}

void TestMendingFaults::somebodyElsePutsAFileIntoAFolder()
{
    MendingScene scene;
    Run run(scene);
    const QString name = QStringLiteral("etc/pki/theirs.crt");
    const auto outcome = run.with([&] { scene.put(name, Theirs); });
    QVERIFY(outcome.end);
    QVERIFY2(scene.text(name) == Theirs, MendingScene::told(outcome).constData());
    const auto back = run.takeBack();
    QVERIFY2(scene.text(name) == Theirs,
             (MendingScene::told(outcome) + " then " + MendingScene::told(back)).constData());
    QCOMPARE(scene.text(QStringLiteral("etc/config.toml")),
             "[runc] # as packaged\n  SystemdCgroup = false\n");
}

void TestMendingFaults::theBackupIsAltered()
{
    MendingScene scene;
    Run run(scene);
    const auto outcome = run.with([&] {
        QDirIterator files(scene.nodeFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const bool isCopy = path.contains(QLatin1String("/backup/")) && !path.endsWith(u".kept")
                && !path.endsWith(u".after");
            if (isCopy) {
                scene.put(path.mid(scene.path({}).size() + 1), Garbage);
            }
        }
    });
    QVERIFY(outcome.end);
    const auto back = run.takeBack();
    QDirIterator files(scene.path(QStringLiteral("etc")), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains(Garbage));
    }
    if (run.state() == MendingState::Undone) {
        QCOMPARE(scene.changedSince(run.before), QByteArray());
    } else {
        QVERIFY2(MendingScene::told(outcome).contains("trouble")
                     || MendingScene::told(back).contains("trouble"),
                 MendingScene::told(back).constData());
    }
}

void TestMendingFaults::theBackupIsGone()
{
    MendingScene scene;
    Run run(scene);
    const auto outcome = run.with([&] { QDir(scene.nodeFolder()).removeRecursively(); });
    QVERIFY(outcome.end);
    const auto back = run.takeBack();
    if (run.state() == MendingState::Undone) {
        QDir(scene.path(QStringLiteral("var/gordian"))).removeRecursively();
        QCOMPARE(scene.changedSince(run.before), QByteArray());
    } else {
        QVERIFY2(MendingScene::told(outcome).contains("trouble")
                     || MendingScene::told(back).contains("trouble"),
                 MendingScene::told(back).constData());
    }
}

void TestMendingFaults::aPersonStopsIt()
{
    MendingScene scene;
    Run run(scene);
    const auto outcome = run.with([&] { scene.underWay()->stop(); });
    QVERIFY2(outcome.end && !outcome.end->trouble, MendingScene::told(outcome).constData());
    const MendingState stopped = run.state();
    const bool isOver = stopped == MendingState::Applied || stopped == MendingState::Undone;
    QVERIFY2(outcome.end->wasStopped || isOver, MendingScene::told(outcome).constData());
    QFETCH(bool, isUndoing);
    if (!isUndoing && !isOver) {
        QCOMPARE(scene.goOn(run.plan.id, Way::Apply).end->state, MendingState::Applied);
    }
    run.takeBack();
    QCOMPARE(run.state(), MendingState::Undone);
    QCOMPARE(scene.changedSince(run.before), QByteArray());
}

QTEST_GUILESS_MAIN(TestMendingFaults)
#include "tst_mendingfaults.moc"
