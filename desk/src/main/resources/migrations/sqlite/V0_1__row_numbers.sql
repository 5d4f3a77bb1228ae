-- The last number given to a row of each table. Numbers are never given twice, so that a field
-- sealed for one row can never be mistaken for another's.
CREATE TABLE row_number (
    table_name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
