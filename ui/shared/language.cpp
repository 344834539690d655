// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace gordian::ui {

namespace {

QString known(const QString &code)
{
    const QString wanted = code.isEmpty() ? QLocale::system().name() : code;
    return wanted.startsWith(QLatin1String("ru")) ? QStringLiteral("ru") : QStringLiteral("en");
}

} // namespace

Language::Language(const QString &code, QObject *parent)
    : QObject(parent),
      m_code(known(code)),
      m_phrases(std::make_unique<Phrases>(m_code))
{
    install();
}

Language::~Language()
{
    for (QTranslator *translator : {&m_texts, &m_findings, &m_toolkit}) {
        QCoreApplication::removeTranslator(translator);
    }
}

void Language::setCode(const QString &code)
{
    const QString wanted = known(code);
    if (wanted == m_code) {
        return;
    }
    m_code = wanted;
    m_phrases = std::make_unique<Phrases>(m_code);
    install();
    emit changed();
}

void Language::install()
{
    for (QTranslator *translator : {&m_texts, &m_findings, &m_toolkit}) {
        QCoreApplication::removeTranslator(translator);
    }
    const QLocale locale(m_code);
    if (m_toolkit.load(QLatin1String("qtbase_") + m_code,
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_toolkit);
    }
    // English has a file too: it holds the plural forms.
    if (m_texts.load(QLatin1String(":/gordian/translations/gordian_") + m_code)) {
        QCoreApplication::installTranslator(&m_texts);
    }
    if (m_findings.load(QLatin1String(":/i18n/findings_") + m_code)) {
        QCoreApplication::installTranslator(&m_findings);
    }
    QLocale::setDefault(locale);
}

} // namespace gordian::ui
