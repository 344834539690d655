// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What mends a cause, as data: the actions in their order, what they interrupt, and how it is told that they
// helped. Comes from a pack, filled with what was found; app/remedy makes a plan of it. Plain values, any
// thread.

#include "core/localtext.h"

#include <QByteArray>
#include <QStringList>
#include <QVector>

namespace gordian {

/// One value in a file of configuration.
struct TextChange {
    enum class Kind {
        Set, ///< the value at `path` becomes `to`; its tables are made where they are missing
        Remove, ///< the key at `path` goes, and with the last key its map
        RemoveItem, ///< the item `to` leaves the list at `path`
        AddItem, ///< the item `to` becomes the last one of the list at `path`
        SetFlag, ///< in the list of words at `path`, "--flag=..." becomes "--flag=to"
        RemoveFlag, ///< in the list of words at `path`
        Replace, ///< lines: what `pattern` matches becomes `to`; an empty line goes
        Append, ///< lines: `to` becomes the last line, unless `pattern` matches a line
        RemoveFromFlag, ///< of "--flag=a,b=c", in the list of words at `path`, the part `to`: "b" or "b=..."
    };
    Kind kind = Kind::Set;
    QStringList path; ///< keys; a number counts the items of a list from 0
    QByteArray to; ///< Set, RemoveItem, AddItem: a JSON value; else text
    QString flag; ///< "--name"
    QString pattern; ///< RE2, of one line
    bool onlyIfMissing = false; ///< Set: what stands there stays

    friend bool operator==(const TextChange &, const TextChange &) = default;
};

enum class TextFormat { Toml, Yaml, Lines, Json };

struct Action {
    enum class Kind {
        Edit, ///< `changes` in `file`
        Place, ///< `content` becomes `file`, which must not be there
        SetAside, ///< `file` goes to the backup
        Unit, ///< `verb` for `unit`
        Command, ///< `command`, undone by `undo`
    };
    Kind kind = Kind::Command;
    LocalText text; ///< what it does, in a sentence
    LocalText risk; ///< empty: none worth a word
    QString check; ///< a command that must succeed right before; empty: none

    QString file;
    bool isOptional = false; ///< Edit: where there is no such file nothing is to be done
    TextFormat format = TextFormat::Lines;
    QVector<TextChange> changes;
    QByteArray content;
    int mode = 0644;

    QString unit; ///< or "static-pod:NAME", which the kubelet starts again once its container is stopped
    QString verb; ///< "start", "restart", "stop", "enable", "unmask"

    QString command;
    QString undo; ///< "{was}" is what `was` printed before; empty: `touches` is all that there is to undo
    QString was; ///< a command that prints one line
    QStringList touches; ///< files and folders that `command` changes: kept, and put back by undoing
    bool isIrreversible = false; ///< nothing brings back what it was; said before it is done
    int seconds = 60; ///< what it may take

    friend bool operator==(const Action &, const Action &) = default;
};

/// How it is told that a remedy helped: by the component itself.
struct Verification {
    QString command; ///< succeeds while all is well
    LocalText says;
    int stableSeconds = 20; ///< it must succeed for so long
    int withinSeconds = 180; ///< and begin to before this

    friend bool operator==(const Verification &, const Verification &) = default;
};

enum class RemedyRisk {
    Low, ///< nothing that runs is interrupted
    Moderate, ///< something is restarted
    High, ///< something is away for a while, or data is touched
};

struct Remedy {
    QString id;
    QString node;
    LocalText title;
    LocalText effect; ///< what it interrupts, and for whom
    RemedyRisk risk = RemedyRisk::Moderate;
    int downtimeSeconds = 0; ///< expected
    QStringList interrupts; ///< components that stop meanwhile
    bool snapshotsEtcd = false; ///< it touches etcd's data or certificates
    QVector<Action> actions;
    Verification verification;

    friend bool operator==(const Remedy &, const Remedy &) = default;
};

} // namespace gordian
