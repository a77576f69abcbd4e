# The server alone; its database is the neo4j service of docker-compose.yml, or any other that NEO4J_URI names.
FROM node:20-slim AS build
WORKDIR /app
COPY . .
# `npm run build` runs `npm ci` first, for no packages are here yet
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 GUANXI_HOME=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# the schema of each area, the policy and the pom are read where the source is
COPY --from=build /app/src ./src
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/seed ./seed
RUN mkdir --mode=0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
CMD ["node", "-e", "import('/app/dist/cli.mjs').then(({ main }) => main(['start']))"]
