package org.watchword.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;

/// Looks over a page with axe-core for what shuts people out.
public final class Axe {
    private Axe() {}

    /// One line for each fault: rule, what it means, and where; empty when there is none.
    ///
    /// All rules, in the page itself: what else axe can do, to put frames together in a window of
    /// their own and to list what is well, takes four fifths of its time, and no page has a frame.
    public static String findings(Sitting sitting) {
        var faultsOnly = new AxeRunOptions();
        faultsOnly.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(sitting.page()).setLegacyMode(true).options(faultsOnly);
        return axe.analyze().getViolations().stream()
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
