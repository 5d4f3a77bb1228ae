package org.watchword.desk.watch.word;

/// A ready look of the quiet door: whose dull page it might be. None shares a colour or a wording
/// with the desk or with another.
enum DoorStyle {
    PARCEL(
            "parcel",
            """
            body{margin:0;font:16px/1.5 Arial,sans-serif;background:#f3f3f3;color:#222}\
            main{max-width:26rem;margin:0 auto;padding:1rem;background:#fff;\
            border-top:6px solid #8a5a00}\
            h1{font-size:1.4rem}label{display:block;margin:1rem 0 .25rem;font-weight:bold}\
            input{width:100%;box-sizing:border-box;min-height:44px;padding:.5rem;font:inherit;\
            border:1px solid #767676}\
            button{margin-top:1rem;min-height:44px;padding:.5rem 1.5rem;font:inherit;border:0;\
            background:#6b4600;color:#fff}a{color:#6b4600}\
            """),
    LIBRARY(
            "library",
            """
            body{margin:0;font:17px/1.5 Georgia,serif;background:#fbfaf4;color:#2a2a20}\
            main{max-width:30rem;margin:0 auto;padding:1.5rem 1rem}\
            h1{font-size:1.5rem;font-weight:normal;border-bottom:1px solid #9a9a80;\
            padding-bottom:.5rem}label{display:block;margin:1rem 0 .25rem}\
            input{width:100%;box-sizing:border-box;min-height:44px;padding:.5rem;font:inherit;\
            border:1px solid #77775f;background:#fff}\
            button{margin-top:1rem;min-height:44px;padding:.5rem 1.25rem;font:inherit;\
            border:1px solid #2f4d1f;background:#fff;color:#2f4d1f}a{color:#2f4d1f}\
            """),
    CLINIC(
            "clinic",
            """
            body{margin:0;font:16px/1.6 Verdana,sans-serif;background:#fff;color:#1d2733}\
            main{max-width:28rem;margin:0 auto;padding:1rem}\
            h1{font-size:1.3rem;background:#e3eef8;padding:.75rem}\
            label{display:block;margin:1rem 0 .25rem}\
            input{width:100%;box-sizing:border-box;min-height:44px;padding:.5rem;font:inherit;\
            border:1px solid #6a7886;border-radius:3px}\
            button{margin-top:1rem;min-height:44px;width:100%;font:inherit;border:0;\
            border-radius:3px;background:#1f4e79;color:#fff}a{color:#1f4e79}\
            """);

    private final String word;
    private final String style;

    DoorStyle(String word, String style) {
        this.word = word;
        this.style = style;
    }

    /// As it stands in the table and in the keys of its texts.
    String word() {
        return word;
    }

    String style() {
        return style;
    }

    static DoorStyle of(String word) {
        for (DoorStyle one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        return PARCEL;
    }
}
