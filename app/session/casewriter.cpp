// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/casewriter.h"

#include "casefile/casestore.h"

#include <QFileInfo>

#include <utility>

namespace gordian {

struct CaseWriter::Stores {
    std::unique_ptr<CaseStore> current;
    std::unique_ptr<CaseStore> prepared;
};

CaseWriter::CaseWriter(QObject *parent)
    : QObject(parent),
      m_worker(new QObject),
      m_stores(std::make_shared<Stores>())
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("case-writer"));
    m_thread.start();
}

CaseWriter::~CaseWriter()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { *m_stores = {}; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void CaseWriter::prepare(const QString &path, const std::function<bool()> &make)
{
    const auto work = [&] {
        m_stores->prepared.reset();
        // Two connections would keep each other from folding the log back into the file.
        const bool same = m_stores->current && QFileInfo(m_stores->current->path()) == QFileInfo(path);
        if (same) {
            m_stores->current.reset();
        }
        const bool made = make();
        m_preparedPath = made ? path : QString();
        if (auto again = same && !made ? CaseStore::open(path) : failure(ErrorCode::NothingToDo); again) {
            m_stores->current = std::move(*again);
        }
    };
    QMetaObject::invokeMethod(m_worker, work, Qt::BlockingQueuedConnection);
}

Result<void> CaseWriter::prepareNew(const QString &path, const Case &initial)
{
    Result<void> outcome;
    prepare(path, [&] {
        auto made = CaseStore::create(path, initial);
        if (made) {
            m_stores->prepared = std::move(*made);
        } else {
            outcome = tl::unexpected(made.error());
        }
        return outcome.has_value();
    });
    return outcome;
}

Result<Case> CaseWriter::prepareExisting(const QString &path)
{
    Result<Case> outcome;
    prepare(path, [&] {
        auto opened = CaseStore::open(path);
        if (!opened) {
            outcome = tl::unexpected(opened.error());
            return false;
        }
        outcome = (*opened)->load();
        if (outcome) {
            m_stores->prepared = std::move(*opened);
        }
        return outcome.has_value();
    });
    return outcome;
}

void CaseWriter::switchOver()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_stores->current = std::move(m_stores->prepared); });
    m_path = std::exchange(m_preparedPath, {});
    m_reported = false;
}

void CaseWriter::report(const QString &path, const Error &error)
{
    QMetaObject::invokeMethod(this, [this, path, error] {
        if (path == m_path && !std::exchange(m_reported, true)) {
            emit failed(error);
        }
    });
}

void CaseWriter::goOnWith(const QString &path)
{
    m_path = path;
    m_reported = false;
    QMetaObject::invokeMethod(m_worker, [this, path] {
        m_stores->prepared.reset();
        m_stores->current.reset(); // it may be the same file
        if (auto opened = CaseStore::open(path)) {
            m_stores->current = std::move(*opened);
        } else {
            report(path, opened.error());
        }
    });
}

void CaseWriter::copyTo(const QString &path, const Case &whole)
{
    ++m_copying;
    QMetaObject::invokeMethod(m_worker, [this, path, whole] {
        const bool same = m_stores->current && QFileInfo(m_stores->current->path()) == QFileInfo(path);
        if (same) {
            m_stores->current.reset(); // two connections would keep each other from folding the log back
        }
        auto made = CaseStore::create(path, whole);
        const Result<void> outcome = made ? Result<void>() : Result<void>(tl::unexpected(made.error()));
        if (!made && same) {
            made = CaseStore::open(path);
        }
        if (made) {
            m_stores->current = std::move(*made);
        }
        QMetaObject::invokeMethod(this, [this, path, outcome] {
            --m_copying;
            if (!outcome) {
                emit notCopied(outcome.error());
                return;
            }
            m_path = path;
            m_reported = false;
            emit copied(path);
        });
    });
}

void CaseWriter::enqueue(Job job)
{
    if (m_path.isEmpty() && m_copying == 0) {
        return;
    }
    QMetaObject::invokeMethod(m_worker, [this, path = m_path, job = std::move(job)] {
        if (!m_stores->current) {
            return;
        }
        const Result<void> written = job(*m_stores->current);
        if (!written) {
            report(path, written.error());
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

void CaseWriter::put(const MendingRecord &record)
{
    enqueue([record](CaseStore &store) { return store.putMending(record); });
}

void CaseWriter::removeNode(const QString &node)
{
    enqueue([node](CaseStore &store) { return store.removeNode(node); });
}

void CaseWriter::removeArtifact(const QString &node, const QString &probe)
{
    enqueue([node, probe](CaseStore &store) { return store.removeArtifact(node, probe); });
}

void CaseWriter::setTitle(const QString &title)
{
    enqueue([title](CaseStore &store) { return store.setTitle(title); });
}

} // namespace gordian
