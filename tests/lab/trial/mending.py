# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""gordianctl remedy on the lab's nodes: what is offered, planned, done and taken back."""
import dataclasses
import json
import pathlib
import re
import subprocess
import time

PACKS = pathlib.Path(__file__).resolve().parent.parent.parent.parent / "plugins"
# What a plan says of a step that nothing takes back; cli/plantext.cpp.
IRREVERSIBLE = "This cannot be undone"
# What `remedy status` says of one; report/mendingphrases.cpp.
APPLIED, UNDONE = "applied and well", "undone"


@dataclasses.dataclass
class Known:
    """A remedy as its pack has it."""
    id: str
    causes: list
    irreversible: int     # steps that the pack says cannot be undone


def known_remedies():
    packs = [json.loads(path.read_text()) for path in sorted(PACKS.glob("*/pack/*.json"))]
    shared = {each["id"]: each for pack in packs for each in pack.get("actions", [])}
    found = {}
    for remedy in (each for pack in packs for each in pack.get("remedies", [])):
        # A step may be the name of one that packs share.
        steps = [shared[step] if isinstance(step, str) else step for step in remedy.get("actions", [])]
        found[remedy["id"]] = Known(remedy["id"], remedy["causes"], sum(bool(step.get("irreversible")) for step in steps))
    return found


@dataclasses.dataclass
class Said:
    code: int
    text: str
    took: float


@dataclasses.dataclass
class Mending:
    id: str
    remedy: str
    state: str


class Trouble(Exception):
    """Something of the mending did not go as it must; says what."""


class Mender:
    """Of one trial's nodes."""

    def __init__(self, lab, trial):
        self.lab = lab
        self.trial = trial
        self.remedies = known_remedies()

    def ask(self, verb, *arguments, timeout=600):
        start = time.monotonic()
        run = subprocess.run([self.lab.program, "remedy", verb, *arguments, "--lang", "en"], env=self.lab.environment, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=timeout)
        return Said(run.returncode, run.stdout, time.monotonic() - start)

    def offered(self, causes, patience=90):
        """Of the remedies that Gordian offers, those for one of these causes; in its order. A component that is started again
        and again may just look well."""
        end = time.monotonic() + patience
        while True:
            said = self.ask("list", *self.lab.targets(self.trial))
            found = self.of_causes(said, causes)
            if found or time.monotonic() > end:
                return found, said
            print(f"       no remedy of {', '.join(causes)} is offered: {said.text.strip()[:200]}", flush=True)

    def of_causes(self, said, causes):
        ids = list(dict.fromkeys(re.findall(r"--remedy ([\w-]+)", said.text)))
        lost = [each for each in ids if each not in self.remedies]
        if lost:
            raise Trouble(f"offers what no pack has: {', '.join(lost)}")
        return [each for each in ids if set(causes) & set(self.remedies[each].causes)]

    def plan(self, remedy):
        """The plan's text and its hash."""
        said = self.ask("plan", *self.lab.targets(self.trial), "--remedy", remedy)
        hashes = re.findall(r"--yes ([0-9a-f]{64})", said.text)
        if said.code != 0 or not hashes:
            raise Trouble(f"no plan of {remedy} (exit {said.code}):\n{said.text}")
        return said.text, hashes[0]

    def apply_command(self, remedy, digest):
        return [self.lab.program, "remedy", "apply", *self.lab.targets(self.trial), "--remedy", remedy, "--yes", digest, "--lang", "en"]

    def apply(self, remedy, digest):
        """The mending that it made, which must stand applied."""
        said = self.ask("apply", *self.lab.targets(self.trial), "--remedy", remedy, "--yes", digest)
        made = self.newest()
        if made is None or made.remedy != remedy or made.state != APPLIED:
            raise Trouble(f"{remedy} was not applied ({made.state if made else 'no mending'}, exit {said.code}):\n{said.text}")
        return made, said

    def resume(self, mending):
        return self.ask("resume", mending, *self.lab.way(self.trial.nodes()[0]))

    def undo(self, mending):
        return self.ask("undo", mending, *self.lab.way(self.trial.nodes()[0]))

    def remembered(self):
        """All of this run's, the newest first."""
        lines = [line.split("\t") for line in self.ask("status").text.splitlines()]
        return [Mending(line[0], line[2], line[3]) for line in lines if len(line) == 4]

    def newest(self):
        return next(iter(self.remembered()), None)

    def state(self, mending):
        return next((each.state for each in self.remembered() if each.id == mending), "forgotten")
