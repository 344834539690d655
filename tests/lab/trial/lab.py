# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""The lab's nodes, and gordianctl on them."""
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from .faults import all_faults

HERE = pathlib.Path(__file__).resolve().parent.parent
# What `up` is told, and where: the larger cluster is another lab beside the usual one.
TOPOLOGIES = {
    "workers": (["--workers", "1"], {}),
    "control-planes": (["--control-planes", "3"], {"LAB_NAME": "lab3", "LAB_NET": "10.77.73"}),
    "jump": (["--jump"], {}),
}


@dataclasses.dataclass
class Answer:
    code: int
    output: str
    causes: list
    failed: set           # findings, without their nodes
    took: float
    case: pathlib.Path

    def named(self):
        return ", ".join(f"{c['id']} ({c['confidence']})" for c in self.causes[:3]) or "no cause"

    def alarms(self):
        causes = {each["id"] for each in self.causes if each["confidence"] in ("proved", "likely")}
        return (causes | self.failed) if self.code not in (0, 4) else causes

    def healthy(self, usual=frozenset()):
        """Without any alarm but the usual ones."""
        if usual and self.code == 3:
            return not self.alarms() - usual
        return self.code in (0, 4) and not self.alarms() - usual


def machine_causes():
    packs = [json.loads(path.read_text()) for path in (HERE.parent.parent / "plugins/host/pack").glob("*.json")]
    return {each["id"] for pack in packs for each in pack.get("causes", [])}


