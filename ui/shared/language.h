// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The language of the window, switchable while it is open: installs the translators and owns the matching
// Phrases. Widgets retranslate on QEvent::LanguageChange; models and painters that use phrases() listen to
// changed(). Owned by main(); GUI thread; needs a QCoreApplication.

#include "report/phrases.h"

#include <QObject>
#include <QTranslator>

#include <memory>

namespace gordian::ui {

class Language : public QObject {
    Q_OBJECT

public:
    /// "en" or "ru"; empty: the system's, where it is one of these.
    explicit Language(const QString &code = {}, QObject *parent = nullptr);
    ~Language() override;

    QString code() const { return m_code; }
    const Phrases &phrases() const { return *m_phrases; }
    void setCode(const QString &code);

signals:
    void changed();

private:
    void install();

    QString m_code;
    std::unique_ptr<Phrases> m_phrases;
    QTranslator m_texts; ///< of the window and its places
    QTranslator m_findings; ///< of findings, graph and evidence
    QTranslator m_toolkit; ///< Qt's own dialogs and menus
};

} // namespace gordian::ui
