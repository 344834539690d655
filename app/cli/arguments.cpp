// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/arguments.h"

#include "cli/words.h"

#include <QHash>

#include <functional>

namespace gordian {

namespace {

tl::unexpected<Error> wrong(const QString &sentence)
{
    return failure(ErrorCode::Malformed, sentence);
}

Result<int> toDescriptor(const QString &option, const QString &value)
{
    bool number = false;
    const int descriptor = value.toInt(&number);
    if (!number || descriptor < 0) {
        return wrong(
            Words::tr("%1 takes the number of an open file descriptor, not \"%2\"").arg(option, value));
    }
    return descriptor;
}

/// Options that take a value, and where it goes. An Error comes back for a value that does not fit.
using Setter = std::function<Result<void>(Arguments &, const QString &)>;

Setter into(QString Outputs::*member)
{
    return [member](Arguments &arguments, const QString &value) -> Result<void> {
        arguments.outputs.*member = value;
        return {};
    };
}

Setter into(QString Arguments::*member)
{
    return [member](Arguments &arguments, const QString &value) -> Result<void> {
        arguments.*member = value;
        return {};
    };
}

Setter intoList(QStringList Arguments::*member)
{
    return [member](Arguments &arguments, const QString &value) -> Result<void> {
        (arguments.*member).append(value);
        return {};
    };
}

Setter intoDescriptor(const QString &option, std::optional<int> Arguments::*member)
{
    return [option, member](Arguments &arguments, const QString &value) -> Result<void> {
        const auto descriptor = toDescriptor(option, value);
        if (!descriptor) {
            return tl::unexpected(descriptor.error());
        }
        arguments.*member = *descriptor;
        return {};
    };
}

Result<void> setJumps(Arguments &arguments, const QString &value)
{
    const QStringList hops = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &hop : hops) {
        const Endpoint endpoint = parseEndpoint(hop);
        if (endpoint.host.isEmpty()) {
            return wrong(
                Words::tr("--jump takes [user@]host[:port], several with commas, not \"%1\"").arg(hop));
        }
        arguments.jumps.append(endpoint);
    }
    return {};
}

Result<void> setConnectSeconds(Arguments &arguments, const QString &value)
{
    bool number = false;
    arguments.connectSeconds = value.toInt(&number);
    if (!number || arguments.connectSeconds < 1) {
        return wrong(Words::tr("--connect-timeout takes a number of seconds, not \"%1\"").arg(value));
    }
    return {};
}

Result<void> setFailOn(Arguments &arguments, const QString &value)
{
    if (value == QLatin1String("warn")) {
        arguments.failOn = FailOn::Warn;
    } else if (value == QLatin1String("fail")) {
        arguments.failOn = FailOn::Fail;
    } else {
        return wrong(Words::tr("--fail-on takes warn or fail, not \"%1\"").arg(value));
    }
    return {};
}

Result<void> setLanguage(Arguments &arguments, const QString &value)
{
    if (value != QLatin1String("en") && value != QLatin1String("ru")) {
        return wrong(Words::tr("--lang takes en or ru, not \"%1\"").arg(value));
    }
    arguments.language = value;
    return {};
}

const QHash<QString, Setter> &valueOptions()
{
    static const QHash<QString, Setter> options{
        {QStringLiteral("--identity"), intoList(&Arguments::identityFiles)},
        {QStringLiteral("--inventory"), into(&Arguments::inventoryFile)},
        {QStringLiteral("--jump"), setJumps},
        {QStringLiteral("--known-hosts"), into(&Arguments::knownHostsFile)},
        {QStringLiteral("--ssh-config"), into(&Arguments::sshConfigFile)},
        {QStringLiteral("--sudo-password-fd"),
         intoDescriptor(QStringLiteral("--sudo-password-fd"), &Arguments::sudoPasswordFd)},
        {QStringLiteral("--password-fd"),
         intoDescriptor(QStringLiteral("--password-fd"), &Arguments::passwordFd)},
        {QStringLiteral("--connect-timeout"), setConnectSeconds},
        {QStringLiteral("--case"), into(&Outputs::caseFile)},
        {QStringLiteral("--html"), into(&Outputs::html)},
        {QStringLiteral("--markdown"), into(&Outputs::markdown)},
        {QStringLiteral("--pdf"), into(&Outputs::pdf)},
        {QStringLiteral("--fail-on"), setFailOn},
        {QStringLiteral("--lang"), setLanguage},
        {QStringLiteral("--cause"), into(&Arguments::cause)},
        {QStringLiteral("--remedy"), into(&Arguments::remedy)},
        {QStringLiteral("--yes"), into(&Arguments::yes)},
        {QStringLiteral("--pack"), intoList(&Arguments::packFolders)},
    };
    return options;
}

const QHash<QString, std::function<void(Arguments &)>> &switches()
{
    static const QHash<QString, std::function<void(Arguments &)>> all{
        {QStringLiteral("--local"), [](Arguments &a) { a.local = true; }},
        {QStringLiteral("--demo"), [](Arguments &a) { a.demo = true; }},
        {QStringLiteral("--sudo"), [](Arguments &a) { a.sudo = SudoUse::WhereFree; }},
        {QStringLiteral("--ask-sudo"), [](Arguments &a) { a.sudo = SudoUse::Ask; }},
        {QStringLiteral("--no-sudo"), [](Arguments &a) { a.sudo = SudoUse::Never; }},
        {QStringLiteral("--script"), [](Arguments &a) { a.asScript = true; }},
        {QStringLiteral("--quiet"), [](Arguments &a) { a.quiet = true; }},
        {QStringLiteral("-q"), [](Arguments &a) { a.quiet = true; }},
    };
    return all;
}

std::optional<Command> commandNamed(const QString &word)
{
    static const QHash<QString, Command> commands{
        {QStringLiteral("diagnose"), Command::Diagnose}, {QStringLiteral("report"), Command::Report},
        {QStringLiteral("discover"), Command::Discover}, {QStringLiteral("probes"), Command::Probes},
        {QStringLiteral("triage"), Command::Triage},     {QStringLiteral("explain"), Command::Explain},
        {QStringLiteral("packs"), Command::Packs},       {QStringLiteral("remedy"), Command::Remedy},
        {QStringLiteral("help"), Command::Help},         {QStringLiteral("--help"), Command::Help},
        {QStringLiteral("-h"), Command::Help},           {QStringLiteral("--version"), Command::Version},
    };
    const auto found = commands.constFind(word);
    return found == commands.cend() ? std::nullopt : std::optional(*found);
}

/// The word after `remedy`.
Result<void> takeRemedyVerb(Arguments &arguments, QStringList &words)
{
    static const QHash<QString, RemedyVerb> verbs{
        {QStringLiteral("list"), RemedyVerb::List},     {QStringLiteral("plan"), RemedyVerb::Plan},
        {QStringLiteral("apply"), RemedyVerb::Apply},   {QStringLiteral("adopt"), RemedyVerb::Adopt},
        {QStringLiteral("resume"), RemedyVerb::Resume}, {QStringLiteral("undo"), RemedyVerb::Undo},
        {QStringLiteral("leave"), RemedyVerb::Leave},   {QStringLiteral("status"), RemedyVerb::Status},
    };
    const auto found = verbs.constFind(words.value(0));
    if (found == verbs.cend()) {
        return wrong(Words::tr("remedy takes list, plan, apply, adopt, resume, undo, leave or status"));
    }
    arguments.remedyVerb = *found;
    words.removeFirst();
    return {};
}

Result<void> checkRemedy(const Arguments &arguments)
{
    const bool namesNodes =
        !arguments.targets.isEmpty() || arguments.local || !arguments.inventoryFile.isEmpty();
    switch (arguments.remedyVerb) {
    case RemedyVerb::Status:
        return arguments.targets.size() <= 1
            ? Result<void>{}
            : Result<void>(wrong(Words::tr("name one mending; see gordianctl remedy status")));
    case RemedyVerb::Resume:
    case RemedyVerb::Undo:
    case RemedyVerb::Leave:
        return arguments.targets.size() == 1
            ? Result<void>{}
            : Result<void>(wrong(Words::tr("name one mending; see gordianctl remedy status")));
    case RemedyVerb::Apply:
        if (arguments.remedy.isEmpty() || arguments.yes.isEmpty()) {
            return wrong(
                Words::tr("apply needs --remedy ID and --yes HASH, as gordianctl remedy plan prints them"));
        }
        break;
    default:
        break;
    }
    return namesNodes ? Result<void>{}
                      : Result<void>(wrong(Words::tr("name at least one node, or use --local")));
}

/// Takes `--json`, which stands alone for triage and takes a file elsewhere.
Result<void> takeJson(Arguments &arguments, QStringList &words, const std::optional<QString> &inlineValue)
{
    if (arguments.command == Command::Triage && !inlineValue) {
        arguments.outputs.jsonToStandardOutput = true;
        return {};
    }
    if (!inlineValue && words.isEmpty()) {
        return wrong(Words::tr("%1 needs a value").arg(QStringLiteral("--json")));
    }
    const QString file = inlineValue ? *inlineValue : words.takeFirst();
    if (file == QLatin1String("-")) {
        arguments.outputs.jsonToStandardOutput = true;
    } else {
        arguments.outputs.json = file;
    }
    return {};
}

Result<void> takeOption(Arguments &arguments, const QString &word, QStringList &words)
{
    const QString name = word.section(QLatin1Char('='), 0, 0);
    const std::optional<QString> inlineValue =
        word.contains(QLatin1Char('=')) ? std::optional(word.section(QLatin1Char('='), 1)) : std::nullopt;
    if (name == QLatin1String("--json")) {
        return takeJson(arguments, words, inlineValue);
    }
    if (const auto found = switches().constFind(word); found != switches().cend()) {
        (*found)(arguments);
        return {};
    }
    const auto option = valueOptions().constFind(name);
    if (option == valueOptions().cend()) {
        return wrong(Words::tr("there is no option %1; see gordianctl --help").arg(name));
    }
    if (!inlineValue && words.isEmpty()) {
        return wrong(Words::tr("%1 needs a value").arg(name));
    }
    return (*option)(arguments, inlineValue ? *inlineValue : words.takeFirst());
}

Result<void> checkTargets(const Arguments &arguments)
{
    const bool none = arguments.targets.isEmpty();
    switch (arguments.command) {
    case Command::Diagnose:
        if (none && !arguments.local && !arguments.demo && arguments.inventoryFile.isEmpty()) {
            return wrong(Words::tr("name at least one node, or use --local, --demo or --inventory FILE"));
        }
        return {};
    case Command::Discover:
        return none && !arguments.local && !arguments.demo
            ? Result<void>(wrong(Words::tr("name one control-plane node")))
            : Result<void>{};
    case Command::Report:
        return arguments.targets.size() != 1 ? Result<void>(wrong(Words::tr("name one case file or report")))
                                             : Result<void>{};
    case Command::Explain:
        return none ? Result<void>(wrong(Words::tr("name a case, a report or files of text")))
                    : Result<void>{};
    case Command::Probes:
        return none ? Result<void>{}
                    : Result<void>(wrong(Words::tr("probes takes no \"%1\"").arg(arguments.targets.first())));
    case Command::Packs:
        return none ? Result<void>{}
                    : Result<void>(wrong(Words::tr("packs takes no \"%1\"").arg(arguments.targets.first())));
    case Command::Remedy:
        return checkRemedy(arguments);
    default:
        return {};
    }
}

} // namespace

