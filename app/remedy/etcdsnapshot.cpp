// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/etcdsnapshot.h"

namespace gordian {

Action etcdSnapshot()
{
    Action made;
    made.text.byLanguage = {
        {QStringLiteral("en"),
         QStringLiteral("Save etcd's data: a snapshot if it answers, else a copy of its folder.")},
        {QStringLiteral("ru"),
         QStringLiteral("Сохранить данные etcd: снимок, если он отвечает, иначе копию его папки.")}};
    // etcd writes where its container may: below its own data folder. $KEEP is the folder of the backups.
    made.command = QStringLiteral(R"sh(set -e
data=/var/lib/etcd pki=/etc/kubernetes/pki/etcd
[ -d "$data/member" ] || exit 0
need=$(du -sk "$data/member" | cut -f 1)
free=$(df -Pk "$KEEP" | tail -n 1 | awk '{print $4}')
[ "$free" -gt $((need * 2 + 10240)) ] || { echo "not enough space: $free KiB"; exit 4; }
id=$(crictl ps --name '^etcd$' -q 2>/dev/null | head -n 1) in="crictl exec $id"
if [ -z "$id" ]; then
    for each in $(ctr -n k8s.io tasks ls | awk '$3 == "RUNNING" { print $1 }'); do
        ctr -n k8s.io containers info "$each" | grep -q '"io.kubernetes.container.name": *"etcd"' && id=$each
    done
    in="ctr -n k8s.io tasks exec --exec-id gordian-snapshot $id"
fi
if [ -n "$id" ] && timeout 60 $in etcdctl --endpoints https://127.0.0.1:2379 --cacert $pki/ca.crt \
    --cert $pki/server.crt --key $pki/server.key snapshot save "$data/gordian.db"; then
    mv "$data/gordian.db" "$KEEP/etcd.db"
else
    rm -f "$data/gordian.db" "$data/gordian.db.part"
    cp -a "$data/member" "$KEEP/etcd.member"
    echo "etcd does not answer: its data folder was copied"
fi
sync)sh");
    made.seconds = 180;
    return made;
}

} // namespace gordian
