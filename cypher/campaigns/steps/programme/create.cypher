// Makes a referral programme as a draft. The same id again changes nothing; the fingerprint tells whether it meant the same.
// mode   write
// param  id           string
// param  fingerprint  string
// param  settings     map        name, nameZh, link, rewardMinor, currency, levels, decay, capMinor, most, mostDays, windowDays, minOrderMinor
// param  by           string     subject of the token
// param  now          datetime
// row    created      boolean
// row    fingerprint  string
// needs  constraint referral_programme_id
// try    :param id => 'r1';
// try    :param fingerprint => 'f';
// try    :param settings => ({name: 'n'});
// try    :param by => 'me';
// try    :param now => datetime();
OPTIONAL MATCH (known:ReferralProgramme {id: $id})
WITH known IS NULL AS created
MERGE (programme:ReferralProgramme {id: $id})
  ON CREATE SET programme += $settings, programme.fingerprint = $fingerprint, programme.createdBy = $by,
    programme.createdAt = $now, programme.status = 'DRAFT'
RETURN created, programme.fingerprint AS fingerprint;
