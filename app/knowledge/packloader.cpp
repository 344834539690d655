// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/packloader.h"

#include "knowledge/expressionreader.h"
#include "knowledge/packdocument.h"
#include "knowledge/pattern.h"
#include "knowledge/syntaxes.h"

#include <QRegularExpression>

namespace gordian {

namespace {

const auto kWord = QStringLiteral("[a-z][a-z0-9]*(-[a-z0-9]+)*");
const auto kDotted = QStringLiteral("[a-z0-9]+([.-][a-z0-9]+)*");

Health healthOf(const QString &word)
{
    if (word == QLatin1String("healthy")) {
        return Health::Healthy;
    }
    if (word == QLatin1String("degraded")) {
        return Health::Degraded;
    }
    return word == QLatin1String("failed") ? Health::Failed : Health::Unknown;
}

QString mistakeIn(const QString &linePattern)
{
    return linePattern.isEmpty() ? QString() : linePatternMistake(linePattern);
}

} // namespace

void PackLoader::read(const QVector<PackSource> &sources)
{
    for (const PackSource &source : sources) {
        const Place place{source.pack, source.file, {}};
        if (const auto document = parsePackDocument(source.json, place, m_problems)) {
            readPack(Cursor(*document, place, m_problems));
        }
    }
    putSharedParts();
}

void PackLoader::readPack(const Cursor &pack)
{
    if (!pack.object({"schema", "pack", "components", "probes", "facts", "signatures", "checks", "causes",
                      "cycles", "remedies", "commands", "actions", "verifications"})) {
        return;
    }
    pack.require("schema");
    if (pack.has("schema") && pack.integer("schema", 1, 1, 1'000) != 1) {
        pack.child("schema").error(QStringLiteral("this Gordian reads schema 1"));
        return;
    }
    const QString name = pack.text("pack", Presence::Required);
    if (!name.isEmpty() && !pack.place().pack.isEmpty() && name != pack.place().pack) {
        pack.child("pack").error(
            QStringLiteral("must be \"%1\", the plugin's folder").arg(pack.place().pack));
    }
    using ReadOne = void (PackLoader::*)(const Cursor &);
    const std::pair<const char *, ReadOne> parts[] = {
        {"components", &PackLoader::readComponent},
        {"probes", &PackLoader::readProbe},
        {"facts", &PackLoader::readFact},
        {"signatures", &PackLoader::readSignature},
        {"checks", &PackLoader::readCheck},
        {"causes", &PackLoader::readCause},
        {"cycles", &PackLoader::readCycle},
        {"remedies", &PackLoader::readRemedy},
        {"commands", &PackLoader::readSharedCommand},
        {"actions", &PackLoader::readSharedAction},
        {"verifications", &PackLoader::readSharedVerification},
    };
    for (const auto &[key, readOne] : parts) {
        for (const Cursor &item : pack.items(key)) {
            (this->*readOne)(item);
        }
    }
}

QString PackLoader::id(const Cursor &at, const char *key, const QString &kind, const QString &form)
{
    QString value = at.text(key, Presence::Required);
    if (value.isEmpty()) {
        return value;
    }
    static const QRegularExpression word(QRegularExpression::anchoredPattern(kWord));
    static const QRegularExpression dotted(QRegularExpression::anchoredPattern(kDotted));
    if (!(form == kWord ? word : dotted).match(value).hasMatch()) {
        at.child(key).error(QStringLiteral("\"%1\" is not of the form %2").arg(value, form));
    }
    const QString name = kind + QLatin1Char(' ') + value;
    const auto earlier = m_notes.places.constFind(name);
    if (earlier != m_notes.places.cend()) {
        at.child(key).error(
            QStringLiteral("%1 is already declared in %2 at %3").arg(name, earlier->file, earlier->pointer));
    } else {
        m_notes.places.insert(name, at.place());
    }
    return value;
}

QString PackLoader::component(const Cursor &at, const char *key)
{
    QString value = at.text(key, Presence::Required);
    if (!value.isEmpty()) {
        m_notes.references.append({Reference::Kind::Component, value, at.child(key).place()});
    }
    return value;
}

QStringList PackLoader::references(const Cursor &at, const char *key, Reference::Kind kind)
{
    QStringList ids = at.texts(key);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        m_notes.references.append({kind, ids.at(i), at.child(key).place().at(i)});
    }
    return ids;
}

ExpressionPtr PackLoader::expression(const Cursor &at, const char *key)
{
    return at.has(key) ? readExpression(at.child(key), m_notes.references) : nullptr;
}

LocalText PackLoader::sentence(const Cursor &at, const char *key, Presence presence,
                               const QVector<ExpressionPtr> &conditions)
{
    LocalText text = at.local(key, presence);
    if (!text.isEmpty()) {
        m_notes.texts.append({text, at.child(key).place(), conditions});
    }
    return text;
}

void PackLoader::readNeed(const Cursor &at, Component &component)
{
    if (!at.object({"component", "otherNodes", "why"})) {
        return;
    }
    Need need;
    need.component = this->component(at, "component");
    need.otherNodes = at.flag("otherNodes", false);
    need.why = sentence(at, "why", Presence::Required, {});
    component.needs.append(need);
}

void PackLoader::readComponent(const Cursor &at)
{
    if (!at.object({"id", "scope", "letter", "layer", "name", "roles", "needs", "presentIf", "startedFact",
                    "startedSeen", "looping"})) {
        return;
    }
    Component made;
    made.id = id(at, "id", QStringLiteral("component"), kWord);
    made.scope =
        at.oneOf("scope", {QStringLiteral("node"), QStringLiteral("cluster")}, QStringLiteral("node"))
            == QLatin1String("cluster")
        ? Scope::Cluster
        : Scope::Node;
    made.letter = at.text("letter", Presence::Required);
    if (made.letter.size() > 2) {
        at.child("letter").error(QStringLiteral("at most two characters"));
    }
    at.require("layer");
    made.layer = at.integer("layer", 0, 0, 1'000);
    made.name = sentence(at, "name", Presence::Required, {});
    made.roles = at.texts("roles");
    for (const QString &role : std::as_const(made.roles)) {
        if (role != QLatin1String("control-plane") && role != QLatin1String("worker")) {
            at.child("roles").error(QStringLiteral("\"%1\" is neither control-plane nor worker").arg(role));
        }
    }
    for (const Cursor &need : at.items("needs")) {
        readNeed(need, made);
    }
    made.presentIf = expression(at, "presentIf");
    made.startedFact = at.text("startedFact");
    if (!made.startedFact.isEmpty()) {
        m_notes.references.append({Reference::Kind::Fact, made.startedFact, at.child("startedFact").place()});
    }
    made.startedSeen = at.text("startedSeen");
    if (!made.startedSeen.isEmpty()) {
        m_notes.references.append(
            {Reference::Kind::Signature, made.startedSeen, at.child("startedSeen").place()});
    }
    made.looping = expression(at, "looping");
    m_knowledge.m_components.append(made);
}

void PackLoader::readProbe(const Cursor &at)
{
    if (!at.object({"id", "component", "wave", "title", "run", "seconds", "kilobytes", "keep", "rights",
                    "anyOf", "syntax", "paths", "recognise", "when"})) {
        return;
    }
    Probe made;
    made.id = id(at, "id", QStringLiteral("probe"), kDotted);
    made.component = component(at, "component");
    made.wave = at.integer("wave", 1, 1, 2);
    made.title = sentence(at, "title", Presence::Required, {});
    made.run = at.lines("run");
    if (at.has("run") && at.child("run").json().is_array() && made.run.trimmed().isEmpty()) {
        at.child("run").error(QStringLiteral("nothing to run"));
    }
    made.seconds = at.integer("seconds", 5, 1, 60);
    made.bytes = qint64(at.integer("kilobytes", 256, 1, 16 * 1024)) * 1024;
    made.keep = at.oneOf("keep", {QStringLiteral("head"), QStringLiteral("tail")}, QStringLiteral("head"))
            == QLatin1String("tail")
        ? Keep::Tail
        : Keep::Head;
    made.rights = at.oneOf("rights", {QStringLiteral("any"), QStringLiteral("root")}, QStringLiteral("any"))
            == QLatin1String("root")
        ? Rights::Root
        : Rights::Any;
    made.anyOf = at.texts("anyOf");
    made.syntax = at.oneOf("syntax", probeSyntaxes(), QString());
    made.paths = at.texts("paths");
    made.recognise = at.text("recognise");
    if (const QString mistake = mistakeIn(made.recognise); !mistake.isEmpty()) {
        at.child("recognise").error(mistake);
    }
    if (const auto when = expression(at, "when")) {
        if (made.wave != 2) {
            at.child("when").error(QStringLiteral("only probes of wave 2 have a condition"));
        }
        m_knowledge.m_probeConditions.append({made.id, when});
    }
    m_knowledge.m_probes.append(made);
}

void PackLoader::readFact(const Cursor &at)
{
    if (!at.object({"key", "type", "from", "title", "pattern", "section", "count", "timeline"})) {
        return;
    }
    FactDeclaration made;
    made.key = id(at, "key", QStringLiteral("fact"), kDotted);
    at.require("type");
    made.type = at.oneOf("type",
                         {QStringLiteral("bool"), QStringLiteral("int"), QStringLiteral("real"),
                          QStringLiteral("text"), QStringLiteral("list"), QStringLiteral("moment")},
                         QStringLiteral("text"));
    at.require("from");
    made.from = references(at, "from", Reference::Kind::Probe);
    made.title = sentence(at, "title", Presence::Optional, {});
    made.pattern = at.text("pattern");
    made.section = at.text("section");
    made.count = at.flag("count", false);
    if (!made.pattern.isEmpty()) {
        const QString mistake = mistakeIn(made.pattern);
        if (!mistake.isEmpty()) {
            at.child("pattern").error(mistake);
        } else if (!made.count && !patternGroups(made.pattern).contains(QLatin1String("value"))) {
            at.child("pattern").error(QStringLiteral("needs a group (?P<value>...), or \"count\": true"));
        }
    }
    if (made.count && (made.pattern.isEmpty() || made.type != QLatin1String("int"))) {
        at.child("count").error(QStringLiteral("needs a \"pattern\" and the type \"int\""));
    }
    made.timeline = timelineUse(at, made.key, made.type);
    m_knowledge.m_facts.append(made);
}

void PackLoader::readSignature(const Cursor &at)
{
    if (!at.object({"id", "component", "in", "health", "pattern", "title", "noise"})) {
        return;
    }
    Signature made;
    made.id = id(at, "id", QStringLiteral("signature"), kDotted);
    made.component = component(at, "component");
    made.in = references(at, "in", Reference::Kind::Probe);
    made.pattern = at.text("pattern", Presence::Required);
    if (const QString mistake = mistakeIn(made.pattern); !mistake.isEmpty()) {
        at.child("pattern").error(mistake);
    }
    made.noise = at.flag("noise", false);
    made.health = healthOf(
        at.oneOf("health", {QStringLiteral("healthy"), QStringLiteral("degraded"), QStringLiteral("failed")},
                 made.noise ? QStringLiteral("healthy") : QStringLiteral("failed")));
    made.title = sentence(at, "title", Presence::Required, {});
    m_knowledge.m_signatures.append(made);
}

void PackLoader::readOutcomes(const Cursor &at, Check &check)
{
    const QStringList words{QStringLiteral("healthy"), QStringLiteral("degraded"), QStringLiteral("failed"),
                            QStringLiteral("unknown")};
    for (const Cursor &item : at.items("outcomes")) {
        if (!item.object({"if", "health", "says"})) {
            continue;
        }
        Outcome outcome;
        item.require("if");
        item.require("health");
        outcome.condition = expression(item, "if");
        outcome.health = healthOf(item.oneOf("health", words, words.last()));
        outcome.says = sentence(item, "says", Presence::Required, {outcome.condition});
        check.outcomes.append(outcome);
    }
    if (at.has("otherwise") && at.child("otherwise").object({"health", "says"})) {
        const Cursor otherwise = at.child("otherwise");
        otherwise.require("health");
        check.otherwise.health = healthOf(otherwise.oneOf("health", words, words.last()));
        check.otherwise.says = sentence(otherwise, "says", Presence::Required, {});
    }
}

void PackLoader::readCheck(const Cursor &at)
{
    if (!at.object({"id", "component", "title", "alibi", "outcomes", "otherwise"})) {
        return;
    }
    Check made;
    made.id = id(at, "id", QStringLiteral("check"), kDotted);
    made.component = component(at, "component");
    made.title = sentence(at, "title", Presence::Required, {});
    made.alibi = at.flag("alibi", false);
    if (at.require("outcomes") && at.items("outcomes").isEmpty()) {
        at.child("outcomes").error(QStringLiteral("needs at least one outcome"));
    }
    at.require("otherwise");
    readOutcomes(at, made);
    m_knowledge.m_checks.append(made);
}

} // namespace gordian
