FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/identifiers/package.json packages/identifiers/
COPY packages/embedded-postgres/package.json packages/embedded-postgres/
COPY packages/client/package.json packages/client/
COPY packages/cli/package.json packages/cli/
COPY packages/demo/package.json packages/demo/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/package.json /app/openapi.yaml ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/packages/identifiers ./packages/identifiers
COPY --from=build /app/packages/embedded-postgres ./packages/embedded-postgres
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=50", "dist/src/main.js"]
