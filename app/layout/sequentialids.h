// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers a graph's objects in the order of their making. Graphviz' own way takes the addresses of their
// names, and walks subgraphs in the order of these numbers: the same graph would be drawn now this way, now
// that. See cgraph(3), "ID discipline".

#include <graphviz/cgraph.h>

namespace gordian {

/// To be given to agopen(); lives as long as the program. The state belongs to the graph and ends with it.
Agdisc_t *sequentialIds();

} // namespace gordian
