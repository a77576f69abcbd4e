// Names that GDS's own projection of ties asks for: it refuses a property that no tie of this database ever had, and so
// the first analysis of customers without ties.
// mode schema
CALL db.createProperty('closeness');
