package dev.orbit.compiler.report;

import dev.orbit.compiler.analyse.Line;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Printer;
import java.util.List;

/** A report as one self-contained HTML file: no network, no script. */
public final class Html {
    private static final String STYLE = """
            :root{--ink:#1b1f24;--soft:#57606a;--paper:#ffffff;--panel:#f5f6f8;--line:#d5dae0;--a:#0b62c4;--b:#b3421b;--c:#1a7f4b;\
            --d:#7d3cb5;--e:#8a6d00;color-scheme:light dark}
            @media(prefers-color-scheme:dark){:root{--ink:#e3e7ec;--soft:#9aa5b1;--paper:#14181d;--panel:#1d2329;--line:#39424c;\
            --a:#6cb0ff;--b:#ff9a70;--c:#5fd39a;--d:#cf9cff;--e:#e0c050}}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:68rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);\
            font:1rem/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
            h1{font-size:1.9rem;margin:.2em 0}h2{font-size:1.25rem;margin:2.2em 0 .6em;border-bottom:1px solid var(--line);\
            padding-bottom:.25em}h3{font-size:1rem;margin:1.2em 0 .3em;color:var(--soft)}
            p.doc{color:var(--soft);max-width:46rem}
            .math,pre,.figure{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.7rem 1rem;overflow-x:auto}
            math{font-size:1.1rem}math[display=block]{margin:.6em 0;text-align:left;width:max-content}
            .block{margin-left:.4rem;padding-left:1.1rem;border-left:2px solid var(--line)}
            .head{color:var(--soft)}.head math{display:inline-block;font-size:1rem}
            dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.45rem 1.2rem;margin:0}
            dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
            pre{font:.8rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace;margin:0;max-height:38rem;overflow:auto}
            .beside{display:grid;grid-template-columns:2fr 3fr;gap:1rem;align-items:start}.beside>*{min-width:0}\
            .beside pre{max-height:54rem}.again{position:sticky;top:1rem;max-height:54rem;overflow:auto}\
            .again math{font-size:.95rem}.again h3:first-child{margin-top:0}
            .detail{margin-left:1.2rem;color:var(--soft)}dd>div+div:not(.detail){margin-top:.3rem}
            code{display:block;margin:.15rem 0;font:.85rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace}
            .verdict{display:inline-block;margin-bottom:.15rem;padding:0 .6rem;border:1px solid;border-radius:1rem;font-size:.85rem}\
            .proved{color:var(--c)}.tested{color:var(--e)}
            svg{display:block;max-width:min(100%,48rem);min-width:21rem;height:auto;margin:auto;font:13px system-ui,"DejaVu Sans",sans-serif}
            svg text{fill:var(--ink)}svg .soft{fill:var(--soft)}svg .box{fill:var(--paper);stroke:var(--ink);stroke-width:1.3}
            svg .edge{fill:none;stroke:var(--soft);stroke-width:1.3}svg .grid{stroke:var(--line)}svg .curve{fill:none;stroke-width:2}
            .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.5rem 0 0;padding:0;list-style:none;font-size:.9rem}
            .legend i{display:inline-block;width:1.3rem;border-top:3px solid;margin-right:.4rem;vertical-align:middle}
            @media(max-width:50rem){.beside{grid-template-columns:1fr}.again{display:none}dl{grid-template-columns:1fr}dt{margin-top:.5rem}\
            body{padding:1rem .7rem 3rem}math{font-size:1rem}.plot{font-size:20px}}
            @media print{body{max-width:none;padding:0;font-size:10pt}pre{max-height:none;white-space:pre-wrap}\
            .beside{grid-template-columns:1fr}.again{display:none}h2{break-after:avoid}.math,.figure{break-inside:avoid}}
            """;

    private final Page page;
    private final StringBuilder out = new StringBuilder();

    private Html(Page page) {
        this.page = page;
    }

    /** The file's text. */
    public static String render(Page page) {
        return new Html(page).file();
    }

