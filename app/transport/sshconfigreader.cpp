// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "transport/sshconfigreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <glob.h>

#include <utility>

namespace gordian {

namespace {

constexpr int DeepestInclude = 16; // READCONF_MAX_DEPTH of OpenSSH's readconf.c
constexpr qint64 MostBytes = 8 * 1024 * 1024;

QStringList expandGlob(const QString &pattern)
{
    QStringList found;
    glob_t matches = {};
    if (glob(QFile::encodeName(pattern).constData(), 0, nullptr, &matches) == 0) {
        for (size_t i = 0; i < matches.gl_pathc; ++i) {
            found.append(QFile::decodeName(matches.gl_pathv[i]));
        }
    }
    globfree(&matches);
    return found;
}

} // namespace

QStringList splitConfigLine(const QString &line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool started = false;
    const auto finish = [&] {
        if (started) {
            words.append(word);
        }
        word.clear();
        started = false;
    };
    for (const QChar c : line) {
        const bool separates = c.isSpace() || (c == QLatin1Char('=') && words.isEmpty());
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
            started = true;
        } else if (!quoted && separates) {
            finish();
        } else if (!quoted && c == QLatin1Char('#') && !started) {
            break;
        } else if (!started && !quoted && c == QLatin1Char('=') && words.size() == 1 && word.isEmpty()) {
            continue; // "Keyword = value"
        } else {
            word += c;
            started = true;
        }
    }
    finish();
    return words;
}

Result<void> SshConfigReader::readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(ErrorCode::FileNotFound, path);
    }
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileNotReadable, path);
    }
    if (file.size() > MostBytes) {
        return failure(ErrorCode::TooLarge, path);
    }
    const int block = std::exchange(m_block, -1);
    const int line = std::exchange(m_line, 0);
    readText(file.readAll(), path);
    m_block = block;
    m_line = line;
    return {};
}

void SshConfigReader::readText(const QByteArray &text, const QString &path)
{
    for (const QByteArray &raw : text.split('\n')) {
        ++m_line;
        const QStringList words = splitConfigLine(QString::fromUtf8(raw).trimmed());
        if (words.size() >= 2) {
            readLine(words.first().toLower(), words.mid(1), path);
        } else if (words.size() == 1) {
            note(path, words.first());
        }
    }
}

void SshConfigReader::readLine(const QString &keyword, const QStringList &arguments, const QString &path)
{
    if (keyword == QLatin1String("host")) {
        m_config.m_blocks.append({{SshConfig::Criterion::Kind::Host, false, arguments}});
        m_block = static_cast<int>(m_config.m_blocks.size()) - 1;
    } else if (keyword == QLatin1String("match")) {
        m_config.m_blocks.append(matchCriteria(arguments, path));
        m_block = static_cast<int>(m_config.m_blocks.size()) - 1;
    } else if (keyword == QLatin1String("include")) {
        include(arguments, path);
    } else {
        QVector<int> blocks = m_around;
        if (m_block >= 0) {
            blocks.append(m_block);
        }
        m_config.m_settings.append({keyword, arguments, blocks});
    }
}

void SshConfigReader::include(const QStringList &patterns, const QString &path)
{
    if (m_depth >= DeepestInclude) {
        note(path, QStringLiteral("Include depth"));
        return;
    }
    ++m_depth;
    const QVector<int> around = m_around;
    if (m_block >= 0) {
        m_around.append(m_block);
    }
    const bool systemWide = path.startsWith(QLatin1String("/etc/ssh/"));
    const QString folder =
        systemWide ? QStringLiteral("/etc/ssh") : QDir::homePath() + QStringLiteral("/.ssh");
    for (const QString &pattern : patterns) {
        const QString expanded = expandHome(pattern);
        const QString absolute =
            QDir::isAbsolutePath(expanded) ? expanded : folder + QLatin1Char('/') + expanded;
        for (const QString &file : expandGlob(absolute)) {
            if (const auto read = readFile(file); !read) {
                note(path, QStringLiteral("Include ") + file);
            }
        }
    }
    m_around = around;
    --m_depth;
}

QVector<SshConfig::Criterion> SshConfigReader::matchCriteria(const QStringList &arguments,
                                                             const QString &path)
{
    using Kind = SshConfig::Criterion::Kind;
    static const QHash<QString, Kind> known = {{QStringLiteral("host"), Kind::MatchHost},
                                               {QStringLiteral("originalhost"), Kind::OriginalHost},
                                               {QStringLiteral("user"), Kind::User},
                                               {QStringLiteral("localuser"), Kind::LocalUser}};
    QVector<SshConfig::Criterion> criteria;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString word = arguments.at(i).toLower();
        const bool negated = word.startsWith(QLatin1Char('!'));
        word = negated ? word.mid(1) : word;
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? word : word.left(equals);
        if (name == QLatin1String("all") && !negated) {
            continue;
        }
        const auto kind = known.constFind(name);
        if (kind == known.constEnd() || (equals < 0 && i + 1 >= arguments.size())) {
            // exec would run a program, canonical and final need a second pass: the block is passed over, and
            // said so.
            note(path, QStringLiteral("Match ") + name);
            return {{Kind::Never, false, {}}};
        }
        const QString value = equals < 0 ? arguments.at(++i) : arguments.at(i).section(QLatin1Char('='), 1);
        criteria.append({*kind, negated, value.split(QLatin1Char(','), Qt::SkipEmptyParts)});
    }
    return criteria;
}

void SshConfigReader::note(const QString &path, const QString &text)
{
    m_config.m_notes.append({path, m_line, text});
}

} // namespace gordian
