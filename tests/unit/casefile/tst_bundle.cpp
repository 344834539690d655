// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Bundles of other tools: real archives made by real programs, and hostile ones made by hand.

#include "casefile/bundle.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gordian;

namespace {

QVector<Probe> probes()
{
    Probe journal;
    journal.id = QStringLiteral("kubelet.journal");
    journal.syntax = QStringLiteral("journal");
    journal.recognise = QStringLiteral("kubelet\\[\\d+\\]: ");
    Probe manifests;
    manifests.id = QStringLiteral("static-pods.manifests");
    manifests.syntax = QStringLiteral("yaml");
    manifests.paths = {QStringLiteral("/etc/kubernetes/manifests/*.yaml")};
    return {journal, manifests};
}

const QByteArray kLine = "Nov 23 12:00:00 cp-1 kubelet[1]: E1123 cni plugin not initialized\n";

} // namespace

class TestBundle : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyKindOfArchiveIsRead_data();
    void everyKindOfArchiveIsRead();
    void hostsAreToldApart();
    void crashdsCapturesBelongToTheirHost();
    void filesAreKnownByTheirPlace();
    void whatBelongsToNoHostIsKept();
    void linksAndDevicesAreNotFollowed();
    void namesThatClimbAreLeftOut();
    void keysAreNotKept();
    void bombsAreRefused();
    void tooManyFilesAreRefused();
    void damagedArchivesAreRefused();
    void anEmptyOneIsNone();
    void plainTextIsNoBundle();

private:
    void write(const QString &name, const QByteArray &bytes) const;
    bool run(const QString &program, const QStringList &arguments) const;
    QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBundle::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("sos/etc/hostname"), "cp-1\n");
    write(QStringLiteral("sos/etc/kubernetes/manifests/etcd.yaml"), "kind: Pod\n");
    write(QStringLiteral("sos/sos_commands/kubernetes/journal"), kLine);
}

void TestBundle::write(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

bool TestBundle::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

void TestBundle::everyKindOfArchiveIsRead_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    const auto tar = [](const char *option, const char *file) {
        QTest::newRow(file) << QStringLiteral("tar")
                            << QStringList{QString::fromLatin1(option), QString::fromLatin1(file),
                                           QStringLiteral("sos")}
                            << QString::fromLatin1(file);
    };
    tar("-cf", "plain.tar");
    tar("-czf", "packed.tar.gz");
    tar("-cJf", "packed.tar.xz");
    tar("-cjf", "packed.tar.bz2");
    QTest::newRow("packed.zip") << QStringLiteral("python3")
                                << QStringList{QStringLiteral("-m"), QStringLiteral("zipfile"),
                                               QStringLiteral("-c"), QStringLiteral("packed.zip"),
                                               QStringLiteral("sos")}
                                << QStringLiteral("packed.zip");
    QTest::newRow("a folder") << QStringLiteral("true") << QStringList{} << QStringLiteral("sos");
}

void TestBundle::everyKindOfArchiveIsRead()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    QVERIFY(run(program, arguments));
    QVERIFY(isBundle(at(file)));
    const auto read = caseFromBundle(at(file), probes());
    QVERIFY(read);
    QCOMPARE(read->nodes.size(), 1);
    QCOMPARE(read->nodes.first().node.name, QStringLiteral("cp-1"));
    const Artifact *journal = read->artifact(read->nodes.first().node.id, QStringLiteral("kubelet.journal"));
    QVERIFY(journal);
    QCOMPARE(journal->output, kLine);
}

void TestBundle::hostsAreToldApart()
{
    write(QStringLiteral("all/one/etc/hostname"), "one\n");
    write(QStringLiteral("all/two/sos_commands/kubernetes/journal"), kLine);
    const auto read = caseFromBundle(at(QStringLiteral("all")), probes());
    QVERIFY(read);
    QStringList names;
    for (const NodeRecord &record : read->nodes) {
        names.append(record.node.name);
    }
    QCOMPARE(names, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
}

void TestBundle::crashdsCapturesBelongToTheirHost()
{
    write(QStringLiteral("work/10_0_0_11/sudo_journalctl__l__u_kubelet.txt"), kLine);
    write(QStringLiteral("work/10_0_0_11/var/log/syslog"), kLine);
    write(QStringLiteral("work/10_0_0_12/sudo_df__i.txt"), "Filesystem Inodes\n");
    write(QStringLiteral("work/kubecapture/core_v1/kube-system/pods.json"), "{}\n");
    QVERIFY(run(QStringLiteral("tar"),
                {QStringLiteral("-czf"), QStringLiteral("crashd.tar.gz"), QStringLiteral("work")}));
    const auto read = caseFromBundle(at(QStringLiteral("crashd.tar.gz")), probes());
    QVERIFY(read);
    QStringList names;
    for (const NodeRecord &record : read->nodes) {
        names.append(record.node.name);
    }
    QCOMPARE(
        names,
        (QStringList{QStringLiteral("10.0.0.11"), QStringLiteral("10.0.0.12"), QStringLiteral("bundle")}));
}

void TestBundle::filesAreKnownByTheirPlace()
{
    const auto read = caseFromBundle(at(QStringLiteral("sos")), probes());
    QVERIFY(read);
    const Artifact *manifests =
        read->artifact(read->nodes.first().node.id, QStringLiteral("static-pods.manifests"));
    QVERIFY(manifests);
    QCOMPARE(manifests->section(QStringLiteral("/etc/kubernetes/manifests/etcd.yaml")),
             QByteArray("kind: Pod\n"));
}

void TestBundle::whatBelongsToNoHostIsKept()
{
    write(QStringLiteral("dump/kube-system/pods.json"), "{\"kind\": \"PodList\"}\n");
    const auto read = caseFromBundle(at(QStringLiteral("dump")), probes());
    QVERIFY(read);
    QCOMPARE(read->nodes.first().node.id, QStringLiteral("bundle"));
    QVERIFY(
        read->artifact(QStringLiteral("bundle"), QStringLiteral("pasted.text"))->output.contains("PodList"));
}

void TestBundle::linksAndDevicesAreNotFollowed()
{
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), at(QStringLiteral("sos/etc/passwd"))));
    QVERIFY(run(QStringLiteral("mkfifo"), {QStringLiteral("sos/etc/pipe")}));
    QVERIFY(
        run(QStringLiteral("tar"), {QStringLiteral("-cf"), QStringLiteral("l.tar"), QStringLiteral("sos")}));
    for (const char *name : {"sos", "l.tar"}) {
        const auto texts = readBundle(at(QString::fromLatin1(name)));
        QVERIFY(texts);
        QCOMPARE(texts->size(), 3);
    }
}

