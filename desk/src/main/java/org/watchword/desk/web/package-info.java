/// Carries pages to people and forms back; knows no word of what they are about.
///
/// A room declares {@link Route}s, each with a {@link Gate}; a handler is given a {@link Visit} and
/// gives back an {@link Answer}. Who is behind a cookie says the port {@link Callers}, which the
/// accounts answer. A page may offer a named {@link Places place} that other rooms fill. What a
/// failure means says {@link Outages}. {@link StaffListener} is the whole of it.
///
/// What holds here for every route, errors included: the security headers, one cookie, a token on
/// every post from a session, a limit on what is read, and a clear sentence instead of a stack
/// trace.
///
/// It must not know any room above it nor the store, and it has no table.
///
/// The life of one press of a button:
///
/// ```
/// socket ─ limits on headers, silence, connections          ServerLimits; EarlyErrors answers
///   └ headers set, host one of ours?            no: 421      SecurityHeaders, Asked
///       └ a route?                              no: 404 405
///           └ whose cookie?                                  SessionCookie, Callers
///               └ from a page of ours?          no: 403      Guard.origin
///                   └ form read, whole, a form? no: 4xx      FormReader, PostedForm
///                       └ its session's token?  no: 403      Guard.token
///                           └ gate              no: a door   Guard.gate, Doors
///                               └ handler → Answer           Route.Handler
///                                   └ page or 303            Replies, Pages
/// thrown on the way: NotHere 404 · outage 503 · else 500 with a code    Dispatch, Incident
/// at the end, always: the bytes of the form are zeroed                  PostedForm.close
/// ```
///
/// Behind {@link Gate.Machine} the way is shorter: host, route, the bytes, the handler, a line of
/// plain text ({@link Machines}). The handler looks for the machine's secret.
///
/// A route behind {@link Gate.FilesOpen} or {@link Gate.FilesOpenFreshly} finds the keys of its
/// caller's case files in its visit, and nowhere else; the port is {@link
/// org.watchword.desk.basis.CaseKeys}.
///
/// A post that a gate stops is answered with a page that says so, never with a bare redirect: who
/// lands on a PIN page without a word believes that the alarm was raised. What somebody typed for a
/// long time, by {@link Route#writing}, is shown on it once more.
///
/// A secret leaves as bytes and the form's buffer is zeroed, and so are the buffers through which a
/// request came ({@link ForgettingBuffers}). What a header became on the heap goes with the sweep
/// (`docs/decisions/0094`); what the kernel holds is beyond us.
@NullMarked
package org.watchword.desk.web;

import org.jspecify.annotations.NullMarked;
