# Two stages: what builds Lotse, and what runs it. No secret goes into an image: keys and passwords come at run time.

FROM node:20.19.5-slim AS build
WORKDIR /lotse
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY scripts scripts
COPY domain domain
COPY contract contract
COPY workflows workflows
COPY activities activities
COPY src src
COPY bench bench
COPY test test
COPY programmes programmes
COPY web web
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:20.19.5-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /lotse
# Temporal and PostgreSQL may be reached over TLS.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build /lotse/package.json ./
COPY --from=build /lotse/node_modules node_modules
COPY --from=build /lotse/dist dist
USER node
EXPOSE 3000
# The API; the worker is the same image with the command `node dist/src/worker.js`.
CMD ["node", "dist/api/main.js"]
