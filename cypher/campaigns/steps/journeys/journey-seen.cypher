// Notes until when what begins journeys was looked at.
// mode   write
// param  ids    list<string>
// param  until  datetime
// row    noted  integer
// needs  index journey_id
// try    :param ids => [];
// try    :param until => datetime();
UNWIND $ids AS id
MATCH (journey:Journey {id: id})
SET journey.seenUntil = $until
RETURN count(journey) AS noted;
