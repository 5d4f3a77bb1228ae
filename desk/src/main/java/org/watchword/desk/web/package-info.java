/// Carries pages to people and forms back; knows no word of what they are about.
///
/// A room declares {@link Route}s, each with a {@link Gate}; a handler is given a {@link Visit} and
/// gives back an {@link Answer}. Who is behind a cookie says the port {@link Callers}, which the
/// accounts answer. A page may offer a named {@link Places place} that other rooms fill.
///
/// What holds here for every route, errors included: the security headers, one cookie, a token on
/// every post from a session, a limit on what is read, and a clear sentence instead of a stack
/// trace.
@NullMarked
package org.watchword.desk.web;

import org.jspecify.annotations.NullMarked;
