// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "runtime/runtimereaders.h"

#include "sdk/parts.h"
#include "sdk/units.h"
#include "sdk/unitstatus.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace gordian {

namespace {

using Json = nlohmann::json;

Json jsonOf(const Part &part)
{
    // Warnings of crictl may stand before the object.
    const qsizetype start = qMax<qsizetype>(part.text.indexOf('{'), 0);
    return Json::parse(part.text.constData() + start, part.text.constData() + part.text.size(), nullptr,
                       false);
}

const Json *at(const Json &from, std::initializer_list<const char *> path)
{
    const Json *here = &from;
    for (const char *step : path) {
        if (!here->is_object() || !here->contains(step)) {
            return nullptr;
        }
        here = &(*here)[step];
    }
    return here;
}

QString textAt(const Json &from, std::initializer_list<const char *> path)
{
    const Json *found = at(from, path);
    return found != nullptr && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                  : QString();
}

/// The first line that holds `word`, for evidence; JSON libraries do not keep it.
int lineWith(const Part &part, const char *word)
{
    const qsizetype found = part.text.indexOf(word);
    return found < 0 ? 0
                     : 1 + static_cast<int>(std::count(part.text.cbegin(), part.text.cbegin() + found, '\n'));
}

void addConditions(const PartFacts &facts, const Part &part, const Json &info)
{
    const Json *conditions = at(info, {"status", "conditions"});
    if (conditions == nullptr || !conditions->is_array()) {
        return;
    }
    for (const Json &condition : *conditions) {
        const Json *status = at(condition, {"status"});
        if (status == nullptr || !status->is_boolean()) {
            continue;
        }
        const QString type = textAt(condition, {"type"});
        const int line = lineWith(part, type.toUtf8().constData());
        if (type == QLatin1String("NetworkReady")) {
            facts.add(QStringLiteral("runtime.network-ready"), status->get<bool>(), line, {}, line + 3);
        } else if (type == QLatin1String("RuntimeReady")) {
            facts.add(QStringLiteral("runtime.ready"), status->get<bool>(), line, {}, line + 3);
        }
    }
}

void addLiveDriver(const PartFacts &facts, const Part &part, const Json &info)
{
    const Json *runtimes = at(info, {"config", "containerd", "runtimes"});
    if (runtimes == nullptr) {
        return;
    }
    const std::string name = textAt(info, {"config", "containerd", "defaultRuntimeName"}).toStdString();
    const Json *options = at(*runtimes, {name.empty() ? "runc" : name.c_str(), "options"});
    const Json *systemd = options == nullptr ? nullptr : at(*options, {"SystemdCgroup"});
    if (options != nullptr && (systemd == nullptr || systemd->is_boolean())) {
        const bool isSystemd = systemd != nullptr && systemd->get<bool>();
        facts.add(QStringLiteral("runtime.cgroup-driver"),
                  isSystemd ? QStringLiteral("systemd") : QStringLiteral("cgroupfs"),
                  lineWith(part, "\"SystemdCgroup\""));
    }
}

/// What kubelet would be asked to use: the service that is up, else the one that is installed, else the one
/// that somebody masked (systemctl(1)): it is not loaded, and it is the runtime all the same.
const UnitState *chosenRuntime(const QVector<UnitState> &units)
{
    const auto masked = [](const UnitState &unit) {
        return unit.get("LoadState") == QLatin1String("masked");
    };
    const std::function<bool(const UnitState &)> preferences[] = {
        [&](const UnitState &unit) { return unit.active() && (unit.loaded() || masked(unit)); },
        [](const UnitState &unit) { return unit.loaded(); },
        masked,
    };
    for (const auto &suits : preferences) {
        for (const char *id :
             {"cri-docker.service", "crio.service", "containerd.service", "docker.service"}) {
            const auto found = std::find_if(units.cbegin(), units.cend(), [&](const UnitState &unit) {
                return unit.get("Id") == QLatin1String(id) && suits(unit);
            });
            if (found != units.cend()) {
                return &*found;
            }
        }
    }
    return nullptr;
}

void addRuntimeUnits(const PartFacts &facts, const QVector<UnitState> &units)
{
    QStringList installed;
    for (const UnitState &unit : units) {
        if (unit.loaded()) {
            installed.append(unit.get("Id"));
            facts.add(QStringLiteral("runtime.service-active"), unit.get("ActiveState"), unit.firstLine,
                      unit.get("Id"), unit.lastLine);
        }
    }
    facts.add(QStringLiteral("runtime.installed"), installed);
    if (const UnitState *unit = chosenRuntime(units)) {
        QString name = unit->get("Id");
        name.chop(static_cast<int>(qstrlen(".service")));
        facts.add(QStringLiteral("runtime.name"), name, unit->firstLine, {}, unit->lastLine);
        addUnitFacts(facts, QStringLiteral("runtime"), *unit);
    }
}

} // namespace

