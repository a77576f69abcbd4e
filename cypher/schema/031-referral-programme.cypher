// Keys of referral programmes, their codes, and who came by which.
// mode schema
CREATE CONSTRAINT referral_programme_id IF NOT EXISTS FOR (n:ReferralProgramme) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT referral_code_id IF NOT EXISTS FOR (n:ReferralCode) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT invitation_id IF NOT EXISTS FOR (n:Invitation) REQUIRE n.id IS UNIQUE;
