// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What a machine asks before it lets anybody in, answered by hand in the real window: host keys that nobody
// knows, a key that changed, passwords, codes. Against real SSH servers.

#include "connect/connectpage.h"
#include "session/secretstore.h"
#include "shared/labels.h"
#include "ui/shell/desk.h"
#include "ui/shell/machines.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace gordian;
using namespace gordian::ui;
using gordian::test::Desk;
using gordian::test::Machines;

namespace {

constexpr int Patience = 20000;

SshServer::Account withPassword(const QByteArray &password)
{
    SshServer::Account account;
    account.password = password;
    return account;
}

/// A keyring that only counts.
class FakeKeyring : public SecretStore {
public:
    explicit FakeKeyring(QStringList &written) : m_written(written) { }
    void read(const QString &, QObject *context, std::function<void(std::optional<Secret>)> done) override
    {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(std::nullopt); }, Qt::QueuedConnection);
    }
    void write(const QString &identity, const Secret &secret) override
    {
        m_written.append(identity + QLatin1Char('=') + QString::fromUtf8(secret.reveal()));
    }
    void forget(const QString &) override { }

private:
    QStringList &m_written;
};

} // namespace

class TestAsking : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void unknownKeysStandOnOnePage();
    void aTickSurvivesTheNextQuestion();
    void refusedKeysEndTheConnection();
    void aChangedKeyStopsAndCannotBeClickedAway();
    void aWrongPasswordIsAskedAgain();
    void eachMachineIsAskedItsOwnPassword();
    void aSkippedPasswordEndsTheSignIn();
    void codesAreAskedTogetherAndNeverKept();
    void theKeyringIsUsedOnlyWhenTold_data();
    void theKeyringIsUsedOnlyWhenTold();
    void aSecretStandsNowhere();
    void missingRightsAreOneClickAway();

private:
    void connectTo(const Machines &machines);
    void press(const char *button);
    QListView *keys() const { return m_desk->find<QListView>("hostKeyList"); }
    QList<QLineEdit *> fields() const;
    void tick(int row);
    void picture(const QString &name) const;
    bool writeKnown(const QByteArray &text) const;
    QByteArray readKnown() const;
    const NodeRecord &record(int number) const
    {
        return m_desk->investigation->currentCase().nodes.at(number);
    }
    bool isIn(int number) const { return !record(number).connection.authMethod.isEmpty(); }

    std::unique_ptr<Desk> m_desk;
};

void TestAsking::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_desk->window.get()));
    m_desk->window->activateWindow();
}

void TestAsking::cleanup()
{
    m_desk.reset();
}

void TestAsking::connectTo(const Machines &machines)
{
    QTest::keyClicks(m_desk->find<QPlainTextEdit>("nodeLines"),
                     machines.lines().replace(QLatin1Char('\n'), QLatin1Char(',')));
    press("addNodesButton");
    press("connectNow");
}

