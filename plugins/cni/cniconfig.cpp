// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "cni/cnireaders.h"

#include "sdk/parts.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>

#include <algorithm>

namespace gordian {

namespace {

using Json = nlohmann::json;

QString textAt(const Json &from, const char *key)
{
    return from.is_object() && from.contains(key) && from[key].is_string()
        ? QString::fromStdString(from[key].get<std::string>())
        : QString();
}

void addType(QStringList &types, const Json &plugin)
{
    for (const QString &type :
         {textAt(plugin, "type"),
          plugin.is_object() && plugin.contains("ipam") ? textAt(plugin["ipam"], "type") : QString()}) {
        if (!type.isEmpty() && !types.contains(type)) {
            types.append(type);
        }
    }
}

QString networkOf(const QStringList &types)
{
    static const std::pair<const char *, const char *> known[] = {
        {"calico", "calico"}, {"flannel", "flannel"}, {"cilium-cni", "cilium"}, {"weave-net", "weave"},
        {"antrea", "antrea"}, {"aws-cni", "aws"},     {"kube-ovn", "kube-ovn"}, {"bridge", "bridge"},
    };
    for (const auto &[type, network] : known) {
        if (types.contains(QLatin1String(type))) {
            return QLatin1String(network);
        }
    }
    return types.isEmpty() ? QString() : types.first();
}

int lineAt(const Part &part, qsizetype offset)
{
    return 1
        + static_cast<int>(std::count(
            part.text.cbegin(), part.text.cbegin() + qBound<qsizetype>(0, offset, part.text.size()), '\n'));
}

/// What libcni demands:
/// https://github.com/containernetworking/cni/blob/main/SPEC.md#section-1-network-configuration-format
QString problemOf(const Json &config, bool isList)
{
    if (!config.is_object()) {
        return QStringLiteral("not a JSON object");
    }
    if (textAt(config, "name").isEmpty()) {
        return QStringLiteral("\"name\" is missing");
    }
    if (isList
        && (!config.contains("plugins") || !config["plugins"].is_array() || config["plugins"].empty())) {
        return QStringLiteral("\"plugins\" is missing or empty");
    }
    if (!isList && textAt(config, "type").isEmpty()) {
        return QStringLiteral("\"type\" is missing");
    }
    return {};
}

void addConfigFacts(const PartFacts &facts, const Json &config)
{
    QStringList types;
    if (config.contains("plugins") && config["plugins"].is_array()) {
        for (const Json &plugin : config["plugins"]) {
            addType(types, plugin);
        }
    } else {
        addType(types, config);
    }
    facts.add(QStringLiteral("cni.plugin-types"), types);
    facts.add(QStringLiteral("cni.network"), networkOf(types));
    facts.add(QStringLiteral("cni.name"), textAt(config, "name"));
    const QString version = textAt(config, "cniVersion");
    facts.add(QStringLiteral("cni.version"), version.isEmpty() ? QStringLiteral("none") : version);
}

void readWinner(const Artifact &artifact, const Part &part, FactSink &sink)
{
    const PartFacts facts(artifact, part, sink);
    if (artifact.truncated) {
        facts.notUnderstood(QStringLiteral("truncated"));
        return;
    }
    try {
        const Json config = Json::parse(part.text.constData(), part.text.constData() + part.text.size());
        const QString problem =
            problemOf(config, part.name.endsWith(QLatin1String(".conflist")) || config.contains("plugins"));
        facts.add(QStringLiteral("cni.valid"), problem.isEmpty());
        if (problem.isEmpty()) {
            addConfigFacts(facts, config);
        } else {
            facts.add(QStringLiteral("cni.error"), problem);
        }
    } catch (const Json::parse_error &error) {
        const int line = lineAt(part, static_cast<qsizetype>(error.byte) - 1);
        facts.add(QStringLiteral("cni.valid"), false, qMax(1, line - 1), {}, line);
        facts.add(QStringLiteral("cni.error"), QStringLiteral("line %1: not JSON").arg(line),
                  qMax(1, line - 1), {}, line);
    }
}

/// Where a JSON object that begins at `start` ends; -1 if it does not.
qsizetype endOfObject(QByteArrayView text, qsizetype start)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        const char each = text.at(i);
        if (quoted) {
            i += each == '\\' ? 1 : 0;
            quoted = each != '"';
        } else if (each == '"') {
            quoted = true;
        } else if (each == '{') {
            ++depth;
        } else if (each == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

bool isNetwork(const Json &config)
{
    return config.is_object() && config.contains("name")
        && (config.contains("plugins") || (config.contains("type") && config.contains("ipam")));
}

/// A pasted file, or the ConfigMap that it comes from: the first network in it. What is cut short says
/// nothing.
void readPasted(const Artifact &artifact, const Part &part, FactSink &sink)
{
    const QByteArrayView text(part.text);
    for (qsizetype at = text.indexOf('{'); at >= 0;) {
        const qsizetype end = endOfObject(text, at);
        if (end < 0) {
            return;
        }
        const Json config =
            Json::parse(text.constData() + at, text.constData() + end, nullptr, /*allow_exceptions=*/false);
        if (isNetwork(config)) {
            const PartFacts facts(artifact, part, sink);
            facts.add(QStringLiteral("cni.valid"), problemOf(config, config.contains("plugins")).isEmpty());
            addConfigFacts(facts, config);
            return;
        }
        at = text.indexOf('{', end);
    }
}

bool isConfigName(const QString &name)
{
    return name.endsWith(QLatin1String(".conf")) || name.endsWith(QLatin1String(".conflist"))
        || name.endsWith(QLatin1String(".json"));
}

/// Runtimes take the first file by name. The folder's listing says what is there even where contents are not
/// readable.
QString readListing(const PartFacts &facts, const Part &part)
{
    QString folder;
    QStringList configs;
    QStringList elsewhere;
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const QString text = QString::fromUtf8(line);
        if (text.startsWith(QLatin1String("directory "))) {
            folder = text.mid(10);
            facts.add(QStringLiteral("cni.conf-dir"), folder, number);
        } else if (text.startsWith(QLatin1String("file ")) && isConfigName(text)) {
            configs.append(text.section(QLatin1Char(' '), 4));
        } else if (text.startsWith(QLatin1String("elsewhere ")) && isConfigName(text)) {
            elsewhere.append(text.mid(10));
        }
    }
    std::sort(configs.begin(), configs.end());
    const int last = qMax(1, number);
    facts.add(QStringLiteral("cni.files"), configs, 1, {}, last);
    facts.add(QStringLiteral("cni.config-count"), qint64(configs.size()), 1, {}, last);
    facts.add(QStringLiteral("cni.elsewhere"), elsewhere, 1, {}, last);
    if (configs.isEmpty()) {
        return {};
    }
    facts.add(QStringLiteral("cni.winner"), folder + QLatin1Char('/') + configs.first(), 1, {}, last);
    return folder + QLatin1Char('/') + configs.first();
}

} // namespace

void readCniConfig(const Artifact &artifact, FactSink &sink)
{
    const QVector<Part> parts = partsOf(artifact);
    QString winner;
    bool listed = false;
    for (const Part &part : parts) {
        if (part.name == QLatin1String("listing")) {
            winner = readListing({artifact, part, sink}, part);
            listed = true;
        }
    }
    if (!listed && !parts.isEmpty()) {
        readPasted(artifact, parts.first(), sink);
        return;
    }
    for (const Part &part : parts) {
        if (!part.name.isEmpty() && part.name == winner) {
            readWinner(artifact, part, sink);
        }
    }
}

void readCniBinaries(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        QStringList missing;
        QStringList unusable;
        QStringList outside;
        QString main;
        qint64 programs = 0;
        int missingLine = 0;
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const QString text = QString::fromUtf8(line);
            const QString what = text.section(QLatin1Char(' '), 1);
            programs += text.startsWith(QLatin1String("program ")) ? 1 : 0;
            if (text.startsWith(QLatin1String("unusable "))) {
                unusable.append(what);
            } else if (text.startsWith(QLatin1String("outside "))) {
                outside.append(what);
            } else if (text.startsWith(QLatin1String("main "))) {
                main = what;
            } else if (text.startsWith(QLatin1String("nowhere "))) {
                missing.append(what);
                missingLine = number;
            }
        }
        facts.add(QStringLiteral("cni.missing-programs"), missing, missingLine);
        facts.add(QStringLiteral("cni.missing-program-count"), qint64(missing.size()), missingLine);
        facts.add(QStringLiteral("cni.unusable-programs"), unusable);
        facts.add(QStringLiteral("cni.outside-programs"), outside);
        QStringList folders;
        for (const QString &program : std::as_const(outside)) {
            folders.append(program.section(QLatin1Char('/'), 0, -2));
        }
        folders.removeDuplicates();
        facts.add(QStringLiteral("cni.outside-folder"), folders);
        if (!main.isEmpty()) {
            facts.add(QStringLiteral("cni.main-missing"), missing.contains(main), missingLine);
        }
        facts.add(QStringLiteral("cni.program-count"), programs);
    }
}

