// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of a node as text that hides nothing: control characters become their pictures, bidirectional
// overrides and invisible characters become their code points, broken UTF-8 the replacement character. Unlike
// safeText() it loses nothing, because here the exact bytes are the point. Pure; any thread.

#include <QByteArray>
#include <QString>

namespace gordian::ui {

/// Of one line; tabs stay.
QString visibleText(const QString &hostile);
QString visibleText(const QByteArray &utf8);
/// Of several lines; their ends stay.
QString visibleLines(const QString &hostile);

} // namespace gordian::ui