void TestAsking::press(const char *button)
{
    auto *found = m_desk->find<QPushButton>(button);
    QVERIFY2(found && found->isVisible() && found->isEnabled(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

QList<QLineEdit *> TestAsking::fields() const
{
    QList<QLineEdit *> shown = m_desk->find<QWidget>("secret")->findChildren<QLineEdit *>();
    shown.removeIf([](const QLineEdit *field) { return field->isHidden(); }); // answered, on its way out
    return shown;
}

void TestAsking::tick(int row)
{
    keys()->setFocus();
    keys()->setCurrentIndex(keys()->model()->index(row, 0));
    QTest::keyClick(keys(), Qt::Key_Space);
}

void TestAsking::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("GORDIAN_SCREENSHOTS");
    if (!folder.isEmpty()) {
        m_desk->window->resize(1366, 768);
        m_desk->window->grab().save(QStringLiteral("%1/asking-%2.png").arg(folder, name));
    }
}

bool TestAsking::writeKnown(const QByteArray &text) const
{
    QFile file(m_desk->knownHosts);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray TestAsking::readKnown() const
{
    QFile file(m_desk->knownHosts);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestAsking::unknownKeysStandOnOnePage()
{
    Machines machines;
    QVERIFY(machines.start(3, withPassword("right")));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 3, Patience);
    QVERIFY(keys()->isVisible());
    QCOMPARE(m_desk->window->place(), Place::Connect);
    picture(QStringLiteral("keys"));
    QVERIFY(!m_desk->find<QPushButton>("acceptHostKeys")->isEnabled());
    tick(1);
    press("acceptHostKeys");
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(readKnown().count("ssh-ed25519"), 1, Patience);
    press("tickAllHostKeys");
    press("acceptHostKeys");
    QTRY_VERIFY(!m_desk->find<QWidget>("hostKeys")->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(readKnown().count("ssh-ed25519"), 3, Patience);
    const QList<QByteArray> shown = machines.knownHosts().trimmed().split('\n');
    for (const QByteArray &line : shown) {
        QVERIFY2(readKnown().contains(line), line);
    }
}

void TestAsking::aTickSurvivesTheNextQuestion()
{
    Machines first;
    QVERIFY(first.start(1, withPassword("right")));
    connectTo(first);
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 1, Patience);
    tick(0);
    Machines second;
    QVERIFY(second.start(1, withPassword("right")));
    connectTo(second);
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 2, Patience);
    QCOMPARE(keys()->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(keys()->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(keys()->currentIndex().row(), 0);
}

void TestAsking::refusedKeysEndTheConnection()
{
    Machines machines;
    QVERIFY(machines.start(2, withPassword("right")));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 2, Patience);
    press("rejectHostKeys");
    for (int number : {0, 1}) {
        QTRY_COMPARE_WITH_TIMEOUT(record(number).state, ConnectState::Failed, Patience);
        QCOMPARE(record(number).failure->layer, ConnectLayer::HostKeyUnknown);
    }
    QVERIFY(readKnown().isEmpty());
    QVERIFY(!m_desk->find<QWidget>("hostKeys")->isVisible());
    QTRY_VERIFY(m_desk->find<QPushButton>("retryNode")->isVisible());
    press("retryNode");
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 1, Patience);
}

void TestAsking::aChangedKeyStopsAndCannotBeClickedAway()
{
    Machines machines;
    QVERIFY(machines.start(2, withPassword("right")));
    const QByteArray other = machines.at(1).knownHostsLine().trimmed().split(' ').at(2);
    const QByteArray known =
        "# mine\n[127.0.0.1]:" + QByteArray::number(machines.at(0).port()) + " ssh-ed25519 " + other + '\n';
    QVERIFY(writeKnown(known));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(record(0).state, ConnectState::Failed, Patience);
    QCOMPARE(record(0).failure->layer, ConnectLayer::HostKeyChanged);
    QTRY_VERIFY(m_desk->find<QPushButton>("retryNode")->isVisible());
    QString told;
    const auto labels = m_desk->find<QWidget>("nodeDetail")->findChildren<TextLabel *>();
    for (const TextLabel *label : labels) {
        told += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
    }
    picture(QStringLiteral("changed"));
    QVERIFY2(told.contains(record(0).failure->known.sha256), qPrintable(told));
    QVERIFY2(told.contains(record(0).failure->offered.sha256), qPrintable(told));
    QVERIFY2(told.contains(m_desk->knownHosts) && told.contains(QLatin1String("line 2")), qPrintable(told));
    QVERIFY(record(0).failure->known.sha256 != record(0).failure->offered.sha256);
    // The other machine's key may be trusted; this one's is not on offer.
    QTRY_COMPARE_WITH_TIMEOUT(keys()->model()->rowCount(), 1, Patience);
    press("tickAllHostKeys");
    press("acceptHostKeys");
    QTRY_VERIFY_WITH_TIMEOUT(!fields().isEmpty(), Patience);
    QCOMPARE(readKnown().left(known.size()), known);
    QCOMPARE(record(0).state, ConnectState::Failed);
}

void TestAsking::aWrongPasswordIsAskedAgain()
{
    Machines machines;
    QVERIFY(machines.start(1, withPassword("right")));
    QVERIFY(writeKnown(machines.knownHosts()));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(fields().size(), 1, Patience);
    QCOMPARE(fields().first()->echoMode(), QLineEdit::Password);
    QTRY_VERIFY(fields().first()->hasFocus());
    QTRY_VERIFY(!m_desk->find<QPushButton>("connectNow")->isVisible()); // nobody is left to connect to
    const QPointer<QLineEdit> answered = fields().first();
    QTest::keyClicks(answered, QStringLiteral("wrong"));
    QTest::keyClick(answered, Qt::Key_Return);
    QVERIFY2(answered, "it was deleted while it still dealt with its key");
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->investigation->pendingSecret()
                                 && m_desk->investigation->pendingSecret()->attempt == 2,
                             Patience);
    picture(QStringLiteral("again"));
    QTRY_COMPARE(fields().size(), 1);
    QVERIFY(fields().first()->text().isEmpty());
    QVERIFY(m_desk->find<QWidget>("secretRefused")->isVisible());
    QVERIFY(!isIn(0));
    QTest::keyClicks(fields().first(), QStringLiteral("right"));
    press("answerSecret");
    QTRY_VERIFY_WITH_TIMEOUT(isIn(0), Patience);
    QCOMPARE(record(0).connection.authMethod, QStringLiteral("password"));
    QVERIFY(!m_desk->find<QWidget>("secret")->isVisible());
}

void TestAsking::eachMachineIsAskedItsOwnPassword()
{
    Machines machines;
    QVERIFY(machines.start(2, withPassword("right")));
    QVERIFY(writeKnown(machines.knownHosts()));
    connectTo(machines);
    // One address, two ports: forwarded to two machines, for all anybody knows.
    for (int asked = 0; asked < 2; ++asked) {
        QTRY_VERIFY_WITH_TIMEOUT(!fields().isEmpty() && m_desk->investigation->pendingSecret(), Patience);
        QCOMPARE(m_desk->investigation->pendingSecret()->identity,
                 m_desk->investigation->pendingSecret()->hop.display());
        QTest::keyClicks(fields().first(), QStringLiteral("right"));
        press("answerSecret");
        QTRY_COMPARE_WITH_TIMEOUT(int(isIn(0)) + int(isIn(1)), asked + 1, Patience);
    }
    QVERIFY(!m_desk->find<QWidget>("secret")->isVisible());
}

void TestAsking::aSkippedPasswordEndsTheSignIn()
{
    Machines machines;
    QVERIFY(machines.start(1, withPassword("right")));
    QVERIFY(writeKnown(machines.knownHosts()));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(fields().size(), 1, Patience);
    press("declineSecret");
    QTRY_COMPARE_WITH_TIMEOUT(record(0).state, ConnectState::Failed, Patience);
    QCOMPARE(record(0).failure->layer, ConnectLayer::Authentication);
    QVERIFY(!m_desk->find<QWidget>("secret")->isVisible());
}

void TestAsking::codesAreAskedTogetherAndNeverKept()
{
    SshServer::Account account;
    account.keyboardRounds = {{{"Password: ", false, "right"}, {"Code: ", true, "123456"}}};
    Machines machines;
    QVERIFY(machines.start(1, account));
    QVERIFY(writeKnown(machines.knownHosts()));
    QStringList written;
    m_desk->investigation->setSecretStore(std::make_unique<FakeKeyring>(written));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(fields().size(), 2, Patience);
    picture(QStringLiteral("codes"));
    QCOMPARE(fields().at(0)->echoMode(), QLineEdit::Password);
    QCOMPARE(fields().at(1)->echoMode(), QLineEdit::Normal);
    QVERIFY(!m_desk->find<QCheckBox>("rememberSecret")->isVisible());
    QTRY_VERIFY(fields().first()->hasFocus());
    QTest::keyClicks(fields().at(0), QStringLiteral("right"));
    QTest::keyClick(fields().at(0), Qt::Key_Tab);
    QVERIFY(fields().at(1)->hasFocus());
    QTest::keyClicks(fields().at(1), QStringLiteral("123456"));
    QTest::keyClick(fields().at(1), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isIn(0), Patience);
    QCOMPARE(record(0).connection.authMethod, QStringLiteral("keyboard-interactive"));
    QVERIFY(written.isEmpty());
}

void TestAsking::theKeyringIsUsedOnlyWhenTold_data()
{
    QTest::addColumn<bool>("told");
    QTest::newRow("nobody said so") << false;
    QTest::newRow("the box was ticked") << true;
}

void TestAsking::theKeyringIsUsedOnlyWhenTold()
{
    QFETCH(bool, told);
    Machines machines;
    QVERIFY(machines.start(1, withPassword("right")));
    QVERIFY(writeKnown(machines.knownHosts()));
    QStringList written;
    m_desk->investigation->setSecretStore(std::make_unique<FakeKeyring>(written));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(fields().size(), 1, Patience);
    auto *remember = m_desk->find<QCheckBox>("rememberSecret");
    QVERIFY(remember->isVisible() && !remember->isChecked());
    if (told) {
        remember->setFocus();
        QTest::keyClick(remember, Qt::Key_Space);
    }
    QTest::keyClicks(fields().first(), QStringLiteral("right"));
    press("answerSecret");
    QTRY_VERIFY_WITH_TIMEOUT(isIn(0), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), told ? 1 : 0, Patience);
    QVERIFY(!told || written.first().endsWith(QLatin1String("=right")));
}

