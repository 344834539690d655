// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Result<T>: a value, or the Error that explains why there is none. Nothing else in Gordian reports failure:
// no exceptions across rooms, no bool with an out-parameter.

#include "core/error.h"

#include <tl/expected.hpp>

namespace gordian {

template <typename T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {}, QMap<QString, QString> context = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(context)});
}

} // namespace gordian
