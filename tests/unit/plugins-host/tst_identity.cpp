// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "host/identityparser.h"
#include "support/collectedfacts.h"

#include <QTest>

using namespace gordian;
using namespace gordian::test;

namespace {

const QByteArray kId = "1c4ad377574c4263adbb7c624b6a3429\n";

} // namespace

class TestIdentity : public QObject {
    Q_OBJECT

private slots:
    void sharedIdentities_data();
    void sharedIdentities();
    void hostileInputIsSurvived();
};

void TestIdentity::sharedIdentities_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("shared");
    QTest::newRow("two terminals show one machine-id")
        << QByteArray("root@n1:~# cat /etc/machine-id\n" + kId + "root@n2:~# cat /etc/machine-id\n" + kId)
        << true;
    QTest::newRow("one terminal shows it twice")
        << QByteArray("root@n1:~# cat /etc/machine-id\n" + kId + "root@n1:~# cat /etc/machine-id\n" + kId)
        << false;
    QTest::newRow("two nodes are described with one UUID")
        << QByteArray("Name:   w1\n  System UUID:  4C4C4544-0051-3010-8053-B7C04F4D5731\n"
                      "Name:   w2\n  System UUID:  4c4c4544-0051-3010-8053-b7c04f4d5731\n")
        << true;
    QTest::newRow("one node's machine-id is its UUID")
        << QByteArray("Name:   w1\n  Machine ID:  " + kId + "  System UUID:  " + kId) << false;
    QTest::newRow("Weave knows two nodes by one name")
        << QByteArray("INFO: Our name is 02:fa:a2:e3:b1:29(a)\nINFO: Our name is 02:fa:a2:e3:b1:29(b)\n")
        << true;
    QTest::newRow("Weave started twice")
        << QByteArray("INFO: Our name is 02:fa:a2:e3:b1:29(a)\nINFO: Our name is 02:fa:a2:e3:b1:29(a)\n")
        << false;
    QTest::newRow("hashes that nobody calls an identity") << QByteArray(kId + kId) << false;
}

void TestIdentity::sharedIdentities()
{
    QFETCH(QByteArray, text);
    CollectedFacts facts;
    IdentityParser().parse(artifactOf(QStringLiteral("pasted.text"), {{{}, text}}), facts);
    QTEST(!facts.all().isEmpty(), "shared");
}

void TestIdentity::hostileInputIsSurvived()
{
    for (const QByteArray &bytes : hostileBytes()) {
        CollectedFacts facts;
        IdentityParser().parse(artifactOf(QStringLiteral("pasted.text"), {{{}, "Machine ID: " + bytes}}),
                               facts);
    }
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
