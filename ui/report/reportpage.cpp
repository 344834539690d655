// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "report/reportpage.h"

#include "report/reportjob.h"
#include "report/reportpreview.h"
#include "shared/emptystate.h"
#include "shared/filedialogs.h"
#include "shared/labels.h"
#include "shared/language.h"
#include "shared/metrics.h"

#include "session/investigation.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace gordian::ui {

namespace {

constexpr int RefreshMilliseconds = 300;
constexpr int AsideWidth = 280;

QString ending(ReportPage::Form form)
{
    switch (form) {
    case ReportPage::Form::Pdf:
        return QStringLiteral("pdf");
    case ReportPage::Form::Markdown:
        return QStringLiteral("md");
    case ReportPage::Form::Json:
        return QStringLiteral("json");
    case ReportPage::Form::Html:
        break;
    }
    return QStringLiteral("html");
}

} // namespace

ReportPage::ReportPage(Investigation &investigation, Language &language, QWidget *parent)
    : QWidget(parent),
      m_investigation(investigation),
      m_language(language),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(QStringLiteral("report"), this)),
      m_emptyAction(m_empty->addButton()),
      m_browser(new ReportPreview(this)),
      m_title(new TextLabel(FontRole::Title, this)),
      m_hint(new TextLabel(FontRole::Body, this)),
      m_languageLabel(new TextLabel(FontRole::Strong, this)),
      m_reportLanguage(new QComboBox(this)),
      m_embed(new QCheckBox(this)),
      m_embedHint(new TextLabel(FontRole::Small, this)),
      m_html(new QPushButton(this)),
      m_pdf(new QPushButton(this)),
      m_markdown(new QPushButton(this)),
      m_json(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_writtenTo(new TextLabel(FontRole::Small, this)),
      m_busy(new QProgressBar(this)),
      m_openFolder(new QPushButton(this))
{
    setObjectName(QStringLiteral("reportPage"));
    buildUi();
    connectSignals();
    retranslate();
}

ReportPage::~ReportPage()
{
    m_preview.waitForFinished();
    const auto jobs = findChildren<QFutureWatcherBase *>();
    for (QFutureWatcherBase *job : jobs) {
        job->waitForFinished();
    }
}

void ReportPage::buildUi()
{
    auto *work = new QWidget(m_stack);
    auto *row = new QHBoxLayout(work);
    row->setContentsMargins(Wide, Roomy, Wide, Roomy);
    row->setSpacing(Roomy);
    row->addWidget(m_browser, 1);
    row->addWidget(buildAside());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QWidget *ReportPage::buildAside()
{
    auto *aside = new QFrame(this);
    makeCard(aside);
    aside->setFixedWidth(AsideWidth);
    makePrimary(m_html);
    makeQuiet(m_openFolder);
    m_html->setObjectName(QStringLiteral("exportHtml"));
    m_pdf->setObjectName(QStringLiteral("exportPdf"));
    m_markdown->setObjectName(QStringLiteral("exportMarkdown"));
    m_json->setObjectName(QStringLiteral("exportJson"));
    m_copy->setObjectName(QStringLiteral("copyMarkdown"));
    m_hint->setMuted(true);
    m_embedHint->setMuted(true);
    m_writtenTo->setMuted(true);
    m_embed->setChecked(true);
    m_reportLanguage->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_reportLanguage->addItem(QStringLiteral("Русский"), QStringLiteral("ru"));
    m_reportLanguage->setCurrentIndex(m_reportLanguage->findData(m_language.code()));
    m_languageLabel->setBuddy(m_reportLanguage);
    auto *column = new QVBoxLayout(aside);
    column->setContentsMargins(Roomy, Roomy, Roomy, Roomy);
    column->setSpacing(Tight);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(Hair);
    column->addWidget(m_languageLabel);
    column->addWidget(m_reportLanguage);
    column->addWidget(m_embed);
    column->addWidget(m_embedHint);
    column->addSpacing(Tight);
    for (QPushButton *button : {m_html, m_pdf, m_markdown, m_json, m_copy}) {
        column->addWidget(button);
    }
    column->addSpacing(Hair);
    column->addWidget(m_writtenTo);
    column->addWidget(m_busy);
    column->addWidget(m_openFolder, 0, Qt::AlignLeft);
    column->addStretch();
    m_busy->setObjectName(QStringLiteral("exportBusy"));
    m_busy->setRange(0, 0); // how long it takes is not known
    m_busy->setTextVisible(false);
    m_busy->hide();
    m_writtenTo->hide();
    m_openFolder->hide();
    return aside;
}

void ReportPage::connectSignals()
{
    connect(m_emptyAction, &QPushButton::clicked, this, &ReportPage::connectRequested);
    connect(m_html, &QPushButton::clicked, this, [this] { chooseAndExport(Form::Html); });
    connect(m_pdf, &QPushButton::clicked, this, [this] { chooseAndExport(Form::Pdf); });
    connect(m_markdown, &QPushButton::clicked, this, [this] { chooseAndExport(Form::Markdown); });
    connect(m_json, &QPushButton::clicked, this, [this] { chooseAndExport(Form::Json); });
    connect(m_copy, &QPushButton::clicked, this, &ReportPage::copyAsMarkdown);
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_lastPath).absolutePath())); });
    connect(m_reportLanguage, &QComboBox::currentIndexChanged, this, &ReportPage::refreshSoon);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &ReportPage::refresh);
    connect(&m_investigation, &Investigation::diagnosisChanged, this, &ReportPage::refreshSoon);
    connect(&m_investigation, &Investigation::caseReplaced, this, &ReportPage::refreshSoon);
    connect(&m_investigation, &Investigation::nodesChanged, this, &ReportPage::refreshSoon);
    connect(&m_preview, &QFutureWatcherBase::finished, this,
            [this] { m_browser->setPieces(m_preview.result()); });
}

