// Purposes whose outdated consents are still being ended.
// mode  read
// row   id  string  unique
MATCH (purpose:Purpose)
WHERE purpose.renewing
RETURN purpose.id AS id
ORDER BY id;
