package org.watchword.desk.web;

import java.util.List;

/// What the rooms above put into a listener.
///
/// @param menu in the order shown; an item with an empty `may` is for everybody who is signed in
public record Rooms(
        List<Route> routes,
        Callers callers,
        List<Places.Filler> fillers,
        List<Frame.MenuItem> menu,
        Outages outages) {
    public Rooms {
        routes = List.copyOf(routes);
        fillers = List.copyOf(fillers);
        menu = List.copyOf(menu);
    }
}
