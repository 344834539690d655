// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a plugin gives to Gordian: a knowledge pack (data) and the parsers its probes need (code). Plugins are
// built in (static) or found in a folder; pluginhost/ loads both. They see core and sdk only, never a window,
// never a network.

#include "sdk/parser.h"

#include <QtPlugin>

#include <memory>
#include <vector>

namespace gordian {

class Plugin {
    Q_DISABLE_COPY_MOVE(Plugin)

public:
    Plugin() = default;
    virtual ~Plugin() = default;
    /// "kubelet": the folder's name, and the pack's at :/gordian/packs/<id>/*.json.
    virtual QString id() const = 0;
    /// None where regular expressions in the pack are enough.
    virtual std::vector<std::unique_ptr<Parser>> createParsers() const { return {}; }
};

} // namespace gordian

#define GORDIAN_PLUGIN_IID "io.github.gordian.Plugin/1"
Q_DECLARE_INTERFACE(gordian::Plugin, GORDIAN_PLUGIN_IID)
