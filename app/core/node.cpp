// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "core/node.h"

#include <QRegularExpression>

namespace gordian {

QString Endpoint::display() const
{
    QString text = user.isEmpty() ? QString() : user + QLatin1Char('@');
    const bool bracketed = port != 0 && host.contains(QLatin1Char(':'));
    text += bracketed ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (port != 0) {
        text += QLatin1Char(':') + QString::number(port);
    }
    return text;
}

Endpoint parseEndpoint(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:ssh://)?(?:([^@\s]+)@)?(?:\[([0-9A-Fa-f:.%\w]+)\]|([^\s:@\[\]/]+)|([0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%\w]*))(?::(\d{1,5}))?/?$)"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch()) {
        return {};
    }
    Endpoint endpoint;
    endpoint.user = match.captured(1);
    endpoint.host = match.captured(2) + match.captured(3) + match.captured(4);
    if (match.capturedLength(5) > 0) {
        bool fits = false;
        endpoint.port = match.captured(5).toUShort(&fits);
        if (!fits || endpoint.port == 0) {
            return {};
        }
    }
    // A leading dash would be read as an option by whatever prints or runs it later.
    return endpoint.host.startsWith(QLatin1Char('-')) || endpoint.user.startsWith(QLatin1Char('-'))
        ? Endpoint{}
        : endpoint;
}

} // namespace gordian
