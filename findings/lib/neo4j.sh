# Sourced after temporary.sh: `start_neo4j` brings up a Neo4j Community server with GDS from Maven Central in $HERE, on free ports of this
# machine only, without a login, and sets BOLT to its address. `stop_neo4j` ends exactly that process. Needs Java 17 or newer,
# Maven and Node.
NEO4J_PID=

start_neo4j() {
  local home="$HERE/neo4j" jars="$HERE/jars" opened=() package port
  mkdir -p "$home/conf" "$home/plugins"
  port="$(free_port)"
  export BOLT="bolt://127.0.0.1:$port"
  cp "$LIB/pom.xml" "$HERE/pom.xml"
  (cd "$HERE" && mvn -q -B package "-Djars=$jars" > maven.log 2>&1) || { cat "$HERE/maven.log" >&2; return 1; }
  cat > "$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
server.directories.plugins=$jars/plugins
dbms.security.auth_enabled=false
dbms.security.procedures.unrestricted=gds.*
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
server.memory.pagecache.size=128m
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
CONF
  for package in java.nio java.io sun.nio.ch java.lang java.util.concurrent; do opened+=("--add-opens=java.base/$package=ALL-UNNAMED"); done
  NEO4J_HOME="$home" NEO4J_CONF="$home/conf" java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx"${NEO4J_HEAP:-768m}" "${opened[@]}" -cp "$jars/*" \
    org.neo4j.server.CommunityEntryPoint --home-dir="$home" --config-dir="$home/conf" > "$home/console" 2>&1 &
  NEO4J_PID=$!
  wait_for_neo4j "$home"
  echo "Neo4j $(version_of neo4j-kernel), GDS $(version_of proc), $(java -version 2>&1 | sed -n 's/.*Runtime Environment.*build \([0-9.]*\).*/Java \1/p')"
}

# The version of a jar of the server, from the name of its file.
version_of() {
  (cd "$HERE/jars" && ls "$1"-[0-9]*.jar) | sed "s/^$1-\(.*\)\.jar$/\1/"
}

free_port() {
  node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })'
}

wait_for_neo4j() {
  local log="$1/logs/neo4j.log" tries
  for tries in $(seq 1200); do
    if grep -q 'Started\.' "$log" 2> /dev/null; then return 0; fi
    if ! kill -0 "$NEO4J_PID" 2> /dev/null; then break; fi
    sleep 0.5
  done
  echo "Neo4j did not start within ten minutes:" >&2
  tail -n 20 "$log" "$1/console" >&2
  return 1
}

stop_neo4j() {
  if [ -z "$NEO4J_PID" ]; then return 0; fi
  kill "$NEO4J_PID" 2> /dev/null || true
  wait "$NEO4J_PID" 2> /dev/null || true
  NEO4J_PID=
}
