// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of an artifact that is in the editor at a time, so that 100 MB, or one line of 100 MB, cost no
// more than a page. Pure functions over a LineIndex; any thread.

#include "evidence/lineindex.h"

#include <QStringList>

namespace gordian::ui {

struct PageLimits {
    int lines = 2000;
    qsizetype bytes = 512 * 1024;
    qsizetype lineBytes = 4096; ///< of one line
};

/// A range of 1-based lines, both inclusive; empty when first > last.
struct LineRange {
    int first = 1;
    int last = 0;
    bool isEmpty() const { return first > last; }
    bool contains(int line) const { return line >= first && line <= last; }
    friend bool operator==(const LineRange &, const LineRange &) = default;
};

struct EvidencePage {
    LineRange range;
    QStringList lines; ///< visible text, one a line of the artifact
    int cutLines = 0; ///< how many of them were too long to be shown whole
};

/// The page of `within` that starts at `from`.
EvidencePage pageFrom(const LineIndex &index, const LineRange &within, int from, const PageLimits &limits);
/// The page in which `line` stands with some lines before it.
EvidencePage pageAround(const LineIndex &index, const LineRange &within, int line, const PageLimits &limits);
/// The page that ends at `last`.
EvidencePage pageUpTo(const LineIndex &index, const LineRange &within, int last, const PageLimits &limits);

} // namespace gordian::ui
