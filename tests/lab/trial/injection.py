# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""Accidents while gordianctl mends a real node: it is killed, its link is cut, the node loses power, the disk is full, or
somebody else writes. Each must end applied, or undone with nothing lost."""
import functools
import json
import os
import re
import signal
import socket
import subprocess
import time

from .fingerprint import differences, settled_differences
from .mending import APPLIED, UNDONE, Mender, Trouble

STUCK = "partly undone: somebody must decide"
CHANGED = "# somebody else was here\n"


class Watched:
    """A gordianctl under way, by the lines that its journal of the mending gets."""

    def __init__(self, lab, command, journal=None):
        self.folder = lab.work / "data/gordian/gordian/mendings"
        self.known = set(self.folder.glob("*.journal")) if self.folder.exists() else set()
        self.journal = journal
        self.output = (lab.work / "watched").open("w+")
        self.process = subprocess.Popen(command, env=lab.environment, stdout=self.output, stderr=subprocess.STDOUT,
                                        stdin=subprocess.DEVNULL)

    def lines(self):
        if self.journal is None and self.folder.exists():
            self.journal = next(iter(set(self.folder.glob("*.journal")) - self.known), None)
        return self.journal.read_bytes().count(b"\n") if self.journal else 0

    def reaches(self, count):
        """Waits until so many lines are written; False if it ended before."""
        while self.lines() < count:
            if self.process.poll() is not None:
                return self.lines() >= count
            time.sleep(0.002)
        return True

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def end(self, timeout=600):
        code = self.process.wait(timeout)
        self.lines()
        self.output.seek(0)
        return code, self.output.read()

    def id(self):
        self.lines()
        if self.journal is None:
            raise Trouble(f"no mending was begun:\n{self.end()[1]}")
        return self.journal.stem


class Accidents:
    """Those of one fault, which is laid and found, and its remedy."""

    def __init__(self, lab, trial, prints, node):
        self.lab = lab
        self.trial = trial
        self.prints = prints
        self.node = node
        self.mender = Mender(lab, trial)
        causes = [cause for fault in trial.faults for cause in fault.causes]
        self.remedy = next(iter(self.mender.offered(causes)[0]), None)
        if self.remedy is None:
            raise Trouble("no remedy is offered")
        self.broken = prints.of(node)
        self.story = []      # what an undisturbed mending writes into its journal: applied, then undone
        self.was_booted = False
        self.applying = 0    # lines of it until it is applied

    def start(self):
        """A gordianctl that applies the remedy."""
        _, digest = self.mender.plan(self.remedy)
        return Watched(self.lab, self.mender.apply_command(self.remedy, digest))

    def start_undo(self, watched):
        command = [self.lab.program, "remedy", "undo", watched.id(), *self.lab.way(self.node), "--lang", "en"]
        return Watched(self.lab, command, watched.journal)

    def undisturbed(self):
        """To know how many steps there are."""
        watched = self.start()
        said = watched.end()
        self.must_be(watched, APPLIED, said)
        self.applying = watched.lines()
        said = self.start_undo(watched).end()
        self.must_be(watched, UNDONE, said)
        self.story = [json.loads(line) for line in watched.journal.read_text().splitlines()]
        self.as_before()

    def line_of(self, what, action):
        """The number of the journal's line that says so."""
        return 1 + next(at for at, line in enumerate(self.story) if line.get("what") == what and line.get("action", -1) == action)

    def all(self):
        """Every accident, each with its name; undisturbed() has been before."""
        steps = [(f"after '{self.said(line)}'", line) for line in range(1, self.applying + 1)]
        for where, line in steps:
            for way in ("resume", "undo"):
                yield f"killed {where}, {way}", functools.partial(self.killed, line, way)
        for line in range(self.applying + 1, len(self.story)):
            way = ("undo", "resume")[line % 2]
            yield f"killed after '{self.said(line)}', {way}", functools.partial(self.killed_undoing, line, way)
        for number, (where, line) in enumerate(step for step in steps if "begin" in step[0] or "verifying" in step[0]):
            for way in ("resume", "undo"):
                yield f"link cut {where}, {way}", functools.partial(self.link_cut, line, way)
            way = ("resume", "undo")[number % 2]
            yield f"power cut {where}, {way}", functools.partial(self.power_cut, line, way)
        file, action = self.changed_place()
        if file:
            yield f"{file} changed after the plan", functools.partial(self.changed_before, file)
            for what, way in (("begin", "resume"), ("begin", "undo"), ("done", "undo")):
                yield (f"{file} changed after '{what} {action}', {way}",
                       functools.partial(self.changed_between, file, self.line_of(what, action), way))
        yield "disk full", self.disk_full

    def said(self, line):
        """A line of the story in words."""
        entry = self.story[line - 1]
        if "what" not in entry:
            return "plan"
        return " ".join([entry["what"], *([str(entry["action"])] if entry.get("action", -1) >= 0 else []), *entry.get("detail", "").split()[:1]])

    def recover(self, lay_again):
        """After an accident that ended badly, so that the others have a fair start."""
        for mending in self.mender.remembered():
            if mending.state not in (UNDONE, "not begun"):
                self.mender.undo(mending.id)
        if differences(self.broken, self.prints.of(self.node)):
            self.lab.inside(self.node, "rm -rf /var/lib/gordian", check=False)
            self.lab.undo_all(self.trial)
            self.lab.settle(120)
            lay_again()
            self.broken = self.prints.of(self.node)

    def must_be(self, watched, state, said):
        now = self.mender.state(watched.id())
        if now != state:
            raise Trouble(f"{now}, not {state}: {said}")

    def as_before(self):
        left = settled_differences(lambda: self.prints.of(self.node), self.broken, 60)
        if self.was_booted:
            # The CNI plugin makes its bridge with the first sandbox after a boot; the lab's link has another MAC then.
            left = [line for line in left if "cni0" not in line and " fe80:" not in line]
        if left:
            raise Trouble("not as before:\n" + "\n".join(f"       {line[:400]}" for line in left[:20]))

    def finish(self, watched, way):
        """Goes on or takes back, and takes back. What has not begun has nothing to go on with."""
        if self.mender.state(watched.id()) == "not begun":
            self.as_before()
            return
        if way == "resume":
            said = self.mender.resume(watched.id())
            self.must_be(watched, APPLIED, said)
        said = self.mender.undo(watched.id())
        self.must_be(watched, UNDONE, said)
        self.as_before()

    def killed(self, line, way):
        """At the boundary after so many lines of the journal."""
        watched = self.start()
        if not watched.reaches(line):
            raise Trouble(f"it ended before line {line}: {watched.end()}")
        watched.kill()
        self.finish(watched, way)

    def killed_undoing(self, line, way):
        watched = self.start()
        said = watched.end()
        self.must_be(watched, APPLIED, said)
        back = self.start_undo(watched)
        if not back.reaches(line):
            raise Trouble(f"it ended before line {line}: {back.end()}")
        back.kill()
        said = self.mender.resume(watched.id()) if way == "resume" else self.mender.undo(watched.id())
        self.must_be(watched, UNDONE, said)
        self.as_before()

    def link_cut(self, line, way):
        """Every session of the node's sshd is ended."""
        watched = self.start()
        watched.reaches(line)
        self.lab.inside(self.node, "pkill -KILL -f '^sshd: [a-z]+(@notty| \\[priv\\])?$' || true", check=False)
        code, said = watched.end()
        if code == 0:
            raise Trouble(f"the link was not cut: {said}")
        if "remedy resume " + watched.id() not in said:
            raise Trouble(f"it does not say how to go on: {said}")
        self.finish(watched, way)

    def power_cut(self, line, way):
        """All that runs on the node ends at once; it boots again."""
        watched = self.start()
        watched.reaches(line)
        pid = int((self.lab.disk(self.node).parent / "pid").read_text())
        os.kill(pid, signal.SIGKILL)
        watched.kill()  # it may see the end of the link or not: nobody waits for that
        self.lab.script("down", self.node, stderr=subprocess.DEVNULL)
        self.lab.script("up", "--boot", self.node, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.was_booted = True
        self.await_sshd()
        self.finish(watched, way)

    def await_sshd(self):
        """Of a node that has just been booted: whoever goes on waits for it, too."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            try:
                with socket.create_connection((self.lab.node[self.node]["host"], 22), timeout=5) as link:
                    link.settimeout(5)
                    if link.recv(4) == b"SSH-":
                        return
            except OSError:
                pass
            time.sleep(1)

    def disk_full(self):
        """Not a byte is left when it is to keep what it changes. The kubelet is frozen meanwhile: it would remove images."""
        _, digest = self.mender.plan(self.remedy)
        room = "/var/lib/gordian-lab-ballast"
        self.lab.inside(self.node, f"""pkill -STOP -x kubelet
            fallocate -l $(df --output=avail -B1 / | tail -1) {room}
            dd if=/dev/zero of={room}.2 bs=64k 2> /dev/null
            dd if=/dev/zero of={room}.3 bs=1k 2> /dev/null; true""", check=False)
        try:
            watched = Watched(self.lab, self.mender.apply_command(self.remedy, digest))
            code, said = watched.end()
        finally:
            self.lab.inside(self.node, f"rm -f {room} {room}.2 {room}.3; pkill -CONT -x kubelet; true", check=False)
        if code == 0 or "no room" not in said:
            raise Trouble(f"the full disk was not noticed (exit {code}): {said}")
        if "Refused: nothing was changed" in said:
            self.as_before()
            return
        if self.mender.state(watched.id()) not in (UNDONE, "not begun"):
            self.mender.undo(watched.id())
            self.must_be(watched, UNDONE, said)
        self.as_before()

    def changed_before(self, file):
        """Between the reading of the plan and its doing: it is another plan by then."""
        _, digest = self.mender.plan(self.remedy)
        path, own = self.append(file)
        code, said = Watched(self.lab, self.mender.apply_command(self.remedy, digest)).end()
        if code == 0 or path.read_bytes() != own:
            raise Trouble(f"what somebody else wrote was not respected (exit {code}): {said}")
        self.take_out(path, own)
        self.as_before()

    def changed_between(self, file, line, way):
        """Right before it is to be changed, or after."""
        watched = self.start()
        watched.reaches(line)
        watched.kill()
        path, own = self.append(file)
        said = self.mender.resume(watched.id()) if way == "resume" else self.mender.undo(watched.id())
        if path.read_bytes() != own:
            raise Trouble(f"what somebody else wrote is gone: {said.text}")
        state = self.mender.state(watched.id())
        if state not in (STUCK, UNDONE):
            raise Trouble(f"{state} although somebody else wrote: {said.text}")
        if state == STUCK and file not in said.text:
            raise Trouble(f"it does not say which file: {said.text}")
        self.take_out(path, own)
        if state == STUCK:
            said = self.mender.undo(watched.id())
            self.must_be(watched, UNDONE, said)
        self.as_before()

    def append(self, file):
        path = self.lab.disk(self.node) / file.lstrip("/")
        with path.open("a") as out:
            out.write(CHANGED)
        return path, path.read_bytes()

    @staticmethod
    def take_out(path, own):
        text = own.removesuffix(CHANGED.encode())
        with path.open("r+b") as out:
            out.write(text)
            out.truncate()

    def changed_place(self):
        """The first file that the plan changes, and which action does: both as the plan says them."""
        action = None
        for line in self.mender.plan(self.remedy)[0].splitlines():
            step = re.match(r"  (\d+)\. ", line)
            action = int(step.group(1)) - 1 if step else action
            kept = re.match(r" +kept first: (\S+)$", line)
            if kept and action is not None and (self.lab.disk(self.node) / kept.group(1).lstrip("/")).is_file():
                return kept.group(1), action
        return None, None
