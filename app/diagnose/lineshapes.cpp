// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/lineshapes.h"

#include <utility>

namespace gordian {

namespace {

constexpr std::size_t kMostBytes = 8U * 1024 * 1024; // of all shapes
constexpr std::size_t kMostShapes = 32U * 1024;
constexpr std::size_t kMostVerdicts = 16; // of one shape

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

} // namespace

const LineShape::Verdict *LineShape::verdictFor(const QByteArray &digits) const
{
    for (const Verdict &each : verdicts) {
        if (each.digits == digits) {
            return &each;
        }
    }
    return nullptr;
}

const LineShape::Verdict &LineShape::learn(Verdict verdict)
{
    if (verdicts.size() < kMostVerdicts) {
        return verdicts.emplace_back(std::move(verdict));
    }
    m_next = (m_next + 1) % kMostVerdicts;
    return verdicts[m_next] = std::move(verdict);
}

void LineShape::pick(QByteArrayView line, QByteArray &digits) const
{
    digits.resize(qsizetype(places.size()));
    char *at = digits.data();
    for (const int place : places) {
        *at++ = line.at(place);
    }
}

LineShape *LineShapes::find(QByteArrayView shape)
{
    const auto found = m_shapes.find(viewOf(shape));
    return found == m_shapes.end() ? nullptr : &found->second;
}

LineShape &LineShapes::add(QByteArrayView shape)
{
    if (m_bytes > kMostBytes || m_shapes.size() >= kMostShapes) {
        m_shapes.clear();
        m_bytes = 0;
    }
    m_bytes += std::size_t(shape.size());
    return m_shapes.emplace(viewOf(shape), LineShape{}).first->second;
}

} // namespace gordian
