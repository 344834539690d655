// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "certificates/certificatesparser.h"
#include "support/collectedfacts.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kCa = QStringLiteral("/etc/kubernetes/pki/ca.crt");
const auto kLeaf = QStringLiteral("/etc/kubernetes/pki/apiserver.crt");
const auto kServed = QStringLiteral("served:6443");
const auto kContext = QStringLiteral("context");
const QByteArray kKeySha256 = "f32f31d1e4a9a7798f6b3db7228468379508638c922f9d9c9b1ab9af1f25f088";

QByteArray pem(const char *name)
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/certificates/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CollectedFacts parsed(const char *probe, const QVector<NamedText> &parts)
{
    CollectedFacts facts;
    CertificatesParser().parse(artifactOf(QLatin1String(probe), parts), facts);
    return facts;
}

} // namespace

class TestCertificatesParser : public QObject {
    Q_OBJECT

private slots:
    void validityFollowsTheNodesClock_data();
    void validityFollowsTheNodesClock();
    void signerIsVerifiedNotRead_data();
    void signerIsVerifiedNotRead();
    void namesThatClientsDialAreLookedFor();
    void keysAreComparedByTheirPublicHalves();
    void servedChainsCountByTheirLeaf();
    void kubeconfigsAreReadWithoutTheirKeys();
    void serviceAccountPairIsCompared();
    void factsPointAtTheBlock();
    void hostileInputIsSurvived();
};

void TestCertificatesParser::validityFollowsTheNodesClock_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("validity");
    QTest::newRow("within its dates it is valid") << QByteArray("now 2026-12-01T00:00:00Z\n") << "valid";
    QTest::newRow("after them it has expired") << QByteArray("now 2029-01-01T00:00:00Z\n") << "expired";
    QTest::newRow("before them it is not valid yet")
        << QByteArray("now 2020-01-01T00:00:00Z\n") << "not-yet-valid";
    QTest::newRow("without a clock the moment of collection counts") << QByteArray("now what\n") << "valid";
}

void TestCertificatesParser::validityFollowsTheNodesClock()
{
    QFETCH(QByteArray, now);
    const auto facts = parsed("certificates.files", {{kContext, now}, {kLeaf, pem("leaf.crt")}});
    QTEST(facts.text(QStringLiteral("certificate.validity"), kLeaf), "validity");
}

void TestCertificatesParser::signerIsVerifiedNotRead_data()
{
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QString>("signer");
    QTest::newRow("its own CA") << pem("leaf.crt") << "ok";
    QTest::newRow("another CA of the same name") << pem("foreign.crt") << "foreign";
}

void TestCertificatesParser::signerIsVerifiedNotRead()
{
    QFETCH(QByteArray, leaf);
    const auto files = parsed("certificates.files", {{kLeaf, leaf}, {kCa, pem("ca.crt")}});
    QTEST(files.text(QStringLiteral("certificate.signer"), kLeaf), "signer");
    const auto served = parsed("certificates.served", {{kCa, pem("ca.crt")}, {kServed, leaf}});
    QTEST(served.text(QStringLiteral("certificate.signer"), kServed), "signer");
    QVERIFY(parsed("certificates.files", {{kLeaf, leaf}})
                .text(QStringLiteral("certificate.signer"), kLeaf)
                .isNull());
}

void TestCertificatesParser::namesThatClientsDialAreLookedFor()
{
    const auto facts = parsed(
        "certificates.served",
        {{kContext, "api-host 10.0.0.1\napi-host lb.example.org\napi-host fd00::1\napi-host 10.0.0.2\n"},
         {kServed, pem("leaf.crt")}});
    QCOMPARE(facts.text(QStringLiteral("certificate.names-missing"), kServed), QStringLiteral("10.0.0.2"));
    QCOMPARE(facts.text(QStringLiteral("certificate.names-complete"), kServed), QStringLiteral("false"));
    QVERIFY(facts.text(QStringLiteral("certificate.names"), kServed).contains(QLatin1String("10.0.0.1")));
}

