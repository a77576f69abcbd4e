# The server alone; its database is the neo4j service of docker-compose.yml, or any other that NEO4J_URI names.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Behind a closed network: --secret id=npmrc,src=FILE, and --secret id=ca,src=FILE for its certificates. Neither stays.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=secret,id=ca,target=/run/secrets/ca \
  if [ -f /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca; fi; npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --offline --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 GUANXI_HOME=/data
WORKDIR /app
COPY --from=build /app/package.json /app/schema.graphql ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/docs ./docs
# the schema of each area, the policy and the pom are read where the source is
COPY --from=build /app/src ./src
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/seed ./seed
RUN mkdir --mode=0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --retries=6 --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "-e", "import('/app/dist/cli.mjs').then(({ main }) => main(['start']))"]
