package org.watchword.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.util.stream.Collectors;

/// Looks over a page with axe-core for what shuts people out.
public final class Axe {
    private Axe() {}

    /// One line for each fault: rule, what it means, and where; empty when there is none.
    public static String findings(Sitting sitting) {
        return new AxeBuilder(sitting.page())
                .analyze().getViolations().stream()
                        .map(Axe::line)
                        .collect(Collectors.joining("\n"));
    }

    private static String line(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " at "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
    }
}
