// What people are asked to consent to, in the words shown now, how many consents hold and how many are to be asked again.
// mode   read
// row    purposeId    string    unique
// row    version      string?
// row    text         string?
// row    textZh       string?
// row    legalBasis   string?   CONSENT, or a ground on which all may be served
// row    basisReason  string?
// row    texts        integer   versions so far
// row    consents     integer   that hold, one for each customer and channel
// row    toRenew      integer   customers to be asked again
// api    consentPurposes
// titleZh 征求同意的内容（现行文本）、有效同意数与需重新征询数。
// for    admin privacy-officer service marketer analyst
MATCH (purpose:Purpose)
RETURN purpose.id AS purposeId, purpose.version AS version, purpose.text AS text, purpose.textZh AS textZh,
       purpose.legalBasis AS legalBasis, purpose.basisReason AS basisReason,
       COUNT { (purpose)-[:HAS_TEXT]->() } AS texts, COUNT { (purpose)<-[:CONSENTS_TO]-() } AS consents,
       COUNT { (purpose)<-[:ASK_AGAIN]-() } AS toRenew
ORDER BY purposeId;
