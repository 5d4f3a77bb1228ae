-- What is forgotten besides: lines and firings of watches, plans of watches that are over, labels of
-- codes, questions and cards of people who are gone, addresses of members who left.

-- When somebody left the team. Whoever left before this version is taken to leave now.
ALTER TABLE person ADD COLUMN left_at INTEGER;
UPDATE person SET left_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE active = 0;

-- Code-names of whom nothing more is needed, and since when: retired, or the last watch has ended;
-- no open alarm is about them.
CREATE VIEW former_codename AS
SELECT codename.id AS codename_id,
    max(coalesce(codename.retired_at, 0), coalesce(past.ended_at, 0)) AS since
FROM codename
LEFT JOIN (SELECT about.codename_id AS who, max(watch.ended_at) AS ended_at,
        min(watch.state = 'ended') AS all_ended
    FROM watch_codename AS about JOIN watch ON watch.id = about.watch_id
    GROUP BY about.codename_id) AS past ON past.who = codename.id
WHERE coalesce(past.all_ended, codename.retired_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM alarm_codename AS about
        JOIN alarm ON alarm.id = about.alarm_id
        WHERE about.codename_id = codename.id AND alarm.closed_at IS NULL);

DROP INDEX watch_log_by_age;
CREATE INDEX watch_log_by_age ON watch_log (at);
CREATE INDEX watch_ended ON watch (ended_at) WHERE state = 'ended';
