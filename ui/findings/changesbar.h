// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of the cluster since the examination before: below the verdict, until it is closed or another
// examination begins. Owned by the page; GUI thread.

#include "diagnose/changes.h"
#include "findings/findingsnames.h"

#include <QFrame>

#include <optional>

class QToolButton;

namespace gordian::ui {

class TextLabel;

/// One line a kind of change, the most welcome first. `first` says it in a few words.
struct ChangesText {
    QString first;
    QStringList lines;
};

class ChangesBar : public QFrame {
    Q_OBJECT

public:
    explicit ChangesBar(QWidget *parent = nullptr);
    /// Hidden while there is nothing to compare with.
    void setChanges(const std::optional<Changes> &changes, const FindingsNames &names,
                    const Phrases &phrases);
    QString text() const;
    static ChangesText words(const Changes &changes, const FindingsNames &names, const Phrases &phrases);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<Changes> m_closed; ///< these were read
    std::optional<Changes> m_shown;
    TextLabel *m_first;
    TextLabel *m_lines;
    QToolButton *m_close;
};

} // namespace gordian::ui
