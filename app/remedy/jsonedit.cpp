// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/textedit.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace gordian {

namespace {

using Json = nlohmann::json;

struct Span {
    qsizetype from = 0;
    qsizetype to = 0;
};

Error cannot(const QString &why)
{
    return {ErrorCode::CannotEdit, why, {}};
}

/// Finds places in a text that is known to be JSON: the parser of the library keeps none.
class JsonText {
public:
    explicit JsonText(const QByteArray &text) : m_text(text) { }

    /// Of the value that begins at `from`, or after the blanks there.
    Span valueFrom(qsizetype from) const
    {
        const qsizetype start = skipped(from);
        qsizetype at = start;
        int depth = 0;
        do {
            at = skipped(at);
            const char c = m_text.at(at);
            if (c == '"') {
                at = stringEnd(at);
            } else {
                depth += c == '{' || c == '[' ? 1 : 0;
                depth -= c == '}' || c == ']' ? 1 : 0;
                ++at;
                while (isOfWord(c) && at < m_text.size() && isOfWord(m_text.at(at))) {
                    ++at;
                }
            }
        } while (depth > 0 && at < m_text.size());
        return {start, at};
    }

    /// Of the value of `key` in the object, or of the item with that number in the list, that is at `in`.
    std::optional<Span> childOf(Span in, const QString &key) const
    {
        const bool isList = m_text.at(in.from) == '[';
        qsizetype at = skipped(in.from + 1);
        for (int i = 0; at < in.to - 1; ++i) {
            bool isIt = isList && QString::number(i) == key;
            if (!isList) {
                const Span name = valueFrom(at);
                const Json word = Json::parse(m_text.mid(name.from, name.to - name.from).toStdString());
                isIt = word.get<std::string>() == key.toStdString();
                at = skipped(name.to) + 1; // the colon
            }
            const Span value = valueFrom(at);
            if (isIt) {
                return value;
            }
            at = skipped(value.to);
            at = at < in.to - 1 ? skipped(at + 1) : at; // the comma
        }
        return std::nullopt;
    }

    qsizetype skipped(qsizetype at) const
    {
        while (at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(at))) {
            ++at;
        }
        return at;
    }

private:
    static bool isOfWord(char c) { return !QByteArrayView(" \t\r\n,:{}[]\"").contains(c); }

    qsizetype stringEnd(qsizetype at) const
    {
        for (++at; at < m_text.size() && m_text.at(at) != '"'; ++at) {
            at += m_text.at(at) == '\\' ? 1 : 0;
        }
        return at + 1;
    }

    const QByteArray &m_text;
};

/// The object at `in` with one more key, before the first and written as the first is.
QByteArray withKey(const QByteArray &text, Span in, const QString &key, const QByteArray &value)
{
    const JsonText json(text);
    const qsizetype first = json.skipped(in.from + 1);
    const QByteArray blanks = text.mid(in.from + 1, first - in.from - 1);
    const bool isEmpty = text.at(first) == '}';
    const QByteArray name = QByteArray::fromStdString(Json(key.toStdString()).dump());
    QByteArray made = text;
    return isEmpty ? made.insert(in.from + 1, name + ": " + value)
                   : made.insert(in.from + 1, blanks + name + ": " + value + ',');
}

Result<QByteArray> withValue(const QByteArray &text, const TextChange &change, const QByteArray &value)
{
    const JsonText json(text);
    Span place = json.valueFrom(0);
    for (qsizetype i = 0; i < change.path.size(); ++i) {
        const auto child = json.childOf(place, change.path.at(i));
        if (!child && i + 1 == change.path.size() && text.at(place.from) == '{') {
            return withKey(text, place, change.path.last(), value);
        }
        if (!child) {
            return tl::unexpected<Error>(cannot(QStringLiteral("what it would go into is missing")));
        }
        place = *child;
        const bool isInner = QByteArrayView("{[").contains(text.at(place.from));
        if (!isInner && i + 1 < change.path.size()) {
            return tl::unexpected<Error>(cannot(QStringLiteral("it would go into a single value")));
        }
    }
    if (change.onlyIfMissing) {
        return failure(ErrorCode::NothingToDo);
    }
    QByteArray made = text;
    return made.replace(place.from, place.to - place.from, value);
}

/// What the tree is to be afterwards; false: the path leads nowhere.
bool setIn(Json &root, const QStringList &path, const Json &value)
{
    Json *place = &root;
    for (const QString &key : path) {
        if (place->is_object()) {
            place = &(*place)[key.toStdString()];
        } else if (place->is_array() && std::size_t(key.toUInt()) < place->size()) {
            place = &(*place)[std::size_t(key.toUInt())];
        } else {
            return false;
        }
    }
    *place = value;
    return true;
}

} // namespace

Result<QByteArray> editedJson(const QByteArray &before, const TextChange &change)
{
    Json tree = Json::parse(before.toStdString(), nullptr, false);
    const Json value = Json::parse(change.to.toStdString(), nullptr, false);
    if (tree.is_discarded() || !(tree.is_object() || tree.is_array())) {
        return failure(ErrorCode::Malformed, QStringLiteral("it is not JSON"));
    }
    if (change.kind != TextChange::Kind::Set || change.path.isEmpty() || value.is_discarded()) {
        return tl::unexpected<Error>(cannot(QStringLiteral("no such change in JSON")));
    }
    auto text = withValue(before, change, QByteArray::fromStdString(value.dump()));
    if (!text) {
        return text;
    }
    const bool isMeant = setIn(tree, change.path, value);
    const Json after = Json::parse(text->toStdString(), nullptr, false);
    if (!isMeant || after != tree) {
        return tl::unexpected<Error>(cannot(QStringLiteral("more than that value would change")));
    }
    return *text == before ? Result<QByteArray>(failure(ErrorCode::NothingToDo)) : text;
}

} // namespace gordian
