// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows for NodeModel, read from the investigation in the language of the window. Pure functions; GUI thread.

#include "shared/nodemodel.h"

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;

QVector<NodeRow> nodeRows(const Investigation &investigation, const Language &language);

} // namespace gordian::ui
