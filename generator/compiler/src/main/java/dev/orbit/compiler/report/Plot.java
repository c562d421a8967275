package dev.orbit.compiler.report;

import java.util.List;
import java.util.Locale;

/** Curves on two logarithmic axes. Values that are not positive are left out. */
final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int BOTTOM = 40;
    private static final int MARGIN = 12;
    private static final int RIGHT = 26;
    private static final List<String> COLOURS = List.of("--a", "--b", "--c", "--d", "--e");
    /** More decades than this get a line for every second, third, ... only. */
    private static final int MOST_LINES = 8;

    private final List<Page.Curve> curves;
    private final StringBuilder out = new StringBuilder();
    private final int lowX;
    private final int highX;
    private final int lowY;
    private final int highY;

    private Plot(List<Page.Curve> curves) {
        this.curves = curves;
        double[] x = range(curves.stream().flatMap(curve -> curve.x().stream()).toList());
        double[] y = range(curves.stream().flatMap(curve -> curve.y().stream()).toList());
        lowX = (int) Math.floor(x[0]);
        highX = Math.max(lowX + 1, (int) Math.ceil(x[1]));
        lowY = (int) Math.floor(y[0]);
        highY = Math.max(lowY + 1, (int) Math.ceil(y[1]));
    }

    static String render(List<Page.Curve> curves) {
        return new Plot(curves).drawing();
    }

    private static double[] range(List<Double> values) {
        double[] logs = values.stream()
                .filter(Plot::isShown)
                .mapToDouble(Math::log10)
                .sorted()
                .toArray();
        return logs.length == 0 ? new double[] {0, 1} : new double[] {logs[0], logs[logs.length - 1]};
    }

    private static boolean isShown(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private String drawing() {
        out.append("<svg class=\"plot\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"loss and gradient\">");
        int stepY = 1 + (highY - lowY - 1) / MOST_LINES;
        for (int decade = lowY; decade <= highY; decade += stepY) {
            double y = y(decade);
            line(LEFT, y, WIDTH - RIGHT, y);
            power(LEFT - 8, y + 4, "end", decade);
        }
        int stepX = 1 + (highX - lowX - 1) / MOST_LINES;
        for (int decade = lowX; decade <= highX; decade += stepX) {
            double x = x(decade);
            line(x, MARGIN, x, HEIGHT - BOTTOM);
            power(x, HEIGHT - BOTTOM + 24, "middle", decade);
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(curves.get(i), colour(i), i < COLOURS.size() ? ")" : ");stroke-dasharray:6 4");
        }
        out.append("</svg><ul class=\"legend\">");
        for (int i = 0; i < curves.size(); i++) {
            out.append("<li><i style=\"border-color:var(")
                    .append(colour(i))
                    .append(i < COLOURS.size() ? ")" : ");border-style:dashed none none")
                    .append("\"></i>")
                    .append(Html.escaped(curves.get(i).label()))
                    .append("</li>");
        }
        return out.append("</ul>").toString();
    }

    private static String colour(int curve) {
        return COLOURS.get(curve % COLOURS.size());
    }

    private double x(double log) {
        return LEFT + (log - lowX) / (highX - lowX) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double log) {
        return HEIGHT - BOTTOM - (log - lowY) / (highY - lowY) * (HEIGHT - BOTTOM - MARGIN);
    }

    private void line(double x1, double y1, double x2, double y2) {
        out.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x1, y1, x2, y2));
    }

    private void power(double x, double y, String anchor, int exponent) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"soft\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">10<tspan dy=\"-5\" font-size=\".75em\">%s</tspan></text>",
                x,
                y,
                anchor,
                Integer.toString(exponent).replace('-', '−')));
    }

    private void curve(Page.Curve curve, String colour, String dashes) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < curve.x().size(); i++) {
            if (isShown(curve.y().get(i))) {
                path.append(String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        path.isEmpty() ? "M" : "L",
                        x(Math.log10(curve.x().get(i))),
                        y(Math.log10(curve.y().get(i)))));
            }
        }
        out.append("<path class=\"curve\" style=\"stroke:var(")
                .append(colour)
                .append(dashes)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }
}
