// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// All findings as a list with a filter. Keeps its row and its scroll position when a new diagnosis comes, and
// does not sort anew below the pointer. Owned by the page; GUI thread.

#include "findings/findingsfilter.h"
#include "findings/findingsmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace gordian::ui {

class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void setFindings(const QVector<Finding> &findings, const FindingsNames &names, const Phrases &phrases);
    void setNode(const QString &node);
    const FindingsFilter &filter() const { return *m_filter; }
    QTreeView *list() const { return m_list; }
    QLineEdit *field() const { return m_field; }
    /// The chosen finding, or null.
    const Finding *current() const;

public slots:
    void next();
    void previous();
    void focusSearch();

signals:
    void currentChanged();
    void activated();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void step(int by);
    void updateCount();
    void retranslate();

    FindingsModel *m_model;
    FindingsFilter *m_filter;
    QLineEdit *m_field;
    QCheckBox *m_all;
    QLabel *m_count;
    QTreeView *m_list;
};

} // namespace gordian::ui
