// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "staticpods/staticpodsreaders.h"

#include "sdk/parts.h"

#include <yaml-cpp/yaml.h>

#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>

namespace gordian {

namespace {

constexpr std::array controlPlane{"etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"};

QString textOf(const YAML::Node &node)
{
    return node && node.IsScalar() ? QString::fromStdString(node.as<std::string>()) : QString();
}

/// A node that may be asked for what it has not got: a missing one throws.
YAML::Node child(const YAML::Node &from, const char *key)
{
    return from.IsMap() && from[key] ? from[key] : YAML::Node();
}

QString componentOf(const YAML::Node &pod)
{
    const YAML::Node metadata = child(pod, "metadata");
    const QString label = textOf(child(child(metadata, "labels"), "component"));
    return label.isEmpty() ? textOf(child(metadata, "name")) : label;
}

void addPod(const PartFacts &facts, const QString &file, const YAML::Node &pod,
            QMap<QString, QStringList> &found)
{
    const QString component = componentOf(pod);
    found[component].append(file);
    facts.add(QStringLiteral("static-pods.manifest"), file, 0, component);
    const YAML::Node spec = child(pod, "spec");
    const YAML::Node host = child(spec, "hostNetwork");
    const bool isHost = textOf(host) == QLatin1String("true");
    facts.add(QStringLiteral("static-pods.host-network"), isHost,
              host.IsDefined() && !host.IsNull() ? host.Mark().line + 1 : 0, component);
    for (const YAML::Node &container : child(spec, "containers")) {
        const YAML::Node image = child(container, "image");
        if (image.IsScalar()) {
            facts.add(QStringLiteral("static-pods.image"), textOf(image), image.Mark().line + 1, component);
        }
    }
}

/// Of pasted text a part may be cut out of anything; only what says that it is a pod is held to be a
/// manifest.
bool isFragment(const Artifact &artifact, const Part &part)
{
    return artifact.note == QLatin1String("pasted") && !part.text.startsWith("kind: Pod")
        && !part.text.contains("\nkind: Pod");
}

void readManifest(const Artifact &artifact, const Part &part, FactSink &sink,
                  QMap<QString, QStringList> &found)
{
    const PartFacts facts(artifact, part, sink);
    if (isFragment(artifact, part)) {
        facts.notUnderstood(QStringLiteral("a part of something else"), 1);
        return;
    }
    try {
        const YAML::Node pod =
            YAML::Load(std::string(part.text.constData(), static_cast<size_t>(part.text.size())));
        if (pod.IsMap() && textOf(pod["kind"]) == QLatin1String("Pod")) {
            addPod(facts, part.name, pod, found);
        } else if (!artifact.truncated) {
            facts.add(QStringLiteral("static-pods.invalid"), QStringLiteral("kind: Pod is missing"), 1,
                      part.name);
        }
    } catch (const YAML::Exception &error) {
        const int line = error.mark.line + 1;
        if (artifact.truncated || line < 1) {
            facts.notUnderstood(QString::fromUtf8(error.what()), qMax(0, line));
            return;
        }
        facts.add(QStringLiteral("static-pods.invalid"), QString::fromUtf8(error.what()), line, part.name);
        // The file is there all the same: broken is not missing.
        const QString base = part.name.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
        found[base].append(part.name);
    }
}

void readListing(const PartFacts &facts, const Part &part)
{
    QStringList files;
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        const QString text = QString::fromUtf8(line);
        if (text.startsWith(QLatin1String("directory "))) {
            facts.add(QStringLiteral("static-pods.directory"), text.mid(10), number);
        } else if (text.startsWith(QLatin1String("missing "))) {
            facts.add(QStringLiteral("static-pods.directory-missing"), true, number);
        } else if (text.startsWith(QLatin1String("file "))) {
            files.append(text.section(QLatin1Char(' '), 6));
        }
    }
    facts.add(QStringLiteral("static-pods.files"), files, 1, {}, qMax(1, number));
}

/// Beside the file that is named as kubeadm names it, the others are the copies.
void addCopies(const Artifact &artifact, const QString &component, const QStringList &files, FactSink &sink)
{
    const QString own = QLatin1Char('/') + component + QLatin1String(".yaml");
    const auto isOwn = [&own](const QString &file) { return file.endsWith(own); };
    if (std::count_if(files.cbegin(), files.cend(), isOwn) != 1) {
        return;
    }
    for (const QString &file : files) {
        if (!isOwn(file)) {
            sink.add({QStringLiteral("static-pods.copy"),
                      component,
                      file,
                      {artifact.node, artifact.probe, {}, 0, 0},
                      {}});
        }
    }
}

} // namespace

