// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A sentence that comes from a knowledge pack, in every language it was written in, with its named values.
// A plain value, any thread.

#include <QMap>
#include <QString>

namespace gordian {

struct LocalText {
    QMap<QString, QString> byLanguage; ///< "en", "ru" -> sentence with {placeholders}
    QMap<QString, QString> values; ///< placeholder -> value, e.g. "node" -> "cp-1"

    bool isEmpty() const { return byLanguage.isEmpty(); }

    /// The sentence in `language` (ISO 639-1), else in English, with the placeholders filled in. A
    /// placeholder without a value stays as it is, so that a mistake in a pack is seen.
    QString in(const QString &language) const;

    LocalText with(const QString &placeholder, const QString &value) const;

    friend bool operator==(const LocalText &, const LocalText &) = default;
};

} // namespace gordian
