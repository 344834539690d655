// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The graph with its tools: fit, zoom, and the same components as a list. Keeps picture and list on one
// component. Owned by the page that shows it; GUI thread.

#include "graph/graphplacer.h"

#include "report/phrases.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace gordian::ui {

class GraphListModel;
class GraphView;
struct GraphNames;

class GraphPanel : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Picture, List };

    explicit GraphPanel(QWidget *parent = nullptr, GraphPlacer::Place place = {});

    void setDiagnosis(const Diagnosis &diagnosis, const GraphNames &names, const Phrases &phrases);
    GraphView *view() const { return m_view; }
    QTreeView *list() const { return m_list; }
    Mode mode() const;

public slots:
    void focusContent();
    void setMode(gordian::ui::GraphPanel::Mode mode);
    void setCurrent(const QString &vertex);

signals:
    void currentChanged(const QString &vertex);
    void vertexActivated(const QString &vertex);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTools();
    void buildList();
    void connectSignals();
    void retranslate();
    void listCurrentChanged(const QModelIndex &index);
    QToolButton *addTool(const QString &name);

    GraphView *m_view;
    QTreeView *m_list;
    GraphListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QStackedWidget *m_stack;
    QWidget *m_tools;
    QToolButton *m_fit = nullptr;
    QToolButton *m_in = nullptr;
    QToolButton *m_out = nullptr;
    QToolButton *m_asList = nullptr;
};

} // namespace gordian::ui
