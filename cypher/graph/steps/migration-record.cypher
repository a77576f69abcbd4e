// Notes that a schema migration was applied.
// mode  write
// param id        integer
// param name      string
// param checksum  string
// row   recorded  integer
// needs constraint migration_id
// try   :params {id: 1, name: '001-keys', checksum: 'abc'}
MERGE (migration:Migration {id: $id})
  ON CREATE SET migration.name = $name, migration.checksum = $checksum, migration.appliedAt = datetime()
RETURN count(migration) AS recorded;
