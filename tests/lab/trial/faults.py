# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""The faults of tests/lab/faults by their heads, and trials of one or several."""
import dataclasses
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "faults"
HEAD = re.compile(r"^# (Causes|Node|Diagnose|Host|Least|Topology|Finds|Undone|Mends): *(.*)$", re.M)


@dataclasses.dataclass
class Fault:
    name: str
    causes: list          # ids that are right
    nodes: list           # where it is laid
    diagnose: list
    host: str             # where the node is reached while it is broken, if elsewhere
    least: str            # confidence that is enough
    topology: str
    finds: list           # nodes that must be found from the first of those that are diagnosed
    ends_well: bool       # whether the node is well when it is undone
    remedied: bool        # whether a remedy of its cause reaches this fault too

    @staticmethod
    def of(path):
        """By its head's `# Key: value` lines."""
        head = dict(HEAD.findall(path.read_text()))
        node = head.get("Node", "cp1")
        return Fault(path.name, head["Causes"].split(), node.split(), head.get("Diagnose", node).split(), head.get("Host", ""),
                     head.get("Least", "proved"), head.get("Topology", "workers"), head.get("Finds", "").split(),
                     head.get("Undone", "") != "never", not head.get("Mends", "").startswith("never"))

    def place_in(self, causes):
        """Place of its first right cause among those named, 0 if there is none; and its confidence."""
        for place, cause in enumerate(causes, 1):
            if cause["id"] in self.causes:
                return place, cause["confidence"]
        return 0, "not named"


@dataclasses.dataclass
class Trial:
    """One fault, or several that are laid together."""
    faults: list

    def name(self):
        return "+".join(each.name for each in self.faults)

    def nodes(self):
        return sorted({node for fault in self.faults for node in fault.diagnose})

    def moved(self):
        return {fault.nodes[0]: fault.host for fault in self.faults if fault.host}

    def ends_well(self):
        return all(fault.ends_well for fault in self.faults)

    def quiet(self):
        """The same nodes, where they are reached once nothing is broken."""
        return Trial([dataclasses.replace(fault, host="") for fault in self.faults])

    def right(self, answer):
        return answer.code in (3, 4) and all(self.named(fault, answer) for fault in self.faults)

    def named(self, fault, answer):
        place, confidence = fault.place_in(answer.causes)
        return 0 < place <= len(self.faults) and confidence in (("proved",) if fault.least == "proved" else ("proved", "likely"))

    def named_at_all(self, answer):
        """At any place: enough for a remedy to be offered. On a machine with other labs their faults may come first."""
        return all(fault.place_in(answer.causes)[1] in ("proved", "likely") for fault in self.faults)

    def rank(self, answer):
        """Of the fault that is named worst."""
        return max((fault.place_in(answer.causes) for fault in self.faults), key=lambda each: each[0] or 1000)


def all_faults():
    return [Fault.of(path) for path in sorted(FOLDER.iterdir()) if not path.suffix and path.name != "lib"]


def trials_of(names, known):
    """Of names, those joined by + together; ends the program if one is not known."""
    lost = [each for name in names for each in name.split("+") if each not in known]
    if lost:
        sys.exit(f"no such fault for this topology: {', '.join(lost)}")
    return [Trial([known[each] for each in name.split("+")]) for name in names]
