// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A place in a pack's JSON that knows its pointer and reports what is wrong there. Borrowed by the loader
// while it reads; points into a document that outlives it. One thread.

#include "core/localtext.h"
#include "knowledge/knowledgebase.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>

namespace gordian {

struct Place {
    QString pack;
    QString file;
    QString pointer;
    Place at(const QString &key) const;
    Place at(qsizetype index) const;
};

class Problems {
public:
    void error(const Place &place, const QString &message);
    void question(const Place &place, const QString &message);
    bool hasErrors() const { return m_errors > 0; }
    const QVector<PackProblem> &all() const { return m_all; }

private:
    QVector<PackProblem> m_all;
    int m_errors = 0;
};

enum class Presence { Required, Optional };

class Cursor {
public:
    Cursor(const nlohmann::json &value, Place place, Problems &problems);

    const nlohmann::json &json() const { return *m_value; }
    const Place &place() const { return m_place; }
    Problems &problems() const { return *m_problems; }
    void error(const QString &message) const { m_problems->error(m_place, message); }

    /// True if it is an object without other keys than these; says what is wrong otherwise.
    bool object(std::initializer_list<const char *> keys) const;
    bool has(const char *key) const;
    Cursor child(const char *key) const;
    QVector<Cursor> items() const; ///< of an array; says so if it is none
    QVector<Cursor> items(const char *key) const; ///< empty if the key is missing
    bool require(const char *key) const;

    QString text(const char *key, Presence presence = Presence::Optional) const;
    QString oneOf(const char *key, const QStringList &words, const QString &otherwise) const;
    bool flag(const char *key, bool otherwise) const;
    int integer(const char *key, int otherwise, int least, int most) const;
    double number(const char *key, double otherwise) const;
    QStringList texts(const char *key) const; ///< an array of non-empty strings
    /// A string, or an array of strings that are its lines.
    QString lines(const char *key) const;
    LocalText local(const char *key, Presence presence) const;
    std::optional<FactValue> scalar() const; ///< string, number or boolean

private:
    const nlohmann::json *m_value;
    Place m_place;
    Problems *m_problems;
};

} // namespace gordian
