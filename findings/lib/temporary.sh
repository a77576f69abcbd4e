# Sourced by each finding: a temporary folder $HERE that goes with the script, whatever ends it, and ways to fill it with pinned packages.
LIB="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
HERE="$(mktemp -d "${TMPDIR:-/tmp}/finding-XXXXXX")"
trap 'leave' EXIT
trap 'exit 130' INT TERM

leave() {
  if declare -F stop_neo4j > /dev/null; then stop_neo4j; fi
  rm -rf "$HERE"
}

# Installs npm packages, each as name@version, for run_node; prints them and the version of Node.
npm_install() {
  (cd "$HERE" && npm init -y > /dev/null && npm install --silent --no-audit --no-fund --ignore-scripts --save-exact "$@")
  echo "Node $(node --version), $*"
}

# Installs Python packages, each as name==version, for run_python; prints them and the version of Python.
pip_install() {
  python3 -m venv "$HERE/venv"
  "$HERE/venv/bin/pip" install --quiet --disable-pip-version-check "$@"
  echo "$(python3 --version), $*"
}

# Runs the module on standard input beside the installed npm packages. Arguments go with it.
run_node() {
  cp "$LIB/cypher.mjs" "$HERE/cypher.mjs"
  cat > "$HERE/seen.mjs"
  node "$HERE/seen.mjs" "$@"
}

# Runs the Python program on standard input with the installed packages.
run_python() {
  cat > "$HERE/seen.py"
  (cd "$HERE" && venv/bin/python seen.py)
}
