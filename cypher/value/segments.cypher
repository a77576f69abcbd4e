// Every segment an audience can be drawn from, with its size.
// mode   read
// row    id         string     unique
// row    kind       string?    RFM, or null for one made by hand
// row    name       string?
// row    nameZh     string?
// row    customers  integer    members, whether they may be contacted or not
// api    segments
// titleZh 可用于圈选受众的全部分群及其人数。
// for    analyst marketer admin service privacy-officer
MATCH (segment:Segment)
WHERE segment.archivedAt IS NULL
RETURN segment.id AS id,
       segment.kind AS kind,
       segment.name AS name,
       segment.nameZh AS nameZh,
       COUNT { (segment)<-[:IN_SEGMENT]-() } AS customers
ORDER BY kind, segment.position, id;
