// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fifth place: the report as it will be, in which language, and where to. Rendering runs on a worker so
// that a large case does not hold the window. Owned by the main window; GUI thread; the investigation and the
// language outlive it.

#include "report/documentpieces.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class EmptyState;
class Language;
class ReportPreview;
class TextLabel;

class ReportPage : public QWidget {
    Q_OBJECT

public:
    enum class Form { Html, Pdf, Markdown, Json };

    ReportPage(Investigation &investigation, Language &language, QWidget *parent = nullptr);
    /// Waits for what is being written: a report cut short would look like a whole one.
    ~ReportPage() override;

    /// Writes there; done() or the problem is told.
    void writeTo(Form form, const QString &path);

    /// What is shown is what is known: nothing is being rendered, nothing waits to be.
    bool isSettled() const;

public slots:
    void chooseAndExport(gordian::ui::ReportPage::Form form);
    void exportHtml();
    void copyAsMarkdown() const;

signals:
    void connectRequested();
    void written(const QString &path);
    void problemFound(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildUi();
    QWidget *buildAside();
    void connectSignals();
    void retranslate();
    void retranslateButtons();
    void refreshSoon();
    void refresh();
    ReportOptions options() const;
    QString suggestedName(Form form) const;
    void tellWritten(const QString &path);
    void tellExports();

    Investigation &m_investigation;
    Language &m_language;
    QTimer m_refresh;
    QFutureWatcher<QVector<DocumentPiece>> m_preview;
    bool m_stale = true; ///< changed since the preview was made
    QString m_lastPath;
    QString m_writingTo;
    int m_writing = 0; ///< exports under way
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QPushButton *m_emptyAction;
    ReportPreview *m_browser;
    TextLabel *m_title;
    TextLabel *m_hint;
    TextLabel *m_languageLabel;
    QComboBox *m_reportLanguage;
    QCheckBox *m_embed;
    TextLabel *m_embedHint;
    QPushButton *m_html;
    QPushButton *m_pdf;
    QPushButton *m_markdown;
    QPushButton *m_json;
    QPushButton *m_copy;
    TextLabel *m_writtenTo;
    QProgressBar *m_busy;
    QPushButton *m_openFolder;
};

} // namespace gordian::ui
