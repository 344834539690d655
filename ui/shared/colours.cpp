// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0

#include "shared/colours.h"

#include <algorithm>
#include <cmath>

namespace gordian::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double worstContrast(const QColor &colour, const QPalette &palette)
{
    return std::min(contrast(colour, palette.color(QPalette::Base)),
                    contrast(colour, palette.color(QPalette::Window)));
}

} // namespace

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

QColor mix(const QColor &one, const QColor &other, double share)
{
    const auto between = [share](float a, float b) {
        return static_cast<float>(a * (1 - share) + b * share);
    };
    return QColor::fromRgbF(between(one.redF(), other.redF()), between(one.greenF(), other.greenF()),
                            between(one.blueF(), other.blueF()));
}

QColor readable(const QColor &wanted, const QPalette &palette, double ratio)
{
    const QColor end = isDark(palette) ? QColor(Qt::white) : QColor(Qt::black);
    QColor best = wanted;
    constexpr int steps = 40;
    for (int step = 0; step <= steps; ++step) {
        const QColor tried = mix(wanted, end, double(step) / steps);
        if (worstContrast(tried, palette) >= ratio) {
            return tried;
        }
        if (worstContrast(tried, palette) > worstContrast(best, palette)) {
            best = tried;
        }
    }
    return best;
}

QColor mutedText(const QPalette &palette)
{
    return readable(mix(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.42), palette,
                    TextContrast);
}

QColor hairline(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    constexpr double highContrast = 20; // black on white, or the reverse: somebody needs to see the lines
    if (contrast(window, text) > highContrast) {
        return readable(mix(window, text, 0.4), palette, ShapeContrast);
    }
    return mix(window, text, isDark(palette) ? 0.2 : 0.14);
}

QColor edgeLine(const QPalette &palette)
{
    return readable(mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.28), palette,
                    1.6);
}

QColor tint(const QColor &colour, const QPalette &palette)
{
    return mix(palette.color(QPalette::Base), colour, isDark(palette) ? 0.16 : 0.08);
}

} // namespace gordian::ui
