// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "evidence/evidenceview.h"

#include "evidence/evidenceeditor.h"
#include "shared/labels.h"
#include "shared/visibletext.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QtConcurrent>

namespace gordian::ui {

namespace {

constexpr qsizetype IndexedAtOnce = 1024 * 1024; // a millisecond; more is indexed away from the GUI thread
constexpr qsizetype LongLineBytes = 256 * 1024; // what one line may show when asked for all of it

} // namespace

void EvidenceView::open(const EvidenceRequest &request, const Phrases &phrases)
{
    m_request = request;
    m_limits = {};
    m_parts = evidenceParts(request.artifact);
    setPhrases(phrases);
    choosePart(startingPart(m_parts, request.source.section, request.artifact));
}

void EvidenceView::setPhrases(const Phrases &phrases)
{
    const Artifact &artifact = m_request.artifact;
    const QString title = m_request.title.isEmpty() ? artifact.probe : m_request.title;
    m_title->setText(
        m_request.nodeName.isEmpty() ? title : tr("%1 on %2").arg(title, visibleText(m_request.nodeName)));
    m_command->setText(visibleLines(artifact.command).simplified());
    m_status->setText(evidenceStatus(artifact, phrases));
    const QString note = evidenceNote(artifact, phrases);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    const int chosen = m_part->currentIndex();
    const QSignalBlocker quiet(m_part);
    m_part->clear();
    for (const EvidencePart &part : std::as_const(m_parts)) {
        m_part->addItem(partTitle(part, phrases));
    }
    m_part->setCurrentIndex(chosen);
    m_part->setVisible(m_parts.size() > 1);
}

const EvidencePart *EvidenceView::part() const
{
    const int number = m_part->currentIndex();
    return number >= 0 && number < m_parts.size() ? &m_parts[number] : nullptr;
}

void EvidenceView::choosePart(int number)
{
    {
        const QSignalBlocker quiet(m_part);
        m_part->setCurrentIndex(number);
    }
    const EvidencePart *chosen = part();
    if (!chosen) {
        return;
    }
    m_search.stop();
    m_hit = -1;
    m_highlighter->setDefinition(chosen->kind == EvidencePart::Kind::Errors
                                     ? QString()
                                     : syntaxDefinition(m_request.syntax, chosen->name));
    index(chosen->kind == EvidencePart::Kind::Errors ? m_request.artifact.errors : m_request.artifact.output);
}

void EvidenceView::index(const QByteArray &bytes)
{
    if (bytes.constData() == m_index.bytes().constData() && bytes.size() == m_index.bytes().size()
        && !m_indexing) {
        indexed(m_index);
        return;
    }
    if (bytes.size() <= IndexedAtOnce) {
        m_indexing = false;
        indexed(LineIndex(bytes));
        return;
    }
    m_indexing = true;
    m_editor->setPage({});
    m_editor->setPlaceholderText(tr("Reading…"));
    m_indexer.setFuture(QtConcurrent::run([bytes] { return LineIndex(bytes); }));
}

void EvidenceView::indexed(const LineIndex &index)
{
    m_index = index;
    m_editor->setPlaceholderText({});
    const EvidencePart *chosen = part();
    if (!chosen) {
        return;
    }
    m_within = linesOf(*chosen);
    const SourceRef &source = m_request.source;
    const bool marks = source.firstLine > 0 && chosen->kind != EvidencePart::Kind::Errors;
    m_editor->setMarked(marks ? LineRange{source.firstLine, std::max(source.firstLine, source.lastLine)}
                              : LineRange());
    showPage(pageAround(m_index, m_within, marks ? source.firstLine : m_within.first, m_limits));
    if (marks) {
        m_editor->goToLine(source.firstLine);
    }
    startSearch();
}

LineRange EvidenceView::linesOf(const EvidencePart &part) const
{
    if (part.kind != EvidencePart::Kind::Section) {
        return {1, m_index.count()};
    }
    if (part.length <= 0) {
        return {};
    }
    return {m_index.lineAt(part.offset), m_index.lineAt(part.offset + part.length - 1)};
}

void EvidenceView::showPage(const EvidencePage &page)
{
    m_editor->setPage(page);
    updatePager();
}

void EvidenceView::showEarlier()
{
    const int first = m_editor->page().range.first;
    if (first > m_within.first) {
        showPage(pageUpTo(m_index, m_within, first - 1, m_limits));
        m_editor->goToLine(first - 1);
    }
}

void EvidenceView::showLater()
{
    const int last = m_editor->page().range.last;
    if (last < m_within.last) {
        showPage(pageFrom(m_index, m_within, last + 1, m_limits));
    }
}

void EvidenceView::startSearch()
{
    const SearchQuery query{m_find->text(), m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive};
    m_hit = -1;
    m_editor->setQuery(query);
    if (query.text.isEmpty() || m_indexing) {
        m_search.stop();
    } else {
        m_search.start(m_index, m_within, query);
    }
    updateCount();
}

void EvidenceView::goToHit(int number)
{
    const QVector<SearchHit> &hits = m_search.hits();
    if (hits.isEmpty()) {
        return;
    }
    m_hit = int((number + hits.size()) % hits.size());
    const SearchHit &hit = hits[m_hit];
    if (!m_editor->page().range.contains(hit.line)) {
        showPage(pageAround(m_index, m_within, hit.line, m_limits));
    }
    m_editor->goToHit(hit);
    updateCount();
}

// The first match at or after what is on the screen, so that the search does not jump away from it.
void EvidenceView::findNext()
{
    if (m_hit >= 0) {
        goToHit(m_hit + 1);
        return;
    }
    const QVector<SearchHit> &hits = m_search.hits();
    const int visible = m_editor->firstVisibleLine();
    for (int number = 0; number < hits.size(); ++number) {
        if (hits[number].line >= visible) {
            goToHit(number);
            return;
        }
    }
    goToHit(0);
}

void EvidenceView::findPrevious()
{
    goToHit(m_hit < 0 ? -1 : m_hit - 1);
}

void EvidenceView::focusSearch()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

QString EvidenceView::markdown() const
{
    return evidenceMarkdown(m_request.artifact, m_request.nodeName, m_index, m_editor->chosenLines());
}

void EvidenceView::copyAsMarkdown()
{
    QGuiApplication::clipboard()->setText(markdown());
}

void EvidenceView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_find->hasFocus() && !m_find->text().isEmpty()) {
            m_find->clear();
        } else {
            emit closeRequested();
        }
        return;
    }
    if (event->key() == Qt::Key_Slash || event->matches(QKeySequence::Find)) {
        focusSearch();
        return;
    }
    if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious)) {
        event->matches(QKeySequence::FindNext) ? findNext() : findPrevious();
        return;
    }
    if (event->matches(QKeySequence::ZoomIn) || event->matches(QKeySequence::ZoomOut)) {
        m_editor->zoom(event->matches(QKeySequence::ZoomIn) ? 1 : -1);
        return;
    }
    QWidget::keyPressEvent(event);
}

void EvidenceView::updatePager()
{
    const LineRange &shown = m_editor->page().range;
    const bool all = shown.first <= m_within.first && shown.last >= m_within.last;
    const bool cut = m_editor->page().cutLines > 0 && m_limits.lineBytes < LongLineBytes;
    m_pager->setVisible(!all || cut);
    m_earlier->setVisible(!all);
    m_later->setVisible(!all);
    m_earlier->setEnabled(shown.first > m_within.first);
    m_later->setEnabled(shown.last < m_within.last);
    m_whole->setVisible(cut);
    const QLocale locale;
    m_range->setText(all ? tr("Very long lines are shown in part.")
                         : tr("Lines %1–%2 of %3 are shown.")
                               .arg(locale.toString(shown.first), locale.toString(shown.last),
                                    locale.toString(m_within.last)));
}

} // namespace gordian::ui
