package org.watchword.desk.basis;

import java.time.Duration;

/// Every limit of the desk, in one place: of fields, queues, tries, waits and pages.
public final class Limits {
    /// Characters of a code-name, a person's name, a role's or channel's label.
    public static final int NAME_CHARACTERS = 60;

    /// Characters of a free text: what was said, a note.
    public static final int TEXT_CHARACTERS = 4_000;

    /// Characters of a plan card.
    public static final int PLAN_CHARACTERS = 500;

    /// Characters of an address or number to ring.
    public static final int ADDRESS_CHARACTERS = 200;

    /// Characters of a message template.
    public static final int TEMPLATE_CHARACTERS = 1_000;

    /// Characters of a message's subject.
    public static final int SUBJECT_CHARACTERS = 120;

    /// How often a message is tried before it is given up.
    public static final int MESSAGE_TRIES = 30;

    /// Messages of one channel that are with its gateway at the same time.
    public static final int SENDING_AT_ONCE = 8;

    /// How long a mail server may take to let itself be reached, to answer one line, and to take a
    /// whole message.
    public static final Duration MAIL_CONNECT = Duration.ofSeconds(4);

    public static final Duration MAIL_ANSWER = Duration.ofSeconds(5);
    public static final Duration MAIL_SEND = Duration.ofSeconds(9);

    /// How long a line to a mail server stands after a message, for the next one.
    public static final Duration MAIL_KEPT = Duration.ofSeconds(5);

    /// How long a mail server may take for one line when mail is fetched, also while it waits for
    /// something to come; how long nobody looks when it promised to call, and when it cannot.
    public static final Duration MAIL_IN_ANSWER = Duration.ofSeconds(60);

    public static final Duration MAIL_IN_LOOK = Duration.ofSeconds(40);
    public static final Duration MAIL_IN_ASK = Duration.ofSeconds(15);

    /// Unread mail older than this is nobody's call any more, and is left alone.
    public static final Duration MAIL_IN_AGE = Duration.ofDays(7);

    /// How far the clocks of the desk and of a mail server may differ before a mail that came just
    /// after a mailbox was set up is taken for an older one.
    public static final Duration MAIL_IN_SLACK = Duration.ofMinutes(5);

    /// How often one piece of a bot's news is tried that the desk itself cannot take in.
    public static final int NEWS_TRIES = 3;

    /// Mails fetched between two looks, and the bytes read of each: what stands behind them is
    /// attached.
    public static final int MAIL_IN_AT_ONCE = 50;

    public static final int MAIL_IN_BYTES = 256 * 1024;

    /// How long a gateway that speaks HTTP may take to let itself be reached, and to answer a
    /// message to the last byte; and how many bytes of its answer are read.
    public static final Duration HTTP_CONNECT = Duration.ofSeconds(4);

    public static final Duration HTTP_SEND = Duration.ofSeconds(9);
    public static final int HTTP_ANSWER_BYTES = 64 * 1024;

    /// How long Telegram holds a question for news, how much news it gives at once, and how many
    /// bytes that may be: one text of 4,096 letters can take 24 kB, and the one it answers as much.
    public static final Duration TELEGRAM_POLL = Duration.ofSeconds(25);

    public static final int TELEGRAM_UPDATES = 5;
    public static final int TELEGRAM_UPDATES_BYTES = 1024 * 1024;

    /// The longest that a gateway's wish to be left alone is honoured.
    public static final Duration GATEWAY_REST = Duration.ofMinutes(5);

    /// The longest wait before a broken line in is tried again.
    public static final Duration LISTEN_AGAIN = Duration.ofSeconds(30);

    /// Messages that one SMS text may become; what is longer is cut.
    public static final int SMS_PARTS = 8;

    /// Characters of one setting of a channel; certificates are the longest.
    public static final int SETTING_CHARACTERS = 16_000;

    /// Messages listed on one page.
    public static final int MESSAGES_LISTED = 200;

    /// Bytes of a form from somebody who is not signed in.
    public static final int FORM_BYTES = 64 * 1024;

