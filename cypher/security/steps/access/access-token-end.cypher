// Ends the token whose hash begins so: at once (revoked) or at a time that is earlier than its own.
// mode   write
// param  prefix   string      12 or more characters of the hash
// param  expire   datetime?   null revokes
// param  now      datetime
// row    ended    integer     0 when there is none that holds, 2 or more never with 12 characters of SHA-256
// needs  constraint api_token_id
// try    :param prefix => '0123456789ab';
// try    :param expire => null;
// try    :param now => datetime();
OPTIONAL MATCH (token:ApiToken)
WHERE token.id STARTS WITH $prefix AND token.revokedAt IS NULL AND token.expiresAt > $now
SET token.revokedAt = CASE WHEN $expire IS NULL THEN $now END
SET token.expiresAt = CASE WHEN $expire < token.expiresAt THEN $expire ELSE token.expiresAt END
RETURN count(token) AS ended;
