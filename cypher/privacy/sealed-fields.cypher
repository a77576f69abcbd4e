// The sealed fields of customers with the wrapped key that opens them. Useless without the master key.
// mode   read
// param  customerIds    list<string>
// row    id             string        unique
// row    keyWrapped     string?       null when the person was erased
// row    nameSealed     string?
// row    phoneSealed    string?
// row    emailSealed    string?
// row    wechatSealed   string?
// row    weiboSealed    string?
// row    linkedinSealed string?
// row    addressSealed  string?
// row    birthdaySealed string?
// needs  index customer_id
// try    :params {customerIds: ['c1']}
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
RETURN customer.id AS id, customer.keyWrapped AS keyWrapped,
       customer.nameSealed AS nameSealed, customer.phoneSealed AS phoneSealed, customer.emailSealed AS emailSealed,
       customer.wechatSealed AS wechatSealed, customer.weiboSealed AS weiboSealed,
       customer.linkedinSealed AS linkedinSealed, customer.addressSealed AS addressSealed,
       customer.birthdaySealed AS birthdaySealed;
