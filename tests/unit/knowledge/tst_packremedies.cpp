// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// How remedies are read: what they share is put in its place.

#include "knowledge/knowledgebase.h"
#include "support/packbuilder.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kKept = QStringLiteral(R"("verify": {"command": "true", "says": %1})");

/// A remedy of the only cause, with these actions.
QString remedy(const QString &actions, const QString &verify = kKept, const QString &more = {})
{
    const QString text = both(QStringLiteral("x"));
    return QStringLiteral(
               R"({"id": "mend", "causes": ["host-broken"], "title": %1, "effect": %1, "risk": "low", )")
               .arg(text)
        + more + QStringLiteral("\"actions\": [") + actions + QStringLiteral("], ")
        + (verify.contains(QLatin1String("%1")) ? verify.arg(text) : verify) + QLatin1Char('}');
}

PackBuilder sound()
{
    PackBuilder pack;
    pack.component(QStringLiteral("host"), 0)
        .probe(QStringLiteral("host.x"), QStringLiteral("host"))
        .fact(QStringLiteral("host.state"), QStringLiteral("text"), QStringLiteral("host.x"))
        .signature(QStringLiteral("host.log.x"), QStringLiteral("host"),
                   QStringLiteral("dial (?P<addr>\\S+)"))
        .cause(QStringLiteral("host-broken"), QStringLiteral("host"),
               QStringLiteral(R"("proof": {"fact": "host.state", "is": "bad"}, "explains": ["host"])"))
        .raw(QStringLiteral("commands"),
             QStringLiteral("{\"id\": \"asks\", \"run\": [\"asks() {\", \"    ask \\\"$@\\\"\", \"}\"]}"))
        .raw(QStringLiteral("actions"),
             QStringLiteral(R"({"id": "restart-it", "unit": "it", "do": "restart", "text": %1, )"
                            R"("if": {"fact": "host.state", "is": "bad"}})")
                 .arg(both(QStringLiteral("Restart it."))))
        .raw(QStringLiteral("verifications"),
             QStringLiteral(R"({"id": "it-answers", "command": "{use:asks}; asks it", "says": %1, )"
                            R"("stable": 7, "within": 70})")
                 .arg(both(QStringLiteral("it answers"))));
    return pack;
}

const auto kAction = QStringLiteral(R"({"run": "%1", "undo": "true", "text": {"en": "x", "ru": "x"}})");

} // namespace

class TestPackRemedies : public QObject {
    Q_OBJECT

private slots:
    void sharesWhatIsSaidOnce();
    void refuses_data();
    void refuses();
    void takesWhatIsSound();
};

void TestPackRemedies::sharesWhatIsSaidOnce()
{
    PackBuilder pack = sound();
    pack.raw(QStringLiteral("remedies"),
             remedy(kAction.arg(QStringLiteral("{use:asks}\\nasks ${that} {host.state}"))
                        + QStringLiteral(", \"restart-it\""),
                    QStringLiteral("\"verify\": \"it-answers\"")));
    const KnowledgeBase knowledge = pack.load();
    const RemedyRule &rule = knowledge.remedies().first();
    QCOMPARE(rule.remedy.actions.size(), 2);
    QCOMPARE(rule.remedy.actions.first().command,
             QStringLiteral("asks() {\n    ask \"$@\"\n}\nasks ${that} {host.state}"));
    QVERIFY(!rule.actionConditions.first());
    QCOMPARE(rule.remedy.actions.last().unit, QStringLiteral("it"));
    QCOMPARE(rule.remedy.actions.last().text.in(QStringLiteral("en")), QStringLiteral("Restart it."));
    QVERIFY(rule.actionConditions.last());
    QCOMPARE(rule.remedy.verification.command, QStringLiteral("asks() {\n    ask \"$@\"\n}; asks it"));
    QCOMPARE(rule.remedy.verification.stableSeconds, 7);
    QCOMPARE(rule.remedy.verification.withinSeconds, 70);
}

