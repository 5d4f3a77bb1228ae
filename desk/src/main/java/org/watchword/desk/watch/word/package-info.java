/// Understands the words by which people in hiding say how they are.
///
/// It promises: a word that was answered is kept; whatever it means, it is one row of one size and
/// the sender gets the same bytes; help and duress always count; no word can be read in any table.
/// It must not know ladders or how an alarm climbs: it says what came, to {@link
/// org.watchword.desk.watch.word.Meant}.
///
/// The life of one check-in:
///
/// 1. Somebody types call-sign and word at the quiet door, or sends them over a channel
///    (`WordsFromOutside`).
/// 2. {@link org.watchword.desk.watch.word.CheckIns} keeps one row, sealed, always of the same
///    length. Only then does the neutral answer leave.
/// 3. In the next turn, or in the turn of something due if that comes first, `Applying` opens the
///    row, looks whose cards it may be about and finds the strongest word in it (`Reading`): duress
///    before help before OK.
/// 4. What it means is said to `Meant`; a word that nobody knows goes on the board and changes
///    nothing. What somebody plainly has to say, a cry of one word among it (`Cries`), is told to
///    the alarms as a call about that person.
///
/// A card (`Cards`) is made, printed once, and burned; making a new one burns the old in the same
/// turn. Its words are drawn from a list of at least 4,096 (`WordList`), so that two make at least
/// 24 bits.
///
/// ```
/// codename ──▶ card ──▶ card_word       hashes of its words, and when a listed one was used
///     │          └────▶ wrong_word      within the hour
///     └──────▶ contact                  where that person can be reached
/// check_in ──▶ unknown_word             for the board
/// neutral_text, door_look               how the quiet door looks and what is written back
/// ```
@NullMarked
package org.watchword.desk.watch.word;

import org.jspecify.annotations.NullMarked;
