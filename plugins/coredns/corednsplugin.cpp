// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "coredns/corednsplugin.h"

namespace gordian {

// Its logs are matched by the pack's signatures; its containers are the runtime's facts.
std::vector<std::unique_ptr<Parser>> CorednsPlugin::createParsers() const
{
    return {};
}

} // namespace gordian