void readManifests(const Artifact &artifact, FactSink &sink)
{
    QMap<QString, QStringList> found;
    SourceRef listing;
    const QVector<Part> parts = partsOf(artifact);
    for (const Part &part : parts) {
        if (part.name == QLatin1String("listing")) {
            const PartFacts facts(artifact, part, sink);
            listing = facts.source(0);
            readListing(facts, part);
        } else if (!part.text.trimmed().isEmpty()) {
            readManifest(artifact, part, sink, found);
        }
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (it->size() > 1) {
            sink.add({QStringLiteral("static-pods.duplicate"),
                      it.key(),
                      *it,
                      {artifact.node, artifact.probe, {}, 0, 0},
                      {}});
            addCopies(artifact, it.key(), *it, sink);
        }
    }
    // Only the whole folder can say that something is missing in it.
    if (listing.isNull() || artifact.truncated || artifact.state == ArtifactState::TimedOut) {
        return;
    }
    for (const char *name : controlPlane) {
        const QString component = QLatin1String(name);
        sink.add(
            {QStringLiteral("static-pods.has-manifest"), component, found.contains(component), listing, {}});
        if (!found.contains(component)) {
            sink.add({QStringLiteral("static-pods.no-manifest"), component, component, listing, {}});
        }
    }
}

void readControlPlaneMarks(const Artifact &artifact, FactSink &sink)
{
    // What kubeadm leaves beside each manifest: with it, the component belongs on this node.
    static const QMap<QString, QString> marks{
        {QStringLiteral("/etc/kubernetes/pki/etcd/server.crt"), QStringLiteral("etcd")},
        {QStringLiteral("/etc/kubernetes/pki/apiserver.crt"), QStringLiteral("kube-apiserver")},
        {QStringLiteral("/etc/kubernetes/controller-manager.conf"),
         QStringLiteral("kube-controller-manager")},
        {QStringLiteral("/etc/kubernetes/scheduler.conf"), QStringLiteral("kube-scheduler")},
    };
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        bool isControlPlane = false;
        QStringList stray;
        QSet<QString> running;
        int number = 0;
        for (const QByteArray &line : linesOf(part)) {
            ++number;
            const QString text = QString::fromUtf8(line);
            const QString what = text.section(QLatin1Char(' '), 1);
            if (text.startsWith(QLatin1String("present ")) && marks.contains(what)) {
                facts.add(QStringLiteral("static-pods.expected"), true, number, marks.value(what));
                isControlPlane = true;
            } else if (text.startsWith(QLatin1String("runs "))) {
                running.insert(what);
                facts.add(QStringLiteral("static-pods.running"), true, number, what);
            } else if (text.startsWith(QLatin1String("stray "))) {
                stray.append(what);
            }
        }
        for (const char *name : controlPlane) {
            if (!running.contains(QLatin1String(name))) {
                facts.add(QStringLiteral("static-pods.running"), false, 0, QLatin1String(name));
            }
        }
        facts.add(QStringLiteral("static-pods.control-plane"), isControlPlane);
        facts.add(QStringLiteral("static-pods.stray-files"), stray);
    }
}

} // namespace gordian
