package dev.orbit.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An SVG of the loss by iteration: no script, no font of its own, the same bytes for the same fit. */
public final class LossPlot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 90;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 45;
    private static final int TICKS = 4;
    /** From this ratio on, positive losses are drawn on a logarithmic axis. */
    private static final double STEEP = 100;

    private LossPlot() {}

    /**
     * The plot.
     *
     * @param losses at the beginning and after each iteration, finite
     */
    public static String render(String model, List<Double> losses) {
        double least = losses.stream().mapToDouble(x -> x).min().orElse(0);
        double greatest = losses.stream().mapToDouble(x -> x).max().orElse(0);
        boolean logarithmic = least > 0 && greatest > STEEP * least;
        double low = logarithmic ? Math.log10(least) : least;
        double high = logarithmic ? Math.log10(greatest) : greatest;
        double span = high > low ? high - low : Math.max(1e-300, Math.abs(high));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, WIDTH / 2.0, 22, "middle", "loss of " + escape(model) + (logarithmic ? " (logarithmic)" : ""));
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "iteration");
        int last = Math.max(1, losses.size() - 1);
        for (int i = 0; i <= TICKS; i++) {
            double value = low + span * i / TICKS;
            double y = y(value, low, span);
            line(svg, LEFT, y, WIDTH - RIGHT, y, "#ddd");
            text(svg, LEFT - 6, y + 4, "end", label(logarithmic ? Math.pow(10, value) : value));
            double x = x((double) last * i / TICKS, last);
            line(svg, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5, "black");
            text(svg, x, HEIGHT - BOTTOM + 18, "middle", label((double) last * i / TICKS));
        }
        line(svg, LEFT, TOP, LEFT, HEIGHT - BOTTOM, "black");
        line(svg, LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "black");
        List<String> points = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            double value = logarithmic ? Math.log10(losses.get(i)) : losses.get(i);
            points.add(String.format(Locale.ROOT, "%.2f,%.2f", x(i, last), y(value, low, span)));
        }
        svg.append("<polyline fill=\"none\" stroke=\"#0060a0\" stroke-width=\"1.5\" points=\"");
        return svg.append(String.join(" ", points)).append("\"/>\n</svg>\n").toString();
    }

    private static double x(double iteration, int last) {
        return LEFT + (WIDTH - LEFT - RIGHT) * iteration / last;
    }

    private static double y(double value, double low, double span) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / span;
    }

    private static String label(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>\n",
                x1,
                y1,
                x2,
                y2,
                colour));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words));
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
