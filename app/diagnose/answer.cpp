// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/answer.h"

#include <algorithm>

namespace gordian {

namespace {

// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_08_02
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;

bool refused(const Artifact &artifact)
{
    const QByteArray words = artifact.errors.toLower();
    return words.contains("permission denied") || words.contains("operation not permitted")
        || words.contains("must be root") || words.contains("a password is required");
}

} // namespace

Answer answerOf(const Artifact &artifact, const Probe *probe)
{
    switch (artifact.state) {
    case ArtifactState::Collected:
        if (reasonOf(artifact) != UnknownReason::None) {
            return Answer::None;
        }
        return artifact.truncated && (!probe || probe->keep == Keep::Head) ? Answer::Part : Answer::Full;
    case ArtifactState::TimedOut:
        return artifact.output.isEmpty() ? Answer::None : Answer::Part;
    case ArtifactState::NotApplicable:
        return Answer::Full;
    default:
        return Answer::None;
    }
}

UnknownReason reasonOf(const Artifact &artifact)
{
    switch (artifact.state) {
    case ArtifactState::TimedOut:
        return UnknownReason::TimedOut;
    case ArtifactState::CommandMissing:
        return UnknownReason::CommandMissing;
    case ArtifactState::NotApplicable:
        return UnknownReason::NotApplicable;
    case ArtifactState::NotPermitted:
        return UnknownReason::NotPermitted;
    case ArtifactState::NotCollected:
        return UnknownReason::NotCollected;
    case ArtifactState::Collected:
        break;
    }
    // A command that failed and printed nothing has told nothing.
    if (artifact.exitCode == 0 || !artifact.output.isEmpty()) {
        return UnknownReason::None;
    }
    if (artifact.exitCode == kNotFound) {
        return UnknownReason::CommandMissing;
    }
    if (artifact.exitCode == kNotExecutable || refused(artifact)) {
        return UnknownReason::NotPermitted;
    }
    return UnknownReason::NotUnderstood;
}

UnknownReason worthTelling(UnknownReason one, UnknownReason other)
{
    const auto rank = [](UnknownReason reason) {
        switch (reason) {
        case UnknownReason::NodeNotReached:
            return 7;
        case UnknownReason::NotPermitted:
            return 6;
        case UnknownReason::TimedOut:
            return 5;
        case UnknownReason::CommandMissing:
            return 4;
        case UnknownReason::NotUnderstood:
            return 3;
        case UnknownReason::NotCollected:
            return 2;
        case UnknownReason::NotApplicable:
            return 1;
        case UnknownReason::None:
            return 0;
        }
        return 0;
    };
    return rank(one) >= rank(other) ? one : other;
}

} // namespace gordian
