// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The part of the loader that reads causes and cycles.

#include "knowledge/expressionreader.h"
#include "knowledge/packloader.h"

#include <QUrl>

namespace gordian {

namespace {

const auto kKebab = QStringLiteral("[a-z][a-z0-9]*(-[a-z0-9]+)*");

void checkSources(const Cursor &at, const QStringList &sources)
{
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const QUrl url(sources.at(i), QUrl::StrictMode);
        if (!url.isValid()
            || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))) {
            at.problems().error(at.child("sources").place().at(i),
                                QStringLiteral("not a URL: \"%1\"").arg(sources.at(i)));
        }
    }
}

} // namespace

QVector<WeightedCondition> PackLoader::readWeighted(const Cursor &at, const char *key)
{
    QVector<WeightedCondition> found;
    for (const Cursor &item : at.items(key)) {
        if (!item.object({"if", "weight"})) {
            continue;
        }
        item.require("if");
        WeightedCondition made;
        made.condition = expression(item, "if");
        made.weight = item.number("weight", 1);
        if (made.condition) {
            found.append(made);
        }
    }
    return found;
}

QVector<RemedyStep> PackLoader::readSteps(const Cursor &at, const QVector<ExpressionPtr> &conditions)
{
    QVector<RemedyStep> found;
    for (const Cursor &item : at.items("steps")) {
        if (!item.object({"text", "command", "risk"})) {
            continue;
        }
        RemedyStep step;
        step.text = sentence(item, "text", Presence::Required, conditions);
        step.command = item.text("command");
        if (!step.command.isEmpty()) {
            LocalText asText;
            asText.byLanguage.insert(QStringLiteral("en"), step.command);
            m_notes.texts.append({asText, item.child("command").place(), conditions});
        }
        step.risk = sentence(item, "risk", Presence::Optional, conditions);
        found.append(step);
    }
    return found;
}

void PackLoader::readCauseTexts(const Cursor &at, CauseRule &cause)
{
    QVector<ExpressionPtr> conditions{cause.proof};
    for (const WeightedCondition &support : std::as_const(cause.supports)) {
        conditions.append(support.condition);
    }
    cause.title = sentence(at, "title", Presence::Required, conditions);
    cause.sentence = sentence(at, "sentence", Presence::Required, conditions);
    cause.why = sentence(at, "why", Presence::Required, conditions);
    cause.steps = readSteps(at, conditions);
}

void PackLoader::readCause(const Cursor &at)
{
    if (!at.object({"id", "component", "scope", "title", "sentence", "why", "proof", "supports",
                    "contradicts", "excludedBy", "settles", "prior", "explains", "tell", "steps",
                    "sources"})) {
        return;
    }
    CauseRule made;
    made.id = id(at, "id", QStringLiteral("cause"), kKebab);
    made.component = component(at, "component");
    made.scope =
        at.oneOf("scope", {QStringLiteral("node"), QStringLiteral("cluster")}, QStringLiteral("node"))
            == QLatin1String("cluster")
        ? Scope::Cluster
        : Scope::Node;
    made.proof = expression(at, "proof");
    made.supports = readWeighted(at, "supports");
    made.contradicts = readWeighted(at, "contradicts");
    made.excludedBy = expression(at, "excludedBy");
    if (!made.proof && made.supports.isEmpty()) {
        at.error(QStringLiteral("needs \"proof\" or \"supports\": nothing could ever name it"));
    }
    if (made.proof && made.proof->kind == Expression::Kind::Always) {
        at.child("proof").error(QStringLiteral("\"true\" proves nothing"));
    }
    made.prior = at.number("prior", 0);
    if (made.prior > 1) {
        at.child("prior").error(QStringLiteral("must be from 0 to 1"));
    }
    made.settles = at.flag("settles", false);
    if (made.settles && (!made.proof || made.scope == Scope::Cluster)) {
        at.child("settles").error(QStringLiteral("needs a \"proof\" and the scope \"node\""));
    }
    at.require("explains");
    made.explains = references(at, "explains", Reference::Kind::Explained);
    made.tell = references(at, "tell", Reference::Kind::Probe);
    at.require("steps");
    readCauseTexts(at, made);
    at.require("sources");
    made.sources = at.texts("sources");
    checkSources(at, made.sources);
    m_knowledge.m_causes.append(made);
}

void PackLoader::readCycle(const Cursor &at)
{
    if (!at.object({"id", "kind", "from", "to", "through", "if", "title", "text", "edgeWhy", "cut"})) {
        return;
    }
    const QString apparent = QStringLiteral("apparent");
    const QString real = QStringLiteral("real");
    CycleRule made;
    made.id = id(at, "id", QStringLiteral("cycle"), kKebab);
    at.require("kind");
    made.kind = at.oneOf("kind", {apparent, real}, apparent) == real ? CycleKind::Real : CycleKind::Apparent;
    made.from = component(at, "from");
    made.to = component(at, "to");
    made.through = references(at, "through", Reference::Kind::Component);
    at.require("if");
    made.condition = expression(at, "if");
    const QVector<ExpressionPtr> conditions{made.condition};
    made.title = sentence(at, "title", Presence::Required, conditions);
    made.text = sentence(at, "text", Presence::Required, conditions);
    made.edgeWhy = sentence(at, "edgeWhy", Presence::Required, conditions);
    const bool isReal = made.kind == CycleKind::Real;
    made.cut = sentence(at, "cut", isReal ? Presence::Required : Presence::Optional, conditions);
    if (!isReal && at.has("cut")) {
        at.child("cut").error(QStringLiteral("there is nothing to cut where nothing waits in a circle"));
    }
    m_knowledge.m_cycles.append(made);
}

} // namespace gordian
