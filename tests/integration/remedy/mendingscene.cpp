// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "mendingscene.h"

#include "remedy/heldmendings.h"
#include "remedy/textedit.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QUuid>

#include <algorithm>

namespace gordian {

namespace {

LocalText words(const char *text)
{
    return {{{QStringLiteral("en"), QString::fromLatin1(text)}}, {}};
}

const auto Systemctl = QByteArrayLiteral(R"(#!/bin/sh
units=$(dirname "$0")/../units
case $1 in
daemon-reload | reset-failed) exit 0 ;;
is-active) cat "$units/$2" ;;
is-enabled) echo enabled ;;
*)
    echo "$*" >>"$units/calls"
    case $1 in stop) echo inactive ;; *) echo active ;; esac >"$units/$2"
    ;;
esac
)");

} // namespace

CutTransport::CutTransport(ShellSetup setup, Cut cut) : ShellTransport(std::move(setup)), m_cut(cut)
{
}

void CutTransport::write(const QByteArray &bytes)
{
    if (m_isBroken) {
        return;
    }
    const bool isCall = bytes.startsWith("gr_do ");
    if (isCall) {
        m_asked.append(bytes.split(' ').value(2).trimmed());
    }
    m_written += bytes;
    const bool isIt = isCall && (m_asked.size() == m_cut.call || m_cut.call == Cut::EveryCall);
    if (isIt && m_cut.when == Cut::When::DuringTheCall) {
        connect(&m_watch, &QTimer::timeout, this, [this] {
            if (m_cut.deed()) {
                m_watch.stop();
                blockSignals(true);
                close();
                waitForEnd();
                blockSignals(false);
                breakNow();
            }
        });
        m_watch.start(10);
    } else if (isIt && m_cut.deed) {
        m_cut.deed();
    }
    if (isIt && m_cut.when == Cut::When::BeforeTheCall) {
        breakNow();
        return;
    }
    if (isIt && m_cut.when == Cut::When::AfterTheCall) {
        // The shell carries it out and then ends, with nobody who reads what it says.
        blockSignals(true);
        ShellTransport::write(bytes);
        closeInput();
        QTimer::singleShot(0, this, [this] {
            waitForEnd();
            blockSignals(false);
            breakNow();
        });
        return;
    }
    ShellTransport::write(bytes);
}

void CutTransport::breakNow()
{
    m_isBroken = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            ShellEnd end;
            end.linkLost = true;
            emit shellEnded(end);
        },
        Qt::QueuedConnection);
}

// In memory: what is tried here a hundred times is no matter of disks.
MendingScene::MendingScene()
    : m_folder(QDir(QStringLiteral("/dev/shm")).exists()
                   ? QStringLiteral("/dev/shm/gordian-XXXXXX")
                   : QDir::tempPath() + QStringLiteral("/gordian-XXXXXX")),
      m_state(m_folder.filePath(QStringLiteral("var/gordian/mendings")))
{
    put(QStringLiteral("bin/systemctl"), Systemctl);
    QFile::setPermissions(path(QStringLiteral("bin/systemctl")), QFile::Permissions(0x7755));
    put(QStringLiteral("units/kubelet"), "active\n");
    put(QStringLiteral("etc/config.toml"), "[runc] # as packaged\n  SystemdCgroup = false\n");
    put(QStringLiteral("etc/flags"), "ARGS=\"--a=1 --gone=2\"\n");
    put(QStringLiteral("etc/manifests/second.yaml"), "kind: Pod\n");
    put(QStringLiteral("etc/pki/ca.crt"), "old\n");
    put(QStringLiteral("etc/pki/sub/key"), "secret\n");
    put(QStringLiteral("proc/forward"), "0\n");
    QDir().mkpath(m_folder.filePath(QStringLiteral("var")));
}

void MendingScene::put(const QString &name, const QByteArray &text) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
}

