// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds text in a whole artifact, away from the GUI thread, however big it is. Matches what the eye sees
// (visibleText), so a search for ␛ finds escapes. Owned by the viewer; GUI thread.

#include "evidence/evidencepage.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace gordian::ui {

/// The `nth` (0-based) match in its line.
struct SearchHit {
    int line = 0;
    int nth = 0;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchQuery {
    QString text;
    Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive;
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

inline constexpr int SearchLimit = 20'000;

/// Ends early when `cancelled` becomes true.
QVector<SearchHit> findHits(const LineIndex &index, const LineRange &within, const SearchQuery &query,
                            const std::atomic_bool &cancelled);

class EvidenceSearch : public QObject {
    Q_OBJECT

public:
    explicit EvidenceSearch(QObject *parent = nullptr);
    ~EvidenceSearch() override;

    void start(const LineIndex &index, const LineRange &within, const SearchQuery &query);
    void stop();
    const QVector<SearchHit> &hits() const { return m_hits; }
    bool isRunning() const { return m_running; }

signals:
    void finished();

private:
    void take();

    QFutureWatcher<QVector<SearchHit>> m_watcher;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QVector<SearchHit> m_hits;
    bool m_running = false;
};

} // namespace gordian::ui
