// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "casefile/longtext.h"

#include "core/lineshape.h"

#include <QHashFunctions>

#include <algorithm>
#include <utility>

namespace gordian {

namespace {

constexpr std::uint64_t kKeptOfOneShape = 8;
constexpr std::uint64_t kCountBits = 0xF;
constexpr std::size_t kShapes = 1U << 17U; // a power of two; a shape that is forgotten is kept again
constexpr qsizetype kLongestShape = 4096; // of a line that is longer the start tells enough

} // namespace

LongText::LongText(qsizetype most) : m_most(most)
{
}

void LongText::add(QByteArrayView block)
{
    m_kept.append(block.data(), block.size());
    if (m_kept.size() > 2 * m_most) {
        shorten();
    }
}

KeptText LongText::take()
{
    if (m_shortened) {
        shorten();
    }
    return {std::exchange(m_kept, {}), m_shortened};
}

qsizetype LongText::lineBehind(qsizetype at) const
{
    const qsizetype end = m_kept.indexOf('\n', at);
    return end < 0 ? at : end + 1;
}

bool LongText::isNews(QByteArrayView line)
{
    line = line.first(std::min(line.size(), kLongestShape));
    m_shape.resize(line.size());
    foldDigits(line, m_shape.data());
    m_shapes.resize(kShapes);
    const std::uint64_t hash = qHashBits(m_shape.constData(), std::size_t(m_shape.size()));
    std::uint64_t &known = m_shapes[(hash >> 32U ^ hash) % kShapes];
    if ((known & ~kCountBits) != (hash & ~kCountBits)) {
        known = hash & ~kCountBits;
    }
    if ((known & kCountBits) >= kKeptOfOneShape) {
        return false;
    }
    ++known;
    return true;
}

/// A tenth for the beginning, half for the end, the rest for what is news in between: of that the newest.
void LongText::shorten()
{
    if (m_begun == 0) {
        m_begun = m_chosen = lineBehind(m_most / 10);
    }
    const qsizetype newest = std::max(m_chosen, lineBehind(std::max(m_begun, m_kept.size() - m_most / 2)));
    QByteArray chosen = m_kept.mid(m_begun, m_chosen - m_begun);
    for (qsizetype at = m_chosen; at < newest;) {
        const qsizetype end = std::min(lineBehind(at), newest);
        const qsizetype next = end > at ? end : newest;
        const QByteArrayView line = QByteArrayView(m_kept).sliced(at, next - at);
        if (isNews(line)) {
            chosen.append(line.data(), line.size());
        }
        at = next;
    }
    const qsizetype room = m_most - m_begun - m_most / 2;
    if (chosen.size() > room) {
        const qsizetype cut = chosen.indexOf('\n', chosen.size() - room / 2);
        chosen.remove(0, cut < 0 ? chosen.size() : cut + 1);
    }
    m_kept = m_kept.left(m_begun) + chosen + m_kept.sliced(newest);
    m_chosen = m_begun + chosen.size();
    m_shortened = true;
}

KeptText shortened(const QByteArray &text, qsizetype most)
{
    if (text.size() <= 2 * most) {
        return {text, false};
    }
    LongText made(most);
    for (qsizetype at = 0; at < text.size(); at += most) {
        made.add(QByteArrayView(text).sliced(at, std::min(most, text.size() - at)));
    }
    return made.take();
}

} // namespace gordian
