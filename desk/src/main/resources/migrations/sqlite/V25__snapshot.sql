-- What a member verified of a compartment, so that he need not verify it again. Sealed under the
-- member's own key, bound to the rows it was made of. Keyed hash: whose it is. Clear: of which
-- numbers of entries. It can always be made anew, and is in no backup.

CREATE TABLE snapshot (
    compartment INTEGER NOT NULL REFERENCES compartment (id),
    member_hash BLOB    NOT NULL,                -- of the compartment and the account
    stretch     INTEGER NOT NULL,                -- the numbers of its entries, divided by 128
    sealed      BLOB    NOT NULL,
    PRIMARY KEY (compartment, member_hash, stretch)
) STRICT;
