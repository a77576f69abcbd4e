// Ends the renewal of purposes whose outdated consents have all ended.
// mode   write
// param  purposeIds  list<string>
// row    done        integer
// needs  index purpose_id
// try    :param purposeIds => ['marketing'];
UNWIND $purposeIds AS purposeId
MATCH (purpose:Purpose {id: purposeId})
REMOVE purpose.renewing
RETURN count(purpose) AS done;
