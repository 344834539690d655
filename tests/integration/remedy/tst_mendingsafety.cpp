// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What a mending promises before anything goes wrong: a preview runs nothing, etcd is saved first, backups
// keep all that a file is, and no copy of a static pod's manifest ever lies where the kubelet would start it.

#include "mendingscene.h"

#include "remedy/etcdsnapshot.h"

#include <QtTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace gordian;
using Way = MendingScene::Way;

namespace {

// etcd's container answers while the file beside says so; what it saves is what it holds.
const auto Crictl = QByteArrayLiteral(R"sh(#!/bin/sh
scene=$(dirname "$0")/..
[ -e "$scene/etcd-answers" ] || exit 1
case $1 in
ps) echo 0123456789ab ;;
exec)
    shift 2
    while [ $# -gt 1 ]; do shift; done
    echo "all keys" >"$1"
    ;;
esac
)sh");

// SELinux as far as stat shows it: the label of a file is in its extended attributes.
const auto Stat = QByteArrayLiteral(R"sh(#!/bin/sh
case "$1 $2" in
"-c %C") sed -n 's/^label=//p' "$(dirname "$0")/../labels/$(basename "$3")" 2>/dev/null || echo '?' ;;
*) exec /usr/bin/stat "$@" ;;
esac
)sh");

void putProgram(const MendingScene &scene, const QString &name, const QByteArray &text)
{
    scene.put(QStringLiteral("bin/") + name, text);
    QFile::setPermissions(scene.path(QStringLiteral("bin/") + name), QFile::Permissions(0x7755));
}

bool hasNamespaces()
{
    return QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-m"), QStringLiteral("true")}) == 0;
}

} // namespace

class TestMendingSafety : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aPreviewRunsNothing();
    void aPreviewSeesAnotherMendingThere();
    void aManifestIsNeverKeptInItsFolder();
    void aBackupKeepsAllThatAFileIs();
    void aLostLabelIsNoBackup();
    void aFolderThatWasMadeGoesAgain();
    void etcdIsSavedFirst_data();
    void etcdIsSavedFirst();
    void withoutRoomForEtcdNothingIsDone();
    void etcdIsSavedBeforeAnyStepOnIt_data();
    void etcdIsSavedBeforeAnyStepOnIt();
};

void TestMendingSafety::initTestCase()
{
    if (geteuid() != 0) {
        QSKIP("files are given back to their owners, which only root may");
    }
}

void TestMendingSafety::aPreviewRunsNothing()
{
    MendingScene scene;
    const QByteArray before = scene.everything();
    const Remedy remedy = scene.remedy();
    QVERIFY(scene.plan(remedy).isAllowed());
    static const QByteArrayList looks{"gr_tools", "gr_owner", "gr_look", "gr_read", "gr_unit", "gr_ask"};
    for (const QByteArray &asked : scene.planAsked()) {
        QVERIFY2(looks.contains(asked), asked.constData());
    }
    for (const Action &action : remedy.actions) {
        for (const QString &command : {action.command, action.undo}) {
            QVERIFY2(command.isEmpty() || !scene.plannedWith().contains(command.toUtf8()),
                     qPrintable(command));
        }
    }
    QVERIFY(!scene.plannedWith().contains("gr_ask '20' '" + remedy.verification.command.toUtf8()));
    QCOMPARE(scene.changedSince(before), QByteArray());
    QVERIFY(scene.unitCalls().isEmpty());
}

void TestMendingSafety::aPreviewSeesAnotherMendingThere()
{
    MendingScene scene;
    const Plan first = scene.plan(scene.shortRemedy());
    QVERIFY(!scene.begin(first, {Cut::When::AfterTheCall, 6}).end);
    const Plan second = scene.plan(scene.shortRemedy());
    QCOMPARE(second.refusals.size(), 1);
    QCOMPARE(second.refusals.first(), (Refusal{Objection::Busy, -1, first.id}));
}