    /// Bytes of a form from a session: a call that fills its fields in Cyrillic takes six bytes for
    /// a character, and one in which somebody leant on a key must still ring people.
    public static final int SESSION_FORM_BYTES = 1024 * 1024;

    /// Bytes of what a machine posts.
    public static final int MACHINE_BYTES = 64 * 1024;

    /// Bytes of a form that is too large which are still read, so that the sentence about it
    /// reaches a browser that answers nobody before it has sent everything.
    public static final int SWALLOWED_BYTES = 8 * 1024 * 1024;

    /// Bytes of a form with files, whatever is let pass of them: two photos as a telephone makes
    /// them, so that the page can say that they are too large.
    public static final int UPLOAD_BYTES = 32 * 1024 * 1024;

    /// Such forms in hand at once, files in one, and bytes of the lines before each of its parts.
    public static final int UPLOADS_AT_ONCE = 4;

    public static final int FORM_FILES = 8;
    public static final int PART_HEAD_BYTES = 4 * 1024;

    /// How long such a form may take to arrive.
    public static final Duration UPLOAD_ARRIVAL = Duration.ofMinutes(5);

    /// Fields of one form.
    public static final int FORM_FIELDS = 200;

    /// Bytes of a request's first line and headers.
    public static final int HEADER_BYTES = 16 * 1024;

    /// Characters of a path that a page may lead back to.
    public static final int PATH_CHARACTERS = 300;

    /// How long a form may take to arrive, from its headers on: a bad line at night is slow.
    public static final Duration FORM_ARRIVAL = Duration.ofSeconds(60);

    /// How long a connection may say nothing.
    public static final Duration CONNECTION_SILENCE = Duration.ofSeconds(30);

    /// How often unused memory is handed back: what the last request of a connection left there is
    /// gone within a minute.
    public static final Duration SWEEP = Duration.ofSeconds(25);

    /// Connections held at once by one listener; at that number silent ones are cut sooner.
    public static final int CONNECTIONS = 1_000;

    /// The same, once all connections are taken.
    public static final Duration CROWDED_SILENCE = Duration.ofSeconds(2);

    /// How long somebody waits to be told that too many try passphrases just now.
    public static final Duration BUSY_ANSWER = Duration.ofSeconds(2);

    /// How long a stopping listener waits for the requests it is answering.
    public static final Duration STOPPING = Duration.ofSeconds(3);

    /// Frames of a stack trace kept in the log.
    public static final int TRACE_FRAMES = 80;

    /// How long a link in a message answers for the one who was rung.
    public static final Duration ANSWER_LINK = Duration.ofMinutes(30);

    /// Wrong digits after which a link is dead, and wrong codes after which a person's replies to
    /// an alarm count no more.
    public static final int WRONG_DIGITS = 5;

    public static final int WRONG_CODES = 5;

    /// Texts beside a code that one alarm's log keeps.
    public static final int WORDS_WITH_ANSWERS = 20;

    /// Calls from outside that one incident keeps, and the newest calls that its room shows.
    public static final int OUTSIDE_CALLS = 500;

    public static final int CALLS_SHOWN = 20;

    /// Lines about silences that joined one alarm at once; the list of code-names holds all.
    public static final int SILENCES_LOGGED = 20;

    /// Code-names of one alarm that its pages show, and up to how many they give questions to ask.
    public static final int CODENAMES_SHOWN = 300;

    public static final int CODENAMES_ASKED = 20;

    /// Questions kept for a code-name, and characters of one and of its answer.
    public static final int PROOF_QUESTIONS = 4;

    public static final int QUESTION_CHARACTERS = 200;

    /// Wrong answers about one code-name in one alarm after which questions prove nothing there.
    public static final int WRONG_ANSWERS = 2;

    /// Codes sent to one address for its proof, how long apart, how long one is good, and how many
    /// wrong ones are tried.
    public static final int PROOFS_SENT = 5;

    public static final Duration PROOF_REST = Duration.ofMinutes(1);
    public static final Duration PROOF_LASTS = Duration.ofDays(1);
    public static final int PROOF_TRIES = 5;

    /// How long a code waits to be sent in by whoever does not know his own address, and how many
    /// wrong ones strangers may send meanwhile.
    public static final Duration REQUEST_LASTS = Duration.ofMinutes(15);

