// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What other tools collect: an archive or a folder (sos report, troubleshoot's support bundle, crashd,
// `kubectl cluster-info dump`, somebody's own). Nothing of it is ever written to disk, links are not
// followed, and its size is bounded before it is believed. Plain functions, any thread.

#include "core/case.h"
#include "core/probe.h"
#include "core/result.h"

namespace gordian {

/// One text of a bundle.
struct BundleText {
    QString path; ///< relative, with slashes, without "." and ".."; hostile
    QByteArray bytes; ///< of a long one the end
    bool shortened = false;
};

struct BundleLimits {
    int files = 50'000;
    qint64 unpacked = 2LL * 1024 * 1024 * 1024; ///< of all that is inside, text or not
    qint64 kept = 256LL * 1024 * 1024; ///< of the texts
    qint64 ofOneText = 16LL * 1024 * 1024;
};

/// True for a folder and for what begins like an archive or a compressed file.
bool isBundle(const QString &path);

/// The texts, in the order of their paths. TooLarge for a bomb or too many files, Malformed for a damaged
/// one.
Result<QVector<BundleText>> readBundle(const QString &path, const BundleLimits &limits = {});

/// The texts as nodes without a connection: one for each host whose files are inside, and one, "bundle", for
/// what belongs to no host. What a file's path does not tell is found out by looking, as with pasted text.
Result<Case> caseFromBundle(const QString &path, const QVector<Probe> &probes);

} // namespace gordian