void TestMendingSafety::aManifestIsNeverKeptInItsFolder()
{
    MendingScene scene;
    const QByteArray was = "kind: Pod\nspec:\n  hostNetwork: false\n";
    scene.put(QStringLiteral("etc/manifests/second.yaml"), was);
    Remedy remedy = scene.remedy();
    Action edit;
    edit.kind = Action::Kind::Edit;
    edit.file = scene.path(QStringLiteral("etc/manifests/second.yaml"));
    edit.format = TextFormat::Yaml;
    edit.changes = {
        {TextChange::Kind::Set, {QStringLiteral("spec"), QStringLiteral("hostNetwork")}, "true", {}, {}}};
    remedy.actions = {edit};
    remedy.verification.command = QStringLiteral("true");
    const Plan plan = scene.plan(remedy);
    QVERIFY(plan.isAllowed());
    int looks = 0;
    QByteArray wrong;
    const Cut watch{Cut::When::OnlyTheDeed, Cut::EveryCall, [&] {
                        ++looks;
                        const QStringList seen = QDir(scene.path(QStringLiteral("etc/manifests")))
                                                     .entryList(QDir::Files | QDir::NoDotAndDotDot);
                        const QByteArray now = scene.text(QStringLiteral("etc/manifests/second.yaml"));
                        if (seen != QStringList{QStringLiteral("second.yaml")}
                            || (now != was && now != plan.actions.first().after)) {
                            wrong += seen.join(u' ').toUtf8() + ": " + now;
                        }
                        return true;
                    }};
    QCOMPARE(scene.begin(plan, watch).end->state, MendingState::Applied);
    QCOMPARE(scene.goOn(plan.id, Way::Undo, watch).end->state, MendingState::Undone);
    QVERIFY(looks > 10);
    QCOMPARE(wrong, QByteArray());
    QVERIFY(!scene.nodeFolder().contains(QLatin1String("manifests")));
}

void TestMendingSafety::aBackupKeepsAllThatAFileIs()
{
    MendingScene scene;
    const QByteArray file = scene.path(QStringLiteral("etc/config.toml")).toUtf8();
    QCOMPARE(::chown(file.constData(), 12, 34), 0);
    QCOMPARE(::chmod(file.constData(), 0640), 0);
    const bool hasAttributes = ::setxattr(file.constData(), "user.owner", "us", 2, 0) == 0
        || ::setxattr(file.constData(), "trusted.owner", "us", 2, 0) == 0;
    const auto attributes = [&file] {
        char names[256];
        const ssize_t size = ::listxattr(file.constData(), names, sizeof names);
        return QByteArray(names, std::max<ssize_t>(size, 0));
    };
    const QByteArray attributesBefore = attributes();
    QVERIFY(!hasAttributes || !attributesBefore.isEmpty());
    const Plan plan = scene.plan(scene.shortRemedy());
    for (const bool isUndo : {false, true}) {
        const auto outcome = isUndo ? scene.goOn(plan.id, Way::Undo) : scene.begin(plan);
        QVERIFY(outcome.end && !outcome.end->trouble);
        struct stat now = {};
        QCOMPARE(::stat(file.constData(), &now), 0);
        QCOMPARE(int(now.st_uid), 12);
        QCOMPARE(int(now.st_gid), 34);
        QCOMPARE(int(now.st_mode & 07777), 0640);
        QCOMPARE(attributes(), attributesBefore);
    }
}

