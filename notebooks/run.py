"""Runs notebooks/explore.ipynb in an environment of its own, and fails where a cell does.

NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD say where the product's database is. The packages of requirements.txt go into a
temporary folder, or into the folder that GUANXI_VENV names, which is kept.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=600, resources={"metadata": {"path": sys.argv[2]}}).execute()
cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
for cell in cells[-3:]:
    for output in cell.outputs:
        print(output.get("data", {}).get("text/plain", output.get("text", "")))
print(f"{len(cells)} cells ran")
"""


def python_in(folder):
    place = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not place.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([place, "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt"], check=True)
    return place


def main():
    with tempfile.TemporaryDirectory(prefix="guanxi-notebook-") as temporary:
        python = python_in(os.environ.get("GUANXI_VENV", temporary))
        ran = subprocess.run([python, "-c", RUN, HERE / "explore.ipynb", HERE], env={**os.environ, "MPLBACKEND": "agg"})
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
