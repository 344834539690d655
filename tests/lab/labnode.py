# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""What footprint and hard share: the lab that `run` starts, and a node of it seen from the machine."""
import pathlib
import subprocess

from trial import lab as lab_run  # noqa: F401 (for those who import this)

HERE = pathlib.Path(__file__).resolve().parent


class LabNode:
    def __init__(self, lab, name):
        self.lab = lab
        self.name = name
        self.host = lab.node[name]["host"]
        self.key = lab.node[name]["key"]
        self.folder = pathlib.Path(self.key).parent / "nodes" / name

    def run(self, *command, check=False):
        """Inside the node, as its root; what it prints."""
        inside = f". '{HERE}/lib'; node_run {self.name} \"$@\""
        return subprocess.run(["bash", "-c", inside, "run", *command], env=self.lab.environment, stdout=subprocess.PIPE, text=True,
                              check=check).stdout
