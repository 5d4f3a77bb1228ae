package org.watchword.desk.delivery;

import java.util.Map;

/// What a gateway sent to a channel's own address. Anybody can send something there: the channel
/// looks for its secret before it looks at anything else.
public final class Posted {
    private final boolean post;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;

    /// @param post false for a GET: some gateways report by nothing else
    /// @param headers by lower-case names
    /// @param query cleaned
    /// @param body as it came
    public Posted(
            boolean post, Map<String, String> headers, Map<String, String> query, byte[] body) {
        this.post = post;
        this.headers = Map.copyOf(headers);
        this.query = Map.copyOf(query);
        this.body = body.clone();
    }

    public boolean post() {
        return post;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Map<String, String> query() {
        return query;
    }

    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "posted";
    }
}
