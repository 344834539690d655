// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"

#include <QtTest>

using namespace gordian;
using Kind = TextChange::Kind;

namespace {

TextChange set(const QStringList &path, const QByteArray &to)
{
    return {Kind::Set, path, to, {}, {}};
}

TextChange removed(const QStringList &path)
{
    return {Kind::Remove, path, {}, {}, {}};
}

TextChange withoutItem(const QStringList &path, const QByteArray &item)
{
    return {Kind::RemoveItem, path, item, {}, {}};
}

TextChange withItem(const QStringList &path, const QByteArray &item)
{
    return {Kind::AddItem, path, item, {}, {}};
}

TextChange flag(const QStringList &path, const QString &name, const QByteArray &to)
{
    return {Kind::SetFlag, path, to, name, {}};
}

TextChange withoutFlag(const QStringList &path, const QString &name)
{
    return {Kind::RemoveFlag, path, {}, name, {}};
}

TextChange ifMissing(const QStringList &path, const QByteArray &to)
{
    return {Kind::Set, path, to, {}, {}, true};
}

TextChange withoutPart(const QStringList &path, const QString &name, const QByteArray &part)
{
    return {Kind::RemoveFromFlag, path, part, name, {}};
}

TextChange replaced(const QString &pattern, const QByteArray &with)
{
    return {Kind::Replace, {}, with, {}, pattern};
}

TextChange appended(const QByteArray &line, const QString &unless)
{
    return {Kind::Append, {}, line, {}, unless};
}

const QStringList SystemdCgroup{QStringLiteral("plugins"),      QStringLiteral("io.containerd.grpc.v1.cri"),
                                QStringLiteral("containerd"),   QStringLiteral("runtimes"),
                                QStringLiteral("runc"),         QStringLiteral("options"),
                                QStringLiteral("SystemdCgroup")};
const QStringList Command{QStringLiteral("spec"), QStringLiteral("containers"), QStringLiteral("0"),
                          QStringLiteral("command")};
const QByteArray Containerd = "version = 2 # the new one\n"
                              "disabled_plugins = [\"cri\", \"btrfs\"]\n"
                              "\n"
                              "[plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc]\n"
                              "  runtime_type = \"io.containerd.runc.v2\"\n"
                              "  # how it starts\n"
                              "  [plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc.options]\n"
                              "    BinaryName = \"\"\n"
                              "    SystemdCgroup = false # from the package\n";
const QByteArray Manifest = "apiVersion: v1\n"
                            "kind: Pod\n"
                            "spec:\n"
                            "  containers:\n"
                            "  - command:\n"
                            "    - kube-apiserver\n"
                            "    - --etcd-servers=https://127.0.0.1:2379   # local\n"
                            "    - --feature-gates=Old=true\n"
                            "    image: registry.k8s.io/kube-apiserver:v1.30.0\n"
                            "  hostNetwork: true\n";
const QByteArray CniConfig =
    "{\n"
    "\t\"name\": \"cbr0\", \"text\": \"a } \\\" b\",\n"
    "\t\"plugins\": [ { \"type\": \"bridge\", \"mtu\": 1500 }, { \"type\": \"portmap\" } ],\n"
    "\t\"none\": {}\n"
    "}\n";
const QByteArray KubeletConfig = "apiVersion: kubelet.config.k8s.io/v1beta1\n"
                                 "authentication:\n"
                                 "  anonymous:\n"
                                 "    enabled: false\n"
                                 "cgroupDriver: \"cgroupfs\" # as docker had it\n"
                                 "clusterDNS:\n"
                                 "- 10.96.0.10\n"
                                 "resolvConf: /etc/resolv.conf\n"
                                 "staticPodPath: /etc/kubernetes/manifests\n";

} // namespace

class TestTextEdit : public QObject {
    Q_OBJECT

private slots:
    void changesOnlyThatValue_data();
    void changesOnlyThatValue();
    void refuses_data();
    void refuses();
    void severalChangesAreOneDiff();
    void theDiffSaysWhereALineEndIsMissing();
};

