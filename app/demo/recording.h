// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A recorded node, unpacked and ready to be asked: its files, its programs' answers, and the environment in
// which a shell finds nothing else. The format is described in resources/demo/README.md. Owns a private
// folder that goes with it. Made and destroyed on one thread; the const functions may be called from any.

#include "core/result.h"

#include <QDateTime>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QJsonObject;

namespace gordian {

class Recording {
public:
    /// The story that Gordian was made for.
    static QString builtIn();

    /// `source` is a folder or a resource. Its moments are moved so that it was recorded at `now`.
    static Result<std::unique_ptr<Recording>> unpack(const QString &source, const QDateTime &now);

    const QString &host() const { return m_host; }
    QString folder() const { return m_folder.path(); }
    QString root() const { return m_folder.filePath(QStringLiteral("files")); }
    /// For a shell that is to see the recorded node instead of this machine.
    QProcessEnvironment environment() const;
    /// What was asked for and is not in the recording, as typed.
    QStringList unanswered() const;

private:
    Recording() = default;
    Result<void> fill(const QString &source, const QDateTime &now);
    Result<void> copy(const QString &from, const QString &to);
    Result<void> makeSpecialFiles(const QJsonObject &about);
    Result<void> embedCertificates();
    Result<void> linkPrograms();

    QTemporaryDir m_folder;
    QString m_host;
    QDateTime m_recordedAt;
    qint64 m_shift = 0;
};

} // namespace gordian
