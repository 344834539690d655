// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "support/samplecase.h"

#include "core/utc.h"
#include "support/samplegraph.h"

#include <algorithm>

namespace gordian::test {

namespace {

using namespace sample;

QDateTime at(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 3, 16), QTime(hour, minute, second), Utc);
}

Evidence evidence(const QString &node, const char *probe, const char *command, int line,
                  const QStringList &lines, int times = 1)
{
    Evidence made;
    made.source = {node, QString::fromLatin1(probe), {}, line, line + static_cast<int>(lines.size()) - 1};
    made.command = QString::fromUtf8(command);
    made.lines = lines;
    made.occurrences = times;
    return made;
}

Evidence driverOfRuntime()
{
    return evidence(
        K8s, "runtime.config", "containerd config dump", 9,
        {QStringLiteral("    [plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.runc.options]"),
         QStringLiteral("      SystemdCgroup = false")});
}

Evidence driverOfKubelet()
{
    return evidence(K8s, "kubelet.config", "cat /var/lib/kubelet/config.yaml", 2,
                    {QStringLiteral("cgroupDriver: systemd")});
}

Evidence journal(int line, const char *words, int times)
{
    Evidence made = evidence(K8s, "kubelet.journal", "journalctl -u kubelet -n 2000 --no-pager -o short",
                             line, {QString::fromUtf8(words)}, times);
    made.time = at(1, 48, 43 + line);
    return made;
}

Evidence cniNotReady()
{
    return journal(
        1,
        "E0316 01:48:44.801833    1720 kubelet.go:3002] \"Container runtime network not ready\" "
        "networkReady=\"NetworkReady=false "
        "reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized\"",
        214);
}

Evidence apiRefused()
{
    return journal(
        3,
        "I0316 01:48:45.662074    1720 status_manager.go:890] \"Failed to get status for pod\" err=\"Get "
        "\\\"https://192.168.124.8:6443/api/v1/namespaces/kube-system/pods/kube-scheduler-k8s\\\": dial tcp "
        "192.168.124.8:6443: connect: connection refused\"",
        388);
}

CauseVerdict provedCause()
{
    CauseVerdict cause;
    cause.id = QStringLiteral("containerd-systemdcgroup-false");
    cause.node = K8s;
    cause.component = QStringLiteral("runtime");
    cause.confidence = Confidence::Proved;
    cause.title = text("containerd does not use the systemd cgroup driver",
                       "containerd не использует systemd как драйвер cgroup");
    cause.sentence =
        text("containerd on k8s manages cgroups itself, while its kubelet leaves them to systemd",
             "containerd на k8s управляет cgroup сам, а его kubelet поручает их systemd");
    cause.why = text("Both write to the same cgroup tree. systemd removes what it does not know, so every "
                     "sandbox dies within minutes and "
                     "the kubelet starts it again: etcd, the API server and all else restart in turn. The "
                     "CNI and the API only quote each other.",
                     "Оба пишут в одно дерево cgroup. systemd удаляет то, чего не знает, поэтому каждая "
                     "песочница живёт минуты, и kubelet "
                     "запускает её снова: etcd, API-сервер и остальные перезапускаются по очереди. CNI и API "
                     "лишь цитируют друг друга.");
    cause.proof = {driverOfKubelet(), driverOfRuntime()};
    cause.supports = {
        evidence(K8s, "runtime.pods", "crictl pods", 2,
                 {QStringLiteral("6f693e90c6d20       29 seconds ago      Ready               "
                                 "kube-proxy-f8rc4                    kube-system         7")})};
    cause.explains = {QStringLiteral("k8s/runtime.sandboxes"), QStringLiteral("k8s/apiserver.reachable"),
                      QStringLiteral("k8s/cni.ready"), QStringLiteral("k8s/kubelet.log"),
                      QStringLiteral("k8s-w1/kubelet.api")};
    cause.steps = {
        {text("Tell containerd to use systemd", "Скажите containerd использовать systemd"),
         QStringLiteral("sed -i 's/SystemdCgroup = false/SystemdCgroup = true/' /etc/containerd/config.toml"),
         text("Changes one line; keep a copy.", "Меняет одну строку; сохраните копию.")},
        {text("Restart containerd and the kubelet", "Перезапустите containerd и kubelet"),
         QStringLiteral("systemctl restart containerd kubelet"),
         text("Containers on this node restart once more.", "Контейнеры узла перезапустятся ещё раз.")},
        {text("Watch: the sandboxes stay Ready for five minutes and ATTEMPT stops growing",
              "Проследите: песочницы остаются Ready пять минут, и ATTEMPT больше не растёт"),
         QStringLiteral("crictl pods"),
         {}}};
    cause.sources = QStringList{QStringLiteral(
        "https://kubernetes.io/docs/setup/production-environment/container-runtimes/#containerd-systemd")};
    return cause;
}

