// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "graph/graphaccessible.h"

#include "graph/graphview.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace gordian::ui {

namespace {

class GraphAccessible;

// Belongs to the accessibility cache once registered. Found again by vertex, because content is replaced as a
// whole.
class VertexAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
    Q_DISABLE_COPY_MOVE(VertexAccessible)

public:
    VertexAccessible(GraphView *view, QString vertex) : m_view(view), m_vertex(std::move(vertex)) { }

    bool isValid() const override { return m_view && m_view->picture().content.box(m_vertex); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        const GraphBox *box = m_view ? m_view->picture().content.box(m_vertex) : nullptr;
        return box && kind == QAccessible::Name ? box->description : QString();
    }

    QRect rect() const override
    {
        const QRect box = m_view ? m_view->screenBox(m_vertex).toRect() : QRect();
        return box.isEmpty() ? QRect() : QRect(m_view->mapToGlobal(box.topLeft()), box.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = m_view && m_view->current() == m_vertex;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!m_view) {
            return;
        }
        m_view->setCurrent(m_vertex);
        if (name == pressAction()) {
            emit m_view->vertexActivated(m_vertex);
        }
    }

private:
    QPointer<GraphView> m_view;
    QString m_vertex;
};

class GraphAccessible : public QAccessibleWidget {
public:
    explicit GraphAccessible(GraphView *view) : QAccessibleWidget(view, QAccessible::List), m_view(view) { }
    ~GraphAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return int(m_view->picture().content.boxes.size()); }

    QAccessibleInterface *child(int index) const override
    {
        const QVector<GraphBox> &boxes = m_view->picture().content.boxes;
        return index < 0 || index >= boxes.size() ? nullptr : of(boxes[index].id);
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPointF scene = m_view->camera().toScene(m_view->mapFromGlobal(QPoint(x, y)));
        const QString vertex = m_view->picture().vertexAt(scene);
        return vertex.isEmpty() ? nullptr : of(vertex);
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() && !m_view->current().isEmpty() ? of(m_view->current()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == wanted) {
                return index;
            }
        }
        return -1;
    }

    QAccessibleInterface *of(const QString &vertex) const
    {
        const auto known = m_children.constFind(vertex);
        if (known != m_children.constEnd()) {
            return QAccessible::accessibleInterface(*known);
        }
        auto *made = new VertexAccessible(m_view, vertex);
        m_children.insert(vertex, QAccessible::registerAccessibleInterface(made));
        return made;
    }

private:
    GraphView *m_view;
    mutable QHash<QString, QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new GraphAccessible(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    // Qt keeps a list without duplicates of function pointers.
    QAccessible::installFactory(makeAccessible);
}

void announceGraphCurrent(GraphView *view)
{
    if (!QAccessible::isActive()) {
        return;
    }
    auto *graph = dynamic_cast<GraphAccessible *>(QAccessible::queryAccessibleInterface(view));
    if (graph && !view->current().isEmpty()) {
        QAccessibleEvent event(graph->of(view->current()), QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace gordian::ui
