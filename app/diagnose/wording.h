// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fills the packs' sentences with what was found, and turns grounds into evidence. Plain functions over the
// books; any thread that may read them.

#include "diagnose/evaluator.h"

#include <optional>

namespace gordian {

class Wording {
public:
    Wording(const FactBook &facts, const LogBook &log) : m_facts(facts), m_log(log) { }

    /// Placeholders take the facts of the grounds first, then the node's; "?" where there is none.
    LocalText fill(const LocalText &text, const QString &node, const QString &component,
                   const Grounds &grounds) const;
    static QString nothing() { return QStringLiteral("?"); }
    /// The same for a command: values are quoted for the shell.
    QString fillCommand(const QString &command, const QString &node, const QString &component,
                        const Grounds &grounds) const;

    /// The same without quotes. Nothing where a placeholder has no value, several, or one that is no plain
    /// word: a name of a file must not be guessed.
    enum class Quoting { None, Pattern /* of RE2 */ };
    std::optional<QString> fillPlain(const QString &text, const QString &node, const QString &component,
                                     const Grounds &grounds, Quoting quoting = Quoting::None) const;

    QVector<Evidence> evidence(const Grounds &grounds) const;
    Evidence evidence(const Fact &fact) const;
    Evidence evidence(const SeenGround &seen) const;
    /// Decoded and cut: at most a dozen lines of at most 2,000 characters.
    QStringList lines(const Artifact &artifact, int first, int last) const;

private:
    /// Braces with another name in them are the shell's.
    bool isPlaceholder(const QString &name) const;
    QString value(const QString &placeholder, const QString &node, const QString &component,
                  const Grounds &grounds) const;
    QString nodeName(const QString &node) const;
    QString otherValue(const QString &name, const Grounds &grounds) const;
    QString factValue(const QString &key, const QString &node, const Grounds &grounds) const;

    const FactBook &m_facts;
    const LogBook &m_log;
};

} // namespace gordian
