// Notes a token that was made: the hash of its id only, with what it may do and until when.
// mode   write
// param  id          string     SHA-256 of the token's id
// param  kind        string     USER or SERVICE
// param  subject     string     the user's id, or the service's name
// param  role        string
// param  department  string?
// param  purpose     string?
// param  expiresAt   datetime
// param  now         datetime
// row    saved       integer    0 when the user is not there
// needs  constraint api_token_id, api_user_id
// try    :param id => 'h';
// try    :param kind => 'SERVICE';
// try    :param subject => 'pos';
// try    :param role => 'service';
// try    :param department => null;
// try    :param purpose => null;
// try    :param expiresAt => datetime();
// try    :param now => datetime();
OPTIONAL MATCH (user:ApiUser {id: $subject})
WHERE $kind = 'USER' AND user.removedAt IS NULL
WITH user
WHERE $kind = 'SERVICE' OR user IS NOT NULL
MERGE (token:ApiToken {id: $id})
  ON CREATE SET token.kind = $kind, token.subject = $subject, token.role = $role, token.department = $department,
    token.purpose = $purpose, token.expiresAt = $expiresAt, token.createdAt = $now
FOREACH (holder IN CASE WHEN user IS NULL THEN [] ELSE [user] END | MERGE (holder)-[:HAS_TOKEN]->(token))
RETURN count(token) AS saved;
