// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What a remedy may not do, whatever pack it comes from, and what would keep it from ever being offered.

#include "knowledge/expressions.h"
#include "knowledge/forbidden.h"
#include "knowledge/packlint.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace gordian {

namespace {

const auto kManifests = QStringLiteral("/etc/kubernetes/manifests");

/// One text of a remedy that is filled with what was found.
struct Filled {
    enum class Kind { Shell, Word, Pattern };
    QString text;
    Kind kind = Kind::Shell;
};

QVector<Filled> textsOf(const Action &action)
{
    QVector<Filled> texts{{action.check},
                          {action.command},
                          {action.undo},
                          {action.was},
                          {action.file, Filled::Kind::Word},
                          {action.unit, Filled::Kind::Word}};
    for (const QString &touched : action.touches) {
        texts.append({touched, Filled::Kind::Word});
    }
    for (const TextChange &change : action.changes) {
        texts.append({QString::fromUtf8(change.to), Filled::Kind::Word});
        texts.append({change.flag, Filled::Kind::Word});
        texts.append({change.pattern, Filled::Kind::Pattern});
        for (const QString &key : change.path) {
            texts.append({key, Filled::Kind::Word});
        }
    }
    return texts;
}

/// The shell has braces of its own, and so have patterns; a placeholder's name has a dot in it, or is one of
/// three.
bool isMeantAsPlaceholder(const QString &name, Filled::Kind kind)
{
    static const QRegularExpression number(QStringLiteral("^[0-9.]+$"));
    static const QStringList words{QStringLiteral("node"), QStringLiteral("component"),
                                   QStringLiteral("subject")};
    const bool hasOwnBraces = kind == Filled::Kind::Shell || number.match(name).hasMatch();
    return words.contains(name) || !hasOwnBraces || name.indexOf(QLatin1Char('.')) > 0;
}

/// A command may only make files in the manifests folder as kubeadm does: whatever lies there is a pod.
QString manifestMistake(const QString &command)
{
    static const QRegularExpression ends(QStringLiteral("[\n;|&(){}]+"));
    static const QRegularExpression inPlace(QStringLiteral("\\bsed\\s+(-\\S+\\s+)*(-\\w*i|--in-place)"));
    static const QRegularExpression copies(
        QStringLiteral("^(cp|mv|install|ln|tee)\\b.*%1\\S*\\s*$").arg(kManifests));
    static const QRegularExpression writes(QStringLiteral(">\\s*[\"']?%1").arg(kManifests));
    for (const QString &piece : command.split(ends, Qt::SkipEmptyParts)) {
        const QString text = piece.trimmed();
        if (inPlace.match(text).hasMatch()) {
            return QStringLiteral(
                "\"sed -i\" shows nobody what it changes, and its own file would be a pod among "
                "manifests: use \"edit\"");
        }
        if (copies.match(text).hasMatch() || writes.match(text).hasMatch()) {
            return QStringLiteral("every file among the manifests is a pod: use edit, place or setAside");
        }
    }
    return {};
}

bool touchesEtcd(const Action &action)
{
    static const QRegularExpression certificates(
        QStringLiteral("^/etc/kubernetes/pki(?!/ca\\.crt$)|^/var/lib/etcd"));
    static const QRegularExpression commands(QStringLiteral(
        "kubeadm certs renew|etcdctl [^|;\n]*\\b(compact|defrag|disarm|del|remove|restore)\\b"));
    const QStringList paths = action.touches + QStringList{action.file};
    return commands.match(action.command).hasMatch()
        || std::any_of(paths.cbegin(), paths.cend(),
                       [](const QString &path) { return certificates.match(path).hasMatch(); });
}

QStringList shellMistakes(const QString &shell)
{
    QStringList mistakes = forbiddenWrites(shell);
    for (const QString &mistake : forbiddenReads(shell)) {
        // A copy stays on the node.
        if (!mistake.startsWith(QLatin1String("\"cp\""))) {
            mistakes.append(mistake);
        }
    }
    mistakes.append(manifestMistake(shell));
    mistakes.removeAll(QString());
    return mistakes;
}

QStringList fileMistakes(const Action &action)
{
    QStringList mistakes;
    const QString secret = secretIn(action.file);
    if (action.kind == Action::Kind::Edit && !secret.isEmpty()) {
        mistakes.append(QStringLiteral("its diff would show %1").arg(secret));
    }
    static const QRegularExpression placeholder(QStringLiteral("\\{[a-z][a-z0-9-]*\\.[a-z0-9.-]+\\}"));
    if (action.kind == Action::Kind::Place) {
        // It may be anything, so braces in it are its own.
        const auto match = placeholder.match(QString::fromUtf8(action.content));
        if (match.hasMatch()) {
            mistakes.append(QStringLiteral("nothing fills %1 in what is placed").arg(match.captured()));
        }
    }
    const bool isManifest = action.file.startsWith(kManifests + QLatin1Char('/'));
    const QString name = action.file.section(QLatin1Char('/'), -1);
    if (action.kind == Action::Kind::Place && isManifest
        && (!name.endsWith(QLatin1String(".yaml")) || name.startsWith(QLatin1Char('.')))) {
        mistakes.append(QStringLiteral("every file among the manifests is a pod: \"%1\" is none").arg(name));
    }
    return mistakes;
}

class RemedyLint {
public:
    RemedyLint(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
        : m_knowledge(knowledge),
          m_problems(problems),
          m_notes(notes)
    {
    }

    void look(const RemedyRule &rule)
    {
        const Remedy &remedy = rule.remedy;
        const Place place = m_notes.places.value(QStringLiteral("remedy ") + remedy.id);
        for (qsizetype i = 0; i < remedy.actions.size(); ++i) {
            const Action &action = remedy.actions.at(i);
            const Place at = place.at(QStringLiteral("actions")).at(i);
            const auto conditions = conditionsOf(rule, rule.actionConditions.at(i));
            for (const Filled &filled : textsOf(action)) {
                lookAtText(filled, conditions, at);
            }
            for (const QString &mistake : fileMistakes(action)) {
                m_problems.error(at, mistake);
            }
            if (touchesEtcd(action) && !remedy.snapshotsEtcd) {
                m_problems.error(
                    at,
                    QStringLiteral("it touches etcd's data or certificates: \"snapshotsEtcd\" is missing"));
            }
        }
        const Place verify = place.at(QStringLiteral("verify"));
        lookAtText({remedy.verification.command}, conditionsOf(rule, nullptr), verify);
        if (remedy.verification.command.trimmed().isEmpty()) {
            m_problems.error(verify, QStringLiteral("nothing is verified"));
        }
        if (remedy.actions.isEmpty()) {
            m_problems.error(place, QStringLiteral("does nothing"));
        }
        if (remedy.risk == RemedyRisk::Low && (!remedy.interrupts.isEmpty() || remedy.downtimeSeconds > 0)) {
            m_problems.error(place, QStringLiteral("what interrupts something is no low risk"));
        }
    }

private:
    /// All that may have been found when it is offered.
    QVector<ExpressionPtr> conditionsOf(const RemedyRule &rule, const ExpressionPtr &own) const
    {
        QVector<ExpressionPtr> conditions{rule.condition, own};
        for (const QString &id : rule.causes) {
            if (const CauseRule *cause = m_knowledge.cause(id)) {
                conditions += gordian::conditionsOf(*cause);
            }
        }
        return conditions;
    }

    void lookAtText(const Filled &filled, const QVector<ExpressionPtr> &conditions, const Place &place)
    {
        static const QRegularExpression placeholder(QStringLiteral("(?<!\\$)\\{([A-Za-z0-9._-]+)\\}"));
        for (auto match = placeholder.globalMatch(filled.text); match.hasNext();) {
            const QString name = match.next().captured(1);
            if (!isMeantAsPlaceholder(name, filled.kind)) {
                continue;
            }
            const QString mistake = placeholderMistake(m_knowledge, name, {{}, place, conditions});
            if (!mistake.isEmpty()) {
                m_problems.error(place, mistake);
            }
        }
        if (filled.kind == Filled::Kind::Shell) {
            for (const QString &mistake : shellMistakes(filled.text)) {
                m_problems.error(place, mistake);
            }
        }
    }

    const KnowledgeBase &m_knowledge;
    Problems &m_problems;
    const PackNotes &m_notes;
};

} // namespace

void lintRemedies(const KnowledgeBase &knowledge, const PackNotes &notes, Problems &problems)
{
    RemedyLint lint(knowledge, notes, problems);
    for (const RemedyRule &rule : knowledge.remedies()) {
        lint.look(rule);
    }
}

} // namespace gordian
