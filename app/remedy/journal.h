// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The laptop's memory of mendings: a file each, the plan in its first line, then a line for every step before
// it is taken and after, on disk before it happens. A torn last line is a step that was not taken. Lives
// where it was made; one thread.

#include "remedy/plan.h"

#include <QFile>

#include <memory>

namespace gordian {

struct JournalEntry {
    QDateTime at; ///< UTC
    QString what; ///< "opening", "given-up", "begin", "kept", "done", "after", "failed", "undoing", "undone",
                  ///< "left" (somebody else changed it), "state", "adopted" (from another laptop)
    int action = -1;
    QString detail; ///< a digest, an exit code, a state's name; hostile
};

/// What a journal tells of one mending.
struct Mending {
    Plan plan;
    QVector<JournalEntry> entries;
    MendingState state = MendingState::Planned;

    bool isUnfinished() const;
};

class Journal {
public:
    /// Errors: FileNotWritable, DiskFull.
    static Result<Journal> begin(const QString &folder, const Plan &plan);
    /// Of one that another laptop began, with what its node remembers of it. Errors: as begin(),
    /// FileNotWritable also where this laptop knows it already.
    static Result<void> adopt(const QString &folder, const Mending &mending);
    /// To go on with one that was begun. Errors: FileNotReadable, Malformed, FileNotWritable (with "inUse":
    /// another program is at it).
    static Result<Journal> resume(const QString &folder, const QString &id);

    /// On disk when it returns.
    Result<void> write(const QString &what, int action = -1, const QString &detail = {});
    Result<void> setState(MendingState state);
    bool has(const QString &what, int action) const;
    const Mending &mending() const { return m_mending; }
    /// Nothing more is written, and another program may go on.
    void close() { m_file->close(); }

private:
    explicit Journal(const QString &path) : m_file(std::make_unique<QFile>(path)) { }
    Result<void> claim();
    Result<void> append(const QByteArray &line);

    std::unique_ptr<QFile> m_file;
    Mending m_mending;
};

/// All that the folder holds, the newest first; what cannot be read is left out.
QVector<Mending> mendingsIn(const QString &folder);
/// ~/.local/share/gordian/gordian/mendings
QString defaultJournalFolder();

} // namespace gordian
