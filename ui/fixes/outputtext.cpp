// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "fixes/outputtext.h"

#include "shared/visibletext.h"

#include <QStringList>

namespace gordian::ui {

QString OutputText::take(const QByteArray &bytes)
{
    QString text = m_decoder.decode(bytes);
    if (text.isEmpty()) {
        return text;
    }
    const bool isEndOfReturn = m_wasReturn && text.startsWith(u'\n');
    m_wasReturn = text.endsWith(u'\r');
    if (isEndOfReturn) {
        text.remove(0, 1);
    }
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return visibleLines(text);
}

} // namespace gordian::ui
