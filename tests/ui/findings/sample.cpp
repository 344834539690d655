// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/findings/sample.h"

#include "ui/findings/sampleparts.h"

namespace gordian::test {

namespace {

QDateTime at(const char *time)
{
    return QDateTime::fromString(QStringLiteral("2026-03-16T%1Z").arg(latin(time)), Qt::ISODate);
}

Evidence line(const QString &node, const QString &probe, const QString &command, int number,
              const QString &what, const char *time = nullptr, int occurrences = 1)
{
    return {{node, probe, {}, number, number}, command, {what}, time ? at(time) : QDateTime(), occurrences};
}

const QString Journal = QStringLiteral("kubelet.journal");
const QString CniLine = QStringLiteral(
    "Mar 16 01:48:44 k8s kubelet[1720]: E0316 01:48:44.801833 1720 kubelet.go:3002] \"Container runtime "
    "network not ready\" "
    "networkReady=\"NetworkReady=false reason:NetworkPluginNotReady message:cni plugin not initialized\"");
const QString ApiLine = QStringLiteral(
    "Mar 16 01:48:45 k8s kubelet[1720]: E0316 01:48:45.662074 1720 status_manager.go:890] \"Failed to get "
    "status for pod\" "
    "err=\"Get https://192.168.124.8:6443: dial tcp 192.168.124.8:6443: connect: connection refused\"");

Finding finding(const char *id, const char *component, Health health, LocalText title, LocalText says,
                QVector<Evidence> evidence = {}, const QString &node = QStringLiteral("cp-1"))
{
    return {latin(id), node, latin(component), health, UnknownReason::None, title, says, evidence};
}

QVector<Finding> storyFindings()
{
    const QString cp = QStringLiteral("cp-1");
    const Evidence config =
        line(cp, QStringLiteral("runtime.config"), QStringLiteral("containerd config dump"), 14,
             QStringLiteral("            SystemdCgroup = false"));
    QVector<Finding> findings{
        finding("runtime.running", "runtime", Health::Healthy, text("containerd runs", "containerd запущен"),
                text("containerd has been running for 3 hours", "containerd работает 3 часа")),
        finding("runtime.cgroup-driver", "runtime", Health::Failed,
                text("Both use one cgroup driver", "Драйвер cgroup один"),
                text("containerd uses cgroupfs, its kubelet uses systemd",
                     "containerd использует cgroupfs, а kubelet — systemd"),
                {config}),
        finding("kubelet.running", "kubelet", Health::Healthy, text("The kubelet runs", "kubelet запущен"),
                text("active, no restart since boot", "активен, перезапусков с загрузки нет")),
        finding(
            "static-pods.stable", "static-pods", Health::Failed,
            text("Static pods stay up", "Статические поды не падают"),
            text("6 sandboxes were made anew within 13 minutes", "6 песочниц пересозданы за 13 минут"),
            {line(cp, QStringLiteral("runtime.pods"), QStringLiteral("crictl pods"), 7,
                  QStringLiteral(
                      "409c2195fe24a  4 minutes ago  NotReady  kube-proxy-f8rc4  kube-system  6  (default)"),
                  nullptr, 6)}),
        finding("etcd.answers", "etcd", Health::Blocked, text("etcd answers", "etcd отвечает"),
                text("its container was stopped from outside, 7 times", "контейнер остановлен извне 7 раз")),
        finding(
            "apiserver.livez", "apiserver", Health::Blocked,
            text("The API server answers", "API-сервер отвечает"),
            text("connection refused on 192.168.124.8:6443", "соединение с 192.168.124.8:6443 отвергнуто"),
            {line(cp, Journal, QStringLiteral("journalctl -u kubelet -o short-precise --no-pager -n 2000"), 3,
                  ApiLine, "01:48:45", 41)}),
        finding(
            "cni.ready", "cni", Health::Blocked, text("The pod network is ready", "Сеть подов готова"),
            text("cni plugin not initialized", "плагин CNI не инициализирован"),
            {line(cp, Journal, QStringLiteral("journalctl -u kubelet -o short-precise --no-pager -n 2000"), 1,
                  CniLine, "01:48:44", 28)}),
        finding("time.synchronised", "time", Health::Healthy, text("The clock is right", "Часы верны"),
                text("synchronised, 12 ms off", "синхронизированы, отклонение 12 мс")),
    };
    Finding unknown = finding("firewall.open", "network", Health::Unknown,
                              text("Port 6443 is open", "Порт 6443 открыт"), {});
    unknown.reason = UnknownReason::NotPermitted;
    findings << unknown;
    return findings;
}

CauseVerdict storyCause()
{
    const QString cp = QStringLiteral("cp-1");
    CauseVerdict cause;
    cause.id = QStringLiteral("containerd-systemdcgroup-false");
    cause.node = cp;
    cause.component = QStringLiteral("runtime");
    cause.confidence = Confidence::Proved;
    cause.title = text("Two cgroup drivers", "Два драйвера cgroup");
    cause.sentence = text("containerd on cp-1 uses the cgroupfs driver, but its kubelet uses systemd",
                          "containerd на cp-1 использует драйвер cgroupfs, а его kubelet — systemd");
    cause.why = text("systemd finds control groups that it did not make and ends what runs in them: every "
                     "sandbox dies within "
                     "minutes, etcd and the API server with it.",
                     "systemd находит чужие контрольные группы и завершает всё, что в них работает: каждая "
                     "песочница гибнет "
                     "за минуты, а с ней etcd и API-сервер.");
    cause.proof = {line(cp, QStringLiteral("runtime.config"), QStringLiteral("containerd config dump"), 14,
                        QStringLiteral("            SystemdCgroup = false")),
                   line(cp, QStringLiteral("kubelet.config"),
                        QStringLiteral("cat /var/lib/kubelet/config.yaml"), 12,
                        QStringLiteral("cgroupDriver: systemd"))};
    cause.explains = {QStringLiteral("cp-1/static-pods.stable"), QStringLiteral("cp-1/etcd.answers"),
                      QStringLiteral("cp-1/apiserver.livez"), QStringLiteral("cp-1/cni.ready"),
                      QStringLiteral("cp-1/runtime.cgroup-driver")};
    cause.steps = {
        {text("Set SystemdCgroup = true in /etc/containerd/config.toml",
              "Укажите SystemdCgroup = true в /etc/containerd/config.toml"),
         QStringLiteral("sed -i 's/SystemdCgroup = false/SystemdCgroup = true/' /etc/containerd/config.toml"),
         {}},
        {text("Restart containerd", "Перезапустите containerd"),
         QStringLiteral("systemctl restart containerd"),
         {}}};
    cause.tell = {QStringLiteral("runtime.config")};
    return cause;
}

QVector<TimelineEvent> storyTimeline()
{
    QVector<TimelineEvent> events;
    const auto add = [&events](const char *time, const char *component, TimelineKind kind,
                               const char *subject, int attempt, const QString &what = {}) {
        events << TimelineEvent{at(time),
                                QStringLiteral("cp-1"),
                                latin(component),
                                latin(subject),
                                kind,
                                attempt,
                                {QStringLiteral("cp-1"), Journal, {}, 1, 1},
                                what};
    };
    add("00:02:10", "host", TimelineKind::Boot, "", -1);
    add("01:35:20", "runtime", TimelineKind::Started, "containerd.service", -1);
    add("01:35:31", "kubelet", TimelineKind::Started, "kubelet.service", -1);
    add("01:36:00", "etcd", TimelineKind::Killed, "etcd-k8s", 5, QStringLiteral("signal=terminated"));
    add("01:36:02", "apiserver", TimelineKind::Restarted, "kube-apiserver-k8s", 1);
    add("01:38:40", "cni", TimelineKind::FirstError, "", -1, CniLine);
    add("01:40:12", "scheduler", TimelineKind::Restarted, "kube-scheduler-k8s", 4);
    add("01:42:30", "etcd", TimelineKind::Restarted, "etcd-k8s", 6);
    add("01:43:00", "controller-manager", TimelineKind::Restarted, "kube-controller-manager-k8s", 3);
    add("01:44:10", "apiserver", TimelineKind::FirstError, "", -1, ApiLine);
    add("01:45:50", "etcd", TimelineKind::Restarted, "etcd-k8s", 7);
    add("01:46:30", "apiserver", TimelineKind::Restarted, "kube-apiserver-k8s", 2);
    add("01:48:20", "kube-proxy", TimelineKind::Restarted, "kube-proxy-f8rc4", 7);
    return events;
}

Artifact artifact(const QString &probe, const QString &command, const QByteArray &output)
{
    Artifact made;
    made.node = QStringLiteral("cp-1");
    made.probe = probe;
    made.command = command;
    made.state = ArtifactState::Collected;
    made.milliseconds = 23;
    made.collectedAt = at("01:49:00");
    made.output = output;
    made.outputBytes = output.size();
    return made;
}

Case storyCase()
{
    Case shown;
    shown.id = QStringLiteral("00112233445566778899aabbccddeeff");
    shown.title = QStringLiteral("Story");
    for (const char *name : {"cp-1", "w-1", "w-2"}) {
        NodeRecord record;
        record.node.id = record.node.name = latin(name);
        shown.nodes << record;
    }
    QByteArray journal = CniLine.toUtf8() + '\n'
        + "Mar 16 01:48:45 k8s kubelet[1720]: I0316 01:48:45.661566 1720 pod_container_deletor.go:80] "
          "\"Container not found in pod's containers\" containerID=\"504e4b6447e89391590d61a1632f9bbc8a\"\n"
        + ApiLine.toUtf8() + '\n' + hostileLine() + '\n';
    for (int i = 0; i < 60; ++i) {
        journal += "Mar 16 01:49:" + QByteArray::number(i).rightJustified(2, '0')
            + " k8s kubelet[1720]: W0316 01:49:00.000000 1720 reflector.go:424] failed to list *v1.Node\n";
    }
    shown.put(artifact(Journal, QStringLiteral("journalctl -u kubelet -o short-precise --no-pager -n 2000"),
                       journal));
    QByteArray config = "version = 2\nroot = \"/var/lib/containerd\"\n# the runtime\n";
    for (int i = 0; i < 10; ++i) {
        config += "[plugins.\"io.containerd.grpc.v1.cri\".part" + QByteArray::number(i) + "]\n";
    }
    shown.put(artifact(QStringLiteral("runtime.config"), QStringLiteral("containerd config dump"),
                       config + "            SystemdCgroup = false\n"));
    shown.put(
        artifact(QStringLiteral("runtime.pods"), QStringLiteral("crictl pods"),
                 "POD ID          CREATED          STATE      NAME               NAMESPACE     ATTEMPT\n"
                 "6f693e90c6d20   29 seconds ago   Ready      kube-proxy-f8rc4   kube-system   7\n"
                 "409c2195fe24a   4 minutes ago    NotReady   kube-proxy-f8rc4   kube-system   6\n"));
    return shown;
}

ui::FindingsNames storyNames()
{
    ui::FindingsNames names;
    for (const char *name : {"cp-1", "w-1", "w-2"}) {
        names.nodes.insert(latin(name), latin(name));
    }
    for (const Part &part : parts()) {
        names.components.insert(latin(part.id), text(part.english, part.russian));
        names.letters.insert(latin(part.id), latin(part.letter));
    }
    names.probes = {{Journal, text("The kubelet's log", "Журнал kubelet")},
                    {QStringLiteral("runtime.config"),
                     text("containerd's effective configuration", "Действующая настройка containerd")},
                    {QStringLiteral("runtime.pods"),
                     text("Pods as the runtime sees them", "Поды глазами среды выполнения")},
                    {QStringLiteral("firewall.rules"), text("Firewall rules", "Правила межсетевого экрана")}};
    names.syntaxes = {{Journal, QStringLiteral("journal")},
                      {QStringLiteral("runtime.config"), QStringLiteral("toml")},
                      {QStringLiteral("runtime.pods"), QStringLiteral("crictl")}};
    return names;
}

void addAlibis(Diagnosis &diagnosis)
{
    const QString cp = QStringLiteral("cp-1");
    diagnosis.alibis = {
        {cp,
         QStringLiteral("time"),
         text("Time: synchronised, 12 ms off", "Время: синхронизировано, отклонение 12 мс"),
         {}},
        {cp,
         QStringLiteral("certificates"),
         text("Certificates: all valid for 361 days", "Сертификаты: действительны ещё 361 день"),
         {}},
        {cp,
         QStringLiteral("kubelet"),
         text("kubelet: active, healthz answers ok", "kubelet: активен, healthz отвечает ok"),
         {}},
    };
}

} // namespace

LocalText text(const char *english, const char *russian)
{
    return {{{QStringLiteral("en"), QString::fromUtf8(english)},
             {QStringLiteral("ru"), QString::fromUtf8(russian)}},
            {}};
}

QByteArray hostileLine()
{
    return QByteArray("</script><img src=x onerror=alert(1)> \x1b[31mred\x1b[0m ") + QByteArray("\0nul", 4)
        + "\xE2\x80\xAE"
          "gnp.exe\xE2\x81\xA6 \xff\xfe &amp; **bold** ```";
}

ui::FindingsContent storyContent()
{
    Diagnosis diagnosis;
    diagnosis.overall = Overall::Failures;
    addNode(diagnosis, QStringLiteral("cp-1"), true);
    addNode(diagnosis, QStringLiteral("w-1"), false);
    addNode(diagnosis, QStringLiteral("w-2"), false);
    const QString runtime = QStringLiteral("cp-1/runtime");
    vertex(diagnosis, runtime).health = Health::Failed;
    vertex(diagnosis, runtime).causes = {QStringLiteral("containerd-systemdcgroup-false")};
    const QString cp = QStringLiteral("cp-1/");
    for (const char *name :
         {"static-pods", "etcd", "apiserver", "controller-manager", "scheduler", "kube-proxy", "cni"}) {
        block(diagnosis, cp + latin(name), runtime);
    }
    block(diagnosis, cp + QStringLiteral("coredns"), cp + QStringLiteral("cni"));
    for (const char *node : {"w-1/", "w-2/"}) {
        block(diagnosis, latin(node) + QStringLiteral("kube-proxy"), cp + QStringLiteral("apiserver"));
        block(diagnosis, latin(node) + QStringLiteral("cni"), cp + QStringLiteral("apiserver"));
    }
    GraphVertex &network = vertex(diagnosis, cp + QStringLiteral("network"));
    network.health = Health::Unknown;
    network.reason = UnknownReason::NotPermitted;
    vertex(diagnosis, QStringLiteral("w-2/time")).health = Health::Degraded;
    diagnosis.edges << GraphEdge{
        cp + QStringLiteral("apiserver"), cp + QStringLiteral("cni"), EdgeKind::Apparent,
        text("static pods use the host's network", "статические поды работают в сети узла")};
    diagnosis.causes = {storyCause()};
    diagnosis.findings = storyFindings();
    diagnosis.cycles = {
        {QStringLiteral("cni-api"),
         QStringLiteral("cp-1"),
         CycleKind::Apparent,
         {cp + QStringLiteral("cni"), cp + QStringLiteral("apiserver")},
         text("The CNI and the API server do not wait for each other", "CNI и API-сервер не ждут друг друга"),
         text("The CNI needs the API server. The API server is a static pod on the host's network and needs "
              "no CNI: "
              "both messages are consequences.",
              "CNI нужен API-сервер. API-сервер — статический под в сети узла, CNI ему не нужен: оба "
              "сообщения — следствия."),
         {},
         {}}};
    addAlibis(diagnosis);
    diagnosis.timeline = storyTimeline();
    diagnosis.coverage = {
        3,
        3,
        228,
        212,
        {{QStringLiteral("cp-1"), QStringLiteral("firewall.rules"), UnknownReason::NotPermitted, true}}};
    return {storyCase(), diagnosis, storyNames()};
}

ui::FindingsContent healthyContent()
{
    Diagnosis diagnosis;
    diagnosis.overall = Overall::NothingWrong;
    addNode(diagnosis, QStringLiteral("cp-1"), true);
    addNode(diagnosis, QStringLiteral("w-1"), false);
    addAlibis(diagnosis);
    diagnosis.coverage = {2, 2, 150, 150, {}};
    return {storyCase(), diagnosis, storyNames()};
}

ui::FindingsContent unprovenContent()
{
    ui::FindingsContent content = storyContent();
    CauseVerdict &first = content.diagnosis.causes.first();
    first.confidence = Confidence::Likely;
    first.supports = first.proof;
    first.proof.clear();
    CauseVerdict second = first;
    second.id = QStringLiteral("swap-on");
    second.component = QStringLiteral("host");
    second.confidence = Confidence::Possible;
    second.sentence = text("Swap is on, and the kubelet on cp-1 does not tolerate it",
                           "Включён swap, а kubelet на cp-1 его не терпит");
    content.diagnosis.causes << second;
    return content;
}

} // namespace gordian::test