void TestTextEdit::changesOnlyThatValue_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("format");
    QTest::addColumn<TextChange>("change");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const int toml = int(TextFormat::Toml);
    const int yaml = int(TextFormat::Yaml);
    const int lines = int(TextFormat::Lines);

    QTest::newRow("toml: a value keeps its comment")
        << Containerd << toml << set(SystemdCgroup, "true") << QByteArray("SystemdCgroup = false")
        << QByteArray("SystemdCgroup = true");
    QTest::newRow("toml: a key is made in a table that is there")
        << Containerd << toml
        << set(SystemdCgroup.mid(0, 6) + QStringList{QStringLiteral("NoPivotRoot")}, "true")
        << QByteArray("    BinaryName") << QByteArray("    NoPivotRoot = true\n    BinaryName");
    QTest::newRow("toml: a table is made where there is none")
        << Containerd << toml
        << set({QStringLiteral("plugins"), QStringLiteral("io.containerd.grpc.v1.cri"), QStringLiteral("cni"),
                QStringLiteral("bin_dir")},
               "\"/opt/cni/bin\"")
        << QByteArray("from the package\n")
        << QByteArray("from the package\n\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\n"
                      "  bin_dir = \"/opt/cni/bin\"\n");
    QTest::newRow("toml: a key of the whole file goes before the tables")
        << Containerd << toml << set({QStringLiteral("root")}, "\"/data\"") << QByteArray("version = 2")
        << QByteArray("root = \"/data\"\nversion = 2");
    QTest::newRow("toml: the first item leaves a list")
        << Containerd << toml << withoutItem({QStringLiteral("disabled_plugins")}, "\"cri\"")
        << QByteArray("[\"cri\", \"btrfs\"]") << QByteArray("[\"btrfs\"]");
    QTest::newRow("toml: the last item leaves a list")
        << Containerd << toml << withoutItem({QStringLiteral("disabled_plugins")}, "\"btrfs\"")
        << QByteArray("[\"cri\", \"btrfs\"]") << QByteArray("[\"cri\"]");
    QTest::newRow("toml: the only item leaves a list")
        << QByteArray("disabled_plugins = [\"cri\"]\n") << toml
        << withoutItem({QStringLiteral("disabled_plugins")}, "\"cri\"") << QByteArray("[\"cri\"]")
        << QByteArray("[]");
    QTest::newRow("toml: a key goes with its line")
        << Containerd << toml << removed(SystemdCgroup)
        << QByteArray("    SystemdCgroup = false # from the package\n") << QByteArray();
    QTest::newRow("toml: what stands after letters of two bytes is found")
        << QByteArray("title = { t = \"ж\" } # ж\nж = 1\n").replace("ж = 1", "name = 1") << toml
        << set({QStringLiteral("name")}, "2") << QByteArray("name = 1") << QByteArray("name = 2");

    QTest::newRow("yaml: a value in quotes keeps its comment")
        << KubeletConfig << yaml << set({QStringLiteral("cgroupDriver")}, "\"systemd\"")
        << QByteArray("\"cgroupfs\"") << QByteArray("systemd");
    QTest::newRow("yaml: a plain value")
        << KubeletConfig << yaml
        << set({QStringLiteral("resolvConf")}, "\"/run/systemd/resolve/resolv.conf\"")
        << QByteArray("/etc/resolv.conf") << QByteArray("/run/systemd/resolve/resolv.conf");
    QTest::newRow("yaml: a boolean far inside")
        << KubeletConfig << yaml
        << set({QStringLiteral("authentication"), QStringLiteral("anonymous"), QStringLiteral("enabled")},
               "true")
        << QByteArray("enabled: false") << QByteArray("enabled: true");
    QTest::newRow("yaml: a key that is missing")
        << KubeletConfig << yaml << set({QStringLiteral("failSwapOn")}, "false") << QByteArray("apiVersion:")
        << QByteArray("failSwapOn: false\napiVersion:");
    QTest::newRow("yaml: a key in a map that is missing")
        << KubeletConfig << yaml
        << set({QStringLiteral("memorySwap"), QStringLiteral("swapBehavior")}, "\"NoSwap\"")
        << QByteArray("apiVersion:") << QByteArray("memorySwap: {\"swapBehavior\":\"NoSwap\"}\napiVersion:");
    QTest::newRow("yaml: a word that would be a boolean goes into quotes")
        << KubeletConfig << yaml << set({QStringLiteral("resolvConf")}, "\"true\"")
        << QByteArray("/etc/resolv.conf") << QByteArray("\"true\"");
    QTest::newRow("yaml: a key goes, with the list below it")
        << KubeletConfig << yaml << removed({QStringLiteral("clusterDNS")})
        << QByteArray("clusterDNS:\n- 10.96.0.10\n") << QByteArray();
    QTest::newRow("yaml: a map goes with all that is in it")
        << KubeletConfig << yaml << removed({QStringLiteral("authentication")})
        << QByteArray("authentication:\n  anonymous:\n    enabled: false\n") << QByteArray();
    QTest::newRow("yaml: a flag changes in a manifest")
        << Manifest << yaml << flag(Command, QStringLiteral("--etcd-servers"), "https://10.0.0.1:2379")
        << QByteArray("https://127.0.0.1:2379") << QByteArray("https://10.0.0.1:2379");
    QTest::newRow("yaml: a flag is added after the others")
        << Manifest << yaml << flag(Command, QStringLiteral("--v"), "2") << QByteArray("Old=true\n")
        << QByteArray("Old=true\n    - --v=2\n");
    QTest::newRow("yaml: a flag with a star in its value changes")
        << QByteArray(Manifest).replace("Old=true", "*,-old") << yaml
        << flag(Command, QStringLiteral("--feature-gates"), "*,old,new") << QByteArray("*,-old")
        << QByteArray("*,old,new");
    QTest::newRow("yaml: a flag gets a value that wants quotes")
        << Manifest << yaml << flag(Command, QStringLiteral("--feature-gates"), "a b")
        << QByteArray("--feature-gates=Old=true") << QByteArray("\"--feature-gates=a b\"");
    QTest::newRow("yaml: a flag goes with its line")
        << Manifest << yaml << withoutFlag(Command, QStringLiteral("--feature-gates"))
        << QByteArray("    - --feature-gates=Old=true\n") << QByteArray();
    QTest::newRow("yaml: the last key of a map takes the map with it")
        << KubeletConfig + QByteArray("featureGates:\n  Old: true\n") << yaml
        << removed({QStringLiteral("featureGates"), QStringLiteral("Old")})
        << QByteArray("featureGates:\n  Old: true\n") << QByteArray();
    QTest::newRow("yaml: another key of the map stays")
        << KubeletConfig + QByteArray("featureGates:\n  Old: true\n  New: true\n") << yaml
        << removed({QStringLiteral("featureGates"), QStringLiteral("Old")}) << QByteArray("  Old: true\n")
        << QByteArray();
    QTest::newRow("yaml: a part leaves a flag")
        << QByteArray(Manifest).replace("Old=true", "A=true,Old=true,B=false") << yaml
        << withoutPart(Command, QStringLiteral("--feature-gates"), "Old") << QByteArray("Old=true,")
        << QByteArray();
    QTest::newRow("yaml: the only part takes the flag with it")
        << Manifest << yaml << withoutPart(Command, QStringLiteral("--feature-gates"), "Old")
        << QByteArray("    - --feature-gates=Old=true\n") << QByteArray();
    QTest::newRow("yaml: a value that is missing is set")
        << KubeletConfig << yaml << ifMissing({QStringLiteral("failSwapOn")}, "false")
        << QByteArray("apiVersion:") << QByteArray("failSwapOn: false\napiVersion:");

    const int json = int(TextFormat::Json);
    QTest::newRow("json: a value far inside")
        << CniConfig << json
        << set({QStringLiteral("plugins"), QStringLiteral("0"), QStringLiteral("mtu")}, "1450")
        << QByteArray("1500") << QByteArray("1450");
    QTest::newRow("json: a text with braces and quotes in it")
        << CniConfig << json << set({QStringLiteral("text")}, "\"c\"") << QByteArray(R"("a } \" b")")
        << QByteArray("\"c\"");
    QTest::newRow("json: a key that is missing is written as the first one is")
        << CniConfig << json << set({QStringLiteral("cniVersion")}, "\"0.4.0\"") << QByteArray("{\n\t")
        << QByteArray("{\n\t\"cniVersion\": \"0.4.0\",\n\t");
    QTest::newRow("json: a key in an empty object")
        << CniConfig << json << set({QStringLiteral("none"), QStringLiteral("a")}, "[1]") << QByteArray("{}")
        << QByteArray("{\"a\": [1]}");

    QTest::newRow("yaml: a map becomes the last item of a list, a line for each key")
        << QByteArray("mounts:\n- name: a # first\n  path: /a\nother: 1\n") << yaml
        << withItem({QStringLiteral("mounts")}, R"({"name": "b", "from": {"path": "/b", "type": "File"}})")
        << QByteArray("other:") << QByteArray("- from:\n    path: /b\n    type: File\n  name: b\nother:");
    QTest::newRow(
        "yaml: an item is indented as those before it, at the end of a text without a last line end")
        << QByteArray("a:\n  - x\n  - y") << yaml << withItem({QStringLiteral("a")}, "\"true\"")
        << QByteArray("- y") << QByteArray("- y\n  - \"true\"\n");

    QTest::newRow("lines: a word leaves a line")
        << QByteArray("KUBELET_KUBEADM_ARGS=\"--a=1 --container-runtime=remote --b=2\"\n") << lines
        << replaced(QStringLiteral(R"( --container-runtime=\S+)"), "")
        << QByteArray(" --container-runtime=remote") << QByteArray();
    QTest::newRow("lines: a line becomes a comment")
        << QByteArray("proc /proc proc\n/swap.img none swap sw 0 0\n") << lines
        << replaced(QStringLiteral(R"(^([^#\s]+\s+\S+\s+swap\s.*)$)"), "# \\1") << QByteArray("/swap.img")
        << QByteArray("# /swap.img");
    QTest::newRow("lines: a whole line goes")
        << QByteArray("a=1\nb=2\n") << lines << replaced(QStringLiteral("^b=2$"), "") << QByteArray("b=2\n")
        << QByteArray();
    QTest::newRow("lines: a line is appended")
        << QByteArray("br_netfilter\n") << lines << appended("overlay", QStringLiteral("^overlay$"))
        << QByteArray("br_netfilter\n") << QByteArray("br_netfilter\noverlay\n");
    QTest::newRow("lines: a last line without an end gets one before another follows")
        << QByteArray("a") << lines << appended("b", QStringLiteral("^b$")) << QByteArray("a")
        << QByteArray("a\nb\n");
}

