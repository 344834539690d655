// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rail at the left: the five places with their state, and the machines with their health. Owned by the
// main window; GUI thread; the investigation and the language outlive it.

#include "shell/place.h"
#include "shell/railbutton.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QListView;
class QModelIndex;

namespace gordian {
class Investigation;
}

namespace gordian::ui {

class Language;
class NodeModel;
class TextLabel;

class Rail : public QFrame {
    Q_OBJECT

public:
    Rail(const Investigation &investigation, const Language &language, QWidget *parent = nullptr);

    void setPlace(Place place);
    RailButton *button(Place place) const { return m_buttons.at(size_t(place)); }
    void refresh();

signals:
    void placeChosen(gordian::ui::Place place);
    void nodeChosen(const QString &node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildUi();
    void retranslate();
    void refreshConnect();
    void refreshCollect();
    void refreshResults();
    void chooseNode(const QModelIndex &index);

    const Investigation &m_investigation;
    const Language &m_language;
    std::array<RailButton *, PlaceCount> m_buttons{};
    TextLabel *m_nodesTitle;
    NodeModel *m_model;
    QListView *m_nodes;
    QTimer m_refresh;
};

} // namespace gordian::ui
