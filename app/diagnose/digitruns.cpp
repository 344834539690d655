// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "diagnose/digitruns.h"

#include <cstdint>
#include <utility>

namespace gordian {

namespace {

constexpr int kLongestRepeat = 16; // "[0-9]{3}" is as good as written three times

const ByteSet &digits()
{
    static const ByteSet set = byteRange('0', '9');
    return set;
}

/// Takes some digits and not others.
bool isChoosy(const ByteSet &bytes)
{
    const std::size_t taken = (bytes & digits()).count();
    return taken > 0 && taken < digits().count();
}

void endRun(std::vector<ByteSet> &run, std::vector<DigitRun> &runs)
{
    DigitRun made;
    for (ByteSet &each : run) {
        if (isChoosy(each)) {
            made.choosy.push_back(made.bytes.size());
            made.onlyDigits = made.onlyDigits && (each & ~digits()).none();
        }
        each[std::size_t('0')] = (each & digits()).any();
        made.bytes.push_back(each);
    }
    if (!made.choosy.empty()) {
        runs.push_back(std::move(made));
    }
    run.clear();
}

/// What is repeated or may be missing stands beside nothing for certain.
void setApart(std::vector<ByteSet> &run, std::vector<DigitRun> &runs)
{
    if (!run.empty()) {
        std::vector<ByteSet> last{run.back()};
        run.pop_back();
        endRun(run, runs);
        endRun(last, runs);
    }
}

} // namespace

DigitSense digitSense(const std::vector<PatternToken> &pattern)
{
    DigitSense made;
    std::vector<ByteSet> run;
    for (const PatternToken &token : pattern) {
        const bool isByte = token.kind == PatternToken::Bytes;
        const bool choosy = isByte && isChoosy(token.bytes);
        made.relaxed += choosy ? "(?:" + token.text + "|[0-9])" : token.text;
        if (isByte) {
            run.push_back(token.bytes);
        } else if (token.times > 0 && token.times <= kLongestRepeat && !run.empty()) {
            run.insert(run.end(), std::size_t(token.times - 1), ByteSet(run.back()));
        } else if (token.kind == PatternToken::Maybe || token.kind == PatternToken::Again) {
            setApart(run, made.runs);
        } else {
            endRun(run, made.runs);
        }
    }
    endRun(run, made.runs);
    return made;
}

void findRun(const DigitRun &run, QByteArrayView shape, const std::vector<int> &digits,
             std::vector<int> &places)
{
    const auto fits = [&](qsizetype start) {
        if (start < 0 || start + qsizetype(run.bytes.size()) > shape.size()) {
            return false;
        }
        for (const ByteSet &each : run.bytes) {
            if (!each[std::uint8_t(shape.at(start++))]) {
                return false;
            }
        }
        return true;
    };
    const std::size_t first = run.choosy.front();
    for (const int digit : digits) {
        if (run.onlyDigits && fits(digit - qsizetype(first))) {
            for (const std::size_t choosy : run.choosy) {
                places.push_back(int(digit + qsizetype(choosy) - qsizetype(first)));
            }
        }
        for (std::size_t i = 0; !run.onlyDigits && i < run.choosy.size(); ++i) {
            if (fits(digit - qsizetype(run.choosy[i]))) {
                places.push_back(digit);
            }
        }
    }
}

} // namespace gordian
