package org.watchword.bench.keeper;

/// What is compared, and what one check-in is for each.
public enum Peer {
    DESK(
            "Watchword, by its rooms",
            "call-sign and word into the room that keeps words: one sealed row, committed with"
                    + " others in one turn of the writer, then the answer; a later turn opens the"
                    + " row, finds whose word it is and moves the watch, which is done on the same"
                    + " machine meanwhile"),
    DOOR(
            "Watchword, at the quiet door",
            "the same as a form over HTTP, on a connection that stays open; every answer leaves on"
                    + " the door's beat of 250 ms, so that it tells nothing"),
    DB_SCHEDULER(
            "db-scheduler, PostgreSQL",
            "`reschedule` of a one-time task: db-scheduler selects the row and updates it, each"
                    + " committed by itself; polling with lock-and-fetch every 100 ms"),
    DB_SCHEDULER_SQLITE(
            "db-scheduler, SQLite",
            "the same on SQLite (write-ahead log, `synchronous=FULL`, one connection, for SQLite"
                    + " has one writer); polling with fetch every 100 ms"),
    QUARTZ(
            "Quartz, PostgreSQL",
            "`rescheduleJob` of a job with one trigger, JDBC store; measured with 8 clients only"),
    PLAIN_TABLE(
            "plain table, PostgreSQL",
            "one UPDATE of one row in a transaction of its own; two workers take what is due with"
                    + " SKIP LOCKED every 10 ms"),
    RAW_LOG(
            "raw log",
            "512 bytes at the end of a file, then `fdatasync`, as many together as wait: no"
                    + " timers, the ceiling of the disk");

    /// To PostgreSQL, which takes a hundred as it comes: clients beyond that wait for one.
    static final int CONNECTIONS = 64;

    private final String title;
    private final String checkIn;

    Peer(String title, String checkIn) {
        this.title = title;
        this.checkIn = checkIn;
    }

    public String title() {
        return title;
    }

    /// What one check-in is.
    public String checkIn() {
        return checkIn;
    }

    /// Whether it rings at all.
    public boolean rings() {
        return this != RAW_LOG;
    }

    boolean needsPostgres() {
        return switch (this) {
            case DB_SCHEDULER, QUARTZ, PLAIN_TABLE -> true;
            case DESK, DOOR, DB_SCHEDULER_SQLITE, RAW_LOG -> false;
        };
    }

    public Keeper open(Ground ground, Timers timers) {
        return switch (this) {
            case DESK -> DeskKeeper.open(ground, timers);
            case DOOR -> new AtTheDoor(DeskKeeper.open(ground, timers));
            case DB_SCHEDULER -> DbScheduler.onPostgres(ground, timers);
            case DB_SCHEDULER_SQLITE -> DbScheduler.onSqlite(ground, timers);
            case QUARTZ -> Quartz.open(ground, timers);
            case PLAIN_TABLE -> PlainTable.open(ground, timers);
            case RAW_LOG -> RawLog.open(ground);
        };
    }
}
