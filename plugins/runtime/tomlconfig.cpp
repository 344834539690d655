// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/runtimereaders.h"

#include "sdk/parts.h"

#include <toml++/toml.h>

#include <array>

namespace gordian {

namespace {

using Node = toml::node_view<const toml::node>;

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

int lineOf(const Node &node)
{
    return node ? static_cast<int>(node.node()->source().begin.line) : 0;
}

QStringList stringsOf(const Node &node)
{
    QStringList list;
    if (const toml::array *array = node.as_array()) {
        for (const toml::node &item : *array) {
            if (const auto text = item.value<std::string>()) {
                list.append(textOf(*text));
            }
        }
    }
    return list;
}

void addText(const PartFacts &facts, const char *key, const Node &node)
{
    if (const auto text = node.value<std::string>(); text && !text->empty()) {
        facts.add(QLatin1String(key), textOf(*text), lineOf(node));
    }
}

/// The CRI plugin's table. Version 3 files (containerd 2.x) split it in two and moved it; before, it was one,
/// and in version 1 files "cri". https://github.com/containerd/containerd/blob/main/docs/cri/config.md
Node criTable(const toml::table &root)
{
    const Node plugins(root.get("plugins"));
    constexpr std::array names{"io.containerd.cri.v1.runtime", "io.containerd.grpc.v1.cri", "cri"};
    for (const char *name : names) {
        if (plugins[name]["containerd"]) {
            return plugins[name];
        }
    }
    return plugins["io.containerd.grpc.v1.cri"];
}

bool isCriDisabled(const QStringList &disabled)
{
    return std::any_of(disabled.cbegin(), disabled.cend(), [](const QString &plugin) {
        return plugin == QLatin1String("cri") || plugin == QLatin1String("io.containerd.grpc.v1.cri")
            || plugin == QLatin1String("io.containerd.cri.v1.runtime");
    });
}

/// The driver of the runtime that pods get unless they ask for another. Only runc's own options have the
/// switch.
void addCgroupDriver(const PartFacts &facts, const Node &cri, const char *key)
{
    const std::string name = cri["containerd"]["default_runtime_name"].value_or(std::string("runc"));
    const Node runtime = cri["containerd"]["runtimes"][name];
    const Node option = runtime["options"]["SystemdCgroup"];
    if (const auto systemd = option.value<bool>()) {
        facts.add(QLatin1String(key), *systemd ? QStringLiteral("systemd") : QStringLiteral("cgroupfs"),
                  lineOf(option));
    } else if (runtime["runtime_type"].value_or(std::string()).find("runc") != std::string::npos) {
        facts.add(QLatin1String(key), QStringLiteral("cgroupfs"), lineOf(runtime)); // unset is false
    }
}

void addNetworkFolders(const PartFacts &facts, const Node &cni)
{
    addText(facts, "runtime.cni-conf-dir", cni["conf_dir"]);
    QStringList bins = stringsOf(cni["bin_dirs"]);
    const Node one = cni["bin_dir"];
    if (bins.isEmpty() && !one.value_or(std::string()).empty()) {
        bins.append(textOf(one.value_or(std::string())));
    }
    if (!bins.isEmpty()) {
        facts.add(QStringLiteral("runtime.cni-bin-dirs"), bins,
                  lineOf(cni["bin_dirs"] ? cni["bin_dirs"] : one));
    }
}

void addContainerdFacts(const PartFacts &facts, const toml::table &root)
{
    const Node view(root);
    const Node disabled(root.get("disabled_plugins"));
    facts.add(QStringLiteral("runtime.disabled-plugins"), stringsOf(disabled), lineOf(disabled));
    facts.add(QStringLiteral("runtime.cri-disabled"), isCriDisabled(stringsOf(disabled)), lineOf(disabled));
    if (const auto version = view["version"].value<int64_t>()) {
        facts.add(QStringLiteral("runtime.config-version"), qint64(*version), lineOf(view["version"]));
    }
    const Node cri = criTable(root);
    if (!isCriDisabled(stringsOf(disabled))) {
        addCgroupDriver(facts, cri, "runtime.cgroup-driver");
    }
    addNetworkFolders(facts, cri["cni"]);
    addText(facts, "runtime.sandbox-image", cri["sandbox_image"]);
    addText(facts, "runtime.sandbox-image",
            view["plugins"]["io.containerd.cri.v1.images"]["pinned_images"]["sandbox"]);
    addText(facts, "runtime.default-runtime", cri["containerd"]["default_runtime_name"]);
}

/// Whether the file asks for the systemd driver anywhere, wherever containerd may look for it.
void addFileIntent(const PartFacts &facts, const Part &part)
{
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const QByteArray bare = line.trimmed();
        if (bare.startsWith("SystemdCgroup") && bare.contains('=')) {
            facts.add(QStringLiteral("runtime.file-systemd-cgroup"), bare.contains("true"), number);
        } else if (bare.startsWith("systemd_cgroup") && bare.contains("true")) {
            facts.add(QStringLiteral("runtime.file-legacy-systemd-cgroup"), true, number);
        }
    }
}

void addFileFacts(const PartFacts &facts, const Part &part)
{
    addFileIntent(facts, part);
    const toml::table root =
        toml::parse(std::string_view(part.text.constData(), static_cast<size_t>(part.text.size())));
    const Node disabled(root.get("disabled_plugins"));
    if (disabled) {
        facts.add(QStringLiteral("runtime.file-disabled-plugins"), stringsOf(disabled), lineOf(disabled));
        facts.add(QStringLiteral("runtime.file-cri-disabled"), isCriDisabled(stringsOf(disabled)),
                  lineOf(disabled));
    }
    const Node version(root.get("version"));
    facts.add(QStringLiteral("runtime.file-version"), qint64(version.value_or(int64_t{1})), lineOf(version));
}

/// `config dump` always prints its version. What somebody pasted without one may be an excerpt, or the whole
/// file: then containerd 1.x takes it for version 1 and looks at none of the tables that are named by URI.
/// https://github.com/containerd/containerd/blob/main/docs/man/containerd-config.toml.5.md
bool isFileWithoutVersion(const Artifact &artifact, const toml::table &root)
{
    const Node plugins(root.get("plugins"));
    return artifact.note == QLatin1String("pasted") && !root.contains("version")
        && (plugins["io.containerd.grpc.v1.cri"] || plugins["io.containerd.cri.v1.runtime"]);
}

} // namespace