void TestPackRemedies::refuses_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *list, const QString &object, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(list) << object << QString::fromLatin1(message);
    };
    const QString text = both(QStringLiteral("x"));
    row("an action that nobody shares", "remedies", remedy(QStringLiteral("\"restart-that\"")),
        "no pack declares the action \"restart-that\"");
    row("a verification that nobody shares", "remedies",
        remedy(kAction.arg(QStringLiteral("true")), QStringLiteral("\"verify\": \"that-answers\"")),
        "no pack declares the verification \"that-answers\"");
    row("a command that nobody shares", "remedies", remedy(kAction.arg(QStringLiteral("{use:told}"))),
        "no pack declares the command \"told\"");
    row("a shared command that uses another", "commands",
        QStringLiteral(R"({"id": "more", "run": "{use:asks}"})"), "may not use another");
    row("an id in a remedy's own action", "remedies",
        remedy(QStringLiteral(R"({"id": "mine", "run": "true", "undo": "true", "text": %1})").arg(text)),
        "only an action of the pack's \"actions\"");
    const auto run = [](const char *shell) { return remedy(kAction.arg(QString::fromLatin1(shell))); };
    const auto edit = [&text](const char *file, const char *changes) {
        return remedy(QStringLiteral(R"({"edit": "%2", "format": "yaml", "changes": [%3], "text": %1})")
                          .arg(text, QString::fromLatin1(file), QString::fromLatin1(changes)));
    };
    row("a placeholder of no fact in a command", "remedies", run("restart {host.none}"),
        "no pack declares such a fact");
    row("a placeholder of no capture in a command", "remedies", run("ask {seen.addr}"),
        "has a group \"addr\"");
    row("a placeholder of no fact in a file's name", "remedies", edit("/etc/{name}", R"({"remove": ["a"]})"),
        "nothing fills {name}");
    row("a placeholder of no fact in a value", "remedies",
        edit("/etc/x", R"({"set": ["a"], "to": "{host.none}"})"), "nothing fills {host.none}");
    row("a diff that would show a key", "remedies",
        edit("/etc/kubernetes/scheduler.conf", R"({"remove": ["a"]})"), "its diff would show");
    row("a command that prints a key", "remedies", run("cat /etc/kubernetes/pki/sa.key"), "a private key");
    row("a kubectl that leaves a cache", "remedies", run("kubectl get nodes"), "would keep a cache");
    row("a copy among the manifests", "remedies",
        run("cp /etc/kubernetes/manifests/a.yaml /etc/kubernetes/manifests/a.bak"), "is a pod");
    row("a file written among the manifests", "remedies", run("echo x > /etc/kubernetes/manifests/a"),
        "is a pod");
    row("a file placed among the manifests that is no manifest", "remedies",
        remedy(QStringLiteral(R"({"place": "/etc/kubernetes/manifests/a.bak", "content": "x", "text": %1})")
                   .arg(text)),
        "is none");
    row("a placeholder in what is placed", "remedies",
        remedy(
            QStringLiteral(R"({"place": "/etc/x", "content": "name {host.state}", "text": %1})").arg(text)),
        "nothing fills {host.state} in what is placed");
    row("an edit that nobody sees", "remedies", run("sed -i s/a/b/ /etc/x"), "shows nobody");
    row("certificates without etcd's snapshot", "remedies", run("kubeadm certs renew apiserver"),
        "\"snapshotsEtcd\" is missing");
    row("a low risk that interrupts", "remedies",
        remedy(kAction.arg(QStringLiteral("true")), kKept, QStringLiteral("\"interrupts\": [\"host\"], ")),
        "no low risk");
    row("a remedy that verifies nothing", "remedies",
        remedy(kAction.arg(QStringLiteral("true")),
               QStringLiteral(R"("verify": {"command": " ", "says": %1})")),
        "nothing is verified");
    row("a shared action declared twice", "actions",
        QStringLiteral(R"({"id": "restart-it", "unit": "it", "do": "start", "text": %1})").arg(text),
        "already declared");
}

void TestPackRemedies::refuses()
{
    QFETCH(QString, list);
    QFETCH(QString, object);
    QFETCH(QString, message);
    PackBuilder pack = sound();
    pack.raw(list, object);
    QStringList lines;
    const auto problems = KnowledgeBase::lint(pack.sources());
    for (const PackProblem &problem : problems) {
        lines.append(problem.line());
    }
    QVERIFY2(lines.join(QLatin1Char('\n')).contains(message), qPrintable(lines.join(QLatin1Char('\n'))));
}

void TestPackRemedies::takesWhatIsSound()
{
    for (const char *shell :
         {"for each in {a,b}; do ask ${each}; done", "awk '{ print $1 }' /etc/hosts",
          "kubectl --cache-dir=/dev/null get nodes", "cp /etc/kubernetes/manifests/a.yaml /root/a.yaml",
          "cp -a /etc/kubernetes/pki/sa.key /root/", "ask {host.state}", "ask {node}",
          "sed -n 's/a/b/p' /etc/x", "grep -c x{2} /etc/x", "docker info -f '{{.Driver}}'"}) {
        PackBuilder pack = sound();
        pack.raw(QStringLiteral("remedies"), remedy(kAction.arg(QString::fromLatin1(shell))));
        for (const PackProblem &problem : KnowledgeBase::lint(pack.sources())) {
            QFAIL(qPrintable(QLatin1String(shell) + QLatin1String(": ") + problem.line()));
        }
    }
}

QTEST_GUILESS_MAIN(TestPackRemedies)
#include "tst_packremedies.moc"
