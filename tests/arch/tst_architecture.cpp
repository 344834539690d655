// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Keeps the rooms and arrows of resources/docs/architecture.md: reads every #include, because a shared
// include path hides from the linker who may know whom.

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

const QString sourceDir = QStringLiteral(GORDIAN_SOURCE_DIR);

using Arrows = QHash<QString, QSet<QString>>;

QSet<QString> rooms(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

/// Who may include whom; every room may include itself.
const Arrows &appArrows()
{
    static const Arrows arrows{
        {QStringLiteral("core"), rooms("")},
        {QStringLiteral("sdk"), rooms("core")},
        {QStringLiteral("transport"), rooms("core")},
        {QStringLiteral("collect"), rooms("core transport")},
        {QStringLiteral("knowledge"), rooms("core sdk")},
        {QStringLiteral("diagnose"), rooms("core sdk knowledge")},
        {QStringLiteral("remedy"), rooms("core transport collect casefile")},
        {QStringLiteral("inventory"), rooms("core transport")},
        {QStringLiteral("casefile"), rooms("core")},
        {QStringLiteral("layout"), rooms("core")},
        {QStringLiteral("report"), rooms("core knowledge layout casefile")},
        {QStringLiteral("pluginhost"), rooms("core sdk knowledge")},
        {QStringLiteral("demo"), rooms("core transport")},
        {QStringLiteral("session"),
         rooms("core sdk transport collect knowledge diagnose remedy inventory casefile layout report "
               "pluginhost demo")},
        {QStringLiteral("cli"),
         rooms("core sdk transport collect knowledge diagnose remedy inventory casefile layout report "
               "pluginhost demo session")},
    };
    return arrows;
}

/// Screens know the shared parts only; the shell puts them together.
QSet<QString> screensOf(const QString &screen)
{
    return screen == QLatin1String("shell")
        ? rooms("shared connect progress findings graph evidence fixes report")
        : screen == QLatin1String("findings") ? rooms("shared graph evidence")
                                              : rooms("shared");
}

struct Include {
    QString file;
    int line = 0;
    QString path;
    bool quoted = false;
};

QVector<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+)[">])"));
    QVector<Include> found;
    QDirIterator files(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        for (int line = 1; !file.atEnd(); ++line) {
            const auto match = form.match(QString::fromUtf8(file.readLine()));
            if (match.hasMatch()) {
                found.append({file.fileName().mid(sourceDir.size() + 1), line, match.captured(2),
                              match.captured(1) == QLatin1String("\"")});
            }
        }
    }
    return found;
}

QString place(const Include &include)
{
    return QStringLiteral("%1:%2 includes %3").arg(include.file).arg(include.line).arg(include.path);
}

QString component(const QString &path, int part)
{
    return path.section(QLatin1Char('/'), part, part);
}

/// Why this include is forbidden; empty: it is not.
QString objection(const Include &include)
{
    const QString top = component(include.file, 0);
    const QString room = component(include.file, 1);
    const QString target = component(include.path, 0);
    const bool toApp = include.quoted && appArrows().contains(target)
        && QFile::exists(sourceDir + QStringLiteral("/app/") + include.path);
    const bool toUi = include.quoted && QFile::exists(sourceDir + QStringLiteral("/ui/") + include.path);
    if (top == QLatin1String("app")) {
        if (!appArrows().contains(room)) {
            return QStringLiteral("app/%1 is no room of the architecture").arg(room);
        }
        if (toApp && target != room && !appArrows()[room].contains(target)) {
            return QStringLiteral("%1 must not know %2").arg(room, target);
        }
        if (toUi && !toApp) {
            return QStringLiteral("nothing in app may know ui");
        }
    }
    if (top == QLatin1String("plugins") && toApp && target != QLatin1String("core")
        && target != QLatin1String("sdk")) {
        return QStringLiteral("plugins see core and sdk only");
    }
    if (top == QLatin1String("ui") && toUi && target != room && !toApp && !screensOf(room).contains(target)) {
        return QStringLiteral("ui/%1 must not know ui/%2").arg(room, target);
    }
    return {};
}

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

private slots:
    void includesFollowTheArrows();
    void aWrongArrowIsSeen();
    void libsshHeadersStayInTransportSources();
    void widgetsStayInTheWindow();
    void theTopLevelIsAsAgreed();
    void filesCanBeHeldInMind();
};

void TestArchitecture::includesFollowTheArrows()
{
    QStringList wrong;
    for (const char *top : {"app", "ui", "plugins"}) {
        const auto includes = includesBelow(sourceDir + QLatin1Char('/') + QLatin1String(top));
        QVERIFY2(!includes.isEmpty(), top);
        for (const Include &include : includes) {
            if (const QString why = objection(include); !why.isEmpty()) {
                wrong.append(place(include) + QStringLiteral(": ") + why);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestArchitecture::aWrongArrowIsSeen()
{
    QVERIFY(
        !objection({QStringLiteral("app/core/x.cpp"), 1, QStringLiteral("report/report.h"), true}).isEmpty());
    QVERIFY(
        !objection({QStringLiteral("plugins/kubelet/x.cpp"), 1, QStringLiteral("diagnose/diagnose.h"), true})
             .isEmpty());
    QVERIFY(
        !objection({QStringLiteral("app/unheard/x.cpp"), 1, QStringLiteral("core/fact.h"), true}).isEmpty());
    QVERIFY(objection(
                {QStringLiteral("app/diagnose/x.cpp"), 1, QStringLiteral("knowledge/knowledgebase.h"), true})
                .isEmpty());
}

void TestArchitecture::libsshHeadersStayInTransportSources()
{
    for (const char *top : {"app", "ui", "plugins"}) {
        const auto includes = includesBelow(sourceDir + QLatin1Char('/') + QLatin1String(top));
        for (const Include &include : includes) {
            if (include.path.startsWith(QLatin1String("libssh/"))) {
                QVERIFY2(include.file.startsWith(QLatin1String("app/transport/"))
                             && include.file.endsWith(QLatin1String(".cpp")),
                         qPrintable(place(include)));
            }
        }
    }
}

void TestArchitecture::widgetsStayInTheWindow()
{
    static const QRegularExpression widgets(
        QStringLiteral("^(QtWidgets/|QWidget$|QMainWindow$|QDialog$|QLabel$|QApplication$|QMessageBox$)"));
    for (const char *top : {"app", "plugins"}) {
        const auto includes = includesBelow(sourceDir + QLatin1Char('/') + QLatin1String(top));
        for (const Include &include : includes) {
            QVERIFY2(!widgets.match(include.path).hasMatch(), qPrintable(place(include)));
        }
    }
}

void TestArchitecture::theTopLevelIsAsAgreed()
{
    const QSet<QString> agreed = rooms(
        "CMakeLists.txt CMakePresets.json LICENSE README.md app ui resources plugins tests installer build");
    const QStringList entries = QDir(sourceDir).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        QVERIFY2(agreed.contains(entry), qPrintable(entry));
    }
}

void TestArchitecture::filesCanBeHeldInMind()
{
    constexpr int mostLines = 400;
    for (const char *top : {"app", "ui", "plugins"}) {
        QDirIterator files(sourceDir + QLatin1Char('/') + QLatin1String(top),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto lines = file.readAll().count('\n');
            QVERIFY2(lines <= mostLines,
                     qPrintable(QStringLiteral("%1 has %2 lines").arg(file.fileName()).arg(lines)));
        }
    }
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
