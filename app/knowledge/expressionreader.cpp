// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/expressionreader.h"

#include "knowledge/pattern.h"

#include <QRegularExpression>

namespace gordian {

namespace {

constexpr int kMaximumDepth = 20;

struct TestWord {
    const char *word;
    Expression::Test test;
};

constexpr TestWord kTests[] = {
    {"exists", Expression::Test::Exists},
    {"is", Expression::Test::Is},
    {"isnt", Expression::Test::IsNot},
    {"in", Expression::Test::In},
    {"notIn", Expression::Test::NotIn},
    {"matches", Expression::Test::Matches},
    {"contains", Expression::Test::Contains},
    {"atLeast", Expression::Test::AtLeast},
    {"atMost", Expression::Test::AtMost},
    {"above", Expression::Test::Above},
    {"below", Expression::Test::Below},
    {"sameAs", Expression::Test::SameAs},
    {"differsFrom", Expression::Test::DiffersFrom},
    {"newerThan", Expression::Test::NewerThan},
    {"olderThan", Expression::Test::OlderThan},
};

bool isOfVersions(Expression::Test test)
{
    return test == Expression::Test::NewerThan || test == Expression::Test::OlderThan;
}

bool isComparison(Expression::Test test)
{
    return test == Expression::Test::SameAs || test == Expression::Test::DiffersFrom || isOfVersions(test);
}

class Reader {
public:
    explicit Reader(QVector<Reference> &references) : m_references(references) { }

    ExpressionPtr read(const Cursor &at, int depth) const;

private:
    ExpressionPtr readGroup(const Cursor &at, const char *key, Expression::Kind kind, int depth) const;
    ExpressionPtr readNot(const Cursor &at, int depth) const;
    ExpressionPtr readFact(const Cursor &at) const;
    ExpressionPtr readSeen(const Cursor &at) const;
    ExpressionPtr readFinding(const Cursor &at) const;
    void readTest(const Cursor &at, Expression &fact) const;
    void readOperands(const Cursor &at, Expression &fact) const;
    void readOther(const Cursor &at, const char *word, Expression &fact) const;
    static void readOf(const Cursor &at, Expression &fact);
    static Expression::Where place(const Cursor &at, const char *key, const QStringList &more = {});

