// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "kubelet/kubeletreaders.h"

#include "sdk/parts.h"

#include <yaml-cpp/yaml.h>

#include <QMap>

namespace gordian {

namespace {

struct Setting {
    FactValue value;
    SourceRef source;
};
using Settings = QMap<QString, Setting>;

enum class Kind { Text, Truth, List };

struct Field {
    const char *key; ///< of the fact
    const char *name; ///< in KubeletConfiguration
    Kind kind;
};

// https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
constexpr Field fields[] = {
    {"kubelet.cgroup-driver", "cgroupDriver", Kind::Text},
    {"kubelet.static-pod-path", "staticPodPath", Kind::Text},
    {"kubelet.cluster-dns", "clusterDNS", Kind::List},
    {"kubelet.cluster-domain", "clusterDomain", Kind::Text},
    {"kubelet.fail-swap-on", "failSwapOn", Kind::Truth},
    {"kubelet.fail-cgroup-v1", "failCgroupV1", Kind::Truth},
    {"kubelet.resolv-conf", "resolvConf", Kind::Text},
    {"kubelet.runtime-endpoint", "containerRuntimeEndpoint", Kind::Text},
    {"kubelet.rotate-certificates", "rotateCertificates", Kind::Truth},
    {"kubelet.protect-kernel-defaults", "protectKernelDefaults", Kind::Truth},
};

FactValue valueOf(const YAML::Node &node, Kind kind)
{
    if (kind == Kind::Truth) {
        return node.as<bool>();
    }
    if (kind == Kind::List) {
        QStringList list;
        for (const YAML::Node &item : node) {
            list.append(QString::fromStdString(item.as<std::string>()));
        }
        return list;
    }
    return QString::fromStdString(node.as<std::string>());
}

/// False: the file could not be read, so what it leaves out is not known either.
bool readFile(const Artifact &artifact, const Part &part, FactSink &sink, Settings &settings)
{
    const PartFacts facts(artifact, part, sink);
    try {
        const YAML::Node root =
            YAML::Load(std::string(part.text.constData(), static_cast<size_t>(part.text.size())));
        if (!root.IsMap()) {
            facts.notUnderstood(QStringLiteral("not a YAML map"));
            return false;
        }
        for (const Field &field : fields) {
            const YAML::Node node = root[field.name];
            if (node && !node.IsNull()) {
                settings.insert(QLatin1String(field.key),
                                {valueOf(node, field.kind), facts.source(node.Mark().line + 1)});
            }
        }
        return true;
    } catch (const YAML::Exception &error) {
        const int line = error.mark.line + 1;
        if (artifact.truncated || line < 1) {
            facts.notUnderstood(QString::fromUtf8(error.what()), qMax(0, line));
        } else {
            facts.add(QStringLiteral("kubelet.config-error"),
                      QStringLiteral("%1: %2").arg(part.name, QString::fromUtf8(error.what())), line);
        }
        return false;
    }
}

/// Flags win over files: kubelet(8).
void readFlag(const PartFacts &facts, const Part &part, Settings &settings)
{
    int number = 0;
    for (const QByteArray &line : linesOf(part)) {
        ++number;
        static constexpr char flag[] = "--cgroup-driver=";
        if (line.startsWith(flag)) {
            const QString value =
                QString::fromUtf8(line.mid(static_cast<qsizetype>(sizeof flag) - 1)).trimmed();
            settings.insert(QStringLiteral("kubelet.cgroup-driver"), {value, facts.source(number)});
        }
    }
}

} // namespace

void readKubeletConfig(const Artifact &artifact, FactSink &sink)
{
    Settings settings;
    bool isWhole = false;
    SourceRef main{artifact.node, artifact.probe, {}, 0, 0};
    const QVector<Part> parts = partsOf(artifact);
    for (const Part &part : parts) {
        const PartFacts facts(artifact, part, sink);
        if (part.name == QLatin1String("absent")) {
            facts.add(QStringLiteral("kubelet.config-present"), false, 1);
        } else if (part.name == QLatin1String("flags")) {
            continue;
        } else if (!part.text.trimmed().isEmpty()) {
            const bool understood = readFile(artifact, part, sink, settings);
            if (part.text.contains("kind: KubeletConfiguration")) {
                isWhole = understood && !artifact.truncated;
                main = facts.source(0);
                facts.add(QStringLiteral("kubelet.config-present"), true, 1);
            }
        }
    }
    // kubelet's own default, which kubeadm's files have overridden since 1.22. A pasted excerpt tells
    // nothing.
    if (isWhole && !artifact.sections.isEmpty()
        && !settings.contains(QStringLiteral("kubelet.cgroup-driver"))) {
        settings.insert(QStringLiteral("kubelet.cgroup-driver"), {QStringLiteral("cgroupfs"), main});
    }
    for (const Part &part : parts) {
        if (part.name == QLatin1String("flags")) {
            readFlag({artifact, part, sink}, part, settings);
        }
    }
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        sink.add({it.key(), {}, it->value, it->source, {}});
    }
}

} // namespace gordian
