# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
"""What `run` and `mend` share: faults, the lab's nodes, gordianctl on them, and the scoreboard."""
