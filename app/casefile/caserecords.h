// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The records of a case as JSON: the one place that knows how a node, an artifact (without its bytes) or a
// run is written down. Reading is forgiving about what is missing and strict about what is wrong. Pure; any
// thread.

#include "core/case.h"
#include "core/result.h"

#include <QJsonObject>

namespace gordian {

QJsonObject headToJson(const Case &head); ///< id, title, moment, version; no nodes, no artifacts
QJsonObject nodeToJson(const NodeRecord &record);
QJsonObject artifactToJson(const Artifact &artifact); ///< all but `output` and `errors`
QJsonObject runToJson(const RunEntry &entry);

void headFromJson(const QJsonObject &json, Case &head);
Result<NodeRecord> nodeFromJson(const QJsonObject &json);
/// `output` must be there already: sections are checked against its size.
Result<Artifact> artifactFromJson(const QJsonObject &json, const QByteArray &output,
                                  const QByteArray &errors);
RunEntry runFromJson(const QJsonObject &json);

QByteArray compactJson(const QJsonObject &json);
Result<QJsonObject> parseJsonObject(const QByteArray &bytes);

} // namespace gordian
