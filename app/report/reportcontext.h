// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every form of the report asks of a case: names, numbers, the headline. Lives as long as one report is
// written and refers to its input. One thread.

#include "report/phrases.h"
#include "report/report.h"

#include <QStringList>

namespace gordian {

/// The worst first: 1 for failed.
int rankOf(Health health);

class ReportContext {
public:
    ReportContext(const ReportInput &reportInput, const ReportOptions &reportOptions)
        : input(reportInput),
          options(reportOptions),
          phrases(reportOptions.language)
    {
    }

    const ReportInput &input;
    const ReportOptions &options;
    const Phrases phrases;

    const Diagnosis &diagnosis() const { return input.diagnosis; }
    const Case &investigated() const { return input.investigated; }
    QString say(const char *source) const { return phrases.translate(source); }
    QString in(const LocalText &text) const { return text.in(phrases.language()); }

    QString nodeName(const QString &node) const; ///< "the cluster" for an empty one
    QString componentName(const QString &component) const;
    QString componentLetter(const QString &component) const;
    QString vertexName(const QString &id) const; ///< "kubelet on cp-1"
    QString probeTitle(const QString &probe) const;
    /// The command as it would be typed, if it is one; a probe's title instead of a whole script.
    QString asked(const QString &probe, const QString &command) const;
    /// What the log lines of "node/signature" tell, and where: "kubelet on cp-1: the API refuses".
    QString logTitle(const QString &reference) const;
    /// In one line: what is well may answer its question with a mere "It is".
    QString findingText(const Finding &finding) const;
    QString alibiText(const Alibi &alibi) const; ///< "etcd: quorum answers, no alarm"
    /// "cp-1 · containerd config dump · lines 9–10 · 2026-03-16 01:48:44 UTC · seen 214 times"
    QStringList evidencePlace(const Evidence &evidence) const;

    const Finding *finding(const QString &reference) const; ///< by "node/check"
    int symptoms() const; ///< findings that are degraded or failed
    int explained(const CauseVerdict &cause) const; ///< how many of them follow from it
    QVector<const Finding *> unexplained() const; ///< symptoms that follow from no cause
    Health worst() const; ///< what the headline's shape shows
    QString headline() const; ///< the best cause's sentence, else the overall one
    /// "proved by 2 facts", "explains 5 of 6 symptoms"; empty without a cause.
    QStringList headlineReasons() const;
    /// What to ask a node's administrator for, a line each; empty where no answer is missing for want of
    /// rights.
    QStringList wantedSudoers() const;
    /// The case as the report embeds it, in base64.
    QByteArray embeddedCase() const;

private:
    const GraphVertex *vertex(const QString &id) const;
};

} // namespace gordian
