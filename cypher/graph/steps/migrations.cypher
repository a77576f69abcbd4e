// The schema migrations this database has seen, oldest first.
// mode  read
// row   id         integer   unique
// row   name       string
// row   checksum   string    SHA-256 of the file as it was applied
// row   appliedAt  datetime
MATCH (migration:Migration)
RETURN migration.id AS id, migration.name AS name, migration.checksum AS checksum, migration.appliedAt AS appliedAt
ORDER BY id;
