// Invitations by month or week: who invited, how many, and how many of them became customers. Both ends consent to profiling.
// mode   read
// param  since        datetime                inclusive
// param  until        datetime                exclusive
// param  unit         string = 'month'        month or week
// row    period       date                    its first day
// row    invitations  integer
// row    inviters     integer
// row    conversions  integer                 the referral says so, or a touch led to a conversion after it
// needs  index referred_at
// try    :param since => datetime('2025-01-01');
// try    :param until => datetime();
// try    :param unit => 'month';
MATCH (inviter:Profiled)-[invitation:REFERRED]->(invited:Profiled)
WHERE $since <= invitation.at < $until
WITH date.truncate($unit, invitation.at) AS period, inviter,
  coalesce(invitation.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] OR EXISTS {
    MATCH (invited)-[:RECEIVED]->(:Touch)-[:LEADS_TO]->(conversion:Conversion)
    WHERE conversion.at >= invitation.at
  } AS converted
RETURN period, count(*) AS invitations, count(DISTINCT inviter) AS inviters, sum(CASE WHEN converted THEN 1 ELSE 0 END) AS conversions
ORDER BY period;
