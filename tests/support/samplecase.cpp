// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "support/samplecase.h"

#include "core/utc.h"

namespace gordian::test {

namespace {

QDateTime at(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 3, 16), QTime(hour, minute, second), Utc);
}

NodeRecord node(const QString &id, const QString &address, NodeRole role, Privilege privilege)
{
    NodeRecord record;
    record.node.id = id;
    record.node.name = id;
    record.node.endpoint = {QStringLiteral("lab"), address, 22};
    record.node.role = role;
    record.state = ConnectState::Closed;
    record.privilege = privilege;
    record.account = privilege == Privilege::None ? QStringLiteral("lab") : QStringLiteral("root");
    record.connection = {QStringLiteral("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"),
                         QStringLiteral("chacha20-poly1305@openssh.com"),
                         QStringLiteral("SHA256:9Qz1Yw0a1c0jI0N0pW8b7tq2m5mF2uXr6nV0o5mJt1E"),
                         QStringLiteral("publickey"),
                         84,
                         12};
    return record;
}

Artifact artifact(const QString &nodeId, const char *probe, const char *command, const char *output,
                  qint64 ms)
{
    Artifact made;
    made.node = nodeId;
    made.probe = QString::fromLatin1(probe);
    made.command = QString::fromUtf8(command);
    made.state = ArtifactState::Collected;
    made.output = output;
    made.outputBytes = made.output.size();
    made.milliseconds = ms;
    made.collectedAt = at(1, 49, 12);
    return made;
}

Artifact missing(const QString &nodeId, const char *probe, const char *command, ArtifactState state,
                 const char *note)
{
    Artifact made = artifact(nodeId, probe, command, "", 3);
    made.state = state;
    made.note = QString::fromLatin1(note);
    return made;
}

const char *const Pods = "POD ID              CREATED             STATE               NAME                   "
                         "             NAMESPACE           ATTEMPT\n"
                         "6f693e90c6d20       29 seconds ago      Ready               kube-proxy-f8rc4       "
                         "             kube-system         7\n"
                         "1a50c48dcfee9       About a minute ago  Ready               kube-scheduler-k8s     "
                         "             kube-system         5\n"
                         "8cace930935ca       About a minute ago  Ready               "
                         "kube-controller-manager-k8s         kube-system         3\n"
                         "1db40862eccaf       2 minutes ago       Ready               "
                         "tigera-operator-ccfc44587-vjdrs     tigera-operator     3\n"
                         "504e4b6447e89       3 minutes ago       Ready               etcd-k8s               "
                         "             kube-system         7\n"
                         "409c2195fe24a       4 minutes ago       NotReady            kube-proxy-f8rc4       "
                         "             kube-system         6\n"
                         "60cc9f215e480       5 minutes ago       Ready               kube-apiserver-k8s     "
                         "             kube-system         2\n"
                         "56646137a2a85       6 minutes ago       NotReady            etcd-k8s               "
                         "             kube-system         6\n";

const char *const Journal =
    "Mar 16 01:48:44 k8s kubelet[1720]: E0316 01:48:44.801833    1720 kubelet.go:3002] \"Container runtime "
    "network not ready\" "
    "networkReady=\"NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: "
    "cni plugin not initialized\"\n"
    "Mar 16 01:48:45 k8s kubelet[1720]: I0316 01:48:45.661566    1720 pod_container_deletor.go:80] "
    "\"Container not found in pod's "
    "containers\" containerID=\"504e4b6447e89391590d61a1632f9bbc8a804d7e3ce79e87f8e5657cc1627d9e\"\n"
    "Mar 16 01:48:45 k8s kubelet[1720]: I0316 01:48:45.662074    1720 status_manager.go:890] \"Failed to get "
    "status for pod\" "
    "pod=\"kube-system/kube-scheduler-k8s\" err=\"Get "
    "\\\"https://192.168.124.8:6443/api/v1/namespaces/kube-system/pods/"
    "kube-scheduler-k8s\\\": dial tcp 192.168.124.8:6443: connect: connection refused\"\n";

