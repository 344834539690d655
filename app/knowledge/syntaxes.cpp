// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/syntaxes.h"

namespace gordian {

QStringList probeSyntaxes()
{
    return {QStringLiteral("journal"), QStringLiteral("klog"),   QStringLiteral("log"),
            QStringLiteral("yaml"),    QStringLiteral("toml"),   QStringLiteral("json"),
            QStringLiteral("ini"),     QStringLiteral("crictl"), QStringLiteral("shell"),
            QStringLiteral("text")};
}

bool isLogSyntax(const QString &syntax)
{
    return syntax == QLatin1String("journal") || syntax == QLatin1String("klog")
        || syntax == QLatin1String("log");
}

} // namespace gordian
