// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#include "report/phrases.h"

#include <QDateTime>
#include <QLocale>
#include <QTranslator>

namespace gordian {

namespace {

// In the order of their enumerations.
const char *const Healths[] = {QT_TRANSLATE_NOOP("report", "healthy"),
                               QT_TRANSLATE_NOOP("report", "degraded"), QT_TRANSLATE_NOOP("report", "failed"),
                               QT_TRANSLATE_NOOP("report", "blocked"),
                               QT_TRANSLATE_NOOP("report", "unknown")};
const char *const Confidences[] = {QT_TRANSLATE_NOOP("report", "proved"),
                                   QT_TRANSLATE_NOOP("report", "likely"),
                                   QT_TRANSLATE_NOOP("report", "possible")};
const char *const Precedences[] = {
    "",
    QT_TRANSLATE_NOOP("report", "Below the one before it: that one is surer."),
    QT_TRANSLATE_NOOP("report", "Below the one before it: all that it explains follows from a proved cause."),
    QT_TRANSLATE_NOOP("report", "Below the one before it: that one explains more."),
    QT_TRANSLATE_NOOP("report", "Below the one before it: more evidence speaks for that one."),
    QT_TRANSLATE_NOOP("report",
                      "Below the one before it: that one lies deeper, and this one may follow from it."),
    QT_TRANSLATE_NOOP("report", "Nothing tells it and the one before it apart.")};
/// %1 is the cause that stands in the way.
const char *const Dismissals[] = {
    QT_TRANSLATE_NOOP("report", "Not named: what is known excludes it."),
    QT_TRANSLATE_NOOP("report", "Not named: what would prove it was looked at, and is not so."),
    QT_TRANSLATE_NOOP("report", "Not named: as much speaks against it as for it."),
    QT_TRANSLATE_NOOP("report", "Not named: nothing that it leads to is wrong."),
    QT_TRANSLATE_NOOP("report", "Not named: all that it would explain follows from %1, which is proved."),
    QT_TRANSLATE_NOOP("report", "Not named: %1 is proved and leaves nothing else to say of this node.")};
const char *const Reasons[] = {"",
                               QT_TRANSLATE_NOOP("report", "not collected"),
                               QT_TRANSLATE_NOOP("report", "needs rights that the account has not got"),
                               QT_TRANSLATE_NOOP("report", "the program it needs is not installed"),
                               QT_TRANSLATE_NOOP("report", "no answer within its time limit"),
                               QT_TRANSLATE_NOOP("report", "does not apply to this node"),
                               QT_TRANSLATE_NOOP("report", "the answer was not understood"),
                               QT_TRANSLATE_NOOP("report", "the node was not reached")};
const char *const ConnectStates[] = {QT_TRANSLATE_NOOP("report", "not connected yet"),
                                     QT_TRANSLATE_NOOP("report", "looking up the name"),
                                     QT_TRANSLATE_NOOP("report", "connecting"),
                                     QT_TRANSLATE_NOOP("report", "agreeing on keys"),
                                     QT_TRANSLATE_NOOP("report", "checking the host key"),
                                     QT_TRANSLATE_NOOP("report", "signing in"),
                                     QT_TRANSLATE_NOOP("report", "signed in"),
                                     QT_TRANSLATE_NOOP("report", "examining"),
                                     QT_TRANSLATE_NOOP("report", "closed"),
                                     QT_TRANSLATE_NOOP("report", "not reached")};
const char *const Privileges[] = {QT_TRANSLATE_NOOP("report", "root"),
                                  QT_TRANSLATE_NOOP("report", "root through sudo"),
                                  QT_TRANSLATE_NOOP("report", "root through sudo, with a password"),
                                  QT_TRANSLATE_NOOP("report", "the account's own rights, not root")};
const char *const TimelineKinds[] = {
    QT_TRANSLATE_NOOP("report", "started"),          QT_TRANSLATE_NOOP("report", "stopped"),
    QT_TRANSLATE_NOOP("report", "restarted"),        QT_TRANSLATE_NOOP("report", "killed"),
    QT_TRANSLATE_NOOP("report", "first error"),      QT_TRANSLATE_NOOP("report", "configuration changed"),
    QT_TRANSLATE_NOOP("report", "certificate ends"), QT_TRANSLATE_NOOP("report", "machine booted"),
    QT_TRANSLATE_NOOP("report", "examined")};
const char *const ArtifactStates[] = {QT_TRANSLATE_NOOP("report", "ran"),
                                      QT_TRANSLATE_NOOP("report", "stopped at its time limit"),
                                      QT_TRANSLATE_NOOP("report", "program not installed"),
                                      QT_TRANSLATE_NOOP("report", "nothing to ask there"),
                                      QT_TRANSLATE_NOOP("report", "needs more rights"),
                                      QT_TRANSLATE_NOOP("report", "not run")};
const char *const Roles[] = {QT_TRANSLATE_NOOP("report", "node"),
                             QT_TRANSLATE_NOOP("report", "control plane"),
                             QT_TRANSLATE_NOOP("report", "worker")};

/// What happened, and what to do. %1 is the path, %2 the detail.
struct ErrorWords {
    ErrorCode code;
    const char *words;
};
const ErrorWords Errors[] = {
    {ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("report", "%1 does not exist. Check the path.")},
    {ErrorCode::FileNotReadable,
     QT_TRANSLATE_NOOP("report", "%1 cannot be read: %2. Check its permissions.")},
    {ErrorCode::FileNotWritable,
     QT_TRANSLATE_NOOP("report",
                       "%1 cannot be written: %2. Choose another folder or check its permissions.")},
    {ErrorCode::DiskFull,
     QT_TRANSLATE_NOOP("report",
                       "There is no space left to write %1. Free some, or choose another disk; nothing "
                       "collected is lost while Gordian runs.")},
    {ErrorCode::NotAGordianFile,
     QT_TRANSLATE_NOOP("report",
                       "%1 holds no case: it is neither a case file nor a report with its case embedded.")},
    {ErrorCode::NewerFormat,
     QT_TRANSLATE_NOOP("report", "%1 was written by a later version of Gordian. Update Gordian to open it.")},
    {ErrorCode::Malformed, QT_TRANSLATE_NOOP("report", "%1 is damaged or not what its name says: %2.")},
    {ErrorCode::TooLarge, QT_TRANSLATE_NOOP("report", "%1 is larger than Gordian is ready to open.")},
    {ErrorCode::PackInvalid,
     QT_TRANSLATE_NOOP("report", "The knowledge pack %1 has mistakes and was left out: %2.")},
    {ErrorCode::PluginNotLoaded, QT_TRANSLATE_NOOP("report", "The plugin %1 could not be loaded: %2.")},
    {ErrorCode::NothingToDo, QT_TRANSLATE_NOOP("report", "There is nothing to do.")},
    {ErrorCode::CannotEdit,
     QT_TRANSLATE_NOOP(
         "report",
         "%1 is written in a way that cannot be changed without touching more: %2. Change it by "
         "hand.")},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("report", "Cancelled.")},
    {ErrorCode::Internal,
     QT_TRANSLATE_NOOP("report", "Something went wrong inside Gordian: %2. Please report it.")},
};

const char *const Headlines[] = {
    QT_TRANSLATE_NOOP("report", "No node could be examined"),
    QT_TRANSLATE_NOOP("report", "Nothing is wrong with what was examined"),
    QT_TRANSLATE_NOOP("report", "Nothing wrong was found, but not everything could be examined"),
    QT_TRANSLATE_NOOP("report", "It works, with warnings"),
    QT_TRANSLATE_NOOP("report", "Something has failed, and no known cause explains it yet"),
};

QString place(const Error &error)
{
    const QString line = error.context.value(QStringLiteral("line"));
    const QString path = error.context.value(QStringLiteral("path"), error.detail);
    return line.isEmpty() ? path : QStringLiteral("%1:%2").arg(path, line);
}

} // namespace

