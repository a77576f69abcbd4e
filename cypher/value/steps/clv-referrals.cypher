// Who brought whom, among those who consent to profiling.
// mode   read
// row    referrer  string
// row    referred  string
MATCH (referrer:Profiled)-[:REFERRED]->(referred:Profiled)
RETURN DISTINCT referrer.id AS referrer, referred.id AS referred
ORDER BY referrer, referred;
