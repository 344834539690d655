// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small packs and cases for tests: each as short as what it shows. Plain values.

#include "core/case.h"
#include "knowledge/knowledgebase.h"

namespace gordian::test {

/// {"en": text, "ru": text}
QString both(const QString &text);

class PackBuilder {
public:
    PackBuilder &component(const QString &id, int layer, const QStringList &needs = {},
                           const QString &more = {});
    PackBuilder &probe(const QString &id, const QString &component, const QString &more = {});
    /// A fact that each line "KEY=VALUE" of the probe gives, KEY being the last word of the fact's key.
    PackBuilder &fact(const QString &key, const QString &type, const QString &probe,
                      const QString &more = {});
    PackBuilder &signature(const QString &id, const QString &component, const QString &pattern,
                           const QString &more = {});
    PackBuilder &check(const QString &id, const QString &component, const QString &outcomes,
                       const QString &otherwise, const QString &more = {});
    PackBuilder &cause(const QString &id, const QString &component, const QString &more);
    PackBuilder &raw(const QString &list, const QString &object);

    QByteArray json() const;
    QVector<PackSource> sources() const;
    /// Must succeed; the test ends otherwise.
    KnowledgeBase load() const;

private:
    QMap<QString, QStringList> m_lists;
};

/// {"if": condition, "health": health, "says": both(says)}
QString outcome(const QString &condition, const QString &health, const QString &says);
QString otherwise(const QString &health, const QString &says);

class CaseBuilder {
public:
    explicit CaseBuilder(const QString &node = QStringLiteral("cp1"));
    CaseBuilder &node(const QString &id);
    CaseBuilder &answer(const QString &probe, const QByteArray &output);
    CaseBuilder &silence(const QString &probe, ArtifactState state);
    CaseBuilder &section(const QString &probe, const QString &name, const QByteArray &output);
    Case &made() { return m_case; }

private:
    Case m_case;
    QString m_node;
};

/// 2024-03-16T12:00:00Z: when cases of CaseBuilder were collected.
QDateTime collectionTime();

} // namespace gordian::test
