// Makes labels, types of ties and property names known to the database before anything has them. Those it knows stay.
// mode   write
// param  labels  list<string>
// param  types   list<string>
// param  keys    list<string>
// row    made    integer       all that were named, known before or not
// try    :param labels => ['Customer'];
// try    :param types => ['KNOWS'];
// try    :param keys => ['id'];
CALL () { UNWIND $labels AS name CALL db.createLabel(name) RETURN count(*) AS labels }
CALL () { UNWIND $types AS name CALL db.createRelationshipType(name) RETURN count(*) AS types }
CALL () { UNWIND $keys AS name CALL db.createProperty(name) RETURN count(*) AS keys }
RETURN labels + types + keys AS made;
