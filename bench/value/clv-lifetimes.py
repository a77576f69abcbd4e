"""Fits BG/NBD by lifetimes to the histories of a JSON file, as often as asked. Prints one JSON line: seconds of each fit, and its parameters.

Run by bench/value/clv.ts; takes HISTORIES (path) and TIMES from the environment.
"""
import json
import os
import time

import numpy
from lifetimes import BetaGeoFitter

columns = json.load(open(os.environ["HISTORIES"]))
frequency, recency, age = (numpy.array(columns[name], dtype=float) for name in ("repeats", "recency", "age"))
seconds = []
for _ in range(int(os.environ["TIMES"])):
    started = time.perf_counter()
    fitter = BetaGeoFitter(penalizer_coef=0.0).fit(frequency, recency, age)
    seconds.append(time.perf_counter() - started)
print(json.dumps({"seconds": seconds, "parameters": {name: float(value) for name, value in fitter.params_.items()}}))
