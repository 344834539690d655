// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "session/secretdesk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace gordian;

namespace {

/// A keyring in memory, so that what was asked of it can be seen.
class MemoryStore : public SecretStore {
public:
    explicit MemoryStore(QHash<QString, QByteArray> &entries) : m_entries(entries) { }

    void read(const QString &identity, QObject *context,
              std::function<void(std::optional<Secret>)> done) override
    {
        std::optional<Secret> found;
        if (m_entries.contains(identity)) {
            found = Secret(m_entries.value(identity));
        }
        QMetaObject::invokeMethod(
            context, [done = std::move(done), found] { done(found); }, Qt::QueuedConnection);
    }
    void write(const QString &identity, const Secret &secret) override
    {
        m_entries.insert(identity, secret.reveal());
    }
    void forget(const QString &identity) override { m_entries.remove(identity); }

private:
    QHash<QString, QByteArray> &m_entries;
};

SecretRequest request(const QString &node, quint64 number, const QString &identity, int attempt = 1,
                      SecretKind kind = SecretKind::Password)
{
    SecretRequest made;
    made.node = node;
    made.number = number;
    made.identity = identity;
    made.kind = kind;
    made.attempt = attempt;
    made.prompts = {{QStringLiteral("Password:"), false}};
    return made;
}

QVector<Secret> words(const char *word)
{
    return {Secret(word)};
}

} // namespace

class TestSecretDesk : public QObject {
    Q_OBJECT

private slots:
    void oneAnswerServesTheWholeIdentity();
    void aRefusedAnswerIsAskedAgain();
    void oneTimeCodesAreAskedEveryTime();
    void theKeyringIsWrittenOnlyAfterProof();
    void theKeyringAnswersWithoutAsking();
    void aRefusedKeyringEntryIsForgotten();
    void aNodeThatIsGoneIsNotAskedFor();
};

void TestSecretDesk::oneAnswerServesTheWholeIdentity()
{
    SecretDesk desk;
    QSignalSpy answered(&desk, &SecretDesk::answered);
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@all")));
    desk.ask(request(QStringLiteral("b"), 1, QStringLiteral("me@all")));
    desk.ask(request(QStringLiteral("c"), 1, QStringLiteral("other@c")));
    desk.answer(words("x"), SecretDesk::Keep::InMemory);
    QCOMPARE(answered.size(), 2);
    QVERIFY(desk.front() != nullptr);
    QCOMPARE(desk.front()->node, QStringLiteral("c"));
    desk.ask(request(QStringLiteral("d"), 1, QStringLiteral("me@all")));
    QCOMPARE(answered.size(), 3);
}

void TestSecretDesk::aRefusedAnswerIsAskedAgain()
{
    SecretDesk desk;
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@a")));
    desk.answer(words("wrong"), SecretDesk::Keep::InMemory);
    QVERIFY(desk.front() == nullptr);
    desk.ask(request(QStringLiteral("a"), 2, QStringLiteral("me@a"), 2));
    QVERIFY(desk.front() != nullptr);
    QCOMPARE(desk.front()->attempt, 2);
}

void TestSecretDesk::oneTimeCodesAreAskedEveryTime()
{
    SecretDesk desk;
    QSignalSpy answered(&desk, &SecretDesk::answered);
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@all"), 1, SecretKind::KeyboardInteractive));
    desk.ask(request(QStringLiteral("b"), 1, QStringLiteral("me@all"), 1, SecretKind::KeyboardInteractive));
    desk.answer(words("123456"), SecretDesk::Keep::InMemory);
    QCOMPARE(answered.size(), 1);
    QVERIFY(desk.front() != nullptr);
    QCOMPARE(desk.front()->node, QStringLiteral("b"));
}

void TestSecretDesk::theKeyringIsWrittenOnlyAfterProof()
{
    QHash<QString, QByteArray> entries;
    SecretDesk desk;
    desk.setStore(std::make_unique<MemoryStore>(entries));
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@a")));
    QTRY_VERIFY(desk.front() != nullptr);
    desk.answer(words("right"), SecretDesk::Keep::InKeyring);
    QVERIFY(entries.isEmpty());
    desk.nodeOpened(QStringLiteral("a"));
    QCOMPARE(entries.values(), QList<QByteArray>{"right"});
}

void TestSecretDesk::theKeyringAnswersWithoutAsking()
{
    QHash<QString, QByteArray> entries{{QStringLiteral("0:me@a"), "kept"}};
    SecretDesk desk;
    desk.setStore(std::make_unique<MemoryStore>(entries));
    QSignalSpy answered(&desk, &SecretDesk::answered);
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@a")));
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(desk.front() == nullptr);
}

void TestSecretDesk::aRefusedKeyringEntryIsForgotten()
{
    QHash<QString, QByteArray> entries{{QStringLiteral("0:me@a"), "stale"}};
    SecretDesk desk;
    desk.setStore(std::make_unique<MemoryStore>(entries));
    desk.ask(request(QStringLiteral("a"), 2, QStringLiteral("me@a"), 2));
    QVERIFY(desk.front() != nullptr);
    QVERIFY(entries.isEmpty());
}

void TestSecretDesk::aNodeThatIsGoneIsNotAskedFor()
{
    SecretDesk desk;
    QSignalSpy changed(&desk, &SecretDesk::frontChanged);
    desk.ask(request(QStringLiteral("a"), 1, QStringLiteral("me@a")));
    desk.forgetNode(QStringLiteral("a"));
    QVERIFY(desk.front() == nullptr);
    QCOMPARE(changed.size(), 2);
}

QTEST_GUILESS_MAIN(TestSecretDesk)
#include "tst_secretdesk.moc"
