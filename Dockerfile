# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY src ./src
COPY build ./build
RUN npm ci && npm prune --omit=dev

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="saml-rehearsal" \
      org.opencontainers.image.description="Rehearse Microsoft Entra ID to Mimecast SAML single sign-on" \
      org.opencontainers.image.licenses="MIT"
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/src/http/assets ./src/http/assets
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production SAML_REHEARSAL_DATA_DIR=/data SAML_REHEARSAL_HOST=0.0.0.0
USER node
VOLUME /data
EXPOSE 7010 7011
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7010/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "dist/bundle/main.js"]
CMD ["start"]
