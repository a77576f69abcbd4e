// An RFM model: how it grades. Saving it again changes how its next run grades; its grades stay until then.
// mode   write
// param  id            string
// param  main          boolean         of a currency: its grades stand with the customers themselves
// param  name          string?
// param  nameZh        string?
// param  windowMonths  integer
// param  method        string          type7 or rpackage
// param  segmentSet    string          grid or rpackage
// param  weights       list<integer>   of recency, frequency and monetary
// param  currency      string
// param  store         string?         id: orders at this store only
// param  category      string?         id: orders with something of this category only
// row    saved         integer
// needs  constraint rfm_model_id
// try    :param id => 'main:CNY';
// try    :param main => true;
// try    :param name => null;
// try    :param nameZh => null;
// try    :param windowMonths => 12;
// try    :param method => 'type7';
// try    :param segmentSet => 'grid';
// try    :param weights => [1, 1, 1];
// try    :param currency => 'CNY';
// try    :param store => null;
// try    :param category => null;
MERGE (model:RfmModel {id: $id})
SET model += {main: $main, name: $name, nameZh: $nameZh, windowMonths: $windowMonths, method: $method, segmentSet: $segmentSet,
  weights: $weights, currency: $currency, store: $store, category: $category}
RETURN count(model) AS saved;
