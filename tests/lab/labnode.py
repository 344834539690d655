# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""What footprint and hard share: the lab that `run` starts, and a node of it seen from the machine."""
import importlib.machinery
import importlib.util
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def script(name):
    """A script of the lab as a module: they carry no suffix."""
    loader = importlib.machinery.SourceFileLoader(f"lab_{name}", str(HERE / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    sys.modules[loader.name] = module
    loader.exec_module(module)
    return module


lab_run = script("run")


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
