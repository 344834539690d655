// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What the loader and the lint refuse, each with the place and a message that tells what to do.

#include "core/glob.h"
#include "knowledge/forbidden.h"
#include "knowledge/knowledgebase.h"
#include "support/packbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

PackBuilder sound()
{
    PackBuilder pack;
    pack.component(QStringLiteral("host"), 0)
        .component(QStringLiteral("kubelet"), 30, {QStringLiteral("host")})
        .probe(QStringLiteral("kubelet.unit"), QStringLiteral("kubelet"))
        .probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\""))
        .fact(QStringLiteral("kubelet.state"), QStringLiteral("text"), QStringLiteral("kubelet.unit"))
        .signature(QStringLiteral("kubelet.log.x"), QStringLiteral("kubelet"),
                   QStringLiteral("dial (?P<addr>\\S+)"))
        .check(QStringLiteral("kubelet.running"), QStringLiteral("kubelet"),
               outcome(QStringLiteral(R"({"fact": "kubelet.state", "is": "failed"})"),
                       QStringLiteral("failed"), QStringLiteral("it is {kubelet.state}")),
               otherwise(QStringLiteral("healthy"), QStringLiteral("well")));
    return pack;
}

} // namespace

class TestPacks : public QObject {
    Q_OBJECT

private slots:
    void loadsWhatIsSound();
    void refuses_data();
    void refuses();
    void refusesBrokenDocuments_data();
    void refusesBrokenDocuments();
    void readsSecrets_data();
    void readsSecrets();
    void writesToTheNode();
    void asksProcForSizes();
    void globs();
    void namesThePlace();
    void theSchemaAgrees();
};

void TestPacks::loadsWhatIsSound()
{
    const PackBuilder pack = sound();
    for (const PackProblem &problem : KnowledgeBase::lint(pack.sources())) {
        QFAIL(qPrintable(problem.line()));
    }
    const KnowledgeBase knowledge = pack.load();
    QCOMPARE(knowledge.components().size(), 2);
    QCOMPARE(knowledge.component(QStringLiteral("kubelet"))->needs.first().component, QStringLiteral("host"));
    QVERIFY(knowledge.probe(QStringLiteral("kubelet.unit")));
    QVERIFY(!knowledge.probe(QStringLiteral("kubelet.none")));
    QCOMPARE(knowledge.check(QStringLiteral("kubelet.running"))->outcomes.first().health, Health::Failed);
}

