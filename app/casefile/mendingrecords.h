// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Transcripts of mendings as JSON, and the names of their states. Names once given never change: journals and
// cases outlive programs. Pure; any thread.

#include "core/mendingrecord.h"
#include "core/result.h"

#include <QJsonObject>

namespace gordian {

QJsonObject localTextToJson(const LocalText &text);
LocalText localTextFromJson(const QJsonObject &json);

QJsonObject mendingToJson(const MendingRecord &record);
/// Errors: Malformed (it has no id).
Result<MendingRecord> mendingFromJson(const QJsonObject &json);

QString nameOf(MendingState state);
std::optional<MendingState> mendingStateOfName(const QString &name);
QString nameOf(ActionState state);
std::optional<ActionState> actionStateOfName(const QString &name);

} // namespace gordian
