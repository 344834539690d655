// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentence at the top, and the few beside it: what a diagnosis comes down to. Plain values and a pure
// function; GUI thread because of tr().

#include "findings/findingsnames.h"

namespace gordian::ui {

struct VerdictCause {
    QString id;
    QString node;
    QString component;
    Confidence confidence = Confidence::Possible;
    QString headline; ///< subject, fact, place
    QString detail; ///< "proved by 2 facts · explains 11 of 13 symptoms"
    friend bool operator==(const VerdictCause &, const VerdictCause &) = default;
};

struct VerdictText {
    Health health = Health::Unknown;
    QString kicker; ///< above the headline: "Cause, proved", "2 causes", "Nothing wrong found"
    QString headline;
    QString detail;
    QString advice; ///< what would tell, or what was not examined; may be empty
    QVector<VerdictCause> causes; ///< best first; the headline is the first one's
    friend bool operator==(const VerdictText &, const VerdictText &) = default;
};

VerdictText verdictText(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases);

/// "212 of 228 checks answered on 5 of 6 nodes"
QString coverageText(const Coverage &coverage);
/// The one question whose answer could change the verdict, in words; empty when there is none.
QString tellingProbe(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases);

/// For a ticket: verdict, causes with their proof, what was ruled out, coverage.
QString verdictMarkdown(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases);

} // namespace gordian::ui