void TestTextEdit::changesOnlyThatValue()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, format);
    QFETCH(const TextChange, change);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const auto after = edited(before, TextFormat(format), {change});
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    const qsizetype at = before.indexOf(from);
    QCOMPARE(*after, QByteArray(before).replace(at, from.size(), to));
    const auto again = edited(*after, TextFormat(format), {change});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NothingToDo);
}

void TestTextEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("format");
    QTest::addColumn<TextChange>("change");
    QTest::addColumn<int>("code");
    const int toml = int(TextFormat::Toml);
    const int yaml = int(TextFormat::Yaml);
    QTest::newRow("toml that does not parse")
        << QByteArray("a = [\n") << toml << set({QStringLiteral("a")}, "1") << int(ErrorCode::Malformed);
    QTest::newRow("toml: a value where a table stands")
        << Containerd << toml << set({QStringLiteral("plugins")}, "1") << int(ErrorCode::CannotEdit);
    QTest::newRow("toml: a key in a table in one line")
        << QByteArray("a = { b = 1 }\n") << toml << set({QStringLiteral("a"), QStringLiteral("c")}, "1")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml that does not parse")
        << QByteArray("a: [\n") << yaml << set({QStringLiteral("a")}, "1") << int(ErrorCode::Malformed);
    QTest::newRow("yaml: two documents") << QByteArray("a: 1\n---\na: 2\n") << yaml
                                         << set({QStringLiteral("a")}, "3") << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: a text of several lines")
        << QByteArray("a: |\n  one\n  two\n") << yaml << set({QStringLiteral("a")}, "\"three\"")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: a value that is used twice by its anchor")
        << QByteArray("a: &x one\nb: *x\n") << yaml << set({QStringLiteral("a")}, "\"two\"")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: a flag in a list in one line")
        << QByteArray("c: [a, --b=1]\n") << yaml << flag({QStringLiteral("c")}, QStringLiteral("--b"), "2")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: an item for a list in one line")
        << QByteArray("c: [a]\n") << yaml << withItem({QStringLiteral("c")}, "\"b\"")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: an item for a list that is not there")
        << QByteArray("c: 1\n") << yaml << withItem({QStringLiteral("d")}, "\"b\"")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("yaml: an item that is in the list already")
        << QByteArray("c:\n- a: 1\n") << yaml << withItem({QStringLiteral("c")}, R"({"a": 1})")
        << int(ErrorCode::NothingToDo);
    QTest::newRow("yaml: a key that is not there cannot go")
        << KubeletConfig << yaml << removed({QStringLiteral("nothing")}) << int(ErrorCode::NothingToDo);
    QTest::newRow("yaml: a value that is there stays")
        << KubeletConfig << yaml << ifMissing({QStringLiteral("cgroupDriver")}, "\"systemd\"")
        << int(ErrorCode::NothingToDo);
    QTest::newRow("toml: a value that is there stays")
        << Containerd << toml << ifMissing({QStringLiteral("version")}, "3") << int(ErrorCode::NothingToDo);
    QTest::newRow("yaml: a part that the flag has not")
        << Manifest << yaml << withoutPart(Command, QStringLiteral("--feature-gates"), "New")
        << int(ErrorCode::NothingToDo);
    const int json = int(TextFormat::Json);
    QTest::newRow("json that does not parse")
        << QByteArray("{\"a\": }") << json << set({QStringLiteral("a")}, "1") << int(ErrorCode::Malformed);
    QTest::newRow("json: a key in something that is missing")
        << CniConfig << json << set({QStringLiteral("ipam"), QStringLiteral("type")}, "1")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("json: a key in a single value")
        << CniConfig << json << set({QStringLiteral("name"), QStringLiteral("x")}, "1")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("json: an item beyond the list's end")
        << CniConfig << json << set({QStringLiteral("plugins"), QStringLiteral("7")}, "1")
        << int(ErrorCode::CannotEdit);
    QTest::newRow("json: it is so already")
        << CniConfig << json << set({QStringLiteral("name")}, "\"cbr0\"") << int(ErrorCode::NothingToDo);
    QTest::newRow("lines: nothing matches")
        << QByteArray("a\n") << int(TextFormat::Lines) << replaced(QStringLiteral("^b$"), "")
        << int(ErrorCode::NothingToDo);
}

