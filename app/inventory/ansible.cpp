// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "inventory/inventory.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <yaml-cpp/yaml.h>

// Inventories as https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html describes them:
// hosts, ranges, groups, children and the connection variables. Anything computed (templates, plugins) is out
// of reach here.

namespace gordian {

namespace {

using Variables = QMap<QString, QString>;

struct Inventory {
    QMap<QString, Variables> hosts; ///< in the order of names: the same file gives the same nodes
    QStringList order; ///< in the order of the file
    QMap<QString, QStringList> members; ///< group -> hosts
    QMap<QString, QStringList> children; ///< group -> groups
    QMap<QString, Variables> groupVariables;

    void addHost(const QString &name, const QString &group, const Variables &variables)
    {
        if (!hosts.contains(name)) {
            order.append(name);
        }
        Variables &known = hosts[name];
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            known.insert(it.key(), it.value());
        }
        members[group].append(name);
    }
};

/// "node[01:03].example" -> node01.example, node02.example, node03.example; "[a:c]" likewise.
QStringList expandRange(const QString &pattern)
{
    static const QRegularExpression range(QStringLiteral(R"(\[(\d+|[a-z]):(\d+|[a-z])(?::(\d+))?\])"));
    const auto match = range.match(pattern);
    if (!match.hasMatch()) {
        return {pattern};
    }
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    const bool letters = !first[0].isDigit();
    const int from = letters ? first[0].unicode() : first.toInt();
    const int to = letters ? last[0].unicode() : last.toInt();
    const int step = qMax(1, match.captured(3).toInt());
    QStringList names;
    constexpr int mostNames = 4096;
    for (int i = from; i <= to && names.size() < mostNames; i += step) {
        const QString number =
            letters ? QString(QChar(i)) : QString::number(i).rightJustified(first.size(), QLatin1Char('0'));
        QString name = pattern;
        name.replace(match.capturedStart(), match.capturedLength(), number);
        names += expandRange(name);
    }
    return names;
}

Variables parseVariables(const QString &text)
{
    static const QRegularExpression pair(QStringLiteral(R"((\w+)=("[^"]*"|'[^']*'|\S+))"));
    Variables variables;
    auto matches = pair.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString value = match.captured(2);
        if (value.size() >= 2 && (value[0] == QLatin1Char('"') || value[0] == QLatin1Char('\''))) {
            value = value.mid(1, value.size() - 2);
        }
        variables.insert(match.captured(1), value);
    }
    return variables;
}

void readIniLine(Inventory &inventory, const QString &section, const QString &line)
{
    const QString group = section.section(QLatin1Char(':'), 0, 0);
    const QString kind = section.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("vars")) {
        static const QRegularExpression equals(QStringLiteral("\\s*=\\s*"));
        const Variables variables = parseVariables(QString(line).replace(equals, QStringLiteral("=")));
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            inventory.groupVariables[group].insert(it.key(), it.value());
        }
    } else if (kind == QLatin1String("children")) {
        inventory.children[group].append(line);
    } else {
        static const QRegularExpression space(QStringLiteral("\\s"));
        const QString pattern = line.section(space, 0, 0);
        const QStringList names = expandRange(pattern);
        for (const QString &name : names) {
            inventory.addHost(name, group, parseVariables(line.mid(pattern.size())));
        }
    }
}

Inventory readIni(const QString &text)
{
    Inventory inventory;
    QString section = QStringLiteral("ungrouped");
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        QString line = raw.trimmed();
        if (line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char(';'))) {
            continue;
        }
        line = line.section(QStringLiteral(" #"), 0, 0).trimmed();
        if (line.isEmpty()) {
            continue;
        }
        if (line.startsWith(QLatin1Char('[')) && line.endsWith(QLatin1Char(']'))) {
            section = line.mid(1, line.size() - 2).trimmed();
        } else {
            readIniLine(inventory, section, line);
        }
    }
    return inventory;
}

Variables readYamlVariables(const YAML::Node &node)
{
    Variables variables;
    if (node.IsMap()) {
        for (const auto &entry : node) {
            if (entry.second.IsScalar()) {
                variables.insert(QString::fromStdString(entry.first.as<std::string>()),
                                 QString::fromStdString(entry.second.as<std::string>()));
            }
        }
    }
    return variables;
}

