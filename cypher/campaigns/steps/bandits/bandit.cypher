// The bandit of a campaign, with what it knows of its arms.
// mode   read
// param  campaignId  string
// row    policy      string       THOMPSON, UCB1, EPSILON_GREEDY
// row    epsilon     float
// row    holdout     float        share of people who get any variant, 0..1
// row    context     string       NONE, RFM_SEGMENT, LIFECYCLE
// row    rewardDays  integer
// row    countedAt   datetime?
// row    arms        list<record>
// .      context     string
// .      variantId   string
// .      successes   integer
// .      failures    integer
// .      pending     integer      shown, and their time is not over
// needs  constraint bandit_id
// try    :param campaignId => 'M001';
MATCH (bandit:Bandit {id: $campaignId})
RETURN bandit.policy AS policy, bandit.epsilon AS epsilon, bandit.holdout AS holdout, bandit.context AS context,
  bandit.rewardDays AS rewardDays, bandit.countedAt AS countedAt,
  COLLECT {
    MATCH (bandit)-[:HAS_ARM]->(arm:BanditArm)
    WITH arm ORDER BY arm.id
    RETURN arm {.context, .variantId, .successes, .failures, .pending}
  } AS arms;
