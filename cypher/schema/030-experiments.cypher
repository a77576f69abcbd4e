// Keys of experiments, and of bandits with what they know of their arms.
// mode schema
CREATE CONSTRAINT experiment_id IF NOT EXISTS FOR (n:Experiment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT bandit_id IF NOT EXISTS FOR (n:Bandit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT bandit_arm_id IF NOT EXISTS FOR (n:BanditArm) REQUIRE n.id IS UNIQUE;
