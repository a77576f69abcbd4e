// Keys of look-ups this database knows of, the latest first.
// mode  read
// row   id          string     unique
// row   since       datetime
// row   finishedAt  datetime?  since then nothing is left that could be put under it
// row   retiredAt   datetime?  since then it is asked no more
MATCH (key:LookupKey)
RETURN key.id AS id, key.since AS since, key.finishedAt AS finishedAt, key.retiredAt AS retiredAt
ORDER BY key.number DESC;
