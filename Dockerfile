# syntax=docker/dockerfile:1
# Both architectures: docker buildx build --platform linux/amd64,linux/arm64 -t saml-rehearsal .
ARG NODE=22-bookworm-slim

# What is compiled is the same everywhere, so it is compiled where the build runs.
FROM --platform=$BUILDPLATFORM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY build ./build
COPY src ./src
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build

# Packages hold binaries of the architecture they are for. None of them needs its install script.
FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="saml-rehearsal" \
      org.opencontainers.image.description="Rehearse Microsoft Entra ID to Mimecast SAML single sign-on" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="docker.io/library/node:22-bookworm-slim"
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY src/http/assets ./src/http/assets
RUN mkdir -m 0700 /data && chown 1000:1000 /data
ENV NODE_ENV=production SAML_REHEARSAL_DATA_DIR=/data SAML_REHEARSAL_HOST=0.0.0.0
# The user "node" of the base image, by number, so that it can be seen not to be root.
USER 1000:1000
VOLUME /data
EXPOSE 7010 7011
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SAML_REHEARSAL_PORT ?? 7010}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As process 1 it answers SIGTERM and SIGINT itself and starts no other process, so no init is needed; `--init` does no harm.
ENTRYPOINT ["node", "dist/bundle/main.js"]
CMD ["start"]
