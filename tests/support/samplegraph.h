// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The graph of sampleDiagnosis(), and the words its parts share. For samplediagnosis.cpp; plain functions.

#include "core/diagnosis.h"

namespace gordian::test::sample {

inline const QString K8s = QStringLiteral("k8s");
inline const QString W1 = QStringLiteral("k8s-w1");

LocalText text(const char *en, const char *ru);

void addVertices(Diagnosis &into);
/// Between the vertices that are there already.
void addEdges(Diagnosis &into);

} // namespace gordian::test::sample
