// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The stylesheet of the window: frames, corners and paddings only, every colour taken from the palette. Pure
// function.

#include <QPalette>
#include <QString>

namespace gordian::ui {

QString styleSheetFor(const QPalette &palette);

} // namespace gordian::ui
