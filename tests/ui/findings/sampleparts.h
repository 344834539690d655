// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The components that every sample of the screens is made of, and how they wait for each other. For
// sample.cpp.

#include "core/diagnosis.h"

#include <span>

namespace gordian::test {

struct Part {
    const char *id;
    const char *letter;
    const char *english;
    const char *russian;
    const char *needs;
};

std::span<const Part> parts();
QString latin(const char *words);

/// All components of a node, healthy; a worker's wait for those of cp-1.
void addNode(Diagnosis &diagnosis, const QString &node, bool controlPlane);
GraphVertex &vertex(Diagnosis &diagnosis, const QString &id);
void block(Diagnosis &diagnosis, const QString &id, const QString &by);

} // namespace gordian::test
