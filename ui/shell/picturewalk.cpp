// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shell/picturewalk.h"

#include "session/investigation.h"
#include "shared/language.h"
#include "shared/theme.h"
#include "shell/mainwindow.h"

#include <QDir>

namespace gordian::ui {

namespace {

// The graph is laid out and the report's preview made on workers: a picture taken at once would show them
// empty.
constexpr int settleMilliseconds = 60;

QString nameOf(Place place)
{
    static const char *const names[] = {"connect", "collect", "findings", "fix", "report"};
    return QLatin1String(names[static_cast<int>(place)]);
}

} // namespace

PictureWalk::PictureWalk(MainWindow &window, Investigation &investigation, Language &language, Theme &theme,
                         QString folder, QObject *parent)
    : QObject(parent),
      m_window(window),
      m_investigation(investigation),
      m_language(language),
      m_theme(theme),
      m_folder(std::move(folder))
{
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("ru")}) {
        for (const bool dark : {false, true}) {
            for (int place = 0; place < PlaceCount; ++place) {
                m_stops.append({static_cast<Place>(place), dark, code});
            }
        }
    }
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &PictureWalk::takePicture);
}

void PictureWalk::start()
{
    QDir().mkpath(m_folder);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, &PictureWalk::waitForVerdict);
    connect(&m_investigation, &Investigation::collectingChanged, this, &PictureWalk::waitForVerdict);
}

void PictureWalk::waitForVerdict()
{
    if (m_investigation.isCollecting() || m_investigation.isDiagnosing()
        || m_investigation.diagnosis().overall == Overall::NothingExamined) {
        return;
    }
    m_investigation.disconnect(this);
    arrive();
}

void PictureWalk::arrive()
{
    const Stop &stop = m_stops[m_at];
    m_language.setCode(stop.language);
    m_theme.setChoice(stop.dark ? ThemeChoice::Dark : ThemeChoice::Light);
    m_window.goTo(stop.place);
    m_settle.start();
}

void PictureWalk::takePicture()
{
    if (!m_window.isSettled()) {
        m_settle.start();
        return;
    }
    const Stop &stop = m_stops[m_at];
    const QString look = stop.dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString file =
        QStringLiteral("%1/%2-%3-%4.png").arg(m_folder, nameOf(stop.place), look, stop.language);
    m_written = m_window.grab().save(file) && m_written;
    if (++m_at < m_stops.size()) {
        arrive();
    } else {
        emit finished(m_written);
    }
}

} // namespace gordian::ui
