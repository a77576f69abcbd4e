// The database's versions, and the heap that its graphs in memory share.
// mode  read
// row   neo4j      string
// row   gds        string
// row   heapMax    integer  bytes
// row   heapLeft   integer  bytes that can be had now: free, and not yet taken from the machine
// needs gds
CALL gds.debug.sysInfo() YIELD key, value
WITH collect({key: key, value: value}) AS facts
RETURN head([fact IN facts WHERE fact.key = 'neo4jVersion' | fact.value]) AS neo4j,
  head([fact IN facts WHERE fact.key = 'gdsVersion' | fact.value]) AS gds,
  head([fact IN facts WHERE fact.key = 'heapMaxInBytes' | fact.value]) AS heapMax,
  head([fact IN facts WHERE fact.key = 'availableHeapInBytes' | fact.value]) AS heapLeft;