struct Phrases::Private {
    QString language;
    QTranslator translator;
    QLocale locale;
};

Phrases::Phrases(const QString &language) : d(std::make_unique<Private>())
{
    const bool russian = language.startsWith(QLatin1String("ru"));
    d->language = russian ? QStringLiteral("ru") : QStringLiteral("en");
    d->locale = russian ? QLocale(QLocale::Russian, QLocale::Russia)
                        : QLocale(QLocale::English, QLocale::UnitedStates);
    if (russian) {
        const bool loaded = d->translator.load(QStringLiteral(":/i18n/report_ru.qm"));
        Q_ASSERT_X(loaded, "Phrases", "report_ru.qm is not embedded");
        Q_UNUSED(loaded)
    }
}

Phrases::~Phrases() = default;

QString Phrases::language() const
{
    return d->language;
}

QString Phrases::translate(const char *source) const
{
    const QString translated = d->translator.translate("report", source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString Phrases::health(Health code) const
{
    return translate(Healths[static_cast<int>(code)]);
}
QString Phrases::confidence(Confidence code) const
{
    return translate(Confidences[static_cast<int>(code)]);
}
QString Phrases::connectState(ConnectState code) const
{
    return translate(ConnectStates[static_cast<int>(code)]);
}
QString Phrases::privilege(Privilege code) const
{
    return translate(Privileges[static_cast<int>(code)]);
}
QString Phrases::timelineKind(TimelineKind code) const
{
    return translate(TimelineKinds[static_cast<int>(code)]);
}
QString Phrases::artifactState(ArtifactState code) const
{
    return translate(ArtifactStates[static_cast<int>(code)]);
}
QString Phrases::role(NodeRole code) const
{
    return translate(Roles[static_cast<int>(code)]);
}

QString Phrases::precedence(Precedence code) const
{
    return translate(Precedences[static_cast<int>(code)]);
}

QString Phrases::cycleKind(CycleKind code) const
{
    return code == CycleKind::Real
        ? say(QT_TRANSLATE_NOOP("report", "A real circle: nothing gets up until it is cut"))
        : say(QT_TRANSLATE_NOOP("report", "Only seems so: nothing waits in a circle"));
}

QString Phrases::dismissal(const DismissedCause &cause) const
{
    const QString words = translate(Dismissals[static_cast<int>(cause.why)]);
    return words.contains(QLatin1String("%1")) ? words.arg(cause.by) : words;
}

QString Phrases::reason(UnknownReason code) const
{
    return code == UnknownReason::None ? QString() : translate(Reasons[static_cast<int>(code)]);
}

QString Phrases::error(const Error &error) const
{
    if (error.context.contains(QStringLiteral("inUse"))) {
        return translate(QT_TRANSLATE_NOOP("report", "Another mending is under way: %1. Let it end first."))
            .arg(place(error));
    }
    for (const ErrorWords &candidate : Errors) {
        if (candidate.code == error.code) {
            QString words = translate(candidate.words);
            const bool wantsDetail = words.contains(QLatin1String("%2"));
            // One call, so that a '%2' inside a path is not taken for a placeholder.
            return wantsDetail && words.contains(QLatin1String("%1")) ? words.arg(place(error), error.detail)
                : wantsDetail                         ? words.replace(QLatin1String("%2"), error.detail)
                : words.contains(QLatin1String("%1")) ? words.arg(place(error))
                                                      : words;
        }
    }
    return error.detail;
}

QString Phrases::overall(const Diagnosis &diagnosis) const
{
    return translate(Headlines[static_cast<int>(diagnosis.overall)]);
}

QString Phrases::bytes(qint64 count) const
{
    return d->locale.formattedDataSize(count, 1, QLocale::DataSizeIecFormat);
}

QString Phrases::duration(qint64 milliseconds) const
{
    const qint64 seconds = milliseconds / 1000;
    if (milliseconds < 1000) {
        return say(QT_TRANSLATE_NOOP("report", "%1 ms")).arg(milliseconds);
    }
    if (seconds < 60) {
        return say(QT_TRANSLATE_NOOP("report", "%1 s"))
            .arg(d->locale.toString(double(milliseconds) / 1000.0, 'f', milliseconds % 1000 == 0 ? 0 : 1));
    }
    if (seconds < 3600) {
        return seconds % 60 == 0
            ? say(QT_TRANSLATE_NOOP("report", "%1 min")).arg(seconds / 60)
            : say(QT_TRANSLATE_NOOP("report", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    }
    if (seconds < 48 * 3600) {
        const qint64 minutes = seconds / 60 % 60;
        return minutes == 0
            ? say(QT_TRANSLATE_NOOP("report", "%1 h")).arg(seconds / 3600)
            : say(QT_TRANSLATE_NOOP("report", "%1 h %2 min")).arg(seconds / 3600).arg(minutes);
    }
    return say(QT_TRANSLATE_NOOP("report", "%1 days")).arg(seconds / 86400);
}

QString Phrases::moment(const QDateTime &moment) const
{
    return moment.isValid() ? moment.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"))
                            : QString();
}

} // namespace gordian
