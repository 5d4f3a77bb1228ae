package org.watchword.desk.templates.web;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;
import org.watchword.desk.web.Frame;

/// A page for tests, written in the shape that jte gives a compiled template: it shows its view
/// inside the real layout.
@SuppressWarnings("MutablePublicArray") // the shape that jte looks for
public final class JteprobeGenerated {
    public static final String JTE_NAME = "web/probe.jte";
    public static final int[] JTE_LINE_INFO = {0};

    public static void render(
            HtmlTemplateOutput output, HtmlInterceptor interceptor, Frame frame, Object view) {
        var inside =
                new HtmlContent() {
                    @Override
                    public void writeTo(HtmlTemplateOutput within) {
                        within.writeContent("<h1>");
                        within.setContext("h1", null);
                        within.writeUserContent(String.valueOf(view));
                        within.writeContent("</h1>");
                    }
                };
        JtelayoutGenerated.render(output, interceptor, frame, inside, 0);
    }

    public static void renderMap(
            HtmlTemplateOutput output, HtmlInterceptor interceptor, Map<String, Object> params) {
        render(output, interceptor, (Frame) params.get("frame"), params.get("view"));
    }

    private JteprobeGenerated() {}
}
