package org.watchword.formats.membership;

/// A statement does not fit: how the checks end, inside this package only.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final MembershipFailure why;

    Unfit(MembershipFailure why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    MembershipFailure why() {
        return why;
    }

    static void unless(boolean holds, MembershipFailure why) throws Unfit {
        if (!holds) {
            throw new Unfit(why);
        }
    }
}