QByteArray MendingScene::text(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray MendingScene::everything() const
{
    QByteArrayList all;
    QDirIterator files(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next().mid(m_folder.path().size() + 1);
        if (!file.startsWith(QLatin1String("laptop")) && file != QLatin1String("units/calls")) {
            const QFileInfo info(path(file));
            all.append(file.toUtf8() + ' ' + QByteArray::number(int(info.permissions()), 16) + ' '
                       + (info.isFile() ? text(file) : QByteArray()));
        }
    }
    std::sort(all.begin(), all.end());
    return all.join('\n');
}

QByteArray MendingScene::changedSince(const QByteArray &before) const
{
    return unifiedDiff(before, everything(), QStringLiteral("node"));
}

Remedy MendingScene::remedy() const
{
    Action toml;
    toml.kind = Action::Kind::Edit;
    toml.text = words("Turn it on.");
    toml.file = path(QStringLiteral("etc/config.toml"));
    toml.format = TextFormat::Toml;
    toml.changes = {
        {TextChange::Kind::Set, {QStringLiteral("runc"), QStringLiteral("SystemdCgroup")}, "true", {}, {}}};
    Action flags;
    flags.kind = Action::Kind::Edit;
    flags.file = path(QStringLiteral("etc/flags"));
    flags.changes = {{TextChange::Kind::Replace, {}, "", {}, QStringLiteral(R"( --gone=\S*\b)")}};
    Action aside;
    aside.kind = Action::Kind::SetAside;
    aside.file = path(QStringLiteral("etc/manifests/second.yaml"));
    Action place;
    place.kind = Action::Kind::Place;
    place.file = path(QStringLiteral("etc/modules"));
    place.content = "br_netfilter\n";
    Action forward;
    forward.command = QStringLiteral("echo 1 >%1").arg(path(QStringLiteral("proc/forward")));
    forward.was = QStringLiteral("cat %1").arg(path(QStringLiteral("proc/forward")));
    forward.undo = QStringLiteral("echo $WAS >%1").arg(path(QStringLiteral("proc/forward")));
    Action renew;
    renew.command =
        QStringLiteral("cd %1 && echo new >ca.crt && echo more >extra && rm -r sub && echo renewed")
            .arg(path(QStringLiteral("etc/pki")));
    renew.touches = {path(QStringLiteral("etc/pki"))};
    Action unit;
    unit.kind = Action::Kind::Unit;
    unit.unit = QStringLiteral("kubelet");
    unit.verb = QStringLiteral("restart");
    Remedy made;
    made.id = QStringLiteral("all-kinds");
    made.title = words("All kinds of actions");
    made.actions = {toml, flags, aside, place, forward, renew, unit};
    made.verification = {QStringLiteral("grep -q true %1").arg(toml.file), words("It is on."), 0, 2};
    return made;
}

Remedy MendingScene::shortRemedy() const
{
    Remedy made = remedy();
    made.actions = {made.actions.at(0), made.actions.at(5), made.actions.at(6)};
    return made;
}

Plan MendingScene::draft(const Remedy &remedy) const
{
    Plan made;
    made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.cause = QStringLiteral("a-cause");
    made.remedy = remedy;
    made.node.id = QStringLiteral("n1");
    made.at = QDateTime::currentDateTimeUtc();
    return made;
}

std::unique_ptr<Transport> MendingScene::transport(Cut cut) const
{
    ShellSetup setup;
    const QString path = setup.environment.value(QStringLiteral("PATH"));
    setup.environment.insert(QStringLiteral("PATH"),
                             this->path(QStringLiteral("bin")) + QLatin1Char(':') + path);
    if (m_hasOwnRoot) {
        setup.program = QStringLiteral("unshare");
        setup.arguments = {QStringLiteral("-m"),
                           QStringLiteral("sh"),
                           QStringLiteral("-c"),
                           QStringLiteral("mount --make-rprivate / && mount --bind \"$1\" /etc && "
                                          "mount --bind \"$2\" /var/lib && exec dash -s"),
                           QStringLiteral("sh"),
                           this->path(QStringLiteral("root-etc")),
                           this->path(QStringLiteral("root-varlib"))};
    }
    return std::make_unique<CutTransport>(setup, cut);
}

void MendingScene::setOwnRoot()
{
    QDir().mkpath(path(QStringLiteral("root-etc")));
    QDir().mkpath(path(QStringLiteral("root-varlib")));
    m_hasOwnRoot = true;
}

Plan MendingScene::plan(const Remedy &remedy)
{
    NodeShell shell(transport({}), m_state);
    Planner planner(shell, draft(remedy));
    Plan made;
    QSignalSpy done(&planner, &Planner::planned);
    QObject::connect(&planner, &Planner::planned, &planner, [&made](const Plan &plan) { made = plan; });
    QObject::connect(&shell, &NodeShell::ready, &planner, &Planner::start);
    shell.open();
    done.wait(60'000);
    const auto &sent = static_cast<CutTransport &>(shell.transport());
    m_plannedWith = sent.written();
    m_planAsked = sent.asked();
    return made;
}

MendingScene::Outcome MendingScene::begin(const Plan &plan, Cut cut)
{
    auto journal = Journal::begin(journalFolder(), plan);
    return journal ? run(*journal, Way::Apply, cut) : Outcome();
}

MendingScene::Outcome MendingScene::goOn(const QString &id, Way way, Cut cut)
{
    auto journal = Journal::resume(journalFolder(), id);
    return journal ? run(*journal, way, cut) : Outcome();
}

QVector<Mending> MendingScene::held() const
{
    QByteArray printed;
    NodeShell shell(transport({}), m_state);
    QEventLoop waiting;
    QObject::connect(&shell, &NodeShell::lost, &waiting, &QEventLoop::quit);
    QObject::connect(&shell, &NodeShell::ready, &waiting, [&] {
        shell.ask(&waiting, "gr_hand_over", {}, 30, [&](const AgentReply &reply) {
            printed = reply.output;
            waiting.quit();
        });
    });
    shell.open();
    waiting.exec();
    return heldMendings(printed, draft({}).node);
}

QByteArray MendingScene::told(const Outcome &outcome)
{
    if (!outcome.end) {
        return "the link broke";
    }
    QByteArray text = "state " + QByteArray::number(int(outcome.end->state));
    for (const auto &trouble : {outcome.end->trouble, outcome.end->undoTrouble}) {
        if (trouble) {
            text +=
                ", trouble " + QByteArray::number(int(trouble->trouble)) + ": " + trouble->detail.toUtf8();
        }
    }
    return text;
}

MendingScene::Outcome MendingScene::run(Journal &journal, Way way, Cut cut)
{
    Outcome made;
    NodeShell shell(transport(cut), m_state);
    Transaction transaction(shell, journal);
    m_underWay = &transaction;
    QEventLoop waiting;
    QObject::connect(&transaction, &Transaction::finished, &waiting, [&](const MendingEnd &end) {
        made.end = end;
        waiting.quit();
    });
    QObject::connect(&shell, &NodeShell::lost, &waiting, &QEventLoop::quit);
    QObject::connect(&shell, &NodeShell::printed, &waiting,
                     [&made](const QByteArray &bytes) { made.printed += bytes; });
    QObject::connect(&shell, &NodeShell::ready, &transaction,
                     [&] { way == Way::Apply ? transaction.apply() : transaction.undo(); });
    QTimer::singleShot(60'000, &waiting, &QEventLoop::quit);
    shell.open();
    waiting.exec();
    made.asked = static_cast<CutTransport &>(shell.transport()).asked();
    made.calls = int(made.asked.size());
    m_underWay = nullptr;
    return made;
}

} // namespace gordian
