// The RFM segments, each with its biggest spenders.
// mode   picture
// param  each    integer = 15    customers a segment
// row    member  path
// phrase Customers by RFM segment
// phraseZh 各 RFM 分群的客户
// try    :param each => 15;
MATCH (segment:Segment {kind: 'RFM'})
CALL (segment) {
  MATCH member = (segment)<-[:IN_SEGMENT]-(customer:Profiled)
  RETURN member
  ORDER BY customer.rfmSpendMinor DESC, customer.id
  LIMIT $each
}
RETURN member;