const char *const RuntimeConfig =
    "version = 2\n\n[plugins.\"io.containerd.grpc.v1.cri\"]\n  sandbox_image = "
    "\"registry.k8s.io/pause:3.8\"\n\n"
    "  [plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc]\n    runtime_type = "
    "\"io.containerd.runc.v2\"\n\n"
    "    [plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc.options]\n      SystemdCgroup = "
    "false\n";

void addControlPlane(Case &into)
{
    const QString k8s = QStringLiteral("k8s");
    into.artifacts << artifact(k8s, "host.os", "uname -a; cat /etc/os-release",
                               "Linux k8s 6.1.0-18-amd64 x86_64\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n", 6)
                   << artifact(k8s, "time.sync", "timedatectl show", "NTPSynchronized=yes\n", 31)
                   << artifact(k8s, "runtime.config", "containerd config dump", RuntimeConfig, 88)
                   << artifact(k8s, "runtime.pods", "crictl pods", Pods, 140)
                   << artifact(k8s, "kubelet.config", "cat /var/lib/kubelet/config.yaml",
                               "apiVersion: kubelet.config.k8s.io/v1beta1\ncgroupDriver: systemd\nkind: "
                               "KubeletConfiguration\n",
                               5)
                   << artifact(k8s, "kubelet.unit", "systemctl show kubelet",
                               "ActiveState=active\nSubState=running\nNRestarts=0\n", 22)
                   << artifact(k8s, "kubelet.journal", "journalctl -u kubelet -n 2000 --no-pager -o short",
                               Journal, 310)
                   << artifact(k8s, "etcd.health", "etcdctl endpoint status",
                               "127.0.0.1:2379, 8e9e05c52164694d, 3.5.15, 25 MB, true\n", 61)
                   << artifact(k8s, "apiserver.readyz", "curl -sk https://127.0.0.1:6443/readyz?verbose", "",
                               9)
                   << artifact(k8s, "certificates.dates", "openssl x509 -enddate",
                               "notAfter=Mar 15 22:10:04 2027 GMT\n", 44)
                   << artifact(k8s, "cni.config", "ls /etc/cni/net.d", "", 4)
                   << artifact(k8s, "firewall.rules", "nft list ruleset", "table ip filter { }\n", 12);
    Artifact &readyz = into.artifacts[8];
    readyz.exitCode = 7;
    readyz.errors = "curl: (7) Failed to connect to 127.0.0.1 port 6443: Connection refused\n";
}

void addWorker(Case &into)
{
    const QString w1 = QStringLiteral("k8s-w1");
    into.artifacts
        << artifact(w1, "host.os", "uname -a; cat /etc/os-release", "Linux k8s-w1 6.1.0-18-amd64 x86_64\n", 7)
        << artifact(w1, "time.sync", "timedatectl show", "NTPSynchronized=no\n", 29)
        << artifact(w1, "kubelet.journal", "journalctl -u kubelet -n 2000 --no-pager -o short", "", 280)
        << missing(w1, "firewall.rules", "nft list ruleset", ArtifactState::NotPermitted, "needs-root")
        << missing(w1, "runtime.config", "containerd config dump", ArtifactState::NotPermitted, "needs-root")
        << missing(w1, "runtime.pods", "crictl pods", ArtifactState::CommandMissing, "crictl")
        << missing(w1, "cni.agent-log", "podlog kube-system 'calico-node*' calico-node",
                   ArtifactState::TimedOut, "")
        << missing(w1, "etcd.health", "etcdctl endpoint status", ArtifactState::NotApplicable, "no-etcd");
    Artifact &journal = into.artifacts[into.artifacts.size() - 6];
    journal.output = hostileBytes();
    journal.truncated = true;
    journal.outputBytes = 104857600;
}

} // namespace

