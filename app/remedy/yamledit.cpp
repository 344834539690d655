// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"
#include "remedy/yamlplace.h"

#include <nlohmann/json.hpp>

namespace gordian {

namespace {

using Kind = TextChange::Kind;
using Json = nlohmann::json;

Error cannot(const QString &why)
{
    return {ErrorCode::CannotEdit, why, {}};
}

YAML::Node nodeFrom(const Json &json)
{
    return YAML::Load(json.dump());
}

/// JSON is YAML; a word that needs no quotes goes without them.
QByteArray textOf(const Json &json)
{
    return json.is_string() ? scalarText(QByteArray::fromStdString(json.get<std::string>()))
                            : QByteArray::fromStdString(json.dump());
}

QByteArray blockMap(const Json &map, const QByteArray &indent);

QByteArray blockEntry(const std::string &key, const Json &value, const QByteArray &indent)
{
    const QByteArray name = scalarText(QByteArray::fromStdString(key)) + ':';
    return value.is_object() && !value.empty() ? name + '\n' + indent + "  " + blockMap(value, indent + "  ")
                                               : name + ' ' + textOf(value) + '\n';
}

/// As people write it, a line for each key; the first one stands where the text is put.
QByteArray blockMap(const Json &map, const QByteArray &indent)
{
    QByteArray text;
    for (auto entry = map.begin(); entry != map.end(); ++entry) {
        text += (text.isEmpty() ? QByteArray() : indent) + blockEntry(entry.key(), entry.value(), indent);
    }
    return text;
}

QByteArray blockItem(const Json &value, const QByteArray &indent)
{
    const bool isMap = value.is_object() && !value.empty();
    return indent + "- " + (isMap ? blockMap(value, indent + "  ") : textOf(value) + '\n');
}

Result<QByteArray> withKey(const YamlText &yaml, const TextChange &change, const Json &value)
{
    // The lowest map on the way that is there takes all the rest as one value.
    qsizetype depth = change.path.size() - 1;
    while (depth > 0 && !yaml.nodeAt(change.path.mid(0, depth)).IsDefined()) {
        --depth;
    }
    const YAML::Node parent = yaml.nodeAt(change.path.mid(0, depth));
    Json inner = value;
    for (qsizetype i = change.path.size() - 1; i > depth; --i) {
        inner = Json{{change.path.at(i).toStdString(), inner}};
    }
    const QByteArray entry = scalarText(change.path.at(depth).toUtf8()) + ": " + textOf(inner) + '\n';
    if (parent.IsNull() && depth == 0) {
        return yaml.text() + entry;
    }
    if (!parent.IsMap() || parent.size() == 0 || parent.Style() == YAML::EmitterStyle::Flow) {
        return tl::unexpected<Error>(cannot(QStringLiteral("it would go into a map in one line")));
    }
    const qsizetype first = yaml.offset(parent.begin()->first);
    QByteArray text = yaml.text();
    return text.insert(first, entry + QByteArray(first - lineStart(text, first), ' '));
}

Result<QByteArray> withValue(const YamlText &yaml, const TextChange &change, const Json &value)
{
    const YAML::Node present = yaml.nodeAt(change.path);
    if (!present.IsDefined()) {
        return withKey(yaml, change, value);
    }
    if (change.onlyIfMissing || sameTree(present, nodeFrom(value))) {
        return failure(ErrorCode::NothingToDo);
    }
    const auto span = yaml.spanOf(present);
    if (!span) {
        return tl::unexpected<Error>(cannot(QStringLiteral("a value of several lines stands there")));
    }
    QByteArray text = yaml.text();
    return text.replace(span->from, span->to - span->from, textOf(value));
}

/// The key that goes: where it is the last of its map, the map's own.
QStringList goingKey(const YamlText &yaml, const QStringList &path)
{
    QStringList key = path;
    while (key.size() > 1 && yaml.nodeAt(key).IsDefined()) {
        const YAML::Node map = yaml.nodeAt(key.mid(0, key.size() - 1));
        if (!map.IsMap() || map.size() != 1 || !yaml.nodeAt(key.mid(0, key.size() - 2)).IsMap()) {
            break;
        }
        key.removeLast();
    }
    return key;
}

Result<QByteArray> withoutKey(const YamlText &yaml, const TextChange &change)
{
    const YAML::Node parent = yaml.nodeAt(change.path.mid(0, change.path.size() - 1));
    if (!parent.IsDefined()) {
        return failure(ErrorCode::NothingToDo);
    }
    if (!parent.IsMap() || parent.Style() == YAML::EmitterStyle::Flow) {
        return parent.IsMap() ? Result<QByteArray>(
                   tl::unexpected<Error>(cannot(QStringLiteral("it is part of a map in one line"))))
                              : failure(ErrorCode::NothingToDo);
    }
    for (const auto &pair : parent) {
        if (QString::fromStdString(pair.first.Scalar()) == change.path.last()) {
            return yaml.withoutBlock(yaml.offset(pair.first), YamlText::Block::Key);
        }
    }
    return failure(ErrorCode::NothingToDo);
}

/// The value of a flag, "a,b=c", without the part that is `item` or "item=...".
QString withoutPart(const QString &value, const QString &item)
{
    QStringList parts = value.split(QLatin1Char(','));
    parts.removeIf(
        [&item](const QString &part) { return part.section(QLatin1Char('='), 0, 0).trimmed() == item; });
    return parts.join(QLatin1Char(','));
}

/// The item of the list that is this flag: "--flag" or "--flag=...".
std::optional<std::size_t> flagIn(const YAML::Node &list, const QString &flag)
{
    for (std::size_t i = 0; list.IsSequence() && i < list.size(); ++i) {
        const QString word = list[i].IsScalar() ? QString::fromStdString(list[i].Scalar()) : QString();
        if (word == flag || word.startsWith(flag + QLatin1Char('='))) {
            return i;
        }
    }
    return std::nullopt;
}

Result<QByteArray> withFlag(const YamlText &yaml, const TextChange &change)
{
    const YAML::Node list = yaml.nodeAt(change.path);
    if (!list.IsSequence() || list.size() == 0 || list.Style() == YAML::EmitterStyle::Flow) {
        return tl::unexpected<Error>(
            cannot(QStringLiteral("no list of words with a line each stands there")));
    }
    const QByteArray word = scalarText(change.flag.toUtf8() + '=' + change.to);
    QByteArray text = yaml.text();
    if (const auto present = flagIn(list, change.flag)) {
        const auto span = yaml.spanOf(list[*present]);
        if (!span) {
            return tl::unexpected<Error>(cannot(QStringLiteral("the flag takes several lines")));
        }
        return text.replace(span->from, span->to - span->from, word);
    }
    const qsizetype last = yaml.offset(list[list.size() - 1]);
    return text.insert(nextLine(text, last), indentAt(text, last) + "- " + word + '\n');
}

Result<QByteArray> withoutItemAt(const YamlText &yaml, const YAML::Node &list,
                                 std::optional<std::size_t> item)
{
    if (!item) {
        return failure(ErrorCode::NothingToDo);
    }
    if (list.Style() == YAML::EmitterStyle::Flow || list.size() == 1) {
        return tl::unexpected<Error>(
            cannot(QStringLiteral("the list stands in one line, or would be empty")));
    }
    return yaml.withoutBlock(yaml.offset(list[*item]), YamlText::Block::Item);
}

/// What becomes of the list when a part leaves a flag's value: SetFlag, RemoveFlag where nothing stays, or
/// nothing to do.
Result<TextChange> withoutPartOf(const YamlText &yaml, const TextChange &change)
{
    const YAML::Node list = yaml.nodeAt(change.path);
    const auto present = flagIn(list, change.flag);
    if (!present) {
        return failure(ErrorCode::NothingToDo);
    }
    const QString word = QString::fromStdString(list[*present].Scalar());
    const QString value = word.section(QLatin1Char('='), 1);
    const QString kept = withoutPart(value, QString::fromUtf8(change.to));
    if (kept == value) {
        return failure(ErrorCode::NothingToDo);
    }
    TextChange made = change;
    made.kind = kept.isEmpty() ? Kind::RemoveFlag : Kind::SetFlag;
    made.to = kept.toUtf8();
    return made;
}

/// A list must stand there already, with a line or more for each item.
Result<QByteArray> withItem(const YamlText &yaml, const TextChange &change, const Json &value)
{
    const YAML::Node list = yaml.nodeAt(change.path);
    if (!list.IsSequence() || list.size() == 0 || list.Style() == YAML::EmitterStyle::Flow) {
        return tl::unexpected<Error>(cannot(QStringLiteral("no list with lines of its own stands there")));
    }
    const YAML::Node wanted = nodeFrom(value);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (sameTree(list[i], wanted)) {
            return failure(ErrorCode::NothingToDo);
        }
    }
    const qsizetype last = yaml.offset(list[list.size() - 1]);
    const QByteArray indent = indentAt(yaml.text(), last);
    QByteArray text = yaml.text();
    const qsizetype end = yaml.endOfBlock(last, YamlText::Block::Item);
    const QByteArray begin = end > 0 && text.at(end - 1) != '\n' ? "\n" : "";
    return text.insert(end, begin + blockItem(value, indent));
}

std::optional<std::size_t> itemIn(const YAML::Node &list, const Json &value)
{
    const YAML::Node wanted = nodeFrom(value);
    for (std::size_t i = 0; list.IsSequence() && i < list.size(); ++i) {
        if (list[i].IsScalar() && wanted.IsScalar() && list[i].Scalar() == wanted.Scalar()) {
            return i;
        }
    }
    return std::nullopt;
}

Result<QByteArray> changed(const YamlText &yaml, const TextChange &change, const Json &value)
{
    switch (change.kind) {
    case Kind::Set:
        return withValue(yaml, change, value);
    case Kind::Remove:
        return withoutKey(yaml, change);
    case Kind::SetFlag:
        return withFlag(yaml, change);
    case Kind::RemoveFlag: {
        const YAML::Node list = yaml.nodeAt(change.path);
        return withoutItemAt(yaml, list, flagIn(list, change.flag));
    }
    case Kind::AddItem:
        return withItem(yaml, change, value);
    case Kind::RemoveItem: {
        const YAML::Node list = yaml.nodeAt(change.path);
        return withoutItemAt(yaml, list, itemIn(list, value));
    }
    default:
        return tl::unexpected<Error>(cannot(QStringLiteral("no such change in YAML")));
    }
}

/// The list without one item: yaml-cpp cannot take one out of the middle.
void dropItem(YAML::Node list, std::size_t item)
{
    YAML::Node kept(YAML::NodeType::Sequence);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != item) {
            kept.push_back(list[i]);
        }
    }
    list = kept;
}

