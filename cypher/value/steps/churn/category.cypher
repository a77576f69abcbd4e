// A category by its id or its name.
// mode   read
// param  name      string
// row    id        string    unique
// row    name      string?
// row    nameZh    string?
// try    :param name => 'tea';
MATCH (category:Category)
WHERE category.id = $name OR category.name = $name OR category.nameZh = $name
RETURN category.id AS id, category.name AS name, category.nameZh AS nameZh
ORDER BY category.id = $name DESC, id
LIMIT 1;
