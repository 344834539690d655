// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Distances of the window, all on a 4 px grid. Device-independent pixels.

namespace gordian::ui {

inline constexpr int Hair = 4; ///< between a shape and its text
inline constexpr int Tight = 8; ///< between things that belong together
inline constexpr int Normal = 12; ///< inside a card
inline constexpr int Roomy = 16; ///< between groups
inline constexpr int Wide = 24; ///< round a page

inline constexpr int TextColumn = 760; ///< a line longer than this is hard to read back to

} // namespace gordian::ui
