// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "support/samplegraph.h"

#include <QSet>

namespace gordian::test::sample {

namespace {

struct Row {
    const QString &node;
    const char *component;
    const char *en;
    const char *ru;
    Health health;
    const char *blockedBy;
};

const QString Cluster;

const Row Rows[] = {
    {Cluster, "workloads", "Workloads", "Нагрузки", Health::Unknown, ""},
    {Cluster, "coredns", "CoreDNS", "CoreDNS", Health::Blocked, "k8s/cni"},
    {K8s, "controller-manager", "controller-manager", "controller-manager", Health::Blocked, "k8s/runtime"},
    {K8s, "scheduler", "scheduler", "scheduler", Health::Blocked, "k8s/runtime"},
    {K8s, "kube-proxy", "kube-proxy", "kube-proxy", Health::Blocked, "k8s/runtime"},
    {K8s, "cni", "CNI (Calico)", "CNI (Calico)", Health::Blocked, "k8s/apiserver"},
    {K8s, "apiserver", "kube-apiserver", "kube-apiserver", Health::Blocked, "k8s/runtime"},
    {K8s, "etcd", "etcd", "etcd", Health::Healthy, ""},
    {K8s, "static-pods", "Static pods", "Статические поды", Health::Blocked, "k8s/runtime"},
    {K8s, "kubelet", "kubelet", "kubelet", Health::Degraded, ""},
    {K8s, "runtime", "containerd", "containerd", Health::Failed, ""},
    {K8s, "certificates", "Certificates", "Сертификаты", Health::Healthy, ""},
    {K8s, "network", "Network", "Сеть", Health::Healthy, ""},
    {K8s, "firewall", "Firewall", "Брандмауэр", Health::Healthy, ""},
    {K8s, "time", "Clock", "Часы", Health::Healthy, ""},
    {K8s, "host", "Machine", "Машина", Health::Healthy, ""},
    {W1, "kube-proxy", "kube-proxy", "kube-proxy", Health::Unknown, ""},
    {W1, "cni", "CNI (Calico)", "CNI (Calico)", Health::Blocked, "k8s/apiserver"},
    {W1, "kubelet", "kubelet", "kubelet", Health::Blocked, "k8s/apiserver"},
    {W1, "runtime", "containerd", "containerd", Health::Unknown, ""},
    {W1, "certificates", "Certificates", "Сертификаты", Health::Healthy, ""},
    {W1, "network", "Network", "Сеть", Health::Healthy, ""},
    {W1, "firewall", "Firewall", "Брандмауэр", Health::Unknown, ""},
    {W1, "time", "Clock", "Часы", Health::Degraded, ""},
    {W1, "host", "Machine", "Машина", Health::Healthy, ""},
};

} // namespace

LocalText text(const char *en, const char *ru)
{
    return {{{QStringLiteral("en"), QString::fromUtf8(en)}, {QStringLiteral("ru"), QString::fromUtf8(ru)}},
            {}};
}

void addVertices(Diagnosis &into)
{
    for (const Row &row : Rows) {
        GraphVertex vertex;
        vertex.node = row.node;
        vertex.component = QString::fromLatin1(row.component);
        vertex.id = row.node + QLatin1Char('/') + vertex.component;
        vertex.name = text(row.en, row.ru);
        vertex.health = row.health;
        vertex.blockedBy = QString::fromLatin1(row.blockedBy);
        vertex.reason = row.health != Health::Unknown ? UnknownReason::None
            : row.node == W1                          ? UnknownReason::NotPermitted
                                                      : UnknownReason::NotCollected;
        into.vertices.append(vertex);
    }
    for (GraphVertex &vertex : into.vertices) {
        if (vertex.id == QLatin1String("k8s/runtime")) {
            vertex.causes = QStringList{QStringLiteral("containerd-systemdcgroup-false")};
        }
    }
}

void addEdges(Diagnosis &into)
{
    static const struct {
        const char *from;
        const char *to;
    } needs[] = {
        {"coredns", "cni"},
        {"workloads", "cni"},
        {"controller-manager", "apiserver"},
        {"scheduler", "apiserver"},
        {"apiserver", "etcd"},
        {"apiserver", "static-pods"},
        {"etcd", "static-pods"},
        {"static-pods", "kubelet"},
        {"cni", "apiserver"},
        {"kube-proxy", "apiserver"},
        {"kube-proxy", "kubelet"},
        {"kubelet", "runtime"},
        {"kubelet", "certificates"},
        {"runtime", "host"},
        {"certificates", "time"},
        {"time", "host"},
        {"network", "firewall"},
        {"apiserver", "network"},
        {"firewall", "host"},
        {"kubelet", "apiserver"},
    };
    QSet<QString> ids;
    for (const GraphVertex &vertex : std::as_const(into.vertices)) {
        ids.insert(vertex.id);
    }
    for (const auto &need : needs) {
        for (const QString &node : {Cluster, K8s, W1}) {
            const QString from = node + QLatin1Char('/') + QString::fromLatin1(need.from);
            const QString here = node + QLatin1Char('/') + QString::fromLatin1(need.to);
            const QString to =
                ids.contains(here) ? here : K8s + QLatin1Char('/') + QString::fromLatin1(need.to);
            const bool ownApi = from == QLatin1String("k8s/kubelet") && to == QLatin1String("k8s/apiserver");
            if (ids.contains(from) && ids.contains(to) && !ownApi) {
                into.edges.append({from, to, EdgeKind::Needs, {}});
            }
        }
    }
    into.edges.append({QStringLiteral("k8s/apiserver"), QStringLiteral("k8s/cni"), EdgeKind::Apparent,
                       text("static pods use the host's network: the API server needs no CNI",
                            "статические поды живут в сети узла: API-серверу CNI не нужен")});
}

} // namespace gordian::test::sample
