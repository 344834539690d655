// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Symptoms that quote each other, drawn and cut: a card of its own, because it is what people come with.
// Where there are several such circles one pages through them. Owned by the page; GUI thread.

#include "findings/findingsnames.h"

#include <QFrame>

class QToolButton;

namespace gordian::ui {

class TextLabel;

/// The circle, painted: its components, the real arrows, and the one that is not real or is to be cut.
class CyclePicture : public QWidget {
    Q_OBJECT

public:
    explicit CyclePicture(QWidget *parent = nullptr);
    void setCircle(const QStringList &names, int cut, CycleKind kind);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintArrow(QPainter &painter, const QRectF &from, const QRectF &to, bool cut, qreal bow) const;

    QStringList m_names;
    int m_cut = -1; ///< the step from this name to the next is not real, or is to be cut
    CycleKind m_kind = CycleKind::Apparent;
};

class CycleCard : public QFrame {
    Q_OBJECT

public:
    explicit CycleCard(QWidget *parent = nullptr);

    /// Hidden while there is no cycle.
    void setDiagnosis(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases);
    QString text() const;
    /// Folds itself where it would be taller than `height`, unless somebody unfolded it.
    void setRoom(int height);
    int count() const { return int(m_pages.size()); }

public slots:
    /// Wraps around.
    void showCycle(int number);

signals:
    void vertexRequested(const QString &vertex);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Page {
        QString id;
        QString title;
        QString text;
        QString vertex;
        QString accessibleName;
        QStringList around;
        int cut = -1;
        CycleKind kind = CycleKind::Apparent;
    };
    void build();
    void retranslate();
    void setFolded(bool folded);
    int wholeHeight() const;
    Page page(const Diagnosis &diagnosis, const CycleExplanation &cycle, const FindingsNames &names,
              const Phrases &phrases) const;

    QVector<Page> m_pages;
    int m_page = 0;
    bool m_chosen = false; ///< somebody folded or unfolded it by hand
    QWidget *m_pager;
    QToolButton *m_before;
    TextLabel *m_which;
    QToolButton *m_after;
    TextLabel *m_title;
    QToolButton *m_fold;
    CyclePicture *m_picture;
    TextLabel *m_text;
    QToolButton *m_showInGraph;
};

} // namespace gordian::ui
