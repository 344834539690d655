// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A window's worth of mending on a node in a folder. Lives on the test's thread; the scene outlives it.

#include "fixes/mendingpanel.h"
#include "fixes/mendingpresenter.h"
#include "fixes/unfinishedbar.h"
#include "mendingscene.h"
#include "shared/language.h"

#include <QDir>
#include <QPushButton>
#include <QTest>

namespace gordian::ui {

/// Every way leads to the folder; the next one may be cut.
class SceneFactory : public TransportFactory {
public:
    explicit SceneFactory(const MendingScene &scene)
    {
        const QString path = m_setup.environment.value(QStringLiteral("PATH"));
        m_setup.environment.insert(QStringLiteral("PATH"),
                                   scene.path(QStringLiteral("bin")) + QLatin1Char(':') + path);
    }
    std::unique_ptr<Transport> create(const Node &) override
    {
        return std::make_unique<CutTransport>(m_setup, std::exchange(next, Cut()));
    }

    Cut next;

private:
    ShellSetup m_setup;
};

/// A window's worth of mending; comes back with another one on the same scene.
struct Desk {
    using Phase = MendingPresenter::Phase;
    static constexpr int kPatience = 60'000; ///< ms

    explicit Desk(MendingScene &scene, NodeOrigin origin = NodeOrigin::Typed)
        : transports(scene),
          investigation(plugins, transports),
          mender(investigation, scene.journalFolder())
    {
        mender.setNodeFolder(scene.path(QStringLiteral("var/gordian/mendings")));
        Node node;
        node.name = QStringLiteral("cp-1");
        node.endpoint.host = QStringLiteral("cp-1");
        node.origin = origin;
        cause.id = QStringLiteral("a-cause");
        remedy = scene.remedy();
        remedy.node = investigation.addNodes({node}).value(0);
        panel.resize(700, 700);
        bar.refresh();
        panel.show();
    }

    /// Another laptop began something here, and this one knows nothing of it.
    static QByteArray leaveToOthers(MendingScene &scene)
    {
        QByteArray before = scene.everything();
        constexpr int someCall = 10;
        scene.begin(scene.plan(scene.remedy()), {Cut::When::BeforeTheCall, someCall});
        QDir(scene.journalFolder()).removeRecursively();
        return before;
    }
    QPushButton *button(const char *name) const
    {
        return panel.findChild<QPushButton *>(QString::fromLatin1(name));
    }
    bool offers(const char *name) const { return button(name)->isVisibleTo(&panel); }
    bool reaches(Phase phase)
    {
        return QTest::qWaitFor([&] { return presenter.phase() == phase; }, kPatience);
    }
    bool previews()
    {
        presenter.look(cause, remedy);
        return presenter.phase() == Phase::Looking && reaches(Phase::Preview);
    }

    PluginHost plugins;
    SceneFactory transports;
    Investigation investigation;
    Mender mender;
    Language language{QStringLiteral("en")};
    MendingPresenter presenter{mender, investigation, language};
    MendingPanel panel{presenter};
    UnfinishedBar bar{presenter};
    CauseVerdict cause;
    Remedy remedy;
};

} // namespace gordian::ui