void readContainerdConfig(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        try {
            const toml::table root =
                toml::parse(std::string_view(part.text.constData(), static_cast<size_t>(part.text.size())));
            if (isFileWithoutVersion(artifact, root)) {
                addFileIntent(facts, part);
                facts.add(QStringLiteral("runtime.unversioned"), true, 1);
            } else if (root.contains("plugins") || root.contains("disabled_plugins")) {
                addContainerdFacts(facts, root);
            } else {
                facts.notUnderstood(QStringLiteral("no plugins table"));
            }
        } catch (const toml::parse_error &error) {
            facts.notUnderstood(QString::fromUtf8(error.what()), static_cast<int>(error.source().begin.line));
        }
    }
}

void readRuntimeConfigFiles(const Artifact &artifact, FactSink &sink)
{
    bool present = false;
    for (const Part &part : partsOf(artifact)) {
        if (!part.name.contains(QLatin1String("containerd")) || !part.name.endsWith(QLatin1String(".toml"))) {
            continue;
        }
        present = true;
        const PartFacts facts(artifact, part, sink);
        try {
            addFileFacts(facts, part);
        } catch (const toml::parse_error &error) {
            const int line = static_cast<int>(error.source().begin.line);
            if (artifact.truncated) {
                facts.notUnderstood(QString::fromUtf8(error.what()), line);
            } else {
                facts.add(QStringLiteral("runtime.file-error"),
                          QStringLiteral("%1: line %2: %3")
                              .arg(part.name)
                              .arg(line)
                              .arg(QString::fromUtf8(error.what())),
                          line);
            }
        }
    }
    sink.add(
        {QStringLiteral("runtime.file-present"), {}, present, {artifact.node, artifact.probe, {}, 0, 0}, {}});
}

void readCrioConfig(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        // The keys stand alone on their lines; the whole is not always TOML (warnings come first in old
        // versions).
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const qsizetype equals = line.indexOf('=');
            const QByteArray key = line.left(qMax<qsizetype>(equals, 0)).trimmed();
            QString value = QString::fromUtf8(line.mid(equals + 1)).trimmed();
            value.remove(QLatin1Char('"'));
            if (key == "cgroup_manager") {
                facts.add(QStringLiteral("runtime.cgroup-driver"), value, number);
            } else if (key == "pause_image") {
                facts.add(QStringLiteral("runtime.sandbox-image"), value, number);
            } else if (key == "network_dir") {
                facts.add(QStringLiteral("runtime.cni-conf-dir"), value, number);
            }
        }
    }
}

} // namespace gordian
