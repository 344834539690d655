// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "certificates/certificatesplugin.h"

#include "certificates/certificatesparser.h"

namespace gordian {

QString CertificatesPlugin::id() const
{
    return QStringLiteral("certificates");
}

std::vector<std::unique_ptr<Parser>> CertificatesPlugin::createParsers() const
{
    std::vector<std::unique_ptr<Parser>> parsers;
    parsers.push_back(std::make_unique<CertificatesParser>());
    return parsers;
}

} // namespace gordian
