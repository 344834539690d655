// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A YAML document as text and as a tree at once: where in the text a node of the tree stands. A value, used
// by yamledit alone; one thread. Apart from parse() it throws YAML::Exception.

#include "core/result.h"
#include "remedy/textplace.h"

#include <yaml-cpp/yaml.h>

#include <QStringList>

#include <optional>

namespace gordian {

class YamlText {
public:
    struct Span {
        qsizetype from = 0;
        qsizetype to = 0;
    };
    enum class Block { Key, Item };
    enum class Missing { Undefined, Made };

    explicit YamlText(QByteArray text) : m_text(std::move(text)) { }

    /// Errors: Malformed, CannotEdit (more than one document).
    Result<void> parse();

    const QByteArray &text() const { return m_text; }
    YAML::Node copy() const { return YAML::Clone(m_root); }
    /// Not defined if nothing stands there.
    YAML::Node nodeAt(const QStringList &path) const;
    static YAML::Node childOf(const YAML::Node &node, const QString &key, Missing missing);

    qsizetype offset(const YAML::Node &node) const { return node.Mark().pos; }
    /// Of a scalar or a list in one line; nothing for what takes several lines.
    std::optional<Span> spanOf(const YAML::Node &node) const;
    /// Where the block of the key, or of the list's item, that begins at `offset` ends.
    qsizetype endOfBlock(qsizetype offset, Block block) const;
    /// Without the key, or the list's item, that begins at `offset`, and all that is indented below it.
    QByteArray withoutBlock(qsizetype offset, Block block) const;

private:
    QByteArray m_text;
    YAML::Node m_root;
};

/// Kinds, scalars, and whether they are quoted (a "true" in quotes is no boolean).
bool sameTree(const YAML::Node &one, const YAML::Node &other);

/// `text` as a scalar in one line: in quotes where it needs them.
QByteArray scalarText(const QByteArray &text);

} // namespace gordian
