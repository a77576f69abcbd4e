"""A tour of the API: questions, paging, errors, and a change that is safe to repeat.

Run it by `python3 examples/python/tour.py http://127.0.0.1:4000 TOKEN CUSTOMER`.
"""

import sys

from guanxi import Guanxi, GuanxiError

CUSTOMERS = """query ($first: Int!, $after: String) {
  customersConnection(first: $first, after: $after, sort: [{ id: ASC }]) {
    pageInfo { hasNextPage endCursor }
    edges { node { id alias city name } }
  }
}"""

CONSENT = """mutation ($input: RecordConsentInput!) {
  recordConsent(input: $input) { eventId recorded }
}"""


def tour(url, token, customer):
    client = Guanxi(url, token)
    (head,) = client.question("headline")
    yield f"{head['profiled']} of {head['customers']} customers consent to profiling"
    for row in client.question("spend"):
        yield f"{row['spendMinor'] / 100:g} {row['currency']} spent"

    seen = sum(1 for _ in client.pages(CUSTOMERS, "customersConnection", first=20))
    yield f"{seen} customers in pages of 20"

    said = {"customerId": customer, "purpose": "marketing", "channel": "SMS", "via": "form", "textVersion": "1"}
    for _ in range(2):
        recorded = client.ask(CONSENT, input={**said, "eventId": f"tour-{customer}"})["recordConsent"]["recorded"]
        yield f"consent {'recorded' if recorded else 'known already'}"
    may = client.get(f"/api/customers/{customer}/may-contact?purpose=marketing&channel=SMS")
    yield f"may be contacted by SMS: {'true' if may['allowed'] else 'false'}"

    try:
        client.question("rfm", limit=5000)
    except GuanxiError as error:
        yield f"{error.code}: {error.hint}"


if __name__ == "__main__":
    for line in tour(*sys.argv[1:4]):
        print(line)
