// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "knowledge/literals.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace gordian {

namespace {

/// Could the pattern match a line that holds the atoms `dropped` and no others of its own?
bool mayMatch(const re2::FilteredRE2 &pattern, const std::vector<int> &dropped)
{
    std::vector<int> candidates;
    pattern.AllPotentials(dropped, &candidates);
    return !candidates.empty();
}

/// How much a string tells: its letters without the words that any node's log is full of.
qsizetype weightOf(const std::string &atom)
{
    static const QByteArray common[] = {
        "containerd", "container", "kubernetes", "kubelet", "kube-system", "apiserver", "kube",  "failed",
        "error",      "fail",      "found",      "running", "node",        "pod",       "level", "info",
        "warning",    "msg",       "err",        "not",     "the",         "for",       "with",  "start",
        "http",       ":6443",     " is",        " to",     " in",         " of",       "mirror"};
    QByteArray rest = QByteArray::fromStdString(atom);
    for (const QByteArray &word : common) {
        rest.replace(word, QByteArray());
    }
    return qsizetype(std::count_if(rest.cbegin(), rest.cend(), [](char c) { return c != ' ' && c != '"'; }));
}

/// A smallest choice of `atoms` of which every match holds one: each is left out in turn, those that tell
/// least first, as they are found most often, and is taken back when the pattern could match without the
/// rest.
std::vector<bool> chosen(const re2::FilteredRE2 &pattern, const std::vector<std::string> &atoms)
{
    std::vector<std::pair<qsizetype, std::string>> weights;
    std::vector<std::size_t> order(atoms.size());
    std::iota(order.begin(), order.end(), 0);
    for (const std::string &atom : atoms) {
        weights.emplace_back(weightOf(atom), atom); // the order of RE2's own is that of addresses
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t one, std::size_t other) { return weights[one] < weights[other]; });
    std::vector<bool> kept(atoms.size(), true);
    std::vector<int> dropped;
    for (const std::size_t atom : order) {
        dropped.push_back(int(atom));
        if (mayMatch(pattern, dropped)) {
            dropped.pop_back();
        } else {
            kept[atom] = false;
        }
    }
    return kept;
}

} // namespace

QVector<QByteArray> neededLiterals(const QString &pattern)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);
    re2::FilteredRE2 filtered(kShortestLiteral);
    int id = 0;
    if (filtered.Add(pattern.toStdString(), options, &id) != RE2::NoError) {
        return {};
    }
    std::vector<std::string> atoms;
    filtered.Compile(&atoms);
    if (mayMatch(filtered, {})) {
        return {};
    }
    const std::vector<bool> kept = chosen(filtered, atoms);
    QVector<QByteArray> literals;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (kept[i]) {
            literals.append(QByteArray::fromStdString(atoms[i]));
        }
    }
    std::sort(literals.begin(), literals.end());
    return literals;
}

} // namespace gordian