void TestMendingSafety::aLostLabelIsNoBackup()
{
    MendingScene scene;
    putProgram(scene, QStringLiteral("stat"), Stat);
    scene.put(QStringLiteral("labels/config.toml"), "label=system_u:object_r:etc_t:s0\n");
    scene.put(QStringLiteral("labels/0.0"), "label=system_u:object_r:var_lib_t:s0\n");
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(scene.shortRemedy());
    const auto outcome = scene.begin(plan);
    QVERIFY2(outcome.end && outcome.end->trouble && outcome.end->trouble->trouble == Trouble::BackupBad,
             (MendingScene::told(outcome) + ' ' + outcome.asked.join(' ')).constData());
    QCOMPARE(outcome.end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
    // With its label it is one.
    scene.put(QStringLiteral("labels/0.0"), "label=system_u:object_r:etc_t:s0\n");
    scene.put(QStringLiteral("labels/.gordian-new"), "label=system_u:object_r:etc_t:s0\n");
    QCOMPARE(scene.begin(scene.plan(scene.shortRemedy())).end->state, MendingState::Applied);
}

void TestMendingSafety::aFolderThatWasMadeGoesAgain()
{
    MendingScene scene;
    Remedy remedy = scene.remedy();
    Action place;
    place.kind = Action::Kind::Place;
    place.file = scene.path(QStringLiteral("etc/systemd/kubelet.service.d/20-ours.conf"));
    place.content = "[Service]\n";
    remedy.actions = {place};
    remedy.verification.command = QStringLiteral("true");
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(remedy);
    QCOMPARE(scene.begin(plan).end->state, MendingState::Applied);
    QVERIFY(QFile::exists(place.file));
    QVERIFY(QFileInfo(scene.path(QStringLiteral("etc/systemd"))).permission(QFile::ReadOther));
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingSafety::etcdIsSavedFirst_data()
{
    QTest::addColumn<bool>("answers");
    QTest::addColumn<QString>("folder");
    QTest::newRow("etcd answers") << true << QStringLiteral("etcd");
    QTest::newRow("etcd does not answer") << false << QStringLiteral("etcd");
    QTest::newRow("etcd keeps its data elsewhere") << false << QStringLiteral("kube/etcd-data");
}

void TestMendingSafety::etcdIsSavedFirst()
{
    if (!hasNamespaces()) {
        QSKIP("needs namespaces: it is /etc and /var/lib that are looked in");
    }
    QFETCH(bool, answers);
    QFETCH(QString, folder);
    MendingScene scene;
    scene.setOwnRoot();
    putProgram(scene, QStringLiteral("crictl"), Crictl);
    putProgram(scene, QStringLiteral("ctr"), "#!/bin/sh\n");
    const QString data = QStringLiteral("root-varlib/") + folder;
    scene.put(data + QStringLiteral("/member/snap/db"), "every key\n");
    scene.put(QStringLiteral("root-etc/kubernetes/manifests/etcd.yaml"),
              "    - --data-dir=/var/lib/" + folder.toUtf8() + "\n");
    if (answers) {
        scene.put(QStringLiteral("etcd-answers"), "");
    }
    Remedy remedy = scene.shortRemedy();
    remedy.snapshotsEtcd = true;
    const QByteArray before = scene.everything();
    const Plan plan = scene.plan(remedy);
    QVERIFY2(plan.isAllowed(), plan.isAllowed() ? "" : qPrintable(plan.refusals.first().detail));
    // By the time of the first change it is there.
    const QString kept = QStringLiteral("var/gordian/mendings/%1/backup/").arg(plan.id);
    QByteArray atFirstChange;
    const auto outcome = scene.begin(
        plan,
        {Cut::When::OnlyTheDeed, Cut::EveryCall, [&] {
             if (scene.text(QStringLiteral("etc/config.toml")).contains("true") && atFirstChange.isEmpty()) {
                 atFirstChange = scene.text(
                     kept + (answers ? QStringLiteral("etcd.db") : QStringLiteral("etcd.member/snap/db")));
             }
             return true;
         }});
    QVERIFY2(outcome.end && outcome.end->state == MendingState::Applied,
             outcome.end && outcome.end->trouble ? qPrintable(outcome.end->trouble->detail) : "");
    QCOMPARE(atFirstChange, answers ? QByteArray("all keys\n") : QByteArray("every key\n"));
    QCOMPARE(QDir(scene.path(data)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("member")});
    QCOMPARE(scene.goOn(plan.id, Way::Undo).end->state, MendingState::Undone);
    QCOMPARE(scene.changedSince(before), QByteArray());
}

void TestMendingSafety::withoutRoomForEtcdNothingIsDone()
{
    MendingScene scene;
    scene.setOwnRoot();
    const QString full = scene.path(QStringLiteral("var"));
    if (!hasNamespaces()
        || QProcess::execute(QStringLiteral("mount"),
                             {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                              QStringLiteral("size=4m"), QStringLiteral("tmpfs"), full})
            != 0) {
        QSKIP("needs namespaces and a small file system");
    }
    scene.put(QStringLiteral("root-varlib/etcd/member/snap/db"), QByteArray(3 << 20, 'k'));
    Remedy remedy = scene.shortRemedy();
    remedy.snapshotsEtcd = true;
    const Plan plan = scene.plan(remedy);
    Plan forced = plan;
    forced.refusals.clear();
    const auto outcome = scene.begin(forced);
    QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), full});
    QCOMPARE(plan.refusals.size(), 1);
    QCOMPARE(plan.refusals.first().objection, Objection::CheckFailed);
    QVERIFY2(plan.refusals.first().detail.contains(QLatin1String("KiB")),
             qPrintable(plan.refusals.first().detail));
    QVERIFY(outcome.end && outcome.end->trouble);
    QVERIFY(scene.text(QStringLiteral("etc/config.toml")).contains("false"));
}

void TestMendingSafety::etcdIsSavedBeforeAnyStepOnIt_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("expected");
    QTest::newRow("kubeadm's certificates") << "kubeadm certs renew all"
                                            << "" << true;
    QTest::newRow("a certificate's file") << ""
                                          << "/etc/kubernetes/pki/apiserver.crt" << true;
    QTest::newRow("etcd's manifest") << ""
                                     << "/etc/kubernetes/manifests/etcd.yaml" << true;
    QTest::newRow("etcd's own tool") << "crictl exec x etcdctl alarm disarm"
                                     << "" << true;
    QTest::newRow("swap") << "swapoff -a"
                          << "/etc/fstab" << false;
}

void TestMendingSafety::etcdIsSavedBeforeAnyStepOnIt()
{
    QFETCH(QString, command);
    QFETCH(QString, file);
    QFETCH(bool, expected);
    Remedy remedy;
    Action action;
    action.command = command;
    action.file = file;
    remedy.actions = {action};
    QCOMPARE(needsEtcdSnapshot(remedy), expected);
}

QTEST_GUILESS_MAIN(TestMendingSafety)
#include "tst_mendingsafety.moc"
