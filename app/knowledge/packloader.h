// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads packs into a KnowledgeBase and remembers what the lint needs: where everything stands, who refers to
// what, and which sentences are filled from which conditions. Used once, on the stack of
// KnowledgeBase::load() or lint().

#include "knowledge/cursor.h"

#include <QHash>
#include <QMap>

namespace gordian {

struct Reference {
    enum class Kind { Component, Probe, Fact, Signature, Check, Explained, Cause };
    Kind kind = Kind::Component;
    QString id; ///< Probe and Explained: a glob
    Place place;
};

/// A sentence, and the conditions whose facts and captures fill it.
struct TextUse {
    LocalText text;
    Place place;
    QVector<ExpressionPtr> conditions;
};

/// An action that several remedies take.
struct SharedAction {
    Action action;
    ExpressionPtr condition;
};

/// Where a remedy takes one.
struct SharedUse {
    qsizetype remedy = 0;
    qsizetype action = 0;
    QString id; ///< of the action
    Place place;
};

/// What remedies share: said once, by any pack, and put in its place once all packs are read.
struct SharedParts {
    QHash<QString, QString> commands;
    QHash<QString, SharedAction> actions;
    QHash<QString, Verification> verifications;
    QVector<SharedUse> actionUses;
    QVector<SharedUse> verificationUses;
};

/// What the loader learned beside the knowledge itself.
struct PackNotes {
    QVector<Reference> references;
    QVector<TextUse> texts;
    QMap<QString, Place> places; ///< "check etcd.quorum" -> where it stands
};

class PackLoader {
public:
    void read(const QVector<PackSource> &sources);

    KnowledgeBase &knowledge() { return m_knowledge; }
    const PackNotes &notes() const { return m_notes; }
    Problems &problems() { return m_problems; }

private:
    void readPack(const Cursor &pack);
    void readComponent(const Cursor &at);
    void readNeed(const Cursor &at, Component &component);
    void readProbe(const Cursor &at);
    void readFact(const Cursor &at);
    void readSignature(const Cursor &at);
    void readCheck(const Cursor &at);
    void readOutcomes(const Cursor &at, Check &check);
    void readCause(const Cursor &at);
    void readCauseTexts(const Cursor &at, CauseRule &cause);
    QVector<WeightedCondition> readWeighted(const Cursor &at, const char *key);
    QVector<RemedyStep> readSteps(const Cursor &at, const QVector<ExpressionPtr> &conditions);
    void readCycle(const Cursor &at);
    void readRemedy(const Cursor &at);
    void readRemedyAction(const Cursor &at, RemedyRule &rule);
    static bool isAction(const Cursor &at);
    Action readAction(const Cursor &at, const QVector<ExpressionPtr> &conditions);
    Verification readVerification(const Cursor &at, const QVector<ExpressionPtr> &conditions);
    void readSharedCommand(const Cursor &at);
    void readSharedAction(const Cursor &at);
    void readSharedVerification(const Cursor &at);
    void putSharedParts();
    void putSharedCommands(RemedyRule &rule);

    QString id(const Cursor &at, const char *key, const QString &kind, const QString &form);
    QString component(const Cursor &at, const char *key);
    QStringList references(const Cursor &at, const char *key, Reference::Kind kind);
    ExpressionPtr expression(const Cursor &at, const char *key);
    LocalText sentence(const Cursor &at, const char *key, Presence presence,
                       const QVector<ExpressionPtr> &conditions);

    KnowledgeBase m_knowledge;
    PackNotes m_notes;
    SharedParts m_shared;
    Problems m_problems;
};

} // namespace gordian
