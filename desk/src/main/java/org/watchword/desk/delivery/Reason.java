package org.watchword.desk.delivery;

import org.watchword.desk.basis.Sentence;

/// Why a message or a channel did not get through: a closed list, so that it may stay readable in
/// the table and nothing that a gateway says ends up there or in a log.
public enum Reason {
    /// Nobody there: no such host, no route, the connection was refused.
    NOT_REACHED,
    /// Connected, and then silence until the time was up.
    NO_ANSWER,
    /// The other side hung up in the middle.
    HUNG_UP,
    /// An answer that makes no sense.
    GARBLED,
    /// No encryption offered, or a certificate that is not the right one.
    NOT_TRUSTED,
    /// The gateway does not accept the desk's name and password.
    SIGN_IN_REFUSED,
    /// The gateway says: not now.
    BUSY,
    /// The gateway will not take this message.
    REFUSED,
    /// The gateway will not take this address.
    ADDRESS_REFUSED,
    /// Another program takes what people send to this channel.
    HEARD_ELSEWHERE,
    /// The address was taken away before the message left.
    NO_ADDRESS,
    /// The gateway took it, and it never arrived.
    LOST,
    /// The channel was switched off.
    SWITCHED_OFF,
    /// The desk itself could not do it: a field that does not open, a fault in the program.
    DESK_FAULT;

    /// What people read in its place.
    public Sentence sentence() {
        return Sentence.of("delivery.reason." + key());
    }

    private String key() {
        return switch (this) {
            case NOT_REACHED -> "not-reached";
            case NO_ANSWER -> "no-answer";
            case HUNG_UP -> "hung-up";
            case GARBLED -> "garbled";
            case NOT_TRUSTED -> "not-trusted";
            case SIGN_IN_REFUSED -> "sign-in-refused";
            case BUSY -> "busy";
            case REFUSED -> "refused";
            case ADDRESS_REFUSED -> "address-refused";
            case HEARD_ELSEWHERE -> "heard-elsewhere";
            case NO_ADDRESS -> "no-address";
            case LOST -> "lost";
            case SWITCHED_OFF -> "switched-off";
            case DESK_FAULT -> "desk-fault";
        };
    }
}