Result<Arguments> parseArguments(const QStringList &given)
{
    Arguments arguments;
    QStringList words = given;
    if (words.isEmpty()) {
        return arguments;
    }
    const QString first = words.takeFirst();
    const auto command = commandNamed(first);
    if (!command) {
        return wrong(Words::tr("there is no command \"%1\"; see gordianctl --help").arg(first));
    }
    arguments.command = *command;
    if (arguments.command == Command::Remedy && words.value(0) != QLatin1String("--help")) {
        if (auto taken = takeRemedyVerb(arguments, words); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    bool onlyTargets = false;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (!onlyTargets && word == QLatin1String("--")) {
            onlyTargets = true;
        } else if (!onlyTargets && (word == QLatin1String("--help") || word == QLatin1String("-h"))) {
            arguments.command = Command::Help;
            return arguments;
        } else if (!onlyTargets && word.startsWith(QLatin1Char('-')) && word != QLatin1String("-")) {
            if (auto taken = takeOption(arguments, word, words); !taken) {
                return tl::unexpected(taken.error());
            }
        } else {
            arguments.targets.append(word);
        }
    }
    if (auto checked = checkTargets(arguments); !checked) {
        return tl::unexpected(checked.error());
    }
    return arguments;
}

QString helpText(Command)
{
    return Words::tr(
        "gordianctl: finds the one cause behind a Kubernetes cluster that does not come up\n"
        "\n"
        "  gordianctl diagnose [user@]host[:port]... [options]   sign in, collect, name the cause\n"
        "  gordianctl diagnose --local [options]                 on the node itself\n"
        "  gordianctl diagnose --demo [options]                  on the built-in demo node\n"
        "  gordianctl report CASE [options]                      judge a saved case or report again\n"
        "  gordianctl explain CASE|FILE... [--cause ID]          show the reasoning: for, against, missing\n"
        "  gordianctl triage [--json] [FILE...]                  judge pasted text or files (none: standard "
        "input)\n"
        "  gordianctl discover [user@]host[:port]                name the cluster's other nodes\n"
        "  gordianctl packs                                      list the knowledge packs, and what is wrong "
        "with "
        "your own\n"
        "  gordianctl probes                                     print exactly what would be run on a node\n"
        "  gordianctl probes --script > FILE                     for a node out of reach: a script to run "
        "there by "
        "hand;\n"
        "                                                        triage reads what it prints\n"
        "  gordianctl remedy list NODE...                        what can be done about it, and what it "
        "risks\n"
        "  gordianctl remedy plan NODE... --remedy ID            every command and every diff; changes "
        "nothing\n"
        "  gordianctl remedy apply NODE... --remedy ID --yes HASH   do what that plan says, verify, or undo\n"
        "  gordianctl remedy status [ID]                         what was done; of one mending the whole "
        "transcript\n"
        "  gordianctl remedy resume ID                           go on after a broken link or a crash\n"
        "  gordianctl remedy undo ID                             take it back\n"
        "  gordianctl remedy leave ID                            do nothing more about one that stands "
        "half-way\n"
        "  gordianctl remedy adopt NODE...                       know of what another laptop began there, to "
        "resume or undo it\n"
        "\n"
        "Connecting\n"
        "  --inventory FILE       nodes from an Ansible inventory, kubeconfig, ssh config or a list of "
        "lines\n"
        "  --identity FILE        private key to try first (may be repeated)\n"
        "  --jump HOST[,HOST]     jump hosts, in order\n"
        "  --ssh-config FILE      instead of ~/.ssh/config; none reads none\n"
        "  --known-hosts FILE     instead of ~/.ssh/known_hosts; host keys are always verified\n"
        "  --password-fd N        read the password from this file descriptor\n"
        "  --sudo                 use sudo where it asks for no password (the default)\n"
        "  --ask-sudo             also where it wants a password: ask for it on the terminal\n"
        "  --sudo-password-fd N   read the sudo password from this file descriptor\n"
        "  --no-sudo              collect with the account's own rights\n"
        "  --connect-timeout N    seconds for one connection attempt (default 8)\n"
        "\n"
        "Results\n"
        "  --case FILE            keep the case here while it grows\n"
        "  --html FILE  --json FILE  --markdown FILE  --pdf FILE   write the report; --json - prints it\n"
        "  --fail-on warn|fail    what makes the exit code 3: warnings too, or failures alone\n"
        "  --lang en|ru           language of the output\n"
        "  --pack FOLDER          further knowledge packs (may be repeated)\n"
        "  -q, --quiet            no progress\n"
        "\n"
        "Exit codes: 0 nothing wrong; 1 usage or internal error; 2 no node could be examined; 3 failures "
        "found;\n"
        "4 only warnings; 5 partly examined and nothing wrong found.\n");
}

} // namespace gordian
