# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""What a node is, byte for byte: every file on its disk (contents, mode, owner, attributes; times aside) and what the kernel,
systemd and the cluster hold for it. What components write by themselves while a node runs is left out by the lists below."""
import hashlib
import json
import os
import re
import stat
import time

# Places on the disk, and why what is below them is no part of the comparison.
WRITTEN_BY_ITSELF = {
    "/var/log": "logs",
    "/var/lib/containerd": "containerd's layers, snapshots and records of containers",
    "/var/lib/etcd/member": "etcd's database and log: it writes them while it runs, and again when it starts",
    "/var/lib/kubelet/pods": "the kubelet's volumes of pods",
    "/var/lib/kubelet/device-plugins": "the kubelet's socket and checkpoint",
    "/var/lib/kubelet/cpu_manager_state": "the kubelet's checkpoint",
    "/var/lib/kubelet/memory_manager_state": "the kubelet's checkpoint",
    "/var/lib/cni": "the addresses that the CNI plugin has leased to sandboxes, and its answers; it makes the folder",
    "/var/lib/systemd": "systemd's stamps of timers, random seed and lingering users",
    "/var/lib/private/systemd": "systemd's stamps",
    "/var/lib/chrony": "chrony's drift",
    "/var/lib/gordian-fault": "what the lab keeps for undoing its own fault",
    "/var/lib/apt/periodic": "apt's stamps of timers",
    "/var/cache": "caches of apt, man-db and the loader",
    "/var/tmp": "private folders that systemd makes for services",
    "/root/.kube/cache": "kubectl's cache",
    "/home/lab/.kube/cache": "kubectl's cache",
}
SYSCTLS = re.compile(r"^(net\.|fs\.inotify|fs\.file-max|vm\.|kernel\.(panic|pid_max|threads-max|hostname|keys)|user\.)")
# Counters, and what kube-proxy sets when it starts.
COUNTERS = re.compile(r"(nf_conntrack_count|conf\.all\.route_localnet|\.(veth[0-9a-f]+)\.|tcp_fastopen_key|vm\.stat_refresh|nr_hugepages_mempolicy|\.mc_forwarding)")
OF_KUBERNETES = re.compile(r"(KUBE-|CNI-|kubernetes)")
UNITS_OF_THE_MOMENT = re.compile(r"^(run-|session-|user@|user-|init\.scope|sys-|dev-|getty@|systemd-(hostnamed|timedated|localed))")
MOUNTS_OF_PODS = re.compile(r"^/(run|proc|sys|dev|tmp|var/lib/(kubelet/pods|containerd))(/|$)")

LOOK = r"""
show() { echo "== $1"; shift; "$@" 2> /dev/null; }
show hostname hostname
show sysctl sysctl -a
show modules cut -d' ' -f1 /proc/modules
show swap cat /proc/swaps
show mounts cut -d' ' -f5,6 /proc/self/mountinfo
show unit-files systemctl list-unit-files --plain --no-legend --no-pager
show units systemctl show --no-pager -p Id,Type,RemainAfterExit,ActiveState '*.service' '*.swap' '*.socket'
show iptables iptables-save
show ip6tables ip6tables-save
show iptables-legacy iptables-legacy-save
for table in $(nft list tables 2> /dev/null | sed 's/^table //; s/ /:/'); do
    case $table in ip:filter|ip:nat|ip:mangle|ip:raw|ip:security|ip6:filter|ip6:nat|ip6:mangle|ip6:raw|ip6:security) ;;
    *) show "nft-$table" nft -s list table "${table%%:*}" "${table#*:}" ;; esac
done
show links ip -o link
show addresses ip -o addr
show routes ip route show table all
show rules ip rule
show clock sh -c 'readlink -f /etc/localtime; timedatectl show -p NTP'
kc="kubectl --kubeconfig /etc/kubernetes/admin.conf --request-timeout 10s"
if [ -f /etc/kubernetes/admin.conf ]; then
    show objects timeout 40 $kc get nodes,deployments,daemonsets,statefulsets,replicasets,services,configmaps,secrets,serviceaccounts,pods,validatingwebhookconfigurations,mutatingwebhookconfigurations,apiservices,clusterroles,clusterrolebindings,roles,rolebindings,persistentvolumes,persistentvolumeclaims,namespaces,networkpolicies,csr -A -o json