CauseVerdict possibleCause()
{
    CauseVerdict cause;
    cause.id = QStringLiteral("clock-not-synchronized");
    cause.node = W1;
    cause.component = QStringLiteral("time");
    cause.confidence = Confidence::Possible;
    cause.weight = 0.4;
    cause.title = text("The clock is not synchronized", "Часы не синхронизированы");
    cause.sentence = text("The clock of k8s-w1 is 2.1 s slow and nothing corrects it",
                          "Часы k8s-w1 отстают на 2,1 с, и ничто их не поправляет");
    cause.why = text("Tokens and certificates are refused once the difference grows.",
                     "Когда разница вырастет, токены и сертификаты будут отвергнуты.");
    cause.supports = {
        evidence(W1, "time.sync", "timedatectl show", 1, {QStringLiteral("NTPSynchronized=no")})};
    cause.explains = QStringList{QStringLiteral("k8s-w1/time.synchronized")};
    cause.tell = QStringList{QStringLiteral("time.sources")};
    return cause;
}

Finding finding(const QString &node, const char *id, const char *component, Health health, LocalText title,
                LocalText says, QVector<Evidence> proof = {}, UnknownReason reason = UnknownReason::None)
{
    return {QString::fromLatin1(id),
            node,
            QString::fromLatin1(component),
            health,
            reason,
            std::move(title),
            std::move(says),
            std::move(proof)};
}

