// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The part of the loader that reads remedies.

#include "knowledge/packloader.h"

#include <re2/re2.h>

namespace gordian {

namespace {

const auto kKebab = QStringLiteral("[a-z][a-z0-9]*(-[a-z0-9]+)*");
constexpr int kLongestAction = 1800; // seconds

/// A file's name that may hold placeholders.
QString absolutePath(const Cursor &at, const char *key)
{
    QString path = at.text(key, Presence::Required);
    if (!path.isEmpty() && !path.startsWith(QLatin1Char('/')) && !path.startsWith(QLatin1Char('{'))) {
        at.child(key).error(QStringLiteral("must be an absolute path"));
    }
    return path;
}

QString linesOf(const Cursor &at, const char *key)
{
    return at.has(key) ? at.lines(key) : QString();
}

QString linePattern(const Cursor &at, const char *key)
{
    QString pattern = at.text(key, Presence::Required);
    RE2::Options quiet;
    quiet.set_log_errors(false);
    const RE2 compiled(pattern.toStdString(), quiet);
    if (!compiled.ok()) {
        at.child(key).error(QString::fromStdString(compiled.error()));
    }
    return pattern;
}

QStringList pathOf(const Cursor &at, const char *key)
{
    QStringList path;
    for (const Cursor &item : at.items(key)) {
        if (item.json().is_number_unsigned()) {
            path.append(QString::number(item.json().get<unsigned>()));
        } else if (item.json().is_string()) {
            path.append(QString::fromStdString(item.json().get<std::string>()));
        } else {
            item.error(QStringLiteral("must be a key or the number of an item"));
        }
    }
    if (path.isEmpty()) {
        at.error(QStringLiteral("\"%1\" must name a place").arg(QLatin1String(key)));
    }
    return path;
}

QByteArray jsonOf(const Cursor &at, const char *key)
{
    return at.require(key) ? QByteArray::fromStdString(at.child(key).json().dump()) : QByteArray();
}

QString flagOf(const Cursor &at, const char *key)
{
    QString flag = at.text(key, Presence::Required);
    if (!flag.startsWith(QLatin1Char('-')) && !flag.startsWith(QLatin1Char('{'))) {
        at.child(key).error(QStringLiteral("must begin with -"));
    }
    return flag;
}

TextChange readLineChange(const Cursor &at)
{
    TextChange made;
    if (at.has("replace")) {
        at.object({"replace", "with"});
        made.kind = TextChange::Kind::Replace;
        made.pattern = linePattern(at, "replace");
        made.to = at.has("with") ? at.text("with").toUtf8() : QByteArray();
        return made;
    }
    at.object({"append", "unless"});
    made.kind = TextChange::Kind::Append;
    made.to = at.text("append", Presence::Required).toUtf8();
    made.pattern = linePattern(at, "unless");
    return made;
}

TextChange readTreeChange(const Cursor &at)
{
    TextChange made;
    if (at.has("set")) {
        at.object({"set", "to", "ifMissing"});
        made.path = pathOf(at, "set");
        made.to = jsonOf(at, "to");
        made.onlyIfMissing = at.flag("ifMissing", false);
    } else if (at.has("remove")) {
        at.object({"remove"});
        made.kind = TextChange::Kind::Remove;
        made.path = pathOf(at, "remove");
    } else if (at.has("removeItem")) {
        at.object({"removeItem", "in"});
        made.kind = TextChange::Kind::RemoveItem;
        made.path = pathOf(at, "in");
        made.to = jsonOf(at, "removeItem");
    } else if (at.has("addItem")) {
        at.object({"addItem", "in"});
        made.kind = TextChange::Kind::AddItem;
        made.path = pathOf(at, "in");
        made.to = jsonOf(at, "addItem");
    } else if (at.has("setFlag")) {
        at.object({"setFlag", "in", "to"});
        made.kind = TextChange::Kind::SetFlag;
        made.path = pathOf(at, "in");
        made.flag = flagOf(at, "setFlag");
        made.to = at.text("to", Presence::Required).toUtf8();
    } else if (at.has("removeFromFlag")) {
        at.object({"removeFromFlag", "in", "item"});
        made.kind = TextChange::Kind::RemoveFromFlag;
        made.path = pathOf(at, "in");
        made.flag = flagOf(at, "removeFromFlag");
        made.to = at.text("item", Presence::Required).toUtf8();
    } else {
        at.object({"removeFlag", "in"});
        made.kind = TextChange::Kind::RemoveFlag;
        made.path = pathOf(at, "in");
        made.flag = flagOf(at, "removeFlag");
    }
    return made;
}

void readEdit(const Cursor &at, Action &action)
{
    const QStringList formats{QStringLiteral("toml"), QStringLiteral("yaml"), QStringLiteral("lines"),
                              QStringLiteral("json")};
    action.kind = Action::Kind::Edit;
    action.file = absolutePath(at, "edit");
    action.isOptional = at.flag("ifThere", false);
    at.require("format");
    action.format = TextFormat(formats.indexOf(at.oneOf("format", formats, formats.last())));
    for (const Cursor &item : at.items("changes")) {
        action.changes.append(action.format == TextFormat::Lines ? readLineChange(item)
                                                                 : readTreeChange(item));
        if (action.format == TextFormat::Json && action.changes.last().kind != TextChange::Kind::Set) {
            item.error(QStringLiteral("of JSON a value can only be set"));
        }
    }
    if (action.changes.isEmpty()) {
        at.error(QStringLiteral("\"changes\" is missing: what is to be changed?"));
    }
}

void readPlace(const Cursor &at, Action &action)
{
    action.kind = Action::Kind::Place;
    action.file = absolutePath(at, "place");
    action.content = at.lines("content").toUtf8() + '\n';
    bool isOctal = true;
    action.mode = at.has("mode") ? at.text("mode").toInt(&isOctal, 8) : action.mode;
    if (!isOctal || action.mode > 0777) {
        at.child("mode").error(QStringLiteral("must be an octal mode such as \"0644\""));
    }
}

void readUnit(const Cursor &at, Action &action)
{
    action.kind = Action::Kind::Unit;
    action.unit = at.text("unit", Presence::Required);
    at.require("do");
    action.verb = at.oneOf("do",
                           {QStringLiteral("start"), QStringLiteral("restart"), QStringLiteral("stop"),
                            QStringLiteral("enable"), QStringLiteral("unmask")},
                           QStringLiteral("restart"));
}

void readCommand(const Cursor &at, Action &action)
{
    action.command = at.lines("run");
    action.undo = linesOf(at, "undo");
    action.was = linesOf(at, "was");
    action.touches = at.texts("touches");
    action.isIrreversible = at.flag("irreversible", false);
    if (action.undo.isEmpty() && action.touches.isEmpty() && !action.isIrreversible) {
        at.error(QStringLiteral("needs \"undo\", \"touches\" or \"irreversible\": how is it undone?"));
    }
    if (action.undo.contains(QLatin1String("$WAS")) && action.was.isEmpty()) {
        at.child("undo").error(QStringLiteral("\"$WAS\" needs \"was\""));
    }
}

QString actionKind(const Cursor &at)
{
    for (const char *kind : {"edit", "place", "setAside", "unit", "run"}) {
        if (at.has(kind)) {
            return QLatin1String(kind);
        }
    }
    at.error(QStringLiteral("needs one of: edit, place, setAside, unit, run"));
    return {};
}

} // namespace

bool PackLoader::isAction(const Cursor &at)
{
    return at.object({"id",     "text",    "risk",  "if",      "check",   "seconds",      "edit",
                      "format", "changes", "place", "content", "mode",    "setAside",     "unit",
                      "do",     "run",     "undo",  "was",     "touches", "irreversible", "ifThere"});
}

Action PackLoader::readAction(const Cursor &at, const QVector<ExpressionPtr> &conditions)
{
    Action made;
    const QString kind = actionKind(at);
    if (kind == QLatin1String("edit")) {
        readEdit(at, made);
    } else if (kind == QLatin1String("place")) {
        readPlace(at, made);
    } else if (kind == QLatin1String("setAside")) {
        made.kind = Action::Kind::SetAside;
        made.file = absolutePath(at, "setAside");
    } else if (kind == QLatin1String("unit")) {
        readUnit(at, made);
    } else if (kind == QLatin1String("run")) {
        readCommand(at, made);
    }
    made.text = sentence(at, "text", Presence::Required, conditions);
    made.risk = sentence(at, "risk", Presence::Optional, conditions);
    made.check = linesOf(at, "check");
    made.seconds = at.integer("seconds", made.seconds, 1, kLongestAction);
    return made;
}

void PackLoader::readRemedyAction(const Cursor &at, RemedyRule &rule)
{
    if (at.json().is_string()) {
        const QString id = QString::fromStdString(at.json().get<std::string>());
        m_shared.actionUses.append(
            {m_knowledge.m_remedies.size(), rule.remedy.actions.size(), id, at.place()});
        rule.remedy.actions.append(Action());
        rule.actionConditions.append(nullptr);
    } else if (isAction(at)) {
        if (at.has("id")) {
            at.child("id").error(QStringLiteral("only an action of the pack's \"actions\" has one"));
        }
        const ExpressionPtr condition = expression(at, "if");
        rule.remedy.actions.append(readAction(at, {rule.condition, condition}));
        rule.actionConditions.append(condition);
    }
}

void PackLoader::readRemedy(const Cursor &at)
{
    if (!at.object({"id", "causes", "if", "title", "effect", "risk", "downtime", "interrupts",
                    "snapshotsEtcd", "actions", "verify"})) {
        return;
    }
    const QStringList risks{QStringLiteral("low"), QStringLiteral("moderate"), QStringLiteral("high")};
    RemedyRule made;
    made.remedy.id = id(at, "id", QStringLiteral("remedy"), kKebab);
    at.require("causes");
    made.causes = references(at, "causes", Reference::Kind::Cause);
    made.condition = expression(at, "if");
    made.remedy.title = sentence(at, "title", Presence::Required, {made.condition});
    made.remedy.effect = sentence(at, "effect", Presence::Required, {made.condition});
    at.require("risk");
    made.remedy.risk = RemedyRisk(risks.indexOf(at.oneOf("risk", risks, risks.last())));
    made.remedy.downtimeSeconds = at.integer("downtime", 0, 0, kLongestAction);
    made.remedy.interrupts = references(at, "interrupts", Reference::Kind::Component);
    made.remedy.snapshotsEtcd = at.flag("snapshotsEtcd", false);
    at.require("actions");
    for (const Cursor &item : at.items("actions")) {
        readRemedyAction(item, made);
    }
    if (at.require("verify")) {
        const Cursor verify = at.child("verify");
        if (verify.json().is_string()) {
            m_shared.verificationUses.append(
                {m_knowledge.m_remedies.size(), 0, at.text("verify"), verify.place()});
        } else if (verify.object({"command", "says", "stable", "within"})) {
            made.remedy.verification = readVerification(verify, {made.condition});
        }
    }
    m_knowledge.m_remedies.append(made);
}

} // namespace gordian
