// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "inventory/inventory.h"

#include "transport/sshconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <yaml-cpp/yaml.h>

namespace gordian {

namespace {

constexpr qint64 largestInventory = 4 * 1024 * 1024;

bool looksLikeKubeconfig(const QByteArray &text)
{
    static const QRegularExpression kind(QStringLiteral("^kind:\\s*Config\\s*$"),
                                         QRegularExpression::MultilineOption);
    return kind.match(QString::fromUtf8(text)).hasMatch();
}

bool looksLikeAnsible(const QByteArray &text, const QString &fileName)
{
    static const QRegularExpression group(
        QStringLiteral("^\\s*\\[[^\\]]+\\]\\s*$|\\bansible_\\w+|^(all|ungrouped):\\s*$"),
        QRegularExpression::MultilineOption);
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == QLatin1String("ini") || suffix == QLatin1String("yml") || suffix == QLatin1String("yaml")
        || group.match(QString::fromUtf8(text)).hasMatch();
}

bool looksLikeSshConfig(const QByteArray &text)
{
    static const QRegularExpression host(QStringLiteral("^\\s*(Host|Match|Include)\\s+\\S"),
                                         QRegularExpression::MultilineOption
                                             | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression typed(QStringLiteral("^\\S+@\\S+$"), QRegularExpression::MultilineOption);
    const QString whole = QString::fromUtf8(text);
    return host.match(whole).hasMatch() && !typed.match(whole).hasMatch();
}

} // namespace

Result<QVector<Node>> nodesFromLines(const QString &text)
{
    QVector<Node> nodes;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (int number = 0; number < lines.size(); ++number) {
        const QString line = lines[number].section(QLatin1Char('#'), 0, 0).trimmed();
        if (line.isEmpty()) {
            continue;
        }
        // "ssh user@host" is what people copy; several names on a line are several nodes.
        static const QRegularExpression command(QStringLiteral("^ssh\\s+"));
        static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
        const QStringList words = QString(line).remove(command).split(between, Qt::SkipEmptyParts);
        for (const QString &word : words) {
            Node node;
            node.endpoint = parseEndpoint(word);
            if (node.endpoint.host.isEmpty()) {
                return failure(ErrorCode::Malformed, word,
                               {{QStringLiteral("line"), QString::number(number + 1)}});
            }
            node.name = node.endpoint.host;
            nodes.append(node);
        }
    }
    return nodes;
}

Result<QVector<Node>> nodesFromSshConfig(const QString &path)
{
    const QString file = path.isEmpty() ? QDir::homePath() + QStringLiteral("/.ssh/config") : path;
    if (!QFileInfo(file).isReadable()) {
        return failure(QFileInfo::exists(file) ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, file);
    }
    QVector<Node> nodes;
    const QStringList hosts = configuredHosts(file);
    for (const QString &host : hosts) {
        Node node;
        node.endpoint.host = host;
        node.name = host;
        node.origin = NodeOrigin::SshConfig;
        nodes.append(node);
    }
    return nodes;
}

Result<QVector<Node>> nodesFromKubeconfig(const QByteArray &text)
{
    try {
        QVector<Node> nodes;
        const YAML::Node root = YAML::Load(text.toStdString());
        for (const YAML::Node &cluster : root["clusters"]) {
            const QUrl server(
                QString::fromStdString(cluster["cluster"]["server"].as<std::string>(std::string())));
            if (server.host().isEmpty()) {
                continue;
            }
            Node node;
            node.endpoint.host = server.host();
            node.name = server.host();
            node.role = NodeRole::ControlPlane;
            node.origin = NodeOrigin::Kubeconfig;
            nodes.append(node);
        }
        return nodes;
    } catch (const YAML::Exception &problem) {
        return failure(ErrorCode::Malformed, QString::fromUtf8(problem.what()),
                       {{QStringLiteral("line"), QString::number(problem.mark.line + 1)}});
    }
}

Result<QVector<Node>> nodesFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(file.exists() ? ErrorCode::FileNotReadable : ErrorCode::FileNotFound, path);
    }
    if (file.size() > largestInventory) {
        return failure(ErrorCode::TooLarge, path);
    }
    const QByteArray text = file.readAll();
    if (looksLikeKubeconfig(text)) {
        return nodesFromKubeconfig(text);
    }
    if (looksLikeSshConfig(text)) {
        return nodesFromSshConfig(path);
    }
    if (looksLikeAnsible(text, path)) {
        return nodesFromAnsible(text, path);
    }
    auto nodes = nodesFromLines(QString::fromUtf8(text));
    if (nodes) {
        for (Node &node : *nodes) {
            node.origin = NodeOrigin::LineFile;
        }
    }
    return nodes;
}

void assignIds(QVector<Node> &nodes, const QStringList &taken)
{
    QStringList used = taken;
    for (Node &node : nodes) {
        if (node.id.isEmpty()) {
            node.id = node.name.isEmpty() ? node.endpoint.host : node.name;
        }
        const QString wanted = node.id;
        for (int number = 2; used.contains(node.id); ++number) {
            node.id = wanted + QLatin1Char('-') + QString::number(number);
        }
        used.append(node.id);
    }
}

} // namespace gordian