class Lab:
    def __init__(self, topology, program, keep):
        self.arguments, more = TOPOLOGIES[topology]
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="gordian-lab-"))
        # gordianctl keeps its mendings of these nodes there, and away from its user's own.
        self.environment = os.environ | more | {"XDG_DATA_HOME": str(self.work / "data")}
        self.program = program
        self.keep = keep
        self.known = self.work / "known_hosts"
        self.node = {}

    def script(self, name, *arguments, **more):
        return subprocess.run([HERE / name, *arguments], env=self.environment, text=True, check=True, **more)

    def up(self):
        for line in self.script("up", *self.arguments, stdout=subprocess.PIPE).stdout.splitlines():
            if not line.startswith("node="):
                continue  # what kubeadm said while it joined
            fields = dict(part.split("=", 1) for part in line.split())
            self.node[fields["node"]] = fields
        self.trust_host_keys()

    def disk(self, node):
        """The node's root file system, as this machine sees it."""
        return pathlib.Path(self.node[node]["key"]).parent / "nodes" / node / "root"

    def inside(self, node, text, check=True, timeout=120):
        """What a shell text prints that runs in the node itself, as its root, past sshd."""
        command = '. "$0"/lib; node_run "$1" sh -s'
        return subprocess.run(["bash", "-c", command, HERE, node], env=self.environment, input=text, text=True, check=check,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout).stdout

    def trust_host_keys(self):
        # The lab has just made these nodes: their keys are read where they were made, not from the wire.
        with self.known.open("w") as out:
            for name, fields in self.node.items():
                key = self.disk(name) / "etc/ssh/ssh_host_ed25519_key.pub"
                moved = [each.host for each in all_faults() if each.host and name in each.nodes]
                out.write(f"{','.join([fields['host'], *moved])} {' '.join(key.read_text().split()[:2])}\n")

    def lay(self, fault):
        self.script("fault", fault.name)

    def undo(self, fault):
        self.script("fault", "--undo", fault.name)

    def undo_leftovers(self):
        """What a run that was broken off has left laid."""
        for line in self.script("fault", "--active", stdout=subprocess.PIPE).stdout.splitlines():
            self.script("fault", "--undo", *line.split())

    def undo_all(self, trial):
        failure = None
        for fault in reversed(trial.faults):
            try:
                self.undo(fault)
            except subprocess.SubprocessError as error:
                failure = error
        if failure:
            raise failure

    def load_images(self, node):
        """Those that the kubelet may have removed while the disk was full."""
        subprocess.run(["bash", "-c", '. "$0"/lib; load_images "$1"', HERE, node], env=self.environment, check=True)

    def settle(self, patience):
        """Waits until every node and pod is ready again, or not for longer than that."""
        ready = ("kubectl --kubeconfig /etc/kubernetes/admin.conf wait --for=condition=Ready --timeout=5s nodes --all && "
                 "kubectl --kubeconfig /etc/kubernetes/admin.conf -n kube-system wait --for=condition=Ready --timeout=20s pods --all")
        command = ["ssh", "-F", "none", "-i", self.node["cp1"]["key"], "-o", f"UserKnownHostsFile={self.known}", "-o", "BatchMode=yes",
                   "-o", "ConnectTimeout=5", f"root@{self.node['cp1']['host']}", ready]
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, check=False).returncode == 0:
                    return
            except subprocess.TimeoutExpired:
                pass
            time.sleep(1)

    def way(self, node):
        """How it is reached: gordianctl's options."""
        jumps = [f"root@{host}" for host in self.node[node].get("jump", "").split(",") if host]
        return ["--identity", self.node[node]["key"], "--known-hosts", self.known, "--ssh-config", "none",
                *(["--jump", ",".join(jumps)] if jumps else [])]

    def targets(self, trial, nodes=None):
        """The nodes that a trial's causes are looked for on, and the way to them."""
        nodes, moved = (trial.nodes(), trial.moved()) if trial else (nodes or ["cp1"], {})
        return [*[f"root@{moved.get(name, self.node[name]['host'])}" for name in nodes], *self.way(nodes[0])]

    def diagnose(self, trial, nodes=None):
        report = self.work / "report.json"
        case = self.work / ("run.gordian" if trial else "other.gordian")
        for each in (report, case):
            each.unlink(missing_ok=True)
        start = time.monotonic()
        run = subprocess.run(
            [self.program, "diagnose", *self.targets(trial, nodes), "--json", report, "--case", case, "--quiet"], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180)
        found = json.loads(report.read_text()) if report.exists() else {"causes": [], "findings": []}
        failed = {each["id"] for each in found["findings"] if each["health"] == "failed"}
        return Answer(run.returncode, run.stdout, found["causes"], failed, time.monotonic() - start, case)

    def well(self, trial):
        """Whether an answer is healthy, for wait_until(). The kernel, its log and the processors are the machine's: an alarm
        about those that a node raises to which nothing was done is none of the trial's."""
        of_machines = machine_causes()
        others = [name for name in self.node if name not in (trial.nodes() if trial else ["cp1"])]

        def is_well(answer):
            strange = {each for each in answer.alarms() if each.startswith("host.") or each in of_machines}
            if not strange or not others:
                return answer.healthy()
            other = self.diagnose(None, others[:1])
            usual = strange & (other.alarms() | {each["id"] for each in other.causes})
            if usual:
                print(f"       {others[0]} says so too: {', '.join(sorted(usual))}", flush=True)
            return answer.healthy(usual)
        return is_well

    def wait_until(self, trial, label, right, patience):
        """Diagnoses until `right` holds of the answer; the last answer, whether it does, and the seconds since the call."""
        begin = time.monotonic()
        attempt = 0
        while True:
            answer = self.diagnose(trial)
            since = time.monotonic() - begin
            if right(answer):
                return answer, True, since
            attempt += 1
            print(f"       {label} after {since:.0f} s: {answer.named()}; {', '.join(sorted(answer.failed)) or 'nothing failed'}", flush=True)
            self.keep_case(answer, f"{label.replace(' ', '-')}-{attempt}")
            if since > patience:
                return answer, False, since
            time.sleep(3)

    def found(self, node):
        """The nodes that `discover` finds when it may ask this one only."""
        run = subprocess.run(
            [self.program, "discover", f"root@{self.node[node]['host']}", *self.way(node)], stdout=subprocess.PIPE, text=True, timeout=180,
            check=False)
        return [name for name, fields in self.node.items() if re.search(rf"^{re.escape(fields['host'])}\s", run.stdout, re.M)]

    def keep_case(self, answer, name):
        if self.keep and answer.case.exists():
            self.keep.mkdir(parents=True, exist_ok=True)
            shutil.move(answer.case, self.keep / f"{name}.gordian")
