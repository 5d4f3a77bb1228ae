-- The second factor itself lies in the slots. Here stands which of its steps, of thirty seconds since
-- 1970, was used last, so that no code is good twice, and how many wrong ones came since.
CREATE TABLE second_factor (
    person    INTEGER PRIMARY KEY REFERENCES person (id),
    last_step INTEGER NOT NULL,
    wrong     INTEGER NOT NULL,
    wrong_at  INTEGER NOT NULL
) STRICT;
