// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a pasted line may be, beside the text of a log. Any thread.

#include <QString>

namespace gordian::ui {

/// Every line that says something looks like a machine: user@host, an address, a name of one.
bool namesMachines(const QString &text);

} // namespace gordian::ui
