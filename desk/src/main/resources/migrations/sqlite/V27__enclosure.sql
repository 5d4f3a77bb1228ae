-- Files that lie beside an entry: the photo and the paper of an emergency envelope. Each is sealed
-- under a key of its own, which stands in the entry and nowhere else. Clear: of which entry it is,
-- which of its files, and how long it is up to a class.

CREATE TABLE enclosure (
    entry  INTEGER NOT NULL REFERENCES entry (number),
    number INTEGER NOT NULL,
    sealed BLOB    NOT NULL,
    PRIMARY KEY (entry, number)
) STRICT;
