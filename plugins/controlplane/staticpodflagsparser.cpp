// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "controlplane/staticpodflagsparser.h"

#include "sdk/lines.h"

#include <yaml-cpp/yaml.h>

#include <exception>

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

/// The lines of the manifest's section, joined, and where it starts in the artifact.
struct Manifest {
    std::string text;
    ArtifactLine first;
    ArtifactLine last;
};

Manifest manifestOf(const Artifact &artifact)
{
    Manifest manifest;
    for (const ArtifactLine &line : linesOf(artifact)) {
        const bool wanted =
            artifact.sections.isEmpty() || sectionName(artifact, line).contains(QLatin1String("/manifests/"));
        if (!wanted) {
            continue;
        }
        if (manifest.text.empty()) {
            manifest.first = line;
        }
        manifest.last = line;
        manifest.text.append(line.text.data(), static_cast<std::size_t>(line.text.size())).append(1, '\n');
    }
    return manifest;
}

class Reader {
public:
    Reader(const Artifact &artifact, const Manifest &manifest, FactSink &sink)
        : m_artifact(artifact),
          m_manifest(manifest),
          m_sink(sink),
          m_component(artifact.probe.section(u'.', 0, 0))
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
    }

private:
    void readFlag(const YAML::Node &word)
    {
        const QString text = QString::fromStdString(word.as<std::string>(std::string()));
        const qsizetype equals = text.indexOf(u'=');
        if (!text.startsWith(QLatin1String("--")) || equals < 0 || !kTold.contains(text.mid(2, equals - 2))) {
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
};

} // namespace

QStringList StaticPodFlagsParser::probes() const
{
    return {QStringLiteral("etcd.manifest"), QStringLiteral("apiserver.manifest"),
            QStringLiteral("controller-manager.manifest"), QStringLiteral("scheduler.manifest")};
}

void StaticPodFlagsParser::parse(const Artifact &artifact, FactSink &sink) const
{
    const Manifest manifest = manifestOf(artifact);
    if (manifest.text.empty()) {
        return;
    }
    // yaml-cpp throws on what it cannot read: kept inside.
    try {
        Reader(artifact, manifest, sink).read(YAML::Load(manifest.text));
    } catch (const std::exception &problem) {
        sink.notUnderstood(sourceAt(artifact, manifest.first, manifest.last),
                           QString::fromUtf8(problem.what()));
    }
}

} // namespace gordian
