// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"
#include "remedy/textplace.h"

#include <nlohmann/json.hpp>
#include <toml++/toml.h>

#include <algorithm>
#include <memory>
#include <sstream>

namespace gordian {

namespace {

using Kind = TextChange::Kind;
using Json = nlohmann::json;

Error cannot(const QString &why)
{
    return {ErrorCode::CannotEdit, why, {}};
}

std::unique_ptr<toml::node> nodeFrom(const Json &json)
{
    if (json.is_boolean()) {
        return std::make_unique<toml::value<bool>>(json.get<bool>());
    }
    if (json.is_number_integer()) {
        return std::make_unique<toml::value<int64_t>>(json.get<int64_t>());
    }
    if (json.is_number()) {
        return std::make_unique<toml::value<double>>(json.get<double>());
    }
    if (json.is_string()) {
        return std::make_unique<toml::value<std::string>>(json.get<std::string>());
    }
    auto array = std::make_unique<toml::array>();
    for (const Json &item : json) {
        array->push_back(item.is_string() ? item.get<std::string>() : item.dump());
    }
    return array;
}

/// JSON's strings, numbers, booleans and lists are TOML's as they stand.
QByteArray textOf(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

QByteArray keyText(const QString &key)
{
    const bool isBare = !key.isEmpty() && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
    return isBare ? key.toUtf8() : textOf(Json(key.toStdString()));
}

/// A file as text and as a tree.
class Document {
public:
    explicit Document(QByteArray text) : m_text(std::move(text)) { }

    Result<void> parse()
    {
        try {
            m_root = toml::parse(std::string_view(m_text.constData(), std::size_t(m_text.size())));
        } catch (const toml::parse_error &error) {
            return failure(ErrorCode::Malformed, QString::fromUtf8(error.what()),
                           {{QStringLiteral("line"), QString::number(error.source().begin.line)}});
        }
        return {};
    }

    toml::table &root() { return m_root; }
    const QByteArray &text() const { return m_text; }
    qsizetype begin(const toml::node &node) const { return at(node.source().begin); }
    qsizetype end(const toml::node &node) const { return at(node.source().end); }
    qsizetype at(const toml::source_position &position) const
    {
        return offsetOf(m_text, int(position.line), int(position.column));
    }

private:
    QByteArray m_text;
    toml::table m_root;
};

toml::node *childOf(toml::node *node, const QString &key)
{
    if (toml::table *table = node ? node->as_table() : nullptr) {
        return table->get(key.toStdString());
    }
    if (toml::array *array = node ? node->as_array() : nullptr) {
        return array->get(std::size_t(key.toInt()));
    }
    return nullptr;
}

toml::node *nodeAt(toml::node &root, const QStringList &path)
{
    toml::node *node = &root;
    for (const QString &key : path) {
        node = childOf(node, key);
    }
    return node;
}

/// What the tree is to be afterwards. False: the path leads through something that is no table.
bool setIn(toml::table &root, const QStringList &path, const Json &value)
{
    toml::table *table = &root;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        const std::string key = path.at(i).toStdString();
        toml::node *next = table->get(key);
        if (!next) {
            next = &table->insert(key, toml::table()).first->second;
        }
        table = next->as_table();
        if (!table) {
            return false;
        }
    }
    nodeFrom(value)->visit(
        [&](const auto &made) { table->insert_or_assign(path.last().toStdString(), made); });
    return true;
}

QByteArray headerOf(const QStringList &path)
{
    QByteArrayList keys;
    for (const QString &key : path) {
        keys.append(keyText(key));
    }
    return '[' + keys.join('.') + "]\n";
}

QByteArray withKey(const Document &document, toml::node *parent, const QStringList &path,
                   const QByteArray &entry)
{
    QByteArray text = document.text();
    const QStringList parents = path.mid(0, path.size() - 1);
    if (parents.isEmpty()) {
        return entry + text;
    }
    const toml::table *table = parent ? parent->as_table() : nullptr;
    if (table && !table->is_inline() && table->source().begin.line > 0) {
        const qsizetype header = document.begin(*table);
        const QByteArray indent = indentAt(text, header);
        return text.insert(nextLine(text, header), indent + "  " + entry);
    }
    if (!text.isEmpty() && !text.endsWith('\n')) {
        text += '\n';
    }
    return text + '\n' + headerOf(parents) + "  " + entry;
}

Result<QByteArray> withValue(Document &document, const TextChange &change, const Json &value)
{
    toml::node *present = nodeAt(document.root(), change.path);
    if (!present) {
        const QByteArray entry = keyText(change.path.last()) + " = " + textOf(value) + '\n';
        return withKey(document, nodeAt(document.root(), change.path.mid(0, change.path.size() - 1)),
                       change.path, entry);
    }
    if (change.onlyIfMissing) {
        return failure(ErrorCode::NothingToDo);
    }
    if (present->is_table()) {
        return tl::unexpected<Error>(cannot(QStringLiteral("a table stands there")));
    }
    QByteArray text = document.text();
    const qsizetype from = document.begin(*present);
    return text.replace(from, document.end(*present) - from, textOf(value));
}

Result<QByteArray> withoutKey(Document &document, const TextChange &change)
{
    toml::node *parent = nodeAt(document.root(), change.path.mid(0, change.path.size() - 1));
    const toml::table *table = parent ? parent->as_table() : nullptr;
    const auto found = table ? table->find(change.path.last().toStdString()) : toml::table::const_iterator();
    if (!table || found == table->cend()) {
        return failure(ErrorCode::NothingToDo);
    }
    if (table->is_inline() || found->second.is_table()) {
        return tl::unexpected<Error>(cannot(QStringLiteral("it is part of a table in one line")));
    }
    QByteArray text = document.text();
    const qsizetype from = lineStart(text, document.at(found->first.source().begin));
    return text.remove(from, nextLine(text, document.end(found->second)) - from);
}

Result<QByteArray> withoutItem(Document &document, const TextChange &change, const Json &item)
{
    toml::node *found = nodeAt(document.root(), change.path);
    toml::array *array = found ? found->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const toml::node &each = (*array)[i];
        if (each.value<std::string>() != item.get<std::string>()) {
            continue;
        }
        QByteArray text = document.text();
        // With the comma that belongs to it: the one before, or of the first item the one after.
        const qsizetype from = i > 0 ? document.end((*array)[i - 1]) : document.begin(each);
        const qsizetype to =
            i > 0 || array->size() == 1 ? document.end(each) : document.begin((*array)[i + 1]);
        array->erase(array->cbegin() + std::ptrdiff_t(i));
        return text.remove(from, to - from);
    }
    return failure(ErrorCode::NothingToDo);
}

/// Makes the change in the text, and in the tree of `document`.
Result<QByteArray> changed(Document &document, const TextChange &change)
{
    const Json value = Json::parse(change.to.toStdString(), nullptr, false);
    switch (change.kind) {
    case Kind::Set: {
        auto text = withValue(document, change, value);
        if (text && !setIn(document.root(), change.path, value)) {
            return tl::unexpected<Error>(cannot(QStringLiteral("no table stands there")));
        }
        return text;
    }
    case Kind::Remove: {
        auto text = withoutKey(document, change);
        if (text) {
            nodeAt(document.root(), change.path.mid(0, change.path.size() - 1))
                ->as_table()
                ->erase(change.path.last().toStdString());
        }
        return text;
    }
    case Kind::RemoveItem:
        if (!value.is_string()) {
            return tl::unexpected<Error>(cannot(QStringLiteral("only strings can leave a list")));
        }
        return withoutItem(document, change, value);
    default:
        return tl::unexpected<Error>(cannot(QStringLiteral("no such change in TOML")));
    }
}

} // namespace

Result<QByteArray> editedToml(const QByteArray &before, const TextChange &change)
{
    Document document(before);
    if (auto parsed = document.parse(); !parsed) {
        return tl::unexpected<Error>(parsed.error());
    }
    auto text = changed(document, change);
    if (!text) {
        return text;
    }
    if (*text == before) {
        return failure(ErrorCode::NothingToDo);
    }
    Document after(*text);
    if (!after.parse() || after.root() != document.root()) {
        return tl::unexpected<Error>(cannot(QStringLiteral("more than that value would change")));
    }
    return text;
}

} // namespace gordian
