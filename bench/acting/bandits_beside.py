"""The regret of MABWiser's policies on the problems of `npm run bench -- bandits`, as JSON: one list a policy.

Reads {"runs", "problems": [{"rates", "rewards": [[0 or 1, one for each arm], ...]}]} from the file that is named.
"""
import json
import sys

from mabwiser.mab import MAB, LearningPolicy

POLICIES = {
    "Thompson": LearningPolicy.ThompsonSampling(),
    "UCB1": LearningPolicy.UCB1(alpha=1),
    "ε-greedy": LearningPolicy.EpsilonGreedy(epsilon=0.1),
}


def regret(policy, problem, seed):
    rates, rewards = problem["rates"], problem["rewards"]
    arms = list(range(len(rates)))
    mab = MAB(arms, policy, seed=seed)
    # each arm once to begin with: MABWiser predicts nothing before it was fitted
    mab.fit(arms, [rewards[arm][arm] for arm in arms])
    lost = sum(max(rates) - rate for rate in rates)
    for drawn in rewards[len(arms):]:
        arm = mab.predict()
        mab.partial_fit([arm], [drawn[arm]])
        lost += max(rates) - rates[arm]
    return lost


with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
problems = given["problems"]
seeds = [(one, 1 + at + len(problems) * run) for run in range(given["runs"]) for at, one in enumerate(problems)]
print(json.dumps({name: [regret(policy, *one) for one in seeds] for name, policy in POLICIES.items()}))
