# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""The scoreboard: a row a fault, of which each program that writes it knows some columns."""
import re

COLUMNS = ["fault", "named first", "rank", "confidence", "seconds", "shown", "quiet", "mended", "undone"]
HEAD = """# Scoreboard

Written by `tests/lab/all`: real kubeadm nodes, broken on purpose, diagnosed and mended. *Rank* is the place of the right
cause among those named; *seconds* what one diagnosis takes; *shown* the seconds from the fault to the right verdict (a
symptom takes its time); *quiet* the seconds from its undoing to a diagnosis without any alarm. Faults joined by + lay
together. *Mended*: by which of Gordian's remedies, and the seconds from its start to a diagnosis without any alarm; *-*
where Gordian has none and gives instructions. *Undone*: whether Gordian took the mending back so that the broken node was
byte for byte as before it. Each row is of the fault's last run.

"""


def read(path):
    """The rows by their faults' names, each the values by their columns' names."""
    rows, columns = {}, []
    for line in path.read_text().splitlines() if path.exists() else []:
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if cells[0] == "fault":
            columns = cells
        elif columns and len(cells) == len(columns) and re.fullmatch(r"[a-z0-9+-]*[a-z0-9][a-z0-9+-]*", cells[0]):
            rows[cells[0]] = dict(zip(columns, cells))
    return rows


def found_columns(trial, answer, since, quiet):
    """What a diagnosis has shown. `quiet`: seconds, or None if an alarm is left."""
    rank, confidence = trial.rank(answer)
    if quiet is not None:
        said = f"{quiet:.0f}"
    else:
        said = "still alarmed" if trial.ends_well() else "-"
    return {"named first": ", ".join(each["id"] for each in answer.causes[:len(trial.faults)]) or "none", "rank": f"{rank or '-'}",
            "confidence": confidence, "seconds": f"{answer.took:.1f}", "shown": f"{since:.0f}", "quiet": said}


def is_right(name, row):
    return row.get("rank", "-") in "123"[:len(name.split("+"))] and row.get("confidence") != "possible"


def update(path, changes):
    """Rows and columns of earlier runs stay, but for what is known anew."""
    rows = read(path)
    for name, values in changes.items():
        rows[name] = rows.get(name, {"fault": name}) | values
    line = "| " + " | ".join(COLUMNS) + " |\n| " + " | ".join(["---"] * len(COLUMNS)) + " |\n"
    for row in rows.values():
        line += "| " + " | ".join(row.get(column) or "-" for column in COLUMNS) + " |\n"
    right = sum(is_right(name, row) for name, row in rows.items())
    mended = sum(row.get("mended", "-") not in ("-", "failed") for row in rows.values())
    undone = sum(row.get("undone", "-").startswith("yes") for row in rows.values())
    path.write_text(f"{HEAD}{line}\n{right} of {len(rows)}: the right cause first. {mended} mended by Gordian alone, {undone} of them undone.\n")
