// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes a case to its file as it grows, on a thread of its own: a slow disk must not stall the window. Lives
// on its owner's thread; the CaseStore lives and dies on the writing thread.

#include "core/case.h"
#include "core/result.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace gordian {

class CaseStore;

class CaseWriter : public QObject {
    Q_OBJECT

public:
    explicit CaseWriter(QObject *parent = nullptr);
    /// Waits until everything given so far is written.
    ~CaseWriter() override;

    /// Starts a file with `initial`, or opens an existing one to go on with, beside the one in use: that one
    /// stays in use until switchOver(). Blocks until the file is open: the caller shows errors.
    Result<void> prepareNew(const QString &path, const Case &initial);
    Result<Case> prepareExisting(const QString &path);
    /// From here on the prepared file is written; none prepared: nothing is.
    void switchOver();
    /// The same without waiting: opens the file to go on with it, in place of the one in use. A failure comes
    /// by failed().
    void goOnWith(const QString &path);
    /// Writes `whole` to a new file and goes on with that; ends with copied() or notCopied(). What is put
    /// meanwhile is in it.
    void copyTo(const QString &path, const Case &whole);
    QString path() const { return m_path; }

    void put(const NodeRecord &record);
    void put(const Artifact &artifact);
    void put(const RunEntry &entry);
    void put(const MendingRecord &record);
    void removeNode(const QString &node);
    void removeArtifact(const QString &node, const QString &probe);
    void setTitle(const QString &title);

signals:
    /// Once per file: later entries are still tried, the case stays whole in memory.
    void failed(const gordian::Error &error);
    void copied(const QString &path);
    void notCopied(const gordian::Error &error);

private:
    using Job = std::function<Result<void>(CaseStore &)>;
    void enqueue(Job job);
    void report(const QString &path, const Error &error); ///< on m_thread
    void prepare(const QString &path, const std::function<bool()> &make);

    struct Stores; ///< touched on m_thread only
    QThread m_thread;
    QObject *m_worker = nullptr; ///< lives on m_thread; receives the jobs
    std::shared_ptr<Stores> m_stores;
    QString m_path;
    QString m_preparedPath;
    int m_copying = 0; ///< files being made: what is put now is theirs
    bool m_reported = false;
};

} // namespace gordian
