// The tokens that were made here, newest first. None can be told from what is kept.
// mode   read
// row    id          string     first 12 characters of the hash of its id
// row    kind        string     USER or SERVICE
// row    subject     string
// row    role        string
// row    department  string?
// row    purpose     string?
// row    createdAt   datetime
// row    expiresAt   datetime
// row    revokedAt   datetime?
// needs  constraint api_token_id
MATCH (token:ApiToken)
RETURN left(token.id, 12) AS id, token.kind AS kind, token.subject AS subject, token.role AS role,
       token.department AS department, token.purpose AS purpose, token.createdAt AS createdAt,
       token.expiresAt AS expiresAt, token.revokedAt AS revokedAt
ORDER BY createdAt DESC, id;
