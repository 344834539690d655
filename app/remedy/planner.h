// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes a plan of a remedy: looks at the node (and changes nothing there), computes what every file will be,
// and names what stands against it. Owned by whoever asks; on its thread; uses a NodeShell that outlives it.

#include "remedy/nodeshell.h"
#include "remedy/plan.h"

#include <QObject>

namespace gordian {

class Planner : public QObject {
    Q_OBJECT

public:
    /// `draft` has its remedy, node, cause and prediction; all else is found out.
    Planner(NodeShell &shell, Plan draft, QObject *parent = nullptr);

    /// Ends in planned(), unless the shell is lost.
    void start();

signals:
    void planned(const gordian::Plan &plan);

private:
    void askOwner();
    void lookAt(int index);
    void lookAtFile(int index);
    void takeFile(int index, const AgentReply &reply);
    void takeText(int index, const AgentReply &reply);
    void planEdit(int index, const QByteArray &before);
    const PlannedAction *earlierEdit(int index, const QString &path) const;
    void lookAtTouched(int index, QStringList left);
    void askWas(int index);
    void askCheck(int index);
    void refuse(Objection objection, int action, const QString &detail);
    void finish();
    PlannedAction &at(int index) { return m_plan.actions[index]; }

    NodeShell &m_shell;
    Plan m_plan;
};

} // namespace gordian