    /** Text of an author, as it must stand in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String file() {
        String name = escaped(page.name());
        out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(name)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(name)
                .append("</h1>\n");
        if (!page.doc().isEmpty()) {
            out.append("<p class=\"doc\">").append(escaped(page.doc())).append("</p>\n");
        }
        heading("At a glance");
        facts(page.facts());
        if (!page.checks().isEmpty()) {
            heading("Accuracy");
            facts(page.checks());
        }
        heading("Data flow");
        out.append("<div class=\"figure\">")
                .append(FlowDrawing.render(page.flow()))
                .append("</div>\n");
        mathematics("The map and its loss", page.map());
        mathematics("The adjoint", page.adjoint());
        mathematics("The gradient", page.gradient());
        closed();
        for (Page.Section section : page.sections()) {
            heading(section.title());
            facts(section.facts());
        }
        figures();
        beside();
        heading("Spec");
        out.append("<pre>").append(escaped(page.spec())).append("</pre>\n</body></html>\n");
        return out.toString();
    }

    private void heading(String title) {
        out.append("<h2>").append(escaped(title)).append("</h2>\n");
    }

    private void facts(List<Page.Fact> facts) {
        out.append("<dl>\n");
        for (Page.Fact fact : facts) {
            out.append("<dt>").append(escaped(fact.label())).append("</dt><dd>");
            fact.notes().forEach(this::note);
            out.append("</dd>\n");
        }
        out.append("</dl>\n");
    }

    private void note(Page.Note note) {
        String text = escaped(note.text());
        out.append(
                switch (note.style()) {
                    case PLAIN -> "<div>" + text + "</div>";
                    case DETAIL -> "<div class=\"detail\">" + text + "</div>";
                    case CODE -> "<code>" + text + "</code>";
                    case PROVED -> "<span class=\"verdict proved\">" + text + "</span>";
                    case TESTED -> "<span class=\"verdict tested\">" + text + "</span>";
                });
    }

    private void mathematics(String title, List<? extends Line> lines) {
        if (!lines.isEmpty()) {
            heading(title);
            out.append("<div class=\"math\">\n").append(lines(lines)).append("</div>\n");
        }
    }

    private void closed() {
        if (page.closed().isEmpty()) {
            return;
        }
        heading("In closed form");
        for (Page.Closed closed : page.closed()) {
            out.append("<h3>").append(escaped(closed.title())).append("</h3>\n<div class=\"math\">\n");
            out.append(lines(closed.equations()));
            if (!closed.where().isEmpty()) {
                out.append("<div class=\"head\">where</div>\n<div class=\"block\">\n")
                        .append(lines(closed.where()))
                        .append("</div>\n");
            }
            out.append("</div>\n");
        }
    }

    private void figures() {
        for (Page.Figure figure : page.figures()) {
            heading(figure.title());
            out.append("<div class=\"figure\">")
                    .append(Plot.render(figure.curves()))
                    .append("</div>\n");
        }
    }

    /** The formulas once more beside the class; where there is no room for two columns, only the class. */
    private void beside() {
        heading("Formulas and class");
        out.append("<div class=\"beside\"><div class=\"again\">");
        again("Map and loss", page.map());
        again("Adjoint", page.adjoint());
        again("Gradient", page.gradient());
        out.append("</div><pre>").append(escaped(page.java())).append("</pre></div>\n");
    }

    private void again(String title, List<? extends Line> lines) {
        if (!lines.isEmpty()) {
            out.append("<h3>")
                    .append(title)
                    .append("</h3><div class=\"math\">")
                    .append(lines(lines))
                    .append("</div>");
        }
    }

    private static String lines(List<? extends Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.match(new Line.Cases<String>(
                    Html::equation,
                    block -> "<div class=\"head\">" + Typesetter.render(heading(block), Format.MATHML, 0)
                            + "</div>\n<div class=\"block\">\n" + lines(block.lines()) + "</div>\n")));
        }
        return text.toString();
    }

    /** Without what only says that {@code h0} is what a state begins with, where both are written alike. */
    private static String equation(Line.Equation equation) {
        Printer printer = Printer.mathml();
        boolean alike = equation.right() instanceof Formula.Symbol
                && printer.render(equation.left()).equals(printer.render(equation.right()));
        return alike ? "" : Typesetter.render(List.of(equation), Format.MATHML, 0);
    }

    private static List<Line> heading(Line.Block block) {
        return List.of(new Line.Block(block.heading(), List.of()));
    }
}
