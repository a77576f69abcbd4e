// Notes that a schema migration was applied.
// mode  write
// param id        integer
// param name      string
// param checksum  string
// row   recorded  integer
// needs constraint migration_id
// try   :param id => 1;
// try   :param name => '001-keys';
// try   :param checksum => 'abc';
MERGE (migration:Migration {id: $id})
  ON CREATE SET migration.name = $name, migration.checksum = $checksum, migration.appliedAt = datetime()
RETURN count(migration) AS recorded;