void TestPacks::refuses_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *list, const QString &object, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(list) << object << QString::fromLatin1(message);
    };
    const QString words = both(QStringLiteral("x"));
    const auto component = [&](const QString &more) {
        return QStringLiteral(R"({"id": "time", "letter": "T", "layer": 1, "name": %1, %2})")
            .arg(words, more);
    };
    const auto probe = [&](const QString &more) {
        return QStringLiteral(R"({"id": "host.x", "component": "host", "title": %1, %2})").arg(words, more);
    };
    const auto check = [&](const QString &condition, const QString &says) {
        return QStringLiteral(
                   R"({"id": "host.x", "component": "host", "title": %1, "outcomes": [%2], "otherwise": %3})")
            .arg(words, outcome(condition, QStringLiteral("failed"), says),
                 otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    };
    const auto cause = [&](const QString &more) {
        return QString::fromUtf8(
                   R"({"id": "x-broken", "component": "host", "title": %1, "sentence": %1, "why": %1, "steps": [{"text": %1}], )"
                   R"("sources": ["https://x.org/"], "explains": ["kubelet"], %2})")
            .arg(words, more);
    };
    row("an unknown key", "components", component(QStringLiteral("\"lair\": 1")), "unknown key \"lair\"");
    row("a word where a number belongs", "components", component(QStringLiteral("\"needs\": 3")),
        "must be an array");
    row("an id of another form", "components",
        QStringLiteral(R"({"id": "Time!", "letter": "T", "layer": 1, "name": %1})").arg(words),
        "not of the form");
    row("an id declared twice", "components",
        QStringLiteral(R"({"id": "host", "letter": "T", "layer": 1, "name": %1})").arg(words),
        "already declared");
    row("a missing translation", "components",
        QStringLiteral(R"({"id": "time", "letter": "T", "layer": 1, "name": {"en": "x"}})"),
        "\"ru\" is missing");
    row("needs in a circle", "components",
        component(QStringLiteral(R"("needs": [{"component": "time", "why": %1}])").arg(words)),
        "goes in a circle: time -> time");
    row("a probe of no component", "probes",
        QStringLiteral(R"({"id": "x.y", "component": "nobody", "title": %1, "run": "true"})").arg(words),
        "no component \"nobody\"");
    row("an empty run", "probes", probe(QStringLiteral("\"run\": []")), "nothing to run");
    row("a missing run", "probes", probe(QStringLiteral("\"wave\": 1")), "\"run\" is missing");
    row("a probe that prints a private key", "probes",
        probe(QStringLiteral("\"run\": \"cat /etc/kubernetes/pki/sa.key\"")), "a private key");
    row("a condition in the first wave", "probes",
        probe(QStringLiteral(R"("run": "true", "when": {"fact": "kubelet.state", "exists": true})")),
        "only probes of wave 2");
    row("a pattern that is none", "signatures",
        QStringLiteral(R"({"id": "a.b", "component": "host", "pattern": "[", "title": %1})").arg(words),
        "invalid regular expression");
    row("a pattern that matches every line", "signatures",
        QStringLiteral(R"({"id": "a.b", "component": "host", "pattern": "x*", "title": %1})").arg(words),
        "matches an empty line");
    row("a look-ahead, which RE2 has not", "signatures",
        QStringLiteral(R"~({"id": "a.b", "component": "host", "pattern": "(?=x)", "title": %1})~").arg(words),
        "invalid regular expression");
    row("a fact from no probe", "facts", QStringLiteral(R"({"key": "a.b", "type": "text", "from": ["x.y"]})"),
        "no probe \"x.y\"");
    row("a fact pattern without a value", "facts",
        QStringLiteral(R"({"key": "a.b", "type": "text", "from": ["kubelet.unit"], "pattern": "x"})"),
        "(?P<value>");
    row("a missing otherwise", "checks",
        QStringLiteral(R"({"id": "a.b", "component": "host", "title": %1, "outcomes": [%2]})")
            .arg(words, outcome(QStringLiteral("true"), QStringLiteral("failed"), QStringLiteral("x"))),
        "\"otherwise\" is missing");
    row("a condition on an undeclared fact", "checks",
        check(QStringLiteral(R"({"fact": "a.none", "is": "x"})"), QStringLiteral("x")),
        "no pack declares the fact \"a.none\"");
    row("a condition on no signature", "checks",
        check(QStringLiteral(R"({"seen": "a.none"})"), QStringLiteral("x")), "no signature \"a.none\"");
    row("a condition on its own finding", "checks",
        check(QStringLiteral(R"({"finding": "host.x", "is": "failed"})"), QStringLiteral("x")),
        "depend on each other in a circle");
    row("a condition without a test", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state"})"), QStringLiteral("x")), "no test");
    row("two tests at once", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "is": "a", "isnt": "b"})"), QStringLiteral("x")),
        "a second test");
    row("an order of words", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "above": 3})"), QStringLiteral("x")),
        "it has no order");
    row("a node to compare with, and nothing that is compared", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "is": "a", "of": "otherNode"})"),
              QStringLiteral("x")),
        "\"of\" says nothing");
    row("minors of words", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "sameAs": "kubelet.state", "byMinors": 1})"),
              QStringLiteral("x")),
        "only versions");
    row("a version that is none", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "newerThan": "1"})"), QStringLiteral("x")),
        "not a version");
    row("a fact compared with itself", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "differsFrom": "kubelet.state"})"),
              QStringLiteral("x")),
        "with itself");
    row("the other's value where nothing is compared", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "is": "x"})"),
              QStringLiteral("{other.kubelet.state}")),
        "nothing fills {other.kubelet.state}");
    row("an outcome after true", "checks",
        QStringLiteral(
            R"({"id": "a.b", "component": "host", "title": %1, "outcomes": [%2, %2], "otherwise": %3})")
            .arg(words, outcome(QStringLiteral("true"), QStringLiteral("failed"), QStringLiteral("x")),
                 otherwise(QStringLiteral("healthy"), QStringLiteral("x"))),
        "never reached");
    row("a placeholder of no fact", "checks",
        check(QStringLiteral(R"({"fact": "kubelet.state", "is": "x"})"), QStringLiteral("{a.none}")),
        "nothing fills {a.none}");
    row("a placeholder of no capture", "checks",
        check(QStringLiteral(R"({"seen": "kubelet.log.x"})"), QStringLiteral("{seen.port}")),
        "has a group \"port\"");
    row("a cause that nothing names", "causes", cause(QStringLiteral("\"prior\": 0.5")),
        "nothing could ever name it");
    row("a cause that explains nobody", "causes",
        cause(QStringLiteral(R"("proof": {"seen": "kubelet.log.x"}, "tell": ["a.b"])")), "no probe \"a.b\"");
    row("a proof that is always true", "causes", cause(QStringLiteral("\"proof\": true")), "proves nothing");
    row("a cause that settles without proof", "causes",
        cause(QStringLiteral("\"supports\": [], \"settles\": true")), "needs a \"proof\"");
    row("a likely cause that nothing would settle", "causes",
        cause(QStringLiteral(R"("supports": [{"if": {"seen": "kubelet.log.x"}}])")), "\"tell\" must name");
}

