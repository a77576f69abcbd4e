// Removes a user: the entry stays so that tokens of a login server are refused too, and every token of theirs is revoked.
// mode   write
// param  id       string
// param  now      datetime
// row    removed  integer
// row    revoked  integer   tokens that still held
// needs  constraint api_user_id
// try    :param id => 'u1';
// try    :param now => datetime();
OPTIONAL MATCH (user:ApiUser {id: $id})
WHERE user.removedAt IS NULL
OPTIONAL MATCH (user)-[:HAS_TOKEN]->(token:ApiToken)
WHERE token.revokedAt IS NULL
SET user.removedAt = $now
SET token.revokedAt = $now
RETURN count(DISTINCT user) AS removed, count(token) AS revoked;
