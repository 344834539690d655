// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/casewriter.h"

#include "casefile/casestore.h"

namespace gordian {

CaseWriter::CaseWriter(QObject *parent)
    : QObject(parent),
      m_worker(new QObject),
      m_store(std::make_shared<std::unique_ptr<CaseStore>>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("case-writer"));
    m_thread.start();
}

CaseWriter::~CaseWriter()
{
    close();
    m_thread.quit();
    m_thread.wait();
}

Result<void> CaseWriter::create(const QString &path, const Case &initial)
{
    close();
    Result<void> outcome;
    QMetaObject::invokeMethod(
        m_worker,
        [&] {
            auto made = CaseStore::create(path, initial);
            if (made) {
                *m_store = std::move(*made);
            } else {
                outcome = tl::unexpected(made.error());
            }
        },
        Qt::BlockingQueuedConnection);
    if (outcome) {
        m_path = path;
        m_reported = false;
    }
    return outcome;
}

Result<Case> CaseWriter::open(const QString &path)
{
    close();
    Result<Case> outcome;
    QMetaObject::invokeMethod(
        m_worker,
        [&] {
            auto opened = CaseStore::open(path);
            if (!opened) {
                outcome = tl::unexpected(opened.error());
                return;
            }
            outcome = (*opened)->load();
            if (outcome) {
                *m_store = std::move(*opened);
            }
        },
        Qt::BlockingQueuedConnection);
    if (outcome) {
        m_path = path;
        m_reported = false;
    }
    return outcome;
}

void CaseWriter::close()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_store->reset(); }, Qt::BlockingQueuedConnection);
    m_path.clear();
}

void CaseWriter::enqueue(Job job)
{
    if (m_path.isEmpty()) {
        return;
    }
    QMetaObject::invokeMethod(m_worker, [this, store = m_store, job = std::move(job)] {
        if (!*store) {
            return;
        }
        const Result<void> written = job(**store);
        if (!written) {
            QMetaObject::invokeMethod(this, [this, error = written.error()] {
                if (!std::exchange(m_reported, true)) {
                    emit failed(error);
                }
            });
        }
    });
}

void CaseWriter::put(const NodeRecord &record)
{
    enqueue([record](CaseStore &store) { return store.putNode(record); });
}

void CaseWriter::put(const Artifact &artifact)
{
    enqueue([artifact](CaseStore &store) { return store.putArtifact(artifact); });
}

void CaseWriter::put(const RunEntry &entry)
{
    enqueue([entry](CaseStore &store) { return store.addRun(entry); });
}

void CaseWriter::removeNode(const QString &node)
{
    enqueue([node](CaseStore &store) { return store.removeNode(node); });
}

void CaseWriter::setTitle(const QString &title)
{
    enqueue([title](CaseStore &store) { return store.setTitle(title); });
}

} // namespace gordian