void TestCertificatesParser::keysAreComparedByTheirPublicHalves()
{
    const QByteArray path = "public /etc/kubernetes/pki/apiserver.key ";
    const auto keys = QStringLiteral("public-keys");
    const auto key = QStringLiteral("certificate.key-match");
    QCOMPARE(parsed("certificates.files", {{kLeaf, pem("leaf.crt")}, {keys, path + kKeySha256 + '\n'}})
                 .text(key, kLeaf),
             QStringLiteral("true"));
    QCOMPARE(
        parsed("certificates.files", {{kLeaf, pem("leaf.crt")}, {keys, path + QByteArray(64, 'a') + '\n'}})
            .text(key, kLeaf),
        QStringLiteral("false"));
    QVERIFY(parsed("certificates.files", {{kLeaf, pem("leaf.crt")}}).text(key, kLeaf).isNull());
}

void TestCertificatesParser::servedChainsCountByTheirLeaf()
{
    const auto facts = parsed("certificates.served", {{kServed, pem("leaf.crt") + pem("ca.crt")}});
    QVERIFY(std::count_if(facts.all().cbegin(), facts.all().cend(),
                          [](const Fact &fact) { return fact.key == QLatin1String("certificate.subject"); })
            == 1);
    QCOMPARE(facts.text(QStringLiteral("certificate.subject"), kServed), QStringLiteral("CN=kube-apiserver"));
    QVERIFY(!facts.text(QStringLiteral("certificates.apiserver-served-sha256")).isEmpty());
}

void TestCertificatesParser::kubeconfigsAreReadWithoutTheirKeys()
{
    const auto file = QStringLiteral("/etc/kubernetes/admin.conf");
    const QByteArray config = "    certificate-authority-data: " + pem("foreign.crt").toBase64()
        + "\n    server: https://10.0.0.1:6443\n"
        + "    client-certificate-data: " + pem("leaf.crt").toBase64() + "\n";
    const auto facts = parsed("certificates.kubeconfigs", {{kCa, pem("ca.crt")}, {file, config}});
    QCOMPARE(facts.text(QStringLiteral("certificates.kubeconfig-ca"), file), QStringLiteral("differs"));
    QCOMPARE(facts.text(QStringLiteral("certificates.kubeconfig-server"), file),
             QStringLiteral("https://10.0.0.1:6443"));
    QCOMPARE(facts.text(QStringLiteral("certificate.signer"), file + QLatin1String(" (client)")),
             QStringLiteral("ok"));
}

void TestCertificatesParser::serviceAccountPairIsCompared()
{
    const QByteArray one(64, 'a');
    const QByteArray lines = "public /etc/kubernetes/pki/sa.key " + one
        + "\npublic /etc/kubernetes/pki/sa.pub " + QByteArray(64, 'b') + '\n';
    const auto facts = parsed("certificates.files", {{QStringLiteral("public-keys"), lines}});
    QCOMPARE(facts.text(QStringLiteral("certificates.service-account-pair")), QStringLiteral("differs"));
}

void TestCertificatesParser::factsPointAtTheBlock()
{
    const auto facts =
        parsed("certificates.files", {{kContext, "now 2026-12-01T00:00:00Z\n"}, {kLeaf, pem("leaf.crt")}});
    const Fact *fact = facts.find(QStringLiteral("certificate.subject"), kLeaf);
    QVERIFY(fact);
    QCOMPARE(fact->source.firstLine, 2);
    QCOMPARE(fact->source.lastLine, 1 + static_cast<int>(pem("leaf.crt").count('\n')));
    QCOMPARE(fact->source.section, kLeaf);
}

void TestCertificatesParser::hostileInputIsSurvived()
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----\n";
    const QByteArray end = "\n-----END CERTIFICATE-----\n";
    for (const QByteArray &bytes : hostileBytes()) {
        QVERIFY(parsed("certificates.files", {{kLeaf, begin + bytes + end}}).all().isEmpty());
        QVERIFY(parsed("certificates.files", {{kLeaf, begin + bytes}}).all().isEmpty());
        QVERIFY(parsed("certificates.kubeconfigs", {{kLeaf, "client-certificate-data: " + bytes}})
                    .all()
                    .isEmpty());
    }
    const QByteArray whole = pem("leaf.crt");
    for (qsizetype size = 0; size < whole.size() - 2; size += 7) {
        QVERIFY(parsed("certificates.files", {{kLeaf, whole.left(size)}}).all().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCertificatesParser)
#include "tst_certificatesparser.moc"
