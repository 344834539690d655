// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// What healthy clusters print, noise and all: no cause may be proved or likely on it, and few even possible.

#include "casefile/casestore.h"
#include "diagnose/diagnose.h"
#include "pluginhost/pluginhost.h"
#include "support/diagnosistext.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace gordian;
using namespace gordian::test;

namespace {

const auto kFolder = QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/healthy");

/// That many texts may make a cause seem possible; fewer is better.
constexpr int kMayBePossible = 20;

/// The one thing there is to say of a kubelet that waits for `kubeadm init`.
QString notInitialized()
{
    return QStringLiteral("kubelet-not-initialized");
}

bool isPossible(const CauseVerdict &cause)
{
    return cause.confidence == Confidence::Possible;
}

} // namespace

class TestHealthy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void accusesNothing_data();
    void accusesNothing();
    void seldomSuspectsAnything();

private:
    PluginHost m_plugins;
    std::unique_ptr<Diagnostician> m_diagnostician;
    QStringList m_suspected;
};

void TestHealthy::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician = std::make_unique<Diagnostician>(m_plugins.knowledge(), m_plugins.parsers());
}

void TestHealthy::accusesNothing_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(kFolder);
    const QStringList texts = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    QVERIFY(texts.size() >= 50);
    for (const QString &text : texts) {
        QTest::newRow(qPrintable(text)) << folder.filePath(text);
    }
}

void TestHealthy::accusesNothing()
{
    QFETCH(QString, path);
    QFile text(path);
    QVERIFY(text.open(QIODevice::ReadOnly));
    const Case pasted = caseFromText({text.readAll()}, m_plugins.knowledge().probes());
    const Diagnosis found = m_diagnostician->diagnose(pasted);
    for (const CauseVerdict &cause : found.causes) {
        if (isPossible(cause)) {
            m_suspected.append(QFileInfo(path).fileName() + QLatin1String(": ") + cause.id);
        }
    }
    const bool beforeInit = QFileInfo(path).fileName().startsWith(QLatin1String("kubelet-before-init"));
    QVERIFY2(std::all_of(found.causes.cbegin(), found.causes.cend(),
                         [&](const CauseVerdict &cause) {
                             return isPossible(cause) || (beforeInit && cause.id == notInitialized());
                         }),
             qPrintable(verdictText(found)));
}

void TestHealthy::seldomSuspectsAnything()
{
    QStringList texts;
    for (const QString &each : std::as_const(m_suspected)) {
        texts.append(each.section(QLatin1Char(':'), 0, 0));
    }
    texts.removeDuplicates();
    qInfo("%d texts make something seem possible:\n%s", int(texts.size()),
          qPrintable(m_suspected.join(QLatin1Char('\n'))));
    QVERIFY(texts.size() <= kMayBePossible);
}

QTEST_GUILESS_MAIN(TestHealthy)
#include "tst_healthy.moc"
