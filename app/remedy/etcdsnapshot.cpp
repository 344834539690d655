// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/etcdsnapshot.h"

#include <algorithm>

namespace gordian {

namespace {

/// Where etcd's manifest says, else where kubeadm puts it.
QString whereItIs()
{
    return QStringLiteral(R"sh(pki=/etc/kubernetes/pki/etcd
data=$(sed -n 's/.*--data-dir=\([^"'\'' ]*\).*/\1/p' /etc/kubernetes/manifests/etcd.yaml 2>/dev/null | head -n 1)
data=${data:-/var/lib/etcd})sh");
}

} // namespace

Action etcdSnapshot()
{
    Action made;
    made.text.byLanguage = {
        {QStringLiteral("en"),
         QStringLiteral("Save etcd's data: a snapshot if it answers, else a copy of its folder.")},
        {QStringLiteral("ru"),
         QStringLiteral("Сохранить данные etcd: снимок, если он отвечает, иначе копию его папки.")}};
    made.check = whereItIs() + QStringLiteral(R"sh(
[ -d "$data/member" ] || exit 0
need=$(($(du -sk "$data/member" | cut -f 1) * 2 + 10240))
free=$(df -Pk "$KEEP" | tail -n 1 | tr -s ' ' | cut -d ' ' -f 4)
[ "$free" -gt "$need" ] || { echo "no room for a copy of etcd's data: $free KiB are free, $need are needed"; exit 4; })sh");
    // etcd writes where its container may: below its own data folder. $KEEP is the folder of the backups.
    made.command = QStringLiteral("set -e\n") + whereItIs() + QStringLiteral(R"sh(
[ -d "$data/member" ] || exit 0
id=$(crictl ps --name '^etcd$' -q 2>/dev/null | head -n 1) in="crictl exec $id"
if [ -z "$id" ]; then
    for each in $(ctr -n k8s.io tasks ls | awk '$3 == "RUNNING" { print $1 }'); do
        ctr -n k8s.io containers info "$each" | grep -q '"io.kubernetes.container.name": *"etcd"' && id=$each
    done
    in="ctr -n k8s.io tasks exec --exec-id gordian-snapshot $id"
fi
if [ -n "$id" ] && timeout 60 $in etcdctl --endpoints https://127.0.0.1:2379 --cacert $pki/ca.crt \
    --cert $pki/server.crt --key $pki/server.key snapshot save "$data/gordian.db"; then
    cp "$data/gordian.db" "$KEEP/etcd.db"
    [ "$(sha256sum <"$KEEP/etcd.db")" = "$(sha256sum <"$data/gordian.db")" ]
else
    cp -a "$data/member" "$KEEP/etcd.member"
    echo "etcd does not answer: its data folder was copied"
fi
rm -f "$data/gordian.db" "$data/gordian.db.part"
sync)sh");
    // What was cut off leaves nothing behind in etcd's folder.
    made.undo = whereItIs() + QStringLiteral("\nrm -f \"$data/gordian.db\" \"$data/gordian.db.part\"");
    made.seconds = 600;
    return made;
}

bool needsEtcdSnapshot(const Remedy &remedy)
{
    static const QStringList marks{QStringLiteral("/etc/kubernetes/pki"),
                                   QStringLiteral("/var/lib/kubelet/pki"),
                                   QStringLiteral("/var/lib/etcd"),
                                   QStringLiteral("manifests/etcd.yaml"),
                                   QStringLiteral("kubeadm certs"),
                                   QStringLiteral("etcdctl"),
                                   QStringLiteral("etcdutl")};
    QString deeds = remedy.interrupts.contains(QLatin1String("etcd")) ? marks.first() : QString();
    for (const Action &action : remedy.actions) {
        deeds += action.file + action.command + action.touches.join(QLatin1Char('\n')) + QLatin1Char('\n');
    }
    return remedy.snapshotsEtcd || std::any_of(marks.cbegin(), marks.cend(), [&deeds](const QString &mark) {
               return deeds.contains(mark);
           });
}

} // namespace gordian
