// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// A library of nothing but resources still wants one source for every archiver to be content.
namespace gordian {

extern const char *const SyntaxFolder;
const char *const SyntaxFolder = ":/org.kde.syntax-highlighting/syntax-addons";

} // namespace gordian
