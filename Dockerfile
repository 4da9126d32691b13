# One image: the web app, the BFF that serves it, and the simulator for the demo.
# Servers run as plain TypeScript, so only the web app is built.

FROM node:24.21.0-slim AS packages
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/bff/package.json apps/bff/
COPY apps/simulator/package.json apps/simulator/
COPY apps/web/package.json apps/web/
COPY packages/cm-client/package.json packages/cm-client/
COPY packages/contract/package.json packages/contract/
COPY e2e/package.json e2e/
COPY bench/package.json bench/

FROM packages AS build
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN npx --yes pnpm@12.21.0 run build

FROM packages AS production
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod \
    --filter '@wheelhouse/bff...' --filter '@wheelhouse/simulator...'
# The sources stay outside node_modules: Node strips no types inside it.
COPY apps/bff/src apps/bff/src
COPY apps/simulator/src apps/simulator/src
COPY packages/cm-client/src packages/cm-client/src
COPY packages/contract/src packages/contract/src
COPY scripts/serve.ts scripts/healthcheck.ts scripts/
COPY scripts/demo scripts/demo
COPY LICENSE ./
COPY --from=build /app/apps/web/dist apps/web/dist

FROM node:24.21.0-slim
WORKDIR /app
# Inside a container every address is the network's: say publicOrigin, or insecureHttp by name (docker-compose.yml).
ENV NODE_ENV=production \
    WHEELHOUSE_HOST=0.0.0.0 \
    WHEELHOUSE_PORT=8080 \
    WHEELHOUSE_DATA_DIR=/data \
    WHEELHOUSE_DEMO=false
RUN install -d -o node -g node -m 0700 /data
COPY --from=production /app /app
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "scripts/healthcheck.ts"]
CMD ["node", "--max-semi-space-size=16", "scripts/serve.ts"]