void TestBundle::namesThatClimbAreLeftOut()
{
    QVERIFY(run(QStringLiteral("python3"),
                {QStringLiteral("-c"),
                 QStringLiteral("import tarfile,io\n"
                                "t=tarfile.open('climb.tar','w')\n"
                                "for n in ('../../etc/passwd','/abs/etc/motd','ok/etc/issue'):\n"
                                "  i=tarfile.TarInfo(n); i.size=3; t.addfile(i,io.BytesIO(b'abc'))\n"
                                "t.close()\n")}));
    const auto texts = readBundle(at(QStringLiteral("climb.tar")));
    QVERIFY(texts);
    QStringList paths;
    for (const BundleText &text : *texts) {
        paths.append(text.path);
    }
    QCOMPARE(paths, (QStringList{QStringLiteral("abs/etc/motd"), QStringLiteral("ok/etc/issue")}));
}

void TestBundle::keysAreNotKept()
{
    write(QStringLiteral("sos/etc/some.conf"),
          "before\n-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----\nafter\n");
    const auto texts = readBundle(at(QStringLiteral("sos")));
    QVERIFY(texts);
    for (const BundleText &text : *texts) {
        QVERIFY(!text.bytes.contains("c2VjcmV0"));
        QVERIFY(!text.path.endsWith(QLatin1String("some.conf")) || text.bytes.endsWith("after\n"));
    }
}

void TestBundle::bombsAreRefused()
{
    write(QStringLiteral("sos/etc/zeroes"), QByteArray(8 * 1024 * 1024, 'a'));
    QVERIFY(run(QStringLiteral("tar"),
                {QStringLiteral("-czf"), QStringLiteral("bomb.tgz"), QStringLiteral("sos")}));
    BundleLimits limits;
    limits.unpacked = 1024 * 1024;
    QCOMPARE(readBundle(at(QStringLiteral("bomb.tgz")), limits).error().code, ErrorCode::TooLarge);
    limits.unpacked = BundleLimits{}.unpacked;
    limits.kept = 1024 * 1024;
    QCOMPARE(readBundle(at(QStringLiteral("bomb.tgz")), limits).error().code, ErrorCode::TooLarge);
    limits.kept = BundleLimits{}.kept;
    limits.ofOneText = 4096;
    const auto cut = readBundle(at(QStringLiteral("bomb.tgz")), limits);
    QVERIFY(cut);
    for (const BundleText &text : *cut) {
        QVERIFY(text.bytes.size() <= 4096);
    }
}

void TestBundle::tooManyFilesAreRefused()
{
    BundleLimits limits;
    limits.files = 2;
    const auto read = readBundle(at(QStringLiteral("sos")), limits);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::TooLarge);
    QCOMPARE(read.error().detail, QStringLiteral("files"));
}

void TestBundle::damagedArchivesAreRefused()
{
    QVERIFY(
        run(QStringLiteral("tar"), {QStringLiteral("-czf"), QStringLiteral("d.tgz"), QStringLiteral("sos")}));
    QFile whole(at(QStringLiteral("d.tgz")));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    write(QStringLiteral("cut.tgz"), bytes.left(bytes.size() / 2));
    QByteArray turned = bytes;
    for (qsizetype i = turned.size() / 3; i < turned.size() / 2; ++i) {
        turned[i] = char(~turned[i]);
    }
    write(QStringLiteral("turned.tgz"), turned);
    for (const char *name : {"cut.tgz", "turned.tgz"}) {
        const auto read = caseFromBundle(at(QString::fromLatin1(name)), probes());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Malformed);
        QVERIFY(!read.error().detail.isEmpty());
    }
}

void TestBundle::anEmptyOneIsNone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("empty")));
    QCOMPARE(caseFromBundle(at(QStringLiteral("empty")), probes()).error().code, ErrorCode::NotAGordianFile);
}

void TestBundle::plainTextIsNoBundle()
{
    write(QStringLiteral("log.txt"), kLine);
    QVERIFY(!isBundle(at(QStringLiteral("log.txt"))));
    QVERIFY(!isBundle(at(QStringLiteral("absent"))));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