// Not on the screen, not in the settings, not in the case.
void TestAsking::aSecretStandsNowhere()
{
    const QByteArray secret = "xyzzy-plugh-4711";
    Machines machines;
    QVERIFY(machines.start(1, withPassword(secret)));
    QVERIFY(writeKnown(machines.knownHosts()));
    connectTo(machines);
    QTRY_COMPARE_WITH_TIMEOUT(fields().size(), 1, Patience);
    QTest::keyClicks(fields().first(), QString::fromLatin1(secret));
    press("answerSecret");
    QTRY_VERIFY_WITH_TIMEOUT(isIn(0), Patience);
    const QString saved = m_desk->investigation->filePath();
    QVERIFY(!saved.isEmpty());
    m_desk->window->close();
    m_desk->window.reset();
    m_desk->investigation.reset(); // all is written
    QStringList files{saved};
    QDirIterator kept(m_desk->folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (kept.hasNext()) {
        files.append(kept.next());
    }
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(name));
    }
}

/// Most accounts may become root by sudo, and are not asked for its password unless somebody chose that
/// before.
void TestAsking::missingRightsAreOneClickAway()
{
    Machines machines;
    QVERIFY(machines.start(1, withPassword("right")));
    QVERIFY(writeKnown(machines.knownHosts()));
    Case examined;
    NodeRecord record;
    record.node.id = QStringLiteral("n1");
    record.node.endpoint = {QStringLiteral("lab"), QStringLiteral("127.0.0.1"), machines.at(0).port()};
    record.state = ConnectState::Closed;
    record.account = QStringLiteral("lab");
    record.privilege = Privilege::None;
    examined.nodes = {record};
    Artifact refused;
    refused.node = record.node.id;
    refused.probe = QStringLiteral("certificates.files");
    refused.state = ArtifactState::NotPermitted;
    Artifact answered;
    answered.node = record.node.id;
    answered.probe = QStringLiteral("host.system");
    answered.state = ArtifactState::Collected;
    answered.output = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n";
    examined.artifacts = {answered, refused};
    m_desk->investigation->resume(examined);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->investigation->diagnosis().coverage.gaps.isEmpty(), Patience);
    auto *page = m_desk->window->findChild<ui::ConnectPage *>();
    QCOMPARE(page->options().rights, ShellRights::SudoIfFree);
    QTRY_VERIFY(m_desk->find<QPushButton>("sudoForNode")->isVisible());
    picture(QStringLiteral("no-root"));

    m_desk->window->goTo(ui::Place::Collect);
    auto *button = m_desk->find<QPushButton>("answerWithSudo");
    QTRY_VERIFY(button->isVisible());
    picture(QStringLiteral("rights"));
    button->click();
    QCOMPARE(page->options().rights, ShellRights::SudoPassword);
    QVERIFY(page->isVisible()); // where the passwords are asked for
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->investigation->pendingSecret(), Patience);
}

QTEST_MAIN(TestAsking)
#include "tst_asking.moc"