    QVector<Reference> &m_references;
};

Expression::Where Reader::place(const Cursor &at, const char *key, const QStringList &more)
{
    static const QHash<QString, Expression::Where> places{
        {QStringLiteral("anyNode"), Expression::Where::AnyNode},
        {QStringLiteral("otherNode"), Expression::Where::OtherNode},
        {QStringLiteral("mostNodes"), Expression::Where::MostNodes}};
    const QString same = QStringLiteral("sameNode");
    const QStringList words =
        QStringList{same, QStringLiteral("anyNode"), QStringLiteral("otherNode")} + more;
    return places.value(at.oneOf(key, words, same), Expression::Where::SameNode);
}

ExpressionPtr Reader::readGroup(const Cursor &at, const char *key, Expression::Kind kind, int depth) const
{
    at.object({key});
    Expression group;
    group.kind = kind;
    const auto parts = at.child(key).items();
    if (at.child(key).json().is_array() && parts.isEmpty()) {
        at.child(key).error(QStringLiteral("needs at least one condition"));
    }
    for (const Cursor &part : parts) {
        if (auto child = read(part, depth + 1)) {
            group.children.append(child);
        }
    }
    return group.children.isEmpty() ? nullptr : std::make_shared<const Expression>(group);
}

ExpressionPtr Reader::readNot(const Cursor &at, int depth) const
{
    at.object({"not"});
    auto child = read(at.child("not"), depth + 1);
    if (!child) {
        return nullptr;
    }
    Expression negated;
    negated.kind = Expression::Kind::Not;
    negated.children.append(child);
    return std::make_shared<const Expression>(negated);
}

void Reader::readOperands(const Cursor &at, Expression &fact) const
{
    switch (fact.test) {
    case Expression::Test::In:
    case Expression::Test::NotIn:
        for (const Cursor &item : at.items()) {
            if (const auto value = item.scalar()) {
                fact.values.append(*value);
            }
        }
        if (fact.values.isEmpty()) {
            at.error(QStringLiteral("needs at least one value"));
        }
        return;
    case Expression::Test::Exists:
        if (!at.json().is_boolean()) {
            at.error(QStringLiteral("must be true or false"));
            return;
        }
        break;
    case Expression::Test::AtLeast:
    case Expression::Test::AtMost:
    case Expression::Test::Above:
    case Expression::Test::Below:
        if (at.json().is_boolean()) {
            at.error(QStringLiteral("must be a number, or a moment as text"));
            return;
        }
        break;
    default:
        break;
    }
    if (const auto value = at.scalar()) {
        fact.values.append(*value);
    }
}

/// The key of another fact; or, of versions, a version, which begins with a digit as no key does.
void Reader::readOther(const Cursor &at, const char *word, Expression &fact) const
{
    const Cursor operand = at.child(word);
    const QString other = at.text(word, Presence::Required);
    if (!isOfVersions(fact.test) || other.isEmpty() || !other.front().isDigit()) {
        fact.otherKey = other;
        m_references.append({Reference::Kind::Fact, other, operand.place()});
        return;
    }
    static const QRegularExpression version(QStringLiteral("^[0-9]{1,4}(\\.[0-9]{1,5}){1,2}$"));
    if (!version.match(other).hasMatch()) {
        operand.error(QStringLiteral("not a version: \"%1\" (\"1.28\" or \"1.28.3\")").arg(other));
    }
    fact.values.append(other);
}

void Reader::readOf(const Cursor &at, Expression &fact)
{
    if (fact.otherKey.isEmpty()) {
        for (const char *word : {"of", "ofSubject"}) {
            if (at.has(word)) {
                at.child(word).error(QStringLiteral("\"%1\" says nothing where no other fact is compared")
                                         .arg(QLatin1String(word)));
            }
        }
    }
    fact.of = place(at, "of", {QStringLiteral("mostNodes")});
    fact.ofSubject = at.text("ofSubject");
    const bool itself = fact.otherKey == fact.id && fact.of == Expression::Where::SameNode;
    if (itself && !fact.otherKey.isEmpty() && fact.ofSubject.isEmpty()) {
        at.child("fact").error(
            QStringLiteral("\"%1\" is compared with itself: say \"of\" which node").arg(fact.id));
    }
    if (at.has("byMinors")) {
        fact.byMinors = at.integer("byMinors", 1, 1, 1000);
        if (!isOfVersions(fact.test)) {
            at.child("byMinors")
                .error(QStringLiteral("only versions differ by minors: newerThan, olderThan"));
        }
    }
}

void Reader::readTest(const Cursor &at, Expression &fact) const
{
    int tests = 0;
    for (const TestWord &known : kTests) {
        if (!at.has(known.word)) {
            continue;
        }
        if (++tests > 1) {
            at.child(known.word).error(QStringLiteral("a second test; use \"all\" for several"));
            return;
        }
        fact.test = known.test;
        const Cursor operand = at.child(known.word);
        if (isComparison(known.test)) {
            readOther(at, known.word, fact);
        } else {
            readOperands(operand, fact);
        }
        if (known.test == Expression::Test::Matches && !fact.values.isEmpty()) {
            const QString mistake = patternMistake(displayValue(fact.values.first()));
            if (!mistake.isEmpty()) {
                operand.error(mistake);
            }
        }
    }
    if (tests == 0) {
        at.error(QStringLiteral(
            "no test: one of is, isnt, in, notIn, matches, contains, atLeast, atMost, above, below, "
            "sameAs, differsFrom, newerThan, olderThan, exists"));
    }
    readOf(at, fact);
}

ExpressionPtr Reader::readFact(const Cursor &at) const
{
    at.object({"fact",        "subject",   "every",     "where",   "exists",    "is",      "isnt",  "in",
               "notIn",       "matches",   "contains",  "atLeast", "atMost",    "above",   "below", "sameAs",
               "differsFrom", "newerThan", "olderThan", "of",      "ofSubject", "byMinors"});
    Expression fact;
    fact.kind = Expression::Kind::Fact;
    fact.id = at.text("fact", Presence::Required);
    m_references.append({Reference::Kind::Fact, fact.id, at.child("fact").place()});
    fact.subject = at.text("subject");
    fact.quantifier = at.flag("every", false) ? Expression::Quantifier::Every : Expression::Quantifier::Some;
    fact.where = place(at, "where");
    readTest(at, fact);
    if (fact.test == Expression::Test::Exists && fact.quantifier == Expression::Quantifier::Every) {
        at.child("every").error(QStringLiteral("\"every\" says nothing with \"exists\""));
    }
    return std::make_shared<const Expression>(fact);
}

ExpressionPtr Reader::readSeen(const Cursor &at) const
{
    at.object({"seen", "in", "atLeast", "withinMinutes", "history", "where"});
    Expression seen;
    seen.kind = Expression::Kind::Seen;
    seen.id = at.text("seen", Presence::Required);
    m_references.append({Reference::Kind::Signature, seen.id, at.child("seen").place()});
    seen.in = at.has("in") ? at.texts("in") : QStringList();
    for (const QString &probe : std::as_const(seen.in)) {
        m_references.append({Reference::Kind::Probe, probe, at.child("in").place()});
    }
    seen.atLeast = at.integer("atLeast", 1, 1, 1'000'000);
    if (at.has("withinMinutes")) {
        seen.withinMinutes = at.integer("withinMinutes", 10, 1, 60 * 24 * 366);
    }
    seen.history = at.flag("history", false);
    if (seen.history && seen.withinMinutes) {
        at.child("history").error(
            QStringLiteral("\"withinMinutes\" already counts lines from before the last start"));
    }
    seen.where = place(at, "where");
    return std::make_shared<const Expression>(seen);
}

ExpressionPtr Reader::readFinding(const Cursor &at) const
{
    at.object({"finding", "is", "where"});
    Expression finding;
    finding.kind = Expression::Kind::Finding;
    finding.id = at.text("finding", Presence::Required);
    m_references.append({Reference::Kind::Check, finding.id, at.child("finding").place()});
    finding.where = place(at, "where");
    const QStringList words{QStringLiteral("healthy"), QStringLiteral("degraded"), QStringLiteral("failed")};
    if (at.has("is") && at.child("is").json().is_string()) {
        finding.health = {at.oneOf("is", words, words.last())};
    } else if (at.require("is")) {
        finding.health = at.texts("is");
        for (const QString &word : std::as_const(finding.health)) {
            if (!words.contains(word)) {
                at.child("is").error(
                    QStringLiteral("\"%1\" is not one of: %2 (an unknown finding makes the condition "
                                   "unknown by itself)")
                        .arg(word, words.join(QStringLiteral(", "))));
            }
        }
        if (finding.health.isEmpty()) {
            at.child("is").error(QStringLiteral("needs at least one health"));
        }
    }
    return std::make_shared<const Expression>(finding);
}

ExpressionPtr Reader::read(const Cursor &at, int depth) const
{
    if (depth > kMaximumDepth) {
        at.error(QStringLiteral("nested deeper than %1").arg(kMaximumDepth));
        return nullptr;
    }
    if (at.json().is_boolean()) {
        if (!at.json().get<bool>()) {
            at.error(QStringLiteral("\"false\" can never hold"));
        }
        return std::make_shared<const Expression>();
    }
    if (at.has("all")) {
        return readGroup(at, "all", Expression::Kind::All, depth);
    }
    if (at.has("any")) {
        return readGroup(at, "any", Expression::Kind::Any, depth);
    }
    if (at.has("not")) {
        return readNot(at, depth);
    }
    if (at.has("fact")) {
        return readFact(at);
    }
    if (at.has("seen")) {
        return readSeen(at);
    }
    if (at.has("finding")) {
        return readFinding(at);
    }
    at.error(QStringLiteral("not a condition: needs all, any, not, fact, seen or finding, or is true"));
    return nullptr;
}

} // namespace

ExpressionPtr readExpression(const Cursor &at, QVector<Reference> &references)
{
    return Reader(references).read(at, 0);
}

} // namespace gordian
