/// Rings the right people until somebody answers.
///
/// It promises: what was accepted is kept; an open alarm is never silent; a second alarm from one
/// form is impossible while the first is open; whoever has answered is not rung again for it;
/// people end alarms, and the program ends nothing but drills. It must not know cases, ledgers or
/// ciphers, and it keeps no word in clear.
///
/// The life of one alarm:
///
/// 1. A form comes to {@link Watch}. `Raising` keeps the alarm, the call and the form's number, and
///    hands the alarm the event "raised".
/// 2. `AlarmTurns` does the same for every event, in one turn of the writer: load the alarm, read
///    the team around it (`World`), ask the `Engine`, keep what it says, and do it: rings into the
///    outbox, lines into the log.
/// 3. After the commit couriers are woken and the alarm's one timer is armed (`Timers`).
/// 4. A timer, an answer, a refusal (delivery's `Outcomes`), an edited ladder, a changed shift:
///    step 2 again. A timer of an older generation changes nothing.
/// 5. An answer without a session comes by a link (`AnswerPage`, `Answering`) or by a reply
///    (`RepliesByCode`). It is unproven: `Unproven` says what it does, and that it holds nothing.
///    What it takes to answer so, `AnswerKeys` makes and `AnswerWays` offers in a message.
/// 6. People end it (`Endings`, `Closing`): of each whom it is about two saw the person, or
///    questions were answered rightly (`ProofRows`); one officer where nobody is to be seen. Its
///    rows stay.
///
/// What nobody presses a button for comes in by {@link Alarms}: a word that was due and did not
/// come joins the open alarm about one of these people or raises one; a word that came is worked
/// into it. `LateWord` is the one hold of the ladder for an OK in an alarm born of silence;
/// `Leading` is what a word does that asks for help: whoever is on it is told, after a hidden one
/// case leads are rung until one answers, and only a lead and a second person end it. Both are
/// tended at the end of every step of the engine, so that they hold whatever the event was. What is
/// a drill's meets only drills ({@link Drilling}, `Twins`); whatever is real ends them.
///
/// What somebody unknown writes from outside is a call of the one incident of unknown callers
/// (`StrangersCalls`).
///
/// At the start every open alarm's timer is armed from its row; what is overdue fires at once and
/// says how late it is. `ClockWatch` compares the two clocks once a second.
///
/// ```
/// codename ──▶ ladder ──▶ ladder_step ──▶ step_target, step_channel
///     ▲           ▲
///     └── alarm ──┘        state, place on the ladder, generation, timer
///          ├──▶ alarm_person      who was rung last, whose answer stands
///          ├──▶ alarm_ring        every ring; its message by key in the outbox
///          ├──▶ call ──▶ call_field   what was heard, field by field, nothing overwritten
///          ├──▶ alarm_statement   who says that it is over
///          ├──▶ alarm_codename    whom it is about, since when, what came from them
///          ├──▶ proof_asked       which question was asked, and whether it was answered rightly
///          ├──▶ answer_code       the digits of a reply; answer_said: what was written back
///          ├──▶ answer_link       one link in one message, by the hash of its token
///          ├──▶ alarm_log         what happened
///          ├──▶ silence_key       which silence raised or joined it, once and for ever
///          └──▶ raise_key         which form raised it
/// codename ──▶ codename          whose twin it is: a drill's own name
/// codename ──▶ proof_question     what only that person can answer; the answers as keyed hashes
/// told                            what the desk said to the officers
/// ```
@NullMarked
package org.watchword.desk.watch;

import org.jspecify.annotations.NullMarked;