void readRuntimeUnits(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const QVector<UnitState> units = unitStates(part);
        if (units.isEmpty()) {
            facts.notUnderstood(QStringLiteral("no unit in the output of systemctl"));
            continue;
        }
        addRuntimeUnits(facts, units);
    }
}

/// A node that is asked says the same by `systemctl show`, which is exact; only pasted text needs this.
void readRuntimeStatus(const Artifact &artifact, FactSink &sink)
{
    if (artifact.note != QLatin1String("pasted")) {
        return;
    }
    QVector<UnitState> units;
    const QVector<Part> parts = partsOf(artifact);
    for (const Part &part : parts) {
        units += unitStatuses(part);
    }
    addRuntimeUnits({artifact, parts.constFirst(), sink}, units);
}

void readCriInfo(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        const Json info = jsonOf(part);
        if (!info.is_object()) {
            facts.notUnderstood(QStringLiteral("not JSON"));
            continue;
        }
        addConditions(facts, part, info);
        addLiveDriver(facts, part, info);
        const QString load = textAt(info, {"lastCNILoadStatus"});
        if (!load.isEmpty()) {
            facts.add(QStringLiteral("runtime.last-cni-load"), load, lineWith(part, "\"lastCNILoadStatus\""));
        }
        const QString image = textAt(info, {"config", "sandboxImage"});
        if (!image.isEmpty()) {
            facts.add(QStringLiteral("runtime.sandbox-image"), image, lineWith(part, "\"sandboxImage\""));
        }
    }
}

void readCriRuntimeConfig(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        if (part.text.contains("Unimplemented") || artifact.errors.contains("Unimplemented")) {
            facts.add(QStringLiteral("runtime.answers-runtime-config"), false);
            continue;
        }
        const QString driver = textAt(jsonOf(part), {"linux", "cgroupDriver"}).toLower();
        if (driver == QLatin1String("systemd") || driver == QLatin1String("cgroupfs")) {
            const int line = lineWith(part, "\"cgroupDriver\"");
            facts.add(QStringLiteral("runtime.answers-runtime-config"), true, line);
            facts.add(QStringLiteral("runtime.cgroup-driver"), driver, line);
        }
    }
}

void readContainerdPlugins(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        QString worst;
        int line = 0;
        int number = 0;
        int rows = 0;
        for (const QByteArray &text : linesOf(part)) {
            ++number;
            const QList<QByteArray> columns = text.simplified().split(' ');
            if (columns.size() < 4 || !columns.first().startsWith("io.containerd.")) {
                continue;
            }
            ++rows;
            // 2.x has three plugins that make up the CRI; the service itself is still
            // io.containerd.grpc.v1.cri.
            const bool isService = columns.at(0) == "io.containerd.grpc.v1" && columns.at(1) == "cri";
            const bool isPart = columns.at(0) == "io.containerd.cri.v1";
            if ((isService && worst != QLatin1String("error")) || (isPart && columns.last() == "error")) {
                worst = QString::fromUtf8(columns.last());
                line = number;
            }
        }
        if (rows > 0) {
            facts.add(QStringLiteral("runtime.cri-plugin"),
                      worst.isEmpty() ? QStringLiteral("absent") : worst, line);
        } else {
            facts.notUnderstood(QStringLiteral("no table of plugins"));
        }
    }
}

void readImages(const Artifact &artifact, FactSink &sink)
{
    for (const Part &part : partsOf(artifact)) {
        const PartFacts facts(artifact, part, sink);
        QStringList pause;
        int number = 0;
        int rows = 0;
        int line = 0;
        for (const QByteArray &text : linesOf(part)) {
            ++number;
            const QList<QByteArray> columns = text.simplified().split(' ');
            const QByteArray name = columns.value(0);
            // ctr -q prints names alone, crictl four columns; errors have neither form.
            const bool isRow = columns.size() == 1 ? name.contains(':') || name.contains('@')
                                                   : columns.size() >= 4 && name.contains('/');
            if (!isRow || name.contains('=')) {
                continue;
            }
            ++rows;
            if (name.contains("/pause")) {
                // crictl prints name and tag in two columns, ctr in one.
                const bool hasTag = name.contains(":") || columns.size() < 2;
                pause.append(QString::fromUtf8(hasTag ? name : name + ':' + columns.at(1)));
                line = number;
            }
        }
        if (rows > 0) {
            facts.add(QStringLiteral("runtime.pause-images"), pause, line);
            facts.add(QStringLiteral("runtime.pause-image-count"), qint64(pause.size()), line);
        }
    }
}

} // namespace gordian
