// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "remedy/yamlplace.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace gordian {

namespace {

bool isQuoted(const YAML::Node &scalar)
{
    return scalar.Tag() == "!";
}

/// Without quotes it is no text, but nothing, a truth value or a number.
bool readsAsOther(const QByteArray &text)
{
    const YAML::Node bare = YAML::Node(text.toStdString());
    bool isBoolean = false;
    double isNumber = 0;
    return text.isEmpty() || text == "~" || text.compare("null", Qt::CaseInsensitive) == 0
        || YAML::convert<bool>::decode(bare, isBoolean) || YAML::convert<double>::decode(bare, isNumber);
}

/// Where the text in quotes that begins at `from` ends.
std::optional<qsizetype> quotedEnd(const QByteArray &text, qsizetype from)
{
    const char quote = text.at(from);
    for (qsizetype at = from + 1; at < text.size() && text.at(at) != '\n'; ++at) {
        if (quote == '"' && text.at(at) == '\\') {
            ++at;
        } else if (text.at(at) == quote) {
            if (quote != '\'' || at + 1 >= text.size() || text.at(at + 1) != '\'') {
                return at + 1;
            }
            ++at;
        }
    }
    return std::nullopt;
}

/// Lists and maps in one line, whatever is in them.
std::optional<qsizetype> bracketEnd(const QByteArray &text, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < text.size() && text.at(at) != '\n'; ++at) {
        const char c = text.at(at);
        if (c == '"' || c == '\'') {
            const auto end = quotedEnd(text, at);
            if (!end) {
                return std::nullopt;
            }
            at = *end - 1;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return at + 1;
        }
    }
    return std::nullopt;
}

qsizetype indentOf(const QByteArray &line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && line.at(blanks) == ' ') {
        ++blanks;
    }
    return blanks;
}

} // namespace

Result<void> YamlText::parse()
{
    try {
        const std::vector<YAML::Node> documents = YAML::LoadAll(m_text.toStdString());
        if (documents.size() > 1) {
            return failure(ErrorCode::CannotEdit, QStringLiteral("more than one document"));
        }
        m_root = documents.empty() ? YAML::Node(YAML::NodeType::Null) : documents.front();
    } catch (const YAML::Exception &error) {
        return failure(ErrorCode::Malformed, QString::fromUtf8(error.what()),
                       {{QStringLiteral("line"), QString::number(error.mark.line + 1)}});
    }
    return {};
}

YAML::Node YamlText::childOf(const YAML::Node &node, const QString &key, Missing missing)
{
    YAML::Node parent(node);
    if (parent.IsSequence()) {
        return parent[key.toUInt()];
    }
    const std::string name = key.toStdString();
    if (parent.IsMap() || parent.IsNull() || missing == Missing::Made) {
        return missing == Missing::Made ? parent[name] : std::as_const(parent)[name];
    }
    return YAML::Node(YAML::NodeType::Undefined);
}

YAML::Node YamlText::nodeAt(const QStringList &path) const
{
    YAML::Node node;
    node.reset(m_root);
    for (const QString &key : path) {
        const YAML::Node child = childOf(node, key, Missing::Undefined);
        if (!child.IsDefined()) {
            return child;
        }
        node.reset(child);
    }
    return node;
}

std::optional<YamlText::Span> YamlText::spanOf(const YAML::Node &node) const
{
    const qsizetype from = offset(node);
    if (from < 0 || from >= m_text.size()) {
        return std::nullopt;
    }
    const char first = m_text.at(from);
    std::optional<qsizetype> end;
    if (node.IsScalar() && (first == '"' || first == '\'')) {
        end = quotedEnd(m_text, from);
    } else if (node.IsScalar() && first != '|' && first != '>') {
        // What a plain scalar says is what stands there.
        end = from + qsizetype(node.Scalar().size());
    } else if (first == '[' || first == '{') {
        end = bracketEnd(m_text, from);
    }
    return end ? std::optional(Span{from, *end}) : std::nullopt;
}

qsizetype YamlText::endOfBlock(qsizetype offset, Block block) const
{
    const qsizetype from = lineStart(m_text, offset);
    // The item's "- " stands in its indent.
    const qsizetype column = block == Block::Item ? indentOf(m_text.mid(from)) : offset - from;
    qsizetype to = nextLine(m_text, offset);
    for (qsizetype next = to; next < m_text.size(); next = nextLine(m_text, next)) {
        const QByteArray line = m_text.mid(next, nextLine(m_text, next) - next);
        const QByteArray words = line.trimmed();
        const qsizetype indent = indentOf(line);
        // A key's list may stand as far to the left as the key itself.
        const bool isItemOfIt = block == Block::Key && indent == column && words.startsWith("- ");
        if (words.isEmpty() || words.startsWith('#')) {
            continue;
        }
        if (indent <= column && !isItemOfIt) {
            break;
        }
        to = nextLine(m_text, next);
    }
    return to;
}

QByteArray YamlText::withoutBlock(qsizetype offset, Block block) const
{
    const qsizetype from = lineStart(m_text, offset);
    return QByteArray(m_text).remove(from, endOfBlock(offset, block) - from);
}

bool sameTree(const YAML::Node &one, const YAML::Node &other)
{
    if (one.Type() != other.Type() || one.size() != other.size()) {
        return false;
    }
    if (one.IsScalar()) {
        // Quotes matter only where the words alone would be something else.
        return one.Scalar() == other.Scalar()
            && (!readsAsOther(QByteArray::fromStdString(one.Scalar())) || isQuoted(one) == isQuoted(other));
    }
    auto left = one.begin();
    auto right = other.begin();
    for (; left != one.end() && right != other.end(); ++left, ++right) {
        if (one.IsMap()) {
            const YAML::Node value = other[left->first.Scalar()];
            if (!value.IsDefined() || !sameTree(left->second, value)) {
                return false;
            }
        } else if (!sameTree(*left, *right)) {
            return false;
        }
    }
    return true;
}

QByteArray scalarText(const QByteArray &text)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("_-./=:+@,*").contains(c);
    };
    const bool isIndicator = text.startsWith('@') || text.startsWith(',') || text.startsWith('*')
        || text.startsWith("- ") || text.endsWith(':');
    if (!readsAsOther(text) && !isIndicator && std::all_of(text.cbegin(), text.cend(), isPlain)) {
        return text;
    }
    return QByteArray::fromStdString(nlohmann::json(text.toStdString()).dump());
}

} // namespace gordian