void addFindings(Diagnosis &into)
{
    Evidence hostile = evidence(W1, "kubelet.journal", "journalctl -u kubelet -n 2000 --no-pager -o short", 1,
                                {hostileLine()}, 9);
    into.findings = {
        finding(K8s, "apiserver.reachable", "apiserver", Health::Failed,
                text("The API server answers", "API-сервер отвечает"),
                text("Nothing listens on 192.168.124.8:6443", "На 192.168.124.8:6443 никто не слушает"),
                {apiRefused()}),
        finding(K8s, "certificates.valid", "certificates", Health::Healthy,
                text("Certificates are valid", "Сертификаты действительны"),
                text("All 12 certificates are valid, the first ends in 364 days",
                     "Все 12 сертификатов действительны, первый кончится через 364 дня")),
        finding(
            K8s, "cni.ready", "cni", Health::Failed,
            text("The network plugin is ready", "Сетевой плагин готов"),
            text("No CNI configuration in /etc/cni/net.d yet", "В /etc/cni/net.d ещё нет конфигурации CNI"),
            {cniNotReady()}),
        finding(K8s, "etcd.quorum", "etcd", Health::Healthy, text("etcd has a quorum", "У etcd есть кворум"),
                text("1 of 1 members answers, no alarm, 25 MB of 2 GB",
                     "Отвечает 1 из 1 участников, тревог нет, 25 МБ из 2 ГБ")),
        finding(K8s, "kubelet.log", "kubelet", Health::Degraded,
                text("The kubelet's log is quiet", "Журнал kubelet спокоен"),
                text("602 errors in the last five minutes, of two kinds",
                     "602 ошибки за последние пять минут, двух видов"),
                {cniNotReady(), apiRefused()}),
        finding(K8s, "runtime.sandboxes", "runtime", Health::Failed,
                text("Sandboxes stay up", "Песочницы не падают"),
                text("11 sandboxes of 6 pods died within 13 minutes",
                     "За 13 минут погибло 11 песочниц шести подов"),
                {driverOfRuntime(), driverOfKubelet()}),
        finding(W1, "firewall.open", "firewall", Health::Unknown,
                text("The firewall lets the cluster through", "Брандмауэр пропускает кластер"),
                text("The rules could not be read", "Правила прочитать не удалось"), {},
                UnknownReason::NotPermitted),
        finding(
            W1, "kubelet.api", "kubelet", Health::Failed,
            text("The kubelet reaches the API server", "kubelet видит API-сервер"),
            text("Connection refused by 192.168.124.8:6443", "192.168.124.8:6443 отказывает в соединении"),
            {hostile}),
        finding(W1, "time.synchronized", "time", Health::Degraded,
                text("The clock is right", "Часы идут верно"),
                text("2.1 s slow, not synchronized", "Отстают на 2,1 с, не синхронизированы"),
                {evidence(W1, "time.sync", "timedatectl show", 1, {QStringLiteral("NTPSynchronized=no")})}),
    };
}

void addTimeline(Diagnosis &into)
{
    const auto add = [&](int minute, int second, const QString &node, const char *component,
                         const char *subject, TimelineKind kind, int attempt) {
        TimelineEvent event;
        event.time = at(1, minute, second);
        event.node = node;
        event.component = QString::fromLatin1(component);
        event.subject = QString::fromLatin1(subject);
        event.kind = kind;
        event.attempt = attempt;
        event.source = {node, QStringLiteral("runtime.pods"), {}, 2 + attempt, 2 + attempt};
        into.timeline.append(event);
    };
    add(31, 2, K8s, "host", "k8s", TimelineKind::Boot, -1);
    add(33, 40, K8s, "runtime", "/etc/containerd/config.toml", TimelineKind::ConfigChanged, -1);
    for (int attempt = 0; attempt < 4; ++attempt) {
        add(35 + 3 * attempt, 10, K8s, "etcd", "etcd-k8s", TimelineKind::Started, 4 + attempt);
        add(35 + 3 * attempt, 31, K8s, "apiserver", "kube-apiserver-k8s", TimelineKind::Restarted, attempt);
        add(36 + 3 * attempt, 2, K8s, "scheduler", "kube-scheduler-k8s", TimelineKind::Restarted,
            2 + attempt);
        add(36 + 3 * attempt, 30, K8s, "kube-proxy", "kube-proxy-f8rc4", TimelineKind::Restarted,
            4 + attempt);
        add(37 + 3 * attempt, 1, K8s, "etcd", "etcd-k8s", TimelineKind::Killed, 4 + attempt);
    }
    add(36, 44, K8s, "kubelet", "kubelet", TimelineKind::FirstError, -1);
    into.timeline.last().line =
        QStringLiteral("Container runtime network not ready: cni plugin not initialized");
    add(37, 2, W1, "kubelet", "kubelet", TimelineKind::FirstError, -1);
    into.timeline.last().line = hostileLine();
    add(49, 12, K8s, "host", "k8s", TimelineKind::Collected, -1);
    std::stable_sort(into.timeline.begin(), into.timeline.end(),
                     [](const auto &a, const auto &b) { return a.time < b.time; });
}

