// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/findings/sampleparts.h"

#include "ui/findings/sample.h"

#include <algorithm>

namespace gordian::test {

namespace {

const Part Table[] = {
    {"host", "H", "Host", "Узел", ""},
    {"time", "T", "Time", "Время", "host"},
    {"network", "N", "Network", "Сеть", "host"},
    {"certificates", "C", "Certificates", "Сертификаты", "time"},
    {"runtime", "R", "containerd", "containerd", "host"},
    {"kubelet", "K", "kubelet", "kubelet", "runtime certificates"},
    {"static-pods", "P", "Static pods", "Статические поды", "kubelet"},
    {"etcd", "E", "etcd", "etcd", "static-pods certificates"},
    {"apiserver", "A", "kube-apiserver", "kube-apiserver", "etcd network"},
    {"controller-manager", "M", "kube-controller-manager", "kube-controller-manager", "apiserver"},
    {"scheduler", "S", "kube-scheduler", "kube-scheduler", "apiserver"},
    {"kube-proxy", "X", "kube-proxy", "kube-proxy", "apiserver"},
    {"cni", "I", "Calico", "Calico", "apiserver kube-proxy"},
    {"coredns", "D", "CoreDNS", "CoreDNS", "cni"},
};

} // namespace

std::span<const Part> parts()
{
    return Table;
}

QString latin(const char *words)
{
    return QString::fromLatin1(words);
}

void addNode(Diagnosis &diagnosis, const QString &node, bool controlPlane)
{
    static const QStringList onWorkers =
        latin("host time network certificates runtime kubelet kube-proxy cni").split(u' ');
    for (const Part &part : Table) {
        if (!controlPlane && !onWorkers.contains(latin(part.id))) {
            continue;
        }
        GraphVertex vertex;
        vertex.id = node + u'/' + latin(part.id);
        vertex.node = node;
        vertex.component = latin(part.id);
        vertex.name = text(part.english, part.russian);
        vertex.health = Health::Healthy;
        diagnosis.vertices << vertex;
        for (const QString &need : latin(part.needs).split(u' ', Qt::SkipEmptyParts)) {
            const bool there = controlPlane || onWorkers.contains(need);
            const QString other = (there ? node : QStringLiteral("cp-1")) + u'/' + need;
            diagnosis.edges << GraphEdge{vertex.id, other, EdgeKind::Needs,
                                         text("It needs it to run", "Без него не работает")};
        }
    }
}

GraphVertex &vertex(Diagnosis &diagnosis, const QString &id)
{
    return *std::find_if(diagnosis.vertices.begin(), diagnosis.vertices.end(),
                         [&id](const GraphVertex &known) { return known.id == id; });
}

void block(Diagnosis &diagnosis, const QString &id, const QString &by)
{
    vertex(diagnosis, id).health = Health::Blocked;
    vertex(diagnosis, id).blockedBy = by;
}

Diagnosis bigDiagnosis(int nodes)
{
    Diagnosis diagnosis;
    diagnosis.overall = Overall::Failures;
    for (int node = 1; node <= nodes; ++node) {
        addNode(diagnosis, node == 1 ? QStringLiteral("cp-1") : QStringLiteral("w-%1").arg(node - 1),
                node == 1 || node % 10 == 0);
    }
    for (int number = 0; number < diagnosis.vertices.size(); number += 7) {
        diagnosis.vertices[number].health = number % 2 ? Health::Failed : Health::Degraded;
    }
    return diagnosis;
}

} // namespace gordian::test
