// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "controlplane/staticpodflagsparser.h"

#include "sdk/lines.h"

#include <yaml-cpp/yaml.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <exception>
#include <utility>

namespace gordian {
namespace {

const QStringList kTold = {
    // Flags that checks and causes ask for; everything else stays in the evidence only.
    QStringLiteral("advertise-address"),
    QStringLiteral("bind-address"),
    QStringLiteral("secure-port"),
    QStringLiteral("etcd-servers"),
    QStringLiteral("etcd-cafile"),
    QStringLiteral("etcd-certfile"),
    QStringLiteral("tls-cert-file"),
    QStringLiteral("client-ca-file"),
    QStringLiteral("service-cluster-ip-range"),
    QStringLiteral("service-account-issuer"),
    QStringLiteral("service-account-key-file"),
    QStringLiteral("service-account-signing-key-file"),
    QStringLiteral("encryption-provider-config"),
    QStringLiteral("enable-admission-plugins"),
    QStringLiteral("authorization-mode"),
    QStringLiteral("anonymous-auth"),
    QStringLiteral("data-dir"),
    QStringLiteral("listen-client-urls"),
    QStringLiteral("listen-peer-urls"),
    QStringLiteral("advertise-client-urls"),
    QStringLiteral("initial-cluster"),
    QStringLiteral("initial-cluster-state"),
    QStringLiteral("quota-backend-bytes"),
    QStringLiteral("cert-file"),
    QStringLiteral("trusted-ca-file"),
    QStringLiteral("peer-cert-file"),
    QStringLiteral("peer-trusted-ca-file"),
    QStringLiteral("leader-elect"),
    QStringLiteral("cluster-cidr"),
    QStringLiteral("allocate-node-cidrs"),
    QStringLiteral("controllers"),
    QStringLiteral("kubeconfig"),
    QStringLiteral("root-ca-file"),
    QStringLiteral("cluster-signing-cert-file"),
    QStringLiteral("service-account-private-key-file"),
};

/// The lines of a manifest, joined, and where it starts in the artifact.
struct Manifest {
    std::string text;
    ArtifactLine first;
    ArtifactLine last;
};

bool isPasted(const Artifact &artifact)
{
    return artifact.note == QLatin1String("pasted");
}

/// One for each section that is a manifest; without sections the whole is one.
QVector<Manifest> manifestsOf(const Artifact &artifact)
{
    QVector<Manifest> manifests;
    QString section;
    for (const ArtifactLine &line : linesOf(artifact)) {
        const QString name = sectionName(artifact, line);
        if (!artifact.sections.isEmpty() && !isPasted(artifact)
            && !name.contains(QLatin1String("/manifests/"))) {
            continue;
        }
        if (manifests.isEmpty() || name != section) {
            manifests.append({{}, line, line});
            section = name;
        }
        Manifest &manifest = manifests.last();
        manifest.last = line;
        manifest.text.append(line.text.data(), static_cast<std::size_t>(line.text.size())).append(1, '\n');
    }
    return manifests;
}

/// Whose manifest it is; empty if none of ours.
QString componentOf(const YAML::Node &pod)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("etcd"), QStringLiteral("etcd")},
        {QStringLiteral("kube-apiserver"), QStringLiteral("apiserver")},
        {QStringLiteral("kube-controller-manager"), QStringLiteral("controller-manager")},
        {QStringLiteral("kube-scheduler"), QStringLiteral("scheduler")},
    };
    const YAML::Node metadata = pod["metadata"];
    const YAML::Node name = metadata.IsDefined() && metadata.IsMap() ? metadata["name"] : YAML::Node();
    return name.IsDefined() && name.IsScalar() ? known.value(QString::fromStdString(name.as<std::string>()))
                                               : QString();
}

class Reader {
public:
    Reader(const Artifact &artifact, const Manifest &manifest, const QString &component, FactSink &sink)
        : m_artifact(artifact),
          m_manifest(manifest),
          m_sink(sink),
          m_component(component)
    {
    }