fi
"""


class Fingerprints:
    """Takes them of one lab's nodes. A file whose inode was not touched since is not read again."""

    def __init__(self, lab):
        self.lab = lab
        self.known = {}

    def of(self, node):
        """Everything by its name: a path, or "kind: name" of what is no file."""
        found = {}
        self.walk(str(self.lab.disk(node)), "", found)
        found.update(live(self.lab.inside(node, LOOK, check=False)))
        return found

    def walk(self, root, folder, found):
        with os.scandir(root + (folder or "/")) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if path not in WRITTEN_BY_ITSELF:
                    try:
                        self.note(root, path, entry, found)
                    except FileNotFoundError:
                        pass  # gone meanwhile

    def note(self, root, path, entry, found):
        about = entry.stat(follow_symlinks=False)
        found[path] = f"{stat.filemode(about.st_mode)} {about.st_uid}:{about.st_gid} {self.contents(entry, about)}{attributes(entry.path)}"
        if stat.S_ISDIR(about.st_mode):
            self.walk(root, path, found)

    def contents(self, entry, about):
        if stat.S_ISLNK(about.st_mode):
            return os.readlink(entry.path)
        if not stat.S_ISREG(about.st_mode):
            return str(about.st_rdev)
        key = (about.st_dev, about.st_ino)
        state = (about.st_ctime_ns, about.st_mtime_ns, about.st_size)
        if self.known.get(key, (None,))[0] != state:
            self.known[key] = (state, digest_of(entry.path, about.st_size))
        return self.known[key][1]


def digest_of(path, size):
    if size > 1 << 30:
        return f"{size} bytes"  # the lab's own ballast on a full disk: its size is what matters
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def attributes(path):
    """Capabilities, access lists, labels."""
    names = os.listxattr(path, follow_symlinks=False)
    return "".join(f" {name}={os.getxattr(path, name, follow_symlinks=False).hex()}" for name in sorted(names))


def live(text):
    """What LOOK printed, without what changes by itself."""
    found = {}
    for part in re.split(r"^== ", text, flags=re.M)[1:]:
        kind, _, body = part.partition("\n")
        for key, value in SIEVES.get(kind.split("-")[0] if kind.startswith("nft") else kind, lines_of)(body):
            found[f"{kind}: {key}"] = value
    return found


def lines_of(body):
    return [(line, "there") for line in body.splitlines() if line.strip()]


def sysctls(body):
    pairs = (line.partition(" = ")[::2] for line in body.splitlines())
    return [(name, value) for name, value in pairs if SYSCTLS.match(name) and not COUNTERS.search(name)]


def swaps(body):
    # Swap is the machine's: what other nodes' disks hold is no matter of this one.
    return [(line.split()[0], "there") for line in body.splitlines()[1:] if line.startswith("/")]


def mounts(body):
    return [tuple(line.split(" ", 1)) for line in body.splitlines() if not MOUNTS_OF_PODS.match(line.split(" ")[0])]


def unit_files(body):
    rows = (line.split() for line in body.splitlines())
    return [(row[0], row[1]) for row in rows if len(row) > 1 and not UNITS_OF_THE_MOMENT.match(row[0]) and row[1] != "transient"]


def units(body):
    """Whether each runs; one that ends and is started again by systemd all the time counts as running."""
    kept = []
    for block in body.split("\n\n"):
        fields = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
        brief = fields.get("Type") == "oneshot" and fields.get("RemainAfterExit") != "yes"
        if fields.get("Id") and not brief and not UNITS_OF_THE_MOMENT.match(fields["Id"]):
            kept.append((fields["Id"], "stopped" if fields["ActiveState"] in ("inactive", "deactivating") else "runs"))
    return kept


