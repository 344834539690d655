// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The five places of the window, in the order in which a case is worked. Any may be visited at any time.

#include <QMetaType>

namespace gordian::ui {

enum class Place { Connect, Collect, Findings, Fix, Report };

inline constexpr int PlaceCount = 5;

} // namespace gordian::ui
