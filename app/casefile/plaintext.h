// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pasted text as its program printed it: without what terminals, web pages, editors and mail put around and
// into it. Pure functions; any thread.

#include <QByteArray>

namespace gordian {

/// Undoes colours, HTML entities, typographic quotes, quoting marks, line numbers, Markdown around a line,
/// and breaks of long lines at a fixed width. Text that has none of it comes back as it was.
QByteArray plainText(const QByteArray &pasted);

} // namespace gordian
