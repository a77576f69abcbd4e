// Every name of a property and of a relationship type that the database knows, whether still in use or not.
// mode   read
// row    kind  string  PROPERTY or RELATIONSHIP
// row    name  string
CALL () {
  CALL db.propertyKeys() YIELD propertyKey
  RETURN 'PROPERTY' AS kind, propertyKey AS name
  UNION ALL
  CALL db.relationshipTypes() YIELD relationshipType
  RETURN 'RELATIONSHIP' AS kind, relationshipType AS name
}
RETURN kind, name
ORDER BY kind, name;
