// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/desk.h"

#include "shell/savedlook.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace gordian::test {

namespace {

// Nothing of the person who runs the test: no ssh config, no agent, no key of ~/.ssh.
SshSettings settingsIn(const QTemporaryDir &folder)
{
    SshSettings settings;
    settings.sshConfigFile = QStringLiteral("none");
    settings.knownHostsFile = folder.filePath(QStringLiteral("known_hosts"));
    settings.identityFiles = QStringList{folder.filePath(QStringLiteral("absent"))};
    settings.useAgent = false;
    return settings;
}

void keepSettingsIn(const QString &folder)
{
    QStandardPaths::setTestModeEnabled(true);
    qputenv("HOME", QFile::encodeName(folder)); // its ssh config too is nobody's
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
}

} // namespace

Desk::Desk(const QString &language, ui::ThemeChoice choice) : transports(settingsIn(folder))
{
    keepSettingsIn(folder.path());
    words = std::make_unique<ui::Language>(language);
    theme = std::make_unique<ui::Theme>(*qApp);
    theme->setChoice(choice);
    furnish();
}

Desk::Desk(const QDir &home) : transports(settingsIn(folder))
{
    keepSettingsIn(home.path());
    words = std::make_unique<ui::Language>(ui::SavedLook::language());
    theme = std::make_unique<ui::Theme>(*qApp);
    ui::SavedLook::apply(*theme);
    furnish();
}

void Desk::furnish()
{
    knownHosts = settingsIn(folder).knownHostsFile;
    if (const auto loaded = plugins.load({}, {}); !loaded) {
        qFatal("the packs do not load: %s", qPrintable(loaded.error().detail));
    }
    investigation = std::make_unique<Investigation>(plugins, transports);
    window = std::make_unique<ui::MainWindow>(*investigation, *words, *theme);
}

bool Desk::examineDemo()
{
    const auto node = transports.startDemo();
    if (!node) {
        return false;
    }
    QSignalSpy ended(investigation.get(), &Investigation::collectingChanged);
    window->examine(*node);
    return QTest::qWaitFor([&] { return !ended.isEmpty() && !investigation->isCollecting(); }, 90000)
        && QTest::qWaitFor([&] { return !investigation->isDiagnosing(); }, 30000);
}

QByteArray story()
{
    return QByteArrayLiteral(
        "POD ID CREATED STATE NAME NAMESPACE ATTEMPT RUNTIME\n"
        "6f693e90c6d20 29 seconds ago Ready kube-proxy-f8rc4 kube-system 7 (default)\n"
        "504e4b6447e89 3 minutes ago Ready etcd-k8s kube-system 7 (default)\n"
        "56646137a2a85 6 minutes ago NotReady etcd-k8s kube-system 6 (default)\n"
        "Mar 16 01:48:44 k8s kubelet[1720]: E0316 01:48:44.801833 1720 kubelet.go:3002] \"Container runtime "
        "network not "
        "ready\" networkReady=\"NetworkReady=false reason:NetworkPluginNotReady message:Network plugin "
        "returns error: cni "
        "plugin not initialized\"\n"
        "Mar 16 01:48:45 k8s kubelet[1720]: I0316 01:48:45.662074 1720 status_manager.go:890] \"Failed to "
        "get status for "
        "pod\" podUID=\"6bd6965193b13475a79daa0b3843be87\" pod=\"kube-system/kube-scheduler-k8s\" err=\"Get "
        "\\\"https://192.168.124.8:6443/api/v1/namespaces/kube-system/pods/kube-scheduler-k8s\\\": dial tcp "
        "192.168.124.8:6443: connect: connection refused\"\n");
}

} // namespace gordian::test