void ReportPage::refreshSoon()
{
    m_stale = true;
    m_stack->setCurrentIndex(m_investigation.currentCase().nodes.isEmpty() ? 0 : 1);
    if (isVisible()) {
        m_refresh.start();
    }
}

void ReportPage::refresh()
{
    m_stack->setCurrentIndex(m_investigation.currentCase().nodes.isEmpty() ? 0 : 1);
    if (!m_stale || m_investigation.currentCase().nodes.isEmpty()) {
        return;
    }
    m_stale = false;
    m_preview.setFuture(renderPreview(m_investigation, options()));
}

bool ReportPage::isSettled() const
{
    const bool nothingToShow = m_investigation.currentCase().nodes.isEmpty();
    return !m_refresh.isActive() && !m_preview.isRunning() && m_browser->isSettled()
        && (nothingToShow || !m_stale);
}

void ReportPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

ReportOptions ReportPage::options() const
{
    ReportOptions options;
    options.language = m_reportLanguage->currentData().toString();
    options.embedCase = m_embed->isChecked();
    return options;
}

QString ReportPage::suggestedName(Form form) const
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w.-]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QString name = m_investigation.currentCase().title;
    name.replace(unfit, QStringLiteral("-"));
    if (name.isEmpty()) {
        name = QStringLiteral("gordian");
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return folder.filePath(name + QLatin1Char('.') + ending(form));
}

void ReportPage::chooseAndExport(Form form)
{
    if (m_investigation.currentCase().nodes.isEmpty()) {
        emit problemFound(tr("There is nothing to report yet. Connect to a machine or open a file first."));
        return;
    }
    chooseTarget(this, tr("Write the report to"), suggestedName(form), tr("Report (*.%1)").arg(ending(form)),
                 [this, form](const QString &path) { writeTo(form, path); });
}

void ReportPage::exportHtml()
{
    chooseAndExport(Form::Html);
}

void ReportPage::writeTo(Form form, const QString &path)
{
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        --m_writing;
        const Result<void> result = watcher->result();
        if (result) {
            tellWritten(path);
        } else {
            tellExports();
            emit problemFound(m_language.phrases().error(result.error()));
        }
    });
    ++m_writing;
    m_writingTo = path;
    tellExports();
    watcher->setFuture(renderAndWrite(m_investigation, options(), form, path));
}

void ReportPage::tellWritten(const QString &path)
{
    m_lastPath = path;
    tellExports();
    emit written(path);
}

void ReportPage::tellExports()
{
    const bool busy = m_writing > 0;
    m_writtenTo->setText(busy ? tr("Writing %1…").arg(QFileInfo(m_writingTo).fileName())
                              : tr("Written to %1").arg(m_lastPath));
    m_writtenTo->setVisible(busy || !m_lastPath.isEmpty());
    m_busy->setVisible(busy);
    m_openFolder->setVisible(!busy && !m_lastPath.isEmpty());
}

void ReportPage::copyAsMarkdown() const
{
    const ReportInput input{m_investigation.currentCase(), m_investigation.diagnosis(),
                            m_investigation.knowledge()};
    QGuiApplication::clipboard()->setText(QString::fromUtf8(renderMarkdown(input, options())));
}

void ReportPage::retranslate()
{
    m_empty->setTexts(
        tr("No report yet"),
        tr("It writes itself while Gordian collects: the verdict, its proof, what was asked and what was "
           "not. Connect to a machine or open a file first."));
    m_emptyAction->setText(tr("Go to &Connect"));
    m_emptyAction->setAccessibleName(tr("Go to Connect"));
    m_title->setText(tr("Hand it over"));
    m_hint->setText(
        tr("One file that opens in any browser, without a network. Keys, Secrets and passwords are never in "
           "it; names and addresses are."));
    m_languageLabel->setText(tr("Language of the report"));
    m_reportLanguage->setAccessibleName(tr("Language of the report"));
    m_embed->setText(tr("&Put the case inside"));
    m_embed->setAccessibleName(tr("Put the case inside the report"));
    m_embedHint->setText(tr("Whoever gets the report can open it with Gordian and look further."));
    m_browser->setAccessibleName(tr("The report as it will be"));
    retranslateButtons();
}

void ReportPage::retranslateButtons()
{
    const QString exporting = tr("Export as %1");
    m_html->setText(tr("&Export HTML…"));
    m_html->setAccessibleName(exporting.arg(QStringLiteral("HTML")));
    m_pdf->setText(tr("PD&F…"));
    m_pdf->setAccessibleName(exporting.arg(QStringLiteral("PDF")));
    m_markdown->setText(tr("&Markdown…"));
    m_markdown->setAccessibleName(exporting.arg(QStringLiteral("Markdown")));
    m_json->setText(tr("&JSON…"));
    m_json->setAccessibleName(exporting.arg(QStringLiteral("JSON")));
    m_copy->setText(tr("&Copy for a ticket"));
    m_copy->setAccessibleName(tr("Copy the report as Markdown for a ticket"));
    m_openFolder->setText(tr("Open the &folder"));
    m_openFolder->setAccessibleName(tr("Open the folder of the report"));
    m_busy->setAccessibleName(tr("A report is being written"));
    tellExports();
}

void ReportPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_reportLanguage->setCurrentIndex(m_reportLanguage->findData(m_language.code()));
        retranslate();
    }
}

} // namespace gordian::ui
