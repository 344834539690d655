// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why something could not be done: a code that callers branch on, and a detail for the person who reads a
// log. No sentence for users lives here; report/phrases.h turns codes into words. A plain value, any thread.

#include <QMap>
#include <QString>

namespace gordian {

enum class ErrorCode {
    // Files and formats
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    DiskFull,
    NotAGordianFile,
    NewerFormat, ///< written by a later Gordian; context "version"
    Malformed, ///< context "line", "column" where known
    TooLarge,
    // Knowledge
    PackInvalid,
    PluginNotLoaded,
    // Work
    NothingToDo,
    CannotEdit, ///< a file is written in a way that cannot be changed without touching more
    Cancelled,
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail; ///< a path, a library's own text; never wording of ours
    QMap<QString, QString> context; ///< named values for the sentence: "path", "line", "column", ...

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace gordian
