// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The patterns of all signatures: what a line must hold before one is tried, and each compiled when it is
// first tried. Const and thread-safe.

#include "diagnose/digitruns.h"
#include "diagnose/literalscanner.h"
#include "diagnose/patternneeds.h"
#include "knowledge/knowledgebase.h"

#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

namespace gordian {

/// For bytes: a log need not be valid UTF-8.
RE2::Options lineOptions();

class SignaturePatterns {
    Q_DISABLE_COPY_MOVE(SignaturePatterns)

public:
    explicit SignaturePatterns(const QVector<Signature> &signatures);
    ~SignaturePatterns();

    std::size_t size() const { return m_all.size(); }
    /// False: any line may match.
    bool hasLiterals(int signature) const;
    bool matches(int signature, re2::StringPiece line) const;
    const RE2 &compiled(int signature) const;

    /// Calls `found(signature, held)` for each that a line of this shape may match since it holds a string
    /// that the pattern needs, if only with other digits or in an identifier, and whether `line` itself holds
    /// it. For some more than once.
    template <typename Found>
    void candidates(QByteArrayView line, QByteArrayView shape, bool holdsIdentifiers, Found found) const
    {
        m_scanner.scan(shape, [&](int literal, qsizetype start) {
            for (const Owner &owner : m_owners[std::size_t(literal)]) {
                found(owner.signature, owner.digits.isEmpty() || standsAt(line, start, owner.digits));
            }
        });
        for (const int signature : holdsIdentifiers ? m_inIdentifiers : m_none) {
            found(signature, true);
        }
    }
    /// False: no line of this shape can match.
    bool mayMatchShape(int signature, const ShapeText &shape, bool holdsIdentifiers) const;
    /// Can it decide whether a line matches what its digits are, or the characters of its identifiers?
    bool tellsApart(int signature, bool holdsIdentifiers) const;
    /// False: no line of `shape` matches, whatever its digits and identifiers are.
    bool isPossible(int signature, QByteArrayView shape) const;
    /// The places that decide whether a line matches for whose shape it is possible. None: all such lines
    /// match, or none does.
    std::vector<int> decidingPlaces(int signature, const ShapePlaces &places) const;

private:
    struct Single;
    struct Owner {
        int signature = 0;
        QByteArray digits; ///< the literal as it is, if it has digits
    };

    QVector<QByteArray> takeIn(const QVector<Signature> &signatures);
    QByteArray outside(const QByteArray &literal, int signature);

    std::vector<std::unique_ptr<Single>> m_all;
    std::vector<std::vector<Owner>> m_owners; ///< by literal's shape: who needs it or another
    std::vector<int> m_inIdentifiers; ///< those that need a string which may lie in an identifier
    std::vector<int> m_none;
    LiteralScanner m_scanner; ///< for the literals' shapes
};

} // namespace gordian
