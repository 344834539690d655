// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The command line, understood: which command with which options, or what is wrong with it. Pure; wording of
// mistakes is in the words of the option's own help.

#include "cli/exitcode.h"
#include "core/node.h"
#include "core/result.h"

#include <QStringList>

#include <optional>

namespace gordian {

enum class Command { Help, Version, Diagnose, Report, Discover, Probes, Triage, Explain, Packs, Remedy };

/// What `remedy` is to do.
/// Those from Resume on name a mending, or none.
enum class RemedyVerb { List, Plan, Apply, Adopt, Resume, Undo, Leave, Status };

struct Outputs {
    QString caseFile;
    QString html;
    QString json;
    QString markdown;
    QString pdf;
    bool jsonToStandardOutput = false; ///< --json without a file, or "-"
};

enum class SudoUse {
    WhereFree, ///< where it asks for no password
    Ask, ///< also where it wants one, which is asked for on the terminal
    Never
};

struct Arguments {
    Command command = Command::Help;
    QStringList targets; ///< nodes, case files or text files, as the command takes
    bool local = false;
    bool demo = false; ///< the built-in demo node
    QString inventoryFile;
    QStringList identityFiles;
    QVector<Endpoint> jumps;
    QString knownHostsFile;
    QString sshConfigFile;
    SudoUse sudo = SudoUse::WhereFree;
    std::optional<int> sudoPasswordFd;
    std::optional<int> passwordFd;
    int connectSeconds = 8;
    Outputs outputs;
    FailOn failOn = FailOn::AsFound;
    QString language; ///< "en", "ru"; empty: the environment's
    bool asScript = false; ///< probes: a file that somebody runs on the node by hand
    QString cause; ///< explain this one alone; empty: all
    RemedyVerb remedyVerb = RemedyVerb::List;
    QString remedy; ///< its id; empty: the first that is offered
    QString yes; ///< hash of the plan that is to be applied
    QStringList packFolders;
    bool quiet = false;

    bool hasJson() const { return outputs.jsonToStandardOutput || !outputs.json.isEmpty(); }
};

/// `words` without the program's name.
Result<Arguments> parseArguments(const QStringList &given);
/// The help for `command`, or for all of them.
QString helpText(Command command);

} // namespace gordian
