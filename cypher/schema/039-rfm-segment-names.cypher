// Campaigns that name an RFM segment by its id from before the grid take the one of the same meaning, unless the R package's are graded by.
// mode schema
MATCH (campaign:Campaign)
WHERE NOT EXISTS { MATCH (model:RfmModel {main: true}) WHERE model.segmentSet = 'rpackage' }
WITH campaign, {`rfm:potential-loyalist`: 'rfm:potential-loyalists', `rfm:new`: 'rfm:recent', `rfm:cant-lose`: 'rfm:cannot-lose',
  `rfm:need-attention`: 'rfm:needing-attention'} AS names
WHERE names[campaign.segment] IS NOT NULL OR any(id IN campaign.excludeSegments WHERE names[id] IS NOT NULL)
SET campaign.segment = coalesce(names[campaign.segment], campaign.segment),
  campaign.excludeSegments = [id IN campaign.excludeSegments | coalesce(names[id], id)];