    public static final int REQUEST_TRIES = 20;

    /// How long a receipt waits for the message that it is about.
    public static final Duration EARLY_RECEIPT = Duration.ofDays(1);

    /// Characters kept of a word that came in.
    public static final int WORD_CHARACTERS = 10_000;

    /// Words of one sender that are kept one by one within a minute.
    public static final int WORDS_PER_MINUTE = 20;

    public static final Duration FLOOD = Duration.ofMinutes(1);

    /// Words over one channel within a minute, from whomever, of which all that people wrote is
    /// kept; and the characters kept of what the desk's own people did not write beyond that.
    public static final int WORDS_PER_CHANNEL = 60;

    public static final int CROWDED_CHARACTERS = 500;

    /// Words that nobody recognised, as many as the board shows.
    public static final int HEARD_ON_BOARD = 3;

    /// Bytes of what is kept of a word that came, always as many: with its length before it, a
    /// whole number of the seal's steps.
    public static final int CHECK_IN_BYTES = 508;

    /// Code-names that one address may belong to, and addresses of one code-name.
    public static final int CODENAMES_PER_ADDRESS = 12;

    public static final int CONTACTS_PER_CODENAME = 10;

    /// Letters of a word on a card, and by how many letters two words of one person differ at
    /// least.
    public static final int CODE_WORD_LETTERS = 5;

    public static final int CODE_WORD_CHARACTERS = 40;
    public static final int CODE_WORDS_APART = 4;

    /// Words that a list must hold so that two of them make 24 bits.
    public static final int WORDS_IN_A_LIST = 4_096;

    /// Words of a card's numbered list, and how many unused ones are good at a time.
    public static final int LISTED_WORDS = 30;

    public static final int LISTED_AHEAD = 5;

    /// How many pieces at the beginning of a message an OK may stand in, how many are looked
    /// through for a call-sign, and how many words are tried in all.
    public static final int OK_WITHIN_PIECES = 8;

    public static final int PIECES_READ_FOR_SIGNS = 60;
    public static final int WORDS_TRIED = 6_000;

    /// More pieces than this are no word that was mistyped: somebody has something to say.
    public static final int PIECES_OF_A_TYPO = 6;

    /// Wrong words within so long after which an OK proves nothing.
    public static final int WRONG_WORDS = 5;

    public static final Duration WRONG_WORDS_WITHIN = Duration.ofHours(1);

    /// Words nobody recognised that are kept until somebody has read them.
    public static final int UNKNOWN_WORDS = 200;

    /// Words that came, understood in one piece of the writer's work.
    public static final int CHECK_INS_AT_ONCE = 64;

    /// Bytes of a form at the quiet door, and of everything that it answers.
    public static final int DOOR_BYTES = 8 * 1024;

    public static final int DOOR_PAGE_BYTES = 10 * 1024;

    /// Answers of the quiet door leave on this beat: what the desk does meanwhile cannot be told
    /// from when they come.
    public static final Duration DOOR_BEAT = Duration.ofMillis(250);

    /// Neutral answers that one address gets within an hour.
    public static final int ANSWERS_PER_HOUR = 20;

    /// How long a single-use code is good, how many may be open at once, and how many people begin
    /// a desk together.
    public static final Duration INVITATION_LASTS = Duration.ofDays(3);

    public static final int OPEN_INVITATIONS = 50;
    public static final int FOUNDERS = 12;

    public static final int PEOPLE = 500;
    public static final int ADDRESSES_PER_PERSON = 10;
    public static final int CHANNELS = 20;
    public static final int LADDERS = 50;

    /// Weekly shifts that hold, hand-over notes and sheets listed on a page.
    public static final int WEEKLY_SHIFTS = 200;

    public static final int HANDOVERS_LISTED = 10;
    public static final int SHEETS_LISTED = 50;

    public static final int STEPS_PER_LADDER = 12;
    public static final int TARGETS_PER_STEP = 20;

    /// Code-names that one watch is about, its times of day, its single instants, and the hours of
    /// "every so many".
    public static final int CODENAMES_PER_WATCH = 20;

