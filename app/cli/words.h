// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The context of gordianctl's own sentences, so that lupdate finds them.

#include <QCoreApplication>

namespace gordian {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace gordian
