// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/openany.h"

#include <QRegularExpression>
#include <QStringList>

namespace gordian::ui {

bool namesMachines(const QString &text)
{
    static const QRegularExpression machine(QStringLiteral(
        "^(ssh\\s+)?(\\S+@\\S+|[\\w-]+(\\.[\\w-]+)+(:\\d+)?|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:]+\\]?)$"));
    bool any = false;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        const QString line = raw.section(QLatin1Char('#'), 0, 0).trimmed();
        if (!line.isEmpty() && !machine.match(line).hasMatch()) {
            return false;
        }
        any = any || !line.isEmpty();
    }
    return any;
}

} // namespace gordian::ui