QByteArray hostileBytes()
{
    return QByteArray("Mar 16 01:48:50 k8s-w1 kubelet[811]: </script></style></title><img src=x "
                      "onerror=\"window.pwned=1\">"
                      "<svg onload=window.pwned=1> javascript:alert(1) {{7*7}} ]]> --> &lt; ' \" `\n"
                      "Mar 16 01:48:51 k8s-w1 kubelet[811]: \x1b[31mred\x1b[0m "
                      "\x1b]8;;http://evil.example/\x07link\x1b]8;;\x07 bell\x07 back\x08space\n"
                      "Mar 16 01:48:52 k8s-w1 kubelet[811]: \xe2\x80\xaegnp.exe\xe2\x80\xac "
                      "\xe2\x81\xa6isolate\xe2\x81\xa9 nul[")
        + '\0' + QByteArray("] c1[\xc2\x85\xc2\x9b] bad[\xff\xfe\xc0\xaf] zero\xe2\x80\x8bwidth\n");
}

QString hostileLine()
{
    return QString::fromUtf8(hostileBytes()).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

Case sampleCase()
{
    Case made = newCase(QStringLiteral("k8s: CNI waits for the API, the API waits for CNI"));
    made.createdAt = at(1, 48, 58);
    made.nodes << node(QStringLiteral("k8s"), QStringLiteral("192.168.124.8"), NodeRole::ControlPlane,
                       Privilege::Sudo)
               << node(QStringLiteral("k8s-w1"), QStringLiteral("192.168.124.21"), NodeRole::Worker,
                       Privilege::None);
    made.nodes[0].clockOffsetMs = 4;
    made.nodes[0].clockUncertaintyMs = 6;
    made.nodes[1].clockOffsetMs = -2140;
    made.nodes[1].clockUncertaintyMs = 7;
    addControlPlane(made);
    addWorker(made);
    for (const NodeRecord &record : std::as_const(made.nodes)) {
        made.runs << RunEntry{at(1, 49, 0), record.node.id, QStringLiteral("connect"), QStringLiteral("ok")}
                  << RunEntry{at(1, 49, 1), record.node.id, QStringLiteral("script wave 1: 21 probes"),
                              QStringLiteral("ok")}
                  << RunEntry{at(1, 49, 9), record.node.id, QStringLiteral("script wave 2: 8 probes"),
                              QStringLiteral("ok")};
    }
    return made;
}

Case unreachedCase()
{
    Case made = newCase(QStringLiteral("nobody answers"));
    made.createdAt = at(1, 48, 58);
    made.nodes << node(QStringLiteral("k8s"), QStringLiteral("192.168.124.8"), NodeRole::ControlPlane,
                       Privilege::None)
               << node(QStringLiteral("k8s-w1"), QStringLiteral("192.168.124.21"), NodeRole::Worker,
                       Privilege::None);
    for (NodeRecord &record : made.nodes) {
        record.state = ConnectState::Failed;
        record.connection = {};
        record.failure = ConnectFailure{};
        record.failure->hop = record.node.endpoint;
    }
    made.nodes[0].failure->layer = ConnectLayer::TcpRefused;
    made.nodes[0].failure->detail = QStringLiteral("connect: Connection refused");
    ConnectFailure &changed = *made.nodes[1].failure;
    changed.layer = ConnectLayer::HostKeyChanged;
    changed.offered = {QStringLiteral("ssh-ed25519"),
                       QStringLiteral("SHA256:newnewnewnewnewnewnewnewnewnewnewnewnewnewn"),
                       {}};
    changed.known = {QStringLiteral("ssh-ed25519"),
                     QStringLiteral("SHA256:oldoldoldoldoldoldoldoldoldoldoldoldoldoldo"),
                     {}};
    changed.knownHostsFile = QStringLiteral("/home/anna/.ssh/known_hosts");
    changed.knownHostsLine = 17;
    return made;
}

} // namespace gordian::test
