// A referral programme and its rule.
// mode   read
// param  id             string
// row    id             string    unique
// row    name           string
// row    nameZh         string?
// row    link           string?   with {code} where the code goes
// row    rewardMinor    integer   of the first level, minor units
// row    currency       string
// row    levels         integer   1..5
// row    decay          float     of the reward by level, 0..1
// row    capMinor       integer   most for one referred customer
// row    most           integer   rewards of one person within mostDays
// row    mostDays       integer
// row    windowDays     integer   days from the code to the first order
// row    minOrderMinor  integer
// row    status         string    DRAFT, RUNNING, STOPPED
// row    startedAt      datetime?
// row    endedAt        datetime?
// needs  constraint referral_programme_id
// try    :param id => 'r1';
MATCH (programme:ReferralProgramme {id: $id})
RETURN programme.id AS id, programme.name AS name, programme.nameZh AS nameZh, programme.link AS link,
  programme.rewardMinor AS rewardMinor, programme.currency AS currency, programme.levels AS levels, programme.decay AS decay,
  programme.capMinor AS capMinor, programme.most AS most, programme.mostDays AS mostDays,
  programme.windowDays AS windowDays, programme.minOrderMinor AS minOrderMinor, programme.status AS status,
  programme.startedAt AS startedAt, programme.endedAt AS endedAt;
