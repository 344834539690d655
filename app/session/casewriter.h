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

    /// Starts a file with `initial`, or goes on with an existing one. Blocks until it is open: the caller
    /// shows errors.
    Result<void> create(const QString &path, const Case &initial);
    Result<Case> open(const QString &path);
    void close();
    QString path() const { return m_path; }

    void put(const NodeRecord &record);
    void put(const Artifact &artifact);
    void put(const RunEntry &entry);
    void removeNode(const QString &node);
    void setTitle(const QString &title);

signals:
    /// Once per file: later entries are still tried, the case stays whole in memory.
    void failed(const gordian::Error &error);

private:
    using Job = std::function<Result<void>(CaseStore &)>;
    void enqueue(Job job);

    QThread m_thread;
    QObject *m_worker = nullptr; ///< lives on m_thread; receives the jobs
    std::shared_ptr<std::unique_ptr<CaseStore>> m_store; ///< touched on m_thread only
    QString m_path;
    bool m_reported = false;
};

} // namespace gordian
