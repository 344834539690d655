// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Failures as people reported them, pasted as they were: how often the confirmed cause is named first, and
// how often among the first three. The figures are what was reached; they may rise. Then families of
// messages, and posts that a terminal, a mail or a web page has put marks into: they are to name the same
// cause.

#include "casefile/casestore.h"
#include "diagnose/diagnose.h"
#include "pluginhost/pluginhost.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <optional>

using namespace gordian;

namespace {

constexpr int kNamedFirst = 99;
constexpr int kNamedAmongThree = 103;

constexpr int kMangled = 20;

struct Reported {
    QString id;
    QString cause;
    QString never; ///< a cause that is to be neither proved nor likely
    QVector<QByteArray> texts;
};

QVector<Reported> readCases(const char *name, const char *list)
{
    QFile file(QStringLiteral(GORDIAN_SOURCE_DIR "/tests/data/cases/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QVector<Reported> read;
    const QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
    for (const auto &each : whole.value(QLatin1String(list)).toArray()) {
        const QJsonObject one = each.toObject();
        Reported reported{one.value(QLatin1String("id")).toString(),
                          one.value(QLatin1String("cause")).toString(),
                          one.value(QLatin1String("not")).toString(),
                          {}};
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

using LineForm = std::function<QByteArray(const QByteArray &, int)>;

QByteArray eachLine(const QByteArray &text, const LineForm &form)
{
    QList<QByteArray> lines = text.trimmed().split('\n');
    int number = 0;
    for (QByteArray &line : lines) {
        line = form(line, ++number);
    }
    return lines.join('\n') + '\n';
}

QByteArray cutAt(const QByteArray &line, int width)
{
    QByteArray cut;
    for (qsizetype at = 0; at < line.size(); at += width) {
        cut += (at > 0 ? "\n" : "") + line.mid(at, width);
    }
    return cut;
}

QByteArray foldedAt(const QByteArray &line, int width)
{
    QByteArray folded;
    qsizetype room = width;
    for (const QByteArray &word : line.split(' ')) {
        if (!folded.isEmpty()) {
            folded += word.size() + 1 > room ? '\n' : ' ';
            room = word.size() + 1 > room ? width : room - 1;
        }
        folded += word;
        room -= word.size();
    }
    return folded;
}

QByteArray mangled(const QByteArray &text, const QString &how)
{
    static const QHash<QString, LineForm> forms{
        {QStringLiteral("quoted as mail quotes"), [](const auto &line, int) { return "> " + line; }},
        {QStringLiteral("numbered"),
         [](const auto &line, int number) {
             return QByteArray::number(number).rightJustified(6) + '\t' + line;
         }},
        {QStringLiteral("in colours"), [](const auto &line, int) { return "\x1b[1;31m" + line + "\x1b[0m"; }},
        {QStringLiteral("in bold"), [](const auto &line, int) { return "**" + line + "**"; }},
        {QStringLiteral("cut at 80 columns"), [](const auto &line, int) { return cutAt(line, 80); }},
        {QStringLiteral("folded at 80 columns"), [](const auto &line, int) { return foldedAt(line, 80); }},
        {QStringLiteral("with entities"),
         [](const auto &line, int) { return QString::fromUtf8(line).toHtmlEscaped().toUtf8(); }},
        {QStringLiteral("with typographic quotes"), [](const auto &line, int) {
             return QString::fromUtf8(line)
                 .replace(QRegularExpression(QStringLiteral("\"([^\"]*)\"")),
                          QStringLiteral("\u201c\\1\u201d"))
                 .toUtf8();
         }}};
    return eachLine(text, forms.value(how));
}

/// A journal long enough to be broken by a window.
bool isLong(const Reported &reported)
{
    return std::any_of(reported.texts.cbegin(), reported.texts.cend(),
                       [](const QByteArray &text) { return text.size() > 400; });
}

} // namespace

class TestCases : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesTheConfirmedCauses();
    void knowsTheFamily_data();
    void knowsTheFamily();
    void seesThroughTheMarks_data();
    void seesThroughTheMarks();

private:
    Diagnosis diagnose(const QVector<QByteArray> &texts) const
    {
        return m_diagnostician->diagnose(caseFromText(texts, m_plugins.knowledge().probes()));
    }

    PluginHost m_plugins;
    std::optional<Diagnostician> m_diagnostician;
};

void TestCases::initTestCase()
{
    const auto loaded = m_plugins.load({}, {});
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    m_diagnostician.emplace(m_plugins.knowledge(), m_plugins.parsers());
}

void TestCases::namesTheConfirmedCauses()
{
    const QVector<Reported> cases = readCases("cases.json", "cases");
    QVERIFY(!cases.isEmpty());
    int first = 0;
    int amongThree = 0;
    for (const Reported &reported : cases) {
        const QStringList named = firstThree(diagnose(reported.texts));
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

void TestCases::knowsTheFamily_data()
{
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("never");
    QTest::addColumn<QVector<QByteArray>>("texts");
    for (const Reported &family : readCases("families.json", "families")) {
        QTest::newRow(qPrintable(family.id)) << family.cause << family.never << family.texts;
    }
}

void TestCases::knowsTheFamily()
{
    QFETCH(const QString, cause);
    QFETCH(const QString, never);
    QFETCH(const QVector<QByteArray>, texts);
    const Diagnosis diagnosis = diagnose(texts);
    if (!cause.isEmpty()) {
        QCOMPARE(firstThree(diagnosis).value(0), cause);
    }
    for (const CauseVerdict &named : diagnosis.causes) {
        QVERIFY2(named.id != never || named.confidence == Confidence::Possible, qPrintable(named.id));
    }
}

void TestCases::seesThroughTheMarks_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("seenThrough");
    for (const char *how : {"quoted as mail quotes", "numbered", "in colours", "in bold", "with entities",
                            "with typographic quotes"}) {
        QTest::newRow(how) << QString::fromLatin1(how) << kMangled;
    }
    // Rows of wide tables are not put together again, and words longer than a line hide its width.
    QTest::newRow("cut at 80 columns") << QStringLiteral("cut at 80 columns") << kMangled - 1;
    QTest::newRow("folded at 80 columns") << QStringLiteral("folded at 80 columns") << kMangled - 3;
}

void TestCases::seesThroughTheMarks()
{
    QFETCH(const QString, how);
    QFETCH(const int, seenThrough);
    int tried = 0;
    QStringList lost;
    for (const Reported &reported : readCases("cases.json", "cases")) {
        if (tried >= kMangled || !isLong(reported)
            || !firstThree(diagnose(reported.texts)).startsWith(reported.cause)) {
            continue;
        }
        ++tried;
        QVector<QByteArray> texts;
        for (const QByteArray &text : reported.texts) {
            texts.append(mangled(text, how));
        }
        const QString named = firstThree(diagnose(texts)).value(0);
        if (named != reported.cause) {
            lost.append(reported.id + QStringLiteral(": ") + named);
        }
    }
    QCOMPARE(tried, kMangled);
    QVERIFY2(tried - lost.size() >= seenThrough, qPrintable(lost.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
