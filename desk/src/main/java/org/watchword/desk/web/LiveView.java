package org.watchword.desk.web;

/// A view whose page may carry the desk's one small script, which renews the page while it is
/// looked at. Only for pages of the watch: a sealed page carries no script.
public interface LiveView {}
