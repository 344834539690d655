// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lays out what is printed: as it is for a pipe, wrapped and coloured for a terminal. Pure; any thread. The
// texts must be harmless already: colours are added here and nothing is taken away.

#include <QString>
#include <QVector>

namespace gordian {

enum class Tone { Plain, Failed, Degraded, Healthy, Heading, Evidence, Command };

struct TextLine {
    Tone tone = Tone::Plain;
    int indent = 0; ///< blanks before the text; further lines of it hang by `hang` more
    QString text;
    int hang = 0;
};

struct Screen {
    int columns = 0; ///< 0: a pipe, which takes lines as long as they are
    int rows = 0;
    bool coloured = false;
};

/// The first line is the verdict. It is said again at the end where it would have left the screen.
QString laidOut(const QVector<TextLine> &lines, const Screen &screen);

} // namespace gordian
