// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A header whose narrow columns carry their names upright, read from below, so that twenty components fit a
// laptop's screen without being abbreviated. Owned by its view; GUI thread.

#include <QHeaderView>

namespace gordian::ui {

class UprightHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit UprightHeader(QWidget *parent = nullptr);

    /// Sections first..last stand upright.
    void setUpright(int first, int last);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void changeEvent(QEvent *event) override;

private:
    bool isUpright(int section) const { return section >= m_first && section <= m_last; }
    int m_first = 0;
    int m_last = -1;
};

} // namespace gordian::ui
