package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;
import static org.watchword.desk.Foreign.promiseClean;

import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;

/// Any text as one that goes out by SMS: clean, whole characters, not too many parts.
public final class AnySmsText {
    public static void fuzzerTestOneInput(byte[] data) {
        SmsText sms = SmsText.of(Foreign.text(data));
        promiseClean(sms.text(), "an SMS");
        promise(sms.length().parts() <= Limits.SMS_PARTS, "an SMS has few parts");
        promise(sms.length().equals(SmsLength.of(sms.text())), "its length is its text's");
    }

    private AnySmsText() {}
}