void TestPacks::refuses()
{
    QFETCH(QString, list);
    QFETCH(QString, object);
    QFETCH(QString, message);
    PackBuilder pack = sound();
    pack.raw(list, object);
    const auto problems = KnowledgeBase::lint(pack.sources());
    QStringList lines;
    for (const PackProblem &problem : problems) {
        lines.append(problem.line());
    }
    QVERIFY2(lines.join(QLatin1Char('\n')).contains(message), qPrintable(lines.join(QLatin1Char('\n'))));
    const bool fatal = std::any_of(problems.cbegin(), problems.cend(), [](const PackProblem &each) {
        return each.weight == PackProblem::Weight::Error;
    });
    QCOMPARE(!KnowledgeBase::load(pack.sources()).has_value(), fatal);
}

void TestPacks::refusesBrokenDocuments_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("not JSON") << QByteArray("{\"schema\": 1,") << QStringLiteral("not JSON");
    QTest::newRow("an array") << QByteArray("[]") << QStringLiteral("must be an object");
    QTest::newRow("no schema") << QByteArray(R"({"pack": "test"})")
                               << QStringLiteral("\"schema\" is missing");
    QTest::newRow("a later schema") << QByteArray(R"({"schema": 2, "pack": "test"})")
                                    << QStringLiteral("reads schema 1");
    QTest::newRow("another plugin's name")
        << QByteArray(R"({"schema": 1, "pack": "other"})") << QStringLiteral("must be \"test\"");
    QTest::newRow("a key given twice")
        << QByteArray(R"({"schema": 1, "pack": "test", "checks": [], "checks": []})")
        << QStringLiteral("given twice");
    QTest::newRow("deep nesting") << QByteArray("{\"schema\": 1, \"pack\": \"test\", \"checks\": ")
            + QByteArray(5000, '[') + QByteArray(5000, ']')
            + "}" << QStringLiteral("deeper");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"schema\": 1, \"pack\": \"\xff\"}")
                                   << QStringLiteral("not JSON");
}

