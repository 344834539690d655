// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a node prints, as it comes, as text that hides nothing. A character that arrives in two parts is one
// character, and a carriage return begins a line. A value; any thread.

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace gordian::ui {

class OutputText {
public:
    /// The text of `bytes`, which go on where the last ones ended.
    QString take(const QByteArray &bytes);

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    bool m_wasReturn = false; ///< the line end that may follow belongs to it
};

} // namespace gordian::ui
