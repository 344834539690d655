// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the inspector reads like: HTML of the toolkit's subset, made of values. Everything from a node is
// escaped and made visible first. Links are "evidence:N" (into InspectorPage::evidence), "vertex:ID",
// "cause:N", "copy:N". Pure but for tr(); GUI thread.

#include "findings/findingsnames.h"

#include <QPalette>

namespace gordian::ui {

/// What the inspector is about. Kept across diagnoses: the same subject is read on.
struct InspectorSubject {
    enum class Kind { Overview, Vertex, Cause };
    Kind kind = Kind::Overview;
    QString id; ///< vertex id, or cause id
    QString node; ///< of the cause
    friend bool operator==(const InspectorSubject &, const InspectorSubject &) = default;
};

struct InspectorPage {
    QString title;
    QString html;
    QVector<Evidence> evidence;
};

class InspectorWriter {
public:
    InspectorWriter(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases,
                    const QPalette &palette, const QString &monospace);
    InspectorPage write(const InspectorSubject &subject);

private:
    void overview();
    void vertex(const GraphVertex &shown);
    void cause(int number);
    void finding(const Finding &finding);
    void evidence(const QVector<Evidence> &pieces);
    void steps(const CauseVerdict &cause);
    void consequences(const CauseVerdict &cause);
    void remaining();
    /// In the overview the names and reasons will do.
    enum class Depth { Names, Evidence };
    void considered(Depth depth);
    QString findingLine(const Finding &finding) const;
    void alibis();
    void coverage();
    void needs(const GraphVertex &vertex);
    void heading(const QString &text);
    void paragraph(const QString &html);
    QString muted(const QString &text) const;
    QString healthMark(Health health) const;
    QString link(const QString &target, const QString &text) const;
    QString vertexLink(const QString &id, const QString &text) const;
    QString local(const LocalText &text) const;

    const Diagnosis &m_diagnosis;
    const FindingsNames &m_names;
    const Phrases &m_phrases;
    QString m_language;
    QPalette m_palette;
    QString m_monospace;
    InspectorPage m_page;
};

} // namespace gordian::ui