void TestPacks::refusesBrokenDocuments()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto loaded = KnowledgeBase::load({{QStringLiteral("test"), QStringLiteral("test.json"), json}});
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().code, ErrorCode::PackInvalid);
    QVERIFY2(loaded.error().detail.contains(message), qPrintable(loaded.error().detail));
}

void TestPacks::readsSecrets_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<bool>("forbidden");
    const auto row = [](const char *run, bool forbidden) {
        QTest::newRow(run) << QString::fromLatin1(run) << forbidden;
    };
    row("cat /etc/kubernetes/pki/sa.key", true);
    row("head -n 5 \"$ROOT/etc/kubernetes/admin.conf\"", true);
    row("if true; then cat /etc/kubernetes/super-admin.conf; fi", true);
    row("for f in /etc/kubernetes/pki/*.key; do cat /etc/kubernetes/pki/$f; done", true);
    row("base64 /var/lib/kubelet/pki/kubelet-client-current.pem", true);
    row("cat /run/secrets/kubernetes.io/serviceaccount/token", true);
    row("while read -r l; do echo \"$l\"; done < /etc/kubernetes/admin.conf", true);
    row("tar c /etc/kubernetes/pki | base64", true);
    row("sudo cat /etc/shadow", true);
    row("show /etc/kubernetes/admin.conf", false);
    row("certs /etc/kubernetes/pki/*.crt", false);
    row("ls -l /etc/kubernetes/pki", false);
    row("stat -c %a /etc/kubernetes/pki/sa.key", false);
    row("openssl pkey -in /etc/kubernetes/pki/sa.key -pubout", false);
    row("curl --key /etc/kubernetes/pki/apiserver-kubelet-client.key https://127.0.0.1:6443/livez", false);
    row("sed -n 's/.*server: //p' /etc/kubernetes/kubelet.conf", false);
    row("cat /etc/kubernetes/pki/ca.crt", false);
    row("cat /etc/hosts", false);
}

void TestPacks::readsSecrets()
{
    QFETCH(QString, run);
    QFETCH(bool, forbidden);
    QCOMPARE(!forbiddenReads(run).isEmpty(), forbidden);
}

void TestPacks::writesToTheNode()
{
    QVERIFY(!forbiddenWrites(QStringLiteral("kubectl get nodes")).isEmpty());
    QVERIFY(!forbiddenWrites(QStringLiteral("x=$(/usr/bin/kubectl get pods -A)")).isEmpty());
    QVERIFY(forbiddenWrites(QStringLiteral("kubectl --cache-dir=/dev/null get nodes")).isEmpty());
    QVERIFY(forbiddenWrites(QStringLiteral("have kubectl || na no-kubectl")).isEmpty());
}

void TestPacks::asksProcForSizes()
{
    QVERIFY(!vainSizes(QStringLiteral("[ -s \"$ROOT/proc/net/ip_tables_names\" ] && echo legacy")).isEmpty());
    QVERIFY(!vainSizes(QStringLiteral("test ! -s /sys/module/x/parameters")).isEmpty());
    QVERIFY(vainSizes(QStringLiteral("grep -q . \"$ROOT/proc/net/ip_tables_names\"")).isEmpty());
    QVERIFY(vainSizes(QStringLiteral("[ -s \"$ROOT/etc/machine-id\" ]")).isEmpty());
}