void addRest(Diagnosis &into)
{
    CycleExplanation cycle;
    cycle.id = QStringLiteral("cni-api");
    cycle.node = K8s;
    cycle.vertices = {QStringLiteral("k8s/cni"), QStringLiteral("k8s/apiserver")};
    cycle.title = text("The CNI and the API only seem to wait for each other",
                       "CNI и API лишь кажутся ждущими друг друга");
    cycle.text = text("Calico needs the API server. The API server does not need Calico: it is a static pod "
                      "in the host's network. Both messages "
                      "are consequences of sandboxes that die.",
                      "Calico нужен API-сервер. API-серверу Calico не нужен: это статический под в сети "
                      "узла. Оба сообщения — следствия того, "
                      "что песочницы гибнут.");
    cycle.evidence = {cniNotReady(), apiRefused()};
    into.cycles = {cycle};
    into.alibis = {
        {K8s,
         QStringLiteral("etcd"),
         text("etcd: quorum answers, no alarm, 1 % of quota", "etcd: кворум отвечает, тревог нет, 1 % квоты"),
         {}},
        {K8s,
         QStringLiteral("certificates"),
         text("Certificates: all 12 valid, the first ends in 364 days",
              "Сертификаты: все 12 действительны, первый кончится через 364 дня"),
         {}},
        {K8s,
         QStringLiteral("time"),
         text("Clock: synchronized, off by 4 ms", "Часы: синхронизированы, отклонение 4 мс"),
         {}},
        {K8s, QStringLiteral("firewall"), text("Firewall: no rules", "Брандмауэр: правил нет"), {}}};
    into.coverage = {2,
                     2,
                     46,
                     41,
                     {{W1, QStringLiteral("firewall.rules"), UnknownReason::NotPermitted, false},
                      {W1, QStringLiteral("runtime.config"), UnknownReason::NotPermitted, true},
                      {W1, QStringLiteral("runtime.pods"), UnknownReason::CommandMissing, false},
                      {W1, QStringLiteral("cni.agent-log"), UnknownReason::TimedOut, true}}};
    into.facts = {{QStringLiteral("kubelet.cgroup-driver"),
                   {},
                   QStringLiteral("systemd"),
                   driverOfKubelet().source,
                   {}},
                  {QStringLiteral("runtime.cgroup-driver"),
                   {},
                   QStringLiteral("cgroupfs"),
                   driverOfRuntime().source,
                   {}},
                  {QStringLiteral("runtime.version"),
                   {},
                   QStringLiteral("1.7.24"),
                   {K8s, QStringLiteral("runtime.config"), {}, 0, 0},
                   {}},
                  {QStringLiteral("kubelet.version"),
                   {},
                   QStringLiteral("v1.32.2"),
                   {K8s, QStringLiteral("kubelet.unit"), {}, 0, 0},
                   {}}};
}

} // namespace

Diagnosis sampleDiagnosis()
{
    Diagnosis made;
    made.overall = Overall::Failures;
    made.causes = {provedCause(), possibleCause()};
    addVertices(made);
    addEdges(made);
    addFindings(made);
    addTimeline(made);
    addRest(made);
    return made;
}

Diagnosis healthyDiagnosis()
{
    Diagnosis made = sampleDiagnosis();
    made.overall = Overall::NothingWrong;
    made.causes.clear();
    made.cycles.clear();
    made.coverage.gaps.clear();
    made.coverage.checksAnswered = made.coverage.checks;
    made.edges.erase(std::remove_if(made.edges.begin(), made.edges.end(),
                                    [](const GraphEdge &e) { return e.kind == EdgeKind::Apparent; }),
                     made.edges.end());
    for (GraphVertex &vertex : made.vertices) {
        vertex.health = Health::Healthy;
        vertex.reason = UnknownReason::None;
        vertex.blockedBy.clear();
        vertex.causes.clear();
    }
    for (Finding &found : made.findings) {
        found.health = Health::Healthy;
        found.reason = UnknownReason::None;
        found.says = found.title;
        found.evidence.clear();
    }
    return made;
}

} // namespace gordian::test
