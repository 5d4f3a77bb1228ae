-- What waits for a channel, in the order in which its courier takes it up: with nothing to sort,
-- however much has gathered behind a gateway that takes nothing.
DROP INDEX message_waiting;
CREATE INDEX message_waiting ON message (channel, urgency <> 'first', attempts, id)
    WHERE state IN ('queued', 'repeat');
