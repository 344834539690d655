// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two symptoms that quote each other, drawn and cut: a card of its own, because it is what people come with.
// Owned by the page; GUI thread.

#include "findings/findingsnames.h"

#include <QFrame>

class QToolButton;

namespace gordian::ui {

class TextLabel;

/// The circle, painted: its components, the real arrow, the one that is not.
class CyclePicture : public QWidget {
    Q_OBJECT

public:
    explicit CyclePicture(QWidget *parent = nullptr);
    void setCircle(const QStringList &names, int cut);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintArrow(QPainter &painter, const QRectF &from, const QRectF &to, bool cut, qreal bow) const;

    QStringList m_names;
    int m_cut = -1; ///< the step from this name to the next is not real
};

class CycleCard : public QFrame {
    Q_OBJECT

public:
    explicit CycleCard(QWidget *parent = nullptr);

    /// Hidden while there is no cycle.
    void setDiagnosis(const Diagnosis &diagnosis, const FindingsNames &names, const Phrases &phrases);
    QString text() const;

signals:
    void vertexRequested(const QString &vertex);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_vertex;
    TextLabel *m_title;
    QToolButton *m_fold;
    CyclePicture *m_picture;
    TextLabel *m_text;
    QToolButton *m_showInGraph;
};

} // namespace gordian::ui
