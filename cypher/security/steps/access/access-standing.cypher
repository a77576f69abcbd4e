// What the list of users and tokens says of a token that asks: whether there is a list, and how its user and the token itself stand.
// mode   read
// param  subject          string     the token's subject
// param  token            string?    hash of the token's id
// row    listed           boolean    there is a user or a token in the list
// row    userKnown        boolean
// row    userRemoved      boolean
// row    userRole         string?
// row    userDepartment   string?
// row    tokenKnown       boolean
// row    tokenRole        string?    of a service token
// row    tokenDepartment  string?
// row    tokenPurpose     string?
// row    expiresAt        datetime?
// row    revokedAt        datetime?
// needs  constraint api_user_id, api_token_id
// try    :param subject => 'u1';
// try    :param token => null;
OPTIONAL MATCH (user:ApiUser {id: $subject})
OPTIONAL MATCH (token:ApiToken {id: $token})
RETURN EXISTS { MATCH (:ApiUser) } OR EXISTS { MATCH (:ApiToken) } AS listed,
       user IS NOT NULL AS userKnown, user.removedAt IS NOT NULL AS userRemoved,
       user.role AS userRole, user.department AS userDepartment,
       token IS NOT NULL AS tokenKnown, token.role AS tokenRole, token.department AS tokenDepartment,
       token.purpose AS tokenPurpose, token.expiresAt AS expiresAt, token.revokedAt AS revokedAt;
