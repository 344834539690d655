// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "chaincase.h"

#include <algorithm>

namespace gordian::test {

QString state(const QString &key, const QString &value)
{
    return QStringLiteral(R"({"fact": "%1", "is": "%2"})").arg(key, value);
}

PackBuilder chain()
{
    PackBuilder made;
    made.component(QStringLiteral("runtime"), 20)
        .component(QStringLiteral("kubelet"), 30, {QStringLiteral("runtime"), QStringLiteral("*apiserver")})
        .component(QStringLiteral("apiserver"), 50, {QStringLiteral("kubelet")},
                   QStringLiteral(R"("presentIf": {"fact": "apiserver.state", "exists": true})"));
    for (const char *name : {"runtime", "kubelet", "apiserver"}) {
        const QString id = QString::fromLatin1(name);
        made.probe(id + QStringLiteral(".unit"), id)
            .fact(id + QStringLiteral(".state"), QStringLiteral("text"), id + QStringLiteral(".unit"))
            .fact(id + QStringLiteral(".driver"), QStringLiteral("text"), id + QStringLiteral(".unit"))
            .check(id + QStringLiteral(".up"), id,
                   outcome(state(id + QStringLiteral(".state"), QStringLiteral("dead")),
                           QStringLiteral("failed"), id + QStringLiteral(" is {%1.state}").arg(id))
                       + QStringLiteral(", ")
                       + outcome(state(id + QStringLiteral(".state"), QStringLiteral("slow")),
                                 QStringLiteral("degraded"), id + QStringLiteral(" is slow")),
                   otherwise(QStringLiteral("healthy"), id + QStringLiteral(" is {%1.state}").arg(id)),
                   QStringLiteral("\"alibi\": true"));
    }
    made.probe(QStringLiteral("kubelet.journal"), QStringLiteral("kubelet"),
               QStringLiteral("\"syntax\": \"journal\", \"keep\": \"tail\""))
        .probe(QStringLiteral("kubelet.deep"), QStringLiteral("kubelet"),
               QStringLiteral(R"("wave": 2, "when": %1)")
                   .arg(state(QStringLiteral("kubelet.state"), QStringLiteral("dead"))))
        .signature(QStringLiteral("kubelet.log.refused"), QStringLiteral("kubelet"),
                   QStringLiteral("dial tcp (?P<addr>\\S+): connect"))
        .cause(QStringLiteral("runtime-stopped"), QStringLiteral("runtime"),
               QStringLiteral(R"("proof": %1, "explains": ["*"])")
                   .arg(state(QStringLiteral("runtime.state"), QStringLiteral("dead"))))
        .cause(QStringLiteral("driver-mismatch"), QStringLiteral("kubelet"),
               QStringLiteral(R"("proof": {"fact": "kubelet.driver", "differsFrom": "runtime.driver"},
                       "supports": [{"if": {"seen": "kubelet.log.refused"}, "weight": 2}],
                       "excludedBy": {"fact": "kubelet.driver", "sameAs": "runtime.driver"},
                       "explains": ["kubelet", "apiserver"], "tell": ["runtime.unit", "kubelet.unit"])"))
        .cause(
            QStringLiteral("port-taken"), QStringLiteral("apiserver"),
            QStringLiteral(
                R"("supports": [{"if": {"finding": "apiserver.up", "is": "failed"}, "weight": 1}], "prior": 0.5,
                       "explains": ["apiserver.up"], "tell": ["apiserver.unit"])"));
    return made;
}

QByteArray unit(const char *stateWord, const char *driver)
{
    return QByteArray("state=") + stateWord + "\ndriver=" + driver + "\n";
}

CaseBuilder controlPlane(const char *runtime, const char *kubelet, const char *apiserver)
{
    CaseBuilder made;
    made.answer(QStringLiteral("runtime.unit"), unit(runtime))
        .answer(QStringLiteral("kubelet.unit"), unit(kubelet))
        .answer(QStringLiteral("apiserver.unit"), unit(apiserver))
        .answer(QStringLiteral("kubelet.journal"), "Mar 16 11:59:00 cp1 systemd[1]: Started\n");
    return made;
}

const GraphVertex *vertex(const Diagnosis &diagnosis, const char *id)
{
    const auto found = std::find_if(diagnosis.vertices.cbegin(), diagnosis.vertices.cend(),
                                    [&](const GraphVertex &each) { return each.id == QLatin1String(id); });
    return found == diagnosis.vertices.cend() ? nullptr : &*found;
}

} // namespace gordian::test
