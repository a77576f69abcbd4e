// Notes the policy in force by its hash, and tells the one before.
// mode   write
// param  hash     string
// param  now      datetime
// row    before   string?   hash of the policy that was in force; null for the first
// row    changed  boolean
// needs  constraint access_policy_id
// try    :param hash => 'h';
// try    :param now => datetime();
MERGE (policy:AccessPolicy {id: 'in-force'})
WITH policy, policy.hash AS before, policy.since AS since
SET policy.hash = $hash, policy.since = CASE WHEN before = $hash THEN since ELSE $now END
RETURN before, before IS NULL OR before <> $hash AS changed;
