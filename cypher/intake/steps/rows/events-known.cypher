// What the graph holds of these events; those it does not know are left out.
// Generated from src/intake/kinds/voice.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  key  string  the parts of its key, joined
// row key         string     unique
// row source      string?
// row id          string?
// row type        string?
// row at          datetime?
// row payload     string?
// row customerId  string?
// needs constraint event_key
// try   :param rows => [{key: 'x1'}];
UNWIND $rows AS row
MATCH (event:Event {key: row.key})
OPTIONAL MATCH (event)<-[:DID]-(customer:Customer)
RETURN event.key AS key, event.source AS source, event.id AS id, event.type AS type, event.at AS at,
       event.payload AS payload, customer.id AS customerId;