void TestTextEdit::refuses()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, format);
    QFETCH(const TextChange, change);
    QFETCH(const int, code);
    const auto after = edited(before, TextFormat(format), {change});
    QVERIFY2(!after, after ? after->constData() : "");
    QCOMPARE(int(after.error().code), code);
}

void TestTextEdit::severalChangesAreOneDiff()
{
    const auto after = edited(KubeletConfig, TextFormat::Yaml,
                              {set({QStringLiteral("cgroupDriver")}, "\"systemd\""),
                               set({QStringLiteral("resolvConf")}, "\"/etc/resolv.conf\"")});
    QVERIFY(after);
    const QByteArray diff = unifiedDiff(KubeletConfig, *after, QStringLiteral("/c"));
    QVERIFY2(diff.startsWith("--- /c\n+++ /c\n@@ -2,"), diff.constData());
    QCOMPARE(diff.count("@@ -"), 1);
    QVERIFY2(diff.contains("     enabled: false\n-cgroupDriver: \"cgroupfs\" # as docker had it\n"
                           "+cgroupDriver: systemd # as docker had it\n clusterDNS:\n"),
             diff.constData());
}

void TestTextEdit::theDiffSaysWhereALineEndIsMissing()
{
    QCOMPARE(unifiedDiff("a", "a\n", QStringLiteral("/c")),
             QByteArray("--- /c\n+++ /c\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"));
    QVERIFY(unifiedDiff("a\n", "a\n", QStringLiteral("/c")).isEmpty());
}

QTEST_GUILESS_MAIN(TestTextEdit)
#include "tst_textedit.moc"