    public static final int TIMES_PER_WATCH = 24;
    public static final int POINTS_PER_WATCH = 50;
    public static final int EVERY_HOURS = 168;

    /// Watches that fire in one piece of the writer's work, and those that a page lists.
    public static final int DUE_AT_ONCE = 2_048;

    public static final int WATCHES_LISTED = 200;

    /// Pieces of work waiting for the one writer; more are refused as "busy".
    public static final int WAITING_WORK = 10_000;

    /// Rows that one piece of work lets go of: a few milliseconds.
    public static final int FORGOTTEN_AT_ONCE = 50;

    /// How long the writer waits for readers when it folds its log: an alarm may come meanwhile.
    public static final Duration FOLD_WAIT = Duration.ofMillis(20);

    /// Pieces of work committed together in one turn.
    public static final int WORK_PER_TURN = 512;

    /// Pieces of other rooms' work that one turn takes beside the watch's own.
    public static final int ORDINARY_WORK_PER_TURN = 16;

    /// Turns on a full disk after which the writer looks whether there is room again, though it was
    /// not idle in between: looking takes the room that is left for a moment.
    public static final int TURNS_UNTIL_ROOM_IS_SOUGHT = 32;

    /// How long a reader waits for a connection before it says that the store is busy.
    public static final Duration READ_WAIT = Duration.ofSeconds(5);

    /// How far clocks of one machine may differ before it is worth a word.
    public static final Duration CLOCK_SLACK = Duration.ofSeconds(30);

    /// Room kept free on the disk, given up when it is full so that an acknowledgement can still be
    /// written.
    public static final long RESERVE_BYTES = 4L * 1024 * 1024;

    /// Numbers left out after a restore: far more than a desk gives between two backups.
    public static final long SKIPPED_BY_RESTORE = 1_000_000;

    /// How often the desk looks for changes whose time has come.
    public static final Duration CHANGES_LOOK = Duration.ofSeconds(1);

    /// How often a desk sends a heartbeat, how long the other may take to answer it, and the bytes
    /// of one.
    public static final Duration BEAT_EVERY = Duration.ofSeconds(10);

    public static final Duration BEAT_ANSWER = Duration.ofSeconds(5);
    public static final int BEAT_BYTES = 1024;

    /// After how long without a heartbeat that is shown, and when it rings whatever else is seen:
    /// three heartbeats may be lost, and a start that takes less than ten seconds is never seen.
    public static final Duration SILENCE_SHOWN = Duration.ofSeconds(30);

    public static final Duration SILENCE_RINGS = Duration.ofSeconds(90);

    /// How often the second path is tried while a silence is shown.
    public static final Duration SECOND_PATH_EVERY = Duration.ofSeconds(5);

    /// For so long after a start of its own a watcher rings for nobody.
    public static final Duration SILENCE_GRACE = Duration.ofSeconds(30);

    /// How long nobody may take our heartbeats before the officers are told.
    public static final Duration NOT_TAKEN_TOLD = Duration.ofMinutes(5);

    /// How often the number of a silent desk is rung: so many times at first, then seldom.
    public static final Duration NUMBER_AGAIN = Duration.ofMinutes(5);

    public static final int NUMBER_OFTEN = 12;
    public static final Duration NUMBER_SELDOM = Duration.ofHours(1);

    /// How long a shift session lasts at most.
    public static final Duration SESSION = Duration.ofHours(13);

    /// Without a deliberate request for so long, a session locks itself.
    public static final Duration UNLOCKED = Duration.ofMinutes(15);

    /// An instant that lies ahead by no more than this is not a clock that was set back.
    public static final Duration CLOCK_WOBBLE = Duration.ofMinutes(1);

    /// For so long a passphrase counts as just given.
    public static final Duration FRESH = Duration.ofMinutes(5);

    public static final int PIN_DIGITS = 6;
    public static final int PIN_TRIES = 5;

    /// Devices on which one person is signed in; the oldest session ends for a new one.
    public static final int SESSIONS_PER_PERSON = 5;

    /// How many statements a connection keeps prepared: more than the desk has texts.
    public static final int STATEMENTS_KEPT = 500;

    private Limits() {}
}