void readCniState(const Artifact &artifact, FactSink &sink)
{
    static const std::pair<const char *, const char *> agents[] = {
        {"tigera-operator_", "calico"},          {"calico-system_", "calico"},
        {"kube-system_calico", "calico"},        {"kube-flannel_", "flannel"},
        {"kube-system_kube-flannel", "flannel"}, {"kube-system_cilium", "cilium"},
        {"kube-system_weave", "weave"},          {"kube-system_kube-router", "kube-router"},
        {"kube-system_antrea", "antrea"},
    };
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const QString text = QString::fromUtf8(line);
            const QString what = text.section(QLatin1Char(' '), 1);
            if (text.startsWith(QLatin1String("agent "))) {
                facts.add(QStringLiteral("cni.agent"), what, number, what);
                for (const auto &[prefix, network] : agents) {
                    if (what.startsWith(QLatin1String(prefix))) {
                        facts.add(QStringLiteral("cni.agent-network"), QString(QLatin1String(network)),
                                  number);
                        break;
                    }
                }
            } else if (text == QLatin1String("present /run/flannel/subnet.env")) {
                facts.add(QStringLiteral("cni.flannel-subnet"), true, number);
            } else if (text.startsWith(QLatin1String("leases "))) {
                facts.add(QStringLiteral("cni.leases"), what.section(QLatin1Char(' '), 0, 0).toLongLong(),
                          number, what.section(QLatin1Char(' '), 1));
            }
        }
    }
}

} // namespace gordian
