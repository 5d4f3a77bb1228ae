package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;

import org.watchword.desk.Foreign;

/// Any text as a page of HTML: its words come out, never more than came.
public final class AnyHtml {
    public static void fuzzerTestOneInput(byte[] data) {
        String html = Foreign.text(data);
        String text = HtmlText.of(html);
        promise(text.length() <= html.length(), "no more is read than came");
        promise(text.equals(text.strip()), "no blanks stand around it");
    }

    private AnyHtml() {}
}
