// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Transport over a shell of this machine, with a choice of shell and environment: what the script does is
// tested without a network. Owned by the collector under test.

#include "transport/transportfactory.h"

#include <QProcess>

namespace gordian {

struct ShellSetup {
    QString program = QStringLiteral("/bin/dash");
    QStringList arguments{QStringLiteral("-s")};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString folder = QStringLiteral("/");
};

class ShellTransport : public Transport {
    Q_OBJECT

public:
    explicit ShellTransport(ShellSetup setup) : m_setup(std::move(setup))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this,
                [this] { emit output(m_process.readAllStandardOutput()); });
        connect(&m_process, &QProcess::finished, this, [this](int code) {
            ShellEnd end;
            end.exitCode = code;
            end.errorOutput = m_process.readAllStandardError().left(4096);
            emit shellEnded(end);
        });
    }

    ~ShellTransport() override
    {
        m_process.disconnect(this);
        m_process.kill();
        m_process.waitForFinished(1000);
    }

    void open() override
    {
        QMetaObject::invokeMethod(
            this, [this] { emit opened({}); }, Qt::QueuedConnection);
    }
    void startShell(ShellRights) override
    {
        m_process.setProcessEnvironment(m_setup.environment);
        m_process.setWorkingDirectory(m_setup.folder);
        m_process.start(m_setup.program, m_setup.arguments);
    }
    void write(const QByteArray &bytes) override { m_process.write(bytes); }
    void closeInput() override { m_process.closeWriteChannel(); }
    void close() override { m_process.kill(); }
    void acceptHostKey() override { }
    void rejectHostKey() override { }
    void answerSecret(quint64, const QVector<Secret> &) override { }
    void declineSecret(quint64) override { }
    void setReadingPaused(bool) override { }

protected:
    void waitForEnd() { m_process.waitForFinished(); }

private:
    ShellSetup m_setup;
    QProcess m_process;
};

class ShellFactory : public TransportFactory {
public:
    explicit ShellFactory(ShellSetup setup) : m_setup(std::move(setup)) { }
    std::unique_ptr<Transport> create(const Node &) override
    {
        return std::make_unique<ShellTransport>(m_setup);
    }

private:
    ShellSetup m_setup;
};

} // namespace gordian
