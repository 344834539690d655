// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walks the window through its places in each look and language and writes a picture of each: for the
// documents, and for a machine without a display. Starts once the case is judged; owned by main(), GUI
// thread.

#include "shell/place.h"

#include <QObject>
#include <QTimer>
#include <QVector>

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;
class MainWindow;
class Theme;

class PictureWalk : public QObject {
    Q_OBJECT

public:
    PictureWalk(MainWindow &window, Investigation &investigation, Language &language, Theme &theme,
                QString folder, QObject *parent = nullptr);

    void start();

signals:
    /// `written` is false as soon as one picture could not be written.
    void finished(bool written);

private:
    struct Stop {
        Place place = Place::Connect;
        bool dark = false;
        QString language;
    };

    void waitForVerdict();
    void arrive();
    void takePicture();

    MainWindow &m_window;
    Investigation &m_investigation;
    Language &m_language;
    Theme &m_theme;
    QString m_folder;
    QVector<Stop> m_stops;
    int m_at = 0;
    bool m_written = true;
    QTimer m_settle;
};

} // namespace gordian::ui