void readYamlGroup(Inventory &inventory, const QString &name, const YAML::Node &group)
{
    if (!group.IsMap()) {
        return;
    }
    if (const YAML::Node hosts = group["hosts"]; hosts && hosts.IsMap()) {
        for (const auto &host : hosts) {
            const QStringList names = expandRange(QString::fromStdString(host.first.as<std::string>()));
            for (const QString &hostName : names) {
                inventory.addHost(hostName, name, readYamlVariables(host.second));
            }
        }
    }
    if (const YAML::Node variables = group["vars"]) {
        inventory.groupVariables[name] = readYamlVariables(variables);
    }
    if (const YAML::Node children = group["children"]; children && children.IsMap()) {
        for (const auto &child : children) {
            const QString childName = QString::fromStdString(child.first.as<std::string>());
            inventory.children[name].append(childName);
            readYamlGroup(inventory, childName, child.second);
        }
    }
}

/// All groups that `host` is in, outermost first, so that inner groups' variables win.
QStringList groupsOf(const Inventory &inventory, const QString &host)
{
    QStringList groups;
    for (auto it = inventory.members.cbegin(); it != inventory.members.cend(); ++it) {
        if (it.value().contains(host)) {
            groups.append(it.key());
        }
    }
    for (int i = 0; i < groups.size(); ++i) {
        for (auto it = inventory.children.cbegin(); it != inventory.children.cend(); ++it) {
            if (it.value().contains(groups[i]) && !groups.contains(it.key())) {
                groups.append(it.key());
            }
        }
    }
    if (!groups.contains(QStringLiteral("all"))) {
        groups.append(QStringLiteral("all"));
    }
    std::reverse(groups.begin(), groups.end());
    return groups;
}

NodeRole roleFromGroups(const QStringList &groups)
{
    static const QRegularExpression control(QStringLiteral("control|master|^etcd$"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression worker(QStringLiteral("worker|^(kube_|k8s_)?nodes?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    for (const QString &group : groups) {
        if (control.match(group).hasMatch()) {
            return NodeRole::ControlPlane;
        }
    }
    for (const QString &group : groups) {
        if (worker.match(group).hasMatch()) {
            return NodeRole::Worker;
        }
    }
    return NodeRole::Unknown;
}

QVector<Node> toNodes(const Inventory &inventory)
{
    QVector<Node> nodes;
    for (const QString &name : inventory.order) {
        const QStringList groups = groupsOf(inventory, name);
        Variables variables;
        for (const QString &group : groups) {
            variables.insert(inventory.groupVariables.value(group));
        }
        variables.insert(inventory.hosts.value(name));
        if (variables.value(QStringLiteral("ansible_connection")) == QLatin1String("local")) {
            continue;
        }
        const auto either = [&](const char *modern, const char *old) {
            return variables.value(QLatin1String(modern), variables.value(QLatin1String(old)));
        };
        Node node;
        const Endpoint given = parseEndpoint(name);
        node.name = given.host.isEmpty() ? name : given.host;
        const QString host = either("ansible_host", "ansible_ssh_host");
        node.endpoint.host = host.isEmpty() ? node.name : host;
        node.endpoint.port = either("ansible_port", "ansible_ssh_port").toUShort();
        if (node.endpoint.port == 0) {
            node.endpoint.port = given.port;
        }
        node.endpoint.user = either("ansible_user", "ansible_ssh_user");
        node.identityFile = variables.value(QStringLiteral("ansible_ssh_private_key_file"));
        node.role = roleFromGroups(groups);
        node.origin = NodeOrigin::AnsibleInventory;
        nodes.append(node);
    }
    return nodes;
}

} // namespace

Result<QVector<Node>> nodesFromAnsible(const QByteArray &text, const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const bool yaml = suffix == QLatin1String("yml") || suffix == QLatin1String("yaml")
        || text.trimmed().startsWith("---") || text.startsWith("all:");
    if (!yaml) {
        return toNodes(readIni(QString::fromUtf8(text)));
    }
    try {
        Inventory inventory;
        const YAML::Node root = YAML::Load(text.toStdString());
        if (!root.IsMap()) {
            return failure(ErrorCode::Malformed, fileName, {{QStringLiteral("line"), QStringLiteral("1")}});
        }
        for (const auto &group : root) {
            readYamlGroup(inventory, QString::fromStdString(group.first.as<std::string>()), group.second);
        }
        return toNodes(inventory);
    } catch (const YAML::Exception &problem) {
        return failure(ErrorCode::Malformed, QString::fromUtf8(problem.what()),
                       {{QStringLiteral("line"), QString::number(problem.mark.line + 1)}});
    }
}

} // namespace gordian
