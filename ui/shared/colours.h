// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Colours derived from a palette, so that light, dark, high-contrast and system themes all work: what is
// asked for is a role and a contrast, never a fixed value. Pure functions; any thread.

#include <QColor>
#include <QPalette>

namespace gordian::ui {

inline constexpr double ShapeContrast = 3.0; ///< WCAG 2.1, 1.4.11 non-text contrast
inline constexpr double TextContrast = 4.5; ///< WCAG 2.1, 1.4.3 contrast (minimum)

/// WCAG 2.1 relative luminance and contrast ratio (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
double luminance(const QColor &colour);
double contrast(const QColor &one, const QColor &other);

bool isDark(const QPalette &palette);

/// `wanted`, made lighter or darker until it stands out from Base and Window by `ratio`.
QColor readable(const QColor &wanted, const QPalette &palette, double ratio);

QColor mix(const QColor &one, const QColor &other, double share);
QColor mutedText(const QPalette &palette); ///< second in rank, still TextContrast
QColor hairline(const QPalette &palette); ///< lines that part areas; carries no meaning
QColor edgeLine(const QPalette &palette); ///< round what can be typed in or pressed
QColor tint(const QColor &colour, const QPalette &palette); ///< a ground with a touch of `colour`

} // namespace gordian::ui
