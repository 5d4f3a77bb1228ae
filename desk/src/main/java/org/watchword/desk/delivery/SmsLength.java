package org.watchword.desk.delivery;

/// How many messages the network makes of a text (3GPP TS 23.038 and 23.040): 160 septets in one,
/// 153 in each of several; 70 and 67 characters where one of them is not in the GSM alphabet.
///
/// @param gsm whether the GSM alphabet holds it
/// @param parts how many messages are paid for; 1 for an empty text
record SmsLength(boolean gsm, int parts) {
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// Each takes two septets, which stay together.
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UNICODE_ALONE = 70;
    private static final int UNICODE_PART = 67;

    static SmsLength of(String text) {
        return isGsm(text)
                ? new SmsLength(true, parts(text, true, GSM_ALONE, GSM_PART))
                : new SmsLength(false, parts(text, false, UNICODE_ALONE, UNICODE_PART));
    }

    /// Whether every character is in the GSM alphabet or its extension.
    static boolean isGsm(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    }

    private static int parts(String text, boolean gsm, int alone, int part) {
        int all = text.codePoints().map(c -> size(c, gsm)).sum();
        if (all <= alone) {
            return 1;
        }
        int parts = 1;
        int filled = 0;
        for (int c : text.codePoints().toArray()) {
            int size = size(c, gsm);
            if (filled + size > part) {
                parts++;
                filled = 0;
            }
            filled += size;
        }
        return parts;
    }

    private static int size(int c, boolean gsm) {
        return gsm ? (EXTENDED.indexOf(c) >= 0 ? 2 : 1) : Character.charCount(c);
    }

    /// The text cut to so many messages, never within a character.
    static String cut(String text, int most) {
        if (of(text).parts() <= most) {
            return text;
        }
        int least = 0;
        int end = text.length();
        while (least < end) {
            int middle = (least + end + 1) / 2;
            if (of(whole(text, middle)).parts() <= most) {
                least = middle;
            } else {
                end = middle - 1;
            }
        }
        return whole(text, least);
    }

    private static String whole(String text, int end) {
        boolean within =
                end > 0
                        && end < text.length()
                        && Character.isHighSurrogate(text.charAt(end - 1))
                        && Character.isLowSurrogate(text.charAt(end));
        return text.substring(0, within ? end - 1 : end);
    }
}
