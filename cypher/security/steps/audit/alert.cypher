// One alert: whom it is about and where it stands.
// mode  read
// param id      string
// row   viewer  string   subject of the token
// row   status  string
// needs constraint alert_id
// try   :param id => 'a1';
MATCH (alert:Alert {id: $id})
RETURN alert.viewer AS viewer, alert.status AS status;