void TestPacks::globs()
{
    QVERIFY(globMatches(u"kubelet.*", u"kubelet.log.x"));
    QVERIFY(globMatches(u"*", u""));
    QVERIFY(globMatches(u"a?c", u"abc"));
    QVERIFY(!globMatches(u"a?c", u"ac"));
    QVERIFY(!globMatches(u"kubelet", u"kubelet.x"));
    // A star per letter must not take exponential time.
    QVERIFY(
        !globMatches(QString(200, QLatin1Char('*')) + QLatin1Char('b'), QString(20'000, QLatin1Char('a'))));
}

void TestPacks::namesThePlace()
{
    PackBuilder pack = sound();
    pack.raw(QStringLiteral("probes"),
             QStringLiteral(R"({"id": "host.x", "component": "host", "run": 7, "title": %1})")
                 .arg(both(QStringLiteral("x"))));
    const auto problems = KnowledgeBase::lint(pack.sources());
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().line().startsWith(QLatin1String("test.json: /probes/2/run: must be")),
             qPrintable(problems.first().line()));
}

/// The schema is for editors; what it refuses the lint must refuse, and what the lint takes it must take.
void TestPacks::theSchemaAgrees()
{
    PackBuilder unknownKey = sound();
    unknownKey.raw(
        QStringLiteral("probes"),
        QStringLiteral(R"({"id": "host.x", "component": "host", "run": "true", "lair": 1, "title": %1})")
            .arg(both(QStringLiteral("x"))));
    PackBuilder twoTests = sound();
    twoTests.check(QStringLiteral("host.x"), QStringLiteral("host"),
                   outcome(QStringLiteral(R"({"fact": "kubelet.state", "is": "a", "isnt": "b"})"),
                           QStringLiteral("failed"), QStringLiteral("x")),
                   otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    PackBuilder otherNodes = sound();
    otherNodes.check(QStringLiteral("host.x"), QStringLiteral("host"),
                     outcome(QStringLiteral(R"({"fact": "kubelet.state", "differsFrom": "kubelet.state", )"
                                            R"("of": "mostNodes", "ofSubject": "x*"})"),
                             QStringLiteral("failed"), QStringLiteral("{other.node}")),
                     otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    PackBuilder minors = sound();
    minors.check(QStringLiteral("host.x"), QStringLiteral("host"),
                 outcome(QStringLiteral(R"({"fact": "kubelet.state", "newerThan": "1.28", "byMinors": 2})"),
                         QStringLiteral("failed"), QStringLiteral("x")),
                 otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    PackBuilder ofNothing = sound();
    ofNothing.check(QStringLiteral("host.x"), QStringLiteral("host"),
                    outcome(QStringLiteral(R"({"fact": "kubelet.state", "is": "a", "of": "otherNode"})"),
                            QStringLiteral("failed"), QStringLiteral("x")),
                    otherwise(QStringLiteral("healthy"), QStringLiteral("x")));
    PackBuilder noRussian = sound();
    noRussian.raw(QStringLiteral("components"),
                  QStringLiteral(R"({"id": "time", "letter": "T", "layer": 1, "name": {"en": "x"}})"));
    PackBuilder neverNamed = sound();
    neverNamed.cause(QStringLiteral("x-broken"), QStringLiteral("host"),
                     QStringLiteral("\"explains\": [\"kubelet\"]"));
    QJsonArray documents;
    QJsonArray expected;
    for (const PackBuilder &pack :
         {sound(), unknownKey, twoTests, otherNodes, minors, ofNothing, noRussian, neverNamed}) {
        documents.append(QJsonDocument::fromJson(pack.json()).object());
        expected.append(KnowledgeBase::load(pack.sources()).has_value());
    }
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import json, sys, jsonschema\n"
                                 "validator = jsonschema.Draft7Validator(json.load(open(sys.argv[1])))\n"
                                 "print(json.dumps([validator.is_valid(d) for d in json.load(sys.stdin)]))"),
                  QStringLiteral(GORDIAN_SOURCE_DIR "/resources/schema/pack.schema.json")});
    QVERIFY(python.waitForStarted());
    python.write(QJsonDocument(documents).toJson());
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());
    const QByteArray answer = python.readAllStandardOutput();
    QVERIFY2(!answer.isEmpty(), python.readAllStandardError().constData());
    QCOMPARE(QJsonDocument::fromJson(answer).array(), expected);
}

QTEST_GUILESS_MAIN(TestPacks)
#include "tst_packs.moc"
