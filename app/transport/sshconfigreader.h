// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads ssh_config files into an SshConfig: lines, quotes, blocks, Includes. Used once on one thread.

#include "transport/sshconfig.h"

namespace gordian {

class SshConfigReader {
public:
    explicit SshConfigReader(SshConfig &config) : m_config(config) { }

    Result<void> readFile(const QString &path);

private:
    void readText(const QByteArray &text, const QString &path);
    void readLine(const QString &keyword, const QStringList &arguments, const QString &path);
    void include(const QStringList &patterns, const QString &path);
    QVector<SshConfig::Criterion> matchCriteria(const QStringList &arguments, const QString &path);
    void note(const QString &path, const QString &text);

    SshConfig &m_config;
    QVector<int> m_around; ///< blocks around the Include being read
    int m_block = -1; ///< the block being read in this file; -1: before the first
    int m_line = 0;
    int m_depth = 0;
};

/// Splits a line into its keyword and arguments; quotes hold words together, '=' may follow the keyword.
QStringList splitConfigLine(const QString &line);

} // namespace gordian