/// What the tree is to be afterwards.
void changeTree(YAML::Node &root, const TextChange &change, const Json &value)
{
    YAML::Node parent;
    parent.reset(root);
    for (qsizetype i = 0; i + 1 < change.path.size(); ++i) {
        parent.reset(YamlText::childOf(parent, change.path.at(i), YamlText::Missing::Made));
    }
    const std::string last = change.path.last().toStdString();
    YAML::Node place = YamlText::childOf(parent, change.path.last(), YamlText::Missing::Made);
    switch (change.kind) {
    case Kind::Set:
        place = nodeFrom(value);
        break;
    case Kind::Remove:
        parent.remove(last);
        break;
    case Kind::SetFlag: {
        const std::string word = change.flag.toStdString() + '=' + change.to.toStdString();
        const auto present = flagIn(place, change.flag);
        if (present) {
            place[*present] = word;
        } else {
            place.push_back(word);
        }
        break;
    }
    case Kind::AddItem:
        place.push_back(nodeFrom(value));
        break;
    default:
        dropItem(place,
                 *(change.kind == Kind::RemoveFlag ? flagIn(place, change.flag) : itemIn(place, value)));
    }
}

} // namespace

Result<QByteArray> editedYaml(const QByteArray &before, const TextChange &change)
{
    YamlText yaml(before);
    if (auto parsed = yaml.parse(); !parsed) {
        return tl::unexpected<Error>(parsed.error());
    }
    const Json value = Json::parse(change.to.toStdString(), nullptr, false);
    try {
        if (change.kind == Kind::RemoveFromFlag) {
            const auto whole = withoutPartOf(yaml, change);
            return whole ? editedYaml(before, *whole) : tl::unexpected<Error>(whole.error());
        }
        if (const QStringList key = goingKey(yaml, change.path);
            change.kind == Kind::Remove && key != change.path) {
            TextChange whole = change;
            whole.path = key;
            return editedYaml(before, whole);
        }
        auto text = changed(yaml, change, value);
        if (!text) {
            return text;
        }
        if (*text == before) {
            return failure(ErrorCode::NothingToDo);
        }
        YamlText after(*text);
        YAML::Node meant = yaml.copy();
        changeTree(meant, change, value);
        if (!after.parse() || !sameTree(after.nodeAt({}), meant)) {
            return tl::unexpected<Error>(cannot(QStringLiteral("more than that value would change")));
        }
        return text;
    } catch (const YAML::Exception &error) {
        return tl::unexpected<Error>(cannot(QString::fromUtf8(error.what())));
    }
}

} // namespace gordian
