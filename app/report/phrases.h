// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words for codes: health, reasons, connection failures, rights. Shared by the window, the reports and the
// command line so that all say the same. One object a language, independent of the window's; immutable; any
// thread.

#include "core/artifact.h"
#include "core/connection.h"
#include "core/diagnosis.h"
#include "core/error.h"
#include "core/mending.h"

#include <QString>

#include <memory>

namespace gordian {

class Phrases {
public:
    /// "en" or "ru"; anything else is English.
    explicit Phrases(const QString &language);
    ~Phrases();
    Q_DISABLE_COPY_MOVE(Phrases)

    QString language() const;
    QString health(Health code) const;
    QString confidence(Confidence code) const;
    QString precedence(Precedence code) const; ///< why a cause stands below the one before it
    QString cycleKind(CycleKind code) const;
    QString dismissal(const DismissedCause &cause) const; ///< why it is not named
    QString reason(UnknownReason code) const;
    QString error(const Error &error) const; ///< what happened and what to do
    QString connectState(ConnectState code) const;
    QString privilege(Privilege code) const;
    QString timelineKind(TimelineKind code) const;
    QString artifactState(ArtifactState code) const;
    QString role(NodeRole code) const;
    QString overall(const Diagnosis &diagnosis) const; ///< the headline when there is no cause to name

    struct Explanation {
        QString title; ///< what happened: "cp-1 refused the connection on port 22"
        QString detail; ///< lists, the server's words; may be empty; hostile
        QString advice; ///< what to do
    };
    Explanation failure(const ConnectFailure &failure) const;
    QString refusal(const Refusal &refusal) const; ///< hostile
    QString trouble(const MendingTrouble &trouble) const; ///< hostile
    QString mendingState(MendingState code) const;
    QString actionState(ActionState code) const;
    QString risk(RemedyRisk code) const;
    /// The sudoers lines to ask the node's administrator for, for `account`.
    QString sudoersLines(const QString &account) const;
    /// Decimal and binary sizes, durations and moments as this language writes them.
    QString bytes(qint64 count) const;
    QString duration(qint64 milliseconds) const;
    QString moment(const QDateTime &moment) const; ///< to the second, in UTC

    QString translate(const char *source) const; ///< of context "report"
    /// The same, for literals: lupdate would take the name above for Qt's and miss the mark inside.
    QString say(const char *marked) const { return translate(marked); }

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gordian
