// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// The packs' remedies against the fixtures of their causes: each is offered somewhere, with nothing left
// open, and its commands are such that a shell can read them.

#include "diagnose/diagnose.h"
#include "diagnose/matcher.h"
#include "pluginhost/pluginhost.h"
#include "support/casefixture.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kFolder = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/knowledge/");

QStringList shellTexts(const Remedy &remedy)
{
    QStringList texts{remedy.verification.command};
    for (const Action &action : remedy.actions) {
        texts += QStringList{action.check, action.command, action.undo, action.was};
    }
    texts.removeAll(QString());
    return texts;
}

QVector<LocalText> sentences(const Remedy &remedy)
{
    QVector<LocalText> texts{remedy.title, remedy.effect, remedy.verification.says};
    for (const Action &action : remedy.actions) {
        texts += {action.text, action.risk};
    }
    return texts;
}

/// What a shell says of the commands without running them; empty: it can read them.
QByteArray shellMistake(const QString &text)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-n"), QStringLiteral("-c"), text});
    shell.waitForFinished();
    const bool isRead = shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0;
    return isRead ? QByteArray() : shell.readAllStandardError() + "in: " + text.toUtf8();
}

} // namespace

class TestRemedies : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isOffered_data();
    void isOffered();
    void reachesThatForm_data();
    void reachesThatForm();

private:
    void offersOf(const QString &cause, const QString &form, const QString &remedy,
                  QVector<Remedy> *offers) const;

    PluginHost m_plugins;
    std::unique_ptr<Diagnostician> m_diagnostician;
};

void TestRemedies::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician = std::make_unique<Diagnostician>(m_plugins.knowledge(), m_plugins.parsers());
}

void TestRemedies::isOffered_data()
{
    QTest::addColumn<int>("index");
    const auto &rules = m_plugins.knowledge().remedies();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QTest::newRow(qPrintable(rules.at(i).remedy.id)) << int(i);
    }
}

/// In the fixtures where the cause is sick, of which `form` is a name with wildcards.
void TestRemedies::offersOf(const QString &cause, const QString &form, const QString &remedy,
                            QVector<Remedy> *offers) const
{
    const QDir folder(kFolder + cause);
    for (const QString &file : folder.entryList({form}, QDir::Files, QDir::Name)) {
        const auto fixture = readCaseFixture(folder.filePath(file));
        QVERIFY2(fixture.has_value(), fixture ? "" : qPrintable(fixture.error().detail));
        const Diagnosis diagnosis = m_diagnostician->diagnose(*fixture);
        for (const CauseVerdict &verdict : diagnosis.causes) {
            for (const Remedy &offered : verdict.remedies) {
                if (verdict.id == cause && offered.id == remedy) {
                    offers->append(offered);
                }
            }
        }
    }
}

void TestRemedies::isOffered()
{
    QFETCH(const int, index);
    const RemedyRule &rule = m_plugins.knowledge().remedies().at(index);
    QVector<Remedy> offers;
    for (const QString &cause : rule.causes) {
        const qsizetype before = offers.size();
        offersOf(cause, QStringLiteral("sick*.case"), rule.remedy.id, &offers);
        QVERIFY2(offers.size() > before, qPrintable(cause + QStringLiteral(": in none of its fixtures")));
    }
    for (const Remedy &offered : std::as_const(offers)) {
        QVERIFY(!offered.node.isEmpty());
        for (const LocalText &sentence : sentences(offered)) {
            for (const char *language : {"en", "ru"}) {
                const QString text = sentence.in(QString::fromLatin1(language));
                QVERIFY2(!text.contains(QLatin1Char('?')), qPrintable(text));
            }
        }
        static const QRegularExpression open(
            QStringLiteral("(?<!\\$)\\{[a-z][a-z0-9-]*\\.[a-z0-9.-]+\\}|\\{use:"));
        for (const QString &text : shellTexts(offered)) {
            QVERIFY2(!open.match(text).hasMatch(), qPrintable(text));
            const QByteArray mistake = shellMistake(text);
            QVERIFY2(mistake.isEmpty(), mistake.constData());
        }
        for (const Action &action : offered.actions) {
            const bool isOfFile = action.kind == Action::Kind::Edit || action.kind == Action::Kind::Place
                || action.kind == Action::Kind::SetAside;
            QVERIFY2(!isOfFile || action.file.startsWith(QLatin1Char('/')), qPrintable(action.file));
        }
    }
}

void TestRemedies::reachesThatForm_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("a chain that lets nothing in") << "firewall-blocks-ports"
                                                  << "sick-policy.case"
                                                  << "ports-open-in-iptables";
    QTest::newRow("etcd's key") << "control-plane-file-missing"
                                << "sick.case"
                                << "component-certificate-again";
    QTest::newRow("a client's certificate") << "control-plane-file-missing"
                                            << "sick-client.case"
                                            << "component-certificate-again";
}

/// One failure has several forms; a remedy that reaches one of them may pass by another.
void TestRemedies::reachesThatForm()
{
    QFETCH(const QString, cause);
    QFETCH(const QString, form);
    QFETCH(const QString, remedy);
    QVector<Remedy> offers;
    offersOf(cause, form, remedy, &offers);
    QCOMPARE(offers.size(), 1);
}

QTEST_GUILESS_MAIN(TestRemedies)
#include "tst_remedies.moc"
