// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// One case being worked on: the use cases that a window or a command line calls. Joins inventory, collector,
// diagnosis and case file. Lives on the thread that made it (the GUI's); diagnosing runs on a worker and
// comes back by signal.

#include "collect/collector.h"
#include "core/case.h"
#include "core/diagnosis.h"
#include "core/result.h"
#include "diagnose/changes.h"
#include "diagnose/diagnose.h"
#include "inventory/inventory.h"
#include "pluginhost/pluginhost.h"

#include <QObject>

#include <memory>
#include <optional>

namespace gordian {

class SecretStore;

class Investigation : public QObject {
    Q_OBJECT

public:
    /// `plugins` and `transports` outlive it. Without setSecretStore() nothing is kept beyond the session.
    Investigation(const PluginHost &plugins, TransportFactory &transports, QObject *parent = nullptr);
    ~Investigation() override;

    void setSecretStore(std::unique_ptr<SecretStore> store);

    const Case &currentCase() const;
    const Diagnosis &diagnosis() const;
    /// What became of it since the examination before, once a node that was examined was examined again and
    /// all of it is judged. Comes with diagnosisChanged().
    const std::optional<Changes> &changes() const;
    const KnowledgeBase &knowledge() const;
    NodeProgress progress(const QString &node) const;
    bool isCollecting() const;
    bool isDiagnosing() const;

    /// Starts an empty case. Unless `path` is empty everything from now on is kept there as it comes.
    Result<void> startNew(const QString &title, const QString &path = {});
    /// A case file, a report or an export; goes on in the same file if it is a case file.
    Result<void> openFile(const QString &path);
    /// Pasted text or the contents of dropped files; replaces the case by one with the offline node "pasted".
    void openText(const QVector<QByteArray> &texts);
    Result<void> saveAs(const QString &path);
    /// The two that a window uses: they never wait for a disk. `opened` was read elsewhere; an empty `path`
    /// is a case that is not on disk. What cannot be opened to go on with is told by savingFailed().
    void resume(const Case &opened, const QString &path = {});
    void saveLater(const QString &path); ///< ends with saved() or savingFailed()
    QString filePath() const; ///< empty: not on disk yet

    /// Adds those not there yet and gives them ids; returns the ids.
    QStringList addNodes(const QVector<Node> &nodes);
    void removeNode(const QString &node);
    QVector<InventoryFind> discovered() const;

    void collect(const CollectOptions &options = {});
    void collectNode(const QString &node, const CollectOptions &options = {});
    /// Ends all collecting now and keeps what came.
    void cancel();

    /// A way to a node of the case, for other work than collecting: what it asks is asked like a collector's.
    std::unique_ptr<Transport> transportTo(const QString &node);
    /// Adds to the record of what was done.
    void note(const RunEntry &entry);
    /// Adds a mending's transcript, or brings it up to date.
    void put(const MendingRecord &record);

    const QVector<HostKeyOffer> &pendingHostKeys() const;
    void acceptHostKeys(const QStringList &nodes);
    void rejectHostKeys(const QStringList &nodes);
    /// The request at the front of the queue, if one waits.
    const SecretRequest *pendingSecret() const;
    enum class Remember { ThisSession, Keyring };
    void answerSecret(const QVector<Secret> &answers, Remember remember);
    void declineSecret();

signals:
    void caseReplaced(); ///< another case: forget everything shown
    void nodesChanged(); ///< added, removed
    void nodeChanged(const QString &node); ///< its record or progress
    void artifactArrived(const QString &node, const QString &probe);
    void diagnosisChanged();
    void pendingHostKeysChanged();
    void pendingSecretChanged();
    void collectingChanged(bool collecting);
    void saved(const QString &path);
    void savingFailed(
        const gordian::Error &error); ///< the case file could not be written; the case is kept in memory

private:
    void followDesks();
    void replaceCase(Case replacement);
    void collectNodes(const QVector<Node> &nodes, const CollectOptions &options);
    void follow(Collector &collector);
    void dropLeftovers(const QString &node);
    void retire(Collector *collector);
    void rememberFormer(const QVector<Node> &nodes);
    void takeDiagnosis(const Diagnosis &diagnosis);
    void takeNode(const NodeRecord &record);
    void takeArtifact(const Artifact &artifact);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
