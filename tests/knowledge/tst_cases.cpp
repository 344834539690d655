// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Failures as people reported them, pasted as they were: how often the confirmed cause is named first, and
// how often among the first three. The figures are what was reached; they may rise.

#include "casefile/casestore.h"
#include "diagnose/diagnose.h"
#include "pluginhost/pluginhost.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gordian;

namespace {

constexpr int kNamedFirst = 96;
constexpr int kNamedAmongThree = 101;

struct Reported {
    QString id;
    QString cause;
    QVector<QByteArray> texts;
};

QVector<Reported> reportedCases()
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/cases/cases.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QVector<Reported> read;
    const QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto &each : whole.value(QLatin1String("cases")).toArray()) {
        const QJsonObject one = each.toObject();
        Reported reported{
            one.value(QLatin1String("id")).toString(), one.value(QLatin1String("cause")).toString(), {}};
        for (const auto &text : one.value(QLatin1String("texts")).toArray()) {
            reported.texts.append(text.toString().toUtf8() + '\n');
        }
        read.append(reported);
    }
    return read;
}

QStringList firstThree(const Diagnosis &diagnosis)
{
    QStringList ids;
    for (const CauseVerdict &cause :
         diagnosis.causes.first(std::min<qsizetype>(3, diagnosis.causes.size()))) {
        ids.append(cause.id);
    }
    return ids;
}

} // namespace

class TestCases : public QObject {
    Q_OBJECT

private slots:
    void namesTheConfirmedCauses();
};

void TestCases::namesTheConfirmedCauses()
{
    PluginHost plugins;
    const auto loaded = plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    const Diagnostician diagnostician(plugins.knowledge(), plugins.parsers());
    const QVector<Reported> cases = reportedCases();
    QVERIFY(!cases.isEmpty());
    int first = 0;
    int amongThree = 0;
    for (const Reported &reported : cases) {
        const Case pasted = caseFromText(reported.texts, plugins.knowledge().probes());
        const QStringList named = firstThree(diagnostician.diagnose(pasted));
        first += named.startsWith(reported.cause) ? 1 : 0;
        amongThree += named.contains(reported.cause) ? 1 : 0;
        if (!named.startsWith(reported.cause)) {
            qInfo("%s: %s, not %s", qPrintable(reported.id), qPrintable(reported.cause),
                  qPrintable(named.join(QLatin1Char(' '))));
        }
    }
    qInfo("of %d: %d named first, %d among three", int(cases.size()), first, amongThree);
    QVERIFY(first >= kNamedFirst);
    QVERIFY(amongThree >= kNamedAmongThree);
}

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
