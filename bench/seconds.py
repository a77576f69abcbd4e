"""Seconds of the steps of a comparison, for the Python files in bench/ that stand beside what the product does."""
import json
import time


class Seconds:
    """Counts from its making; each `done` ends a step."""

    def __init__(self):
        self.steps, self.started = {}, time.perf_counter()

    def done(self, step):
        now = time.perf_counter()
        self.steps[step] = round(now - self.started, 2)
        self.started = now

    def tell(self, **facts):
        """Prints the one JSON line that is read back: the seconds by step, and these facts."""
        print(json.dumps({"seconds": self.steps, **facts}))
