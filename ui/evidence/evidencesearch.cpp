// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidencesearch.h"

#include "shared/visibletext.h"

#include <QtConcurrent>

namespace gordian::ui {

QVector<SearchHit> findHits(const LineIndex &index, const LineRange &within, const SearchQuery &query,
                            const std::atomic_bool &cancelled)
{
    QVector<SearchHit> hits;
    if (query.text.isEmpty() || within.isEmpty()) {
        return hits;
    }
    const QByteArray &bytes = index.bytes();
    qsizetype at = index.offset(within.first);
    for (int line = within.first; line <= within.last && hits.size() < SearchLimit && !cancelled; ++line) {
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        const QString text = visibleText(QByteArray::fromRawData(bytes.constData() + at, end - at));
        int nth = 0;
        for (qsizetype hit = text.indexOf(query.text, 0, query.sensitivity);
             hit >= 0 && hits.size() < SearchLimit && !cancelled;
             hit = text.indexOf(query.text, hit + query.text.size(), query.sensitivity)) {
            hits << SearchHit{line, nth++};
        }
        at = end + 1;
    }
    return hits;
}

EvidenceSearch::EvidenceSearch(QObject *parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<QVector<SearchHit>>::finished, this, &EvidenceSearch::take);
}

EvidenceSearch::~EvidenceSearch()
{
    stop();
}

void EvidenceSearch::start(const LineIndex &index, const LineRange &within, const SearchQuery &query)
{
    stop();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_running = true;
    m_watcher.setFuture(QtConcurrent::run([index, within, query, cancelled = m_cancelled] {
        return findHits(index, within, query, *cancelled);
    }));
}

void EvidenceSearch::stop()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
    m_running = false;
    m_hits.clear();
}

void EvidenceSearch::take()
{
    // A watcher told to watch another future does not report the old one; only a stop() in between is left.
    if (!m_running) {
        return;
    }
    m_running = false;
    m_hits = m_watcher.result();
    emit finished();
}

} // namespace gordian::ui
