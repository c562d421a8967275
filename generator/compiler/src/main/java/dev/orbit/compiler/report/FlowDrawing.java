package dev.orbit.compiler.report;

import java.util.ArrayList;
import java.util.List;

/** Draws how values flow through a model: data and parameters into the step, states around it, then the loss. */
final class FlowDrawing {
    /** About the width of a letter. */
    private static final int LETTER = 8;

    private static final int ROW = 26;
    private static final int MIDDLE = 250;

    private final Page.Flow flow;
    private final StringBuilder out = new StringBuilder();

    private FlowDrawing(Page.Flow flow) {
        this.flow = flow;
    }

    static String render(Page.Flow flow) {
        return new FlowDrawing(flow).drawing();
    }

    private String drawing() {
        List<String> left = new ArrayList<>(flow.data());
        left.addAll(flow.parameters());
        int rows = Math.max(Math.max(left.size(), flow.targets().size()), 3);
        int top = 74;
        int centre = top + rows * ROW / 2;
        boolean stepped = !flow.count().isEmpty();
        open(left, stepped, top, top + rows * ROW, centre);
        for (int i = 0; i < left.size(); i++) {
            int y = top + ROW * i + ROW / 2 + (rows - left.size()) * ROW / 2;
            boolean parameter = i >= flow.data().size();
            text(150, y + 4, "end", parameter ? "soft" : "", left.get(i));
            edge("M158 " + y + "C200 " + y + " 200 " + centre + " " + (MIDDLE - 4) + " " + centre);
        }
        box(MIDDLE, centre - 30, 120, 60, stepped ? "step" : "model", stepped ? flow.count() : "");
        if (stepped && !flow.states().isEmpty()) {
            int up = centre - 30;
            edge("M" + (MIDDLE + 90) + " " + up + "C" + (MIDDLE + 110) + " " + (up - 50) + " " + (MIDDLE + 10) + " "
                    + (up - 50) + " " + (MIDDLE + 30) + " " + (up - 3));
            text(MIDDLE + 60, up - 44, "middle", "", String.join(", ", flow.states()));
        }
        loss(centre);
        return out.append("</svg>").toString();
    }

    /** No larger than what is drawn in it. */
    private void open(List<String> left, boolean stepped, int top, int bottom, int centre) {
        int low = stepped && !flow.states().isEmpty() ? Math.min(top, centre - 94) : Math.min(top, centre - 36);
        int high = Math.max(bottom, centre + 54 + ROW * flow.targets().size());
        int first = 140 - longest(left);
        int last = MIDDLE + 260 + Math.max(46, longest(flow.targets()) / 2);
        out.append("<svg viewBox=\"")
                .append(first + " " + low + " " + (last - first) + " " + (high - low))
                .append("\" width=\"")
                .append((last - first) * 5 / 4)
                .append("\" role=\"img\" aria-label=\"data flow\">")
                .append(
                        "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\"")
                .append(
                        " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"currentColor\" opacity=\".7\"/></marker></defs>");
    }

    private void loss(int centre) {
        edge("M" + (MIDDLE + 120) + " " + centre + "H" + (MIDDLE + 206));
        box(MIDDLE + 210, centre - 22, 84, 44, "loss", "");
        for (int i = 0; i < flow.targets().size(); i++) {
            int y = centre + 48 + ROW * i;
            text(MIDDLE + 252, y + 14, "middle", "", flow.targets().get(i));
        }
        if (!flow.targets().isEmpty()) {
            edge("M" + (MIDDLE + 252) + " " + (centre + 46) + "V" + (centre + 26));
        }
    }

    private static int longest(List<String> labels) {
        return LETTER * labels.stream().mapToInt(String::length).max().orElse(0);
    }

    private void box(int x, int y, int width, int height, String title, String below) {
        out.append("<rect class=\"box\" rx=\"8\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\"/>");
        int centre = y + height / 2;
        text(x + width / 2, below.isEmpty() ? centre + 5 : centre - 3, "middle", "", title);
        if (!below.isEmpty()) {
            text(x + width / 2, centre + 16, "middle", "soft", below);
        }
    }

    private void text(int x, int y, String anchor, String style, String text) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append(style.isEmpty() ? "\"" : "\" class=\"" + style + "\"")
                .append('>')
                .append(Html.escaped(text))
                .append("</text>");
    }

    private void edge(String path) {
        out.append("<path class=\"edge\" marker-end=\"url(#tip)\" d=\"")
                .append(path)
                .append("\"/>");
    }
}
