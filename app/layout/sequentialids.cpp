// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "layout/sequentialids.h"

#include <QByteArray>
#include <QHash>

namespace gordian {

namespace {

/// Even numbers for what has a name, odd ones for what has none, as cgraph itself does.
struct Numbering {
    QHash<QByteArray, IDTYPE> numbers; ///< by kind of object and name
    QHash<IDTYPE, QByteArray> names;
    IDTYPE next = 1;
};

Numbering &numbering(void *state)
{
    return *static_cast<Numbering *>(state);
}

void *openNumbering(Agraph_t *, Agdisc_t *)
{
    return new Numbering; // owned by the graph: closeNumbering()
}

// A vertex and an edge may have the same name; the two kinds of edge ends are one.
QByteArray keyOf(int kind, const char *name)
{
    return QByteArray::number(kind == AGINEDGE ? AGOUTEDGE : kind) + ':' + name;
}

long mapName(void *state, int kind, char *name, IDTYPE *number, int createFlag)
{
    Numbering &known = numbering(state);
    if (name == nullptr) {
        *number = 2 * known.next++ + 1;
        return 1;
    }
    const QByteArray key = keyOf(kind, name);
    const auto found = known.numbers.constFind(key);
    if (found != known.numbers.cend()) {
        *number = *found;
        return 1;
    }
    if (createFlag == 0) {
        return 0;
    }
    *number = 2 * known.next++;
    known.numbers.insert(key, *number);
    known.names.insert(*number, QByteArray(name));
    return 1;
}

long allocateNumber(void *, int, IDTYPE)
{
    return 0; // nobody may choose a number
}

void freeNumber(void *, int, IDTYPE)
{
}

char *printNumber(void *state, int, IDTYPE number)
{
    Numbering &known = numbering(state);
    const auto found = known.names.find(number);
    return found == known.names.end() ? nullptr : found->data();
}

void registerObject(void *, int, void *)
{
}

void closeNumbering(void *state)
{
    delete static_cast<Numbering *>(state);
}

} // namespace

Agdisc_t *sequentialIds()
{
    static Agiddisc_t ids{openNumbering, mapName,        allocateNumber, freeNumber,
                          printNumber,   closeNumbering, registerObject};
    static Agdisc_t disciplines{nullptr, &ids, &AgIoDisc};
    return &disciplines;
}

} // namespace gordian
