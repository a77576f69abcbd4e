// The users of the API, those who are there first.
// mode   read
// row    id          string     unique
// row    role        string
// row    department  string?
// row    addedAt     datetime
// row    addedBy     string
// row    removedAt   datetime?
// row    tokens      integer    that hold
// needs  constraint api_user_id
MATCH (user:ApiUser)
RETURN user.id AS id, user.role AS role, user.department AS department, user.addedAt AS addedAt,
       user.addedBy AS addedBy, user.removedAt AS removedAt,
       COUNT { MATCH (user)-[:HAS_TOKEN]->(token:ApiToken)
               WHERE token.revokedAt IS NULL AND token.expiresAt > datetime() } AS tokens
ORDER BY removedAt IS NOT NULL, id;
