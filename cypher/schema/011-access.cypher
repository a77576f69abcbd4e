// Who may ask: users and tokens by id, tokens by whom they belong to, and the policy in force.
// mode schema
CREATE CONSTRAINT api_user_id IF NOT EXISTS FOR (n:ApiUser) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_token_id IF NOT EXISTS FOR (n:ApiToken) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT access_policy_id IF NOT EXISTS FOR (n:AccessPolicy) REQUIRE n.id IS UNIQUE;
