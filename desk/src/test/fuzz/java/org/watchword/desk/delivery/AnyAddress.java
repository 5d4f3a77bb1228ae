package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;
import static org.watchword.desk.Foreign.promiseSame;

import java.net.URI;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;

/// Any text as an address of mail, of the web, or a telephone number: it is none, or it is one that
/// reads back as the same and that nothing hides in.
public final class AnyAddress {
    public static void fuzzerTestOneInput(byte[] data) {
        String typed = Foreign.text(data);
        mail(typed);
        phone(typed);
        WebAddress.of(typed).ifPresent(AnyAddress::web);
        WebAddress.proxy(typed)
                .ifPresent(proxy -> promise(proxy.isUnresolved(), "nothing is looked up"));
    }

    private static void mail(String typed) {
        MailAddress.of(typed)
                .ifPresent(address -> {
                    promiseSame(address, MailAddress::of, MailAddress::toString);
                    promise(
                            address.toString().matches("[!-~]+@[a-z0-9.-]+"),
                            "an address is plain and one");
                });
        promise(!MailAddress.wrongWith(typed).key().isEmpty(), "a refusal says why");
    }

    private static void phone(String typed) {
        PhoneNumber.of(typed)
                .ifPresent(number -> {
                    promiseSame(number, PhoneNumber::of, PhoneNumber::e164);
                    promise(number.digits().matches("[0-9]{7,15}"), "a number is digits");
                });
        promise(!PhoneNumber.wrongWith(typed).key().isEmpty(), "a refusal says why");
        String sender = PhoneNumber.sender(typed);
        promise(sender.length() <= Limits.NAME_CHARACTERS, "a sender is short");
        promiseClean(sender, "a sender");
    }

    private static void web(URI uri) {
        promise(WebAddress.of(uri.toString()).isPresent(), "an address stays one");
        promise(
                uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null,
                "an address says nothing but where");
    }

    private AnyAddress() {}
}
