package org.watchword.story.visit;

/// A person looked for a form, a field or a choice on a page and did not find it. The caller counts
/// the step as failed and says what was missing.
public final class NoSuchThing extends RuntimeException {
    private final String what;

    public NoSuchThing(String what) {
        super(what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
