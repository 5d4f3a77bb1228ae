package org.watchword.bench;

import java.util.Locale;

/// Figures as people read them: three digits, no more than were measured.
final class Numbers {
    private Numbers() {}

    static String told(double figure) {
        double size = Math.abs(figure);
        String shape = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        String told = String.format(Locale.ROOT, shape, figure);
        return told.contains(".") ? told.replaceFirst("\\.?0+$", "") : told;
    }
}
