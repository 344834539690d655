// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds probes that would bring secrets from a node (private keys, tokens, kubeconfigs with credentials
// inside), or leave something behind on it. The script's own helpers (`show`, `certs`) filter while they run;
// everything else is judged here, from the text. Plain function, any thread.

#include <QString>
#include <QStringList>

namespace gordian {

/// What secret the file of that path holds; empty: none that is known.
QString secretIn(const QString &path);

/// What is wrong, one sentence for each command that reads what must stay on the node.
QStringList forbiddenReads(const QString &run);

/// What is wrong, one sentence for each program that would write to the node's disk without being told not
/// to.
QStringList forbiddenWrites(const QString &run);

/// What is wrong, one sentence for each test of a file's size below /proc or /sys: it is always 0 there
/// (proc(5)), so the test is never true on a node, whatever a test's own folder says.
QStringList vainSizes(const QString &run);

} // namespace gordian
