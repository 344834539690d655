// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How the evidence viewer is put together and named.

#include "evidence/evidenceview.h"

#include "evidence/evidenceeditor.h"
#include "shared/icons.h"
#include "shared/labels.h"
#include "shared/metrics.h"
#include "shared/theme.h"
#include "shared/visibletext.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace gordian::ui {

namespace {

constexpr qsizetype LongLineBytes = 256 * 1024;

QToolButton *quietButton(const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    makeQuiet(button);
    return button;
}

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Hair);
    return row;
}

void nameButton(QToolButton *button, const QString &text, const QString &tip)
{
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
}

} // namespace

EvidenceView::EvidenceView(QWidget *parent)
    : QWidget(parent),
      m_title(new TextLabel(FontRole::Title)),
      m_command(new ElidedLabel),
      m_copyCommand(quietButton("evidenceCopyCommand")),
      m_close(quietButton("evidenceClose")),
      m_status(new TextLabel(FontRole::Small)),
      m_note(new TextLabel(FontRole::Small)),
      m_part(new QComboBox),
      m_find(new QLineEdit),
      m_count(new QLabel),
      m_previous(quietButton("evidencePrevious")),
      m_next(quietButton("evidenceNext")),
      m_case(quietButton("evidenceCase")),
      m_copy(quietButton("evidenceCopy")),
      m_editor(new EvidenceEditor),
      m_pager(new QWidget),
      m_earlier(quietButton("evidenceEarlier")),
      m_later(quietButton("evidenceLater")),
      m_whole(quietButton("evidenceWhole")),
      m_range(new QLabel),
      m_highlighter(std::make_unique<SyntaxColours>(m_editor->document()))
{
    auto *header = new QWidget;
    auto *tools = new QWidget;
    buildHeader(header);
    buildTools(tools);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Normal, Tight, Normal, Tight);
    column->setSpacing(Tight);
    column->addWidget(header);
    column->addWidget(tools);
    column->addWidget(m_editor, 1);
    column->addWidget(m_pager);
    setFocusProxy(m_editor);
    m_highlighter->setPalette(palette());
    connectSignals();
    retranslate();
    updateCount();
    m_pager->hide();
}

EvidenceView::~EvidenceView() = default;

void EvidenceView::buildHeader(QWidget *header)
{
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Hair);
    auto *first = rowIn(new QWidget);
    first->addWidget(m_title, 1);
    first->addWidget(m_close);
    auto *second = rowIn(new QWidget);
    useFont(m_command, FontRole::Mono);
    m_command->setObjectName(QStringLiteral("evidenceCommand"));
    second->addWidget(m_command, 1);
    second->addWidget(m_copyCommand);
    m_status->setMuted(true);
    m_status->setObjectName(QStringLiteral("evidenceStatus"));
    m_note->setObjectName(QStringLiteral("evidenceNote"));
    m_note->hide();
    column->addWidget(first->parentWidget());
    column->addWidget(second->parentWidget());
    column->addWidget(m_status);
    column->addWidget(m_note);
}

void EvidenceView::buildTools(QWidget *tools)
{
    auto *row = rowIn(tools);
    m_part->setObjectName(QStringLiteral("evidencePart"));
    m_part->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_part->setMinimumContentsLength(18);
    m_find->setObjectName(QStringLiteral("evidenceFind"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(260);
    m_count->setObjectName(QStringLiteral("evidenceCount"));
    m_case->setCheckable(true);
    row->addWidget(m_part);
    row->addWidget(m_find, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_case);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_copy);
    auto *pages = rowIn(m_pager);
    useFont(m_range, FontRole::Small);
    m_range->setObjectName(QStringLiteral("evidenceRange"));
    pages->addWidget(m_range);
    pages->addStretch(1);
    pages->addWidget(m_whole);
    pages->addWidget(m_earlier);
    pages->addWidget(m_later);
}

void EvidenceView::connectSignals()
{
    connect(m_close, &QToolButton::clicked, this, &EvidenceView::closeRequested);
    connect(m_copyCommand, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(visibleText(m_request.artifact.command)); });
    connect(m_copy, &QToolButton::clicked, this, &EvidenceView::copyAsMarkdown);
    connect(m_part, &QComboBox::currentIndexChanged, this, &EvidenceView::choosePart);
    connect(m_find, &QLineEdit::textChanged, this, &EvidenceView::startSearch);
    connect(m_find, &QLineEdit::returnPressed, this, &EvidenceView::findNext);
    connect(m_case, &QToolButton::toggled, this, &EvidenceView::startSearch);
    connect(m_next, &QToolButton::clicked, this, &EvidenceView::findNext);
    connect(m_previous, &QToolButton::clicked, this, &EvidenceView::findPrevious);
    connect(m_earlier, &QToolButton::clicked, this, &EvidenceView::showEarlier);
    connect(m_later, &QToolButton::clicked, this, &EvidenceView::showLater);
    connect(m_whole, &QToolButton::clicked, this, [this] {
        m_limits.lineBytes = LongLineBytes;
        showPage(pageFrom(m_index, m_within, m_editor->page().range.first, m_limits));
    });
    connect(&m_search, &EvidenceSearch::finished, this, &EvidenceView::updateCount);
    connect(&m_indexer, &QFutureWatcher<LineIndex>::finished, this, [this] {
        if (m_indexing) {
            m_indexing = false;
            indexed(m_indexer.result());
        }
    });
}

void EvidenceView::updateCount()
{
    const qsizetype hits = m_search.hits().size();
    const bool some = hits > 0;
    m_next->setEnabled(some);
    m_previous->setEnabled(some);
    if (m_find->text().isEmpty()) {
        m_count->clear();
    } else if (m_search.isRunning()) {
        m_count->setText(tr("searching…"));
    } else if (!some) {
        m_count->setText(tr("not found"));
    } else {
        const QString total = hits >= SearchLimit ? tr("more than %1").arg(hits) : QString::number(hits);
        m_count->setText(m_hit < 0 ? tr("found: %1").arg(total)
                                   : tr("%1 of %2").arg(QString::number(m_hit + 1), total));
    }
}

void EvidenceView::retranslate()
{
    nameButton(m_close, tr("Close"), tr("Close the evidence (Esc)"));
    nameButton(m_copyCommand, tr("Copy command"), tr("Copy the command"));
    nameButton(m_copy, tr("Copy as Markdown"), tr("Copy these lines with their numbers as Markdown"));
    nameButton(m_previous, QStringLiteral("↑"), tr("Previous match (Shift+F3)"));
    nameButton(m_next, QStringLiteral("↓"), tr("Next match (F3)"));
    nameButton(m_case, QStringLiteral("Aa"), tr("Match upper and lower case"));
    nameButton(m_earlier, tr("Earlier lines"), tr("Show the lines before these"));
    nameButton(m_later, tr("Later lines"), tr("Show the lines after these"));
    nameButton(m_whole, tr("Show more of long lines"), tr("Show up to 256 KiB of each line"));
    m_find->setPlaceholderText(tr("Find (/)"));
    m_find->setAccessibleName(tr("Find in this evidence"));
    m_part->setAccessibleName(tr("Part of the output"));
    m_part->setToolTip(tr("Part of the output"));
    m_editor->setAccessibleName(tr("Evidence text"));
    m_count->setAccessibleName(tr("Matches"));
}

void EvidenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateCount();
        updatePager();
    } else if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
    }
}

} // namespace gordian::ui
