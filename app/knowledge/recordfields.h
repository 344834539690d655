// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the records of a KnowledgeBase are made of, listed once for whoever writes and reads them alike
// (knowledge/packedknowledge). A member that is missing here does not compile.

#include "knowledge/rules.h"

#include <tuple>
#include <utility>

namespace gordian {

namespace recordfields {

/// Becomes whatever a member is.
struct Anything {
    template <typename T> operator T() const;
};

template <typename Record, std::size_t... Numbers>
constexpr bool takes(std::index_sequence<Numbers...> /*numbers*/)
{
    return requires
    {
        Record{(static_cast<void>(Numbers), Anything{})...};
    };
}

template <typename Record, typename... Members> constexpr auto all(Members Record::*...members)
{
    constexpr std::size_t kCount = sizeof...(Members);
    static_assert(takes<Record>(std::make_index_sequence<kCount>())
                      && !takes<Record>(std::make_index_sequence<kCount + 1>()),
                  "a member is missing in recordfields.h");
    return std::make_tuple(members...);
}

} // namespace recordfields

/// Pointers to the members of a record; of nothing else.
template <typename Record> inline constexpr auto kFields = nullptr;

template <>
inline constexpr auto kFields<LocalText> = recordfields::all(&LocalText::byLanguage, &LocalText::values);

template <>
inline constexpr auto kFields<Need> = recordfields::all(&Need::component, &Need::otherNodes, &Need::why);

template <>
inline constexpr auto
    kFields<Component> = recordfields::all(&Component::id, &Component::scope, &Component::name,
                                           &Component::letter, &Component::layer, &Component::roles,
                                           &Component::needs, &Component::presentIf, &Component::startedFact,
                                           &Component::startedSeen, &Component::looping);

template <>
inline constexpr auto kFields<Probe> = recordfields::all(&Probe::id, &Probe::component, &Probe::wave,
                                                         &Probe::run, &Probe::seconds, &Probe::bytes,
                                                         &Probe::keep, &Probe::rights, &Probe::anyOf,
                                                         &Probe::syntax, &Probe::title, &Probe::paths,
                                                         &Probe::recognise);

template <>
inline constexpr auto kFields<ProbeCondition> = recordfields::all(&ProbeCondition::probe,
                                                                  &ProbeCondition::when);

template <>
inline constexpr auto
    kFields<FactDeclaration> = recordfields::all(&FactDeclaration::key, &FactDeclaration::from,
                                                 &FactDeclaration::type, &FactDeclaration::title,
                                                 &FactDeclaration::pattern, &FactDeclaration::section,
                                                 &FactDeclaration::count, &FactDeclaration::timeline);

template <>
inline constexpr auto kFields<Signature> = recordfields::all(&Signature::id, &Signature::component,
                                                             &Signature::pattern, &Signature::in,
                                                             &Signature::title, &Signature::noise,
                                                             &Signature::health, &Signature::literals);

template <>
inline constexpr auto kFields<Outcome> = recordfields::all(&Outcome::condition, &Outcome::health,
                                                           &Outcome::says);

template <>
inline constexpr auto kFields<Check> = recordfields::all(&Check::id, &Check::component, &Check::title,
                                                         &Check::outcomes, &Check::otherwise, &Check::alibi);

template <>
inline constexpr auto kFields<WeightedCondition> = recordfields::all(&WeightedCondition::condition,
                                                                     &WeightedCondition::weight);

template <>
inline constexpr auto kFields<RemedyStep> = recordfields::all(&RemedyStep::text, &RemedyStep::command,
                                                              &RemedyStep::risk);

template <>
inline constexpr auto kFields<CauseRule> =
    recordfields::all(&CauseRule::id, &CauseRule::component, &CauseRule::scope, &CauseRule::title,
                      &CauseRule::sentence, &CauseRule::why, &CauseRule::proof, &CauseRule::supports,
                      &CauseRule::contradicts, &CauseRule::excludedBy, &CauseRule::settles, &CauseRule::prior,
                      &CauseRule::explains, &CauseRule::tell, &CauseRule::steps, &CauseRule::sources);

template <>
inline constexpr auto kFields<TextChange> = recordfields::all(&TextChange::kind, &TextChange::path,
                                                              &TextChange::to, &TextChange::flag,
                                                              &TextChange::pattern,
                                                              &TextChange::onlyIfMissing);

template <>
inline constexpr auto
    kFields<Action> = recordfields::all(&Action::kind, &Action::text, &Action::risk, &Action::check,
                                        &Action::file, &Action::isOptional, &Action::format, &Action::changes,
                                        &Action::content, &Action::mode, &Action::unit, &Action::verb,
                                        &Action::command, &Action::undo, &Action::was, &Action::touches,
                                        &Action::isIrreversible, &Action::seconds);

template <>
inline constexpr auto kFields<Verification> = recordfields::all(&Verification::command, &Verification::says,
                                                                &Verification::stableSeconds,
                                                                &Verification::withinSeconds);

template <>
inline constexpr auto
    kFields<Remedy> = recordfields::all(&Remedy::id, &Remedy::node, &Remedy::title, &Remedy::effect,
                                        &Remedy::risk, &Remedy::downtimeSeconds, &Remedy::interrupts,
                                        &Remedy::snapshotsEtcd, &Remedy::actions, &Remedy::verification);

template <>
inline constexpr auto kFields<RemedyRule> = recordfields::all(&RemedyRule::remedy, &RemedyRule::causes,
                                                              &RemedyRule::condition,
                                                              &RemedyRule::actionConditions);

template <>
inline constexpr auto
    kFields<CycleRule> = recordfields::all(&CycleRule::id, &CycleRule::kind, &CycleRule::from, &CycleRule::to,
                                           &CycleRule::through, &CycleRule::condition, &CycleRule::title,
                                           &CycleRule::text, &CycleRule::edgeWhy, &CycleRule::cut);

template <>
inline constexpr auto kFields<Expression> = recordfields::all(
    &Expression::kind, &Expression::children, &Expression::id, &Expression::test, &Expression::values,
    &Expression::otherKey, &Expression::of, &Expression::ofSubject, &Expression::byMinors,
    &Expression::subject, &Expression::where, &Expression::quantifier, &Expression::atLeast,
    &Expression::withinMinutes, &Expression::history, &Expression::in, &Expression::health);

} // namespace gordian
