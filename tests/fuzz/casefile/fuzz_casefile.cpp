// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

// Damages packed cases, pasted texts and log lines at random and looks only at what must hold for any bytes:
// no crash, no markup out of text, no invisible character left.

#include "casefile/casestore.h"
#include "report/html.h"
#include "report/visibletext.h"
#include "support/samplecase.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace gordian;

namespace {

class Damage {
public:
    explicit Damage(unsigned seed) : m_engine(seed) { }

    int below(qsizetype limit)
    {
        return limit <= 0 ? 0 : static_cast<int>(m_engine() % static_cast<quint64>(limit));
    }

    QByteArray of(QByteArray bytes)
    {
        static const QByteArray nasty[] = {
            "\x1b[", "\x1b]", "<script>", "\xe2\x80\xae",      "\xff",     "\n",
            "\"",    "'",     "&",        QByteArray(1, '\0'), "\xc2\x9b", "SQLite format 3"};
        for (int change = 1 + below(8); change > 0; --change) {
            const int at = below(bytes.size() + 1);
            switch (below(4)) {
            case 0:
                bytes.insert(at, nasty[below(std::size(nasty))]);
                break;
            case 1:
                bytes.remove(at, below(64));
                break;
            case 2:
                bytes.insert(at, bytes.mid(below(bytes.size()), below(256)));
                break;
            default:
                if (at < bytes.size()) {
                    bytes[at] = static_cast<char>(below(256));
                }
            }
        }
        return bytes;
    }

private:
    std::mt19937_64 m_engine;
};

bool escapes(const QByteArray &bytes)
{
    const QByteArray markup = Html::text(QString::fromUtf8(bytes)).toUtf8();
    const QString shown = visibleLine(QString::fromUtf8(bytes));
    const bool hidden = std::any_of(shown.cbegin(), shown.cend(), [](QChar c) {
        return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
    });
    return !hidden && markup.count('<') == 0 && markup.count('>') == 0 && markup.count('"') == 0
        && markup.count('\'') == 0;
}

QVector<Probe> probes()
{
    Probe journal;
    journal.id = QStringLiteral("kubelet.journal");
    journal.recognise = QStringLiteral(R"(kubelet\[\d+\]: )");
    Probe unit;
    unit.id = QStringLiteral("kubelet.unit");
    unit.syntax = QStringLiteral("ini");
    unit.recognise = QStringLiteral("^ActiveState=");
    return {journal, unit};
}

} // namespace

int main()
{
    const unsigned seed = qEnvironmentVariableIntValue("FUZZ_SEED");
    const int seconds =
        qEnvironmentVariableIsSet("FUZZ_SECONDS") ? qEnvironmentVariableIntValue("FUZZ_SECONDS") : 5;
    Damage damage(seed);
    const QByteArray packed = packCase(test::sampleCase());
    QByteArray text = test::hostileBytes() + "ActiveState=active\nSubState=dead\n";
    QElapsedTimer timer;
    timer.start();
    int rounds = 0;
    for (; rounds < 200000 && timer.elapsed() < seconds * 1000; ++rounds) {
        (void)unpackCase(damage.of(packed));
        const QByteArray damaged = damage.of(text);
        const Case pasted = caseFromText({damaged}, probes());
        if (!escapes(damaged) || pasted.nodes.size() != 1) {
            std::fprintf(stderr, "FUZZ_SEED=%u, round %d: %s\n", seed, rounds,
                         damaged.toPercentEncoding().constData());
            return 1;
        }
        text = damaged.size() < 20000 && rounds % 200 != 0 ? damaged : test::hostileBytes();
    }
    std::printf("%d rounds\n", rounds);
    return 0;
}
