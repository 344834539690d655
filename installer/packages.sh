# SPDX-FileCopyrightText: 2026 The Gordian authors
# SPDX-License-Identifier: Apache-2.0
#
# The distribution's packages, sourced by installer/bootstrap. Where Debian 12 and 13 name one differently, both names
# stand with a bar between: the first that the distribution knows is taken.
GORDIAN_BUILD_PACKAGES="
    build-essential cmake ninja-build ccache pkgconf git ca-certificates
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev|libqt6svg6-dev libqt6sql6-sqlite
    libgl-dev libegl-dev libvulkan-dev libxkbcommon-dev qt6-qpa-plugins fonts-dejavu-core fontconfig
    libssh-dev nlohmann-json3-dev libyaml-cpp-dev libtomlplusplus-dev libgraphviz-dev libexpected-dev
    qtkeychain-qt6-dev libre2-dev libssl-dev zlib1g-dev libarchive-dev libdtl-dev xvfb xauth x11-utils"
GORDIAN_TEST_PACKAGES="
    openssh-server openssh-client dash busybox sudo chromium nodejs npm poppler-utils procps iproute2 strace
    tcsh fish pssh clustershell python3 python3-jsonschema xdotool imagemagick dbus ripgrep"
GORDIAN_DEB_PACKAGES="dpkg-dev file"
GORDIAN_LINT_PACKAGES="clang clang-tidy clang-format clazy shellcheck"
# Debian 12 has KSyntaxHighlighting for Qt 5 only; installer/ksyntaxhighlighting builds it with these.
GORDIAN_HIGHLIGHTING_PACKAGES="extra-cmake-modules dpkg-dev xz-utils"
