// Notes until when what begins a journey was looked at.
// mode   write
// param  id     string
// param  until  datetime
// row    noted  integer
// needs  index journey_id
// try    :params {id: 'none', until: datetime()}
MATCH (journey:Journey {id: $id})
SET journey.seenUntil = $until
RETURN count(journey) AS noted;