    void read(const YAML::Node &pod)
    {
        const YAML::Node containers = pod["spec"]["containers"];
        if (!containers.IsDefined() || !containers.IsSequence() || containers.size() == 0) {
            throw YAML::Exception(pod.Mark(), "no containers");
        }
        const YAML::Node container = containers[0];
        add(QStringLiteral("image"), container["image"]);
        for (const char *list : {"command", "args"}) {
            const YAML::Node words = container[list];
            for (std::size_t i = 0; words.IsDefined() && words.IsSequence() && i < words.size(); ++i) {
                readFlag(words[i]);
            }
        }
        tellUnmounted(container["volumeMounts"]);
    }

private:
    void readFlag(const YAML::Node &word)
    {
        const QString text = QString::fromStdString(word.as<std::string>(std::string()));
        const qsizetype equals = text.indexOf(u'=');
        if (!text.startsWith(QLatin1String("--")) || equals < 0) {
            return;
        }
        // --x-file=/a, --x-certfile=/b, --x-config=/c: what the process will open.
        static const QRegularExpression file(QStringLiteral("(?:file|config)$"));
        if (text.mid(equals + 1).startsWith(u'/') && file.match(text.left(equals)).hasMatch()) {
            m_files.append(text.mid(equals + 1));
            m_filesAt = sourceOf(word);
        }
        if (!kTold.contains(text.mid(2, equals - 2))) {
            return;
        }
        m_sink.add(factAt(sourceOf(word), m_component + QLatin1String(".flag-") + text.mid(2, equals - 2),
                          text.mid(equals + 1)));
    }

    void add(const QString &name, const YAML::Node &value)
    {
        // Anything asked of a node that is not there throws, but whether it is.
        if (value.IsDefined() && value.IsScalar()) {
            m_sink.add(factAt(sourceOf(value), m_component + u'.' + name,
                              QString::fromStdString(value.as<std::string>())));
        }
    }

    /// The container sees of the host only what is mounted: a file elsewhere does not exist for it.
    void tellUnmounted(const YAML::Node &mounts)
    {
        QStringList folders;
        for (std::size_t i = 0; mounts.IsDefined() && mounts.IsSequence() && i < mounts.size(); ++i) {
            const YAML::Node path = mounts[i]["mountPath"];
            if (path.IsDefined() && path.IsScalar()) {
                folders.append(QString::fromStdString(path.as<std::string>()));
            }
        }
        QStringList unmounted;
        for (const QString &file : std::as_const(m_files)) {
            const bool seen = std::any_of(folders.cbegin(), folders.cend(), [&](const QString &folder) {
                return file == folder
                    || file.startsWith(folder.endsWith(u'/') ? folder : folder + QLatin1Char('/'));
            });
            if (!seen && !unmounted.contains(file)) {
                unmounted.append(file);
            }
        }
        if (!unmounted.isEmpty()) {
            m_sink.add(factAt(m_filesAt, m_component + QLatin1String(".unmounted-file"), unmounted));
        }
    }

    SourceRef sourceOf(const YAML::Node &node) const
    {
        SourceRef source = sourceAt(m_artifact, m_manifest.first, m_manifest.first);
        source.firstLine += qMax(0, node.Mark().line);
        source.lastLine = source.firstLine;
        return source;
    }

    const Artifact &m_artifact;
    const Manifest &m_manifest;
    FactSink &m_sink;
    QString m_component;
    QStringList m_files; ///< named by flags
    SourceRef m_filesAt;
};

void read(const Artifact &artifact, const Manifest &manifest, FactSink &sink)
{
    // yaml-cpp throws on what it cannot read: kept inside.
    try {
        const YAML::Node pod = YAML::Load(manifest.text);
        const QString component = isPasted(artifact) ? (pod.IsMap() ? componentOf(pod) : QString())
                                                     : artifact.probe.section(u'.', 0, 0);
        if (!component.isEmpty()) {
            Reader(artifact, manifest, component, sink).read(pod);
        }
    } catch (const std::exception &problem) {
        sink.notUnderstood(sourceAt(artifact, manifest.first, manifest.last),
                           QString::fromUtf8(problem.what()));
    }
}

} // namespace

QStringList StaticPodFlagsParser::probes() const
{
    return {QStringLiteral("etcd.manifest"), QStringLiteral("apiserver.manifest"),
            QStringLiteral("controller-manager.manifest"), QStringLiteral("scheduler.manifest"),
            QStringLiteral("static-pods.manifests")};
}

void StaticPodFlagsParser::parse(const Artifact &artifact, FactSink &sink) const
{
    // A node is asked for each manifest by its own probe; pasted ones are all taken for static pods.
    if (artifact.probe == QLatin1String("static-pods.manifests") && !isPasted(artifact)) {
        return;
    }
    for (const Manifest &manifest : manifestsOf(artifact)) {
        read(artifact, manifest, sink);
    }
}

} // namespace gordian