def rules(body):
    """In their order, without counters and without the chains that Kubernetes writes anew."""
    kept, table = {}, ""
    for line in body.splitlines():
        table = line if line.startswith("*") else table
        if not line.startswith("#") and not OF_KUBERNETES.search(line):
            kept.setdefault(table, []).append(re.sub(r"\[\d+:\d+\]", "", line))
    # A table that holds nothing but its chains' usual policies is as good as none.
    plain = re.compile(r"^(\*|:\S+ ACCEPT|COMMIT)")
    return [(name, "\n".join(lines)) for name, lines in kept.items() if not all(plain.match(line) for line in lines)]


def links(body):
    kept = []
    for line in body.splitlines():
        name = line.split(": ")[1].split("@")[0]
        if not name.startswith("veth"):
            up = "up" if re.search(r"[<,]UP[,>]", line) else "down"
            kept.append((name, f"{up} {re.search(r'mtu [0-9]+', line).group()}"))
    return kept


def of_lasting_links(body):
    return [(re.sub(r" (linkdown|valid_lft \S+|preferred_lft \S+)|\\", "", re.sub(r"^\d+: ", "", line)).strip(), "there")
            for line in body.splitlines() if "veth" not in line]


def objects(body):
    """Of the cluster's objects what people and kubeadm wrote into them."""
    try:
        items = json.loads(body)["items"]
    except (ValueError, KeyError):
        return []
    if not items:
        return []  # what an API says to one whom it does not know
    return [("", "answers")] + [(f"{item['kind']} {item['metadata'].get('namespace', '')}/{item['metadata']['name']}", wish(item))
                                for item in items if is_somebodys(item)]


def is_somebodys(item):
    # Made by a controller from another object; or the mirror of a manifest, which is a file.
    meta = item["metadata"]
    return not meta.get("ownerReferences") and item["kind"] != "CertificateSigningRequest"


def wish(item):
    own = {key: value for key, value in item.items() if key not in ("status", "metadata", "apiVersion")}
    meta = item["metadata"]
    own["labels"] = meta.get("labels")
    own["annotations"] = {key: value for key, value in (meta.get("annotations") or {}).items()
                          if not key.startswith(("control-plane.alpha", "deployment.kubernetes.io/revision", "deprecated.", "node.alpha"))}
    if meta["name"] == "cluster-info":
        # The controller manager signs it for each token.
        own["data"] = {key: value for key, value in (own.get("data") or {}).items() if not key.startswith("jws-kubeconfig-")}
    if item["kind"] == "Node":
        spec = own["spec"]
        spec["taints"] = [taint for taint in spec.get("taints") or [] if not taint["key"].startswith("node.kubernetes.io/")]
    text = json.dumps(own, sort_keys=True)
    # Secrets stay where they are, also in what a test prints.
    return hashlib.sha256(text.encode()).hexdigest() if item["kind"] == "Secret" else text


SIEVES = {"sysctl": sysctls, "swap": swaps, "mounts": mounts, "unit-files": unit_files, "units": units, "iptables": rules,
          "ip6tables": rules, "iptables-legacy": rules, "links": links, "addresses": of_lasting_links, "routes": of_lasting_links,
          "nft": lambda body: [("table", body)], "objects": objects}


def made_by_cni(name):
    """The bridge that the plugin makes for the first pod of a node, and all that the kernel holds for it."""
    return re.match(r"(links|addresses|routes|sysctl): .*\bcni0\b", name)


def differences(before, after):
    """Each difference in a line; nothing is said of the cluster's objects where the API did not answer both times."""
    both = "objects: " in before and "objects: " in after
    names = sorted(name for name in before.keys() | after.keys() if both or not name.startswith("objects: "))
    if "links: cni0" not in before:
        names = [name for name in names if not made_by_cni(name)]
    return [f"{name}: {before.get(name, 'not there')} -> {after.get(name, 'not there')}" for name in names
            if before.get(name) != after.get(name)]


def compared_objects(before, after):
    return "objects: " in before and "objects: " in after


def settled_differences(take, before, patience):
    """As differences(), of the first fingerprint that has none: what has just been restarted takes a moment."""
    end = time.monotonic() + patience
    while True:
        left = differences(before, take())
        if not left or time.monotonic() > end:
            return left
        time.sleep(1)
