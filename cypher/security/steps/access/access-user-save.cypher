// Adds a user, or gives one another role and department; a removed one is back.
// mode   write
// param  id          string    subject of the user's tokens
// param  role        string
// param  department  string?
// param  by          string    who did it
// param  now         datetime
// row    added       integer   0 for one who was there
// needs  constraint api_user_id
// try    :param id => 'u1';
// try    :param role => 'analyst';
// try    :param department => null;
// try    :param by => 'me';
// try    :param now => datetime();
MERGE (user:ApiUser {id: $id})
  ON CREATE SET user.addedAt = $now, user.addedBy = $by
WITH user, CASE WHEN user.role IS NULL OR user.removedAt IS NOT NULL THEN 1 ELSE 0 END AS added
SET user.role = $role, user.department = $department, user.removedAt = null
RETURN sum(added) AS added;
